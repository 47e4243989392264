/** Acts towards the other side, on record: a later row of one id corrects the earlier. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type {
  CaseId,
  EngagementId,
  ListId,
  ProgrammeId,
  UndertakingId,
} from '../domain/basics/ids.ts'
import type { EngagementEntry, Visibility } from '../domain/engagement/engagement.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'engagement'

/**
 * What is written of it, its title too, may be about several persons and stands under a key of its own.
 * No subject has a colon.
 */
export function keyOfEngagement(id: EngagementId): string {
  return `engagement:${id}`
}

export function listEngagements(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<EngagementEntry[]> {
  const pages = readOpened(db, keyring, TABLE, programme, (row) => row.key_id, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    id: row.id as EngagementId,
    date: row.date as CalendarDate, // a `date` column holds nothing but days
    instrument: row.instrument,
    visibility: row.visibility as Visibility | null, // only this store writes it
    audience: row.audience,
    handler: row.handler,
    title: fieldOf(opened, 1),
    objectives: fieldOf(opened, 2),
    judgement: fieldOf(opened, 3),
    words: fieldOf(opened, 0),
    lists: row.lists as ListId[],
    cases: row.cases as CaseId[],
    undertakings: row.undertakings as UndertakingId[],
    withdrawn: toDay(row.withdrawn),
  }))
}

export async function insertEngagements(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  engagements: readonly Omit<EngagementEntry, 'entry'>[],
): Promise<void> {
  const said = engagements.filter((each) => writtenIn(each).some((text) => text !== ''))
  const keys = said.map(({ id }) => keyOfEngagement(id))
  const sealer = await keyring.sealer(tx, action.programme, keys)
  await append(
    tx,
    action,
    TABLE,
    engagements.map((each) => ({
      id: each.id,
      date: each.date,
      instrument: each.instrument,
      visibility: each.visibility,
      audience: each.audience,
      handler: each.handler,
      lists: [...each.lists],
      cases: [...each.cases],
      undertakings: [...each.undertakings],
      key_id: keyOfEngagement(each.id),
      sealed: sealer.seal(TABLE, keyOfEngagement(each.id), writtenIn(each)),
      withdrawn: each.withdrawn,
    })),
  )
}

type Written = Pick<EngagementEntry, 'words' | 'title' | 'objectives' | 'judgement'>

/** In the order in which they are sealed. */
function writtenIn({ words, title, objectives, judgement }: Written): readonly string[] {
  return [words, title, objectives, judgement]
}
