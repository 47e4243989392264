/**
 * Lists as known on a day: which list is meant, its versions, what was presented and what was answered
 * (rules R170, R171, R174).
 *
 * The date of a version, a presentation and a response is also the day since which it is known. A
 * status reads the version last presented; a refused presentation is one.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import type { CaseId, ListId } from '../basics/ids.ts'
import { standing } from '../cases/register.ts'
import type { CaseGroup, RegisterView } from '../cases/register.ts'
import { fold } from '../evidence/detail.ts'
import type { ListRecord } from './list-record.ts'
import type { Presentation } from './presentation.ts'
import type { ListEntry, ListVersion, RepresentationList } from './representation-list.ts'
import type { ListResponse } from './response.ts'

/** A version as it was handed over. */
export type PresentedVersion = {
  readonly list: ListId
  readonly version: string
  /** The first day on which this version was presented. */
  readonly presentedOn: CalendarDate
  /** Its presentations by then, in order. */
  readonly presentations: readonly Presentation[]
}

/** One case on a version: after merges the entry of the person kept stands for all. */
export type ListedCase = {
  readonly entry: ListEntry
  readonly group: CaseGroup
  /** The authority of the entry's case; empty is unknown. */
  readonly authority: string
  /** Other entries of the version that are the same case. */
  readonly doubles: readonly ListEntry[]
}

/** Lists on record on a day of knowledge, in the order of the file. */
export function listsKnownOn(
  record: ListRecord,
  knownOn: CalendarDate,
): readonly RepresentationList[] {
  return standing(record.lists, knownOn, ({ id }) => id)
}

/** The list of this id, else of this title, else of this number. */
export function findList(
  record: ListRecord,
  name: string,
  knownOn: CalendarDate,
): RepresentationList | undefined {
  const lists = listsKnownOn(record, knownOn)
  return (
    lists.find(({ id }) => id === name) ??
    lists.find(({ title }) => fold(title) === fold(name)) ??
    lists.find(({ number }) => fold(number) === fold(name))
  )
}

/** Versions of a list known by then, by day, those of one day in the order of the file. */
export function versionsOf(
  record: ListRecord,
  list: ListId,
  knownOn: CalendarDate,
): readonly ListVersion[] {
  return standing(ofList(record.versions, list), knownOn, ({ version }) => version)
    .filter(({ date }) => date <= knownOn)
    .toSorted((a, b) => compareText(a.date, b.date) || a.entry - b.entry)
}

/** Entries of a version as they stand, in the order of the file. */
export function entriesOf(
  record: ListRecord,
  list: ListId,
  version: string,
  knownOn: CalendarDate,
): readonly ListEntry[] {
  return standing(
    ofList(record.entries, list).filter((entry) => entry.version === version),
    knownOn,
    (entry) => entry.case,
  )
}

/** Presentations on or before both days, in order; with a version goes that it was presented. */
export function presentationsOf(
  record: ListRecord,
  list: ListId,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): readonly Presentation[] {
  const versions = ofList(record.versions, list)
  const there = new Set(
    standing(versions, knownOn, ({ version }) => version).map(({ version }) => version),
  )
  return standing(ofList(record.presentations, list), knownOn, ({ version, date, to, channel }) =>
    JSON.stringify([version, date, to, channel]),
  )
    .filter(({ date, version }) => date <= asOf && date <= knownOn && there.has(version))
    .toSorted((a, b) => compareText(a.date, b.date) || a.entry - b.entry)
}

/** The version last presented on or before both days; undefined where none was. */
export function presentedVersion(
  record: ListRecord,
  list: ListId,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): PresentedVersion | undefined {
  const all = presentationsOf(record, list, asOf, knownOn)
  const last = all.at(-1)
  if (!last) return undefined
  const own = all.filter(({ version }) => version === last.version)
  return {
    list,
    version: last.version,
    presentedOn: own[0]?.date ?? last.date,
    presentations: own,
  }
}

/** The first presentation of any version of the list that is known by then. */
export function firstPresentedOn(
  record: ListRecord,
  list: ListId,
  knownOn: CalendarDate,
): CalendarDate | undefined {
  return presentationsOf(record, list, knownOn, knownOn)[0]?.date
}

/** Whether the version has been handed over, and so cannot be changed. */
export function isFrozen(
  record: ListRecord,
  list: ListId,
  version: string,
  knownOn: CalendarDate,
): boolean {
  return presentationsOf(record, list, knownOn, knownOn).some((each) => each.version === version)
}

/** Answers on or before both days, in order; a later row of one case and day stands. */
export function responsesOf(
  record: ListRecord,
  list: ListId,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): readonly ListResponse[] {
  return standing(ofList(record.responses, list), knownOn, (response) =>
    JSON.stringify([response.version, response.case, response.date]),
  )
    .filter(({ date }) => date <= asOf && date <= knownOn)
    .toSorted((a, b) => compareText(a.date, b.date) || a.entry - b.entry)
}

/** The cases on a version, each once, as known on the day of the register's view. */
export function listedCases(
  view: RegisterView,
  entries: readonly ListEntry[],
): readonly ListedCase[] {
  const byGroup = new Map<string, { group: CaseGroup; entries: ListEntry[] }>()
  for (const entry of entries) {
    const group = view.groupOf(entry.case)
    if (!group) continue // the case is withdrawn by then
    const found = byGroup.get(group.key)
    if (found) found.entries.push(entry)
    else byGroup.set(group.key, { group, entries: [entry] })
  }
  return [...byGroup.values()].flatMap(({ group, entries: own }) => {
    // Of several entries of the person kept the first on the list.
    const entry = own.find((each) => isOfKept(view, each.case)) ?? own[0]
    if (!entry) return []
    return [
      {
        entry,
        group,
        authority: view.cases.get(entry.case)?.authority ?? '',
        doubles: own.filter((each) => each !== entry),
      },
    ]
  })
}

function isOfKept(view: RegisterView, id: CaseId): boolean {
  const found = view.cases.get(id)
  return found !== undefined && view.isKept(found.subject)
}

function ofList<Row extends { readonly list: ListId }>(
  rows: readonly Row[],
  list: ListId,
): readonly Row[] {
  return rows.filter((row) => row.list === list)
}
