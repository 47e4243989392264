/**
 * Consent, for each use apart. Unknown is not yes: without a yes that holds on the day, the use is
 * blocked, and only a named person with a reason may override it
 * (OHCHR, Manual on Human Rights Monitoring, ch. 2 and 14).
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { SubjectId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export const CONSENT_USES = [
  'hold',
  'raise-privately',
  'list-to-the-government',
  'name-publicly',
  'pass-on',
] as const
export type ConsentUse = (typeof CONSENT_USES)[number]

export const CONSENT_ANSWERS = ['yes', 'no', 'unknown'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

export type ConsentEntry = {
  readonly entry: number
  readonly subject: SubjectId
  readonly use: ConsentUse
  readonly answer: ConsentAnswer
  /** Who gave it: the person, family, lawyer. */
  readonly by: string
  /** Also the day since which it is known. */
  readonly date: UncertainDate
  /** The last day on which it holds; null is without end. */
  readonly expires: CalendarDate | null
  readonly withdrawn: CalendarDate | null
}
