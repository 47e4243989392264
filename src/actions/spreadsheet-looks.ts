/**
 * A first look at somebody's spreadsheet: what its columns are taken for and why, by a guess or by a
 * mapping that was saved. Nothing is written (rules R280, R281).
 */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { CASE_CATEGORIES } from '../domain/cases/case.ts'
import { CASE_EVENT_KINDS } from '../domain/cases/case-event.ts'
import { columnsOf, type ColumnMapping, type MappingPreset } from '../exchange/column-mapping.ts'
import { guessMapping, type ColumnGuess } from '../exchange/guess-mapping.ts'
import { plainHeader } from '../exchange/header-words.ts'
import {
  DATE_FIELDS,
  REPEATED_FIELDS,
  SINGLE_FIELDS,
  type MappedField,
} from '../exchange/mapped-field.ts'
import { quote } from '../exchange/nearest-name.ts'
import {
  letterOf,
  readSpreadsheet,
  type SpreadsheetOptions,
  type SpreadsheetRows,
} from '../exchange/spreadsheet-rows.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { savedMappings, type NamedMapping } from './import-mappings.ts'
import { recordOf } from './record-cache.ts'

export type SpreadsheetGiven = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly options: SpreadsheetOptions
}

export type LookedAtColumn = {
  readonly letter: string
  readonly header: string
  readonly occurrence: number
  readonly field: MappedField
  readonly confidence: number | null
  readonly reason: string
  readonly samples: readonly string[]
  readonly filled: number
  readonly values: readonly { readonly value: string; readonly count: number }[] | null
}

const SAMPLES = 4
const MOST_VALUES = 60
const NOTICES = 50

/** Throws `ActionRefused`: for a file that cannot be read with the sentence and its place. */
export async function lookAtSpreadsheet(
  context: Context,
  programme: ProgrammeId,
  given: SpreadsheetGiven,
  choice: { readonly preset: MappingPreset | null; readonly mapping: string | null },
) {
  requirePermission(context, 'record.import')
  const record = await recordOf(context, programme)
  const table = await readTable(given)
  const saved = await savedMappings(context, programme)
  const { mapping, guesses, remarks } = mappingFor(table, choice, saved)
  return {
    file: table.file,
    sheet: table.sheet,
    sheets: [...(table.sheet === null ? [] : [table.sheet]), ...table.otherSheets],
    delimiter: table.delimiter,
    headerRow: table.headerRow,
    rows: table.rows.length,
    columns: guesses.map((guess) => lookedAt(table, guess)),
    mapping,
    mappingName: choice.mapping,
    remarks,
    notices: table.notices.slice(0, NOTICES).map(({ line, message }) => ({ row: line, message })),
    noticeCount: table.notices.length,
    fields: [...SINGLE_FIELDS, ...Object.keys(DATE_FIELDS), ...REPEATED_FIELDS],
    repeatable: [...REPEATED_FIELDS],
    eventKinds: [...CASE_EVENT_KINDS],
    caseCategories: [...CASE_CATEGORIES],
    sources: record.sources
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ id, title }) => ({ id, title })),
    saved: saved.map(({ name, mapping: each }) => ({
      name,
      missing: columnsOf(each, table.header).missing,
    })),
  }
}

/** Throws `ActionRefused` (invalid) with the sentence, after the place where there is one. */
export async function readTable({
  name,
  bytes,
  options,
}: SpreadsheetGiven): Promise<SpreadsheetRows> {
  const read = await readSpreadsheet(name, bytes, options)
  if (!('message' in read)) return read
  const place = read.line > 1 ? `row ${String(read.line)}: ` : ''
  throw new ActionRefused('invalid', `${quote(name)}: ${place}${read.message}`)
}

type Mapped = {
  readonly mapping: ColumnMapping
  readonly guesses: readonly (Omit<ColumnGuess, 'confidence'> & {
    readonly confidence: number | null
  })[]
  readonly remarks: readonly string[]
}

function mappingFor(
  table: SpreadsheetRows,
  choice: { readonly preset: MappingPreset | null; readonly mapping: string | null },
  saved: readonly NamedMapping[],
): Mapped {
  if (choice.mapping !== null) {
    const found = saved.find(({ name }) => name === choice.mapping)
    if (!found)
      throw new ActionRefused('not-found', `There is no saved mapping "${choice.mapping}".`)
    return savedFor(table, found)
  }
  const cells = table.rows.map((row) => row.cells)
  const { mapping, columns, remarks } = choice.preset
    ? guessMapping(table.header, cells, choice.preset)
    : guessMapping(table.header, cells)
  return { mapping, guesses: columns, remarks }
}

function savedFor(table: SpreadsheetRows, { name, mapping }: NamedMapping): Mapped {
  const { fields, missing } = columnsOf(mapping, table.header)
  const fieldAt = new Map(
    [...fields].flatMap(([field, columns]) => columns.map((column) => [column, field] as const)),
  )
  const isNamed = (header: string) =>
    mapping.columns.some((each) => plainHeader(each.header) === plainHeader(header))
  const remarks =
    missing.length === 0
      ? []
      : [`The table lacks what the saved mapping takes: ${missing.map(quote).join(', ')}.`]
  return {
    mapping,
    guesses: table.header.map((header, column) => ({
      column,
      header,
      field: fieldAt.get(column) ?? 'ignored',
      confidence: null,
      reason: isNamed(header)
        ? `The mapping ${quote(name)} says it.`
        : `The mapping ${quote(name)} does not know this column.`,
    })),
    remarks,
  }
}

function lookedAt(
  { header, rows }: SpreadsheetRows,
  { column, header: name, field, confidence, reason }: Mapped['guesses'][number],
): LookedAtColumn {
  const counts = new Map<string, number>()
  let filled = 0
  for (const { cells } of rows) {
    const value = cells[column] ?? ''
    if (value === '') continue
    filled++
    if (counts.size <= MOST_VALUES) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const plain = plainHeader(name)
  return {
    letter: letterOf(column),
    header: name,
    occurrence: header.slice(0, column + 1).filter((each) => plainHeader(each) === plain).length,
    ...{ field, confidence, reason },
    samples: [...counts.keys()].slice(0, SAMPLES),
    filled,
    values:
      counts.size > MOST_VALUES ? null : [...counts].map(([value, count]) => ({ value, count })),
  }
}
