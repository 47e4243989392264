/**
 * What the register says of a person, as name matching compares it (rules R260).
 *
 * Every name that was ever written counts, a withdrawn one too: whoever meets it should be led to who
 * bears it no longer. Of births that agree the days that all of them allow; of births that contradict
 * one another, all days between them. Sexes that contradict say none; the place last entered counts;
 * a category only where the person has no other.
 */
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { NameRecord } from '../domain/names/match-names.ts'
import { sexOf } from '../exchange/staged-words.ts'

type Birth = NonNullable<NameRecord['birth']>

/** Undefined of a person whose rows have no name. `rows` are all of that person's, in their order. */
export function nameRecordOf(
  rows: readonly PersonName[],
  categories: readonly string[] = [],
): NameRecord | undefined {
  const [first] = rows
  const names = namesIn(rows)
  if (!first || names.length === 0) return undefined
  // Most persons have one row, and a register has a million of them.
  const standing = rows.length === 1 && first.withdrawn === null ? rows : standingRows(rows)
  const birth = birthOf(standing)
  const sex = sexOfAll(standing)
  const place = standing.findLast((row) => row.place !== '')?.place
  const category = categories.length === 1 ? categories[0] : undefined
  return {
    id: first.person,
    names: names.map((value) => ({ value })),
    ...(birth && { birth }),
    ...(sex !== '' && { sex }),
    ...(place !== undefined && { place }),
    ...(category !== undefined && { category }),
  }
}

function namesIn(rows: readonly PersonName[]): readonly string[] {
  const names: string[] = []
  for (const { name } of rows) if (name !== '' && !names.includes(name)) names.push(name)
  return names
}

/** Empty where none is said, and where they contradict. */
function sexOfAll(rows: readonly PersonName[]): string {
  let found = ''
  for (const row of rows) {
    const sex = sexInOneWord(row.sex)
    if (sex === '' || sex === found) continue
    if (found !== '') return ''
    found = sex
  }
  return found
}

/** `male` and `female` however they are written; anything else as it is. */
export function sexInOneWord(sex: string): string {
  return sexOf(sex) ?? sex
}

/** The same dates come again and again. */
const daysOfDates = new WeakMap<UncertainDate, Birth>()

/** The days on which a person can have been born, by an uncertain date. */
export function birthDays(date: UncertainDate): Birth {
  const known = daysOfDates.get(date)
  if (known) return known
  const days = { earliest: toDayNumber(date.earliest), latest: toDayNumber(date.latest) }
  daysOfDates.set(date, days)
  return days
}

/** Of rows about one name the last stands. */
function standingRows(rows: readonly PersonName[]): readonly PersonName[] {
  const last = new Map(rows.map((row) => [JSON.stringify([row.name, row.script, row.kind]), row]))
  return [...last.values()].filter(({ withdrawn }) => withdrawn === null)
}

function birthOf(rows: readonly PersonName[]): Birth | undefined {
  let [agreed, all]: [Birth | undefined, Birth | undefined] = [undefined, undefined]
  for (const { birth } of rows) {
    if (birth === null || typeof birth === 'string') continue
    const { earliest, latest } = birthDays(birth)
    agreed = agreed
      ? {
          earliest: laterOf(agreed.earliest, earliest),
          latest: earlierOf(agreed.latest, latest),
        }
      : { earliest, latest }
    all = all
      ? { earliest: earlierOf(all.earliest, earliest), latest: laterOf(all.latest, latest) }
      : agreed
  }
  return agreed && agreed.earliest <= agreed.latest ? agreed : all
}

function earlierOf(a: Birth['earliest'], b: Birth['earliest']): Birth['earliest'] {
  return a < b ? a : b
}

function laterOf(a: Birth['earliest'], b: Birth['earliest']): Birth['earliest'] {
  return a > b ? a : b
}
