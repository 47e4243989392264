/** Dates between rows and the domain. What stands in the store was checked before it was written. */
import type { CalendarDate } from '../../domain/basics/calendar-date.ts'
import { uncertainDate } from '../../domain/basics/uncertain-date.ts'
import type { UncertainDate } from '../../domain/basics/uncertain-date.ts'

export function toDay(text: string | null): CalendarDate | null {
  return text as CalendarDate | null // a `date` column holds nothing but days
}

export function toUncertainDate(text: string | null): UncertainDate | null {
  return text === null ? null : uncertainDate(text)
}
