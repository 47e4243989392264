import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { dayInBrief } from '../ui/days.ts'
import { at, PLOT_STYLE, PlotFigure, YEAR_MS } from './PlotFigure.tsx'
import '../style/charts.css'

export type Happening = {
  readonly id: string
  /** The lane it stands in. */
  readonly lane: string
  readonly earliest: string
  readonly latest: string
  /** As written, with its marks of doubt. */
  readonly date: string
  readonly words: string
  /** Confirmed marks are solid, all others hollow. */
  readonly confirmed: boolean
}

type Properties = {
  readonly happenings: readonly Happening[]
  readonly span: { readonly from: string; readonly to: string }
  readonly asOf: string | null
}

const LANE = 24
/** The width of the mark of a day, in pixels. */
const DOT = 8

/** Events in time: a dot for a day, a bar for a date that is only known to lie within a range. */
export function Timeline({ happenings, span, asOf }: Properties) {
  const draw = useCallback(
    (width: number) => plotOf(happenings, span.from, span.to, asOf, width),
    [happenings, span.from, span.to, asOf],
  )
  if (happenings.length === 0) return null
  return (
    <figure className="chart">
      <PlotFigure
        label={`${happenings.length} events in time. The table holds the same.`}
        draw={draw}
      />
      <figcaption className="small soft">
        A dot is a day, a bar a range in which the day lies. Solid: confirmed. Hollow: claimed,
        likely, possible or unknown.
      </figcaption>
    </figure>
  )
}

function plotOf(
  happenings: readonly Happening[],
  from: string,
  to: string,
  asOf: string | null,
  width: number,
): Element {
  const lanes = [...new Set(happenings.map(({ lane }) => lane))]
  const marks = happenings
    .filter(({ earliest, latest }) => latest >= from && earliest <= to)
    .map(({ lane, earliest, latest, date, words, confirmed }) => ({
      lane,
      confirmed,
      // A range that is open to one side goes to the edge.
      x1: at(earliest < from ? from : earliest),
      x2: at(latest > to ? to : latest),
      point: earliest === latest,
      title: `${earliest === latest ? dayInBrief(date) : date}\n${words}`,
    }))
  const years = (at(to).getTime() - at(from).getTime()) / YEAR_MS
  const narrow = width < 520
  const left = narrow ? 8 : Math.min(280, 16 + 6.2 * Math.max(...lanes.map(({ length }) => length)))
  const points = marks.filter(({ point }) => point)
  // A range of two days is drawn as wide as a dot, or it could not be seen.
  const least = ((at(to).getTime() - at(from).getTime()) * DOT) / (width - left)
  const ranges = marks
    .filter(({ point }) => !point)
    .map((mark) => {
      const lacking = Math.max(0, least - (mark.x2.getTime() - mark.x1.getTime())) / 2
      return {
        ...mark,
        x1: new Date(mark.x1.getTime() - lacking),
        x2: new Date(mark.x2.getTime() + lacking),
      }
    })
  return Plot.plot({
    width,
    height: lanes.length * LANE + 40,
    marginLeft: left,
    marginRight: 12,
    marginTop: 8,
    marginBottom: 28,
    style: PLOT_STYLE,
    x: {
      type: 'utc',
      domain: [at(from), at(to)],
      ticks: Math.min(Math.round(years), narrow ? 5 : 14),
      tickFormat: (day: Date) => String(day.getUTCFullYear()),
      label: null,
      grid: false,
    },
    y: { domain: lanes, axis: null, padding: 0.5 },
    marks: [
      Plot.ruleY(lanes, { y: (lane: string) => lane, stroke: 'var(--line)' }),
      Plot.text(lanes, {
        y: (lane: string) => lane,
        text: (lane: string) => clipped(lane),
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 2 : -10,
        dy: narrow ? -8 : 0,
        fill: 'var(--soft)',
        ...(narrow && { stroke: 'var(--paper)', strokeWidth: 3 }),
      }),
      Plot.ruleX(
        [at(asOf ?? '0001-01-01')].filter((day) => day >= at(from) && day <= at(to)),
        {
          stroke: 'var(--accent)',
          strokeDasharray: '3 3',
        },
      ),
      Plot.barX(
        ranges.filter(({ confirmed }) => confirmed),
        { x1: 'x1', x2: 'x2', y: 'lane', fill: 'var(--met-ink)', insetTop: 2, insetBottom: 2 },
      ),
      Plot.barX(
        ranges.filter(({ confirmed }) => !confirmed),
        {
          x1: 'x1',
          x2: 'x2',
          y: 'lane',
          fill: 'var(--paper)',
          stroke: 'var(--met-ink)',
          insetTop: 2,
          insetBottom: 2,
        },
      ),
      Plot.dot(points, {
        x: 'x1',
        y: 'lane',
        r: 4,
        fill: (mark: (typeof marks)[number]) =>
          mark.confirmed ? 'var(--met-ink)' : 'var(--paper)',
        stroke: 'var(--met-ink)',
      }),
      Plot.tip(
        marks,
        Plot.pointer({
          x: 'x1',
          y: 'lane',
          title: 'title',
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  })
}

/** Of a long name the end is kept: the last part tells subjects apart. */
const clipped = (text: string) => (text.length > 44 ? `…${text.slice(-43)}` : text)
