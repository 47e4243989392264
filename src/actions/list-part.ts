/**
 * The lists of a programme with the part of the register that bears on them, read at one moment. A
 * report on one list does not read a register of a hundred thousand.
 */
import type { ConsentOverride } from '../domain/access/consent-override.ts'
import { may } from '../domain/access/may.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, PersonId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import type { RegisterOptions } from '../domain/cases/case-history.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import { openRegister, type Register } from '../domain/cases/register.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import { findList } from '../domain/lists/list-view.ts'
import type { RepresentationList } from '../domain/lists/representation-list.ts'
import { findAuditHead } from '../store/audit.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { findSubjects, listCases } from '../store/cases.ts'
import { listConsentOverrides } from '../store/consents.ts'
import type { Database, Reader } from '../store/database/reader-writer.ts'
import { listFamilyMembers } from '../store/families.ts'
import { listResponses } from '../store/list-responses.ts'
import { atOneMoment } from '../store/programme-records.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import {
  listListEntries,
  listLists,
  listPresentations,
  listVersions,
} from '../store/representation-lists.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { keyringOf } from './keyring.ts'
import { recordOf } from './record-cache.ts'
import { optionsOf, readRegisterPart, type PartSource, type PartWanted } from './register-part.ts'

export type ListPart = {
  readonly record: ProgrammeRecord
  readonly lists: ListRecord
  readonly options: RegisterOptions
  readonly keyring: Keyring
  /** The end of the audit chain when it was read. */
  readonly head: string
}

export type ListsWithRegister = ListPart & {
  readonly rows: RegisterRecord
  readonly register: Register
  readonly overrides: readonly ConsentOverride[]
}

/** The lists alone. Throws `ActionRefused`: not-found, not-allowed. */
export async function openLists(context: Context, programme: ProgrammeId): Promise<ListPart> {
  const record = await recordOf(context, programme)
  const keyring = await keyringOf(context)
  const { database } = context
  const head = (await findAuditHead(database, programme))?.hash ?? ''
  const lists = await heldLists(database, programme, head, () =>
    atOneMoment(database, (db) => readListRecord(db, keyring, programme)),
  )
  return { record, lists, options: optionsOf(record), keyring, head }
}

/** Lists as they were last read, while nothing was added to the programme. */
type HeldLists = { readonly head: string; readonly lists: Promise<ListRecord> }
const held = new WeakMap<Database, Map<ProgrammeId, HeldLists>>()

function heldLists(
  database: Database,
  programme: ProgrammeId,
  head: string,
  read: () => Promise<ListRecord>,
): Promise<ListRecord> {
  const byProgramme = held.get(database) ?? new Map<ProgrammeId, HeldLists>()
  held.set(database, byProgramme)
  const before = byProgramme.get(programme)
  if (before?.head === head) return before.lists
  const lists = read()
  byProgramme.set(programme, { head, lists })
  lists.catch(() => byProgramme.delete(programme)) // what failed is read again; the asker is told
  return lists
}

export async function readListRecord(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
): Promise<ListRecord> {
  return {
    lists: await listLists(db, programme),
    versions: await listVersions(db, programme),
    entries: await listListEntries(db, programme),
    presentations: await listPresentations(db, programme),
    responses: await listResponses(db, keyring, programme),
  }
}

/**
 * The lists with the register of these cases, and what is asked of it besides the histories. Names are
 * left unread for those who may not read them.
 */
export async function openListsWith(
  context: Context,
  programme: ProgrammeId,
  casesOf: (part: ListPart) => Iterable<CaseId>,
  wanted: Pick<PartWanted, 'names' | 'contacts' | 'consents'> = {},
): Promise<ListsWithRegister> {
  const part = await openLists(context, programme)
  const cases = [...new Set(casesOf(part))]
  const { keyring, head } = part
  const names = wanted.names === true && may(context.person, 'register.read')
  const read = () =>
    atOneMoment(context.database, async (db) => {
      const rows = await readPartOfCases({ db, keyring, programme }, cases, {
        ...wanted,
        names,
        events: true,
      })
      const of = { column: 'subject_id', values: subjectsIn(rows) }
      const overrides = wanted.consents
        ? await listConsentOverrides(db, keyring, programme, of)
        : []
      return { rows, overrides, register: openRegister(rows, part.options) }
    })
  // What names people is read each time; histories alone are kept while nothing was added.
  const isPlain = !names && !wanted.contacts && !wanted.consents
  const found = isPlain
    ? await keptHistories(context.database, `${programme} ${head} ${cases.join(' ')}`, read)
    : await read()
  return { ...part, ...found }
}

type Histories = Pick<ListsWithRegister, 'rows' | 'overrides' | 'register'>
const MOST_HISTORIES = 8
const histories = new WeakMap<Database, Map<string, Promise<Histories>>>()

function keptHistories(
  database: Database,
  key: string,
  read: () => Promise<Histories>,
): Promise<Histories> {
  const kept = histories.get(database) ?? new Map<string, Promise<Histories>>()
  histories.set(database, kept)
  const before = kept.get(key)
  if (before) return before
  const found = read()
  kept.set(key, found)
  found.catch(() => kept.delete(key)) // what failed is read again; the asker is told
  for (const oldest of [...kept.keys()].slice(0, -MOST_HISTORIES)) kept.delete(oldest)
  return found
}

/** Everything that bears on these cases: their subjects, those merged with them, their families. */
export async function readPartOfCases(
  source: PartSource,
  cases: readonly CaseId[],
  wanted: PartWanted,
): Promise<RegisterRecord> {
  const { db, keyring, programme } = source
  const subjects = [...new Set((await findSubjects(db, programme, cases)).values())]
  const members =
    subjects.length === 0
      ? []
      : await listFamilyMembers(db, programme, { column: 'family_id', values: subjects })
  const families = new Set<SubjectId>(members.map(({ family }) => family))
  const persons = [
    // What is no family is a person.
    ...subjects.filter((id): id is PersonId => !families.has(id)),
    ...members.map(({ person }) => person),
  ]
  const part = await readRegisterPart(source, [...new Set(persons)], wanted)
  const there = new Set(part.cases.map(({ id }) => id))
  const missing = cases.filter((id) => !there.has(id))
  if (missing.length === 0) return part
  // A family without a member on record: its case is on no one's account.
  return {
    ...part,
    cases: [...part.cases, ...(await listCases(db, programme, { column: 'id', values: missing }))],
    caseEvents: wanted.events
      ? [
          ...part.caseEvents,
          ...(await listCaseEvents(db, keyring, programme, { column: 'case_id', values: missing })),
        ]
      : part.caseEvents,
  }
}

/** Persons and families that these rows are about. */
export function subjectsIn({ cases, families, persons }: RegisterRecord): readonly SubjectId[] {
  return [
    ...new Set<SubjectId>([
      ...cases.map(({ subject }) => subject),
      ...families.flatMap(({ family, person }) => [family, person]),
      ...persons.map(({ person }) => person),
    ]),
  ]
}

/** The list of that id, title or number as known on the day. Throws `ActionRefused` (not-found). */
export function requireList(
  { lists }: ListPart,
  name: string,
  knownOn: CalendarDate,
): RepresentationList {
  const list = findList(lists, name, knownOn)
  if (!list)
    throw new ActionRefused('not-found', `There is no list “${name}” on record by ${knownOn}.`)
  return list
}

/** Every case that was ever on one of these lists; on all where none is named. */
export function casesOnLists({ lists }: ListPart, which?: ReadonlySet<ListId>): readonly CaseId[] {
  const entries = which ? lists.entries.filter(({ list }) => which.has(list)) : lists.entries
  return entries.map((entry) => entry.case)
}
