/** Puts persons, their names, families and merges on record. */
import type { FamilyId, PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { circleOfMerges, mergesKnownOn, MergedPersons } from '../domain/cases/merged-persons.ts'
import type { FamilyMember } from '../domain/cases/family-unit.ts'
import type { PersonName } from '../domain/cases/person.ts'
import { REGISTER_COLUMNS } from '../exchange/register-columns.ts'
import { readFamilies, readPersons } from '../exchange/read-persons.ts'
import { listMerges } from '../store/merges.ts'
import { listPersonNames } from '../store/persons.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import type { Recorded } from './evidence.ts'
import { noReferences, rowReader, taken, type Typed } from './form-entries.ts'
import {
  entering,
  isFamily,
  isPerson,
  proposedId,
  refuseField,
  requireHold,
  standingEntry,
  UNNUMBERED,
  writeRows,
  type Entering,
} from './register-entries.ts'
import { readRegisterPart } from './register-part.ts'

const readName = rowReader<PersonName>('persons', REGISTER_COLUMNS.persons.all, readPersons)
const readMember = rowReader<FamilyMember>('families', REGISTER_COLUMNS.families.all, readFamilies)

/** Puts a person on record by one name. All of these throw `ActionRefused`. */
export function enterPerson(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<{ readonly id: PersonId }> {
  return entering(context, programme, 'person_name', async (open) => {
    const isTaken = async (id: string) => (await isPerson(open, id)) || (await isFamily(open, id))
    const given = (typed['id'] ?? '').trim()
    if (given !== '' && (await isTaken(given)))
      throw refuseField('id', `"${given}" is in the register already.`)
    const id = given || (await proposedId(open, 'p', isTaken))
    const name = taken(readName({ ...typed, id }, noReferences()))
    await writeRows(open, { persons: [{ ...name, entry: UNNUMBERED }] })
    return { id: name.person }
  })
}

/** Adds a name, or corrects one: what it replaces is withdrawn in the same action. */
export function enterName(
  context: Context,
  programme: ProgrammeId,
  person: PersonId,
  typed: Typed,
  replaces: number | null,
): Promise<Recorded> {
  return entering(context, programme, 'person_name', async (open) => {
    await requirePerson(open, person)
    await requireHold(open, person)
    const name = taken(readName({ ...typed, id: person }, noReferences()))
    const rows: PersonName[] = [{ ...name, entry: UNNUMBERED }]
    if (replaces !== null) {
      const { db, keyring } = open
      const own = await listPersonNames(db, keyring, programme, [person])
      const before = standingEntry(own, replaces)
      const isSame =
        before.name === name.name && before.script === name.script && before.kind === name.kind
      // About the same name the later row stands; another name stands beside one that is taken back.
      if (!isSame) rows.unshift({ ...before, withdrawn: context.today })
    }
    return writeRows(open, { persons: rows })
  })
}

/** Puts a person into a family; a family begins with its first member. */
export function enterFamilyMember(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<{ readonly id: FamilyId }> {
  return entering(context, programme, 'family_member', async (open) => {
    const references = noReferences()
    const person = (typed['person'] ?? '').trim()
    if (person !== '' && (await isPerson(open, person))) references.persons.add(person)
    const isTaken = async (id: string) => (await isPerson(open, id)) || (await isFamily(open, id))
    const given = (typed['family'] ?? '').trim()
    if (given !== '' && (await isPerson(open, given)))
      throw refuseField('family', `"${given}" is the id of a person; a family needs another.`)
    const family = given || (await proposedId(open, 'f', isTaken))
    const member = taken(readMember({ ...typed, family }, references))
    await requireHold(open, member.person)
    await writeRows(open, { families: [{ ...member, entry: UNNUMBERED }] })
    return { id: member.family }
  })
}

export type TypedMerge = {
  readonly kept: string
  readonly merged: string
  readonly by: string
  readonly reason: string
}

/** Says that two entries are one person, known from today; both histories stay. */
export function mergePersons(
  context: Context,
  programme: ProgrammeId,
  typed: TypedMerge,
): Promise<Recorded> {
  const work = (open: Entering) => mergeWithin(open, typed)
  return entering(context, programme, 'person_merge', work, 'match.decide')
}

/** The same in an action that is open. */
export async function mergeWithin(open: Entering, typed: TypedMerge): Promise<Recorded> {
  const kept = typed.kept.trim() as PersonId
  const merged = typed.merged.trim() as PersonId
  for (const [field, id] of [['kept', kept] as const, ['merged', merged] as const])
    if (!(await isPerson(open, id)))
      throw refuseField(field, `There is no person "${id}" in the register.`)
  if (kept === merged) throw refuseField('merged', 'Pick another entry than the one itself.')
  const { merges } = await readRegisterPart(open, [kept, merged], {})
  const { today } = open.context
  const persons = new MergedPersons(merges, today)
  if (persons.rootOf(kept) === persons.rootOf(merged))
    throw refuseField('merged', `"${merged}" and "${kept}" are one person already.`)
  const merge = {
    entry: UNNUMBERED,
    ...{ kept, merged, known: today, by: typed.by.trim(), reason: typed.reason.trim() },
    undone: null,
  }
  if (!mergesKnownOn([...merges, merge], today).some((each) => isSamePair(each, merge)))
    throw new ActionRefused(
      'out-of-date',
      'This merge was undone today. It can be made again from tomorrow on.',
    )
  if (circleOfMerges([...merges, merge]))
    throw refuseField('merged', 'Then nobody would stand for the person: keep the other id.')
  return writeRows(open, { merges: [merge] })
}

/** From today on the two are counted as two again; days of knowledge before it stay as they were. */
export function undoMerge(
  context: Context,
  programme: ProgrammeId,
  asked: { readonly entry: number; readonly kept: string },
): Promise<Recorded> {
  const work = (open: Entering) => undoWithin(open, asked)
  return entering(context, programme, 'person_merge', work, 'match.decide')
}

/** The same in an action that is open. */
export async function undoWithin(
  open: Entering,
  { entry, kept }: { readonly entry: number; readonly kept: string },
): Promise<Recorded> {
  const { db, keyring, programme, context } = open
  const all = await listMerges(db, keyring, programme, { column: 'kept_id', values: [kept] })
  const merge = all.find((each) => each.entry === entry)
  if (!merge) throw new ActionRefused('not-found', `There is no merge ${entry} here.`)
  const isUndone = all.some(
    (each) => isSamePair(each, merge) && each.known === merge.known && each.undone !== null,
  )
  if (isUndone) throw new ActionRefused('out-of-date', 'This merge is undone already.')
  return writeRows(open, { merges: [{ ...merge, undone: context.today }] })
}

function isSamePair(
  a: { readonly kept: string; readonly merged: string },
  b: { readonly kept: string; readonly merged: string },
): boolean {
  return a.kept === b.kept && a.merged === b.merged
}

async function requirePerson(open: Entering, person: PersonId): Promise<void> {
  if (!(await isPerson(open, person)))
    throw new ActionRefused('not-found', `There is no person "${person}" in the register.`)
}
