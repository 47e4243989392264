/** A version handed over, or offered and refused. From then on the version is frozen. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { ListId } from '../basics/ids.ts'

export const RECEPTIONS = ['accepted', 'left-with-staff', 'refused'] as const
export type Reception = (typeof RECEPTIONS)[number]

export type Presentation = {
  readonly entry: number
  readonly list: ListId
  readonly version: string
  /** Also the day since which it is known. */
  readonly date: CalendarDate
  readonly by: string
  readonly to: string
  readonly rank: string
  readonly channel: string
  /** null is unknown. */
  readonly received: Reception | null
  readonly withdrawn: CalendarDate | null
}
