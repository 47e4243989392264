/**
 * Previews figures that were pasted from a spreadsheet: each row taken, or refused with the reason.
 *
 * Nothing is guessed at where a guess could be wrong: a number with a decimal comma and a month that a
 * spreadsheet has turned into a day are refused by name (stack: "Excel turns `1987-04` into a day").
 * Commas between groups of three digits are read, and said to be, where the series counts and a
 * decimal comma would make no sense; `1,234,567` is read everywhere.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { isCalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { SeriesKind } from '../domain/evidence/series.ts'
import type { Context } from './context.ts'
import { isCounted } from '../exchange/read-figures.ts'
import { ActionRefused } from './errors.ts'
import { readFigureRow, referencesOf, type Typed } from './form-entries.ts'
import { recordOf } from './record-cache.ts'
import { FIGURES } from './row-kinds.ts'

export type Pasted = {
  readonly series: string
  readonly text: string
  /** For rows that do not name their own. */
  readonly source: string
  readonly reporter: string
}

export type Effect = 'new' | 'on-record' | 'correction' | 'refused'
export type PastedFigure = Readonly<Record<(typeof FIELDS)[number], string>>
export type PastedRow = {
  /** From 1, in what was pasted. */
  readonly line: number
  readonly cells: readonly string[]
  readonly figure: PastedFigure | null
  readonly effect: Effect
  readonly refusal: string | null
  /** How a cell was read that is not written as figures are; null where all are. */
  readonly remark: string | null
}

const FIELDS = [
  'series',
  'reporter',
  'country',
  'from',
  'to',
  'value',
  'low',
  'high',
  'published',
  'source',
  'at',
  'note',
] as const
type Field = (typeof FIELDS)[number]

/** Without a header the columns are these; those after the value may be left out. */
const WITHOUT_HEADER: readonly Field[] = [
  'from',
  'to',
  'value',
  'published',
  'source',
  'at',
  'note',
]
const MOST_ROWS = 20_000

/** Throws `ActionRefused`: not-found for a series that is not there, invalid for text that is no table. */
export async function previewFigures(
  context: Context,
  programme: ProgrammeId,
  { series, text, source, reporter }: Pasted,
): Promise<{ rows: PastedRow[] }> {
  const record = await recordOf(context, programme)
  const standing = record.series.find(({ id }) => id === series)
  if (!standing)
    throw new ActionRefused('not-found', `There is no series "${series}" in this programme.`)
  const references = referencesOf(record)
  const onRecord = new OnRecord(record.figures.filter((figure) => figure.series === series))
  const counts = isCounted(standing.kind, standing.unit)
  const { columns, rows } = readPasted(text)
  return {
    rows: rows.map(({ line, cells }) => {
      const written = toTyped(cells, columns, { series, source, reporter, kind: standing.kind })
      if (typeof written === 'string') return refused(line, cells, written)
      const { typed, remark } = withoutThousandsMarks(written, counts)
      const damage = damageIn(typed)
      if (damage !== undefined) return refused(line, cells, damage)
      const read = readFigureRow(typed, references)
      if (read.entry === null) return refused(line, cells, read.refusal)
      const effect = onRecord.effectOf(read.entry)
      onRecord.add(read.entry)
      return { line, cells, figure: typed, effect, refusal: null, remark }
    }),
  }
}

function refused(line: number, cells: readonly string[], why = ''): PastedRow {
  return { line, cells, figure: null, effect: 'refused', refusal: why, remark: null }
}

type Row = { readonly line: number; readonly cells: readonly string[] }

function readPasted(text: string): { columns: readonly Field[]; rows: readonly Row[] } {
  const rows = cellsOf(text)
  if (rows.length > MOST_ROWS)
    throw new ActionRefused(
      'invalid',
      `These are ${rows.length.toLocaleString('en')} rows; at most ${MOST_ROWS.toLocaleString('en')} can be pasted. Import them as a folder.`,
    )
  const [first] = rows
  const header = first && headerOf(first.cells)
  return header ? { columns: header, rows: rows.slice(1) } : { columns: WITHOUT_HEADER, rows }
}

/** Spreadsheets copy with tabs; a text with none is read with commas, or semicolons where it has no comma. */
function cellsOf(text: string): Row[] {
  const delimiter = text.includes('\t') ? '\t' : /^[^,\n]*;/.test(text) ? ';' : ','
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[] // with `info` the library gives pairs
    return parsed
      .map(({ info, record }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ActionRefused(
      'invalid',
      'A quote in the pasted text is not closed, or stands inside a cell. Copy the cells again, or take the quote out.',
    )
  }
}

/** A first row that names columns. A row with a number or a date among its cells is none. */
function headerOf(cells: readonly string[]): readonly Field[] | undefined {
  const named = cells.map((cell) => fieldNamed(cell))
  if (!named.some((field) => field !== undefined)) return undefined
  const unknown = cells.filter((cell, index) => named[index] === undefined && cell !== '')
  const twice = named.find((field, index) => field && named.indexOf(field) !== index)
  if (unknown.length > 0)
    throw new ActionRefused(
      'invalid',
      `The column “${unknown[0] ?? ''}” is not one of a figure's: ${FIELDS.join(', ')}.`,
    )
  if (twice) throw new ActionRefused('invalid', `The column “${twice}” stands twice.`)
  if (
    !named.includes('from') ||
    !['value', 'low', 'high'].some((each) => named.includes(each as Field))
  )
    // The cast: these three are fields.
    throw new ActionRefused('invalid', 'The header needs “from”, and “value”, “low” or “high”.')
  // A column without a name and without a meaning is kept apart from every field.
  return named.map((field) => field ?? ('' as Field)) // no field is called so, and its cells are not read
}

const OTHER_NAMES: Readonly<Record<string, Field>> = {
  begin: 'from',
  start: 'from',
  end: 'to',
  until: 'to',
  number: 'value',
  figure: 'value',
  amount: 'value',
  min: 'low',
  max: 'high',
  publication: 'published',
  'published on': 'published',
  page: 'at',
  locator: 'at',
  remark: 'note',
  notes: 'note',
}

function fieldNamed(cell: string): Field | undefined {
  const name = cell.trim().toLowerCase()
  return FIELDS.find((field) => field === name) ?? OTHER_NAMES[name]
}

/** The row as a figure's fields; a sentence where it has cells that stand under no column. */
function toTyped(
  cells: readonly string[],
  columns: readonly Field[],
  given: Pick<Pasted, 'series' | 'source' | 'reporter'> & { readonly kind: SeriesKind },
): PastedFigure | string {
  const beyond = cells.slice(columns.length).find((cell) => cell !== '')
  if (beyond !== undefined)
    return `“${beyond}” stands beyond the last column (${columns.join(', ')}).`
  const cellOf = (field: Field) => cells[columns.indexOf(field)] ?? ''
  const typed = Object.fromEntries(FIELDS.map((field) => [field, cellOf(field)])) as Record<
    Field,
    string
  > // every field
  const series = typed.series || given.series
  if (series !== given.series)
    return `This row belongs to the series “${series}”, not to “${given.series}”.`
  // A level is a state on a day; what a flow did on one day is seldom published.
  if (typed.to === '' && given.kind !== 'level' && isCalendarDate(typed.from))
    return `“${typed.from}” under from is one day, which a spreadsheet may have made of a month. Give the last day under “to”, or write the month as 1987-04.`
  return {
    ...typed,
    series,
    source: typed.source || given.source,
    reporter: typed.reporter || given.reporter,
    // One date is a period of its own: a month, a year or a day.
    to: typed.to || typed.from,
  }
}

const BY_THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/

/** The digits of numbers whose commas can only stand between thousands, and a word that they were read so. */
function withoutThousandsMarks(
  written: PastedFigure,
  counts: boolean,
): { typed: PastedFigure; remark: string | null } {
  const remarks: string[] = []
  const typed = { ...written }
  for (const field of ['value', 'low', 'high'] as const) {
    const text = written[field]
    const isTold = BY_THOUSANDS.test(text) && (counts || text.split(',').length > 2)
    if (!isTold) continue
    typed[field] = text.replaceAll(',', '')
    remarks.push(`“${text}” is read as ${typed[field]}.`)
  }
  return { typed, remark: remarks.length === 0 ? null : remarks.join(' ') }
}

const MONTH_DAMAGE = /^(?:(\d{1,2})[-. ]?([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?[- ](\d{2,4}))$/
const MONTH_BESIDE_YEAR = /^(?:\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2})$/
const DAY_DAMAGE = /^\d{1,4}[./]\d{1,2}[./]\d{1,4}$/
const SERIAL = /^\d{5}$/

/** What a spreadsheet is known to do to dates and numbers, by name. */
function damageIn(typed: Typed): string | undefined {
  for (const field of ['from', 'to', 'published'] as const) {
    const text = typed[field] ?? ''
    if (MONTH_DAMAGE.test(text))
      return `“${text}” under ${field} looks like a month that a spreadsheet has turned into a date of its own. Write 1987-04 in a cell formatted as text.`
    if (MONTH_BESIDE_YEAR.test(text))
      return `“${text}” under ${field} does not say which part is the month. Write it as 1987-04.`
    if (DAY_DAMAGE.test(text))
      return `“${text}” under ${field} does not say which part is the month. Write it as 1987-04-01.`
    if (SERIAL.test(text))
      return `“${text}” under ${field} looks like a date that a spreadsheet shows as a number. Write it as 1987-04-01 in a cell formatted as text.`
  }
  for (const field of ['value', 'low', 'high'] as const) {
    const text = typed[field] ?? ''
    if (
      /^-?\d{1,3}(?:[.,]\d{3}){2,}$/.test(text) ||
      /^-?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/.test(text)
    )
      return `“${text}” under ${field} has marks between its thousands. Write the digits alone, such as 3092.`
    if (/^-?\d+,\d{3}$/.test(text))
      return `“${text}” under ${field} can be read two ways: a comma between thousands or a decimal comma. Write digits, with a point for decimals: 3092 or 3.092.`
    if (/^-?\d+,\d+$/.test(text))
      return `“${text}” under ${field} has a decimal comma. Write a point: ${text.replace(',', '.')}.`
  }
  return undefined
}

/** What is on record of the series, and what earlier rows add to it. */
class OnRecord {
  readonly #contents = new Map<string, Set<string>>()
  readonly #periods = new Set<string>()

  constructor(figures: readonly FigureEntry[]) {
    for (const figure of figures) this.add(figure)
  }

  add(figure: FigureEntry): void {
    const identity = FIGURES.identity(figure)
    const contents = this.#contents.get(identity) ?? new Set()
    this.#contents.set(identity, contents.add(FIGURES.content(figure)))
    this.#periods.add(periodOf(figure))
  }

  effectOf(figure: FigureEntry): Effect {
    if (this.#contents.get(FIGURES.identity(figure))?.has(FIGURES.content(figure)))
      return 'on-record'
    return this.#periods.has(periodOf(figure)) ? 'correction' : 'new'
  }
}

function periodOf({ reporter, country, from, to }: FigureEntry): string {
  return JSON.stringify([reporter, country, from.earliest, to.latest])
}
