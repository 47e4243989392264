/**
 * Lists compared at equal age, and how the entries of a list go down with time (rules R176, R183).
 *
 * A list that is four months old is set beside another when that was four months old, never beside
 * what became of it since. "As reported then" reads each age as known on its own day; as known now, all
 * with one day of knowledge. Both in persons and in family units.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import { unitNoun } from '../basics/counting-unit.ts'
import { shareOf } from '../cases/counting.ts'
import type { UnitCount } from '../cases/counting.ts'
import type { Register } from '../cases/register.ts'
import type { ListRecord } from './list-record.ts'
import { AGES, countsOn, monthsOn, presentedList } from './list-status.ts'
import type { Counts } from './list-status.ts'
import { listsKnownOn } from './list-view.ts'

export type CohortAge = Counts & {
  readonly months: number
  readonly on: CalendarDate
  /** The day of knowledge from which it is read. */
  readonly knownOn: CalendarDate
}

/** Of the units on the list, those not resolved so many months after presentation. */
export type SurvivalPoint = {
  readonly months: number
  readonly on: CalendarDate
  readonly family: SurvivalCount
  readonly person: SurvivalCount
}
export type SurvivalCount = {
  readonly entries: number
  readonly unresolved: number
  /** Whole percent, half up; null where nobody is counted. */
  readonly share: number | null
}

export type Cohort = {
  readonly list: string
  readonly version: string
  readonly presentedOn: CalendarDate
  readonly ages: readonly CohortAge[]
  readonly survival: readonly SurvivalPoint[]
}

export type CohortOptions = {
  /** Each age as known on its own day, where that is before the day of knowledge. */
  readonly asReportedThen: boolean
  readonly ages?: readonly number[]
  /** How far the curve is drawn, in months; ◆ three years. */
  readonly survivalMonths?: number
}

/** Every list presented by then, the newest first; a list that cannot be read is left out. */
export function readCohorts(
  register: Register,
  lists: ListRecord,
  asOf: CalendarDate,
  knownOn: CalendarDate,
  options: CohortOptions,
): readonly Cohort[] {
  return listsKnownOn(lists, knownOn)
    .flatMap(({ id }) => readCohort(register, lists, id, asOf, knownOn, options) ?? [])
    .toSorted((a, b) => compareText(b.presentedOn, a.presentedOn))
}

/** One list as a cohort; undefined where it was not presented by then. */
export function readCohort(
  register: Register,
  lists: ListRecord,
  name: string,
  asOf: CalendarDate,
  knownOn: CalendarDate,
  { asReportedThen, ages = AGES, survivalMonths = 36 }: CohortOptions,
): Cohort | undefined {
  const found = presentedList(register, lists, name, asOf, knownOn)
  if ('refused' in found) return undefined
  const { list, presented, listed } = found
  const { presentedOn, version } = presented
  const knownBy = (day: CalendarDate) => (asReportedThen && day < knownOn ? day : knownOn)
  const on = (day: CalendarDate) => {
    if (knownBy(day) === knownOn) return countsOn(listed, presentedOn, day)
    const then = presentedList(register, lists, list.id, day, day)
    return 'refused' in then ? undefined : countsOn(then.listed, then.presented.presentedOn, day)
  }
  const at = (months: number): CohortAge[] => {
    const day = monthsOn(presentedOn, months)
    const counts = day !== undefined && day <= asOf ? on(day) : undefined
    return day !== undefined && counts
      ? [
          {
            ...{ months, on: day, knownOn: knownBy(day) },
            ...{ family: plain(counts.family), person: plain(counts.person) },
          },
        ]
      : []
  }
  const curve = Array.from({ length: survivalMonths + 1 }, (_, months) => at(months)).flat()
  return {
    list: list.id,
    version,
    presentedOn,
    ages: ages.flatMap(at),
    survival: curve.map(({ months, on: day, family, person }) => ({
      months,
      on: day,
      family: survivalOf(family),
      person: survivalOf(person),
    })),
  }
}

/** Two lists at the same age, in a sentence, each with its day of knowledge; undefined where one has not reached it. */
export function compareAtAge(
  one: Cohort,
  other: Cohort,
  months: number,
  unit: 'family' | 'person' = 'family',
): string | undefined {
  const [a, b] = [one, other].map(({ ages }) => ages.find((age) => age.months === months))
  if (!a || !b) return undefined
  const noun = unitNoun(unit, a[unit].entries)
  return `After ${String(months)} months ${outOf(a[unit])} ${noun} of list ${one.list} were resolved, as known on ${a.knownOn}, against ${outOf(b[unit])} of list ${other.list} at the same age, as known on ${b.knownOn}.`
}

function outOf(count: UnitCount): string {
  const share = shareOf(count)
  const percent = share === null ? '' : ` (${String(share)} %)`
  return `${String(count.resolved)} of ${String(count.entries)}${percent}`
}

function plain({ entries, resolved }: UnitCount): UnitCount {
  return { entries, resolved }
}

function survivalOf({ entries, resolved }: UnitCount): SurvivalCount {
  const unresolved = entries - resolved
  return { entries, unresolved, share: shareOf({ entries, resolved: unresolved }) }
}
