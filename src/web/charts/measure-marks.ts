/** What a chart of a measure draws, worked out from its readings: no rule of the programme is in it. */
import { amountInWords, intervalInWords } from '../ui/amounts.ts'
import { monthInWords } from '../ui/days.ts'
import { at } from './PlotFigure.tsx'

export type MeasurePoint = {
  readonly day: string
  readonly reporter: string | null
  readonly claim: boolean
  /** null is unbounded. */
  readonly low: number | null
  /** null is unbounded. */
  readonly high: number | null
}

export type BesideReading = {
  readonly reporter: string | null
  readonly low: number | null
  readonly high: number | null
}

export type MeasureShown = {
  readonly term: string
  readonly unit: string
  readonly asked: { readonly op: string; readonly value: number } | null
  readonly points: readonly MeasurePoint[]
  readonly beside: readonly {
    readonly id: string
    readonly title: string
    readonly readings: readonly BesideReading[]
  }[]
}

export type Band = {
  readonly reporter: string
  readonly claim: boolean
  readonly x1: Date
  readonly x2: Date
  readonly low: number
  readonly high: number
  /** `open` has no upper bound, `under` no lower one. */
  readonly kind: 'exact' | 'interval' | 'open' | 'under' | 'unknown'
  readonly title: string
}

/** How far up an open band is drawn, of the height of the chart. */
const OPEN_SHARE = 0.3

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠' }

/** Where evidence is events, no reporter stands behind the number. */
export const NO_REPORTER = 'events'

/** One mark a month and reporter; what has no upper bound reaches up to `top`. */
export function bandsOf(points: readonly MeasurePoint[], top: number): Band[] {
  return points.map((point) => {
    const { day, claim, low, high } = point
    const reporter = point.reporter ?? NO_REPORTER
    return {
      reporter,
      claim,
      x1: at(`${day.slice(0, 7)}-01`),
      x2: at(day),
      // It fades out beyond what is known, so that it cannot be taken for a bound.
      low: low ?? Math.max(0, (high ?? 0) - top * OPEN_SHARE),
      high: high ?? Math.min(top, (low ?? 0) + top * OPEN_SHARE),
      kind: kindOf(low, high),
      title: `${monthInWords(day)}, ${reporter}${claim ? ' (claim)' : ''}\n${intervalInWords(low, high)}`,
    }
  })
}

/** Nothing is known where no bound is, or only that an amount is not negative. */
function kindOf(low: number | null, high: number | null): Band['kind'] {
  if (high === null) return low === null || low === 0 ? 'unknown' : 'open'
  if (low === null) return 'under'
  return high === low ? 'exact' : 'interval'
}

/** A little above all that is drawn. */
export function topOf({ points, asked, beside }: MeasureShown): number {
  const numbers = [
    ...points.flatMap(({ low, high }) => (high === null ? [(low ?? 0) * 1.25] : [low ?? 0, high])),
    ...(asked ? [asked.value] : []),
    ...beside.flatMap(({ readings }) => readings.flatMap(({ low, high }) => [low ?? 0, high ?? 0])),
  ]
  const highest = Math.max(0, ...numbers)
  return highest === 0 ? 1 : highest * 1.06
}

export type Line = {
  readonly reporter: string
  readonly value: number
  readonly label: string
  readonly kind: 'asked' | 'beside'
  /** Where the label stands, moved so that labels do not cover one another. */
  readonly labelAt: number
}

/** The asked-for line and the baselines of each reporter, their labels at least `gap` apart. */
export function linesOf(shown: MeasureShown, reporters: readonly string[], gap: number): Line[] {
  return reporters.flatMap((reporter) => {
    const { asked, beside } = shown
    const lines: Omit<Line, 'labelAt'>[] = [
      ...(asked
        ? [
            {
              reporter,
              value: asked.value,
              label: `asked ${SIGNS[asked.op] ?? asked.op} ${amountInWords(asked.value)}`,
              kind: 'asked' as const,
            },
          ]
        : []),
      ...beside.flatMap(({ title, readings }) =>
        readings
          .filter((reading) => (reading.reporter ?? NO_REPORTER) === reporter)
          .flatMap(({ low, high }) => besideLines(reporter, title, low, high)),
      ),
    ]
    return spread(lines, gap)
  })
}

function besideLines(
  reporter: string,
  title: string,
  low: number | null,
  high: number | null,
): Omit<Line, 'labelAt'>[] {
  const kind = 'beside' as const
  if (low !== null && low === high) return [{ reporter, value: low, label: title, kind }]
  const bounded = high !== null
  return [
    ...(low !== null && low > 0
      ? // One label names both bounds, at the upper one.
        [{ reporter, value: low, label: bounded ? '' : `${title}, at least`, kind }]
      : []),
    ...(bounded ? [{ reporter, value: high, label: title, kind }] : []),
  ]
}

function spread(lines: readonly Omit<Line, 'labelAt'>[], gap: number): Line[] {
  let last = -Infinity
  return lines
    .toSorted((a, b) => a.value - b.value)
    .map((line) => {
      if (line.label === '') return { ...line, labelAt: line.value }
      last = Math.max(line.value, last + gap)
      return { ...line, labelAt: last }
    })
}
