/** Reads a programme out of the store, for its folder: content, in the order of writing. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { listKeptFiles, type KeptFile } from '../store/kept-files.ts'
import { atOneMoment, findProgrammeRecord } from '../store/programme-records.ts'
import { requirePermission, type Context } from './context.ts'
import { heldRecord, noProgramme } from './record-cache.ts'

/**
 * Everything a folder carries: entries in the order of writing, of reference rows the latest version,
 * of benchmarks every version by its `set`. Throws `ActionRefused`: not-found, not-allowed.
 */
export function readRecord(
  context: Context,
  programme: ProgrammeId,
): Promise<{ record: ProgrammeRecord; kept: KeptFile[] }> {
  requirePermission(context, 'record.export')
  return atOneMoment(context.database, async (tx) => {
    const before = heldRecord(context.database, programme)
    const found = await findProgrammeRecord(tx, programme, before)
    if (!found) throw noProgramme(programme)
    return { record: found.record, kept: await listKeptFiles(tx, programme) }
  })
}
