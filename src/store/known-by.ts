/** Whence the rows of evidence have their `known`: what tells a row that was filled from one that said so. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Reader } from './database/reader-writer.ts'
import type { KnownBy } from './database/column-type.ts'

/** Evidence as it is appended: the entry number is the store's to give. */
export type Entered<T> = Omit<T, 'entry'> & { readonly knownBy: KnownBy | null }

const TABLES = ['figure', 'event', 'undertaking', 'outcome', 'judgement'] as const

/** The rows whose `known` was filled when they were entered, by entry number. */
export async function listFilledKnown(
  db: Reader,
  programme: ProgrammeId,
): Promise<Map<number, 'entered' | 'corrected'>> {
  const filled = new Map<number, 'entered' | 'corrected'>()
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table)
      .select(['entry', 'known_by'])
      .where('programme_id', '=', programme)
      .where('known_by', 'in', ['entered', 'corrected'])
      .orderBy('entry')
      .execute()
    for (const { entry, known_by } of rows)
      if (known_by === 'entered' || known_by === 'corrected') filled.set(entry, known_by)
  }
  return filled
}
