import type { ListReportJson } from '../../../contract/representation-lists.ts'
import { Resolved } from './Units.tsx'

type Counts = Pick<ListReportJson['status']['byRegion'][number], 'family' | 'person'>
type Row = Counts & {
  /** Null where the entry does not say. */
  readonly of: string | null
}

type Properties = { readonly title: string; readonly rows: readonly Row[] }

/** Resolved since presentation by one attribute of the entries, in both units. */
export function Breakdown({ title, rows }: Properties) {
  if (rows.length === 0) return null
  return (
    <section className="part">
      <h2>{title}</h2>
      <div className="scroller stacked" role="region" aria-label={title} tabIndex={0}>
        <table>
          <caption className="spoken">{title}, resolved since it was handed over</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="spoken">{title}</span>
              </th>
              <th scope="col">Family units</th>
              <th scope="col">Persons</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ of, family, person }) => (
              <tr key={of ?? ''}>
                <td>{of === null ? <span className="soft">not stated</span> : <bdi>{of}</bdi>}</td>
                <td data-title="Family units">
                  <Resolved count={family} />
                </td>
                <td data-title="Persons">
                  <Resolved count={person} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
