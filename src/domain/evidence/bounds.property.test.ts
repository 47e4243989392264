/**
 * Bounds held to a linear programme and to their own laws, on random sets of figures that overlap,
 * lie within one another, are open on a side, and contradict each other.
 *
 * 500 sets in every run, 10,000 with DEMARCHE_FUZZ=full.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { boundsByLinearProgramme } from '../../../test/bounds-oracle.ts'
import { loadLinearSolver } from '../../solve/linear-programme.ts'
import type { LinearSolver } from '../../solve/linear-programme.ts'
import type { DayNumber } from '../basics/calendar-date.ts'
import { readFlow } from './bounds.ts'
import type { Bounds, PeriodFigure, TiedFiguresCache } from './bounds.ts'

const FULL = process.env['DEMARCHE_FUZZ'] === 'full'
const SETS = FULL ? 10_000 : 500
const TIME_LIMIT = FULL ? 1_200_000 : 60_000
const runs = { numRuns: SETS, ...(FULL ? {} : { seed: 1987 }) }

type Span = { readonly from: DayNumber; readonly to: DayNumber }

/** Spans of up to `longest` days that begin in the days 0 to `days`. */
const aSpan = (days: number, longest: number): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.integer({ min: 0, max: days }), fc.integer({ min: 1, max: longest }))
    .map(([from, length]) => ({ from: from as DayNumber, to: (from + length - 1) as DayNumber })) // days

/** How a figure departs from the invented truth: a range around it, open on a side, or wrong. */
const aDeparture = fc.record({
  below: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5)),
  above: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5)),
  open: fc.oneof(
    { weight: 5, arbitrary: fc.constant('neither') },
    fc.constantFrom('low', 'high', 'both'),
  ),
  error: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -9, max: 9 })),
})

/** What every second day brings on the average, so that many stretches are empty. */
const aDay = fc.oneof(fc.constant(0), fc.nat(9))

/** Figures of up to `days` days, each about one invented daily record, in units of `unit`. */
function someFigures(unit: number, most: number, days: number): fc.Arbitrary<PeriodFigure[]> {
  return fc
    .record({
      record: fc.array(aDay, { minLength: 2 * days, maxLength: 2 * days }),
      rows: fc.array(fc.tuple(aSpan(days, days), aDeparture), {
        minLength: 1,
        maxLength: most,
        size: 'max',
      }),
      // Where errors were common everywhere, sets that agree would be rare.
      withErrors: fc.boolean(),
    })
    .map(({ record, rows, withErrors }) =>
      rows.map(([{ from, to }, { below, above, open, error }], index) => {
        const truth = record.slice(from, to + 1).reduce((sum, each) => sum + each, 0)
        const said = withErrors ? truth + error : truth
        return {
          key: index + 1,
          from,
          to,
          low: open === 'low' || open === 'both' ? null : inUnits(said - below, unit),
          high: open === 'high' || open === 'both' ? null : inUnits(said + above, unit),
        }
      }),
    )
}

function inUnits(amount: number, unit: number): number {
  return Number((amount * unit).toFixed(2))
}

const someSmallSet = fc.oneof(
  { weight: 12, arbitrary: someFigures(1, 12, 20) },
  { weight: 4, arbitrary: someFigures(0.01, 12, 20) },
  { weight: 1, arbitrary: someFigures(1, 60, 60) },
)

/** Begins at times before all figures, and ends at times after them. */
const someWindow = aSpan(30, 15).map(({ from, to }) => ({
  from: (from - 3) as DayNumber, // a day
  to: (to - 3) as DayNumber, // as above
}))

const over = (figures: readonly PeriodFigure[], { from, to }: Span): Bounds =>
  readFlow(figures).boundsOver(from, to)

function only(figures: readonly PeriodFigure[], keys: readonly number[]): PeriodFigure[] {
  return figures.filter((figure) => keys.includes(figure.key))
}

describe('bounds against a linear programme', () => {
  let solver: LinearSolver
  beforeAll(async () => {
    solver = await loadLinearSolver()
  })

  it(
    'are the least and greatest total, and contradict where there is none',
    () => {
      const met = { interval: 0, unbounded: 0, contradiction: 0 }
      fc.assert(
        fc.property(someSmallSet, someWindow, (figures, window) => {
          const ours = over(figures, window)
          const theirs = boundsByLinearProgramme(solver, figures, window.from, window.to)
          if (ours.kind === 'contradiction' || theirs.kind === 'contradiction') {
            met.contradiction += 1
            expect(ours.kind).toBe(theirs.kind)
            return
          }
          met[ours.high === Infinity ? 'unbounded' : 'interval'] += 1
          expect(ours.low).toBeCloseTo(theirs.low, 4)
          if (theirs.high === Infinity) expect(ours.high).toBe(Infinity)
          else expect(ours.high).toBeCloseTo(theirs.high, 4)
        }),
        runs,
      )
      // The sets are of use only while each answer is common among them.
      for (const count of Object.values(met)) expect(count).toBeGreaterThan(SETS / 20)
    },
    TIME_LIMIT,
  )
})

describe('bounds', () => {
  it(
    'are the same whatever order the figures come in',
    () => {
      const shuffled = someSmallSet.chain((figures) =>
        fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
      )
      fc.assert(
        fc.property(shuffled, someWindow, ([figures, others], window) => {
          expect(over(others, window)).toEqual(over(figures, window))
        }),
        runs,
      )
    },
    TIME_LIMIT,
  )

  it(
    'are the same whether tied figures were read before or not',
    () => {
      fc.assert(
        fc.property(someSmallSet, fc.array(someWindow, { minLength: 4 }), (figures, windows) => {
          const cache: TiedFiguresCache = new Map()
          for (const known of [figures.slice(1), figures])
            for (const { from, to } of windows)
              expect(readFlow(known, cache).boundsOver(from, to)).toEqual(over(known, { from, to }))
        }),
        runs,
      )
    },
    TIME_LIMIT,
  )

  it(
    'never widen when a figure is added that agrees with the others',
    () => {
      fc.assert(
        fc.property(someSmallSet, someWindow, (figures, window) => {
          const [before, after] = [over(figures.slice(1), window), over(figures, window)]
          fc.pre(before.kind === 'interval' && after.kind === 'interval')
          expect(after.low).toBeGreaterThanOrEqual(before.low)
          expect(after.high).toBeLessThanOrEqual(before.high)
        }),
        runs,
      )
    },
    TIME_LIMIT,
  )

  it(
    'follow from the figures they rest on alone, and not without one of them',
    () => {
      fc.assert(
        fc.property(someSmallSet, someWindow, (figures, window) => {
          const bounds = over(figures, window)
          fc.pre(bounds.kind === 'interval')
          const { low, high, lowRestsOn, highRestsOn } = bounds
          for (const [restsOn, side] of [
            [lowRestsOn, { low }],
            [highRestsOn, { high }],
          ] as const) {
            expect(over(only(figures, restsOn), window)).toMatchObject(side)
            for (const key of restsOn) {
              const rest = restsOn.filter((other) => other !== key)
              expect(over(only(figures, rest), window)).not.toMatchObject(side)
            }
          }
        }),
        runs,
      )
    },
    TIME_LIMIT,
  )

  it(
    'contradict by the figures named alone, and not without one of them',
    () => {
      fc.assert(
        fc.property(someSmallSet, (figures) => {
          for (const named of readFlow(figures).contradictions()) {
            const kept = only(figures, named)
            expect(readFlow(kept).contradictions()).toEqual([named])
            for (const key of named) {
              const rest = kept.filter((figure) => figure.key !== key)
              expect(readFlow(rest).contradictions()).toEqual([])
            }
          }
        }),
        runs,
      )
    },
    TIME_LIMIT,
  )

  it(
    'leave no upper bound exactly where a day lies in no figure that states one',
    () => {
      fc.assert(
        fc.property(someSmallSet, someWindow, (figures, window) => {
          const bounds = over(figures, window)
          fc.pre(bounds.kind === 'interval')
          const named = bounds.uncovered.flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, index) => from + index),
          )
          const days = Array.from(
            { length: window.to - window.from + 1 },
            (_, index) => window.from + index,
          )
          const bare = days.filter(
            (day) =>
              !figures.some(({ from, to, high }) => high !== null && from <= day && day <= to),
          )
          expect(named).toEqual(bare)
          expect(bounds.high === Infinity).toBe(bare.length > 0)
        }),
        runs,
      )
    },
    TIME_LIMIT,
  )
})
