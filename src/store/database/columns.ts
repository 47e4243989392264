/**
 * The columns of each table of the record with their types: what rows are sent and read by, and
 * what the hash of a row covers.
 */
import type { ColumnType } from './column-type.ts'
import { FOLLOW_UP_COLUMNS } from './follow-up-tables.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import type { RecordTable, RowOf } from './tables.ts'

export const COLUMNS: {
  readonly [T in RecordTable]: { readonly [C in keyof RowOf<T>]: ColumnType }
} = {
  programme: {
    title: 'text',
    counterpart: 'text',
    sender: 'text',
    from_day: 'date',
    counting: 'text',
    baselines: 'jsonb',
    reviews: 'jsonb',
    claims: 'jsonb',
    substitutes: 'jsonb',
  },
  instrument: { id: 'text', title: 'text', date: 'text', provisions: 'jsonb' },
  goal: {
    id: 'text',
    tier: 'text',
    statement: 'text',
    provisions: 'jsonb',
    objectives: 'jsonb',
    cites: 'jsonb',
    benchmarks: 'jsonb',
  },
  benchmark: { id: 'text', title: 'text', kind: 'text', set_on: 'text', text: 'text' },
  waiver: {
    benchmark_id: 'text',
    occurrence: 'integer',
    granted_by: 'text',
    ground: 'text',
    from_date: 'text',
    until_date: 'text',
    known: 'text',
    cites: 'jsonb',
  },
  source: {
    id: 'text',
    title: 'text',
    kind: 'text',
    published: 'text',
    url: 'text',
    reliability: 'text',
    protected: 'boolean',
    origin_id: 'text',
    withdrawn: 'date',
  },
  series: {
    id: 'text',
    title: 'text',
    kind: 'text',
    unit: 'text',
    definition: 'text',
    withdrawn: 'date',
  },
  figure: {
    series_id: 'text',
    reporter: 'text',
    country: 'text',
    from_date: 'text',
    to_date: 'text',
    low: 'double precision',
    high: 'double precision',
    published: 'text',
    source_id: 'text',
    locator: 'text',
    note: 'text',
    known: 'date',
    known_by: 'text',
    withdrawn: 'date',
  },
  event: {
    id: 'text',
    date: 'text',
    kind: 'text',
    subject: 'text',
    stage: 'text',
    basis: 'text',
    verification: 'text',
    claimed_by: 'text',
    detail: 'text',
    known: 'date',
    known_by: 'text',
    source_id: 'text',
    locator: 'text',
    withdrawn: 'date',
  },
  undertaking: {
    id: 'text',
    date: 'text',
    said_by: 'text',
    said_to: 'text',
    channel: 'text',
    text: 'text',
    due: 'text',
    goal_id: 'text',
    known: 'date',
    known_by: 'text',
    source_id: 'text',
    locator: 'text',
    withdrawn: 'date',
  },
  outcome: {
    undertaking_id: 'text',
    date: 'text',
    outcome: 'text',
    known: 'date',
    known_by: 'text',
    source_id: 'text',
    locator: 'text',
    withdrawn: 'date',
  },
  judgement: {
    question: 'text',
    unit: 'text',
    coder: 'text',
    date: 'text',
    score: 'double precision',
    known: 'date',
    known_by: 'text',
    note: 'text',
    withdrawn: 'date',
  },
  kept_file: { path: 'text', bytes: 'bytea' },
  edition: {
    id: 'text',
    as_of: 'date',
    known_on: 'date',
    method: 'text',
    content: 'text',
    sha256: 'text',
    signed_by: 'text',
    corrects_id: 'text',
    reason: 'text',
  },
  ...REGISTER_COLUMNS,
  ...FOLLOW_UP_COLUMNS,
}

// The cast: Object.keys gives text, and the keys are the tables by the type above.
export const RECORD_TABLES = Object.keys(COLUMNS) as readonly RecordTable[]

/** The columns of a table by name and type, in one order. */
export function columnsOf(table: RecordTable): [name: string, type: ColumnType][] {
  return Object.entries<ColumnType>(COLUMNS[table])
}
