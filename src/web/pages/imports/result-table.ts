/** What became of each row, as a table that is taken away: the row, what became of it, and why. */
import type { SpreadsheetRowJson } from '../../../contract/spreadsheet-imports.ts'
import { OUTCOME_WORDS } from './words.ts'

const HEADER = ['row', 'what became of it', 'name', 'their id', 'person', 'why']

/** As CSV with the mark by which Excel knows UTF-8. */
export function resultTable(rows: readonly SpreadsheetRowJson[]): string {
  const lines = rows.map((row) =>
    [
      String(row.row),
      OUTCOME_WORDS[row.outcome],
      row.name,
      row.theirId,
      row.person ?? row.candidates[0]?.person ?? '',
      whyOf(row),
    ]
      .map(cell)
      .join(','),
  )
  return `\uFEFF${[HEADER.join(','), ...lines].join('\r\n')}\r\n`
}

/** Each sentence with its column, where it is about one. */
export function whyOf({ remarks }: Pick<SpreadsheetRowJson, 'remarks'>): string {
  return remarks
    .map(({ column, message }) => (column === null ? message : `${column}: ${message}`))
    .join(' ')
}

/** A cell that a spreadsheet would take for a formula is text: somebody else wrote it. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
