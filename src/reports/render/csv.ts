/**
 * One table as CSV (RFC 4180): UTF-8 without a byte-order mark, CRLF, the header in the first row.
 *
 * Cells are written as they are, also those that a spreadsheet would take for a formula: the file is
 * data for programs and goes back in, and a guard sign would change what a source said. Whoever opens
 * it in a spreadsheet takes the workbook instead (`xlsx.ts`), where such cells are text.
 */
import { stringify } from 'csv-stringify/sync'
import { plainText } from '../document.ts'
import type { Table } from '../document.ts'
import { legible } from './legible.ts'

/** The table as bytes. Its groups, where it has them, are the first column. Notes are left out. */
export async function renderCsv(table: Table): Promise<Uint8Array> {
  return new TextEncoder().encode(
    stringify([...tableTexts(table)], { record_delimiter: '\r\n', quoted_match: /^\s|\s$/ }),
  )
}

function tableTexts(table: Table): readonly (readonly string[])[] {
  const grouped = table.rows.some((row) => row.group)
  const header = table.columns.map((column) => legible(plainText(column.header)))
  const rows = table.rows.map(({ cells, group }) => [
    ...(grouped ? [legible(plainText(group ?? []))] : []),
    // A number as such: without the separators that are there for the eye.
    ...cells.map(({ text, number }) =>
      number === undefined ? legible(plainText(text)) : `${number}`,
    ),
  ])
  return [[...(grouped ? [table.groupedBy ?? ''] : []), ...header], ...rows]
}
