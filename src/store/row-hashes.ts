/** The hashes of the rows as they stand, to be held against those that were taken when they were written. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { hashOfRow } from './database/append.ts'
import { RECORD_TABLES } from './database/columns.ts'
import { readPages } from './database/read-rows.ts'
import type { Reader } from './database/reader-writer.ts'

export type RowHash = { readonly entry: number; readonly action: number; readonly hash: Buffer }

/** Kept files can be large and are taken one at a time. */
const ONE = 1
const PAGE = 20_000

/** Of every row of the programme, in no order. */
export async function listRowHashes(db: Reader, programme: ProgrammeId): Promise<RowHash[]> {
  const hashes: RowHash[] = []
  for (const table of RECORD_TABLES)
    for await (const page of readPages(db, table, programme, 0, table === 'kept_file' ? ONE : PAGE))
      for (const row of page)
        hashes.push({
          entry: row.entry,
          action: row.action_id,
          hash: hashOfRow(table, row.entry, row),
        })
  return hashes
}
