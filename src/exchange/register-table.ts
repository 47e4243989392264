/**
 * The register as one table of chosen columns: a row a person and case, so that a family's case has a
 * row for each of its members, and a person without a case one row.
 *
 * What several rows of the register say of a person stands in one cell, the first first. A workbook of
 * the same rows is for `reports` to make, which knows Excel.
 */
import { stringify } from 'csv-stringify/sync'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addTo, groupBy } from '../domain/basics/collections.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import { MergedPersons } from '../domain/cases/merged-persons.ts'
import type { NameKind, PersonName } from '../domain/cases/person.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import { didYouMean, quote } from './nearest-name.ts'

/** What a row is of: a person as known on the day, and the case that the row is about, if any. */
export type RegisterRow = {
  readonly person: PersonId
  readonly names: readonly PersonName[]
  readonly case: CaseEntry | null
  /** The family that is the subject, and the person's role in it. */
  readonly family: string
  readonly role: string
}

const COLUMNS = {
  person: ({ person }: RegisterRow) => person,
  name: ({ names }: RegisterRow) => names[0]?.name ?? '',
  'other-names': ({ names }: RegisterRow) => joined(names.slice(1).map(({ name }) => name)),
  patronymic: (row: RegisterRow) => ofKind(row, 'patronymic'),
  alias: (row: RegisterRow) => ofKind(row, 'alias'),
  'religious-name': (row: RegisterRow) => ofKind(row, 'religious'),
  birth: ({ names }: RegisterRow) =>
    joined(names.map(({ birth }) => (typeof birth === 'string' ? birth : (birth?.text ?? '')))),
  sex: ({ names }: RegisterRow) => joined(names.map(({ sex }) => sex)),
  nationality: ({ names }: RegisterRow) => joined(names.map(({ nationality }) => nationality)),
  place: ({ names }: RegisterRow) => joined(names.map(({ place }) => place)),
  occupation: ({ names }: RegisterRow) => joined(names.map(({ occupation }) => occupation)),
  family: ({ family }: RegisterRow) => family,
  role: ({ role }: RegisterRow) => role,
  case: (row: RegisterRow) => row.case?.id ?? '',
  category: (row: RegisterRow) => row.case?.category ?? '',
  ground: (row: RegisterRow) => row.case?.ground ?? '',
  region: (row: RegisterRow) => row.case?.region ?? '',
  authority: (row: RegisterRow) => row.case?.authority ?? '',
  opened: (row: RegisterRow) => row.case?.opened?.text ?? '',
} satisfies Readonly<Record<string, (row: RegisterRow) => string>>

/** Columns that the caller reckons: the state on a day, the answer on a list. */
export type ReckonedColumns = Readonly<Record<string, (row: RegisterRow) => string>>

export type RegisterTableOptions = {
  /** In this order; of the columns above and of those reckoned. */
  readonly columns: readonly string[]
  /** Rows withdrawn and merges known by this day are. */
  readonly on: CalendarDate
  readonly reckoned?: ReckonedColumns
  /** Which rows; all, where it is left out. */
  readonly only?: (row: RegisterRow) => boolean
}

/** The header and the rows, as text; a sentence where a column is none that is known. */
export function registerTable(
  register: RegisterRecord,
  { columns, on, reckoned = {}, only = () => true }: RegisterTableOptions,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } | string {
  const known: ReckonedColumns = { ...COLUMNS, ...reckoned }
  const unknown = columns.find((column) => !Object.hasOwn(known, column))
  if (unknown !== undefined) {
    const near = didYouMean(unknown, Object.keys(known))
    return `The register has no column ${quote(unknown)}${near || `; known are ${Object.keys(known).join(', ')}.`}`
  }
  const cells = columns.map((column) => known[column] ?? (() => ''))
  const rows = registerRows(register, on).filter(only)
  return { header: columns, rows: rows.map((row) => cells.map((cell) => cell(row))) }
}

/** The table as CSV (RFC 4180) in UTF-8, lines ending in CRLF; cells are written as they are. */
export function registerCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Uint8Array {
  return Buffer.from(
    stringify([[...header], ...rows.map((row) => [...row])], {
      record_delimiter: '\r\n',
      quoted_match: /^\s|\s$/,
    }),
  )
}

/** Rows in the order of the cases, then persons without one in the order of their names. */
export function registerRows(register: RegisterRecord, on: CalendarDate): readonly RegisterRow[] {
  const merged = new MergedPersons(register.merges, on)
  const stands = ({ withdrawn }: { readonly withdrawn: CalendarDate | null }) =>
    withdrawn === null || withdrawn > on
  const names = groupBy(register.persons.filter(stands), ({ person }) => merged.rootOf(person))
  const members = groupBy(register.families.filter(stands), ({ family }) => family as string)
  // Of rows of one case the later stands.
  const cases = new Map(register.cases.map((each) => [each.id, each]))
  const rows: RegisterRow[] = []
  const seen = new Set<PersonId>()
  const rowsOf = new Map<string, PersonId[]>()
  const add = (person: PersonId, one: CaseEntry | null, family: string, role: string) => {
    const root = merged.rootOf(person)
    const key = one?.id ?? ''
    if (rowsOf.get(key)?.includes(root)) return
    addTo(rowsOf, key, root)
    seen.add(root)
    rows.push({ person: root, names: names.get(root) ?? [], case: one, family, role })
  }
  for (const one of [...cases.values()].filter(stands)) {
    const family = members.get(one.subject)
    if (family) for (const { person, role } of family) add(person, one, one.subject, role)
    else add(one.subject as PersonId, one, '', '') // no family, so a person
  }
  for (const person of names.keys()) {
    if (seen.has(person)) continue
    seen.add(person)
    rows.push({ person, names: names.get(person) ?? [], case: null, family: '', role: '' })
  }
  return rows
}

function ofKind({ names }: RegisterRow, kind: NameKind): string {
  return joined(names.filter((name) => name.kind === kind).map(({ name }) => name))
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].filter((value) => value !== '').join('; ')
}
