/** Figures on record, as published. Rows are added and read, never changed: vintages are the point. */
import type { ProgrammeId, SeriesId, SourceId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay, toUncertainDate } from './database/days.ts'
import { readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { Entered } from './known-by.ts'

export async function listFigures(
  db: Reader,
  programme: ProgrammeId,
  after = 0,
): Promise<FigureEntry[]> {
  return (await readRows(db, 'figure', programme, after)).map((row) => ({
    entry: row.entry,
    series: row.series_id as SeriesId,
    reporter: row.reporter,
    country: row.country,
    from: uncertainDate(row.from_date),
    to: uncertainDate(row.to_date),
    low: row.low,
    high: row.high,
    published: toUncertainDate(row.published),
    source: row.source_id as SourceId,
    at: row.locator,
    note: row.note,
    known: toDay(row.known),
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertFigures(
  tx: Writer,
  action: OpenAction,
  figures: readonly Entered<FigureEntry>[],
): Promise<void> {
  return append(
    tx,
    action,
    'figure',
    figures.map((figure) => ({
      series_id: figure.series,
      reporter: figure.reporter,
      country: figure.country,
      from_date: figure.from.text,
      to_date: figure.to.text,
      low: figure.low,
      high: figure.high,
      published: figure.published?.text ?? null,
      source_id: figure.source,
      locator: figure.at,
      note: figure.note,
      known: figure.known,
      known_by: figure.knownBy,
      withdrawn: figure.withdrawn,
    })),
  )
}
