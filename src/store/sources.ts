/** Sources on record: of several versions of one the latest stands. */
import type { ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import type { Source } from '../domain/evidence/source.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay, toUncertainDate } from './database/days.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export async function listSources(db: Reader, programme: ProgrammeId): Promise<Source[]> {
  const rows = latestOfEach(await readRows(db, 'source', programme), (row) => row.id)
  return rows.map((row) => ({
    entry: row.entry,
    id: row.id as SourceId,
    title: row.title,
    kind: row.kind,
    published: toUncertainDate(row.published),
    url: row.url,
    reliability: row.reliability,
    protected: row.protected,
    origin: row.origin_id as SourceId | null,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertSources(
  tx: Writer,
  action: OpenAction,
  sources: readonly Omit<Source, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'source',
    sources.map((source) => ({
      id: source.id,
      title: source.title,
      kind: source.kind,
      published: source.published?.text ?? null,
      url: source.url,
      reliability: source.reliability,
      protected: source.protected,
      origin_id: source.origin,
      withdrawn: source.withdrawn,
    })),
  )
}
