/** The record of a programme, its audit, and the triggers that let rows be added and never changed. */
import { sql, type Kysely } from 'kysely'

/** The columns that the store adds to each row of the record. */
export const ENTRY = `
  programme_id text not null,
  entry bigint not null,
  action_id bigint not null,
  recorded_at timestamptz not null default clock_timestamp()`

const KNOWN = `
  known date,
  known_by text check (known_by in ('stated', 'entered', 'corrected')),
  check ((known is null) = (known_by is null))`

const RECORD: Readonly<Record<string, string>> = {
  programme: `title text not null, counterpart text not null, sender text not null, from_day date,
    counting text not null, baselines jsonb not null, reviews jsonb not null, claims jsonb not null,
    substitutes jsonb not null`,
  instrument: `id text not null, title text not null, date text not null, provisions jsonb not null`,
  goal: `id text not null, tier text not null, statement text not null, provisions jsonb not null,
    objectives jsonb not null, cites jsonb not null, benchmarks jsonb not null`,
  benchmark: `id text not null, title text not null, kind text not null, set_on text, text text not null`,
  waiver: `benchmark_id text not null, occurrence integer not null, granted_by text not null,
    ground text not null, from_date text not null, until_date text, known text not null,
    cites jsonb not null`,
  source: `id text not null, title text not null, kind text not null, published text, url text not null,
    reliability text not null, protected boolean not null, origin_id text, withdrawn date`,
  series: `id text not null, title text not null, kind text not null, unit text not null,
    definition text not null, withdrawn date`,
  figure: `series_id text not null, reporter text not null, country text, from_date text not null,
    to_date text not null, low double precision, high double precision, published text,
    source_id text not null, locator text not null, note text not null, ${KNOWN}, withdrawn date,
    check (low is not null or high is not null), check (low <= high)`,
  event: `id text not null, date text not null, kind text not null, subject text not null,
    stage text not null, basis text, verification text, claimed_by text not null,
    detail text not null, ${KNOWN}, source_id text not null, locator text not null, withdrawn date`,
  undertaking: `id text not null, date text not null, said_by text not null, said_to text not null,
    channel text not null, text text not null, due text, goal_id text, ${KNOWN},
    source_id text not null, locator text not null, withdrawn date`,
  outcome: `undertaking_id text not null, date text not null, outcome text not null, ${KNOWN},
    source_id text not null, locator text not null, withdrawn date`,
  judgement: `question text not null, unit text not null, coder text not null, date text not null,
    score double precision not null, ${KNOWN}, note text not null, withdrawn date`,
  kept_file: `path text not null, bytes bytea not null`,
  edition: `id text not null, as_of date not null, known_on date not null, method text not null,
    content text not null, sha256 text not null, signed_by text not null, corrects_id text,
    reason text not null, unique (programme_id, id)`,
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The record is append-only: % on % is refused.', tg_op, tg_table_name;
    end $$`.execute(db)
  // The programme leads each key, so that reading its rows in the order of writing is one range.
  for (const [table, columns] of Object.entries(RECORD))
    await createAppendOnly(db, table, `${ENTRY}, ${columns}, primary key (programme_id, entry)`)
  // Compressing the bytes of a large file takes longer than writing them.
  await sql`alter table kept_file alter column bytes set storage external`.execute(db)
  await createAppendOnly(
    db,
    'audit_entry',
    `programme_id text not null, action_id bigint not null, person_id text not null,
     person_name text not null, permission text not null, subject text not null,
     row_count bigint not null, last_entry bigint not null, rows_hash text not null,
     previous_hash text not null, hash text not null, recorded_at timestamptz not null,
     primary key (programme_id, action_id)`,
  )
  await refuseChanges(db, 'migration')
}

/** A table whose rows are added and read, never changed. */
export async function createAppendOnly(
  db: Kysely<unknown>,
  table: string,
  body: string,
): Promise<void> {
  await sql`create table ${sql.ref(table)} (${sql.raw(body)})`.execute(db)
  await refuseChanges(db, table)
}

async function refuseChanges(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create trigger ${sql.ref(`${table}_append_only`)}
    before update or delete or truncate on ${sql.ref(table)}
    for each statement execute function refuse_change()`.execute(db)
}
