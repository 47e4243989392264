/**
 * Erases persons or families: their keys are destroyed, so that what was said about them stays in the
 * store and in every copy made later and can be read by no one. A tombstone says who erased them, when
 * and on what ground, and keeps the counts over their cases as someone approved them (rules R210–R213).
 */
import type { CaseId, ProgrammeId } from '../domain/basics/ids.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { keyOfEngagement, listEngagements } from '../store/engagements.ts'
import { insertErasures, listErasures, type Erasure } from '../store/erasures.ts'
import { listFamilyMembers } from '../store/families.ts'
import { keyOfPaper, listKeptPapers } from '../store/kept-papers.ts'
import { listMerges } from '../store/merges.ts'
import { listNameDecisions } from '../store/name-decisions.ts'
import { findPersonAmong } from '../store/persons.ts'
import { forgetOldKeys } from '../store/protection/forget-old-keys.ts'
import {
  destroyKeys,
  keyOfPair,
  listErased,
  type Keyring,
} from '../store/protection/subject-keys.ts'
import { listListEntries } from '../store/representation-lists.ts'
import { act, requirePermission, type Context } from './context.ts'
import { appendToJournal } from './erasure-journal.ts'
import { ActionRefused } from './errors.ts'
import { keyringOf } from './keyring.ts'

export type { Erasure }

/** What an erasure would touch, for the person who approves it. */
export type ErasurePreview = {
  readonly subject: string
  /** Ids under which the same person stands too; each is erased by itself. */
  readonly mergedWith: readonly string[]
  readonly families: readonly string[]
  readonly cases: readonly CaseId[]
  /** On which a case stood of this subject, of the person's family, or of the same person's other ids. */
  readonly lists: readonly string[]
  /** Papers handed over that may hold the name, and engagements whose words may: by the id of their key. */
  readonly papers: readonly string[]
  readonly engagements: readonly string[]
  /** What can be counted over the cases now, to be approved: rows of events by kind, and entries of lists. */
  readonly counts: Readonly<Record<string, number>>
}

export type ErasureRequest = {
  readonly subjects: readonly string[]
  /** Why: a request of the person, a court, an end of the purpose. Without a name in it. */
  readonly ground: string
  readonly counts: Readonly<Record<string, unknown>>
  readonly approvedBy: string
  /** Keys of papers and engagements that go with it, as the preview names them. */
  readonly also?: readonly string[]
}

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function previewErasure(
  context: Context,
  programme: ProgrammeId,
  subject: string,
): Promise<ErasurePreview> {
  requirePermission(context, 'person.erase')
  const keyring = await keyringOf(context)
  const { database: db } = context
  await requireSubject(db, programme, subject)
  const ids = await casesOf(db, programme, [subject])
  const ofCases = { column: 'case_id', values: ids }
  const events = await listCaseEvents(db, keyring, programme, ofCases)
  const entries = await listListEntries(db, programme, ofCases)
  const papers = await listKeptPapers(db, programme)
  const engagements = await listEngagements(db, keyring, programme)
  const counts: Record<string, number> = { cases: ids.length, 'list entries': entries.length }
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1
  const merges = await mergesOf(db, keyring, programme, [subject])
  const mergedWith = [...new Set(merges.flat())].filter((id) => id !== subject)
  const families = await familiesOf(db, programme, [subject])
  // A name stands where the cases of the family were raised too, and those under another id.
  const around = [...mergedWith, ...families, ...(await familiesOf(db, programme, mergedWith))]
  const named = [...ids, ...(await casesOf(db, programme, around))]
  const onLists = await listListEntries(db, programme, { column: 'case_id', values: named })
  const lists = [...new Set(onLists.map(({ list }) => list))]
  const isConcerned = (each: { cases: readonly CaseId[]; lists: readonly string[] }) =>
    each.cases.some((id) => named.includes(id)) ||
    each.lists.some((id) => lists.some((list) => list === id))
  return {
    subject,
    mergedWith,
    families,
    cases: ids,
    lists,
    papers: papers.filter(({ list }) => lists.includes(list)).map(({ id }) => keyOfPaper(id)),
    engagements: [...new Set(engagements.filter(isConcerned).map(({ id }) => keyOfEngagement(id)))],
    counts,
  }
}

/** Who was erased, in the order of erasure. Throws `ActionRefused` (not-allowed). */
export async function erasuresOf(context: Context, programme: ProgrammeId): Promise<Erasure[]> {
  requirePermission(context, 'register.read')
  return listErasures(context.database, programme)
}

/**
 * Erases. It cannot be undone, and copies made before still hold keys: the journal repeats it when one
 * is restored. Throws `ActionRefused`: not-found, not-allowed, invalid.
 */
export async function eraseSubjects(
  context: Context,
  programme: ProgrammeId,
  { subjects, ground, counts, approvedBy, also = [] }: ErasureRequest,
): Promise<void> {
  requirePermission(context, 'person.erase')
  const journal = context.erasureJournal
  if (journal === undefined)
    throw new ActionRefused('invalid', 'There is no journal for erasures; nothing was erased.')
  if (subjects.length === 0) throw new ActionRefused('invalid', 'Say who is to be erased.')
  if (ground.trim() === '') throw new ActionRefused('invalid', 'An erasure needs its ground.')
  if (approvedBy.trim() === '')
    throw new ActionRefused('invalid', 'Say who approved the counts that stay.')
  const keyring = await keyringOf(context)
  const subject = subjects.join(', ')
  await act(context, { permission: 'person.erase', programme, subject }, async (tx, action) => {
    for (const id of subjects) await requireSubject(tx, programme, id)
    const [gone] = await listErased(tx, programme, subjects)
    if (gone !== undefined) throw new ActionRefused('invalid', `"${gone}" was erased before.`)
    const keys = [...also, ...(await pairsOf(tx, keyring, programme, subjects))]
    const erasures = subjects.map((id) => ({
      subject: id,
      on: context.today,
      by: context.person.name,
      ground,
      counts,
      approvedBy,
      also: keys,
    }))
    await insertErasures(tx, action, erasures)
    await destroyKeys(tx, programme, [...subjects, ...keys])
    // Last: were the store to fail after it, a restore would erase what was to be erased anyway.
    const lines = subjects.map((id) => ({ programme, subject: id, on: context.today, also: keys }))
    await appendToJournal(journal, lines)
  })
  await forgetOldKeys(context.database)
}

/** The keys of what was written about one of these and someone else at once. */
async function pairsOf(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  subjects: readonly string[],
): Promise<string[]> {
  const merges = await mergesOf(db, keyring, programme, subjects)
  const keys = new Set(merges.map(([kept, merged]) => keyOfPair(kept, merged)))
  for (const column of ['person_id', 'other_id']) {
    const which = { column, values: subjects }
    for (const { person, other } of await listNameDecisions(db, keyring, programme, which))
      keys.add(keyOfPair(person, 'person' in other ? other.person : other.row))
  }
  return [...keys]
}

async function casesOf(
  db: Reader,
  programme: ProgrammeId,
  subjects: readonly string[],
): Promise<CaseId[]> {
  const cases = await listCases(db, programme, { column: 'subject_id', values: subjects })
  return [...new Set(cases.map(({ id }) => id))]
}

async function familiesOf(
  db: Reader,
  programme: ProgrammeId,
  persons: readonly string[],
): Promise<string[]> {
  const rows = await listFamilyMembers(db, programme, { column: 'person_id', values: persons })
  return [...new Set(rows.map(({ family }) => family))]
}

async function mergesOf(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  values: readonly string[],
): Promise<[kept: string, merged: string][]> {
  const kept = await listMerges(db, keyring, programme, { column: 'kept_id', values })
  const merged = await listMerges(db, keyring, programme, { column: 'merged_id', values })
  return [...kept, ...merged].map((merge) => [merge.kept, merge.merged])
}

async function requireSubject(db: Reader, programme: ProgrammeId, subject: string): Promise<void> {
  if ((await findPersonAmong(db, programme, [subject])) !== undefined) return
  const which = { column: 'family_id', values: [subject] }
  if ((await listFamilyMembers(db, programme, which)).length > 0) return
  throw new ActionRefused('not-found', `There is no person or family "${subject}".`)
}
