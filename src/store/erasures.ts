/** Tombstones of what was erased: whom by id, when, by whom, on what ground, and the counts that someone approved. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import { readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export type Erasure = {
  readonly entry: number
  /** A person or a family. */
  readonly subject: string
  readonly on: CalendarDate
  readonly by: string
  readonly ground: string
  /** What was counted over the subject's cases, as it was approved. */
  readonly counts: Readonly<Record<string, unknown>>
  readonly approvedBy: string
  /** Keys of papers and engagements that were destroyed with it. */
  readonly also: readonly string[]
}

export async function listErasures(db: Reader, programme: ProgrammeId): Promise<Erasure[]> {
  return (await readRows(db, 'erasure', programme)).map((row) => ({
    entry: row.entry,
    subject: row.subject_id,
    on: row.erased_on as CalendarDate, // a `date` column holds nothing but days
    by: row.erased_by,
    ground: row.ground,
    counts: row.counts,
    approvedBy: row.approved_by,
    also: row.also,
  }))
}

export function insertErasures(
  tx: Writer,
  action: OpenAction,
  erasures: readonly Omit<Erasure, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'erasure',
    erasures.map((each) => ({
      subject_id: each.subject,
      erased_on: each.on,
      erased_by: each.by,
      ground: each.ground,
      counts: each.counts,
      approved_by: each.approvedBy,
      also: [...each.also],
    })),
  )
}
