import { memo, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { monthInWords } from './days.ts'
import { summaryOf } from './strip-summary.ts'
import { STANDING_WORDS, STANDINGS } from './words.ts'
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
  /** Called with a month end on a click, or on Enter; absent where the day is fixed. */
  readonly onChoose?: ((day: string) => void) | undefined
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
    else if (event.key === 'Enter' || event.key === ' ') onChoose?.(days[place] ?? asOf)
    else return
    event.preventDefault()
  }
  const placeUnder = ({ currentTarget, clientX }: MouseEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(last, Math.floor(((clientX - left) / width) * days.length)))
  }

  return (
    <div
      className="strip"
      role="slider"
      tabIndex={0}
      aria-label={onChoose ? `${of}, by month. Enter looks at the month.` : `${of}, by month`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={place}
      aria-valuetext={cellInWords(days[place], standings[place])}
      aria-description={summaryOf(days, standings)}
      onKeyDown={onKeyDown}
      onClick={(event) => onChoose?.(days[placeUnder(event)] ?? asOf)}
      onMouseMove={(event) => {
        const under = placeUnder(event)
        event.currentTarget.title = cellInWords(days[under], standings[under])
      }}
      onBlur={() => setAt(null)}
    >
      <svg viewBox={`0 0 ${days.length * CELL} ${HEIGHT}`} preserveAspectRatio="none">
        <Cells standings={standings} />
        {at !== null && (
          <rect className="at" x={place * CELL} y={-2} width={CELL} height={HEIGHT + 4} />
        )}
        <line className="now" x1={(now + 1) * CELL} x2={(now + 1) * CELL} y1={-3} y2={HEIGHT + 3} />
      </svg>
    </div>
  )
}

/** A darker line where a pale fill would not stand out from the paper. */
const EDGES: Readonly<Record<StandingShown, readonly number[]>> = {
  met: [],
  partly: [3, 11],
  'not-met': [9.5],
  insufficient: [0.5, HEIGHT - 0.5],
  disputed: [],
}

/**
 * All months of one standing are one shape: a page shows a thousand months, and redraws them while a
 * control moves.
 */
const Cells = memo(
  function Cells({ standings }: { readonly standings: readonly StandingShown[] }) {
    return STANDINGS.map((standing) => {
      const places = standings.flatMap((one, place) => (one === standing ? [place * CELL] : []))
      if (places.length === 0) return null
      const width = CELL - 2
      const fill = SHAPES[standing].flatMap(([y, height]) =>
        places.map((x) => `M${x} ${y}h${width}v${height}h${-width}z`),
      )
      const edges = EDGES[standing].flatMap((y) => places.map((x) => `M${x} ${y}h${width}`))
      return (
        <g key={standing} className={standing}>
          <path className="fill" d={fill.join('')} />
          {edges.length > 0 && <path className="edge" d={edges.join('')} />}
        </g>
      )
    })
  },
  // The answer of another day is another list, which most often says the same.
  (a, b) =>
    a.standings.length === b.standings.length &&
    a.standings.every((standing, place) => standing === b.standings[place]),
)

export function StripLegend({ fixed = false }: { readonly fixed?: boolean }) {
  return (
    <p className="strip-legend">
      {STANDINGS.map((standing) => (
        <span key={standing}>
          <span className="strip" aria-hidden="true">
            <svg viewBox={`0 0 ${CELL - 2} ${HEIGHT}`} preserveAspectRatio="none">
              <Cells standings={[standing]} />
            </svg>
          </span>
          {STANDING_WORDS[standing]}
        </span>
      ))}
      <span>
        each mark a month
        {!fixed && <span className="no-print">; arrow keys read them, Enter looks at one</span>}
      </span>
    </p>
  )
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
