/** Reads rows of the record in the order of writing, a page at a time. */
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { columnsOf } from './columns.ts'
import type { Reader } from './reader-writer.ts'
import type { RecordTable, StoredRow, Tables } from './tables.ts'

/** Kysely cannot stream from PGlite, and one result of a million rows would not fit beside its copy. */
const PAGE = 20_000

/** The rows of one table with entry numbers above `after`. */
export async function readRows<T extends RecordTable>(
  db: Reader,
  table: T,
  programme: ProgrammeId,
  after = 0,
): Promise<StoredRow<T>[]> {
  const all: StoredRow<T>[] = []
  for await (const page of readPages(db, table, programme, after))
    for (const row of page) all.push(row)
  return all
}

/** The same, page by page, for what need not be held at once. */
export async function* readPages<T extends RecordTable>(
  db: Reader,
  table: T,
  programme: ProgrammeId,
  after = 0,
  pageSize = PAGE,
): AsyncGenerator<StoredRow<T>[]> {
  const names = ['programme_id', 'entry', 'action_id', ...columnsOf(table).map(([name]) => name)]
  for (let last = after; ;) {
    const rows = await db
      // The casts: which table it is shows in the result's type; Kysely needs one known by name.
      .selectFrom(table as 'figure')
      .select(names as (keyof Tables['figure'])[])
      .where('programme_id', '=', programme)
      .where('entry', '>', last)
      .orderBy('entry')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows as unknown as StoredRow<T>[] // the table's columns, selected by name
    if (rows.length < pageSize) return
    last = rows[rows.length - 1]?.entry ?? last
  }
}

/** Whether the table was added to after that entry. */
export async function hasRowsAfter(
  db: Reader,
  table: RecordTable,
  programme: ProgrammeId,
  after: number,
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select('entry')
    .where('programme_id', '=', programme)
    .where('entry', '>', after)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The latest row of each key, in the order in which the keys first came. */
export function latestOfEach<R>(rows: readonly R[], keyOf: (row: R) => string): R[] {
  const latest = new Map<string, R>()
  for (const row of rows) latest.set(keyOf(row), row)
  return [...latest.values()]
}
