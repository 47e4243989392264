/**
 * How the columns of somebody's table are taken: which field each is, how days are written, what
 * codes and letters stand for. Saved as JSON and run again on the next table of the same shape.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { isCalendarDate } from '../domain/basics/calendar-date.ts'
import { plainHeader } from './header-words.ts'
import { isMappedField, mayRepeat } from './mapped-field.ts'
import type { MappedField } from './mapped-field.ts'
import { quote } from './nearest-name.ts'
import { DATE_ORDERS } from './written-date.ts'
import type { DateOrder } from './written-date.ts'

export const MAPPING_PRESETS = ['demarche', 'cecc-like', 'ngo-list'] as const
export type MappingPreset = (typeof MAPPING_PRESETS)[number]

export type MappedColumn = {
  /** As the header writes it; found again without regard to case and signs. */
  readonly header: string
  /** Of several columns of that name the n-th, from 1. */
  readonly occurrence: number
  readonly field: MappedField
}

export type ColumnMapping = {
  readonly preset: MappingPreset | null
  readonly columns: readonly MappedColumn[]
  /** Days in figures alone that can be read in two ways are parked where it is null. */
  readonly dateOrder: DateOrder | null
  /** `2 digits` are read as the last such year that is not over; null parks them. */
  readonly twoDigitYears: 'last' | null
  /** What stands at the end of a value that is only alleged; empty is nothing. */
  readonly allegedMark: string
  /** How parts of a name make one. */
  readonly nameOrder: 'given-first' | 'family-first'
  /** The kind of case event that each code says has happened; `none` says that nothing has. */
  readonly statuses: Readonly<Record<string, string>>
  /** Our category for each of theirs. */
  readonly categories: Readonly<Record<string, string>>
  /** For rows that say nothing of it; null is not said. */
  readonly category: string | null
  readonly region: string | null
  readonly authority: string | null
  readonly nationality: string | null
  /** Rows that share their id are one person with several names, not doubles. */
  readonly oneIdOnePerson: boolean
  /** The day on which statuses and ages were so; null is the day of the import. */
  readonly heldOn: CalendarDate | null
}

/** What a mapping says where it says nothing. */
export const PLAIN_MAPPING: ColumnMapping = {
  preset: null,
  columns: [],
  dateOrder: null,
  twoDigitYears: 'last',
  allegedMark: '?',
  nameOrder: 'given-first',
  statuses: {},
  categories: {},
  category: null,
  region: null,
  authority: null,
  nationality: null,
  oneIdOnePerson: false,
  heldOn: null,
}

/** Where each field stands in a header: columns from 0, in their order. */
export type FieldColumns = ReadonlyMap<MappedField, readonly number[]>

/** Finds the columns of a mapping in a header, and names those of it that the header lacks. */
export function columnsOf(
  mapping: ColumnMapping,
  header: readonly string[],
): { readonly fields: FieldColumns; readonly missing: readonly string[] } {
  const fields = new Map<MappedField, number[]>()
  const missing: string[] = []
  for (const { header: name, occurrence, field } of mapping.columns) {
    if (field === 'ignored') continue
    const plain = plainHeader(name)
    const places = [...header.keys()].filter((index) => plainHeader(header[index] ?? '') === plain)
    const place = places[occurrence - 1]
    if (place === undefined) missing.push(name)
    else fields.set(field, [...(fields.get(field) ?? []), place])
  }
  return { fields, missing }
}

/** Reads a mapping from what was parsed as JSON; a sentence where it is none. */
export function readMapping(json: unknown): ColumnMapping | string {
  if (!isObject(json)) return 'A mapping is a JSON object.'
  const unknown = Object.keys(json).find((key) => !Object.hasOwn(PLAIN_MAPPING, key))
  if (unknown !== undefined) return `A mapping has no ${quote(unknown)}.`
  const given = { ...PLAIN_MAPPING, ...json }
  const columns = readColumns(given.columns)
  if (typeof columns === 'string') return columns
  const statuses = readWords(given.statuses)
  const categories = readWords(given.categories)
  if (!statuses) return 'In a mapping “statuses” gives a kind of event for each code.'
  if (!categories) return 'In a mapping “categories” gives a category for each of theirs.'
  const checks: readonly (readonly [string, boolean])[] = [
    ['preset', given.preset === null || MAPPING_PRESETS.includes(given.preset)],
    ['dateOrder', given.dateOrder === null || DATE_ORDERS.includes(given.dateOrder)],
    ['twoDigitYears', given.twoDigitYears === null || given.twoDigitYears === 'last'],
    ['allegedMark', isText(given.allegedMark)],
    ['nameOrder', ['given-first', 'family-first'].includes(given.nameOrder)],
    ['category', given.category === null || isText(given.category)],
    ['region', given.region === null || isText(given.region)],
    ['authority', given.authority === null || isText(given.authority)],
    ['nationality', given.nationality === null || isText(given.nationality)],
    ['oneIdOnePerson', [true, false].includes(given.oneIdOnePerson)],
    ['heldOn', given.heldOn === null || (isText(given.heldOn) && isCalendarDate(given.heldOn))],
  ]
  const wrong = checks.find(([, right]) => !right)
  if (wrong) return `In a mapping ${quote(wrong[0])} has another form.`
  return { ...given, columns, statuses, categories }
}

function readColumns(json: unknown): readonly MappedColumn[] | string {
  if (!Array.isArray(json)) return 'In a mapping “columns” is a list.'
  const columns: MappedColumn[] = []
  for (const each of json as readonly unknown[]) {
    if (!isObject(each)) return 'A column of a mapping has a header, an occurrence and a field.'
    const { header, occurrence = 1, field } = each
    if (!isText(header) || !isText(field) || !Number.isInteger(occurrence))
      return 'A column of a mapping has a header, an occurrence and a field.'
    if (!isMappedField(field)) return `A column is never taken for ${quote(field)}.`
    const other = columns.find((column) => column.field === field)
    if (other && !mayRepeat(field))
      return `Two columns are taken for ${quote(field)}: ${quote(other.header)} and ${quote(header)}.`
    columns.push({ header, occurrence: Number(occurrence), field })
  }
  return columns
}

function readWords(json: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(json)) return undefined
  const words: Record<string, string> = {}
  for (const [key, value] of Object.entries(json)) {
    if (!isText(value)) return undefined
    words[key] = value
  }
  return words
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function isText(json: unknown): json is string {
  return typeof json === 'string'
}
