/** Guesses what the columns of a table are, from their names and from what stands in them. */
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import { CASE_CATEGORIES } from '../domain/cases/case.ts'
import type { ColumnMapping, MappingPreset } from './column-mapping.ts'
import { fieldOfHeader, plainHeader } from './header-words.ts'
import { isDateField, mayRepeat } from './mapped-field.ts'
import type { MappedField } from './mapped-field.ts'
import { PRESETS, presetFor, STATUS_WORDS, withPreset } from './mapping-presets.ts'
import { quote } from './nearest-name.ts'
import { sexOf, wordIn } from './staged-words.ts'
import { readWrittenDate } from './written-date.ts'
import type { DateOrder } from './written-date.ts'

export type ColumnGuess = {
  /** From 0. */
  readonly column: number
  readonly header: string
  readonly field: MappedField
  /** 0 to 1; not a probability, an order in which to look at them. */
  readonly confidence: number
  /** One sentence. */
  readonly reason: string
}

export type MappingGuess = {
  readonly mapping: ColumnMapping
  readonly columns: readonly ColumnGuess[]
  /** What was taken beside the columns, and what a person has to say; a sentence each. */
  readonly remarks: readonly string[]
}

const VALUES_LOOKED_AT = 500

/**
 * `sampleRows`: cells in the order of the header; the more rows, the more of their codes are known.
 * `preset` is the shape of the table, where somebody says it.
 */
export function guessMapping(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
  preset: MappingPreset | null = presetFor(header),
): MappingGuess {
  const values = header.map((_, column) =>
    sampleRows.map((row) => (row[column] ?? '').trim()).filter((value) => value !== ''),
  )
  const first = header.map((name, column) =>
    guessColumn(preset, name, column, (values[column] ?? []).slice(0, VALUES_LOOKED_AT)),
  )
  const columns = settleNames(settleDoubles(first), values)
  const valuesOf = (field: MappedField) =>
    columns.flatMap((guess) => (guess.field === field ? (values[guess.column] ?? []) : []))
  const plain = withPreset(preset)
  const has = (...fields: readonly MappedField[]) =>
    columns.some(({ field }) => fields.includes(field))
  const statuses = { ...plain.statuses, ...knownStatuses(valuesOf('status'), plain.allegedMark) }
  const categories = knownCategories(valuesOf('category'))
  const dates = columns.flatMap(({ field, column }) =>
    isDateField(field) || field === 'birth' ? (values[column] ?? []) : [],
  )
  const order = orderOf(dates)
  const category =
    plain.category ??
    (has('detained', 'arrested', 'sentenced')
      ? 'prisoner'
      : has('refused', 'permitted')
        ? 'refused-exit'
        : null)
  const mapping: ColumnMapping = {
    ...plain,
    columns: columns.map(({ header: name, field, column }) => ({
      header: name,
      occurrence: header
        .slice(0, column + 1)
        .filter((other) => plainHeader(other) === plainHeader(name)).length,
      field,
    })),
    dateOrder: order,
    statuses,
    categories,
    category,
  }
  return { mapping, columns, remarks: remarksOn(mapping, has, valuesOf, dates) }
}

function guessColumn(
  preset: MappingPreset | null,
  header: string,
  column: number,
  values: readonly string[],
): ColumnGuess {
  const ofPreset = preset && wordIn(PRESETS[preset].fields, plainHeader(header))
  if (preset && ofPreset)
    return {
      column,
      header,
      field: ofPreset,
      confidence: 0.95,
      reason: `A column of this name is that in a table of the shape ${quote(preset)}.`,
    }
  const named = fieldOfHeader(header)
  if (!named) return { column, header, ...guessByContent(values) }
  const doubt = contradiction(named.field, values)
  const confidence = (named.whole ? 0.95 : 0.75) * (doubt === undefined ? 1 : 0.4)
  const reason = named.whole ? 'Its name says it.' : 'A part of its name says it.'
  return {
    column,
    header,
    field: named.field,
    confidence,
    reason: doubt === undefined ? reason : `${reason} But ${doubt}.`,
  }
}

/** Why what stands in a column is not what its name says. */
function contradiction(field: MappedField, values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined
  if ((isDateField(field) || field === 'birth') && shareOf(values, isDateLike) < 0.3)
    return 'few of its values are dates'
  if (field === 'sex' && shareOf(values, isSex) < 0.5) return 'few of its values are a sex'
  if ((field === 'age' || field === 'age-at-detention') && shareOf(values, isAge) < 0.5)
    return 'few of its values are years of age'
  if (field === 'name' && shareOf(values, (value) => !/\p{L}/u.test(value)) > 0.5)
    return 'few of its values have letters'
  return undefined
}

function guessByContent(
  values: readonly string[],
): Pick<ColumnGuess, 'field' | 'confidence' | 'reason'> {
  if (values.length === 0) return { field: 'ignored', confidence: 0.9, reason: 'It is empty.' }
  if (shareOf(values, isSex) >= 0.8)
    return { field: 'sex', confidence: 0.6, reason: 'Its values are a sex.' }
  if (shareOf(values, isStatus) >= 0.8)
    return { field: 'status', confidence: 0.5, reason: 'Its values are statuses.' }
  if (shareOf(values, isAge) >= 0.9)
    return {
      field: 'ignored',
      confidence: 0.3,
      reason: 'Its values may be ages; say so if they are.',
    }
  if (shareOf(values, isDateLike) >= 0.8)
    return { field: 'ignored', confidence: 0.2, reason: 'Its values are dates; say of what.' }
  const length = values.reduce((sum, value) => sum + value.length, 0) / values.length
  if (length > 60) return { field: 'note', confidence: 0.5, reason: 'Its values are long texts.' }
  if (shareOf(values, looksLikeName) >= 0.8 && new Set(values).size > values.length * 0.7)
    return { field: 'name', confidence: 0.35, reason: 'Its values look like names of persons.' }
  return { field: 'ignored', confidence: 0.2, reason: 'Nothing tells what it is.' }
}

/** Of several columns for one field the surest has it. */
function settleDoubles(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  return guesses.map((guess) => {
    if (mayRepeat(guess.field)) return guess
    const better = guesses.find(
      (other) =>
        other.field === guess.field &&
        (other.confidence > guess.confidence ||
          (other.confidence === guess.confidence && other.column < guess.column)),
    )
    if (!better) return guess
    return {
      ...guess,
      field: 'ignored',
      confidence: 0.3,
      reason: `${quote(better.header)} is taken for it.`,
    }
  })
}

/** A family name alone is the name; a name of one word beside a family name is the given one. */
function settleNames(
  guesses: readonly ColumnGuess[],
  values: readonly (readonly string[])[],
): readonly ColumnGuess[] {
  const has = (field: MappedField) => guesses.some((guess) => guess.field === field)
  return guesses.map((guess) => {
    if (guess.field === 'family-name' && !has('given-name') && !has('name'))
      return { ...guess, field: 'name', reason: 'No other column is a name.' }
    const isOneWord = shareOf(values[guess.column] ?? [], (value) => !/\s/.test(value)) > 0.8
    if (guess.field === 'name' && has('family-name') && !has('given-name') && isOneWord)
      return { ...guess, field: 'given-name', reason: 'It stands beside the family name.' }
    return guess
  })
}

function knownStatuses(values: readonly string[], mark: string): Readonly<Record<string, string>> {
  const known: Record<string, string> = {}
  for (const value of new Set(values)) {
    const plain = mark !== '' && value.endsWith(mark) ? value.slice(0, -mark.length).trim() : value
    const kind = wordIn(STATUS_WORDS, plain.toLowerCase())
    if (kind !== undefined) known[plain] = kind
  }
  return known
}

function knownCategories(values: readonly string[]): Readonly<Record<string, string>> {
  const known: Record<string, string> = {}
  for (const value of new Set(values)) {
    const plain = plainHeader(value).replaceAll(' ', '-')
    const category = CASE_CATEGORIES.find((each) => each === plain || `${each}s` === plain)
    if (category) known[value] = category
  }
  return known
}

/** The order of day and month that figures show; null where none or both do. */
function orderOf(dates: readonly string[]): DateOrder | null {
  let [dayFirst, monthFirst] = [false, false]
  for (const date of dates) {
    const parts = /^(\d{1,2})[-/ ](\d{1,2})[-/ ]\d{2,4}/.exec(date)
    if (Number(parts?.[1]) > 12 && Number(parts?.[2]) <= 12) dayFirst = true
    if (Number(parts?.[2]) > 12 && Number(parts?.[1]) <= 12) monthFirst = true
  }
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'day-month-year' : 'month-day-year'
}

function remarksOn(
  mapping: ColumnMapping,
  has: (...fields: readonly MappedField[]) => boolean,
  valuesOf: (field: MappedField) => readonly string[],
  dates: readonly string[],
): readonly string[] {
  const remarks: string[] = []
  if (!has('name', 'family-name', 'given-name')) remarks.push('No column is taken for the name.')
  if (mapping.category !== null)
    remarks.push(`Cases are taken to be of the category ${quote(mapping.category)}.`)
  if (mapping.dateOrder !== null)
    remarks.push(
      `Days in figures are read in the order ${mapping.dateOrder}, as some of them show.`,
    )
  else if (dates.some((date) => /^\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}/.test(date)))
    remarks.push(
      'Nothing shows in which order day and month are written; say it, or such rows are parked.',
    )
  const unknown = (field: MappedField, known: Readonly<Record<string, string>>) => {
    const mark = mapping.allegedMark
    const plain = valuesOf(field).map((value) =>
      mark !== '' && value.endsWith(mark) ? value.slice(0, -mark.length).trim() : value,
    )
    return [...new Set(plain)].filter((value) => {
      const base = value.split('-')[0] ?? value
      return !Object.hasOwn(known, value) && !(field === 'status' && Object.hasOwn(known, base))
    })
  }
  const statuses = unknown('status', mapping.statuses)
  if (statuses.length > 0)
    remarks.push(`Say what these statuses mean: ${statuses.slice(0, 12).map(quote).join(', ')}.`)
  const categories = unknown('category', mapping.categories)
  if (categories.length > 0)
    remarks.push(`Say what these categories are: ${categories.slice(0, 12).map(quote).join(', ')}.`)
  return remarks
}

function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length
}

function isDateLike(value: string): boolean {
  const read = readWrittenDate(value.replace(/\?$/, ''), { order: null, notAfter: null })
  if (read.is === 'date') return /\d{4}/.test(value) || parseUncertainDate(value) !== undefined
  return read.is !== 'no date'
}

function isSex(value: string): boolean {
  return sexOf(value) !== undefined
}

function isAge(value: string): boolean {
  return /^\d{1,3}\??$/.test(value) && Number.parseInt(value, 10) <= 120
}

function isStatus(value: string): boolean {
  return (
    Object.hasOwn(STATUS_WORDS, value.toLowerCase()) ||
    /^(?:DET|REL|DEC|ESC)(?:-\w+)?\??$/.test(value)
  )
}

function looksLikeName(value: string): boolean {
  return /^\p{L}[\p{L}\p{M}.'’ʼ-]+(?:,? \p{L}[\p{L}\p{M}.'’ʼ-]*){1,4}$/u.test(value)
}
