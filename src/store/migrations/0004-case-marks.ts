/**
 * Marks by which the cases of a register are counted on many days at once (decision 13). They are made
 * from the rows of the record and can be made again at any time: no backup needs them. They have no
 * entries and no keys of the record, and are the one thing here that is changed in place.
 */
import { sql, type Kysely } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  case_tally: `programme_no integer generated always as identity unique,
    programme_id text not null unique, action_id bigint not null, last_entry bigint not null,
    hash text not null`,
  case_sort: `sort_no integer generated always as identity unique, programme_no integer not null,
    category text not null, region text not null, authority text not null, ground text not null,
    unique (programme_no, category, region, authority, ground)`,
  case_unit: `case_no integer generated always as identity unique, programme_no integer not null,
    case_id text not null, sort_no integer not null, persons integer not null,
    families integer not null, is_plain boolean not null, unique (programme_no, case_id)`,
  case_stock_mark: `programme_no integer not null, case_no integer not null, sort_no integer not null,
    persons integer not null, families integer not null, valid_day integer not null,
    known_day integer not null, here integer not null, eve integer not null,
    unknown integer not null, unknown_eve integer not null`,
  case_flow_mark: `programme_no integer not null, case_no integer not null, sort_no integer not null,
    persons integer not null, families integer not null, from_day integer not null,
    to_day integer not null, known_day integer not null, sure smallint not null,
    perhaps smallint not null, kind text not null`,
}

const INDEXES: readonly string[] = [
  'case_unit (programme_no) where not is_plain',
  'case_stock_mark (case_no)',
  'case_flow_mark (case_no)',
  // What happened last, and what was known first.
  'case_event (programme_id, latest, entry)',
  'case_event (programme_id, earliest, known_on)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await sql`create table ${sql.ref(table)} (${sql.raw(columns)})`.execute(db)
  for (const index of INDEXES) await sql`create index on ${sql.raw(index)}`.execute(db)
}
