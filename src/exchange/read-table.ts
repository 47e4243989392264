/** Reads one table of evidence row by row into entries, keeping the line on which each stands. */
import type { Columns } from './evidence-columns.ts'
import { CsvTable } from './csv-rows.ts'
import type { Report } from './report.ts'
import { RowReader } from './row-reader.ts'

export type Taken<Entry> = {
  readonly file: string
  readonly entries: readonly Entry[]
  /** The line of each entry, in the same order. */
  readonly lines: readonly number[]
  /** Whether the file could be read to its end. */
  readonly whole: boolean
}

/** What a row gives: its entry, nothing because it is refused, or nothing because it is there already. */
export type RowOutcome<Entry> = Entry | 'refused' | 'taken already'

export type TableText = { readonly file: string; readonly utf8: Buffer }

/** Yields the number of rows so far, now and then. `entry` is the number of the row among those taken. */
export function* readTable<Entry extends object>(
  { file, utf8 }: TableText,
  { all, required }: Columns,
  report: Report,
  readRow: (row: RowReader, entry: number) => RowOutcome<Entry>,
): Generator<number, Taken<Entry>> {
  const entries: Entry[] = []
  const lines: number[] = []
  const shared = new Map<string, string>()
  const table = new CsvTable(file, utf8, report)
  const whole = yield* table.read(all, required, (row) => {
    const entry = readRow(new RowReader(table, row, shared), entries.length + 1)
    if (typeof entry === 'string') return
    entries.push(entry)
    lines.push(row.line)
  })
  return { file, entries, lines, whole }
}
