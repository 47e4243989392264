/**
 * What one reporter's figures of a flow say about the total of any window of days.
 *
 * Let S be the running total. Each figure over [a, b] says that S(b + 1) − S(a) lies between its low
 * and its high; flows are not negative, so S never falls. The tightest bounds that follow are
 * shortest paths, the figures on the path are the citations, and a cycle of negative length is a
 * contradiction between the figures on it. Only figures tied to the window bear on it: those that
 * share a day with it, with one of these, and so on; a contradiction in other years does not
 * dispute it (rules R17–R19).
 *
 * Bounds are exact, on decimal figures too; see `bounds-exact-amount.ts` for figures of more than about
 * fifteen digits.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { sumOf, toNumber } from './bounds-exact-amount.ts'
import { readTiedFigures } from './bounds-tied-figures.ts'
import type { PeriodFigure, TiedBound, TiedFigures } from './bounds-tied-figures.ts'

export type { PeriodFigure } from './bounds-tied-figures.ts'

export type DaySpan = { readonly from: DayNumber; readonly to: DayNumber }

export type Bounds =
  | {
      readonly kind: 'interval'
      readonly low: number
      /** Infinity where nothing bounds the total from above. */
      readonly high: number
      /** Keys of the figures that give each bound, in the order of their periods. */
      readonly lowRestsOn: readonly number[]
      readonly highRestsOn: readonly number[]
      /** Keys of all figures tied to the window. */
      readonly touching: readonly number[]
      /** The longest runs of days in the window without a stated upper bound: why `high` is Infinity. */
      readonly uncovered: readonly DaySpan[]
    }
  /** Keys of figures that cannot all be true; each is needed for that. */
  | { readonly kind: 'contradiction'; readonly figures: readonly number[] }

export type FlowFigures = {
  /** The total of the days [from, to]. Throws a RangeError where `from` is after `to`. */
  boundsOver(from: DayNumber, to: DayNumber): Bounds
  /** One contradiction for each group of tied figures that has one. */
  contradictions(): readonly (readonly number[])[]
}

/**
 * Groups of tied figures that were read before. A history reads a series as known on many days, and
 * most groups are the same on most of them. Whoever asks holds it, for as long as the history takes.
 */
export type TiedFiguresCache = Map<string, TiedFigures>

/**
 * Reads the figures of one reporter; the order in which they come makes no difference. Throws a
 * RangeError on a key that comes twice, a period that ends before it begins, and a bound that is not
 * a finite number.
 */
export function readFlow(
  figures: readonly PeriodFigure[],
  cache: TiedFiguresCache = new Map(),
): FlowFigures {
  checkFigures(figures)
  const sorted = figures.toSorted(byPeriod)
  const groups = tieTogether(sorted).map((tied) => {
    const name = tied.map(({ key, from, to, low, high }) => [key, from, to, low, high]).join(';')
    const group = cache.get(name) ?? readTiedFigures(tied)
    cache.set(name, group)
    return group
  })
  const covered = coveredFromAbove(sorted)
  const windows = new Map<string, Bounds>()
  return {
    boundsOver(from, to) {
      if (!(from <= to)) throw new RangeError(`a window from day ${from} to day ${to} has no days`)
      const name = `${from} ${to}`
      const seen = windows.get(name)
      if (seen) return seen
      const bounds = boundsOfWindow(spansWithin(groups, from, to), covered, from, to)
      windows.set(name, bounds)
      return bounds
    },
    contradictions: () =>
      groups
        .map((group) => group.contradiction())
        .filter((contradiction) => contradiction !== null),
  }
}

function boundsOfWindow(
  groups: readonly TiedFigures[],
  covered: readonly DaySpan[],
  from: DayNumber,
  to: DayNumber,
): Bounds {
  for (const group of groups) {
    const figures = group.contradiction()
    if (figures) return { kind: 'contradiction', figures }
  }
  // Groups share no day, so what one says leaves the others free: bounds add up.
  const uncovered = uncoveredWithin(covered, from, to)
  const [lows, highs]: [TiedBound[], TiedBound[]] = [[], []]
  for (const group of groups) {
    const start = from > group.from ? from : group.from
    const end = to < group.to ? to : group.to
    lows.push(group.atLeast(start, end))
    if (uncovered.length === 0) highs.push(group.atMost(start, end))
  }
  return {
    kind: 'interval',
    low: totalOf(lows),
    high: uncovered.length === 0 ? totalOf(highs) : Infinity,
    lowRestsOn: lows.flatMap((bound) => bound.restsOn),
    highRestsOn: highs.flatMap((bound) => bound.restsOn),
    touching: joined(groups.map((group) => group.keys)),
    uncovered,
  }
}

function totalOf(bounds: readonly TiedBound[]): number {
  return toNumber(sumOf(bounds.map((bound) => bound.amount)))
}

/** One group is the rule, and its list of keys is long: it is not copied for every window. */
function joined(lists: readonly (readonly number[])[]): readonly number[] {
  const [only] = lists
  return only && lists.length === 1 ? only : lists.flat()
}

function checkFigures(figures: readonly PeriodFigure[]): void {
  const keys = new Set<number>()
  for (const { key, from, to, low, high } of figures) {
    if (keys.has(key)) throw new RangeError(`figure ${key} is given twice`)
    keys.add(key)
    if (!(from <= to)) throw new RangeError(`figure ${key} ends before it begins`)
    for (const bound of [low, high])
      if (bound !== null && !Number.isFinite(bound))
        throw new RangeError(`figure ${key} has a bound that is not a finite number: ${bound}`)
  }
}

/** By the first day; of two that begin together the longer comes first, as the whole before its part. */
function byPeriod(a: PeriodFigure, b: PeriodFigure): number {
  return a.from - b.from || b.to - a.to || a.key - b.key
}

/** Splits figures sorted by period where no figure reaches across. */
function tieTogether(sorted: readonly PeriodFigure[]): PeriodFigure[][] {
  const groups: PeriodFigure[][] = []
  let lastDay = -Infinity
  for (const figure of sorted) {
    const group = groups.at(-1)
    if (group && figure.from <= lastDay) group.push(figure)
    else groups.push([figure])
    lastDay = Math.max(lastDay, figure.to)
  }
  return groups
}

/** The runs of days each of which lies in a figure with a stated upper bound, in order. */
function coveredFromAbove(sorted: readonly PeriodFigure[]): DaySpan[] {
  const spans: DaySpan[] = []
  for (const { from, to, high } of sorted) {
    if (high === null) continue
    const last = spans.at(-1)
    if (!last || from > last.to) spans.push({ from, to })
    else if (to > last.to) spans[spans.length - 1] = { from: last.from, to }
  }
  return spans
}

function uncoveredWithin(covered: readonly DaySpan[], from: DayNumber, to: DayNumber): DaySpan[] {
  const gaps: DaySpan[] = []
  let next = from
  for (const span of spansWithin(covered, from, to)) {
    if (span.from > next) gaps.push({ from: next, to: dayAfter(span.from, -1) })
    next = dayAfter(span.to, 1)
  }
  if (next <= to) gaps.push({ from: next, to })
  return gaps
}

/** Those of the spans, which are in order and share no day, that share a day with [from, to]. */
function spansWithin<Span extends DaySpan>(
  spans: readonly Span[],
  from: DayNumber,
  to: DayNumber,
): readonly Span[] {
  return spans.slice(
    placeOfFirst(spans, (span) => span.to >= from),
    placeOfFirst(spans, (span) => span.from > to),
  )
}

/** Where the condition, false for the first items and then true, becomes true. */
function placeOfFirst<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle]!))
      high = middle // the middle is below the length
    else low = middle + 1
  }
  return low
}

function dayAfter(day: DayNumber, days: number): DayNumber {
  return (day + days) as DayNumber
}
