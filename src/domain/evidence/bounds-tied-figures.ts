/**
 * Figures tied to one another: each shares at least one day with another, so that what one says
 * bears on the rest. Figures that only abut are not tied.
 *
 * The running total S is known by its differences. A figure over [a, b] says
 * low ≤ S(b + 1) − S(a) ≤ high, and S never falls (rules R17).
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { placesFor, toUnits } from './bounds-exact-amount.ts'
import type { ExactAmount } from './bounds-exact-amount.ts'
import { readShortestPaths } from './shortest-paths.ts'
import type { Path, ShortestPaths } from './shortest-paths.ts'

/** One reporter's figure of one period, as it stands. */
export type PeriodFigure = {
  /** Identifies the figure: its entry number. */
  readonly key: number
  /** Both inclusive. */
  readonly from: DayNumber
  readonly to: DayNumber
  /** Inclusive bounds in the unit of the series; null where that bound is not stated. */
  readonly low: number | null
  readonly high: number | null
}

/** A bound on a total and the keys of the figures that give it, in the order of their periods. */
export type TiedBound = { readonly amount: ExactAmount; readonly restsOn: readonly number[] }

export type TiedFigures = {
  readonly from: DayNumber
  readonly to: DayNumber
  /** Of all the figures, in the order of their periods. */
  readonly keys: readonly number[]
  /** The keys of figures that cannot all be true, none of which can be left out; null if there are none. */
  contradiction(): readonly number[] | null
  /**
   * The least total of the days [from, to], which lie within these figures. Throws a RangeError
   * where the figures contradict each other.
   */
  atLeast(from: DayNumber, to: DayNumber): TiedBound
  /** The greatest. Throws like `atLeast`, and where a day is in no figure with a stated upper bound. */
  atMost(from: DayNumber, to: DayNumber): TiedBound
}

/** The figures come sorted by period; work is done when first asked for, and kept. */
export function readTiedFigures(figures: readonly PeriodFigure[]): TiedFigures {
  let compiled: Compiled | undefined
  let contradiction: readonly number[] | null | undefined
  const read = () => (compiled ??= compile(figures))
  const keysOf = (places: readonly number[]) =>
    // Places are those of figures.
    [...new Set(places)].sort((a, b) => a - b).map((place) => figures[place]!.key)
  const boundOf = (path: Path, sign: 1 | -1): TiedBound => {
    const { places, figureOf } = read()
    const restsOn = keysOf(path.limits.map((limit) => figureOf[limit]!)) // one for each limit
    return { amount: { units: sign === 1 ? path.length : 0 - path.length, places }, restsOn }
  }
  const pathBetween = (from: number, to: number): Path => {
    const { paths } = read()
    if (paths.kind === 'contradiction')
      throw new RangeError('figures that contradict each other give no bounds')
    const path = paths.path(from, to)
    if (path.length === Infinity) throw new RangeError('no upper bound is stated for all the days')
    return path
  }
  const { from, to } = daysOf(figures)
  return {
    from,
    to,
    keys: figures.map((figure) => figure.key),
    contradiction() {
      if (contradiction === undefined) {
        const { paths, figureOf } = read()
        contradiction =
          paths.kind === 'consistent'
            ? null
            : keysOf(leaveOutUnneeded(figures, toFigures(paths.limits, figureOf)))
      }
      return contradiction
    },
    // Where the window ends between two boundaries, all of what lies between may fall on either
    // side of its end: the least reaches inward, the greatest outward.
    atLeast(from, to) {
      const { boundaries } = read()
      const start = firstAtOrAfter(boundaries, from)
      const end = lastAtOrBefore(boundaries, to + 1)
      if (start >= end) return { amount: { units: 0, places: 0 }, restsOn: [] }
      return boundOf(pathBetween(end, start), -1)
    },
    atMost(from, to) {
      const { boundaries } = read()
      const start = lastAtOrBefore(boundaries, from)
      const end = firstAtOrAfter(boundaries, to + 1)
      return boundOf(pathBetween(start, end), 1)
    },
  }
}

type Compiled = {
  /** The first day of each period and the day after its last, ascending. */
  readonly boundaries: Int32Array
  readonly places: number
  /** For each limit the place of the figure that states it. */
  readonly figureOf: readonly number[]
  readonly paths: ShortestPaths
}

function compile(figures: readonly PeriodFigure[]): Compiled {
  const boundaries = Int32Array.from(
    new Set(figures.flatMap((figure) => [figure.from, figure.to + 1])),
  ).sort()
  const places = placesFor(figures.flatMap(({ low, high }) => [low ?? 0, high ?? 0]))
  const [from, to, atMost, figureOf]: [number[], number[], number[], number[]] = [[], [], [], []]
  figures.forEach((figure, place) => {
    const start = firstAtOrAfter(boundaries, figure.from)
    const end = firstAtOrAfter(boundaries, figure.to + 1)
    if (figure.high !== null) {
      from.push(start)
      to.push(end)
      atMost.push(toUnits(figure.high, places, Math.ceil))
      figureOf.push(place)
    }
    // A total below zero is none: a lower bound of zero or less says nothing.
    if (figure.low !== null && figure.low > 0) {
      from.push(end)
      to.push(start)
      atMost.push(0 - toUnits(figure.low, places, Math.floor))
      figureOf.push(place)
    }
  })
  const paths = readShortestPaths({
    count: boundaries.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    atMost: Float64Array.from(atMost),
  })
  return { boundaries, places, figureOf, paths }
}

/**
 * What is left of contradicting figures when each that is not needed is left out, so that a
 * contradiction names only figures without which there would be none.
 */
function leaveOutUnneeded(figures: readonly PeriodFigure[], places: number[]): number[] {
  let kept = places
  let next = 0
  while (next < kept.length) {
    const rest = kept.filter((_, index) => index !== next)
    // Places are those of figures.
    const { paths, figureOf } = compile(rest.map((place) => figures[place]!))
    if (paths.kind === 'consistent') next += 1
    else {
      const cycle = new Set(toFigures(paths.limits, figureOf))
      // Those before `next` are needed, so every cycle that is left goes through them.
      kept = rest.filter((_, index) => cycle.has(index))
    }
  }
  return kept
}

function toFigures(limits: readonly number[], figureOf: readonly number[]): number[] {
  return [...new Set(limits.map((limit) => figureOf[limit]!))].sort((a, b) => a - b) // one each
}

function daysOf(figures: readonly PeriodFigure[]): { from: DayNumber; to: DayNumber } {
  const [first] = figures
  if (!first) throw new RangeError('no figures to read')
  const last = figures.reduce((latest, figure) => (figure.to > latest.to ? figure : latest), first)
  return { from: first.from, to: last.to }
}

/** The place of the first boundary on the day or after it. */
function firstAtOrAfter(boundaries: Int32Array, day: number): number {
  let [low, high] = [0, boundaries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (boundaries[middle]! < day)
      low = middle + 1 // the middle is below the length
    else high = middle
  }
  return low
}

/** The place of the last boundary on the day or before it. */
function lastAtOrBefore(boundaries: Int32Array, day: number): number {
  const place = firstAtOrAfter(boundaries, day)
  return boundaries[place] === day ? place : place - 1
}
