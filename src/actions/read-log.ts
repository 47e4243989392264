/** Leaves a trace of every look at personal fields (rules R209). */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { insertReadEntry, readReadEntries, type ReadEntry } from '../store/read-log.ts'
import { requirePermission, type Context } from './context.ts'

export type { ReadEntry }

/**
 * Notes that this person was shown these subjects; null is the whole register. To be called before what
 * was read is given on, and outside of any transaction. `purpose` is the page, file or command, without
 * a name in it.
 */
export async function noteReading(
  { database, person }: Context,
  programme: ProgrammeId,
  purpose: string,
  subjects: readonly string[] | null,
  count?: number,
): Promise<void> {
  const shown = subjects && [...new Set(subjects)]
  if (shown?.length === 0) return
  await database
    .transaction()
    .execute((tx) => insertReadEntry(tx, programme, person, purpose, shown, count))
}

/** Who looked, in the order of looking. Throws `ActionRefused` (not-allowed). */
export async function listReadings(context: Context, programme: ProgrammeId): Promise<ReadEntry[]> {
  requirePermission(context, 'reading.read')
  const all: ReadEntry[] = []
  for await (const page of readReadEntries(context.database, programme)) all.push(...page)
  return all
}
