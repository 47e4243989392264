import * as Plot from '@observablehq/plot'
import { useCallback, useId } from 'react'
import { bandsOf, linesOf, NO_REPORTER, topOf } from './measure-marks.ts'
import type { Band, Line, MeasureShown } from './measure-marks.ts'
import { MeasureLegend, MeasureTable } from './MeasureTable.tsx'
import { at, PLOT_STYLE, PlotFigure, YEAR_MS } from './PlotFigure.tsx'
import '../style/charts.css'

type Properties = {
  readonly measure: MeasureShown
  readonly span: { readonly from: string; readonly to: string }
  readonly asOf: string
}

/** A measure through time: a band a month for what is known of it, reporters apart, beside what is asked. */
export function MeasureChart({ measure, span, asOf }: Properties) {
  const fade = useId()
  const reporters = [
    ...new Set(measure.points.map(({ reporter }) => reporter ?? NO_REPORTER)),
  ].toSorted((a, b) => a.localeCompare(b))
  const names = reporters.join('\n')
  const draw = useCallback(
    (width: number) => plotOf(measure, names.split('\n'), span, asOf, width, fade),
    [measure, names, span.from, span.to, asOf, fade],
  )
  if (reporters.length === 0)
    return <p className="soft">Nothing on record bears on {measure.term}.</p>
  return (
    <figure className="chart">
      <PlotFigure
        label={`${measure.term} by month, ${reporters.join(' and ')}. The table below holds the same.`}
        draw={draw}
      />
      <figcaption>
        <MeasureLegend measure={measure} />
        <details>
          <summary>{measure.term} as a table</summary>
          <MeasureTable measure={measure} reporters={reporters} />
        </details>
      </figcaption>
    </figure>
  )
}

const HEIGHT = 300
const HEIGHT_OF_ONE = 170
const LABEL_PX = 13
const DASHES = '3 2'

function plotOf(
  measure: MeasureShown,
  reporters: readonly string[],
  span: Properties['span'],
  asOf: string,
  width: number,
  fade: string,
): Element {
  const top = topOf(measure)
  const apart = reporters.length > 1
  const height = apart ? HEIGHT_OF_ONE * reporters.length + 40 : HEIGHT
  const one = (apart ? HEIGHT_OF_ONE : HEIGHT) - 50
  const narrow = width < 520
  const ticks = ticksOf(top, apart ? 3 : 5)
  const marginRight = narrow ? 12 : 118
  const years = (at(span.to).getTime() - at(span.from).getTime()) / YEAR_MS
  const bands = bandsOf(measure.points, top)
  const lines = linesOf(measure, reporters, (top * LABEL_PX) / one)
  const fy = apart ? { fy: 'reporter' } : {}
  const of = (kind: Band['kind'], claim: boolean) =>
    bands.filter((band) => band.kind === kind && band.claim === claim)
  const box = { x1: 'x1', x2: 'x2', y1: 'low', y2: 'high', inset: 0.5, ...fy }
  const level = { x1: 'x1', x2: 'x2', y: 'low', ...fy }
  const boundOf = (bound: 'low' | 'high') => ({ ...level, y: bound, stroke: 'var(--met-ink)' })
  const fading = (open: Band[], fill: string, bound: 'low' | 'high') => [
    Plot.rectY(open, { ...box, fill }),
    Plot.ruleY(open, { ...boundOf(bound), strokeWidth: 1 }),
  ]
  const hollow = (open: Band[], stroke: string, bound: 'low' | 'high') => [
    Plot.rectY(open, { ...box, fill: 'none', stroke, strokeWidth: 1 }),
    Plot.ruleY(open, { ...boundOf(bound), strokeWidth: 1, strokeDasharray: DASHES }),
  ]

  return Plot.plot({
    width,
    height,
    marginLeft: 48,
    marginRight,
    marginTop: apart ? 30 : 14,
    marginBottom: 28,
    style: PLOT_STYLE,
    x: {
      type: 'utc',
      domain: [at(span.from), at(span.to)],
      ticks: narrow || years > 12 ? Math.min(6, Math.round(years)) : Math.round(years),
      tickFormat: (day: Date) => String(day.getUTCFullYear()),
      label: null,
    },
    y: {
      domain: [0, top],
      tickSize: 0,
      ticks,
      tickFormat: shortAmount,
      label: null,
    },
    fy: { domain: [...reporters], axis: null, padding: 0.14 },
    marks: [
      () => fadesOf(fade),
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks }),
      Plot.ruleY(
        lines.filter(({ kind }) => kind === 'beside'),
        { y: 'value', stroke: 'var(--line-strong)', strokeDasharray: '1.5 4', ...fy },
      ),
      Plot.rectY(of('interval', false), { ...box, fill: 'var(--band)' }),
      Plot.rectY(of('interval', true), {
        ...box,
        fill: 'none',
        stroke: 'var(--met-ink)',
        strokeWidth: 1,
        strokeDasharray: DASHES,
      }),
      ...fading(of('open', false), `url(#${fade})`, 'low'),
      ...fading(of('under', false), `url(#${fade}-down)`, 'high'),
      // A claim has no fill: its bound is dashed, and only its sides fade.
      ...hollow(of('open', true), `url(#${fade}-edge)`, 'low'),
      ...hollow(of('under', true), `url(#${fade}-edge-down)`, 'high'),
      Plot.ruleY(
        bands.filter(({ kind }) => kind === 'unknown'),
        { x1: 'x1', x2: 'x2', y: 0, dy: -2, stroke: 'var(--cannot-edge)', strokeWidth: 3, ...fy },
      ),
      Plot.ruleY(of('exact', false), { ...level, stroke: 'var(--met-fill)', strokeWidth: 2.25 }),
      Plot.rectY(of('exact', true), {
        x1: 'x1',
        x2: 'x2',
        y1: (band: Band) => band.low - top * 0.008,
        y2: (band: Band) => band.low + top * 0.008,
        inset: 0.5,
        fill: 'var(--paper)',
        stroke: 'var(--met-ink)',
        strokeDasharray: DASHES,
        ...fy,
      }),
      Plot.ruleY(
        lines.filter(({ kind }) => kind === 'asked'),
        { y: 'value', stroke: 'var(--accent)', strokeWidth: 1.25, ...fy },
      ),
      Plot.ruleX([at(asOf)].filter(within(span)), {
        stroke: 'var(--accent)',
        strokeDasharray: '3 3',
      }),
      ...(narrow ? narrowLabels(lines, fy) : sideLabels(lines, fy)),
      ...(apart
        ? [
            Plot.text(reporters, {
              fy: (name: string) => name,
              text: (name: string) => name,
              frameAnchor: 'top-left',
              dy: -19,
              dx: -44,
              fill: 'var(--ink)',
              fontWeight: 600,
              textAnchor: 'start',
            }),
          ]
        : []),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.tip(
        bands,
        Plot.pointerX({
          x: (band: Band) => new Date((band.x1.getTime() + band.x2.getTime()) / 2),
          y: 'high',
          title: 'title',
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
          ...fy,
        }),
      ),
    ],
  })
}

function sideLabels(lines: readonly Line[], fy: { fy?: string }) {
  return [
    Plot.text(lines, {
      y: 'labelAt',
      text: 'label',
      frameAnchor: 'right',
      textAnchor: 'start',
      dx: 6,
      fill: (line: Line) => (line.kind === 'asked' ? 'var(--accent)' : 'var(--soft)'),
      ...fy,
    }),
  ]
}

/**
 * Where there is no room beside the chart the labels stand on their lines, but for those that another
 * line would strike through; the margin names them.
 */
function narrowLabels(lines: readonly Line[], fy: { fy?: string }) {
  const free = lines.filter((line) => line.kind === 'asked' || line.labelAt === line.value)
  return [
    Plot.text(
      free.filter((line) => line.kind === 'asked' || !isBelowAsked(line, lines)),
      {
        y: 'value',
        text: 'label',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 4,
        dy: -7,
        stroke: 'var(--paper)',
        strokeWidth: 4,
        fill: (line: Line) => (line.kind === 'asked' ? 'var(--accent)' : 'var(--soft)'),
        ...fy,
      },
    ),
  ]
}

/** Whether the asked-for line runs right above, where the label would stand. */
function isBelowAsked({ reporter, value }: Line, lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      line.kind === 'asked' &&
      line.reporter === reporter &&
      line.labelAt !== line.value &&
      line.value >= value,
  )
}

/** What a band without an upper bound fades with towards the top, one without a lower bound downward. */
function fadesOf(id: string): SVGElement {
  const defs = svgElement('defs')
  defs.append(
    fadeOf(id, 'var(--band)', { y1: '1', y2: '0' }),
    fadeOf(`${id}-down`, 'var(--band)', { y1: '0', y2: '1' }),
    fadeOf(`${id}-edge`, 'var(--met-ink)', { y1: '1', y2: '0' }),
    fadeOf(`${id}-edge-down`, 'var(--met-ink)', { y1: '0', y2: '1' }),
  )
  return defs
}

function fadeOf(id: string, colour: string, way: { y1: string; y2: string }): SVGElement {
  const gradient = svgElement('linearGradient', { id, x1: '0', x2: '0', ...way })
  for (const [offset, opacity] of [
    ['0', '1'],
    ['1', '0'],
  ] as const)
    gradient.append(svgElement('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }))
  return gradient
}

function svgElement(name: string, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

const within =
  ({ from, to }: Properties['span']) =>
  (day: Date) =>
    day >= at(from) && day <= at(to)

/** Of few things only whole numbers are named. */
function ticksOf(top: number, count: number): number | number[] {
  if (top > count || top <= 1) return count
  return Array.from({ length: Math.floor(top) + 1 }, (_, whole) => whole)
}

/** `60k` for sixty thousand, so that the axis leaves room for the chart. */
function shortAmount(amount: number): string {
  if (Math.abs(amount) >= 10_000 && amount % 1000 === 0) return `${amount / 1000}k`
  return amount.toLocaleString('en-GB')
}
