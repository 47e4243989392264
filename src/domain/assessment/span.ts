/**
 * The whole years over which a programme is looked at: from two years before it begins, so that what it
 * found is seen beside what it came from, to the end of the year of its last evidence.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { toCalendarDate } from '../basics/calendar-date.ts'
import type { Evaluator } from './evaluator.ts'

const YEARS_BEFORE = 2
/** Where there is neither a beginning nor evidence. */
const EMPTY = { from: '2000-01-01' as CalendarDate, to: '2000-12-31' as CalendarDate }

export function spanOfControls(evaluator: Evaluator): {
  readonly from: CalendarDate
  readonly to: CalendarDate
} {
  const { from } = evaluator.record.programme
  const span = evaluator.span()
  const first = from ? yearOf(from) - YEARS_BEFORE : span ? yearOf(toCalendarDate(span.from)) : null
  const last = span ? yearOf(toCalendarDate(span.to)) : first
  if (first === null || last === null) return EMPTY
  return { from: dayIn(Math.min(first, last), '01-01'), to: dayIn(last, '12-31') }
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

function dayIn(year: number, monthAndDay: string): CalendarDate {
  return `${String(year).padStart(4, '0')}-${monthAndDay}` as CalendarDate
}
