/**
 * The list that `demarche match` looks up: CSV with `name` and, where there, `birth`, `age`, `sex`,
 * `place` and `category`; other columns are passed over with a word.
 *
 * A birth that does not exist is compared with nothing, and said.
 */
import { CsvError, parse } from 'csv-parse/sync'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { CsvTable } from './csv-rows.ts'
import { decodeText } from './decode-text.ts'
import { quote } from './nearest-name.ts'
import type { Notice, Refusal } from './place.ts'
import { FILE_CEILING, tooLarge } from './reading.ts'
import { Report } from './report.ts'
import { RowReader } from './row-reader.ts'
import { sexOf } from './staged-words.ts'
import { readWrittenDate } from './written-date.ts'

export type MatchRow = {
  /** The row of the list, from 1; the header is none. */
  readonly row: number
  readonly line: number
  readonly name: string
  /** null is unknown, or no date that exists. */
  readonly birth: UncertainDate | null
  /** Completed years; null is unknown. */
  readonly age: number | null
  /** `male`, `female`, or as written; empty is unknown. */
  readonly sex: string
  readonly place: string
  readonly category: string
}

export type MatchFile = {
  readonly rows: readonly MatchRow[]
  /** Where any stands, the rows are not the whole list. */
  readonly refusals: readonly Refusal[]
  readonly notices: readonly Notice[]
}

const COLUMNS = ['name', 'birth', 'age', 'sex', 'place', 'category']
const MOST_YEARS = 130

/** Reads the list from its bytes. Never throws for what they hold. */
export function readMatchFile(file: string, bytes: Uint8Array): MatchFile {
  const report = new Report()
  const rows: MatchRow[] = []
  const utf8 = textOf(file, bytes, report)
  if (utf8) {
    const others = otherColumns(utf8)
    for (const other of others)
      report.remark({ file, line: 1, column: 1 }, `The column ${quote(other)} is passed over.`)
    const table = new CsvTable(file, utf8, report)
    const shared = new Map<string, string>()
    let count = 0
    const steps = table.read([...COLUMNS, ...others], ['name'], (cells) => {
      count++
      const read = readRow(new RowReader(table, cells, shared), count)
      if (read) rows.push(read)
    })
    while (steps.next().done !== true);
  }
  return { rows, refusals: report.refusals([file]), notices: report.notices }
}

function textOf(file: string, bytes: Uint8Array, report: Report): Buffer | undefined {
  const place = { file, line: 1, column: 1 }
  if (bytes.length > FILE_CEILING) {
    report.refuseAt(place, tooLarge(bytes.length, FILE_CEILING))
    return undefined
  }
  const decoded = decodeText(bytes)
  if ('message' in decoded) {
    report.refuseAt({ file, ...decoded }, decoded.message)
    return undefined
  }
  if (decoded.remark !== null) report.remark(place, decoded.remark)
  return decoded.utf8
}

/** Columns of the header that are none of ours and have a name; a broken header is refused later. */
function otherColumns(utf8: Buffer): readonly string[] {
  const end = utf8.indexOf(10)
  const line = utf8.subarray(0, end < 0 ? utf8.length : end)
  const header = headerOf(line)
  const names = header.map((name) => name.trim())
  return names.filter((name) => name !== '' && !COLUMNS.includes(name) && !/[;\t]/.test(name))
}

// A quote that the line does not close is for the table to refuse, at its place.
function headerOf(line: Buffer): readonly string[] {
  try {
    const rows: readonly (readonly string[])[] = parse(line, { relax_quotes: true })
    return rows[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

function readRow(row: RowReader, count: number): MatchRow | undefined {
  const name = row.required('name', 'The name')
  const age = readAge(row)
  if (row.refused || name === undefined || age === undefined) return undefined
  const sex = row.word('sex')
  return {
    row: count,
    line: row.line,
    name,
    birth: readBirth(row),
    age,
    sex: sexOf(sex) ?? sex,
    place: row.word('place'),
    category: row.word('category'),
  }
}

function readAge(row: RowReader): number | null | undefined {
  const age = row.number('age')
  if (typeof age !== 'number') return age
  if (Number.isInteger(age) && age >= 0 && age <= MOST_YEARS) return age
  return row.refuse('age', () => `${quote(row.word('age'))} is no age in completed years.`)
}

function readBirth(row: RowReader): UncertainDate | null {
  const text = row.word('birth')
  if (text === '') return null
  const read = readWrittenDate(text, { order: null, notAfter: null })
  if (read.is === 'date') return read.date
  if (read.is !== 'unknown')
    row.remark('birth', () =>
      read.is === 'ambiguous'
        ? `${read.remark} It is compared with nothing.`
        : `${quote(text)} is no date that exists; it is compared with nothing.`,
    )
  return null
}
