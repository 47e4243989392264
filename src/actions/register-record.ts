/**
 * Reads the register and the lists of a programme: all of them, or what belongs to some cases or
 * persons. Whoever shows a person what was read notes it with `noteReading`; these functions are also
 * what counts are made from, and counting shows no one.
 */
import type { CaseId, ListId, PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import { listConsents } from '../store/consents.ts'
import { listContacts } from '../store/contacts.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listEngagements } from '../store/engagements.ts'
import { listErasures, type Erasure } from '../store/erasures.ts'
import { listFamilyMembers } from '../store/families.ts'
import { listResponses } from '../store/list-responses.ts'
import { listMerges } from '../store/merges.ts'
import { listPersonNames, readPersonNames } from '../store/persons.ts'
import { atOneMoment } from '../store/programme-records.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import {
  listListEntries,
  listLists,
  listPresentations,
  listVersions,
} from '../store/representation-lists.ts'
import { requirePermission, type Context } from './context.ts'
import { keyringOf } from './keyring.ts'

/** Which part of the register: these cases with all that belongs to them, and these persons. */
export type RegisterPart = {
  readonly cases?: readonly CaseId[]
  readonly persons?: readonly PersonId[]
}

export type ReadRegister = {
  readonly register: RegisterRecord
  /** Who was erased, by id. Their rows are there and say nothing: every sealed text is empty. */
  readonly erased: ReadonlyMap<string, Erasure>
}

/**
 * The register, or a part of it: with each case its subject, the persons of a family, whoever they
 * were merged with, and what else stands under the same subject. Throws `ActionRefused` (not-allowed)
 * and `StoreLocked`.
 */
export async function registerOf(
  context: Context,
  programme: ProgrammeId,
  part?: RegisterPart,
): Promise<ReadRegister> {
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  return atOneMoment(context.database, (tx) => readRegister(tx, keyring, programme, part))
}

/** The same within a transaction. */
export async function readRegister(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  part?: RegisterPart,
): Promise<ReadRegister> {
  const erasures = await listErasures(db, programme)
  const erased = new Map(erasures.map((each) => [each.subject, each]))
  const register = part
    ? await readPart(db, keyring, programme, part)
    : await readAll(db, keyring, programme)
  return { register, erased }
}

/** All lists, or those asked for, in the order of writing. Throws `ActionRefused` and `StoreLocked`. */
export async function listRecordOf(
  context: Context,
  programme: ProgrammeId,
  lists?: readonly ListId[],
): Promise<ListRecord> {
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  return atOneMoment(context.database, (tx) => readLists(tx, keyring, programme, lists))
}

/** The same within a transaction. */
export async function readLists(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  lists?: readonly ListId[],
): Promise<ListRecord> {
  const by = (column: string) => (lists ? { column, values: lists } : {})
  return {
    lists: await listLists(db, programme, by('id')),
    versions: await listVersions(db, programme, by('list_id')),
    entries: await listListEntries(db, programme, by('list_id')),
    presentations: await listPresentations(db, programme, by('list_id')),
    responses: await listResponses(db, keyring, programme, by('list_id')),
  }
}

/** Every engagement row, in the order of writing. Throws `ActionRefused` and `StoreLocked`. */
export async function engagementsOf(
  context: Context,
  programme: ProgrammeId,
): Promise<EngagementEntry[]> {
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  return listEngagements(context.database, keyring, programme)
}

/**
 * All names entered after an entry number, page by page, without those of erased persons: what the
 * index of names is built from. Throws `ActionRefused` and `StoreLocked`.
 */
export async function* namesOf(
  context: Context,
  programme: ProgrammeId,
  after = 0,
): AsyncGenerator<PersonName[]> {
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  yield* readPersonNames(context.database, keyring, programme, after)
}

async function readAll(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
): Promise<RegisterRecord> {
  return {
    persons: await listPersonNames(db, keyring, programme),
    families: await listFamilyMembers(db, programme),
    cases: await listCases(db, programme),
    caseEvents: await listCaseEvents(db, keyring, programme),
    contacts: await listContacts(db, keyring, programme),
    consents: await listConsents(db, keyring, programme),
    merges: await listMerges(db, keyring, programme),
  }
}

async function readPart(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  { cases: asked = [], persons: named = [] }: RegisterPart,
): Promise<RegisterRecord> {
  const by = (column: string, values: Iterable<string>) => ({ column, values: [...values] })
  const subjects = new Set<string>(named)
  for (const { subject } of await listCases(db, programme, by('id', asked))) subjects.add(subject)
  const families = await widen(db, keyring, programme, subjects)
  const cases = await listCases(db, programme, by('subject_id', subjects))
  const caseIds = new Set<string>([...asked, ...cases.map(({ id }) => id)])
  const rowsOfCases = await listCases(db, programme, by('id', caseIds))
  return {
    persons: await listPersonNames(db, keyring, programme, [...subjects]),
    families,
    cases: rowsOfCases,
    caseEvents: await listCaseEvents(db, keyring, programme, by('case_id', caseIds)),
    contacts: await listContacts(db, keyring, programme, by('subject_id', subjects)),
    consents: await listConsents(db, keyring, programme, by('subject_id', subjects)),
    merges: await mergesAmong(db, keyring, programme, subjects),
  }
}

/**
 * Adds to the subjects who belongs to them, until no one is missing: the families of a person, the
 * persons of a family, and those merged with either. Returns the rows of those families.
 */
async function widen(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  subjects: Set<string>,
): Promise<RegisterRecord['families']> {
  const families = new Set<string>()
  for (let fresh = [...subjects]; fresh.length > 0;) {
    const found = new Set<string>()
    const ofPersons = await listFamilyMembers(db, programme, { column: 'person_id', values: fresh })
    const ofFamilies = await listFamilyMembers(db, programme, {
      column: 'family_id',
      values: [...fresh, ...ofPersons.map(({ family }) => family)],
    })
    for (const { family, person } of ofFamilies) {
      families.add(family)
      found.add(family).add(person)
    }
    for (const { kept, merged } of await mergesAmong(db, keyring, programme, new Set(fresh)))
      found.add(kept).add(merged)
    fresh = [...found].filter((subject) => !subjects.has(subject))
    for (const subject of fresh) subjects.add(subject)
  }
  return listFamilyMembers(db, programme, { column: 'family_id', values: [...families] })
}

async function mergesAmong(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  subjects: ReadonlySet<string>,
): Promise<RegisterRecord['merges']> {
  const values = [...subjects]
  const kept = await listMerges(db, keyring, programme, { column: 'kept_id', values })
  const merged = await listMerges(db, keyring, programme, { column: 'merged_id', values })
  const all = new Map([...kept, ...merged].map((merge) => [merge.entry, merge]))
  return [...all.values()].sort((a, b) => a.entry - b.entry)
}
