/** Series on record: of several versions of one the latest stands. */
import type { ProgrammeId, SeriesId } from '../domain/basics/ids.ts'
import type { Series, SeriesKind } from '../domain/evidence/series.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export async function listSeries(db: Reader, programme: ProgrammeId): Promise<Series[]> {
  const rows = latestOfEach(await readRows(db, 'series', programme), (row) => row.id)
  return rows.map((row) => ({
    entry: row.entry,
    id: row.id as SeriesId,
    title: row.title,
    kind: row.kind as SeriesKind, // only this store writes it
    unit: row.unit,
    definition: row.definition,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertSeries(
  tx: Writer,
  action: OpenAction,
  series: readonly Omit<Series, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'series',
    series.map(({ id, title, kind, unit, definition, withdrawn }) => ({
      id,
      title,
      kind,
      unit,
      definition,
      withdrawn,
    })),
  )
}
