/** What a measure reads: an interval a reporter, with everything it rests on and what is missing. */
import type { DayNumber } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { Interval } from '../basics/interval.ts'
import { highestOf, hullOf, lowestOf, medianOf } from '../basics/interval.ts'
import type { EventInView, KnownFigure } from '../evidence/known-evidence.ts'
import type { Citation } from '../evidence/source.ts'
import type { Measure } from '../goals/language/syntax.ts'
import type { Missing } from './missing.ts'

export type MeasureReading = {
  /** null: the evidence is events, which have no reporter. */
  readonly reporter: string | null
  readonly claim: boolean
  /** null: the reporter contradicts itself. */
  readonly interval: Interval | null
  /** Without acts that only the counterpart claims; null where there are none. */
  readonly withoutClaims: Interval | null
  readonly contradiction: readonly KnownFigure[]
  readonly figures: readonly KnownFigure[]
  readonly events: readonly EventInView[]
  /** Entries of the register, twenty at most. */
  readonly entries: readonly Citation[]
  /** What would make the interval narrower. */
  readonly missing: readonly Missing[]
}

export type MeasureValue = {
  readonly measure: Measure
  /** Readings come by reporter, or there is one without. */
  readonly byReporter: boolean
  readonly readings: readonly MeasureReading[]
  /** What a measure over cases counts in, and over which days; null for any other. */
  readonly over: {
    readonly unit: CountingUnit
    readonly from: DayNumber
    readonly to: DayNumber
  } | null
  /** Why there is no reading at all. */
  readonly missing: readonly Missing[]
}

/** The reading without what only the counterpart claims. */
export function sober(reading: MeasureReading): MeasureReading {
  const { interval, withoutClaims } = reading
  return { ...reading, interval: withoutClaims ?? interval, withoutClaims: null }
}

/** The readings of several reporters made one, as a benchmark's `reading` asks. */
export function combined(
  readings: readonly MeasureReading[],
  how: 'lowest' | 'highest' | 'median' | 'hull',
): Interval | undefined {
  const intervals = readings.flatMap(({ interval }) => interval ?? [])
  return { lowest: lowestOf, highest: highestOf, median: medianOf, hull: hullOf }[how](intervals)
}
