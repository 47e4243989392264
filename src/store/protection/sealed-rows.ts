/** Reads rows with what is sealed in them, in the order of writing, a page at a time. */
import { sql } from 'kysely'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { columnsOf } from '../database/columns.ts'
import type { Reader } from '../database/reader-writer.ts'
import type { RecordTable, StoredRow, Tables } from '../database/tables.ts'
import type { Keyring, Opened } from './subject-keys.ts'

/** Which rows: those after an entry number, and those with one of these values in a column. */
export type Which = {
  readonly after?: number
  readonly column?: string
  readonly values?: readonly string[]
}

const PAGE = 20_000
const VALUES = 10_000

/** In the order of writing; where values are asked for, in that order within each ten thousand of them. */
export async function* readWhich<T extends RecordTable>(
  db: Reader,
  table: T,
  programme: ProgrammeId,
  { after = 0, column, values }: Which = {},
): AsyncGenerator<StoredRow<T>[]> {
  if (column === undefined || values === undefined) {
    yield* readSome(db, table, programme, after)
    return
  }
  const wanted = [...new Set(values)]
  for (let at = 0; at < wanted.length; at += VALUES)
    yield* readSome(db, table, programme, after, { column, values: wanted.slice(at, at + VALUES) })
}

async function* readSome<T extends RecordTable>(
  db: Reader,
  table: T,
  programme: ProgrammeId,
  after: number,
  among?: { readonly column: string; readonly values: readonly string[] },
): AsyncGenerator<StoredRow<T>[]> {
  const names = ['programme_id', 'entry', 'action_id', ...columnsOf(table).map(([name]) => name)]
  for (let last = after; ;) {
    let query = db
      // The casts: which table it is shows in the result's type; Kysely needs one known by name.
      .selectFrom(table as 'figure')
      .select(names as (keyof Tables['figure'])[])
      .where('programme_id', '=', programme)
      .where('entry', '>', last)
    if (among)
      query = query.where(sql<boolean>`${sql.ref(among.column)} = any(${among.values}::text[])`)
    const rows = await query.orderBy('entry').limit(PAGE).execute()
    if (rows.length > 0) yield rows as unknown as StoredRow<T>[] // the table's columns, selected by name
    if (rows.length < PAGE) return
    last = rows.at(-1)?.entry ?? last
  }
}

/** All rows asked for, in the order of writing. */
export async function listWhich<T extends RecordTable>(
  db: Reader,
  table: T,
  programme: ProgrammeId,
  which: Which = {},
): Promise<StoredRow<T>[]> {
  const all: StoredRow<T>[] = []
  for await (const page of readWhich(db, table, programme, which))
    for (const row of page) all.push(row)
  return which.values === undefined ? all : all.sort((a, b) => a.entry - b.entry)
}

export type SealedTable = {
  [T in RecordTable]: StoredRow<T> extends { sealed: string | null } ? T : never
}[RecordTable]

export type OpenedRow<T extends SealedTable> = {
  readonly row: StoredRow<T>
  readonly opened: Opened
}

/** The same with what is sealed in each row; `subjectOf` says whose key it is sealed with. */
export async function* readOpened<T extends SealedTable>(
  db: Reader,
  keyring: Keyring,
  table: T,
  programme: ProgrammeId,
  subjectOf: (row: StoredRow<T>) => string,
  which: Which = {},
): AsyncGenerator<OpenedRow<T>[]> {
  for await (const rows of readWhich(db, table, programme, which)) {
    const sealed = rows.map((row) => ({ subject: subjectOf(row), sealed: row.sealed }))
    const opened = await keyring.open(db, programme, table, sealed)
    yield rows.map((row, i) => ({ row, opened: opened[i] ?? null }))
  }
}

/** All rows asked for as their domain type, in the order of writing. */
export async function listOpened<T extends SealedTable, R extends { readonly entry: number }>(
  pages: AsyncGenerator<OpenedRow<T>[]>,
  toRow: (row: StoredRow<T>, opened: Opened) => R,
): Promise<R[]> {
  const all: R[] = []
  let isSorted = true
  for await (const page of pages)
    for (const { row, opened } of page) {
      isSorted &&= row.entry > (all.at(-1)?.entry ?? 0)
      all.push(toRow(row, opened))
    }
  return isSorted ? all : all.sort((a, b) => a.entry - b.entry)
}

/** One of the sealed fields as text: empty where the row does not say it, or it was erased. */
export function fieldOf(opened: Opened, place: number): string {
  return typeof opened === 'object' && opened !== null ? (opened[place] ?? '') : ''
}
