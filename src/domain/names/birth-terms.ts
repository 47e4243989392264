/**
 * When a person was born, by date or by age, and how well two such statements agree. Dates may be
 * spans of days; day and month may be swapped; ages drift between lists.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toCalendarDate } from '../basics/calendar-date.ts'
import { civilDay, UNKNOWN } from './field-columns.ts'
import type { CivilDay, FieldColumns } from './field-columns.ts'
import type { FieldRelation, MatchReason } from './name-record.ts'
import type { BirthLevel, FieldWeights } from './weights.ts'

const DAYS_A_YEAR = 365.2425

const BIRTH_RELATIONS: Readonly<Record<BirthLevel, FieldRelation>> = {
  day: 'same',
  swapped: 'swapped',
  twoParts: 'one-part-differs',
  year: 'same-year',
  near: 'near',
  decade: 'differs',
  other: 'differs',
}

export class BirthTerm {
  private readonly earliest: number
  private readonly latest: number
  private readonly at: CivilDay
  private readonly columns: FieldColumns
  /** Nats for each level, against an exact date of ours. */
  private readonly exact: Readonly<Record<BirthLevel, number>>
  private readonly span: { readonly near: number; readonly other: number }
  private readonly weights: FieldWeights

  constructor(
    birth: { readonly earliest: DayNumber; readonly latest: DayNumber },
    columns: FieldColumns,
    weights: FieldWeights,
  ) {
    this.earliest = birth.earliest
    this.latest = birth.latest
    this.at = civilDay(birth.earliest)
    this.columns = columns
    this.weights = weights
    const chance = chanceOfLevels(this.at, columns)
    const level = (name: BirthLevel) => Math.log(weights.birth[name] / chance[name])
    this.exact = {
      day: level('day'),
      swapped: level('swapped'),
      twoParts: level('twoParts'),
      year: level('year'),
      near: level('near'),
      decade: level('decade'),
      other: level('other'),
    }
    this.span = {
      near: Math.log(weights.birthSpan.near / 0.08),
      other: Math.log(weights.birthSpan.other / 0.85),
    }
  }

  /** Undefined where ours is not known. */
  weigh(person: number): number | undefined {
    const earliest = this.columns.earliest.at(person)
    if (earliest === UNKNOWN) return undefined
    const latest = this.columns.latest.at(person)
    if (this.earliest === this.latest && earliest === latest)
      return earliest === this.earliest ? this.exact.day : this.exact[this.levelOf(earliest)]
    return this.weighSpan(earliest, latest)
  }

  reason(person: number): MatchReason | undefined {
    const weight = this.weigh(person)
    if (weight === undefined) return undefined
    const earliest = this.columns.earliest.at(person)
    const latest = this.columns.latest.at(person)
    const exact = this.earliest === this.latest && earliest === latest
    return {
      kind: 'birth',
      theirs: printDays(this.earliest, this.latest),
      ours: printDays(earliest, latest),
      relation: exact
        ? BIRTH_RELATIONS[this.levelOf(earliest)]
        : this.spanRelation(earliest, latest),
      weight,
    }
  }

  private levelOf(ours: number): BirthLevel {
    if (ours === this.earliest) return 'day'
    return birthLevel(this.at, civilDay(ours))
  }

  private spanRelation(earliest: number, latest: number): FieldRelation {
    const gap = Math.max(earliest - this.latest, this.earliest - latest)
    return gap <= 0 ? 'compatible' : gap <= DAYS_A_YEAR ? 'near' : 'differs'
  }

  private weighSpan(earliest: number, latest: number): number {
    const relation = this.spanRelation(earliest, latest)
    if (relation === 'near') return this.span.near
    if (relation === 'differs') return this.span.other
    const chance = chanceOfOverlap(this.earliest, this.latest, earliest, latest, this.columns)
    return Math.log(this.weights.birthSpan.compatible / chance)
  }
}

/** How two exact dates of birth agree. */
export function birthLevel(a: CivilDay, b: CivilDay): BirthLevel {
  const same =
    (a.year === b.year ? 1 : 0) + (a.month === b.month ? 1 : 0) + (a.day === b.day ? 1 : 0)
  if (same === 3) return 'day'
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'swapped'
  if (same === 2) return 'twoParts'
  if (a.year === b.year) return 'year'
  const apart = Math.abs(a.year - b.year)
  return apart === 1 ? 'near' : apart <= 10 ? 'decade' : 'other'
}

/** How often a person of the register stands at each level to the date, by the counts of the register. */
function chanceOfLevels(at: CivilDay, columns: FieldColumns): Record<BirthLevel, number> {
  const known = columns.birthsKnown + 1
  const inYear = (year: number) => ((columns.yearCounts.get(year) ?? 0) + 0.3) / (known + 30)
  const year = inYear(at.year)
  const onDay =
    ((columns.dayCounts[at.month * 32 + at.day] ?? 0) + 1) / (columns.exactBirths + DAYS_A_YEAR)
  const swappedDay =
    at.day <= 12 && at.day !== at.month
      ? ((columns.dayCounts[at.day * 32 + at.month] ?? 0) + 1) / (columns.exactBirths + DAYS_A_YEAR)
      : 1e-4
  const near = inYear(at.year - 1) + inYear(at.year + 1)
  let decade = 0
  for (let apart = 2; apart <= 10; apart += 1)
    decade += inYear(at.year - apart) + inYear(at.year + apart)
  const day = year * onDay
  const twoParts = year / 31 + year / 12 + onDay * (1 - year)
  return {
    day,
    swapped: year * swappedDay,
    twoParts: Math.min(twoParts, 0.5),
    year: Math.max(year * 0.88, 1e-6),
    near,
    decade,
    other: Math.max(1 - year - near - decade, 0.02),
  }
}

/** How often spans of two persons overlap, when one of them is the given one. */
function chanceOfOverlap(
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
  columns: FieldColumns,
): number {
  const [from, to] = [Math.min(aFrom, bFrom), Math.max(aTo, bTo)]
  const [first, last] = [civilDay(from).year, civilDay(to).year]
  if (last - first > 60) return 1
  let share = 0
  for (let year = first; year <= last; year += 1)
    share += ((columns.yearCounts.get(year) ?? 0) + 0.3) / (columns.birthsKnown + 31)
  const days = (to - from + 1) / (DAYS_A_YEAR * (last - first + 1))
  return Math.min(Math.max(share * Math.min(days, 1), 1e-5), 1)
}

export class AgeTerm {
  private readonly years: number
  private readonly on: number
  private readonly columns: FieldColumns
  /** Nats by our age where both lists are of one day; index is our completed years. */
  private readonly byAge: Float64Array
  private readonly weights: FieldWeights

  constructor(
    age: { readonly years: number; readonly on?: DayNumber },
    columns: FieldColumns,
    weights: FieldWeights,
  ) {
    this.years = Math.round(age.years)
    this.on = age.on ?? UNKNOWN
    this.columns = columns
    this.weights = weights
    this.byAge = Float64Array.from(columns.ageCounts, (_, ours) =>
      this.weighApart(ours - this.years),
    )
  }

  /** Undefined where ours is not known, or a date and an age of no known day stand side by side. */
  weigh(person: number): number | undefined {
    const apart = this.yearsApart(person)
    return apart === undefined
      ? undefined
      : (this.byAge[apart + this.years] ?? this.weighApart(apart))
  }

  reason(person: number): MatchReason | undefined {
    const apart = this.yearsApart(person)
    const weight = this.weigh(person)
    if (apart === undefined || weight === undefined) return undefined
    return {
      kind: 'age',
      theirs: String(this.years),
      ours: String(this.years + apart),
      relation: apart === 0 ? 'same' : Math.abs(apart) <= 2 ? 'near' : 'differs',
      weight,
    }
  }

  /** Our age less theirs, on their day where it is known; 0 where both can be true. */
  yearsApart(person: number): number | undefined {
    const { columns, on } = this
    const ours = columns.ages.at(person)
    if (ours !== UNKNOWN) {
      const oursOn = columns.agesOn.at(person)
      const passed = oursOn === UNKNOWN || on === UNKNOWN ? 0 : (on - oursOn) / DAYS_A_YEAR
      return Math.round(ours + passed - this.years)
    }
    const earliest = columns.earliest.at(person)
    if (earliest === UNKNOWN || on === UNKNOWN) return undefined
    const oldest = Math.floor((on - earliest) / DAYS_A_YEAR)
    const youngest = Math.floor((on - columns.latest.at(person)) / DAYS_A_YEAR)
    return youngest > this.years ? youngest - this.years : Math.min(oldest - this.years, 0)
  }

  private weighApart(apart: number): number {
    const band = ageBand(apart)
    const { ageCounts, agesKnown } = this.columns
    const [least, most] = AGE_BANDS[band] ?? [apart, apart]
    let chance = 0
    for (let years = least; years <= Math.min(most, 130); years += 1) {
      chance += ageCounts[this.years + years] ?? 0
      if (band >= SIGNED_BANDS) chance += ageCounts[this.years - years] ?? 0
    }
    const width = Math.min(most, 60) - least + 1
    const smoothed = (chance + 0.015 * width) / (agesKnown + 1)
    return Math.log((this.weights.age[band] ?? 0.02) / Math.min(Math.max(smoothed, 1e-4), 1))
  }
}

const SIGNED_BANDS = 7
/** Of each level of `weights.age`, the years from and to; the last three on both sides. */
const AGE_BANDS: readonly (readonly [number, number])[] = [
  [-3, -3],
  [-2, -2],
  [-1, -1],
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 6],
  [7, 12],
  [13, 130],
]

/** The level of `weights.age` for our age less theirs. */
export function ageBand(apart: number): number {
  const years = Math.abs(apart)
  return years <= 3 ? apart + 3 : years <= 6 ? 7 : years <= 12 ? 8 : 9
}

export function printDays(earliest: number, latest: number): string {
  const first = toCalendarDate(earliest as DayNumber)
  return earliest === latest ? first : `${first}/${toCalendarDate(latest as DayNumber)}`
}
