/** Parts of a programme folder that the program does not know yet, byte for byte; the latest of each path stands. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import { latestOfEach, readPages } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { StoredRow } from './database/tables.ts'

export type KeptFile = { readonly path: string; readonly bytes: Uint8Array }

/** Files are read one at a time: a page of them could be gigabytes. */
const ONE = 1

export async function listKeptFiles(db: Reader, programme: ProgrammeId): Promise<KeptFile[]> {
  const rows: StoredRow<'kept_file'>[] = []
  for await (const page of readPages(db, 'kept_file', programme, 0, ONE)) rows.push(...page)
  return latestOfEach(rows, (row) => row.path).map(({ path, bytes }) => ({
    path,
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), // one driver gives its own kind
  }))
}

/** The paths of all that was ever kept, of every programme. */
export async function listKeptPaths(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('kept_file').select('path').distinct().orderBy('path').execute()
  return rows.map(({ path }) => path)
}

export function insertKeptFiles(
  tx: Writer,
  action: OpenAction,
  files: readonly KeptFile[],
): Promise<void> {
  return append(
    tx,
    action,
    'kept_file',
    files.map(({ path, bytes }) => ({ path, bytes })),
  )
}
