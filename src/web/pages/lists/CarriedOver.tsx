import type { ListReportJson } from '../../../contract/representation-lists.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { dayInBrief } from '../../ui/days.ts'
import { EntryState, Who } from './EntryCells.tsx'
import type { PartProperties } from './part-properties.ts'
import { counted } from './words.ts'

type Carried = ListReportJson['status']['carriedOver']
type Properties = Pick<PartProperties, 'page'> & { readonly carriedOver: Carried }

/** Cases that stood on lists before this one, the longest listed first. */
export function CarriedOver({ page, carriedOver }: Properties) {
  if (carriedOver.length === 0) return null
  const entries = new Map(page.entries.map((entry) => [entry.case, entry]))
  const rows = carriedOver.toSorted(
    (a, b) => b.times - a.times || (a.firstListed < b.firstListed ? -1 : 1),
  )
  const most = rows[0]?.times ?? 0
  return (
    <section className="part">
      <h2>
        Carried over{' '}
        <em className="serif-note">
          {counted(rows.length, 'case')} stood on lists before this one, at most {most}
        </em>
      </h2>
      <details>
        <summary>Show them</summary>
        <DataTable
          caption="Cases carried over"
          noun={['case', 'cases']}
          rows={rows}
          rowKey={(one) => one.case}
          stacked
          columns={[
            {
              key: 'who',
              title: 'Who',
              show: (one) => <Who persons={entries.get(one.case)?.persons ?? []} case={one.case} />,
              find: (one) =>
                [
                  one.case,
                  ...(entries.get(one.case)?.persons ?? []).flatMap(({ names }) =>
                    names.map(({ name }) => name),
                  ),
                ].join(' '),
            },
            {
              key: 'times',
              title: 'Lists before this one',
              number: true,
              show: ({ times }) => times,
              order: ({ times }) => times,
            },
            {
              key: 'first',
              title: 'First listed',
              show: ({ firstListed }) => dayInBrief(firstListed),
              order: ({ firstListed }) => firstListed,
            },
            {
              key: 'state',
              title: 'State',
              show: (one) => {
                const entry = entries.get(one.case)
                return entry ? <EntryState entry={entry} /> : null
              },
            },
          ]}
        />
      </details>
    </section>
  )
}
