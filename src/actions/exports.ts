/** Reads a programme out of the store, for its folder: content, in the order of writing. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { listKeptFiles, type KeptFile } from '../store/kept-files.ts'
import { atOneMoment, findProgrammeRecord } from '../store/programme-records.ts'
import { listEngagements } from '../store/engagements.ts'
import { requirePermission, type Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { noteReading } from './read-log.ts'
import { heldRecord, noProgramme } from './record-cache.ts'
import type { RegisterParts } from './register-import.ts'
import { readLists, readRegister } from './register-record.ts'

export type Exported = RegisterParts & {
  readonly record: ProgrammeRecord
  readonly kept: readonly KeptFile[]
}

/**
 * Everything a folder carries: entries in the order of writing, of reference rows the latest version,
 * of benchmarks every version by its `set`. An erased person leaves with the
 * id alone. That it was read is noted. Throws `ActionRefused`: not-found, not-allowed.
 */
export async function readRecord(context: Context, programme: ProgrammeId): Promise<Exported> {
  requirePermission(context, 'record.export')
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  const exported = await atOneMoment(context.database, async (tx) => {
    const before = heldRecord(context.database, programme)
    const found = await findProgrammeRecord(tx, programme, before)
    if (!found) throw noProgramme(programme)
    const { register, erased } = await readRegister(tx, keyring, programme)
    const lists = await readLists(tx, keyring, programme)
    const engagements = await listEngagements(tx, keyring, programme)
    const kept = await listKeptFiles(tx, programme)
    return { record: found.record, kept, register: named(register, erased), lists, engagements }
  })
  const { persons, contacts, consents } = exported.register
  const shown = persons.length + contacts.length + consents.length
  if (shown > 0) await noteReading(context, programme, 'export', null, countOfPersons(persons))
  return exported
}

/** An erased person leaves with the id alone, so that cases and lists still have whom they name. */
function named(register: RegisterRecord, erased: ReadonlyMap<string, unknown>): RegisterRecord {
  if (erased.size === 0) return register
  const gone = new Set<string>()
  const persons = register.persons.flatMap((row) => {
    if (!erased.has(row.person)) return [row]
    if (gone.has(row.person)) return []
    gone.add(row.person)
    return [{ ...row, name: ERASED_NAME, script: '', kind: 'official' as const, withdrawn: null }]
  })
  return { ...register, persons }
}

/** What stands in the place of a name that was erased. */
const ERASED_NAME = '(erased)'

function countOfPersons(persons: RegisterRecord['persons']): number {
  return new Set(persons.map(({ person }) => person)).size
}
