/** What someone is to do by a day. A later row of one id stands in place of the earlier. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import { latestOfEach } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'follow_up'

export const FOLLOW_UP_KINDS = [
  'response',
  'case',
  'list',
  'engagement',
  'undertaking',
  'person',
  'other',
] as const
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number]

export type FollowUp = {
  readonly entry: number
  readonly id: string
  readonly about: { readonly kind: FollowUpKind; readonly ref: string }
  readonly text: string
  readonly note: string
  readonly owner: string
  readonly due: CalendarDate | null
  readonly madeOn: CalendarDate
  readonly madeBy: string
  readonly doneOn: CalendarDate | null
  readonly doneBy: string | null
  /** Under whose key its words are sealed: the subject it is about, else a key of its own. */
  readonly key: string
}

export function keyOfFollowUp(id: string): string {
  return `follow-up:${id}`
}

/** As they stand, in the order in which they were first made. */
export async function listFollowUps(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<FollowUp[]> {
  const pages = readOpened(db, keyring, TABLE, programme, (row) => row.key_id, which)
  const rows = await listOpened(pages, (row, opened) => ({
    entry: row.entry,
    id: row.id,
    about: { kind: row.about_kind as FollowUpKind, ref: row.about_ref }, // only this store writes it
    text: fieldOf(opened, 0),
    note: fieldOf(opened, 1),
    owner: row.owner,
    due: toDay(row.due),
    madeOn: row.made_on as CalendarDate, // a `date` column holds nothing but days
    madeBy: row.made_by,
    doneOn: toDay(row.done_on),
    doneBy: row.done_by,
    key: row.key_id,
  }))
  return latestOfEach(rows, ({ id }) => id)
}

export async function insertFollowUps(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  followUps: readonly Omit<FollowUp, 'entry'>[],
): Promise<void> {
  const keys = followUps.map(({ key }) => key)
  const sealer = await keyring.sealer(tx, action.programme, keys)
  await append(
    tx,
    action,
    TABLE,
    followUps.map((each) => ({
      id: each.id,
      about_kind: each.about.kind,
      about_ref: each.about.ref,
      owner: each.owner,
      due: each.due,
      made_on: each.madeOn,
      made_by: each.madeBy,
      done_on: each.doneOn,
      done_by: each.doneBy,
      key_id: each.key,
      sealed: sealer.seal(TABLE, each.key, [each.text, each.note]),
    })),
  )
}
