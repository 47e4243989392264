/**
 * `never below best less 10% since D`: at each review since D the benchmark's first measure is no
 * further below the best it had reached by then than the tolerance allows. Best is the highest, or the
 * lowest where the benchmark asks for less.
 *
 * Reporters are read one by one, as in every test. The counterpart's own figures are left out: they
 * could only make a fall look smaller.
 */
import { toDayNumber } from '../basics/calendar-date.ts'
import type { Interval } from '../basics/interval.ts'
import { ANYTHING } from '../basics/interval.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import type { Measure, Test } from '../goals/language/syntax.ts'
import type { MeasureReading, MeasureValue } from './measure-reading.ts'
import { combined, sober } from './measure-reading.ts'
import { readMeasure } from './measure.ts'
import type { Dispute, Missing } from './missing.ts'
import { decide, readingsBy } from './reporters.ts'
import { intervalOf } from './terms.ts'
import type { TestContext, TestResult } from './test-result.ts'
import { blank } from './test-result.ts'
import type { Verdict } from './verdict.ts'

export function readRatchet(
  test: Extract<Test, { test: 'ratchet' }>,
  context: TestContext,
): TestResult {
  const { watched, reading } = context
  const since = toDayNumber(uncertainDate(test.since).earliest)
  const untold: Missing = { missing: 'track-record', since }
  if (!watched || since > context.asOf) return { ...blank(test, 'insufficient'), missing: [untold] }
  const days = [
    ...context.reviews.filter((day) => day >= since && day < context.asOf),
    context.asOf,
  ]
  const measures = measuresOf(watched.term)
  const values = days.map((asOf) =>
    measures.map((measure) =>
      withoutClaims(readMeasure(measure, { ...context, asOf }, watched.wanted)),
    ),
  )
  /** The verdict on what one reporter, or all together, said at each review. */
  const judge = (read: (value: MeasureValue) => Interval): Verdict =>
    ratchetVerdict(
      values.map((atReview) => {
        const value = intervalOf(watched.term, (measure) => read(valueOf(atReview, measure)))
        return watched.wanted === 'more' ? value : { low: -value.high, high: -value.low }
      }),
      test,
    )

  const all = values.flat().flatMap(({ readings }) => readings)
  const together = reading.read !== 'all' && reading.read !== 'source' ? reading.read : undefined
  const reporters = [...new Set(all.map(({ reporter }) => reporter))].filter(
    (reporter) => reading.read !== 'source' || reporter === reading.reporter || reporter === null,
  )
  const { verdict, disputes } = together
    ? {
        verdict: judge((value) => combined(value.readings, together) ?? ANYTHING),
        disputes: contradictionsIn(all),
      }
    : decide(
        reporters.map((reporter) => ({
          reporter,
          claim: false,
          verdict: judge((value) => readBy(value, reporter)?.interval ?? ANYTHING),
          setAside: null,
        })),
        contradictionsIn(all.filter(({ reporter }) => reporters.includes(reporter))),
      )
  const found: Verdict = disputes.length > 0 ? 'disputed' : verdict
  return {
    ...blank(test, found),
    figures: found === 'insufficient' ? [] : all.flatMap(({ figures }) => figures),
    events: found === 'insufficient' ? [] : all.flatMap(({ events }) => events),
    entries: found === 'insufficient' ? [] : all.flatMap(({ entries }) => entries),
    missing: found === 'insufficient' ? [untold] : [],
    disputes: found === 'disputed' ? disputes : [],
  }
}

function withoutClaims(value: MeasureValue): MeasureValue {
  return { ...value, readings: value.readings.filter(({ claim }) => !claim).map(sober) }
}

function valueOf(values: readonly MeasureValue[], measure: Measure): MeasureValue {
  const value = values.find((each) => each.measure === measure)
  if (!value) throw new Error('a measure of the watched term was not read')
  return value
}

function readBy(value: MeasureValue, reporter: string | null): MeasureReading | undefined {
  return value.byReporter ? readingsBy(value, reporter)[0] : value.readings[0]
}

function contradictionsIn(readings: readonly MeasureReading[]): Dispute[] {
  const first = readings.find(({ interval }) => interval === null)
  return first
    ? [
        {
          dispute: 'contradiction',
          reporter: first.reporter ?? '',
          figures: first.contradiction,
        },
      ]
    : []
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

/** What is without bound stays so: a tenth less of it is not a number. */
function allowed(best: number, less: number, percent: boolean): number {
  if (!Number.isFinite(best)) return best
  return percent ? best - (Math.abs(best) * less) / 100 : best - less
}
