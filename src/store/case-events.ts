/**
 * What happened in cases, on record. Rows are added and read, never changed.
 *
 * Beside what was said each row holds what SQL needs to count it: the first and last day of its date,
 * since when it is known, and its verification as it counts (rules R41, R204).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, PersonId, ProgrammeId, SourceId, SubjectId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { Verification } from '../domain/evidence/event.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { KnownBy } from './database/column-type.ts'
import type { Entered } from './known-by.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'case_event'

/** An event as it is appended: with its case's subject, and what counts. */
export type CountedEvent = Entered<CaseEventEntry> & {
  readonly subject: SubjectId
  readonly knownOn: CalendarDate
  readonly effective: Verification
}
export type StoredCaseEvent = CaseEventEntry & { readonly knownBy: KnownBy | null }

/** Those asked for by a column, else all. The details of an erased subject are empty. */
export function listCaseEvents(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<StoredCaseEvent[]> {
  const pages = readOpened(db, keyring, TABLE, programme, (row) => row.subject_id, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    case: row.case_id as CaseId,
    person: row.person_id as PersonId | null,
    kind: row.kind,
    date: uncertainDate(row.date),
    known: toDay(row.known),
    knownBy: row.known_by,
    verification: row.verification as Verification | null, // only this store writes it
    detail: fieldOf(opened, 0),
    source: row.source_id as SourceId | null,
    at: row.locator,
    withdrawn: toDay(row.withdrawn),
  }))
}

export async function insertCaseEvents(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  events: readonly CountedEvent[],
): Promise<void> {
  const sealed = events.filter(({ detail }) => detail !== '').map(({ subject }) => subject)
  const sealer = await keyring.sealer(tx, action.programme, sealed)
  await append(
    tx,
    action,
    TABLE,
    events.map((event) => ({
      case_id: event.case,
      subject_id: event.subject,
      person_id: event.person,
      kind: event.kind,
      date: event.date.text,
      earliest: event.date.earliest,
      latest: event.date.latest,
      known: event.known,
      known_by: event.knownBy,
      known_on: event.knownOn,
      verification: event.verification,
      effective: event.effective,
      source_id: event.source,
      locator: event.at,
      sealed: sealer.seal(TABLE, event.subject, [event.detail]),
      withdrawn: event.withdrawn,
    })),
  )
}
