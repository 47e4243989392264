/** The register, the lists, the keys that protect them, and the log of who looked. */
import { sql, type Kysely } from 'kysely'
import { createAppendOnly, ENTRY } from './0001-record.ts'

const KNOWN = `
  known date,
  known_by text check (known_by in ('stated', 'entered', 'corrected')),
  check ((known is null) = (known_by is null))`

const REGISTER: Readonly<Record<string, string>> = {
  person_name: `person_id text not null, script text not null, kind text not null, sealed text,
    withdrawn date`,
  family_member: `family_id text not null, person_id text not null, role text not null, withdrawn date`,
  case_entry: `id text not null, subject_id text not null, category text not null, ground text not null,
    region text not null, authority text not null, opened text, withdrawn date`,
  case_event: `case_id text not null, subject_id text not null, person_id text, kind text not null,
    date text not null, earliest date not null, latest date not null, ${KNOWN},
    known_on date not null, verification text, effective text not null, source_id text,
    locator text not null, sealed text, withdrawn date, check (earliest <= latest)`,
  contact: `subject_id text not null, date text not null, role text not null, ${KNOWN}, sealed text,
    withdrawn date`,
  consent: `subject_id text not null, use text not null, answer text not null, date text not null,
    expires date, sealed text, withdrawn date`,
  person_merge: `kept_id text not null, merged_id text not null, known date not null,
    merged_by text not null, sealed text, undone date`,
  representation_list: `id text not null, number text not null, title text not null, rule text not null,
    withdrawn date`,
  list_version: `list_id text not null, version text not null, date date not null, withdrawn date`,
  list_entry: `list_id text not null, version text not null, case_id text not null,
    category text not null, region text not null, withdrawn date`,
  presentation: `list_id text not null, version text not null, date date not null,
    presented_by text not null, presented_to text not null, rank text not null, channel text not null,
    received text, withdrawn date`,
  list_response: `list_id text not null, version text not null, case_id text not null,
    subject_id text not null, date date not null, code text not null, sealed text, withdrawn date`,
  engagement: `id text not null, date date not null, instrument text not null, visibility text,
    audience text not null, handler text not null, lists jsonb not null, cases jsonb not null,
    undertakings jsonb not null, key_id text not null, sealed text, withdrawn date`,
  consent_override: `subject_id text not null, use text not null, decided_by text not null,
    decided_on date not null, sealed text`,
  gate_settlement: `list_id text not null, version text not null, case_id text not null,
    subject_id text not null, finding text not null, outcome text not null, decided_by text not null,
    decided_on date not null, sealed text`,
  name_decision: `person_id text not null, other_id text, incoming text, decision text not null,
    score double precision, decided_by text not null, decided_on date not null, sealed text`,
  kept_paper: `id text not null, list_id text not null, version text not null, format text not null,
    language text not null, sha256 text not null, length integer not null, key_id text not null,
    sealed_bytes bytea not null, unique (programme_id, id)`,
  import_mapping: `name text not null, content jsonb not null`,
  erasure: `subject_id text not null, erased_on date not null, erased_by text not null,
    ground text not null, counts jsonb not null, approved_by text not null, also jsonb not null`,
}

/** What is looked up otherwise than by entry; the entry at the end gives the order of writing. */
const INDEXES: readonly string[] = [
  'person_name (programme_id, person_id, entry)',
  'family_member (programme_id, family_id, entry)',
  'family_member (programme_id, person_id, entry)',
  'case_entry (programme_id, id, entry)',
  'case_entry (programme_id, subject_id, entry)',
  'case_entry (programme_id, category, id)',
  'case_entry (programme_id, region, id)',
  'case_entry (programme_id, authority, id)',
  'case_event (programme_id, case_id, entry)',
  'case_event (programme_id, person_id, entry) where person_id is not null',
  'contact (programme_id, subject_id, entry)',
  'consent (programme_id, subject_id, entry)',
  'consent (programme_id, expires) where expires is not null',
  'person_merge (programme_id, kept_id)',
  'person_merge (programme_id, merged_id)',
  'representation_list (programme_id, id, entry)',
  'list_version (programme_id, list_id, entry)',
  'list_entry (programme_id, list_id, version, entry)',
  'list_entry (programme_id, case_id, entry)',
  'presentation (programme_id, list_id, version, entry)',
  'list_response (programme_id, list_id, version, entry)',
  'list_response (programme_id, case_id, entry)',
  'engagement (programme_id, id, entry)',
  'consent_override (programme_id, subject_id, entry)',
  'gate_settlement (programme_id, list_id, version, entry)',
  'name_decision (programme_id, person_id, entry)',
  'name_decision (programme_id, other_id, entry) where other_id is not null',
  'name_decision (programme_id, incoming, entry) where incoming is not null',
  'kept_paper (programme_id, list_id, version, entry)',
  'import_mapping (programme_id, name, entry)',
  'erasure (programme_id, subject_id)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(REGISTER))
    await createAppendOnly(db, table, `${ENTRY}, ${columns}, primary key (programme_id, entry)`)
  for (const index of INDEXES) await sql`create index on ${sql.raw(index)}`.execute(db)
  await sql`alter table kept_paper alter column sealed_bytes set storage external`.execute(db)
  await createAppendOnly(
    db,
    'read_entry',
    `programme_id text not null, read_id bigint not null, person_id text not null,
     person_name text not null, purpose text not null, subject_count bigint not null, subjects jsonb,
     previous_hash text not null, hash text not null, recorded_at timestamptz not null,
     primary key (programme_id, read_id)`,
  )
  // Keys are the one thing that can be taken away: an erased person's fields stay, and nobody can read them.
  await sql`create table store_key (id integer primary key,
    wrapping text not null check (wrapping in ('clear', 'passphrase')), parameters jsonb,
    wrapped text not null)`.execute(db)
  await sql`create table subject_key (programme_id text not null, subject_id text not null,
    store_key_id integer not null, wrapped text not null,
    primary key (programme_id, subject_id))`.execute(db)
}
