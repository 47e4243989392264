/**
 * A part of the register: some persons with everything that bears on them, so that the rules read it as
 * they would read the whole: who they were merged with, their families with all members, the cases of
 * both, what happened in them, contacts, consents.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { registerOptionsOf, type RegisterOptions } from '../domain/cases/case-history.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import { listConsents } from '../store/consents.ts'
import { listContacts } from '../store/contacts.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listFamilyMembers } from '../store/families.ts'
import { listMerges } from '../store/merges.ts'
import { listPersonNames } from '../store/persons.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { hasMergeAmong } from '../store/register-walk.ts'

/** Where a part is read from, all of it at one moment. */
export type PartSource = {
  readonly db: Reader
  readonly keyring: Keyring
  readonly programme: ProgrammeId
}

/** What is not needed can be left unread. */
export type PartWanted = {
  readonly names?: boolean
  readonly events?: boolean
  readonly contacts?: boolean
  readonly consents?: boolean
}

const EVERYTHING: PartWanted = { names: true, events: true, contacts: true, consents: true }

/** The part of the register that bears on these persons. */
export async function readRegisterPart(
  source: PartSource,
  persons: readonly PersonId[],
  wanted: PartWanted = EVERYTHING,
): Promise<RegisterRecord> {
  const { db, keyring, programme } = source
  const merges = await mergesAbout(source, persons)
  const entries = [
    ...new Set([...persons, ...merges.flatMap(({ kept, merged }) => [kept, merged])]),
  ]
  const own = await listFamilyMembers(db, programme, { column: 'person_id', values: entries })
  const families = [...new Set(own.map(({ family }) => family))]
  const members =
    families.length === 0
      ? []
      : await listFamilyMembers(db, programme, { column: 'family_id', values: families })
  const all = [...new Set([...entries, ...members.map(({ person }) => person)])]
  const subjects = [...entries, ...families]
  const ofSubjects = { column: 'subject_id', values: subjects }
  const cases = await listCases(db, programme, ofSubjects)
  const ids = [...new Set(cases.map(({ id }) => id))]
  return {
    persons: wanted.names ? await listPersonNames(db, keyring, programme, all) : [],
    families: members,
    cases,
    caseEvents:
      wanted.events && ids.length > 0
        ? await listCaseEvents(db, keyring, programme, { column: 'case_id', values: ids })
        : [],
    contacts: wanted.contacts ? await listContacts(db, keyring, programme, ofSubjects) : [],
    consents: wanted.consents ? await listConsents(db, keyring, programme, ofSubjects) : [],
    merges,
  }
}

/** The merges that these persons have part in, and those that these lead to. */
export async function mergesAbout(
  { db, keyring, programme }: PartSource,
  persons: readonly PersonId[],
): Promise<MergeEntry[]> {
  const found = new Map<number, MergeEntry>()
  const seen = new Set<PersonId>()
  for (let next: readonly PersonId[] = persons; next.length > 0;) {
    for (const person of next) seen.add(person)
    // Few persons were ever merged: asked first, since it spares the rest.
    if (!(await hasMergeAmong(db, programme, next))) break
    const entries = [
      ...(await listMerges(db, keyring, programme, { column: 'kept_id', values: next })),
      ...(await listMerges(db, keyring, programme, { column: 'merged_id', values: next })),
    ]
    for (const merge of entries) found.set(merge.entry, merge)
    const named = new Set(entries.flatMap((merge) => [merge.kept, merge.merged]))
    next = [...named].filter((person) => !seen.has(person))
  }
  return [...found.values()].toSorted((a, b) => a.entry - b.entry)
}

/** How rows of the register are dated and who speaks, from what else is on record. */
export function optionsOf({ programme, sources }: ProgrammeRecord): RegisterOptions {
  return registerOptionsOf(sources, programme.claims)
}
