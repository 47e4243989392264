/** The hashes of the rows as they stand, to be held against those that were taken when they were written. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { hashOfRow, WITH_BYTES } from './database/append.ts'
import { RECORD_TABLES } from './database/columns.ts'
import { readPages } from './database/read-rows.ts'
import type { Reader } from './database/reader-writer.ts'
import type { RecordTable } from './database/tables.ts'

export type RowHash = { readonly entry: number; readonly action: number; readonly hash: Buffer }

/** Rows with bytes can be large and are taken one at a time; of each other table a page is held. */
const ONE = 1
const PAGE = 5000

/** Of every row of the programme in the order of writing, whatever its table. */
export async function* readRowHashes(db: Reader, programme: ProgrammeId): AsyncGenerator<RowHash> {
  const heads: { rest: AsyncGenerator<RowHash>; next: RowHash }[] = []
  for (const table of RECORD_TABLES) {
    const rest = hashesOf(db, table, programme)
    const { done, value } = await rest.next()
    if (!done) heads.push({ rest, next: value })
  }
  for (;;) {
    const first = heads.reduce<(typeof heads)[number] | undefined>(
      (least, head) => (least && least.next.entry <= head.next.entry ? least : head),
      undefined,
    )
    if (!first) return
    yield first.next
    const { done, value } = await first.rest.next()
    if (done) heads.splice(heads.indexOf(first), 1)
    else first.next = value
  }
}

async function* hashesOf(
  db: Reader,
  table: RecordTable,
  programme: ProgrammeId,
): AsyncGenerator<RowHash> {
  const pageSize = WITH_BYTES.has(table) ? ONE : PAGE
  for await (const page of readPages(db, table, programme, 0, pageSize))
    for (const row of page)
      yield {
        entry: row.entry,
        action: row.action_id,
        hash: hashOfRow(table, row.entry, row),
      }
}
