import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import type { CohortsJson } from '../../contract/representation-lists.ts'
import { dayInBrief } from '../ui/days.ts'
import { PLOT_STYLE, PlotFigure } from './PlotFigure.tsx'
import '../style/charts.css'

type Cohort = CohortsJson['cohorts'][number]
type Unit = 'family' | 'person'

type Properties = {
  readonly cohorts: readonly Cohort[]
  /** The list the page is about. */
  readonly own: string
  readonly unit: Unit
}

const NOUN = { family: 'family units', person: 'persons' } as const
const HEIGHT = 300
/** Reviews were made at these ages. */
const REVIEWS = [4, 8]
/** Months of the table: those of the reviews, then every half year. */
const IN_TABLE = [0, 4, 8, 12, 18, 24, 30, 36]

/** How many of each list are not resolved yet, by its age; lists can be read against one another at any age. */
export function SurvivalChart({ cohorts, own, unit }: Properties) {
  const draw = useCallback(
    (width: number) => plotOf(cohorts, own, unit, width),
    [cohorts, own, unit],
  )
  const most = Math.max(0, ...cohorts.flatMap(({ survival }) => survival.map((at) => at.months)))
  if (most === 0)
    return (
      <p className="soft">
        The list is less than a month old on this day: how it goes down can be drawn later.
      </p>
    )
  const months = IN_TABLE.filter((month) => month <= most)
  return (
    <figure className="chart">
      <PlotFigure
        label={`Share of ${NOUN[unit]} not resolved, by months since each list was handed over. The table holds the same.`}
        draw={draw}
      />
      <figcaption className="small soft">
        Not resolved, in per cent of the {NOUN[unit]} on each list, by months since it was handed
        over. Each point as it was known on its own day.
      </figcaption>
      <details>
        <summary>As a table</summary>
        <div className="scroller" role="region" aria-label="Not resolved by age" tabIndex={0}>
          <table>
            <caption className="spoken">{NOUN[unit]} not resolved, by age of the list</caption>
            <thead>
              <tr>
                <th scope="col">List</th>
                {months.map((month) => (
                  <th key={month} scope="col" className="number">
                    {month === 0 ? 'at first' : `${month} months`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cohorts.map(({ list, presentedOn, survival }) => (
                <tr key={list}>
                  <th scope="row">
                    {list} <span className="soft">{dayInBrief(presentedOn)}</span>
                  </th>
                  {months.map((month) => {
                    const at = survival.find((point) => point.months === month)?.[unit]
                    return (
                      <td key={month} className="number">
                        {at ? (
                          `${at.unresolved} of ${at.entries}`
                        ) : (
                          <span className="soft">not so old</span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

function plotOf(cohorts: readonly Cohort[], own: string, unit: Unit, width: number): Element {
  const narrow = width < 520
  const points = cohorts.flatMap(({ list, survival }) =>
    survival.flatMap((point) => {
      const { share, unresolved, entries } = point[unit]
      if (share === null) return []
      const { months } = point
      return [
        {
          list,
          months,
          share,
          title: `List ${list} after ${months} months\n${unresolved} of ${entries} ${NOUN[unit]} not resolved (${share} %)`,
        },
      ]
    }),
  )
  const last = Math.max(8, ...points.map(({ months }) => months))
  const ends = spread(
    cohorts.flatMap(({ list }) => points.filter((point) => point.list === list).slice(-1)),
  )
  const others = points.filter(({ list }) => list !== own)
  const mine = points.filter(({ list }) => list === own)
  const line = { x: 'months', y: 'share', z: 'list', curve: 'step-after' } as const
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 40,
    marginRight: narrow ? 44 : 56,
    marginTop: 22,
    marginBottom: 40,
    style: PLOT_STYLE,
    x: {
      domain: [0, last],
      ticks: monthTicks(last, narrow),
      tickSize: 4,
      label: 'months since it was handed over',
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    y: {
      domain: [0, 100],
      ticks: [0, 25, 50, 75, 100],
      tickSize: 0,
      tickFormat: (share: number) => `${share} %`,
      label: null,
    },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: [0, 25, 50, 75, 100] }),
      Plot.ruleX(
        REVIEWS.filter((month) => month <= last),
        { stroke: 'var(--accent)', strokeDasharray: '3 3', strokeOpacity: 0.7 },
      ),
      Plot.line(others, { ...line, stroke: 'var(--line-strong)', strokeWidth: 1.25 }),
      Plot.line(mine, { ...line, stroke: 'var(--met-ink)', strokeWidth: 2.5 }),
      Plot.text(ends, {
        x: 'months',
        y: 'place',
        text: 'list',
        textAnchor: 'start',
        dx: 6,
        fill: (end: (typeof ends)[number]) => (end.list === own ? 'var(--met-ink)' : 'var(--soft)'),
        fontWeight: 600,
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.tip(
        points,
        Plot.pointer({
          x: 'months',
          y: 'share',
          title: 'title',
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  })
}

/** Labels at the ends of lines stand apart where lines end at the same height and age. */
function spread<End extends { months: number; share: number; list: string }>(
  ends: readonly End[],
): (End & { place: number })[] {
  const LEAST = 5
  const placed: (End & { place: number })[] = []
  for (const end of ends.toSorted((a, b) => a.share - b.share)) {
    const near = placed.filter((one) => Math.abs(one.months - end.months) < 3)
    const top = Math.max(-Infinity, ...near.map(({ place }) => place))
    placed.push({ ...end, place: Math.max(end.share, top + LEAST) })
  }
  return placed
}

function monthTicks(last: number, narrow: boolean): number[] {
  const every = narrow ? 12 : 6
  const years = Array.from({ length: Math.floor(last / every) }, (_, index) => (index + 1) * every)
  return [0, ...REVIEWS, ...years.filter((month) => month >= 12)].filter((month) => month <= last)
}
