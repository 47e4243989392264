/** What the other side answered, entry by entry, on record. Rows are added and read, never changed. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import type { ListResponse, ResponseCode } from '../domain/lists/response.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'list_response'

/** With the case's subject, whose key seals the words. */
export type NewResponse = Omit<ListResponse, 'entry'> & { readonly subject: SubjectId }

export function listResponses(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<ListResponse[]> {
  const pages = readOpened(db, keyring, TABLE, programme, (row) => row.subject_id, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    list: row.list_id as ListId,
    version: row.version,
    case: row.case_id as CaseId,
    date: row.date as CalendarDate, // a `date` column holds nothing but days
    code: row.code as ResponseCode, // only this store writes it
    words: fieldOf(opened, 0),
    withdrawn: toDay(row.withdrawn),
  }))
}

export async function insertResponses(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  responses: readonly NewResponse[],
): Promise<void> {
  const sealed = responses.filter(({ words }) => words !== '').map(({ subject }) => subject)
  const sealer = await keyring.sealer(tx, action.programme, sealed)
  await append(
    tx,
    action,
    TABLE,
    responses.map((each) => ({
      list_id: each.list,
      version: each.version,
      case_id: each.case,
      subject_id: each.subject,
      date: each.date,
      code: each.code,
      sealed: sealer.seal(TABLE, each.subject, [each.words]),
      withdrawn: each.withdrawn,
    })),
  )
}
