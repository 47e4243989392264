/**
 * What the register and the lists say, for an evaluator that reads them without waiting (rules R233).
 *
 * The domain asks; whoever has the register answers. In memory the answers are worked out at once;
 * over a store, a question that was not answered yet reads as nothing known, is noted, and whatever was
 * made of it is thrown away and asked again with the answers.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import type { Register } from '../cases/register.ts'
import type { CaseReading, CaseRequest } from '../lists/case-request.ts'
import { answerCaseRequests, keyOfRequest, nothingOnRecord } from '../lists/case-request.ts'
import type { ListRecord } from '../lists/list-record.ts'

/** First and last day that something on record speaks of. */
export type Span = { readonly from: DayNumber; readonly to: DayNumber }

export type CaseReadings = {
  /**
   * undefined while it is not answered.
   *
   * @param named whether entries and cases are to be named; without, their lists may be empty
   */
  readonly read: (request: CaseRequest, named: boolean) => CaseReading | undefined
  /** The days that the register speaks of; null without one. */
  readonly span: () => Span | null
  /** The first day that anything in the register speaks of that is known by then; null where nothing is. */
  readonly firstOn: (knownOn: CalendarDate) => DayNumber | null
}

/** Neither a register nor a list is on record. */
export const NO_REGISTER: CaseReadings = {
  read: ({ kind }) => nothingOnRecord(kind === 'list' ? 'list' : 'register'),
  span: () => null,
  firstOn: () => null,
}

/** What a register and lists in memory say: worked out when it is asked, and kept. */
export function readingsIn(register: Register, lists: ListRecord): CaseReadings {
  const answered = new Map<string, CaseReading>()
  const { cases, caseEvents } = register.record
  const known = [...new Set(cases.map(({ id }) => id))].flatMap((id) =>
    register.histories.rowsOf(id),
  )
  return {
    read: (request) => {
      const key = keyOfRequest(request)
      const reading = answered.get(key) ?? answerCaseRequests(register, lists, [request])[0]
      if (reading) answered.set(key, reading)
      return reading
    },
    span: () => {
      const from = earliestOf(caseEvents.map(({ date }) => date.earliest))
      const to = latestOf(caseEvents.map(({ date }) => date.latest))
      return from === null || to === null ? null : { from, to }
    },
    firstOn: (knownOn) =>
      earliestOf(known.filter((each) => each.known <= knownOn).map(({ row }) => row.date.earliest)),
  }
}

function earliestOf(days: readonly CalendarDate[]): DayNumber | null {
  const first = days.reduce<CalendarDate | null>((a, b) => (a === null || b < a ? b : a), null)
  return first === null ? null : toDayNumber(first)
}

function latestOf(days: readonly CalendarDate[]): DayNumber | null {
  const last = days.reduce<CalendarDate | null>((a, b) => (a === null || b > a ? b : a), null)
  return last === null ? null : toDayNumber(last)
}
