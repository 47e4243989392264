/** Lists, their versions, entries and presentations on record. Rows are added and read, never changed. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Presentation, Reception } from '../domain/lists/presentation.ts'
import type {
  ListEntry,
  ListVersion,
  RepresentationList,
} from '../domain/lists/representation-list.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { listWhich, type Which } from './protection/sealed-rows.ts'

export async function listLists(
  db: Reader,
  programme: ProgrammeId,
  which: Which = {},
): Promise<RepresentationList[]> {
  return (await listWhich(db, 'representation_list', programme, which)).map((row) => ({
    entry: row.entry,
    id: row.id as ListId,
    number: row.number,
    title: row.title,
    rule: row.rule,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertLists(
  tx: Writer,
  action: OpenAction,
  lists: readonly Omit<RepresentationList, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'representation_list',
    lists.map(({ id, number, title, rule, withdrawn }) => ({ id, number, title, rule, withdrawn })),
  )
}

export async function listVersions(
  db: Reader,
  programme: ProgrammeId,
  which: Which = {},
): Promise<ListVersion[]> {
  return (await listWhich(db, 'list_version', programme, which)).map((row) => ({
    entry: row.entry,
    list: row.list_id as ListId,
    version: row.version,
    date: row.date as CalendarDate, // a `date` column holds nothing but days
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertVersions(
  tx: Writer,
  action: OpenAction,
  versions: readonly Omit<ListVersion, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'list_version',
    versions.map(({ list, version, date, withdrawn }) => ({
      list_id: list,
      version,
      date,
      withdrawn,
    })),
  )
}

export async function listListEntries(
  db: Reader,
  programme: ProgrammeId,
  which: Which = {},
): Promise<ListEntry[]> {
  return (await listWhich(db, 'list_entry', programme, which)).map((row) => ({
    entry: row.entry,
    list: row.list_id as ListId,
    version: row.version,
    case: row.case_id as CaseId,
    category: row.category,
    region: row.region,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertListEntries(
  tx: Writer,
  action: OpenAction,
  entries: readonly Omit<ListEntry, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'list_entry',
    entries.map((each) => ({
      list_id: each.list,
      version: each.version,
      case_id: each.case,
      category: each.category,
      region: each.region,
      withdrawn: each.withdrawn,
    })),
  )
}

export async function listPresentations(
  db: Reader,
  programme: ProgrammeId,
  which: Which = {},
): Promise<Presentation[]> {
  return (await listWhich(db, 'presentation', programme, which)).map((row) => ({
    entry: row.entry,
    list: row.list_id as ListId,
    version: row.version,
    date: row.date as CalendarDate, // a `date` column holds nothing but days
    by: row.presented_by,
    to: row.presented_to,
    rank: row.rank,
    channel: row.channel,
    received: row.received as Reception | null, // only this store writes it
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertPresentations(
  tx: Writer,
  action: OpenAction,
  presentations: readonly Omit<Presentation, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'presentation',
    presentations.map((each) => ({
      list_id: each.list,
      version: each.version,
      date: each.date,
      presented_by: each.by,
      presented_to: each.to,
      rank: each.rank,
      channel: each.channel,
      received: each.received,
      withdrawn: each.withdrawn,
    })),
  )
}
