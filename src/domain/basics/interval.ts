/** What is known of an amount: it lies somewhere from low to high. ±Infinity is no bound. */
export type Interval = { readonly low: number; readonly high: number }

export const ANYTHING: Interval = { low: -Infinity, high: Infinity }

export function exactly(value: number): Interval {
  return { low: value, high: value }
}

/** The smallest interval that holds them all; undefined of none. */
export function hullOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  return { low: least(intervals.map(lowOf)), high: greatest(intervals.map(highOf)) }
}

/** Lows and highs ranked apart; of an even number the mean of the two in the middle. */
export function medianOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  return {
    low: middle(intervals.map(lowOf)),
    high: middle(intervals.map(highOf)),
  }
}

export function meanOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  const sum = intervals.reduce(add)
  return { low: sum.low / intervals.length, high: sum.high / intervals.length }
}

export function lowestOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  return { low: least(intervals.map(lowOf)), high: least(intervals.map(highOf)) }
}

export function highestOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  return { low: greatest(intervals.map(lowOf)), high: greatest(intervals.map(highOf)) }
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high }
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low }
}

export function multiply(a: Interval, b: Interval): Interval {
  return spanning([
    times(a.low, b.low),
    times(a.low, b.high),
    times(a.high, b.low),
    times(a.high, b.high),
  ])
}

/** Nothing is known of a quotient whose divisor may be zero, but for its sign where that is sure. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) {
    const neverNegative = a.low >= 0 && b.low >= 0
    if (!neverNegative) return ANYTHING
    return { low: b.high > 0 ? quotient(a.low, b.high) : 0, high: Infinity }
  }
  return spanning([
    quotient(a.low, b.low),
    quotient(a.low, b.high),
    quotient(a.high, b.low),
    quotient(a.high, b.high),
  ])
}

function spanning(ends: readonly number[]): Interval {
  return { low: least(ends), high: greatest(ends) }
}

function lowOf({ low }: Interval): number {
  return low
}

function highOf({ high }: Interval): number {
  return high
}

// One by one: a series may hold more values than a function takes arguments.
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}

// No amount times anything is nothing, however unbounded.
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b
}

function quotient(a: number, b: number): number {
  return Math.abs(b) === Infinity ? 0 : a / b
}

function middle(values: readonly number[]): number {
  const ranked = values.toSorted((a, b) => a - b)
  const half = ranked.length >> 1
  const [upper = NaN, lower = NaN] = [ranked[half], ranked[half - 1]]
  return ranked.length % 2 === 1 || upper === lower ? upper : (lower + upper) / 2
}
