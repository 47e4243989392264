/** Events on record. Rows are added and read, never changed. */
import type { EventId, ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Basis, EventEntry, Verification } from '../domain/evidence/event.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import { readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { Entered } from './known-by.ts'

export async function listEvents(
  db: Reader,
  programme: ProgrammeId,
  after = 0,
): Promise<EventEntry[]> {
  return (await readRows(db, 'event', programme, after)).map((row) => ({
    entry: row.entry,
    id: row.id as EventId,
    date: uncertainDate(row.date),
    kind: row.kind,
    subject: row.subject,
    stage: row.stage,
    basis: row.basis as Basis | null, // only this store writes it
    verification: row.verification as Verification | null, // only this store writes it
    claimedBy: row.claimed_by,
    detail: row.detail,
    known: toDay(row.known),
    source: row.source_id as SourceId,
    at: row.locator,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertEvents(
  tx: Writer,
  action: OpenAction,
  events: readonly Entered<EventEntry>[],
): Promise<void> {
  return append(
    tx,
    action,
    'event',
    events.map((event) => ({
      id: event.id,
      date: event.date.text,
      kind: event.kind,
      subject: event.subject,
      stage: event.stage,
      basis: event.basis,
      verification: event.verification,
      claimed_by: event.claimedBy,
      detail: event.detail,
      known: event.known,
      known_by: event.knownBy,
      source_id: event.source,
      locator: event.at,
      withdrawn: event.withdrawn,
    })),
  )
}
