/**
 * The record of a programme in memory. It is read again only when the programme's audit chain has
 * grown, by whichever process, and then only what was added. While nothing was added it is the same
 * object, so that what is computed from it can be kept with it.
 */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { findAuditHead } from '../store/audit.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { atOneMoment, findProgrammeRecord, type RecordAt } from '../store/programme-records.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'

type Held = {
  readonly records: Map<ProgrammeId, RecordAt>
  readonly reading: Map<ProgrammeId, Promise<RecordAt | undefined>>
}

const held = new WeakMap<Database, Held>()

/** Throws `ActionRefused`: not-found for a programme that is not on record, and not-allowed. */
export async function recordOf(context: Context, programme: ProgrammeId): Promise<ProgrammeRecord> {
  return (await recordAt(context, programme)).record
}

/** The same with the end of the audit chain at which it was read. */
export async function recordAt(context: Context, programme: ProgrammeId): Promise<RecordAt> {
  requirePermission(context, 'record.read')
  const { database } = context
  const { records, reading } = heldBy(database)
  for (;;) {
    const head = await findAuditHead(database, programme)
    if (!head) throw noProgramme(programme)
    const known = records.get(programme)
    if (known?.head.hash === head.hash) return known
    // A reading that is under way may have begun before the last write: what it gives is looked at again.
    const read = reading.get(programme) ?? startReading(database, programme)
    if (!(await read)) throw noProgramme(programme)
  }
}

/** What is held already, however old, for those who read only what was added since. */
export function heldRecord(database: Database, programme: ProgrammeId): RecordAt | undefined {
  return heldBy(database).records.get(programme)
}

export function noProgramme(programme: ProgrammeId): ActionRefused {
  return new ActionRefused('not-found', `There is no programme "${programme}".`)
}

function startReading(database: Database, programme: ProgrammeId): Promise<RecordAt | undefined> {
  const { records, reading } = heldBy(database)
  const read = atOneMoment(database, (tx) =>
    findProgrammeRecord(tx, programme, records.get(programme)),
  )
    .then((found) => {
      if (found) records.set(programme, found)
      return found
    })
    .finally(() => reading.delete(programme))
  reading.set(programme, read)
  return read
}

function heldBy(database: Database): Held {
  const there = held.get(database)
  if (there) return there
  const fresh: Held = { records: new Map(), reading: new Map() }
  held.set(database, fresh)
  return fresh
}
