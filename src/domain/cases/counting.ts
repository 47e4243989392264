/**
 * Counting people, each unit once (rules R150, R163–R166).
 *
 * A person on two entries is one person; a family is resolved when every person of it is; a unit with
 * several entries is resolved when all that are not left out are. An entry is left out for a person
 * who was resolved on the eve of the day from which is counted, for a family only when all of it was.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { DayNumber } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { PersonId } from '../basics/ids.ts'
import type { CaseGroup, UnitKey } from './register.ts'
import type { Answer, NamedOutcomes, Outcome } from './resolved.ts'
import { all, isResolvedOn, outcomeOn, wasResolvedBefore } from './resolved.ts'

/** One person in one case, from a day on. */
export type PersonInCase = {
  readonly person: PersonId
  /** Resolved on the eve already. */
  readonly leftOut: boolean
  readonly resolved: boolean
  readonly answer: Answer
}

/** One case as it is counted on a day. */
export type CountedCase = {
  readonly group: CaseGroup
  readonly persons: readonly PersonInCase[]
  /** Everyone in it was resolved on the eve. */
  readonly leftOut: boolean
}

export type UnitCount = { readonly entries: number; readonly resolved: number }
export type UnitTotal = UnitCount & { readonly excluded: number }

/** A unit and where it stands; `leftOut` when all its entries are. */
export type CountedUnit = {
  readonly key: UnitKey
  readonly leftOut: boolean
  /** By confirmed happenings alone: the word of a list. */
  readonly resolved: boolean
  /** With likely and possible ones either way: the word of a benchmark. */
  readonly answer: Answer
  readonly cases: readonly CountedCase[]
}

/** How a case stands on `asOf` for those who were not resolved before `from`: the word of a list. */
export function countedCase(group: CaseGroup, from: CalendarDate, asOf: CalendarDate): CountedCase {
  return caseOf(
    group,
    group.persons.map((person) => {
      const resolved = isResolvedOn(group, person, asOf)
      const leftOut = wasResolvedBefore(group, person, from)
      return { person, leftOut, resolved, answer: resolved ? 'yes' : 'no' }
    }),
  )
}

/** As a benchmark asks: with doubt, and by named outcomes. The outcomes are in the order of persons. */
export function examinedCase(
  group: CaseGroup,
  from: CalendarDate,
  asOf: CalendarDate,
  by: NamedOutcomes | null,
): CountedCase & { readonly outcomes: readonly Outcome[] } {
  const eve = eveOf(from)
  const outcomes = group.persons.map((person) => outcomeOn(group, person, asOf, by))
  const counted = caseOf(
    group,
    group.persons.map((person, at) => ({
      person,
      leftOut: outcomeOn(group, person, eve, by).resolved,
      resolved: outcomes[at]?.resolved ?? false,
      answer: outcomes[at]?.answer ?? 'unknown',
    })),
  )
  return { ...counted, outcomes }
}

function caseOf(group: CaseGroup, persons: readonly PersonInCase[]): CountedCase {
  const leftOut = persons.length > 0 && persons.every((each) => each.leftOut)
  return { group, persons, leftOut }
}

/** The units of these cases, in the order of first appearance. */
export function unitsOf(cases: readonly CountedCase[], unit: CountingUnit): readonly CountedUnit[] {
  const found = new Map<UnitKey, { cases: CountedCase[]; counted: PersonInCase[] }>()
  const add = (key: UnitKey, each: CountedCase, counted: readonly PersonInCase[]) => {
    const before = found.get(key) ?? { cases: [], counted: [] }
    found.set(key, before)
    before.cases.push(each)
    before.counted.push(...counted)
  }
  for (const each of cases) {
    if (unit === 'person')
      for (const person of each.persons) add(person.person, each, person.leftOut ? [] : [person])
    else if (each.persons.length > 0)
      // Who was out before is still of the family: it is resolved when everyone is.
      add(each.group.family, each, each.leftOut ? [] : each.persons)
  }
  return [...found].map(([key, { cases: own, counted }]) => ({
    key,
    leftOut: counted.length === 0,
    resolved: counted.length > 0 && counted.every(({ resolved }) => resolved),
    answer: counted.length === 0 ? 'no' : all(counted.map(({ answer }) => answer)),
    cases: own,
  }))
}

export function tally(units: readonly CountedUnit[]): UnitTotal {
  const counted = units.filter(({ leftOut }) => !leftOut)
  return {
    entries: counted.length,
    resolved: counted.filter(({ resolved }) => resolved).length,
    excluded: units.length - counted.length,
  }
}

/** Both units at once: no count of people is shown without its unit. */
export function tallyBoth(cases: readonly CountedCase[]): {
  readonly family: UnitTotal
  readonly person: UnitTotal
} {
  return { family: tally(unitsOf(cases, 'family')), person: tally(unitsOf(cases, 'person')) }
}

/** Whole percent, half up; null where there is nothing to divide by. Shown beside both numbers. */
export function shareOf({ entries, resolved }: UnitCount): number | null {
  return entries === 0 ? null : Math.floor((200 * resolved + entries) / (2 * entries))
}

function eveOf(day: CalendarDate): CalendarDate {
  return toCalendarDate((toDayNumber(day) - 1) as DayNumber)
}
