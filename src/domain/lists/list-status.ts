/**
 * How a presented list stands on a day: what `list status` says (rules R173–R178, R189).
 *
 * Of the version last presented, in persons and in family units: how many are resolved since it was
 * presented, of how many. Who was resolved on the eve of presentation is left out of both, also where
 * that is learnt later. Every breakdown and every age is as known on the same day as the head.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { isCalendarDate } from '../basics/calendar-date.ts'
import { compareText, groupBy } from '../basics/collections.ts'
import type { CaseId } from '../basics/ids.ts'
import { countedCase, tallyBoth } from '../cases/counting.ts'
import type { CountedCase, UnitCount, UnitTotal } from '../cases/counting.ts'
import type { Register, RegisterView } from '../cases/register.ts'
import type { ListRecord } from './list-record.ts'
import {
  entriesOf,
  findList,
  listedCases,
  listsKnownOn,
  presentationsOf,
  presentedVersion,
} from './list-view.ts'
import type { ListedCase, PresentedVersion } from './list-view.ts'
import type { RepresentationList } from './representation-list.ts'

/** Ages, in months, at which lists are compared (rules R176). */
export const AGES = [4, 8] as const

export type Counts = { readonly family: UnitCount; readonly person: UnitCount }

/** What `demarche list status --json` prints, in this order. */
export type ListStatus = {
  readonly list: string
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly presentedOn: CalendarDate
  readonly family: UnitTotal
  readonly person: UnitTotal
  readonly byRegion: readonly (Counts & { readonly region: string | null })[]
  readonly byCategory: readonly (Counts & { readonly category: string | null })[]
  readonly byAuthority: readonly (Counts & { readonly authority: string | null })[]
  readonly atAge: readonly (Counts & { readonly months: number })[]
  readonly carriedOver: readonly CarriedOver[]
}

export type CarriedOver = {
  readonly case: CaseId
  /** How many earlier presented lists it was on. */
  readonly times: number
  readonly firstListed: CalendarDate
}

/** The list cannot be reported on; the sentence says why. */
export type Refused = { readonly refused: string }

/** A list in the version that a status reads, with its cases as known on the day. */
export type PresentedList = {
  readonly list: RepresentationList
  readonly presented: PresentedVersion
  readonly listed: readonly ListedCase[]
  readonly view: RegisterView
}

/** Finds the version last presented on or before both days. */
export function presentedList(
  register: Register,
  lists: ListRecord,
  name: string,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): PresentedList | Refused {
  const list = findList(lists, name, knownOn)
  if (!list) return { refused: `There is no list “${name}” on record by ${knownOn}.` }
  const presented = presentedVersion(lists, list.id, asOf, knownOn)
  if (!presented) {
    const known = knownOn < asOf ? `, as known on ${knownOn}` : ''
    return {
      refused: `No version of list ${list.id} had been presented by ${asOf}${known}: there is nothing to report on yet.`,
    }
  }
  const view = register.asKnownOn(knownOn)
  const entries = entriesOf(lists, list.id, presented.version, knownOn)
  return { list, presented, listed: listedCases(view, entries), view }
}

/** Reads the status of a list as of a day, as known on a day. */
export function readListStatus(
  register: Register,
  lists: ListRecord,
  name: string,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): ListStatus | Refused {
  const found = presentedList(register, lists, name, asOf, knownOn)
  if ('refused' in found) return found
  const { list, presented, listed } = found
  const { presentedOn } = presented
  const counted = listed.map((each) => ({
    ...each,
    counted: countedCase(each.group, presentedOn, asOf),
  }))
  const head = tallyBoth(counted.map((each) => each.counted))
  const by = (valueOf: (listed: ListedCase) => string) => breakdown(counted, valueOf)
  return {
    list: list.id,
    asOf,
    knownOn,
    presentedOn,
    family: head.family,
    person: head.person,
    byRegion: by(({ entry }) => entry.region).map(({ value, ...counts }) => {
      return { region: value, ...counts }
    }),
    byCategory: by(({ entry }) => entry.category).map(({ value, ...counts }) => {
      return { category: value, ...counts }
    }),
    byAuthority: by(({ authority }) => authority).map(({ value, ...counts }) => {
      return { authority: value, ...counts }
    }),
    atAge: AGES.flatMap((months) => {
      const day = monthsOn(presentedOn, months)
      if (day === undefined || day > asOf) return []
      return [{ months, ...withoutExcluded(countsOn(listed, presentedOn, day)) }]
    }),
    carriedOver: carriedOver(found, counted, lists, knownOn),
  }
}

type Counted = ListedCase & { readonly counted: CountedCase }

/** Both units of these entries as of a day, from presentation. */
export function countsOn(
  listed: readonly ListedCase[],
  presentedOn: CalendarDate,
  asOf: CalendarDate,
): { readonly family: UnitTotal; readonly person: UnitTotal } {
  return tallyBoth(listed.map(({ group }) => countedCase(group, presentedOn, asOf)))
}

/** n calendar months on; the last day of the month where that day is missing (rules R176). */
export function monthsOn(day: CalendarDate, months: number): CalendarDate | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  const start = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  for (let each = date; each >= 28 || each === date; each -= 1) {
    const found = `${start}-${String(each).padStart(2, '0')}`
    if (isCalendarDate(found)) return found
  }
  return undefined
}

/** By the value of each entry: a unit counts once in every row in which it has an entry. */
function breakdown(
  listed: readonly Counted[],
  valueOf: (listed: ListedCase) => string,
): readonly (Counts & { readonly value: string | null })[] {
  return [...groupBy(listed, (each) => valueOf(each).trim())]
    .toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : compareText(a, b)))
    .map(([value, own]) => ({
      value: value === '' ? null : value,
      ...withoutExcluded(tallyBoth(own.map(({ counted }) => counted))),
    }))
    .filter(({ family, person }) => family.entries > 0 || person.entries > 0)
}

function withoutExcluded({ family, person }: { family: UnitTotal; person: UnitTotal }): Counts {
  return {
    family: { entries: family.entries, resolved: family.resolved },
    person: { entries: person.entries, resolved: person.resolved },
  }
}

/**
 * Cases that stood on earlier presented lists; those left out of this one are not named. The same case
 * is one subject and category, merged ones as one; a gap between lists does not matter.
 */
function carriedOver(
  { list, presented, view }: PresentedList,
  listed: readonly Counted[],
  lists: ListRecord,
  knownOn: CalendarDate,
): readonly CarriedOver[] {
  const before = new Map<string, { lists: Set<string>; first: CalendarDate }>()
  for (const other of listsKnownOn(lists, knownOn)) {
    if (other.id === list.id) continue
    const seen = new Set<string>()
    for (const { version, date } of presentationsOf(lists, other.id, knownOn, knownOn)) {
      if (date >= presented.presentedOn) break
      if (seen.has(version)) continue
      seen.add(version)
      for (const { case: id } of entriesOf(lists, other.id, version, knownOn)) {
        const key = view.groupOf(id)?.key
        if (key === undefined) continue
        const found = before.get(key) ?? { lists: new Set(), first: date }
        before.set(key, found)
        found.lists.add(other.id)
        if (date < found.first) found.first = date
      }
    }
  }
  return listed.flatMap(({ entry, group, counted }) => {
    const found = before.get(group.key)
    if (!found || counted.leftOut) return []
    return [{ case: entry.case, times: found.lists.size, firstListed: found.first }]
  })
}
