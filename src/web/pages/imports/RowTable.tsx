import { useMemo } from 'react'
import { Link } from 'react-router'
import type { SpreadsheetRowJson } from '../../../contract/spreadsheet-imports.ts'
import { usePaths } from '../../paths.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { whyOf } from './result-table.ts'
import { OUTCOME_GLYPHS, OUTCOME_WORDS } from './words.ts'
import type { Outcome } from './words.ts'

type Properties = {
  readonly rows: readonly SpreadsheetRowJson[]
  readonly outcome: Outcome | null
  readonly isTaken: boolean
}

/** Every row with what becomes of it, why, and whom it may be. */
export function RowTable({ rows, outcome, isTaken }: Properties) {
  const shown = useMemo(
    () => (outcome === null ? rows : rows.filter((row) => row.outcome === outcome)),
    [rows, outcome],
  )
  return (
    <DataTable
      caption="The rows of the file"
      columns={columnsFor(isTaken)}
      rows={shown}
      rowKey={({ row }) => String(row)}
      noun={['row', 'rows']}
      stacked
    />
  )
}

const columnsFor = (isTaken: boolean): readonly Column<SpreadsheetRowJson>[] => [
  {
    key: 'row',
    title: 'Row',
    show: ({ row }) => <span className="mono">{row}</span>,
    order: ({ row }) => row,
  },
  {
    key: 'name',
    title: 'Name',
    show: (row) => <Name row={row} isTaken={isTaken} />,
    find: ({ name, theirId }) => `${name} ${theirId}`,
    order: ({ name }) => name || null,
  },
  {
    key: 'outcome',
    title: isTaken ? 'Became' : 'Becomes',
    show: ({ outcome }) => (
      <span className={`outcome ${outcome}`}>
        <span aria-hidden="true">{OUTCOME_GLYPHS[outcome]}</span> {OUTCOME_WORDS[outcome]}
      </span>
    ),
  },
  {
    key: 'why',
    title: 'Why, and what to look at',
    show: (row) => <Why row={row} />,
    find: whyOf,
  },
]

function Name({ row, isTaken }: { readonly row: SpreadsheetRowJson; readonly isTaken: boolean }) {
  const paths = usePaths()
  const isThere = row.person !== null && (isTaken || row.outcome === 'on-record')
  return (
    <>
      {isThere && row.person !== null ? (
        <Link to={paths.person(row.person)}>
          <bdi>{row.name}</bdi>
        </Link>
      ) : row.name === '' ? (
        <span className="soft">no name</span>
      ) : (
        <bdi>{row.name}</bdi>
      )}
      {row.theirId !== '' && <span className="below their-id mono">{row.theirId}</span>}
    </>
  )
}

function Why({ row: { remarks, candidates, outcome } }: { readonly row: SpreadsheetRowJson }) {
  const paths = usePaths()
  return (
    <>
      {/* What decides stands before what is only worth a look. */}
      {remarks.toSorted(byWeight).map(({ sort, column, message }) => (
        <span key={`${column ?? ''} ${message}`} className={`remark ${sort}`}>
          {column !== null && (
            <span className="soft">
              <bdi>{column}</bdi>:{' '}
            </span>
          )}
          {message}
        </span>
      ))}
      {outcome === 'review' && candidates.length > 0 && (
        <span className="below whom">
          {candidates.map(({ person, row, name, probability }, index) => (
            <span key={`${person ?? ''} ${String(row)}`}>
              {index > 0 && ' · '}
              {person === null ? (
                `row ${String(row)}`
              ) : (
                <Link to={paths.person(person)}>
                  <bdi>{name || person}</bdi>
                </Link>
              )}
              {probability !== null && ` ${shareOf(probability)}`}
            </span>
          ))}
        </span>
      )}
    </>
  )
}

const byWeight = (a: { sort: string }, b: { sort: string }) =>
  Number(a.sort === 'flagged') - Number(b.sort === 'flagged')

/** Never 0 and never 100: a likelihood is not a finding. */
function shareOf(probability: number): string {
  return `${String(Math.min(99, Math.max(1, Math.round(probability * 100))))} %`
}
