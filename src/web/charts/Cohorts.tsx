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
  readonly own: string
  readonly unit: Unit
}

const NOUN = { family: 'family units', person: 'persons' } as const
const ROW = 26

/** Shares resolved at four and at eight months, each list at that age, with both numbers beside the bar. */
export function CohortsChart({ cohorts, own, unit }: Properties) {
  const bars = barsOf(cohorts, unit)
  const draw = useCallback(
    (width: number) => plotOf(barsOf(cohorts, unit), own, width),
    [cohorts, own, unit],
  )
  if (bars.length === 0)
    return (
      <p className="soft">
        No list has reached four months on this day: there is nothing to compare yet.
      </p>
    )
  const ages = [...new Set(bars.map(({ months }) => months))]
  return (
    <figure className="chart">
      <PlotFigure
        label={`Share of ${NOUN[unit]} resolved by each list at the age of ${ages.join(' and ')} months. The table holds the same.`}
        draw={draw}
      />
      <figcaption className="small soft">
        Resolved since it was handed over, in per cent of the {NOUN[unit]} on each list, at the same
        age and as known then.
      </figcaption>
      <details>
        <summary>As a table</summary>
        <div className="scroller" role="region" aria-label="Resolved at equal age" tabIndex={0}>
          <table>
            <caption className="spoken">Resolved at equal age, in both units</caption>
            <thead>
              <tr>
                <th scope="col">List</th>
                <th scope="col">Age</th>
                <th scope="col">Family units</th>
                <th scope="col">Persons</th>
              </tr>
            </thead>
            <tbody>
              {cohorts.flatMap(({ list, presentedOn, ages: reached }) =>
                reached.map(({ months, family, person, shares }) => (
                  <tr key={`${list} ${months}`}>
                    <th scope="row">
                      {list} <span className="soft">{dayInBrief(presentedOn)}</span>
                    </th>
                    <td>{months} months</td>
                    <td>{inWords(family, shares.family)}</td>
                    <td>{inWords(person, shares.person)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

type Count = Cohort['ages'][number]['family']

const inWords = ({ resolved, entries }: Count, share: number | null) =>
  `${resolved} of ${entries}${share === null ? '' : ` (${share} %)`}`

function barsOf(cohorts: readonly Cohort[], unit: Unit) {
  return cohorts.flatMap(({ list, ages }) =>
    ages.map(({ months, shares, ...counts }) => ({
      list,
      months,
      share: shares[unit] ?? 0,
      words: inWords(counts[unit], shares[unit]),
    })),
  )
}

function plotOf(bars: ReturnType<typeof barsOf>, own: string, width: number): Element {
  const ages = [...new Set(bars.map(({ months }) => months))].toSorted((a, b) => a - b)
  const lists = [...new Set(bars.map(({ list }) => list))]
  const top = Math.min(100, Math.max(20, ...bars.map(({ share }) => share)) * 1.05)
  const narrow = width < 520
  return Plot.plot({
    width,
    height: ages.length * (lists.length * ROW + 34) + 12,
    marginLeft: 56,
    // The numbers stand to the right of the longest bar.
    marginRight: narrow ? 104 : 132,
    marginTop: 24,
    marginBottom: 4,
    style: PLOT_STYLE,
    x: { domain: [0, top], axis: null },
    y: { domain: lists, axis: null, padding: 0.3 },
    fy: { domain: ages, axis: null, padding: 0.16 },
    marks: [
      Plot.text(ages, {
        fy: (months: number) => months,
        text: (months: number) => `after ${months} months`,
        frameAnchor: 'top-left',
        dy: -20,
        dx: -54,
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
      Plot.barX(bars, {
        x1: 0,
        x2: 'share',
        y: 'list',
        fy: 'months',
        fill: (bar: (typeof bars)[number]) =>
          bar.list === own ? 'var(--met-fill)' : 'var(--not-met-fill)',
        insetTop: 3,
        insetBottom: 3,
      }),
      Plot.text(bars, {
        x: 0,
        y: 'list',
        fy: 'months',
        text: 'list',
        textAnchor: 'end',
        dx: -8,
        fill: (bar: (typeof bars)[number]) => (bar.list === own ? 'var(--ink)' : 'var(--soft)'),
      }),
      Plot.text(bars, {
        x: 'share',
        y: 'list',
        fy: 'months',
        text: 'words',
        textAnchor: 'start',
        dx: 6,
        fill: (bar: (typeof bars)[number]) => (bar.list === own ? 'var(--ink)' : 'var(--soft)'),
      }),
      Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
    ],
  })
}
