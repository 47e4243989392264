import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { RegisterColumnName, RegisterRowJson } from '../../../contract/register.ts'
import { usePaths } from '../../paths.ts'
import { dayInBrief } from '../../ui/days.ts'
import { cellOf } from './cells.tsx'
import { PersonName } from './ShownNames.tsx'
import { COLUMN_WORDS } from './words.ts'

type Properties = {
  readonly rows: readonly RegisterRowJson[]
  readonly columns: readonly RegisterColumnName[]
  /** An arrow beyond the first or the last row. */
  readonly onBeyond: (way: 'up' | 'down') => void
}

/** The id of the table's first link, where the search box hands the arrow keys on. */
export const FIRST_ROW = 'register-row-0'
const rowId = (index: number) => `register-row-${index}`

/** One row a person. Arrows go from name to name, Enter opens, Home and End go to the ends. */
export function RegisterTable({ rows, columns, onBeyond }: Properties) {
  const paths = usePaths()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = rows.findIndex((_, index) => document.activeElement?.id === rowId(index))
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const to = nextRow(event.key, at, rows.length)
    if (to === undefined) return
    event.preventDefault()
    if (to < 0) onBeyond('up')
    else if (to >= rows.length) onBeyond('down')
    else document.getElementById(rowId(to))?.focus()
  }
  // A column of other names only where someone has any.
  const others = rows.some(({ names }) => names.length > 1)
  const more = columns
    .filter((column) => column !== 'name')
    .filter((column) => column !== 'other-names' || others)
  return (
    // The arrows move the focus between links that are there anyway; nothing is only for keys.
    <div
      className="scroller stacked register"
      role="region"
      aria-label="Persons"
      onKeyDown={onKeyDown}
    >
      <table>
        <caption className="spoken">
          Persons of the register. Arrow keys go from name to name, Enter opens.
        </caption>
        <thead>
          <tr>
            <th scope="col">{COLUMN_WORDS.name}</th>
            {more.map((column) => (
              <th key={column} scope="col">
                {COLUMN_WORDS[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.person}>
              <td>
                <Link id={rowId(index)} to={paths.person(row.person)}>
                  <Caption row={row} />
                </Link>
                {row.merged.length > 0 && (
                  <p className="below">also entered as {row.merged.map((id) => id).join(', ')}</p>
                )}
              </td>
              {more.map((column) => (
                <td key={column} data-title={COLUMN_WORDS[column]}>
                  {cellOf(row, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Caption({ row }: { readonly row: RegisterRowJson }) {
  const [first] = row.names
  if (row.erasedOn) return `${row.person}, erased on ${dayInBrief(row.erasedOn)}`
  return first ? <PersonName name={first} /> : `${row.person}, without a name`
}

function nextRow(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
