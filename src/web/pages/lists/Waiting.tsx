import { useMemo } from 'react'
import type { ListReportJson } from '../../../contract/representation-lists.ts'
import { dayInWords } from '../../ui/days.ts'
import { counted } from './words.ts'

type WaitingTimes = ListReportJson['waiting']
type Properties = { readonly waiting: WaitingTimes; readonly asOf: string }

const YEAR = 12

/** How long the cases have been waiting, or waited until they were resolved. */
export function Waiting({ waiting, asOf }: Properties) {
  const { median, longest, entries } = waiting
  const rows = useMemo(() => byYears(entries), [entries])
  const unknown = entries.filter(({ months }) => months === null).length
  const most = Math.max(1, ...rows.map(({ open, resolved }) => open + resolved))
  if (entries.length === 0) return null
  return (
    <section className="part">
      <h2>
        How long they have been waiting{' '}
        <em className="serif-note">cases, by {dayInWords(asOf)} or until they were resolved</em>
      </h2>
      <p>
        {median === null
          ? 'Cannot be told: of no case is it on record when it began.'
          : `Half of the cases waited ${monthsInWords(median)} or longer; the longest ${monthsInWords(longest ?? median)}.`}
        {unknown > 0 && median !== null && (
          <span className="soft">
            {' '}
            Of {counted(unknown, 'case')} it is not on record since when.
          </span>
        )}
      </p>
      {rows.length > 0 && (
        <div className="scroller" role="region" aria-label="Waiting times" tabIndex={0}>
          <table className="waiting-times">
            <caption className="spoken">Cases by how long they have been waiting</caption>
            <thead>
              <tr>
                <th scope="col">Waited</th>
                <th scope="col" className="number">
                  Waiting still
                </th>
                <th scope="col" className="number">
                  Resolved
                </th>
                <th scope="col">
                  <span className="spoken">Drawn</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ years, open, resolved }) => (
                <tr key={years}>
                  <td>{years === 0 ? 'under a year' : `${years} to ${years + 1} years`}</td>
                  <td className="number">{open}</td>
                  <td className="number">{resolved}</td>
                  <td className="drawn">
                    <span className="stacked-bar" aria-hidden="true">
                      <span style={{ inlineSize: `${(open / most) * 100}%` }} />
                      <span style={{ inlineSize: `${(resolved / most) * 100}%` }} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** Full years waited, from the shortest to the longest, also those in which nobody falls. */
function byYears(entries: WaitingTimes['entries']) {
  const known = entries.flatMap(({ months, resolved }) =>
    months === null ? [] : [{ years: Math.floor(months / YEAR), resolved }],
  )
  if (known.length === 0) return []
  const [first, last] = [
    Math.min(...known.map(({ years }) => years)),
    Math.max(...known.map(({ years }) => years)),
  ]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((years) => {
    const own = known.filter((one) => one.years === years)
    const resolved = own.filter((one) => one.resolved).length
    return { years, open: own.length - resolved, resolved }
  })
}

/** `7 months`, `2 years`, `2 years 3 months`; a half month is said as it is. */
function monthsInWords(months: number): string {
  const [years, rest] = [Math.floor(months / YEAR), months % YEAR]
  const words = [years > 0 && counted(years, 'year'), rest > 0 && counted(rest, 'month')]
  return words.filter(Boolean).join(' ') || 'less than a month'
}
