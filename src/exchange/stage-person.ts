/** Makes the names of a person from a row: one row of the register each. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import type { DayNumber } from '../domain/basics/calendar-date.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import { NAME_KINDS } from '../domain/cases/person.ts'
import type { NameKind, PersonName } from '../domain/cases/person.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { quote } from './nearest-name.ts'
import { readDate } from './row-reader.ts'
import type { RowInHand, Value } from './staged-row.ts'
import { namesIn, scriptOfName, sexOf } from './staged-words.ts'
import { readWrittenDate } from './written-date.ts'
import type { DateHabits } from './written-date.ts'

const LONGEST_NAME = 200
const MOST_YEARS = 120

/** The names, the first with all else that the row says of the person; without entry numbers. */
export function stagePerson(
  row: RowInHand,
  person: PersonId,
  mapping: ColumnMapping,
  habits: DateHabits,
  heldOn: CalendarDate,
): readonly Omit<PersonName, 'entry'>[] {
  const main = mainName(row, mapping)
  const kind = nameKind(row)
  const about = {
    birth: birthOf(row, habits, heldOn),
    sex: sexIn(row),
    nationality: row.text('nationality') || (mapping.nationality ?? ''),
    place: row.text('place'),
    occupation: row.text('occupation'),
  }
  const others: readonly (readonly [string, NameKind])[] = [
    ...loosePatronymic(row),
    ...row.values('original-name').map(({ text }) => [text, 'official'] as const),
    ...row.values('religious-name').flatMap((value) => kinds(value, 'religious')),
    ...row.values('alias').flatMap((value) => kinds(value, 'alias')),
  ]
  const nothing = { birth: null, sex: '', nationality: '', place: '', occupation: '' }
  const seen = new Set([main])
  return [
    { person, name: main, script: scriptIn(row, main), kind, ...about, withdrawn: null },
    ...others
      .filter(([name]) => !seen.has(name) && seen.add(name))
      .map(([name, of]) => ({
        ...{ person, name, script: scriptOfName(name), kind: of, ...nothing },
        withdrawn: null,
      })),
  ]
}

function kinds({ text }: Value, kind: NameKind): readonly (readonly [string, NameKind])[] {
  return namesIn(text).map((name) => [name, kind] as const)
}

function mainName(row: RowInHand, { nameOrder }: ColumnMapping): string {
  const whole = row.value('name')
  const parts = {
    family: row.value('family-name'),
    given: row.value('given-name'),
    patronymic: row.value('patronymic'),
  }
  const value = whole ?? parts.family ?? parts.given
  if (!value) {
    row.refuse(row.value('original-name'), 'The row has no name.')
    return ''
  }
  const name = whole ? whole.text : joinedName(parts, nameOrder)
  if (value.alleged) row.flag(value, `The name ${quote(name)} is only alleged.`)
  if (!/\p{L}/u.test(name)) row.refuse(value, `${quote(name)} is no name: it has no letters.`)
  else if (/\d{2}/.test(name) || name.length > LONGEST_NAME)
    row.park(value, `${quote(name)} may not be a name only; look at the row.`)
  return name
}

type Parts = Readonly<Record<'family' | 'given' | 'patronymic', Value | undefined>>

function joinedName(
  { family, given, patronymic }: Parts,
  order: ColumnMapping['nameOrder'],
): string {
  const givenFirst = [given, patronymic, family]
  const familyFirst = [family, given, patronymic]
  const texts = (parts: readonly (Value | undefined)[]) =>
    parts.flatMap((part) => (part ? [part.text] : []))
  const names = texts(familyFirst)
  // Names in Han or Hangul are written without blanks, the family first.
  if (names.every((name) => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(name)))
    return names.join('')
  return (order === 'family-first' ? names : texts(givenFirst)).join(' ')
}

/** A patronymic beside a whole name that lacks it. */
function loosePatronymic(row: RowInHand): readonly (readonly [string, NameKind])[] {
  const [whole, patronymic] = [row.value('name'), row.value('patronymic')]
  if (!whole || !patronymic) return []
  const isIn = whole.text.toLowerCase().includes(patronymic.text.toLowerCase())
  return isIn ? [] : [[patronymic.text, 'patronymic']]
}

function nameKind(row: RowInHand): NameKind {
  const value = row.value('name-kind')
  if (!value) return 'official'
  const kind = NAME_KINDS.find((each) => each === value.text.toLowerCase())
  if (!kind) row.park(value, `${quote(value.text)} is no kind of name that is known.`)
  return kind ?? 'official'
}

function scriptIn(row: RowInHand, name: string): string {
  const stated = row.text('script')
  return stated === '' ? scriptOfName(name) : stated
}

function sexIn(row: RowInHand): string {
  const text = row.text('sex')
  const sex = sexOf(text)
  if (sex === undefined && text !== '' && readIsUnknown(text)) return ''
  if (sex === undefined && text !== '')
    row.flag(row.value('sex'), `The sex ${quote(text)} is kept as written.`)
  return sex ?? text
}

function readIsUnknown(text: string): boolean {
  return readWrittenDate(text, { order: null, notAfter: null }).is === 'unknown'
}

function birthOf(row: RowInHand, habits: DateHabits, heldOn: CalendarDate): PersonName['birth'] {
  const value = row.value('birth')
  if (!value) return birthFromAge(row, habits, heldOn)
  const read = readWrittenDate(value.text, habits)
  if (row.isDated(value)) row.flag(value, heldByExcel(value.text))
  if (read.is === 'unknown') return birthFromAge(row, habits, heldOn)
  if (read.is === 'ambiguous') {
    row.park(value, read.remark)
    return null
  }
  if (read.is !== 'date') {
    row.flag(value, `${quote(value.text)} is no date that exists; it is kept as written.`)
    return value.text
  }
  if (read.remark !== null) row.flag(value, read.remark)
  if (read.date.earliest > heldOn)
    row.park(value, `A birth on ${read.date.text} is after ${heldOn}, when the list says it.`)
  if (read.date.earliest !== read.date.latest)
    row.flag(value, `The birth is known as ${read.date.text} only.`)
  const doubted = value.alleged && readDate(`${read.date.text}?`)
  return doubted ? doubted : read.date
}

/** Who was n years old on a day was born in the year that ends n years before it. */
function birthFromAge(
  row: RowInHand,
  habits: DateHabits,
  heldOn: CalendarDate,
): PersonName['birth'] {
  const now = row.value('age')
  const then = row.value('age-at-detention')
  const value = now ?? then
  if (!value || readIsUnknown(value.text)) return null
  const detention = row.value('detained') ?? row.value('arrested')
  const read = detention && !now ? readWrittenDate(detention.text, habits) : undefined
  const on = now
    ? { earliest: heldOn, latest: heldOn }
    : read?.is === 'date'
      ? read.date
      : undefined
  const years = /^\d{1,3}$/.test(value.text) ? Number(value.text) : MOST_YEARS + 1
  if (years > MOST_YEARS || !on) {
    const why = on ? 'is no age in years' : 'is the age on a day that the row does not give'
    row.flag(value, `${quote(value.text)} ${why}; it is not taken.`)
    return null
  }
  const [first, last] = [toDayNumber(on.earliest), toDayNumber(on.latest)]
  const earliest = toCalendarDate(
    ((addMonths(first, -12 * (years + 1)) as number) + 1) as DayNumber,
  ) // days are counted on
  const birth = readDate(`${earliest}/${toCalendarDate(addMonths(last, -12 * years))}`)
  if (birth) row.flag(value, `The birth is reckoned from the age: ${birth.text}.`)
  return birth ?? null
}

/** What to say of a cell that Excel holds as a date. */
export function heldByExcel(text: string): string {
  return `Excel holds ${quote(text)} as a date; if a month or a year was typed, its day is Excel’s own.`
}
