/**
 * What the register knows of its persons besides names, as columns of numbers, and how often each
 * value stands there.
 */
import { FilledColumn } from './filled-column.ts'
import type { NameRecord } from './name-record.ts'

/** Stands for what is not known in a column of days or years. */
export const UNKNOWN = -0x80000000

/** Texts under numbers, with how many persons have each. 0 is not known. */
export class TextColumn {
  readonly values = new FilledColumn(0)
  readonly texts: string[] = ['']
  readonly counts: number[] = [0]
  known = 0
  private readonly numbers = new Map<string, number>()
  /** Numbers of texts as they were written, since the same ones come again and again. */
  private readonly written = new Map<string, number>()

  set(person: number, text: string | undefined): void {
    const before = this.values.at(person)
    if (before > 0) {
      this.counts[before] = (this.counts[before] ?? 0) - 1
      this.known -= 1
    }
    const now = this.numberOf(text)
    this.values.set(person, now)
    if (now === 0) return
    this.counts[now] = (this.counts[now] ?? 0) + 1
    this.known += 1
  }

  /** 0 for a text that no person has. */
  find(text: string): number {
    return this.numbers.get(foldText(text)) ?? 0
  }

  private numberOf(text: string | undefined): number {
    if (text === undefined) return 0
    const known = this.written.get(text)
    if (known !== undefined) return known
    const number = this.numberOfFolded(foldText(text))
    if (this.written.size >= WRITTEN_LIMIT) this.written.clear()
    this.written.set(text, number)
    return number
  }

  private numberOfFolded(folded: string): number {
    if (folded === '') return 0
    const known = this.numbers.get(folded)
    if (known !== undefined) return known
    const next = this.texts.length
    this.numbers.set(folded, next)
    this.texts.push(folded)
    this.counts.push(0)
    return next
  }
}

const MOST_YEARS = 131
const WRITTEN_LIMIT = 20_000

export class FieldColumns {
  readonly earliest = new FilledColumn(UNKNOWN)
  readonly latest = new FilledColumn(UNKNOWN)
  readonly ages = new FilledColumn(UNKNOWN)
  readonly agesOn = new FilledColumn(UNKNOWN)
  readonly sex = new TextColumn()
  readonly place = new TextColumn()
  readonly category = new TextColumn()
  readonly origin = new TextColumn()
  readonly identifiers = new Map<string, TextColumn>()
  /** Persons by completed years. */
  readonly ageCounts = new Float64Array(MOST_YEARS)
  agesKnown = 0
  /** Persons by year of birth, shared among the years where it is not known to the year. */
  readonly yearCounts = new Map<number, number>()
  /** Persons born on an exact day, by day of the year (month × 32 + day). */
  readonly dayCounts = new Float64Array(13 * 32)
  exactBirths = 0
  birthsKnown = 0
  /** Goes up with every change, so that what was worked out from counts can be told to be old. */
  version = 0
  set(person: number, record: NameRecord): void {
    this.version += 1
    this.countNumbers(person, -1)
    this.earliest.set(person, record.birth?.earliest ?? UNKNOWN)
    this.latest.set(person, record.birth?.latest ?? UNKNOWN)
    this.ages.set(person, record.age ? Math.round(record.age.years) : UNKNOWN)
    this.agesOn.set(person, record.age?.on ?? UNKNOWN)
    this.countNumbers(person, 1)
    this.sex.set(person, record.sex)
    this.place.set(person, record.place)
    this.category.set(person, record.category)
    this.origin.set(person, record.origin)
    this.setIdentifiers(person, record.identifiers ?? {})
  }

  /** Forgets what is known of the person. */
  clear(person: number): void {
    this.set(person, { id: '', names: [] })
  }

  private setIdentifiers(person: number, identifiers: Readonly<Record<string, string>>): void {
    for (const kind of Object.keys(identifiers))
      if (!this.identifiers.has(kind)) this.identifiers.set(kind, new TextColumn())
    for (const [kind, column] of this.identifiers) column.set(person, identifiers[kind])
  }

  /** Gives back the room beyond so many persons. */
  trim(persons: number): void {
    for (const column of [this.earliest, this.latest, this.ages, this.agesOn]) column.trim(persons)
    const texts = [this.sex, this.place, this.category, this.origin, ...this.identifiers.values()]
    for (const { values } of texts) values.trim(persons)
  }

  private countNumbers(person: number, by: number): void {
    const age = this.ages.at(person)
    if (age !== UNKNOWN) {
      const place = Math.min(Math.max(age, 0), MOST_YEARS - 1)
      this.ageCounts[place] = (this.ageCounts[place] ?? 0) + by
      this.agesKnown += by
    }
    const [earliest, latest] = [this.earliest.at(person), this.latest.at(person)]
    if (earliest !== UNKNOWN) this.countBirth(earliest, latest, by)
  }

  private countBirth(earliest: number, latest: number, by: number): void {
    this.birthsKnown += by
    const [from, to] = [civilDay(earliest), civilDay(latest)]
    const years = to.year - from.year + 1
    // A span of more years says next to nothing of any one of them.
    if (years <= 50)
      for (let year = from.year; year <= to.year; year += 1)
        this.yearCounts.set(year, (this.yearCounts.get(year) ?? 0) + by / years)
    if (earliest !== latest) return
    const day = from.month * 32 + from.day
    this.dayCounts[day] = (this.dayCounts[day] ?? 0) + by
    this.exactBirths += by
  }
}

export type CivilDay = { readonly year: number; readonly month: number; readonly day: number }

/** Year, month and day of a day number (days from 1970-01-01), by the Gregorian calendar. */
export function civilDay(dayNumber: number): CivilDay {
  // Eras of 400 years that begin on 1 March, so that the leap day ends a year.
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Texts of fields are the same whatever their case, accents and spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
