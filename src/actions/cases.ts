/** Puts cases and what happened in them on record. */
import type { CaseId, PersonId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import { readCaseEvents, readCases } from '../exchange/read-cases.ts'
import { REGISTER_COLUMNS } from '../exchange/register-columns.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { findSubjects, listCases } from '../store/cases.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import type { Recorded } from './evidence.ts'
import { noReferences, referencesOf, rowReader, taken, type Typed } from './form-entries.ts'
import {
  entering,
  isFamily,
  isPerson,
  refuseField,
  personsOfSubject,
  proposedId,
  requireHold,
  standingEntry,
  UNNUMBERED,
  writeRows,
} from './register-entries.ts'
import { readRegisterPart } from './register-part.ts'

const readCase = rowReader<CaseEntry>('cases', REGISTER_COLUMNS.cases.all, readCases)
const readEvent = rowReader<CaseEventEntry>(
  'caseEvents',
  REGISTER_COLUMNS.caseEvents.all,
  readCaseEvents,
)

/** Puts a case on record; under a known id it is a correction. Throws `ActionRefused`. */
export function enterCase(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<{ readonly id: CaseId }> {
  return entering(context, programme, 'case_entry', async (open) => {
    const { db } = open
    const references = noReferences()
    const subject = (typed['subject'] ?? '').trim()
    if (await isPerson(open, subject)) references.persons.add(subject)
    if (await isFamily(open, subject)) references.families.add(subject)
    const isTaken = async (id: string) =>
      (await listCases(db, programme, { column: 'id', values: [id] })).length > 0
    const id = (typed['id'] ?? '').trim() || (await proposedId(open, 'c', isTaken))
    const entry = taken(readCase({ ...typed, id }, references))
    await requireHold(open, entry.subject)
    await writeRows(open, { cases: [{ ...entry, entry: UNNUMBERED }] })
    return { id: entry.id }
  })
}

/** Puts an event of a case on record, or corrects one: what it replaces is withdrawn with it. */
export function enterCaseEvent(
  context: Context,
  programme: ProgrammeId,
  id: CaseId,
  typed: Typed,
  replaces: number | null,
): Promise<Recorded> {
  return entering(context, programme, 'case_event', async (open) => {
    const { db, keyring, record } = open
    const subject = (await findSubjects(db, programme, [id])).get(id)
    if (subject === undefined)
      throw new ActionRefused('not-found', `There is no case "${id}" in the register.`)
    await requireHold(open, subject)
    const references = referencesOf(record)
    references.cases.add(id)
    references.subjects.addCase(id, subject)
    await addMembers(references, open, subject)
    const person = (typed['person'] ?? '').trim()
    if (
      person !== '' &&
      !references.persons.has(person as PersonId) &&
      (await isPerson(open, person))
    )
      throw refuseField('person', `“${person}” is nobody whom the case ${id} is about.`)
    const event = taken(readEvent({ ...typed, case: id }, references))
    const rows: CaseEventEntry[] = [{ ...event, entry: UNNUMBERED }]
    if (replaces !== null) {
      const own = await listCaseEvents(db, keyring, programme, { column: 'case_id', values: [id] })
      const before = standingEntry(own, replaces)
      const isSame =
        before.person === event.person &&
        before.kind === event.kind &&
        before.date.earliest === event.date.earliest &&
        before.date.latest === event.date.latest
      // Of rows about one happening the last known stands; another one stands for it once it is withdrawn.
      if (!isSame) rows.unshift({ ...before, withdrawn: context.today })
    }
    return writeRows(open, { caseEvents: rows })
  })
}

async function addMembers(
  references: ReturnType<typeof noReferences>,
  open: Parameters<typeof readRegisterPart>[0],
  subject: SubjectId,
): Promise<void> {
  const persons = await personsOfSubject(open, subject)
  const part = await readRegisterPart(open, persons, {})
  for (const { kept, merged } of part.merges) {
    references.subjects.addMerge(kept, merged)
    references.persons.add(kept)
    references.persons.add(merged)
  }
  for (const person of persons) references.persons.add(person)
  for (const { family, person, role, withdrawn } of part.families)
    references.subjects.addMember(family, person, role, withdrawn !== null)
}
