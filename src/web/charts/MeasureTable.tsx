import { intervalInWords } from '../ui/amounts.ts'
import { dayInBrief, monthInWords } from '../ui/days.ts'
import { NO_REPORTER } from './measure-marks.ts'
import type { MeasureShown } from './measure-marks.ts'

/** How the marks of the chart are to be read; only of those that are on it. */
export function MeasureLegend({ measure: { points, unit } }: { readonly measure: MeasureShown }) {
  const claims = points.some(({ claim }) => claim)
  const open = points.some(({ high, low }) => high === null && low !== null && low > 0)
  const under = points.some(({ high, low }) => high !== null && low === null)
  const unknown = points.some(({ high, low }) => high === null && (low === null || low === 0))
  return (
    <p className="small soft">
      {unit !== '' && <>In {unit}. </>}A stroke is one number, a band two bounds
      {open && '; a band that fades upward has no upper bound'}
      {under && '; one that fades downward has no lower bound'}
      {unknown && '; a thick mark on the ground line cannot be told'}
      {claims && '; hollow, dashed marks are claims of the other side'}.
    </p>
  )
}

type TableProperties = {
  readonly measure: MeasureShown
  readonly reporters: readonly string[]
}

/** The same as the chart, by month and reporter. */
export function MeasureTable({ measure, reporters }: TableProperties) {
  const days = [...new Set(measure.points.map(({ day }) => day))].toSorted()
  const found = new Map(
    measure.points.map((point) => [`${point.day} ${point.reporter ?? NO_REPORTER}`, point]),
  )
  return (
    <div className="scroller" role="region" aria-label={`${measure.term} by month`} tabIndex={0}>
      <table className="small">
        <caption className="spoken">{measure.term}, by month and reporter</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {reporters.map((reporter) => (
              <th key={reporter} scope="col" className="number">
                {reporter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row" title={dayInBrief(day)}>
                {monthInWords(day)}
              </th>
              {reporters.map((reporter) => {
                const point = found.get(`${day} ${reporter}`)
                return (
                  <td key={reporter} className="number">
                    {point ? intervalInWords(point.low, point.high) : 'no figure in reach'}
                    {point?.claim && ' (claim)'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
