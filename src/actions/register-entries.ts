/**
 * What the forms of the register write: read as the rows that they would be in the files of a
 * programme folder, held against what is on record, and appended. Whoever has refused that we hold
 * data about them is not written about further, unless someone has answered for that by name.
 */
import type { FamilyId, PersonId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { consentOn } from '../domain/access/consent-standing.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { NO_PARTS } from '../exchange/folder-content.ts'
import { listConsentOverrides, listConsents } from '../store/consents.ts'
import { listErasures } from '../store/erasures.ts'
import { listFamilyMembers } from '../store/families.ts'
import { listPersonNames } from '../store/persons.ts'
import type { OpenAction } from '../store/database/append.ts'
import type { Writer } from '../store/database/reader-writer.ts'
import type { Permission } from '../domain/access/may.ts'
import { act, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import type { Recorded } from './evidence.ts'
import { EntryRefused } from './form-entries.ts'
import { keyringOf } from './keyring.ts'
import { recordOf } from './record-cache.ts'
import { compareRegister, writeRegister } from './register-import.ts'
import { readRegisterPart, type PartSource } from './register-part.ts'

/** An action that is open, and what it may look up. */
export type Entering = PartSource & {
  readonly db: Writer
  readonly action: OpenAction
  readonly context: Context
  readonly record: ProgrammeRecord
}

type Rows = Partial<RegisterRecord>

/** The rows get their entry numbers from the store. */
export const UNNUMBERED = 0

/** Opens an action on the register. Throws `ActionRefused`, and nothing is written then. */
export async function entering<T>(
  context: Context,
  programme: ProgrammeId,
  subject: string,
  work: (entering: Entering) => Promise<T>,
  permission: Permission = 'register.record',
): Promise<T> {
  const record = await recordOf(context, programme)
  const keyring = await keyringOf(context)
  return act(context, { permission, programme, subject }, (db, action) =>
    work({ db, action, context, record, keyring, programme }),
  )
}

/** Appends what is new among the rows. */
export async function writeRows(
  { db, action, context, record, keyring, programme }: Entering,
  rows: Rows,
): Promise<Recorded> {
  const parts = { ...NO_PARTS, register: { ...NO_PARTS.register, ...rows } }
  const found = await compareRegister(db, keyring, programme, parts, {
    today: context.today,
    sources: record.sources,
    claims: record.programme.claims,
  })
  const [erased] = found.erased
  if (erased !== undefined) throw new ActionRefused('invalid', `"${erased}" has been erased.`)
  await writeRegister(db, action, keyring, found)
  const { persons, families, cases, caseEvents, contacts, consents, merges } = found
  const all = [persons, families, cases, caseEvents, contacts, consents, merges]
  return {
    taken: sum(all.map(({ rows: taken }) => taken.length)),
    unchanged: sum(all.map(({ unchanged }) => unchanged)),
  }
}

/** `p-1f0c…`, a short id that is not taken; `isTaken` looks it up. */
export async function proposedId(
  { context }: Entering,
  letter: 'p' | 'f' | 'c',
  isTaken: (id: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const id = `${letter}-${context.newId().replaceAll('-', '').slice(-8)}`
    if (!(await isTaken(id))) return id
  }
}

export async function isPerson(
  { db, keyring, programme }: PartSource,
  id: string,
): Promise<boolean> {
  return (await listPersonNames(db, keyring, programme, [id])).length > 0
}

export async function isFamily({ db, programme }: PartSource, id: string): Promise<boolean> {
  const among = { column: 'family_id', values: [id] }
  return (await listFamilyMembers(db, programme, among)).length > 0
}

/** Refuses to write about someone who was erased or has refused to be held, unless that was overridden. */
export async function requireHold(
  entering: PartSource & Pick<Entering, 'context'>,
  subject: SubjectId,
): Promise<void> {
  const { db, keyring, programme, context } = entering
  const erased = (await listErasures(db, programme)).some((each) => each.subject === subject)
  if (erased) throw new ActionRefused('invalid', `"${subject}" has been erased.`)
  const part = await readRegisterPart(entering, await personsOfSubject(entering, subject), {})
  const families = [...new Set(part.families.map(({ family }) => family))]
  const entries = new Set<PersonId>([
    ...(await personsOfSubject(entering, subject)),
    ...part.merges.flatMap(({ kept, merged }) => [kept, merged]),
  ])
  const subjects = [...entries, ...families]
  const among = { column: 'subject_id', values: subjects }
  const consents = await listConsents(db, keyring, programme, among)
  const isFamilyItself = families.includes(subject as FamilyId) // compared as text
  const { standing } = consentOn(
    consents,
    { persons: isFamilyItself ? [[]] : [[...entries]], families },
    'hold',
    context.today,
    context.today,
  )
  if (standing !== 'no' && standing !== 'withdrawn') return
  const overrides = await listConsentOverrides(db, keyring, programme, among)
  if (overrides.some(({ use }) => use === 'hold')) return
  const sentence = `Consent to hold data about "${subject}" was ${standing === 'no' ? 'refused' : 'withdrawn'}: nothing more is recorded, unless someone answers for it by name under Consent.`
  throw new ActionRefused('not-allowed', sentence)
}

/** The person, or the members of the family, those abroad included. */
export async function personsOfSubject(
  { db, programme }: PartSource,
  subject: SubjectId,
): Promise<PersonId[]> {
  const among = { column: 'family_id', values: [subject] }
  const members = await listFamilyMembers(db, programme, among)
  return members.length > 0 ? members.map(({ person }) => person) : [subject as PersonId] // no family
}

/** Refuses a field, with the sentence for it. */
export function refuseField(field: string, detail: string): EntryRefused {
  return new EntryRefused(detail, [{ pointer: `/${field}`, detail }])
}

/** The row that is meant, as it stands. Throws `ActionRefused`: not-found, out-of-date. */
export function standingEntry<T extends { entry: number; withdrawn: string | null }>(
  rows: readonly T[],
  entry: number,
): T {
  const row = rows.find((each) => each.entry === entry)
  if (!row) throw new ActionRefused('not-found', `There is no entry ${entry} here.`)
  if (row.withdrawn !== null)
    throw new ActionRefused(
      'out-of-date',
      `Entry ${entry} is withdrawn already, from ${row.withdrawn}.`,
    )
  return row
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
