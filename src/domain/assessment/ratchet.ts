/**
 * `never below best less 10% since D`: at each review since D the benchmark's first measure is no
 * further below the best it had reached by then than the tolerance allows. Best is the highest, or the
 * lowest where the benchmark asks for less.
 */

import { toDayNumber } from '../basics/calendar-date.ts'
import type { Interval } from '../basics/interval.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import type { Test } from '../goals/language/syntax.ts'
import { intervalOf } from './terms.ts'
import type { TestContext, TestResult } from './test-result.ts'
import { blank } from './test-result.ts'
import type { MeasureReading } from './measure.ts'
import { readMeasure } from './measure.ts'
import type { Missing } from './missing.ts'
import type { Verdict } from './verdict.ts'

export function readRatchet(
  test: Extract<Test, { test: 'ratchet' }>,
  context: TestContext,
  favourable: 'met' | 'not-met',
): TestResult {
  const { watched } = context
  const since = toDayNumber(uncertainDate(test.since).earliest)
  if (!watched || since > context.asOf)
    return { ...blank(test, 'insufficient'), missing: [{ missing: 'track-record', since }] }
  const days = [
    ...context.reviews.filter((day) => day >= since && day < context.asOf),
    context.asOf,
  ]
  const readings: MeasureReading[] = []
  const [ups, downs] = watched.wanted === 'more' ? [1, -1] : [-1, 1]
  const values = days.map((asOf) => {
    const read = measuresOf(watched.term).map((measure) => {
      const value = readMeasure(measure, { ...context, asOf }, watched.wanted)
      // The counterpart's own figures are left out: they could only make a fall look smaller.
      const own = value.readings.filter(({ claim }) => !claim)
      readings.push(...own)
      return { measure, interval: hull(own) }
    })
    return intervalOf(
      watched.term,
      (measure) => read.find((each) => each.measure === measure)?.interval ?? UNKNOWN,
    )
  })
  const verdict = ratchetVerdict(
    values.map((value) => turned(value, ups, downs)),
    test,
  )
  const missing: Missing[] = verdict === 'insufficient' ? [{ missing: 'track-record', since }] : []
  return {
    ...blank(test, verdict),
    figures:
      verdict === favourable || verdict === 'not-met'
        ? readings.flatMap(({ figures }) => figures)
        : [],
    events: readings.flatMap(({ events }) => events),
    missing,
  }
}

const UNKNOWN: Interval = { low: -Infinity, high: Infinity }

function hull(readings: readonly MeasureReading[]): Interval {
  if (readings.length === 0) return UNKNOWN
  const intervals = readings.map(({ interval }) => interval ?? UNKNOWN)
  return {
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.max(...intervals.map(({ high }) => high)),
  }
}

/** With the sign turned, so that more is always better. */
function turned({ low, high }: Interval, ups: number, downs: number): Interval {
  return ups > downs ? { low, high } : { low: -high, high: -low }
}

function ratchetVerdict(
  values: readonly Interval[],
  { less, percent }: { readonly less: number; readonly percent: boolean },
): Verdict {
  let [bestLow, bestHigh] = [-Infinity, -Infinity]
  let open = false
  for (const { low, high } of values) {
    bestLow = Math.max(bestLow, low)
    bestHigh = Math.max(bestHigh, high)
    if (high < allowed(bestLow, less, percent)) return 'not-met'
    if (low < allowed(bestHigh, less, percent)) open = true
  }
  return open ? 'insufficient' : 'met'
}

function allowed(best: number, less: number, percent: boolean): number {
  if (best === -Infinity) return -Infinity
  return percent ? best - (Math.abs(best) * less) / 100 : best - less
}
