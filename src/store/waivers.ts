/**
 * Waivers on record. A waiver has no id: benchmark, grantor and first day name it, and where these
 * are the same its place among its like does. Of several versions of one the latest stands.
 */
import type { BenchmarkId, ProgrammeId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Waiver } from '../domain/goals/waiver.ts'
import { append, type OpenAction } from './database/append.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fromCitations, toCitations } from './goals.ts'

export type NumberedWaiver = { readonly waiver: Waiver; readonly occurrence: number }

export async function listWaivers(db: Reader, programme: ProgrammeId): Promise<Waiver[]> {
  const rows = await readRows(db, 'waiver', programme)
  const keyOf = (row: (typeof rows)[number]) =>
    JSON.stringify([row.benchmark_id, row.granted_by, row.from_date, row.occurrence])
  return latestOfEach(rows, keyOf).map((row) => ({
    benchmark: row.benchmark_id as BenchmarkId,
    by: row.granted_by,
    ground: row.ground,
    from: uncertainDate(row.from_date),
    until: row.until_date === null ? null : uncertainDate(row.until_date),
    known: uncertainDate(row.known),
    cites: toCitations(row.cites),
  }))
}

export function insertWaivers(
  tx: Writer,
  action: OpenAction,
  waivers: readonly NumberedWaiver[],
): Promise<void> {
  return append(
    tx,
    action,
    'waiver',
    waivers.map(({ waiver, occurrence }) => ({
      benchmark_id: waiver.benchmark,
      occurrence,
      granted_by: waiver.by,
      ground: waiver.ground,
      from_date: waiver.from.text,
      until_date: waiver.until?.text ?? null,
      known: waiver.known.text,
      cites: fromCitations(waiver.cites),
    })),
  )
}
