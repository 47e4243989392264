/**
 * The days that cases and lists speak of, so that a programme of people alone has days to be looked at
 * on. Read anew only when something was added: the pages ask for it each time.
 */
import { calendarDate, toCalendarDate, type CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { findAuditHead } from '../store/audit.ts'
import { findRegisterSpan } from '../store/case-measures.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { atOneMoment } from '../store/programme-records.ts'
import { listPresentations, listVersions } from '../store/representation-lists.ts'

export type DaySpan = { readonly from: CalendarDate; readonly to: CalendarDate }

type Held = { readonly head: string; readonly span: Promise<DaySpan | null> }
const held = new WeakMap<Database, Map<ProgrammeId, Held>>()

/** First and last day of what happened in cases and of lists written and handed over; null where there is neither. */
export async function findDaysOnRecord(
  database: Database,
  programme: ProgrammeId,
): Promise<DaySpan | null> {
  const head = (await findAuditHead(database, programme))?.hash ?? ''
  const byProgramme = held.get(database) ?? new Map<ProgrammeId, Held>()
  held.set(database, byProgramme)
  const before = byProgramme.get(programme)
  if (before?.head === head) return before.span
  const span = readDays(database, programme)
  byProgramme.set(programme, { head, span })
  span.catch(() => byProgramme.delete(programme)) // what failed is read again; the asker is told
  return span
}

function readDays(database: Database, programme: ProgrammeId): Promise<DaySpan | null> {
  return atOneMoment(database, async (db) => {
    const register = await findRegisterSpan(db, programme)
    const versions = await listVersions(db, programme)
    const presentations = await listPresentations(db, programme)
    // The end of a range that is open is no day that anything happened on.
    const days = [
      ...(register ? [toCalendarDate(register.from), toCalendarDate(register.to)] : []),
      ...[...versions, ...presentations].map(({ date }) => date),
    ]
      .filter((day) => day > '0001-01-01' && day < '9999-01-01')
      .toSorted()
    const [from, to] = [days[0], days.at(-1)]
    return from && to ? { from, to } : null
  })
}

/**
 * Whole years: those of the evidence, on to the last day on record; `own` is null without evidence.
 * Where the programme says when it begins, what people lived through before does not move that.
 */
export function widened(
  own: DaySpan | null,
  days: DaySpan | null,
  today: CalendarDate,
  saysWhenItBegins = false,
): DaySpan {
  const spans = [own, days].filter((span) => span !== null)
  const end =
    spans
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? today
  const first = spans.map(({ from }) => from).toSorted()[0] ?? today
  return yearsOf({
    from: saysWhenItBegins && own ? own.from : first,
    to: isRunning(end, today) ? latest(end, today) : end,
  })
}

/** A programme of whose last years something is on record goes on: what waits in it waits today. */
const RUNS_ON_YEARS = 2

function isRunning(end: CalendarDate, today: CalendarDate): boolean {
  return Number(today.slice(0, 4)) - Number(end.slice(0, 4)) <= RUNS_ON_YEARS
}

function latest(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other
}

function yearsOf({ from, to }: DaySpan): DaySpan {
  return {
    from: calendarDate(`${from.slice(0, 4)}-01-01`),
    to: calendarDate(`${to.slice(0, 4)}-12-31`),
  }
}
