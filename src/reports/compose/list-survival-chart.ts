/** How many of a list's entries are still unresolved, month by month since it was handed over, beside other lists. */
import * as Plot from '@observablehq/plot'
import type { Figure } from '../document.ts'
import { renderChartSvg } from '../render/chart-svg.ts'
import type { ListStatusReport } from './list-status-report.ts'

/** Told apart by dash as well as by colour, so that they survive a copier. */
const COLOURS = ['#1d4f91', '#b4530a', '#5b6b2f', '#7a3b69'] as const
const DASHES = ['', '6 3', '2 3', '8 3 2 3'] as const

/** Null where fewer than two points could be drawn. */
export function survivalFigure(cohorts: ListStatusReport['cohorts']): Figure | null {
  const lines = cohorts.slice(0, COLOURS.length).map(({ list, survival }, index) => ({
    list,
    index,
    points: survival.flatMap(({ months, family }) =>
      family.share === null ? [] : [{ months, share: family.share, list }],
    ),
  }))
  const drawn = lines.filter(({ points }) => points.length > 1)
  if (drawn.length === 0) return null
  const svg = renderChartSvg({
    width: 640,
    height: 280,
    marginRight: 60,
    x: { label: 'months since it was handed over', ticks: 8 },
    y: { label: 'family units unresolved, %', domain: [0, 100], grid: true },
    marks: [
      Plot.ruleY([0]),
      ...drawn.flatMap(({ list, index, points }) => [
        Plot.line(points, {
          x: 'months',
          y: 'share',
          curve: 'step-after',
          stroke: COLOURS[index] ?? COLOURS[0],
          strokeWidth: index === 0 ? 2.5 : 1.5,
          strokeDasharray: DASHES[index] ?? '',
        }),
        Plot.text(points.slice(-1), {
          x: 'months',
          y: 'share',
          text: () => list,
          textAnchor: 'start',
          dx: 6,
          fill: COLOURS[index] ?? COLOURS[0],
        }),
      ]),
    ],
  })
  const said = drawn.map(({ list, points }) => {
    const last = points.at(-1)
    return last ? `list ${list}: ${Math.round(last.share)} % after ${last.months} months` : ''
  })
  return {
    kind: 'figure',
    svg,
    alt: `Family units still unresolved: ${said.join('; ')}.`,
    caption: ['Family units still unresolved, by months since the list was handed over'],
  }
}
