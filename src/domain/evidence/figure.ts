/**
 * Figures as published: who said what about which period, and when.
 *
 * A figure entry is one row with one citation. Rows of one identity (series, reporter, country, from,
 * to, published, source) and one content are one figure with several citations; other content is a
 * correction, and the later row stands. Both stay (rules R6, R11, R15).
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { SeriesId, SourceId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export type FigureEntry = {
  readonly entry: number
  readonly series: SeriesId
  readonly reporter: string
  /** ISO 3166 code; null is the counterpart's own country. */
  readonly country: string | null
  readonly from: UncertainDate
  readonly to: UncertainDate
  /** Inclusive bounds in the unit of the series; null is not stated. A plain value is low = high. */
  readonly low: number | null
  readonly high: number | null
  readonly published: UncertainDate | null
  readonly source: SourceId
  readonly at: string
  readonly note: string
  /** The day it was entered, where neither it nor its source says when it was published. */
  readonly known: CalendarDate | null
  readonly withdrawn: CalendarDate | null
}
