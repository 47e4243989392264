/**
 * Reads somebody's table, CSV with any delimiter or an Excel workbook, as a header and rows of text.
 *
 * Nothing is understood here. Excel turns `1987-04` into a day when it is typed, and hides it; so a
 * cell that it calls a date comes in with a word that it may have been less.
 */
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './decode-text.ts'
import { findHeader } from './find-header.ts'
import { quote } from './nearest-name.ts'
import type { Notice, Refusal } from './place.ts'
import { FILE_CEILING, tooLarge } from './reading.ts'

export type SheetRow = {
  /** The line, or the row of the sheet, from 1. */
  readonly number: number
  /** As many as the header has, at least; without the blanks around them. */
  readonly cells: readonly string[]
  /** Columns, from 0, that Excel holds as dates. */
  readonly dated: readonly number[]
}

export type SpreadsheetRows = {
  readonly file: string
  /** null in a text file. */
  readonly sheet: string | null
  /** Other sheets that hold something. */
  readonly otherSheets: readonly string[]
  /** null in a workbook. */
  readonly delimiter: string | null
  readonly header: readonly string[]
  /** The row of the header; null where the table has none and columns are called by their letters. */
  readonly headerRow: number | null
  readonly rows: readonly SheetRow[]
  /** Columns of a place are counted in cells, from 1. */
  readonly notices: readonly Notice[]
}

export type SpreadsheetOptions = {
  readonly sheet?: string
  readonly delimiter?: string
  /** As the Encoding Standard names it (`koi8-r`, `windows-1256`, `gb18030`); else it is found. */
  readonly encoding?: string
  /** The row of the header, from 1, or null for none; else it is found. */
  readonly headerRow?: number | null
}

type Grid = Pick<SpreadsheetRows, 'sheet' | 'otherSheets' | 'delimiter'> & {
  readonly rows: readonly SheetRow[]
  readonly notices: readonly Notice[]
}

/** What the file holds, or why it cannot be read. Never throws for what it holds. */
export async function readSpreadsheet(
  file: string,
  bytes: Uint8Array,
  options: SpreadsheetOptions = {},
): Promise<SpreadsheetRows | Refusal> {
  if (bytes.length > FILE_CEILING) return refusal(file, tooLarge(bytes.length, FILE_CEILING))
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const grid = isZip(buffer)
    ? await readSheets(file, buffer, options.sheet)
    : isOldExcel(buffer)
      ? refusal(file, 'This is an Excel file of before 2007; save it as .xlsx.')
      : readText(file, buffer, options)
  if ('message' in grid) return grid
  const headerRow = options.headerRow === undefined ? findHeader(grid.rows) : options.headerRow
  return withHeader(file, grid, headerRow)
}

function withHeader(file: string, grid: Grid, headerRow: number | null): SpreadsheetRows | Refusal {
  const { rows: all, notices, ...about } = grid
  const named = all.find(({ number }) => number === headerRow)
  if (headerRow !== null && !named)
    return refusal(file, `The table has no row ${String(headerRow)} to take its columns from.`)
  const rows = all.filter(({ number }) => headerRow === null || number > headerRow)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const header = Array.from({ length: Math.max(width, named?.cells.length ?? 0) }, (_, index) => {
    const name = named?.cells[index] ?? ''
    return name === '' ? `Column ${letterOf(index)}` : name
  })
  if (rows.length === 0) return refusal(file, 'The table has no rows below its header.')
  return {
    file,
    ...about,
    header,
    headerRow,
    rows: rows.map((row) => ({
      ...row,
      cells: header.map((_, index) => row.cells[index] ?? ''),
    })),
    notices,
  }
}

async function readSheets(
  file: string,
  bytes: Buffer,
  wanted: string | undefined,
): Promise<Grid | Refusal> {
  const sheets = await openWorkbook(bytes)
  if (typeof sheets === 'string') return refusal(file, sheets)
  const filled = sheets
    .map(({ sheet, data }) => ({ sheet, ...gridOf(file, data) }))
    .filter(({ rows }) => rows.length > 0)
  const names = filled.map(({ sheet }) => sheet)
  const found = filled.find(({ sheet }) => wanted === undefined || sheet === wanted)
  if (!found)
    return refusal(
      file,
      wanted === undefined
        ? 'The workbook is empty.'
        : `The workbook has no sheet ${quote(wanted)} that holds something; it has ${names.map(quote).join(', ') || 'none'}.`,
    )
  const { sheet, rows, notices } = found
  const otherSheets = names.filter((name) => name !== sheet)
  return { sheet, otherSheets, delimiter: null, rows, notices }
}

type Sheet = { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }

/** The sheets, or a sentence: what the library throws for a file that is none is a value to us. */
async function openWorkbook(bytes: Buffer): Promise<readonly Sheet[] | string> {
  try {
    // Numbers as they stand in the file: an id of twenty digits is no quantity.
    return await readWorkbook(bytes, { parseNumber: (text) => text, trim: false })
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      return 'This is no Excel workbook that can be read; it may be cut short or locked with a password.'
    throw error
  }
}

function gridOf(
  file: string,
  data: readonly (readonly unknown[])[],
): { readonly rows: readonly SheetRow[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = []
  const rows: SheetRow[] = []
  for (const [index, values] of data.entries()) {
    const cells = values.map(cellText)
    if (cells.every((cell) => cell === '')) continue
    const dated = values.flatMap((value, column) => (value instanceof Date ? [column] : []))
    rows.push({ number: index + 1, cells, dated })
    for (const column of dated)
      notices.push({
        file,
        line: index + 1,
        column: column + 1,
        message: `Excel holds ${quote(cells[column] ?? '')} as a date; if a month or a year was typed, its day is Excel’s own.`,
      })
  }
  return { rows, notices }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const text = value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16)
  }
  return typeof value === 'string' ? value.trim() : String(value as number | boolean) // the library gives no others
}

function readText(file: string, bytes: Buffer, options: SpreadsheetOptions): Grid | Refusal {
  const decoded = decodeAs(bytes, options.encoding)
  if ('message' in decoded) return { file, ...decoded }
  const { text, from } = withoutSeparatorLine(decoded.text)
  const delimiter = options.delimiter ?? from ?? guessDelimiter(text)
  const notices =
    decoded.remark === null ? [] : [{ file, line: 1, column: 1, message: decoded.remark }]
  const firstLine = from === undefined ? 0 : 1
  const rows: SheetRow[] = []
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        const number = firstLine + lines - cells.join('').split('\n').length + 1
        const trimmed = cells.map((cell) => cell.trim())
        if (trimmed.some((cell) => cell !== '')) rows.push({ number, cells: trimmed, dated: [] })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = firstLine + (typeof error['lines'] === 'number' ? error['lines'] : 1)
    return {
      file,
      line,
      column: 1,
      message: 'A quote that is opened before the end of this line is never closed.',
    }
  }
  if (rows.length === 0) return refusal(file, 'The file is empty.')
  return { sheet: null, otherSheets: [], delimiter, rows, notices }
}

type Decoded = { readonly text: string; readonly remark: string | null }

function decodeAs(
  bytes: Buffer,
  encoding: string | undefined,
): Decoded | { readonly line: number; readonly column: number; readonly message: string } {
  if (encoding !== undefined) {
    const decoder = decoderOf(encoding)
    if (!decoder)
      return {
        line: 1,
        column: 1,
        message: `${quote(encoding)} is no encoding that is known here.`,
      }
    return { text: withLineFeeds(decoder.decode(bytes)), remark: null }
  }
  const decoded = decodeText(bytes)
  if ('message' in decoded)
    return { ...decoded, message: `${decoded.message} Or say which encoding it has.` }
  return { text: decoded.utf8.toString(), remark: decoded.remark }
}

// The decoder answers a name that it does not know by throwing; to us it is a value.
function decoderOf(encoding: string): { decode: (bytes: Uint8Array) => string } | undefined {
  try {
    return new TextDecoder(encoding)
  } catch {
    return undefined
  }
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Excel writes and reads `sep=;` above a table. */
function withoutSeparatorLine(text: string): { readonly text: string; readonly from?: string } {
  const found = /^sep=(.)\n/.exec(text)
  return found?.[1] ? { text: text.slice(found[0].length), from: found[1] } : { text }
}

const DELIMITERS = [',', ';', '\t', '|'] as const
const LINES_LOOKED_AT = 30

/** The sign that most lines have equally often; a comma where none is. */
export function guessDelimiter(text: string): string {
  const lines = outsideQuotes(text.slice(0, 100_000)).split('\n').slice(0, LINES_LOOKED_AT)
  const scores = DELIMITERS.map((sign) => {
    const counts = lines.filter((line) => line !== '').map((line) => line.split(sign).length - 1)
    const usual = counts.filter((count) => count > 0).toSorted((a, b) => a - b)
    const middle = usual[Math.floor(usual.length / 2)] ?? 0
    return middle === 0 ? 0 : counts.filter((count) => count === middle).length + middle / 100
  })
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ','
}

function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*"/g, '')
}

/** A, B … Z, AA: as spreadsheets call their columns; `index` from 0. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

function isZip(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50
}

function isOldExcel(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes.readUInt32BE(0) === 0xd0cf11e0
}

function refusal(file: string, message: string): Refusal {
  return { file, line: 1, column: 1, message }
}
