/** A numbered list of cases that is handed to a government, in versions. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, ListId } from '../basics/ids.ts'

export type RepresentationList = {
  readonly entry: number
  /** Also what it is called in every other table: `XVI`. */
  readonly id: ListId
  readonly number: string
  readonly title: string
  /** The inclusion rule, an expression over cases (rules R172); empty is none. */
  readonly rule: string
  readonly withdrawn: CalendarDate | null
}

export type ListVersion = {
  readonly entry: number
  readonly list: ListId
  readonly version: string
  /** Also the day since which it is known. */
  readonly date: CalendarDate
  readonly withdrawn: CalendarDate | null
}

export type ListEntry = {
  readonly entry: number
  readonly list: ListId
  readonly version: string
  readonly case: CaseId
  readonly category: string
  /** Empty is unknown, and shows as such in a breakdown. */
  readonly region: string
  readonly withdrawn: CalendarDate | null
}
