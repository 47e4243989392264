/**
 * Why a figure is not what it was (rules R186): the status of a list as of one day, as known then and
 * as known since, with what came to be known in between: a merge, an outcome learnt late, a row that
 * was withdrawn, a correction. The old figure stays what was known then.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import type { CaseId } from '../basics/ids.ts'
import type { UnitTotal } from '../cases/counting.ts'
import type { CaseEventEntry } from '../cases/case-event.ts'
import type { Register } from '../cases/register.ts'
import { mergesKnownOn } from '../cases/merged-persons.ts'
import type { ListRecord } from './list-record.ts'
import { countsOn, presentedList } from './list-status.ts'

export type Figures = { readonly family: UnitTotal; readonly person: UnitTotal }

export type Restatement = {
  /** The day from which it was known. */
  readonly known: CalendarDate
  readonly before: Figures
  readonly after: Figures
  /** Why, a sentence for each thing that came to be known that day about the list. */
  readonly why: readonly string[]
}

/**
 * The restatements of a list's figures as of a day, from what was known on `from` (as a rule the day
 * itself) to what is known on `knownOn`, in order. None where nothing changed.
 */
export function readRestatements(
  register: Register,
  lists: ListRecord,
  name: string,
  asOf: CalendarDate,
  from: CalendarDate,
  knownOn: CalendarDate,
): readonly Restatement[] {
  const figuresOn = (day: CalendarDate): Figures | undefined => {
    const found = presentedList(register, lists, name, asOf, day)
    return 'refused' in found
      ? undefined
      : countsOn(found.listed, found.presented.presentedOn, asOf)
  }
  const days = daysOfKnowing(register, lists).filter((day) => day > from && day <= knownOn)
  const restatements: Restatement[] = []
  const learnt = eventsByDay(register)
  let before = figuresOn(from)
  for (const day of days) {
    const why = whatChanged(register, lists, name, asOf, day, learnt.get(day) ?? [])
    if (why.length === 0) continue
    const after = figuresOn(day)
    if (before && after && !sameFigures(before, after))
      restatements.push({ known: day, before, after, why })
    before = after ?? before
  }
  return restatements
}

/** Days on which what is known of the register or of the rows of lists changes, in order. */
function daysOfKnowing(register: Register, lists: ListRecord): readonly CalendarDate[] {
  const days = new Set(register.daysOfKnowing)
  for (const rows of [lists.lists, lists.versions, lists.entries, lists.presentations])
    for (const { withdrawn } of rows) if (withdrawn !== null) days.add(withdrawn)
  for (const { date } of lists.presentations) days.add(date)
  return [...days].toSorted(compareText)
}

/** Rows of case events by the days on which they become known or are withdrawn. */
function eventsByDay({ histories, record }: Register): Map<CalendarDate, Set<CaseEventEntry>> {
  const byDay = new Map<CalendarDate, Set<CaseEventEntry>>()
  const add = (day: CalendarDate, row: CaseEventEntry) =>
    byDay.set(day, (byDay.get(day) ?? new Set()).add(row))
  for (const id of new Set(record.caseEvents.map((event) => event.case)))
    for (const { row, known } of histories.rowsOf(id)) {
      add(known, row)
      if (row.withdrawn !== null) add(row.withdrawn, row)
    }
  return byDay
}

/** What came to be known on a day about the cases that the status then reads. */
function whatChanged(
  register: Register,
  lists: ListRecord,
  name: string,
  asOf: CalendarDate,
  day: CalendarDate,
  learnt: Iterable<CaseEventEntry>,
): readonly string[] {
  const found = presentedList(register, lists, name, asOf, day)
  if ('refused' in found) return []
  const { listed, view, list } = found
  const why: string[] = []
  const persons = new Set(listed.flatMap(({ group }) => group.persons))
  const { merges, cases, families } = register.record
  for (const { kept, merged, known, reason } of mergesKnownOn(merges, day))
    if (known === day && persons.has(view.rootOf(kept)))
      why.push(`${merged} was found to be ${kept}${reason === '' ? '' : `: ${reason}`}.`)
  for (const { kept, merged, undone } of merges)
    if (undone === day) why.push(`${merged} was found not to be ${kept} after all.`)
  const onList = new Set<CaseId>()
  for (const { group, entry, doubles } of listed) {
    for (const { id } of group.cases) onList.add(id)
    for (const each of [entry, ...doubles]) onList.add(each.case)
  }
  for (const row of learnt) {
    if (!onList.has(row.case)) continue
    if (row.withdrawn === day)
      why.push(`In case ${row.case} “${row.kind} ${row.date.text}” was withdrawn.`)
    else if (row.date.earliest <= asOf) why.push(`In case ${row.case} ${said(register, row, day)}`)
  }
  for (const { id, withdrawn } of cases)
    if (withdrawn === day) why.push(`Case ${id} was withdrawn.`)
  for (const { family, withdrawn } of families)
    if (withdrawn === day) why.push(`A member of family ${family} was withdrawn.`)
  for (const { list: of, case: id, withdrawn } of lists.entries)
    if (withdrawn === day && of === list.id) why.push(`The entry of case ${id} was withdrawn.`)
  for (const { list: of, version, date, withdrawn } of lists.presentations)
    if (of === list.id && withdrawn === day)
      why.push(`The presentation of version ${version} on ${date} was withdrawn.`)
    else if (of === list.id && date === day) why.push(`Version ${version} was presented.`)
  return [...new Set(why)]
}

/** What a row that became known on a day changed: news, or another verification of what was known. */
function said({ histories }: Register, row: CaseEventEntry, day: CalendarDate): string {
  const on = (known: CalendarDate) =>
    histories
      .standingOn(row.case, known)
      .find(
        ({ person, kind, earliest, latest }) =>
          person === row.person &&
          kind === row.kind &&
          earliest === row.date.earliest &&
          latest === row.date.latest,
      )?.verification
  const dayBefore = (toDayNumber(day) - 1) as DayNumber // a day less is a day
  const [before, now] = [on(toCalendarDate(dayBefore)), on(day)]
  const what = `${row.kind} ${row.date.text}`
  if (before === undefined || now === undefined)
    return now === undefined || now === 'confirmed'
      ? `it became known: ${what}.`
      : `it became known: ${what}, ${UNCONFIRMED[now]}.`
  if (before === now) return `it was reported again: ${what}.`
  return `the ${NOUNS[row.kind] ?? `“${row.kind}”`} of ${row.date.text} is now ${VERIFIED[now]}; before it was ${VERIFIED[before]}.`
}

const UNCONFIRMED = {
  likely: 'which is likely',
  possible: 'which is possible',
  unlikely: 'which is unlikely',
  unknown: 'which nobody has verified',
} as const
const VERIFIED = {
  confirmed: 'confirmed',
  likely: 'likely',
  possible: 'possible',
  unlikely: 'unlikely',
  unknown: 'not verified',
} as const
const NOUNS: Readonly<Record<string, string>> = {
  detained: 'detention',
  charged: 'charge',
  sentenced: 'sentence',
  exiled: 'exile',
  committed: 'commitment',
  transferred: 'transfer',
  refused: 'refusal',
  promised: 'promise',
  permitted: 'permission',
  rescinded: 'taking back of the permission',
  departed: 'departure',
  arrived: 'arrival',
  released: 'release',
  'released-conditionally': 'conditional release',
  pardoned: 'pardon',
  rehabilitated: 'rehabilitation',
  amnestied: 'amnesty',
  're-detained': 're-detention',
  expelled: 'expulsion',
  died: 'death',
}

function sameFigures(one: Figures, other: Figures): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
