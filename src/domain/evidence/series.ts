/**
 * A series is an indicator with its definition; two definitions are two series.
 *
 * `flow` is an amount during a period, `level` a state on a day, `index` a bounded scale for a period.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { SeriesId } from '../basics/ids.ts'

export const SERIES_KINDS = ['flow', 'level', 'index'] as const
export type SeriesKind = (typeof SERIES_KINDS)[number]

export type Series = {
  readonly entry: number
  readonly id: SeriesId
  readonly title: string
  readonly kind: SeriesKind
  readonly unit: string
  readonly definition: string
  readonly withdrawn: CalendarDate | null
}
