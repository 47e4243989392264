/**
 * Two entries of the register found to be one person. Both histories stay; what is counted is one.
 * A merge known by a day restates every earlier day as known from then (rules R160); it can be undone.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { PersonId } from '../basics/ids.ts'

export type MergeEntry = {
  readonly entry: number
  readonly kept: PersonId
  readonly merged: PersonId
  readonly known: CalendarDate
  readonly by: string
  readonly reason: string
  /** From this day on, included, it no longer holds. */
  readonly undone: CalendarDate | null
}
