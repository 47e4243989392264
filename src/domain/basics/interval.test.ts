/** Laws of amounts that are known only from low to high, on random pairs: 500 a run, 10,000 in full. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  ANYTHING,
  divide,
  exactly,
  highestOf,
  hullOf,
  lowestOf,
  meanOf,
  medianOf,
  multiply,
  subtract,
} from './interval.ts'
import type { Interval } from './interval.ts'

const FULL = process.env['DEMARCHE_FUZZ'] === 'full'
const runs = FULL ? { numRuns: 10_000 } : { numRuns: 500, seed: 1987 }

const amount = fc.integer({ min: -20, max: 20 })
/** An interval, open on a side now and then, and an amount in it. */
const held = fc
  .record({
    value: amount,
    below: fc.oneof(fc.constant(Infinity), fc.nat(5)),
    above: fc.oneof(fc.constant(Infinity), fc.nat(5)),
  })
  .map(({ value, below, above }) => ({
    value,
    interval: { low: value - below, high: value + above },
  }))
const holds = ({ low, high }: Interval, value: number) => low <= value && value <= high

describe('arithmetic of intervals', () => {
  it('holds whatever the amounts in them come to', () => {
    fc.assert(
      fc.property(held, held, (a, b) => {
        expect(holds(add(a.interval, b.interval), a.value + b.value)).toBe(true)
        expect(holds(subtract(a.interval, b.interval), a.value - b.value)).toBe(true)
        expect(holds(multiply(a.interval, b.interval), a.value * b.value)).toBe(true)
        if (b.value !== 0)
          expect(holds(divide(a.interval, b.interval), a.value / b.value)).toBe(true)
      }),
      runs,
    )
  })

  it('tells nothing of a quotient whose divisor may be zero', () => {
    expect(divide({ low: -1, high: 1 }, { low: -1, high: 1 })).toEqual(ANYTHING)
    expect(divide(exactly(0), exactly(0))).toEqual({ low: 0, high: Infinity })
  })

  it('keeps whole numbers exact', () => {
    expect(divide(exactly(9838), exactly(2))).toEqual(exactly(4919))
  })
})

describe('several intervals as one', () => {
  it('the median ranks lows and highs apart, and of two is their mean', () => {
    const all = [
      { low: 1, high: 9 },
      { low: 5, high: 6 },
      { low: 3, high: Infinity },
    ]
    expect(medianOf(all)).toEqual({ low: 3, high: 9 })
    expect(medianOf(all.slice(0, 2))).toEqual({ low: 3, high: 7.5 })
  })

  it('of none there is nothing', () => {
    for (const one of [hullOf, medianOf, meanOf, lowestOf, highestOf])
      expect(one([])).toBeUndefined()
  })

  it('takes as many as a large series has', () => {
    const many = Array.from({ length: 300_000 }, (_, at) => exactly(at))
    expect(hullOf(many)).toEqual({ low: 0, high: 299_999 })
    expect(lowestOf(many)).toEqual(exactly(0))
    expect(highestOf(many)).toEqual(exactly(299_999))
  })
})
