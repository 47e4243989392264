/**
 * Finds persons by name. What the register needs of it is small: ids, best first, and a sentence where
 * names cannot be looked through.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Database } from '../store/database/reader-writer.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { heldNames } from './name-service.ts'

export type NamesFound = {
  /** Persons whose names are near the text, best first; any script, the last word may be cut short. */
  readonly persons: readonly PersonId[]
  /** Why names were not looked through; null where they were. */
  readonly note: string | null
}

/** Throws `ActionRefused` (not-found). */
export async function searchNames(
  database: Database,
  keyring: Keyring,
  programme: ProgrammeId,
  text: string,
  limit: number,
): Promise<NamesFound> {
  const names = heldNames(database, programme)
  await names.bringUpToDate(keyring)
  if (names.state.is === 'too-large') return { persons: [], note: names.state.sentence }
  const found = await names.ask({}, 'search', text, limit)
  return { persons: found as readonly PersonId[], note: null } // the ids that were put in
}
