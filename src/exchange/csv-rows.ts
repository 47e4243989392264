/**
 * Reads the rows of a table in CSV (RFC 4180, commas) from UTF-8, with the place of every cell.
 *
 * The text goes to the CSV library in slices that end between rows, so that a table of 200 MB needs
 * no more memory than its bytes and what is kept of it, and so that reading can be cancelled.
 * A place is worked out only when a cell is refused.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { countCharacters } from './decode-text.ts'
import { didYouMean, quote } from './nearest-name.ts'
import type { Place } from './place.ts'
import type { Report, Unread } from './report.ts'

const SLICE = 1024 * 1024
const LF = 10
const COMMA = 44
const QUOTE = 34

/** A row's cells and where the row begins. */
export type CsvRow = {
  readonly cells: readonly string[]
  /** From 1. */
  readonly line: number
  /** The byte at which the row begins. */
  readonly start: number
}

export class CsvTable {
  readonly file: string
  readonly #utf8: Buffer
  readonly #report: Report
  #columns: ReadonlyMap<string, number> = new Map()
  #line = 1
  #counted = 0

  constructor(file: string, utf8: Buffer, report: Report) {
    this.file = file
    this.#utf8 = utf8
    this.#report = report
  }

  /**
   * Hands each sound row to `take` and yields the number of rows so far after each slice. Refuses
   * the header, rows with more or fewer cells than it, and the file from a broken quote on; the
   * answer is whether the file was read to its end.
   */
  *read(
    known: readonly string[],
    required: readonly string[],
    take: (row: CsvRow) => void,
  ): Generator<number, boolean> {
    let rows = 0
    let width = 0
    for (const [from, to] of slicesBetweenRows(this.#utf8)) {
      let previous = from
      let sound = true
      const onRow = (cells: string[], end: number) => {
        const row = this.#rowAt(previous, cells)
        previous = from + end
        if (width === 0) {
          width = cells.length
          sound = this.#takeHeader(row, known, required)
        } else if (sound && cells.some((cell) => cell !== '')) {
          rows++
          if (cells.length === width) take(row)
          else this.refuse(row, 0, () => wrongWidth(cells.length, width))
        }
      }
      if (!this.#parseSlice(from, to, onRow, () => previous) || !sound) return false
      yield rows
    }
    if (width === 0)
      this.#report.refuseAt(
        { file: this.file, line: 1, column: 1 },
        `The file is empty; its first line names its columns (${known.join(',')}).`,
      )
    return width > 0
  }

  /** The cell of a row under a column; empty where the file leaves the column out. */
  cell(row: CsvRow, column: string): string {
    const index = this.#columns.get(column)
    return index === undefined ? '' : (row.cells[index] ?? '')
  }

  /** Refuses a cell by its column, or by its number from 0. A column that is left out: the row. */
  refuse(row: CsvRow, column: string | number, message: () => string): void {
    const index = typeof column === 'number' ? column : (this.#columns.get(column) ?? 0)
    this.#report.refuse(this.file, () => this.placeOfCell(row, index), message)
  }

  /** Refuses a cell that refers into a file that could not be read whole. */
  refuseConsequence(row: CsvRow, column: string, unread: Unread): void {
    const index = this.#columns.get(column) ?? 0
    this.#report.refuseConsequence(this.file, () => this.placeOfCell(row, index), unread)
  }

  /** Says something of a cell that stops nothing. */
  remark(row: CsvRow, column: string, message: () => string): void {
    const index = this.#columns.get(column) ?? 0
    this.#report.remarkIn(this.file, () => this.placeOfCell(row, index), message)
  }

  placeOfCell(row: CsvRow, index: number): Place {
    return this.#placeAt(row, this.#startOfCell(row.start, index).at)
  }

  // csv-parse tells that a quote is broken; where, it tells only by line.
  #parseSlice(
    from: number,
    to: number,
    onRow: (cells: string[], end: number) => void,
    rowStart: () => number,
  ): boolean {
    try {
      parse(this.#utf8.subarray(from, to), {
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: '\n',
        on_record: (cells: string[], { bytes }) => {
          onRow(cells, bytes)
          return null
        },
      })
      return true
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      const row = this.#rowAt(rowStart(), [])
      const { at, fault } = this.#startOfCell(row.start, Infinity)
      this.#report.refuseAt(
        this.#placeAt(row, at),
        `${fault ?? 'A quote is misplaced.'} The file is not read from this row on.`,
      )
      return false
    }
  }

  #takeHeader(row: CsvRow, known: readonly string[], required: readonly string[]): boolean {
    const before = this.#report.count
    const columns = new Map<string, number>()
    row.cells.forEach((cell, index) => {
      const name = cell.trim()
      const message = columns.has(name)
        ? `The column ${quote(name)} stands twice.`
        : !known.includes(name)
          ? unknownColumn(name, known)
          : undefined
      if (message) this.refuse(row, index, () => message)
      else columns.set(name, index)
    })
    const missing = required.filter((name) => !columns.has(name))
    if (this.#report.count === before && missing.length > 0)
      this.refuse(row, 0, () => `The column ${missing.map(quote).join(', ')} is missing.`)
    this.#columns = columns
    return this.#report.count === before
  }

  /** Lines are counted forward, from the row before. */
  #rowAt(byte: number, cells: readonly string[]): CsvRow {
    let start = byte
    while (this.#utf8[start] === LF) start++
    for (let next = this.#utf8.indexOf(LF, this.#counted); next >= 0 && next < start;) {
      this.#line++
      this.#counted = next + 1
      next = this.#utf8.indexOf(LF, this.#counted)
    }
    return { cells, line: this.#line, start }
  }

  #placeAt(row: CsvRow, at: number): Place {
    let { line, start } = row
    for (let next = this.#utf8.indexOf(LF, start); next >= 0 && next < at;) {
      line++
      start = next + 1
      next = this.#utf8.indexOf(LF, start)
    }
    return { file: this.file, line, column: 1 + countCharacters(this.#utf8, start, at) }
  }

  /** The byte at which the n-th cell begins, or the first broken quote before it. */
  #startOfCell(rowStart: number, index: number): { at: number; fault?: string } {
    const text = this.#utf8
    let at = rowStart
    for (let cell = 0; cell < index && at < text.length; cell++) {
      const start = at
      if (text[at] === QUOTE) {
        at = afterClosingQuote(text, at)
        if (at < 0) return { at: start, fault: 'This quote is opened and never closed.' }
        if (at < text.length && text[at] !== COMMA && text[at] !== LF)
          return { at, fault: 'After a closing quote a comma or the end of the line was expected.' }
      } else
        for (; at < text.length && text[at] !== COMMA && text[at] !== LF; at++)
          if (text[at] === QUOTE)
            return {
              at,
              fault:
                'A quote stands inside a cell that does not begin with one; put the cell in quotes and double those inside.',
            }
      if (text[at] !== COMMA) return { at: start }
      at++
    }
    return { at }
  }
}

function afterClosingQuote(text: Buffer, opening: number): number {
  let at = text.indexOf(QUOTE, opening + 1)
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2)
  return at < 0 ? -1 : at + 1
}

/** Slices of about a megabyte, each ending after a line break that no quote encloses. */
function* slicesBetweenRows(text: Buffer): Generator<readonly [number, number]> {
  let from = 0
  while (from < text.length) {
    let to = from
    let quoted = false
    do {
      const next = text.indexOf(LF, Math.max(to, from + SLICE))
      const end = next < 0 ? text.length : next + 1
      if (oddQuotes(text, to, end)) quoted = !quoted
      to = end
    } while (quoted && to < text.length)
    yield [from, to]
    from = to
  }
}

function oddQuotes(text: Buffer, from: number, to: number): boolean {
  // A search on the slice alone: on the whole text each would run on to the next quote, however far.
  const slice = text.subarray(from, to)
  let odd = false
  for (let at = slice.indexOf(QUOTE); at >= 0; at = slice.indexOf(QUOTE, at + 1)) odd = !odd
  return odd
}

function unknownColumn(name: string, known: readonly string[]): string {
  if (name === '') return 'A column has no name.'
  if (/[;\t]/.test(name))
    return 'The columns are not separated by commas; save the file as comma-separated.'
  const near = didYouMean(name, known)
  return `There is no column ${quote(name)}${near || `; known are ${known.join(', ')}`}${near ? '' : '.'}`
}

function wrongWidth(cells: number, columns: number): string {
  return `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the header ${columns} columns.`
}
