import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { intervalInWords } from '../ui/amounts.ts'
import { dayInBrief, periodInWords } from '../ui/days.ts'
import { at, PLOT_STYLE, PlotFigure, YEAR_MS } from './PlotFigure.tsx'
import '../style/charts.css'

export type FigureShown = {
  readonly reporter: string
  /** Days. */
  readonly from: string
  readonly to: string
  readonly low: number | null
  readonly high: number | null
  readonly published: string | null
  readonly supersededOn: string | null
  readonly claim: boolean
}

type Properties = { readonly figures: readonly FigureShown[]; readonly unit: string }

/** Figures as published, each a stroke as long as its period; superseded ones are struck through. */
export function FiguresChart({ figures, unit }: Properties) {
  const draw = useCallback((width: number) => plotOf(figures, width), [figures])
  const reporters = [...new Set(figures.map(({ reporter }) => reporter))]
  if (figures.length === 0) return null
  return (
    <figure className="chart">
      <PlotFigure
        label={`Figures as published by ${reporters.join(', ')}. The table holds the same.`}
        draw={draw}
      />
      <figcaption className="small soft">
        In {unit}, each over its own period. Struck through: replaced by a later figure. Thin: a
        claim of the other side.
      </figcaption>
    </figure>
  )
}

const HEIGHT_OF_ONE = 110

function plotOf(figures: readonly FigureShown[], width: number): Element {
  const reporters = [...new Set(figures.map(({ reporter }) => reporter))].toSorted()
  const marks = figures.map((figure) => {
    const { reporter, low, high, from, to, claim, supersededOn } = figure
    const [x1, x2] = [at(from), new Date(at(to).getTime() + 86_400_000)]
    return {
      reporter,
      claim,
      superseded: supersededOn !== null,
      x1,
      x2,
      middle: new Date((x1.getTime() + x2.getTime()) / 2),
      low: low ?? 0,
      high: high ?? low ?? 0,
      exact: low !== null && low === high,
      title: titleOf(figure),
    }
  })
  const top = Math.max(1, ...marks.map(({ high }) => high)) * 1.12
  const first = Math.min(...marks.map(({ x1 }) => x1.getTime()))
  const last = Math.max(...marks.map(({ x2 }) => x2.getTime()))
  const years = Math.max(1, Math.round((last - first) / YEAR_MS))
  const colour = (mark: (typeof marks)[number]) =>
    mark.superseded ? 'var(--line-strong)' : 'var(--met-ink)'
  return Plot.plot({
    width,
    height: HEIGHT_OF_ONE * reporters.length + 44,
    marginLeft: 48,
    marginRight: 12,
    marginTop: 30,
    marginBottom: 26,
    style: PLOT_STYLE,
    x: {
      type: 'utc',
      domain: [new Date(first), new Date(last)],
      ticks: Math.min(years, width < 520 ? 5 : 12),
      ...(years >= 2 && { tickFormat: (day: Date) => String(day.getUTCFullYear()) }),
      label: null,
    },
    y: { domain: [0, top], tickSize: 0, ticks: 3, label: null },
    fy: { domain: reporters, axis: null, padding: 0.32 },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 3 }),
      Plot.rectY(
        marks.filter(({ exact }) => !exact),
        { x1: 'x1', x2: 'x2', y1: 'low', y2: 'high', fy: 'reporter', fill: 'var(--band)' },
      ),
      Plot.ruleY(marks, {
        x1: 'x1',
        x2: 'x2',
        y: 'low',
        fy: 'reporter',
        stroke: colour,
        strokeWidth: (mark: (typeof marks)[number]) => (mark.claim ? 1 : 2.25),
      }),
      // The strike: a short stroke across the one that no longer stands.
      Plot.text(
        marks.filter(({ superseded }) => superseded),
        {
          x: 'middle',
          y: 'low',
          fy: 'reporter',
          text: () => '╱',
          fontSize: 17,
          fontWeight: 600,
          fill: 'var(--accent)',
        },
      ),
      Plot.text(reporters, {
        fy: (name: string) => name,
        text: (name: string) => name,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dy: -19,
        dx: -44,
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.tip(
        marks,
        Plot.pointer({
          x: 'middle',
          y: 'low',
          fy: 'reporter',
          title: 'title',
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  })
}

function titleOf({ reporter, from, to, low, high, published, supersededOn }: FigureShown): string {
  return [
    `${periodInWords(from, to)}: ${intervalInWords(low, high)}`,
    `${reporter}${published ? `, published ${dayInBrief(published)}` : ''}`,
    ...(supersededOn ? [`replaced on ${dayInBrief(supersededOn)}`] : []),
  ].join('\n')
}
