import { useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { monthInWords } from './days.ts'
import { STANDING_WORDS } from './words.ts'
import type { StandingShown } from './words.ts'

const CELL = 10
const HEIGHT = 14

/** From the top of the cell and how high: shape tells a standing where colour does not. */
const SHAPES: Readonly<Record<StandingShown, readonly (readonly [number, number])[]>> = {
  met: [[0, 14]],
  partly: [[3, 8]],
  'not-met': [[4.5, 5]],
  insufficient: [[0, 14]],
  disputed: [
    [0, 5.5],
    [8.5, 5.5],
  ],
}

type Properties = {
  /** Month ends, in order, with one standing each. */
  readonly days: readonly string[]
  readonly standings: readonly StandingShown[]
  /** Whose standing it is, for those who hear the page. */
  readonly of: string
  readonly asOf: string
  /** Called with a month end on a click, or on Enter. */
  readonly onChoose: (day: string) => void
}

/**
 * Standings by month. It takes the focus; arrow keys move from month to month and say the standing,
 * Enter makes the month's end the day that the page is *as of*.
 */
export function StandingStrip({ days, standings, of, asOf, onChoose }: Properties) {
  const [at, setAt] = useState<number | null>(null)
  if (days.length === 0) return null
  const last = days.length - 1
  const now = placeOf(days, asOf)
  const place = Math.min(at ?? now, last)

  const onKeyDown = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, place, last)
    if (to !== undefined) setAt(to)
    else if (event.key === 'Enter' || event.key === ' ') onChoose(days[place] ?? asOf)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const cell = Math.floor(((event.clientX - left) / width) * days.length)
    onChoose(days[Math.max(0, Math.min(last, cell))] ?? asOf)
  }

  return (
    <div
      className="strip"
      role="slider"
      tabIndex={0}
      aria-label={`${of}, by month. Enter looks at the month.`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={place}
      aria-valuetext={cellInWords(days[place], standings[place])}
      aria-description={summaryOf(days, standings)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => setAt(null)}
    >
      <svg viewBox={`0 0 ${days.length * CELL} ${HEIGHT}`} preserveAspectRatio="none">
        {standings.map((standing, index) => (
          <Cell key={days[index]} standing={standing} index={index} day={days[index]} />
        ))}
        {at !== null && (
          <rect className="at" x={place * CELL} y={-2} width={CELL} height={HEIGHT + 4} />
        )}
        <line className="now" x1={(now + 1) * CELL} x2={(now + 1) * CELL} y1={-3} y2={HEIGHT + 3} />
      </svg>
    </div>
  )
}

type CellProperties = {
  readonly standing: StandingShown
  readonly index: number
  readonly day: string | undefined
}

function Cell({ standing, index, day }: CellProperties) {
  const [x1, x2] = [index * CELL, index * CELL + CELL - 2]
  const edges = standing === 'insufficient' ? [0.5, HEIGHT - 0.5] : EDGES[standing]
  return (
    <g className={standing}>
      <title>{cellInWords(day, standing)}</title>
      {/* What is pointed at is the whole month, whatever its shape. */}
      <rect x={index * CELL} y={-3} width={CELL} height={HEIGHT + 6} fillOpacity={0} />
      {SHAPES[standing].map(([y, height]) => (
        <rect key={y} x={x1} y={y} width={x2 - x1} height={height} />
      ))}
      {edges.map((y) => (
        <line key={y} className="edge" x1={x1} x2={x2} y1={y} y2={y} />
      ))}
    </g>
  )
}

/** A darker line where a pale fill would not stand out from the paper. */
const EDGES: Readonly<Record<StandingShown, readonly number[]>> = {
  met: [],
  partly: [3, 11],
  'not-met': [9.5],
  insufficient: [],
  disputed: [],
}

export function StripLegend() {
  return (
    <p className="strip-legend">
      {(Object.keys(STANDING_WORDS) as StandingShown[]).map((standing) => (
        // The cast above: the keys of the record are the standings.
        <span key={standing}>
          <span className="strip" aria-hidden="true">
            <svg viewBox={`0 0 ${CELL - 2} ${HEIGHT}`} preserveAspectRatio="none">
              <Cell standing={standing} index={0} day={undefined} />
            </svg>
          </span>
          {STANDING_WORDS[standing]}
        </span>
      ))}
      <span>each mark a month; arrow keys read them, Enter looks at one</span>
    </p>
  )
}

/** `Not met January 1985 to March 1988; cannot be told April 1988; met since May 1988.` */
export function summaryOf(days: readonly string[], standings: readonly StandingShown[]): string {
  const runs: { standing: StandingShown; from: string; to: string }[] = []
  days.forEach((day, index) => {
    const standing = standings[index]
    const run = runs.at(-1)
    if (!standing) return
    if (run?.standing === standing) run.to = day
    else runs.push({ standing, from: day, to: day })
  })
  const words = runs.map(({ standing, from, to }, index) => {
    const [first, end] = [monthInWords(from), monthInWords(to)]
    const when =
      index === runs.length - 1 && runs.length > 1
        ? `since ${first}`
        : first === end
          ? first
          : `${first} to ${end}`
    return `${STANDING_WORDS[standing]} ${when}`
  })
  return words.length > 0 ? `${words.join('; ')}.` : ''
}

function cellInWords(day: string | undefined, standing: StandingShown | undefined): string {
  if (!standing) return ''
  return day ? `${monthInWords(day)}: ${STANDING_WORDS[standing]}` : STANDING_WORDS[standing]
}

/** The last month end on or before the day, or the first of all. */
function placeOf(days: readonly string[], day: string): number {
  return Math.max(
    0,
    days.findLastIndex((end) => end <= day),
  )
}

function placeAfter(key: string, place: number, last: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - 12,
    PageUp: place + 12,
    Home: 0,
    End: last,
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}
