import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'

/** More rows than this make a page slow; the rest comes on demand. */
const ROWS_AT_ONCE = 300

export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly show: (row: Row) => ReactNode
  /** What rows are ordered by; absent where an order has no meaning. */
  readonly order?: (row: Row) => string | number | null
  /** What is searched; absent where there is nothing to search. */
  readonly find?: (row: Row) => string
  /** Values to choose from in place of a search. */
  readonly choices?: readonly string[]
  readonly number?: boolean
}

type Properties<Row> = {
  /** What the table holds, for those who hear the page. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowClass?: (row: Row) => string | undefined
  /** One row in words: "figure", "figures". */
  readonly noun: readonly [string, string]
  /** On a telephone a row stands as lines below one another, so that its last cells are seen. */
  readonly stacked?: boolean
  /** How many rows are shown before more are asked for. */
  readonly atOnce?: number
}

type Order = { readonly key: string; readonly down: boolean }

/** Rows between rules, with a line of filters, ordered by a column on demand. */
export function DataTable<Row>(properties: Properties<Row>) {
  const { caption, columns, rows, rowKey, rowClass, noun, stacked = false } = properties
  const { atOnce = ROWS_AT_ONCE } = properties
  const [filters, setFilters] = useState<Readonly<Record<string, string>>>({})
  const [order, setOrder] = useState<Order | null>(null)
  const [limit, setLimit] = useState(atOnce)
  const found = useMemo(
    () => ordered(filtered(rows, columns, filters), columns, order),
    [rows, columns, filters, order],
  )
  const most = Math.max(limit, atOnce)
  const shown = found.slice(0, most)

  return (
    <>
      <div
        className={stacked ? 'scroller stacked' : 'scroller'}
        role="region"
        aria-label={caption}
        tabIndex={0}
      >
        <table>
          <caption className="spoken">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.number ? 'number' : undefined}
                  aria-sort={sortOf(column, order)}
                >
                  {column.order ? (
                    <button
                      type="button"
                      className="sort"
                      onClick={() => setOrder(nextOrder(column.key, order))}
                    >
                      {column.title}
                      <span aria-hidden="true">{arrowOf(column.key, order)}</span>
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
            <tr className="filters no-print">
              {columns.map((column) => (
                <td key={column.key}>
                  <Filter
                    column={column}
                    value={filters[column.key] ?? ''}
                    onChange={(value) => setFilters({ ...filters, [column.key]: value })}
                  />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)} id={`row-${rowKey(row)}`} className={rowClass?.(row)}>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={column.number ? 'number' : undefined}
                    data-title={stacked ? column.title : undefined}
                  >
                    {column.show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-count" role="status">
        {countOf(found.length, rows.length, noun)}
      </p>
      {found.length > most && (
        <button type="button" className="no-print" onClick={() => setLimit(most + atOnce)}>
          Show {Math.min(atOnce, found.length - most)} more
        </button>
      )}
    </>
  )
}

type FilterProperties<Row> = {
  readonly column: Column<Row>
  readonly value: string
  readonly onChange: (value: string) => void
}

function Filter<Row>({ column, value, onChange }: FilterProperties<Row>) {
  if (!column.find) return null
  const label = `Filter by ${column.title}`
  if (column.choices)
    return (
      <select aria-label={label} value={value} onChange={(e) => onChange(e.currentTarget.value)}>
        <option value="">all</option>
        {column.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  return (
    <input
      type="search"
      aria-label={label}
      placeholder="filter"
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  )
}

function filtered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filters: Readonly<Record<string, string>>,
): readonly Row[] {
  const active = columns.flatMap(({ key, find, choices }) => {
    const wanted = (filters[key] ?? '').trim().toLowerCase()
    return find && wanted !== '' ? [{ find, wanted, whole: choices !== undefined }] : []
  })
  if (active.length === 0) return rows
  return rows.filter((row) =>
    active.every(({ find, wanted, whole }) => {
      const text = find(row).toLowerCase()
      return whole ? text === wanted : text.includes(wanted)
    }),
  )
}

function ordered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
): readonly Row[] {
  const by = columns.find(({ key }) => key === order?.key)?.order
  if (!by || !order) return rows
  const sign = order.down ? -1 : 1
  return rows.toSorted((a, b) => compare(by(a), by(b), sign))
}

/** What is not known stands last, whichever way the rows run. */
function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * String(a).localeCompare(String(b))
}

function nextOrder(key: string, order: Order | null): Order | null {
  if (order?.key !== key) return { key, down: false }
  return order.down ? null : { key, down: true }
}

const arrowOf = (key: string, order: Order | null) =>
  order?.key !== key ? '' : order.down ? ' ↓' : ' ↑'

function sortOf<Row>(column: Column<Row>, order: Order | null) {
  if (!column.order) return undefined
  if (order?.key !== column.key) return 'none'
  return order.down ? 'descending' : 'ascending'
}

function countOf(found: number, all: number, [one, many]: readonly [string, string]): string {
  if (found === all) return `${all} ${all === 1 ? one : many}`
  return `${found} of ${all} ${many}`
}
