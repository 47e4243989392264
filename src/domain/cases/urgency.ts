/**
 * What makes a case urgent, in words (rules R199): health, a hunger strike, age, a trial that is near.
 *
 * Health and hunger strikes stand in the detail of a happening (`health: …`, `hunger strike: since
 * 1986-08`, `trial: 1986-10`), or are a kind of happening of their own; age follows from birth. What is
 * said stays until a later happening says `health: recovered` or `hunger strike: ended`, with whatever
 * follows “ended”, or the case is resolved for the person. A report of which nothing newer came for
 * half a year presses no longer: it is what was last reported.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { PersonId } from '../basics/ids.ts'
import { parseUncertainDate } from '../basics/uncertain-date.ts'
import { fold } from '../evidence/detail.ts'
import type { CaseHappening } from './case-history.ts'
import { hasHappened } from './case-history.ts'
import type { PersonName } from './person.ts'
import type { CaseGroup } from './register.ts'
import { outcomeOn } from './resolved.ts'

export type Urgency = {
  readonly urgency: 'health' | 'hunger-strike' | 'age' | 'trial'
  readonly person: PersonId
  readonly sentence: string
  /** Since when, or, of a trial, the day by which it comes. */
  readonly day: CalendarDate | null
  readonly happening: CaseHappening | null
}

/** ◆ From seventy on, and under eighteen, age is a ground of its own. */
const OLD = 70
const YOUNG = 18
/** ◆ A trial within three months is near. */
const TRIAL_WITHIN_MONTHS = 3

/** ◆ So long a report of health or of a hunger strike presses without a newer one. */
const REPORT_PRESSES_MONTHS = 6

const ENDED = ['ended', 'recovered', 'over', 'no', 'none', 'good']

/** Grounds of urgency as of a day, the most pressing first; none once the person's case is resolved. */
export function urgenciesOn(
  group: CaseGroup,
  person: PersonId,
  names: readonly PersonName[],
  asOf: CalendarDate,
): readonly Urgency[] {
  const own = happeningsOf(group, person, asOf)
  if (!own) return []
  return [
    ...reportsOf(own, asOf).flatMap(({ report, last, said }): Urgency[] => {
      if (!presses(last, asOf)) return []
      const reported =
        last.verification === 'confirmed' ? 'reported' : `${last.verification}, reported`
      const sentence = `${beginning(report, said)} (${reported} for ${last.row.date.text}).`
      return [{ urgency: report.urgency, person, sentence, day: last.latest, happening: last }]
    }),
    ...trials(own, person, asOf),
    ...ages(names, person, asOf),
  ]
}

/** Reports that press no longer and were not said to be over, each as a sentence. */
export function lastReportedOn(
  group: CaseGroup,
  person: PersonId,
  asOf: CalendarDate,
): readonly string[] {
  const own = happeningsOf(group, person, asOf)
  if (!own) return []
  return reportsOf(own, asOf)
    .filter(({ last }) => !presses(last, asOf))
    .map(({ report, last, said }) =>
      said === ''
        ? `${report.word}: last reported for ${last.row.date.text}.`
        : `${beginning(report, said)} (last reported for ${last.row.date.text}).`,
    )
}

/** What bears on the person; undefined once nothing is urgent any more. */
function happeningsOf(
  group: CaseGroup,
  person: PersonId,
  asOf: CalendarDate,
): readonly CaseHappening[] | undefined {
  if (outcomeOn(group, person, asOf).resolved) return undefined
  const own = group.happenings.filter(
    (each) => group.concerns(each, person) && each.verification !== 'unlikely',
  )
  const died = own.some(
    (each) => each.kind === 'died' && each.verification === 'confirmed' && hasHappened(each, asOf),
  )
  return died ? undefined : own
}

type Report = {
  readonly urgency: 'health' | 'hunger-strike'
  readonly word: string
  readonly key: string
  readonly kinds: readonly string[]
}

const REPORTS: readonly Report[] = [
  {
    urgency: 'hunger-strike',
    word: 'Hunger strike',
    key: 'hunger strike',
    kinds: ['hunger-strike'],
  },
  { urgency: 'health', word: 'Health', key: 'health', kinds: ['ill', 'health'] },
]

type LastReport = {
  readonly report: Report
  readonly last: CaseHappening
  /** Empty where the kind of the happening says it all. */
  readonly said: string
}

/** The last word on each, where it does not say that it is over. */
function reportsOf(own: readonly CaseHappening[], asOf: CalendarDate): readonly LastReport[] {
  return REPORTS.flatMap((report): LastReport[] => {
    const says = (each: CaseHappening) => valueOf(each, report.key)
    const last = own.findLast(
      (each) =>
        hasHappened(each, asOf) && (says(each) !== undefined || report.kinds.includes(each.kind)),
    )
    if (!last) return []
    const said = says(last)
    return isOver(said ?? last.row.detail) ? [] : [{ report, last, said: said ?? '' }]
  })
}

function isOver(said: string): boolean {
  const words = fold(said)
  return ENDED.includes(words) || /^ended\b/.test(words)
}

function presses(last: CaseHappening, asOf: CalendarDate): boolean {
  return asOf <= toCalendarDate(addMonths(toDayNumber(last.latest), REPORT_PRESSES_MONTHS))
}

function beginning({ word }: Report, said: string): string {
  return said === '' ? word : `${word}: ${said}`
}

function trials(
  own: readonly CaseHappening[],
  person: PersonId,
  asOf: CalendarDate,
): readonly Urgency[] {
  const limit = toCalendarDate(addMonths(toDayNumber(asOf), TRIAL_WITHIN_MONTHS))
  return own.flatMap((happening) => {
    const date =
      happening.kind === 'trial'
        ? happening.row.date
        : parseUncertainDate(valueOf(happening, 'trial') ?? '')
    if (!date || date.latest < asOf || date.earliest > limit) return []
    const sentence = `The trial is set for ${date.text}.`
    return [{ urgency: 'trial' as const, person, sentence, day: date.latest, happening }]
  })
}

/** Only where every reading of the birth agrees; an impossible date says nothing. */
function ages(
  names: readonly PersonName[],
  person: PersonId,
  asOf: CalendarDate,
): readonly Urgency[] {
  const births = names.flatMap(({ birth }) =>
    birth !== null && typeof birth !== 'string' ? [birth] : [],
  )
  if (births.length === 0) return []
  const youngest = Math.min(...births.map(({ latest }) => yearsBetween(latest, asOf)))
  const oldest = Math.max(...births.map(({ earliest }) => yearsBetween(earliest, asOf)))
  const years = youngest === oldest ? String(oldest) : `${youngest} to ${oldest}`
  const word = youngest >= OLD ? 'Old age' : oldest < YOUNG ? 'A minor' : undefined
  return word === undefined
    ? []
    : [{ urgency: 'age', person, sentence: `${word}: ${years} years.`, day: null, happening: null }]
}

function yearsBetween(birth: CalendarDate, asOf: CalendarDate): number {
  const years = Number(asOf.slice(0, 4)) - Number(birth.slice(0, 4))
  return asOf.slice(5) < birth.slice(5) ? years - 1 : years
}

/** As it is written, so that what a doctor said stays as it was said. */
function valueOf({ row: { detail } }: CaseHappening, key: string): string | undefined {
  for (const part of detail.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0 && fold(part.slice(0, colon)).replace('-', ' ') === key)
      return part.slice(colon + 1).trim()
  }
  return undefined
}
