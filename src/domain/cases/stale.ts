/**
 * Cases of which nothing newer is known (rules R198): no happening and no contact that is known and
 * dated within so many months. A list that carries departed families gives the other side a rejoinder.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { CaseGroup, RegisterView } from './register.ts'

/** ◆ Unless a programme says otherwise: half a year, the time between two looks at a list. */
export const STALE_AFTER_MONTHS = 6

export type Staleness = {
  readonly stale: boolean
  /** The last day of which something is known; null where nothing is. */
  readonly lastKnown: CalendarDate | null
}

/** What was last known of a case, and whether that is too long ago. */
export function stalenessOn(
  view: RegisterView,
  group: CaseGroup,
  asOf: CalendarDate,
  months: number = STALE_AFTER_MONTHS,
): Staleness {
  const days = [
    ...group.happenings.map((each) => later(each.latest, each.known)),
    ...view.contactsAbout(group).map(({ date }) => date.latest),
  ].filter((day) => day <= asOf)
  const lastKnown = days.reduce<CalendarDate | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  )
  const limit = toCalendarDate(addMonths(toDayNumber(asOf), -months))
  return { stale: lastKnown === null || lastKnown < limit, lastKnown }
}

/** A report of long ago that came in lately is lately known, and what is dated lately is too. */
function later(latest: CalendarDate, known: CalendarDate): CalendarDate {
  return known > latest ? known : latest
}
