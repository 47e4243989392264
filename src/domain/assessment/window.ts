/**
 * The days that a measure speaks of, seen from `asOf` (rules R34, R35).
 *
 * A window of N months ending on D begins on the day after D less N months. Days of a fixed window
 * after `asOf` are unused: the window is then *running*, and nothing above is known of it yet.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { addMonths, toDayNumber } from '../basics/calendar-date.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import type { Duration, Window } from '../goals/language/syntax.ts'

export type Days = {
  readonly from: DayNumber
  readonly to: DayNumber
  /** It goes on after `asOf`. */
  readonly running: boolean
  /** The last day of the whole window, come or not. */
  readonly end: DayNumber
}

/** The days of a window up to `asOf`; undefined when none of them has come. */
export function daysOf(window: Window | null, asOf: DayNumber): Days | undefined {
  const upToNow = (from: DayNumber): Days => ({ from, to: asOf, running: false, end: asOf })
  if (window === null) return upToNow(asOf)
  switch (window.window) {
    case 'last':
      return upToNow(dayAfterEarlier(asOf, window.duration))
    // At most that far back, the day itself included.
    case 'within':
      return upToNow(earlier(asOf, window.duration))
    case 'since': {
      const from = toDayNumber(uncertainDate(window.date).earliest)
      return from > asOf ? undefined : upToNow(from)
    }
    case 'in':
    case 'at': {
      const { earliest, latest } = uncertainDate(window.date)
      const [from, to] = [toDayNumber(earliest), toDayNumber(latest)]
      if (from > asOf) return undefined
      return { from, to: Math.min(to, asOf) as DayNumber, running: to > asOf, end: to }
    }
  }
}

export function earlier(day: DayNumber, { count, unit }: Duration): DayNumber {
  if (unit === 'day') return (day - count) as DayNumber
  return addMonths(day, unit === 'year' ? -12 * count : -count)
}

export function later(day: DayNumber, { count, unit }: Duration): DayNumber {
  if (unit === 'day') return (day + count) as DayNumber
  return addMonths(day, unit === 'year' ? 12 * count : count)
}

function dayAfterEarlier(day: DayNumber, duration: Duration): DayNumber {
  return (earlier(day, duration) + 1) as DayNumber
}

const DAYS_PER_MONTH = 365.2425 / 12

/** Months of a window: a whole number where it is one, else days over the mean length of a month. */
export function monthsOf({
  from,
  to,
}: {
  readonly from: DayNumber
  readonly to: DayNumber
}): number {
  const before = (from - 1) as DayNumber
  const about = Math.round((to - before) / DAYS_PER_MONTH)
  for (const months of [about, about - 1, about + 1])
    if (months > 0 && (addMonths(before, months) === to || addMonths(to, -months) === before))
      return months
  return (to - before) / DAYS_PER_MONTH
}
