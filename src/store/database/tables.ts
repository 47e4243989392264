/**
 * The tables as Kysely sees them, and the columns that a row of the record brings with it.
 *
 * Every table of the record is append-only and leads its primary key with the programme. Days are
 * `date` columns and read as text; EDTF dates are text as written.
 */
import type { ColumnType } from 'kysely'
import type { KnownBy } from './column-type.ts'
import type { FollowUpTables } from './follow-up-tables.ts'
import type { KeyTables, RegisterTables } from './register-tables.ts'

/** What the store adds to each row of the record. */
export type EntryColumns = {
  programme_id: string
  /** Counts 1, 2, 3 … through all tables of one programme: the order of writing. */
  entry: number
  /** The action that wrote the row: `audit_entry.action_id` of the same programme. */
  action_id: number
  recorded_at: ColumnType<Date, never, never>
}

/**
 * Whence a row has its `known`: it said so itself; it was filled with the day of entry because
 * neither it nor its source says; or because it corrects a row that was known from the same day.
 */
/** A column of JSON: parsed by both drivers, checked by no one, since only this store writes it. */
type Json<T> = T

export type RecordTables = ProgrammeTables & RegisterTables & FollowUpTables

type ProgrammeTables = {
  programme: {
    title: string
    counterpart: string
    sender: string
    from_day: string | null
    counting: string
    baselines: Json<{ id: string; title: string; in: string }[]>
    reviews: Json<{ every: string } | { on: string[] }>
    claims: Json<string[]>
    substitutes: Json<string[][]>
  }
  instrument: {
    id: string
    title: string
    date: string
    provisions: Json<{ id: string; title: string; text: string }[]>
  }
  goal: {
    id: string
    tier: string
    statement: string
    provisions: Json<string[]>
    objectives: Json<string[]>
    cites: Json<{ source: string; at: string }[]>
    benchmarks: Json<string[]>
  }
  benchmark: { id: string; title: string; kind: string; set_on: string | null; text: string }
  waiver: {
    benchmark_id: string
    /** Tells apart waivers of one benchmark by one grantor from one day: 1, 2 … */
    occurrence: number
    granted_by: string
    ground: string
    from_date: string
    until_date: string | null
    known: string
    cites: Json<{ source: string; at: string }[]>
  }
  source: {
    id: string
    title: string
    kind: string
    published: string | null
    url: string
    reliability: string
    protected: boolean
    origin_id: string | null
    withdrawn: string | null
  }
  series: {
    id: string
    title: string
    kind: string
    unit: string
    definition: string
    withdrawn: string | null
  }
  figure: {
    series_id: string
    reporter: string
    country: string | null
    from_date: string
    to_date: string
    low: number | null
    high: number | null
    published: string | null
    source_id: string
    locator: string
    note: string
    known: string | null
    known_by: KnownBy | null
    withdrawn: string | null
  }
  event: {
    id: string
    date: string
    kind: string
    subject: string
    stage: string
    basis: string | null
    verification: string | null
    claimed_by: string
    detail: string
    known: string | null
    known_by: KnownBy | null
    source_id: string
    locator: string
    withdrawn: string | null
  }
  undertaking: {
    id: string
    date: string
    said_by: string
    said_to: string
    channel: string
    text: string
    due: string | null
    goal_id: string | null
    known: string | null
    known_by: KnownBy | null
    source_id: string
    locator: string
    withdrawn: string | null
  }
  outcome: {
    undertaking_id: string
    date: string
    outcome: string
    known: string | null
    known_by: KnownBy | null
    source_id: string
    locator: string
    withdrawn: string | null
  }
  judgement: {
    question: string
    unit: string
    coder: string
    date: string
    score: number
    known: string | null
    known_by: KnownBy | null
    note: string
    withdrawn: string | null
  }
  kept_file: { path: string; bytes: Uint8Array }
  edition: {
    id: string
    as_of: string
    known_on: string
    method: string
    /** JSON as it was composed, byte for byte, so that its hash can be made again. */
    content: string
    sha256: string
    signed_by: string
    corrects_id: string | null
    reason: string
  }
}

export type RecordTable = keyof RecordTables
export type RowOf<T extends RecordTable> = RecordTables[T]
export type StoredRow<T extends RecordTable> = RowOf<T> & {
  programme_id: string
  entry: number
  action_id: number
}

export type Tables = { [T in RecordTable]: EntryColumns & RecordTables[T] } & KeyTables & {
    audit_entry: AuditEntryTable
    read_entry: ReadEntryTable
    migration: { position: number; name: string; applied_on: string }
  }

/** A look at personal fields. The rows of a programme are a chain of their own beside the audit. */
export type ReadEntryTable = {
  programme_id: string
  read_id: number
  person_id: string
  person_name: string
  /** The page, file or action that showed them. */
  purpose: string
  subject_count: number
  /** Their ids; null is the whole register. */
  subjects: ColumnType<string[] | null, string | null, never>
  previous_hash: string
  hash: string
  recorded_at: ColumnType<Date, string, never>
}

export type AuditEntryTable = {
  programme_id: string
  action_id: number
  person_id: string
  person_name: string
  permission: string
  subject: string
  /** How many rows the action wrote, and the highest entry of the programme after it. */
  row_count: number
  last_entry: number
  rows_hash: string
  previous_hash: string
  hash: string
  /** Written as text in UTC, `2026-11-22T08:31:43.123456Z`, since the hash covers it. */
  recorded_at: ColumnType<Date, string, never>
}
