/** On which lists cases stand, as known on a day, when they were handed over and what was answered. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addTo } from '../domain/basics/collections.ts'
import type { CaseId, ListId } from '../domain/basics/ids.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import {
  entriesOf,
  listsKnownOn,
  presentationsOf,
  responsesOf,
  versionsOf,
} from '../domain/lists/list-view.ts'
import type { ListEntry, ListVersion } from '../domain/lists/representation-list.ts'
import { listResponses } from '../store/list-responses.ts'
import {
  listListEntries,
  listLists,
  listPresentations,
  listVersions,
} from '../store/representation-lists.ts'
import type { PartSource } from './register-part.ts'

export type ListingSeen = {
  readonly list: ListId
  readonly title: string
  readonly version: string
  readonly versionOn: CalendarDate
  readonly category: string
  readonly region: string
  readonly presented: readonly {
    readonly date: CalendarDate
    readonly to: string
    readonly rank: string
    readonly channel: string
    readonly received: string
  }[]
  readonly responses: readonly {
    readonly entry: number
    readonly list: ListId
    readonly version: string
    readonly date: CalendarDate
    readonly code: string
    readonly words: string
  }[]
}

/** The ids of the lists that each case stands on, in any version known by the day. */
export async function listsOfCases(
  source: PartSource,
  cases: readonly CaseId[],
  knownOn: CalendarDate,
): Promise<Map<CaseId, ListId[]>> {
  const found = new Map<CaseId, ListId[]>()
  for (const { entry } of placesIn(await listRecordAbout(source, cases), knownOn))
    if (!found.get(entry.case)?.includes(entry.list)) addTo(found, entry.case, entry.list)
  return found
}

/** Where each case stands, version by version, with hand-overs and answers by the two days. */
export async function listingsOf(
  source: PartSource,
  cases: readonly CaseId[],
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Promise<Map<CaseId, ListingSeen[]>> {
  const record = await listRecordAbout(source, cases, 'answers too')
  const titles = new Map(listsKnownOn(record, knownOn).map(({ id, title }) => [id, title]))
  const found = new Map<CaseId, ListingSeen[]>()
  for (const { entry, version: of } of placesIn(record, knownOn)) {
    const { list, version, category, region } = entry
    addTo(found, entry.case, {
      ...{ list, version, versionOn: of.date, category, region },
      title: titles.get(list) ?? '',
      presented: presentationsOf(record, list, asOf, knownOn)
        .filter((each) => each.version === version)
        .map(({ date, to, rank, channel, received }) => ({
          ...{ date, to, rank, channel },
          received: received ?? 'how it was received is not known',
        })),
      responses: responsesOf(record, list, asOf, knownOn)
        .filter((each) => each.version === version && each.case === entry.case)
        .map(({ entry: number, date, code, words }) => ({
          ...{ entry: number, list, version, date, code, words },
        })),
    })
  }
  return found
}

/** Each entry that stands, on a version that could be known. */
function placesIn(
  record: ListRecord,
  knownOn: CalendarDate,
): { readonly entry: ListEntry; readonly version: ListVersion }[] {
  return listsKnownOn(record, knownOn).flatMap(({ id }) =>
    versionsOf(record, id, knownOn).flatMap((version) =>
      entriesOf(record, id, version.version, knownOn).map((entry) => ({ entry, version })),
    ),
  )
}

/** The lists that these cases stand on, with these entries alone. */
async function listRecordAbout(
  { db, keyring, programme }: PartSource,
  cases: readonly CaseId[],
  answers?: 'answers too',
): Promise<ListRecord> {
  const ofCases = { column: 'case_id', values: cases }
  const entries = cases.length === 0 ? [] : await listListEntries(db, programme, ofCases)
  const lists = [...new Set(entries.map(({ list }) => list))]
  if (lists.length === 0)
    return { lists: [], versions: [], entries, presentations: [], responses: [] }
  const ofLists = { column: 'list_id', values: lists }
  return {
    lists: await listLists(db, programme, { column: 'id', values: lists }),
    versions: await listVersions(db, programme, ofLists),
    entries,
    presentations: answers ? await listPresentations(db, programme, ofLists) : [],
    responses: answers ? await listResponses(db, keyring, programme, ofCases) : [],
  }
}
