/** The days on which a programme reviews: month ends unless it sets others (rules R84). */
import type { DayNumber } from '../basics/calendar-date.ts'
import { addMonths, monthEndOf, toDayNumber } from '../basics/calendar-date.ts'
import type { Reviews } from '../goals/programme.ts'

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** Review days from the month end after `first` to the last on or before `last`, in order. */
export function reviewDays(reviews: Reviews, first: DayNumber, last: DayNumber): DayNumber[] {
  if ('on' in reviews)
    return reviews.on
      .map(toDayNumber)
      .filter((day, at, all) => day <= last && all.indexOf(day) === at)
      .toSorted((a, b) => a - b)
  const step = MONTHS[reviews.every]
  const days: DayNumber[] = []
  for (let day = firstEnd(first, step); day <= last; day = addMonths(day, step)) days.push(day)
  return days
}

/** The first month end on or after the day whose month closes a period of the rhythm. */
function firstEnd(day: DayNumber, step: number): DayNumber {
  let end = monthEndOf(day)
  while ((new Date(end * 86_400_000).getUTCMonth() + 1) % step !== 0) end = addMonths(end, 1)
  return end
}
