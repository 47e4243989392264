/**
 * Which rows of a register, of lists and of engagements are new, and how they are written.
 *
 * A row that is on record with all its columns adds nothing; one that says something else about the
 * same is a correction; one that is missing withdraws nothing. What was erased does not come back:
 * its rows are passed over and named (rules R200–R206).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ProgrammeId, SourceId, SubjectId } from '../domain/basics/ids.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import { knownSince, registerOptionsOf } from '../domain/cases/case-history.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import { circleOfMerges } from '../domain/cases/merged-persons.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import { insertCaseEvents, listCaseEvents, type CountedEvent } from '../store/case-events.ts'
import { findSubjects, insertCases, listCases } from '../store/cases.ts'
import { insertConsents, listConsents } from '../store/consents.ts'
import { insertContacts, listContacts } from '../store/contacts.ts'
import type { OpenAction } from '../store/database/append.ts'
import type { Reader, Writer } from '../store/database/reader-writer.ts'
import type { KnownBy } from '../store/database/column-type.ts'
import { insertEngagements, keyOfEngagement, listEngagements } from '../store/engagements.ts'
import { insertFamilyMembers, listFamilyMembers } from '../store/families.ts'
import type { Entered } from '../store/known-by.ts'
import { insertResponses, listResponses } from '../store/list-responses.ts'
import { insertMerges, listMerges } from '../store/merges.ts'
import { findPersonAmong, insertPersonNames, listPersonNames } from '../store/persons.ts'
import { listErased, type Keyring } from '../store/protection/subject-keys.ts'
import {
  insertListEntries,
  insertLists,
  insertPresentations,
  insertVersions,
  listListEntries,
  listLists,
  listPresentations,
  listVersions,
} from '../store/representation-lists.ts'
import { ActionRefused } from './errors.ts'
import { newEvidence, publishedBySource, type KnownRules, type Sorted } from './new-rows.ts'
import {
  CASE_EVENTS,
  CASES,
  CONSENTS,
  CONTACTS,
  ENGAGEMENTS,
  ENTRIES,
  FAMILIES,
  LISTS,
  MERGES,
  newRows,
  PERSONS,
  PRESENTATIONS,
  RESPONSES,
  VERSIONS,
} from './register-kinds.ts'

export type RegisterParts = {
  readonly register: RegisterRecord
  readonly lists: ListRecord
  readonly engagements: readonly EngagementEntry[]
}

/** What the register does not say itself, as it stands after this import. */
export type RegisterRules = {
  readonly today: CalendarDate
  readonly sources: readonly Source[]
  /** Who speaks for the counterpart. */
  readonly claims: readonly string[]
}

export type NewRegister = Awaited<ReturnType<typeof compareRegister>>

/** Holds what comes in against what is on record. Throws `ActionRefused` (invalid). */
export async function compareRegister(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  given: RegisterParts,
  rules: RegisterRules,
) {
  const subjects = await subjectsOfCases(db, programme, given)
  const { parts, erased } = await withoutErased(db, programme, given, subjects)
  await refuseSharedIds(db, programme, parts.register)
  const { register, lists, engagements } = parts
  const among = (column: string, values: readonly string[]) => ({ column, values })
  const events = await listCaseEvents(
    db,
    keyring,
    programme,
    among('case_id', idsOf(register.caseEvents, 'case')),
  )
  const contacts = await listContacts(
    db,
    keyring,
    programme,
    among('subject_id', idsOf(register.contacts, 'subject')),
  )
  const known = knownRules(rules, [...events, ...contacts])
  const newEvents = newEvidence(CASE_EVENTS, events, register.caseEvents, known)
  const newResponses = newRows(
    RESPONSES,
    await listResponses(db, keyring, programme, among('list_id', idsOf(lists.responses, 'list'))),
    lists.responses,
  )
  return {
    erased,
    persons: newRows(
      PERSONS,
      await listPersonNames(db, keyring, programme, idsOf(register.persons, 'person')),
      register.persons,
    ),
    families: newRows(
      FAMILIES,
      await listFamilyMembers(
        db,
        programme,
        among('family_id', idsOf(register.families, 'family')),
      ),
      register.families,
    ),
    cases: newRows(
      CASES,
      await listCases(db, programme, among('id', idsOf(register.cases, 'id'))),
      register.cases,
    ),
    caseEvents: { ...newEvents, rows: counted(newEvents.rows, subjects, rules) },
    contacts: newEvidence(CONTACTS, contacts, register.contacts, known),
    consents: newRows(
      CONSENTS,
      await listConsents(
        db,
        keyring,
        programme,
        among('subject_id', idsOf(register.consents, 'subject')),
      ),
      register.consents,
    ),
    merges: await newMerges(db, keyring, programme, register.merges),
    lists: newRows(
      LISTS,
      await listLists(db, programme, among('id', idsOf(lists.lists, 'id'))),
      lists.lists,
    ),
    versions: newRows(
      VERSIONS,
      await listVersions(db, programme, among('list_id', idsOf(lists.versions, 'list'))),
      lists.versions,
    ),
    entries: newRows(
      ENTRIES,
      await listListEntries(db, programme, among('list_id', idsOf(lists.entries, 'list'))),
      lists.entries,
    ),
    presentations: newRows(
      PRESENTATIONS,
      await listPresentations(db, programme, among('list_id', idsOf(lists.presentations, 'list'))),
      lists.presentations,
    ),
    responses: {
      ...newResponses,
      rows: newResponses.rows.map((row) => ({ ...row, subject: subjectOf(subjects, row.case) })),
    },
    engagements: newRows(
      ENGAGEMENTS,
      await listEngagements(db, keyring, programme, among('id', idsOf(engagements, 'id'))),
      engagements,
    ),
  }
}

/** Writes what is new, what is referred to first. */
export async function writeRegister(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  found: NewRegister,
): Promise<void> {
  await insertPersonNames(tx, action, keyring, found.persons.rows)
  await insertFamilyMembers(tx, action, found.families.rows)
  await insertCases(tx, action, found.cases.rows)
  await insertCaseEvents(tx, action, keyring, found.caseEvents.rows)
  await insertContacts(tx, action, keyring, found.contacts.rows)
  await insertConsents(tx, action, keyring, found.consents.rows)
  await insertMerges(tx, action, keyring, found.merges.rows)
  await insertLists(tx, action, found.lists.rows)
  await insertVersions(tx, action, found.versions.rows)
  await insertListEntries(tx, action, found.entries.rows)
  await insertPresentations(tx, action, found.presentations.rows)
  await insertResponses(tx, action, keyring, found.responses.rows)
  await insertEngagements(tx, action, keyring, found.engagements.rows)
}

/**
 * The reading of a folder refuses a circle within it; one that only closes with merges on record is
 * refused here, since no register could be read with it (rules R160).
 */
async function newMerges(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  given: readonly MergeEntry[],
): Promise<Sorted<MergeEntry>> {
  if (given.length === 0) return { rows: [], unchanged: 0 }
  const onRecord = await listMerges(db, keyring, programme)
  const found = newRows(MERGES, onRecord, given)
  const circle = found.rows.length === 0 ? undefined : circleOfMerges([...onRecord, ...found.rows])
  if (circle)
    throw new ActionRefused(
      'invalid',
      `cases/merges.csv: with the merges on record, ${circle.map((person) => `"${person}"`).join(' and ')} are merged into one another in a circle. Undo one of them (undone) or keep the other id.`,
    )
  return found
}

/** Fills what SQL needs to count an event: since when it is known, and its verification as it counts. */
export function counted(
  events: readonly Entered<CaseEventEntry>[],
  subjects: ReadonlyMap<CaseId, SubjectId>,
  { today, sources, claims }: RegisterRules,
): CountedEvent[] {
  const options = registerOptionsOf(sources, claims, () => today)
  const isOutside = (source: SourceId | null) =>
    source !== null && !options.speaksForCounterpart(source)
  return events.map((event) => ({
    ...event,
    subject: subjectOf(subjects, event.case),
    knownOn: knownSince({ ...event, entry: 0 }, options),
    effective: event.verification ?? (isOutside(event.source) ? 'confirmed' : 'unknown'),
  }))
}

async function subjectsOfCases(
  db: Reader,
  programme: ProgrammeId,
  { register, lists }: RegisterParts,
): Promise<Map<CaseId, SubjectId>> {
  const cases = [...idsOf(register.caseEvents, 'case'), ...idsOf(lists.responses, 'case')]
  const subjects = await findSubjects(db, programme, cases as CaseId[]) // ids of cases, as text
  for (const { id, subject } of register.cases) subjects.set(id, subject)
  return subjects
}

function subjectOf(subjects: ReadonlyMap<CaseId, SubjectId>, id: CaseId): SubjectId {
  const subject = subjects.get(id)
  if (subject === undefined)
    throw new ActionRefused('invalid', `The case "${id}" is not on record.`)
  return subject
}

/** What is left when everything about erased subjects is taken out, and who they are. */
async function withoutErased(
  db: Reader,
  programme: string,
  { register, lists, engagements }: RegisterParts,
  subjects: ReadonlyMap<CaseId, SubjectId>,
): Promise<{ parts: RegisterParts; erased: readonly string[] }> {
  const named = new Set<string>([
    ...idsOf(register.persons, 'person'),
    ...idsOf(register.cases, 'subject'),
    ...idsOf(register.contacts, 'subject'),
    ...idsOf(register.consents, 'subject'),
    ...idsOf(register.merges, 'kept'),
    ...idsOf(register.merges, 'merged'),
    ...subjects.values(),
    ...engagements.map(({ id }) => keyOfEngagement(id)),
  ])
  const erased = await listErased(db, programme, [...named])
  if (erased.length === 0) return { parts: { register, lists, engagements }, erased }
  const gone = new Set<string>(erased)
  const isThere = (id: CaseId) => !gone.has(subjects.get(id) ?? '')
  return {
    parts: {
      register: {
        ...register,
        persons: register.persons.filter(({ person }) => !gone.has(person)),
        cases: register.cases.filter(({ subject }) => !gone.has(subject)),
        caseEvents: register.caseEvents.filter((event) => isThere(event.case)),
        contacts: register.contacts.filter(({ subject }) => !gone.has(subject)),
        consents: register.consents.filter(({ subject }) => !gone.has(subject)),
        merges: register.merges.filter(({ kept, merged }) => !gone.has(kept) && !gone.has(merged)),
      },
      lists: { ...lists, responses: lists.responses.filter((each) => isThere(each.case)) },
      engagements: engagements.filter(({ id }) => !gone.has(keyOfEngagement(id))),
    },
    erased,
  }
}

/** A person and a family never share an id, neither in what comes in nor with what is on record. */
async function refuseSharedIds(
  db: Reader,
  programme: ProgrammeId,
  { persons, families }: RegisterRecord,
): Promise<void> {
  const ofPersons = new Set<string>(idsOf(persons, 'person'))
  const ofFamilies = new Set<string>(idsOf(families, 'family'))
  const among = { column: 'family_id', values: [...ofPersons] }
  const [clash] = await listFamilyMembers(db, programme, among)
  const shared = clash?.family ?? (await findPersonAmong(db, programme, [...ofFamilies]))
  if (shared !== undefined)
    throw new ActionRefused(
      'invalid',
      `"${shared}" is a person and a family; on record it is the other. Give one of them another id.`,
    )
}

type Filled = { readonly entry: number; readonly knownBy: KnownBy | null }

function knownRules({ today, sources }: RegisterRules, onRecord: readonly Filled[]): KnownRules {
  const filled = new Map<number, KnownBy>()
  for (const { entry, knownBy } of onRecord)
    if (knownBy !== null && knownBy !== 'stated') filled.set(entry, knownBy)
  return { today, publishedOf: publishedBySource(sources), filled }
}

function idsOf<K extends string>(
  rows: readonly { readonly [key in K]: string }[],
  key: K,
): string[] {
  return [...new Set(rows.map((row) => row[key]))]
}
