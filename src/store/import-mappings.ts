/** How columns of other people's files are read, saved by name; the latest of each name stands. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export type ImportMapping = {
  readonly entry: number
  readonly name: string
  /** As JSON. */
  readonly content: Readonly<Record<string, unknown>>
}

export async function listImportMappings(
  db: Reader,
  programme: ProgrammeId,
): Promise<ImportMapping[]> {
  const rows = latestOfEach(await readRows(db, 'import_mapping', programme), ({ name }) => name)
  return rows.map(({ entry, name, content }) => ({ entry, name, content }))
}

export function insertImportMapping(
  tx: Writer,
  action: OpenAction,
  { name, content }: Omit<ImportMapping, 'entry'>,
): Promise<void> {
  return append(tx, action, 'import_mapping', [{ name, content }])
}
