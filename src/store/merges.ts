/** Entries of the register found to be one person, on record. Rows are added and read, never changed. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import { keyOfPair, type Keyring } from './protection/subject-keys.ts'

const TABLE = 'person_merge'

export function listMerges(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<MergeEntry[]> {
  const pages = readOpened(db, keyring, TABLE, programme, keyOf, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    kept: row.kept_id as PersonId,
    merged: row.merged_id as PersonId,
    known: row.known as CalendarDate, // a `date` column holds nothing but days
    by: row.merged_by,
    reason: fieldOf(opened, 0),
    undone: toDay(row.undone),
  }))
}

export async function insertMerges(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  merges: readonly Omit<MergeEntry, 'entry'>[],
): Promise<void> {
  const said = merges.filter(({ reason }) => reason !== '')
  const keys = said.map(({ kept, merged }) => keyOfPair(kept, merged))
  const sealer = await keyring.sealer(tx, action.programme, keys)
  await append(
    tx,
    action,
    TABLE,
    merges.map((merge) => ({
      kept_id: merge.kept,
      merged_id: merge.merged,
      known: merge.known,
      merged_by: merge.by,
      sealed: sealer.seal(TABLE, keyOfPair(merge.kept, merge.merged), [merge.reason]),
      undone: merge.undone,
    })),
  )
}

function keyOf(row: { readonly kept_id: string; readonly merged_id: string }): string {
  return keyOfPair(row.kept_id, row.merged_id)
}
