/**
 * How long those on a list have been waiting (rules R184): from the first confirmed happening of the
 * case, or the day it was opened where that is earlier, until it was resolved or the day itself. In
 * full months of the latest reading of imprecise dates, so that nobody's wait is overstated.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId } from '../basics/ids.ts'
import type { CaseGroup } from '../cases/register.ts'
import { outcomeOn } from '../cases/resolved.ts'
import type { ListedCase } from './list-view.ts'
import { wholeMonths } from './rule-candidates.ts'

export type Waiting = {
  readonly case: CaseId
  /** null where nothing on record says when it began. */
  readonly since: CalendarDate | null
  readonly until: CalendarDate
  readonly months: number | null
  readonly resolved: boolean
}

export type WaitingTimes = {
  readonly entries: readonly Waiting[]
  /** Months, of the cases that can be measured; null where none can. */
  readonly median: number | null
  readonly mean: number | null
  readonly longest: number | null
}

/** Waiting times of listed cases as of a day, in the order of the list. */
export function readWaitingTimes(listed: readonly ListedCase[], asOf: CalendarDate): WaitingTimes {
  const entries = listed.map(({ entry, group }) => waitingOf(group, entry.case, asOf))
  const months = entries
    .flatMap((each) => (each.months === null ? [] : [each.months]))
    .toSorted((a, b) => a - b)
  const half = months.length >> 1
  const [upper, lower] = [months[half], months[half - 1]]
  const median =
    upper === undefined
      ? null
      : months.length % 2 === 1 || lower === undefined
        ? upper
        : (lower + upper) / 2
  const sum = months.reduce((total, each) => total + each, 0)
  return {
    entries,
    median,
    mean: months.length === 0 ? null : sum / months.length,
    longest: months.at(-1) ?? null,
  }
}

function waitingOf(group: CaseGroup, id: CaseId, asOf: CalendarDate): Waiting {
  const begun = [
    ...group.cases.flatMap(({ opened }) => (opened ? [opened.latest] : [])),
    ...group.happenings
      .filter(({ verification }) => verification === 'confirmed')
      .map(({ latest }) => latest),
  ].filter((day) => day <= asOf)
  const since = begun.reduce<CalendarDate | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  )
  const outcomes = group.persons.map((person) => outcomeOn(group, person, asOf))
  const resolved = outcomes.length > 0 && outcomes.every((each) => each.resolved)
  const until = resolved
    ? outcomes.reduce<CalendarDate>((last, { decidedBy }) => {
        const day = decidedBy?.latest ?? last
        return day > last ? day : last
      }, since ?? asOf)
    : asOf
  return {
    case: id,
    since,
    until,
    months: since === null ? null : wholeMonths(since, until),
    resolved,
  }
}
