/** How each finding of a gate was settled or overridden, by whom, when and why. Rows are added, never changed. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'gate_settlement'

export const SETTLEMENTS = ['settled', 'overridden', 'reopened'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

export type GateSettlement = {
  readonly entry: number
  readonly list: ListId
  readonly version: string
  readonly case: CaseId
  /** Whose key seals the reason: the case's subject. */
  readonly subject: SubjectId
  /** The kind of finding. */
  readonly finding: string
  readonly outcome: Settlement
  readonly by: string
  readonly on: CalendarDate
  readonly reason: string
}

export function listGateSettlements(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<GateSettlement[]> {
  const pages = readOpened(db, keyring, TABLE, programme, (row) => row.subject_id, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    list: row.list_id as ListId,
    version: row.version,
    case: row.case_id as CaseId,
    subject: row.subject_id as SubjectId,
    finding: row.finding,
    outcome: row.outcome as Settlement, // only this store writes it
    by: row.decided_by,
    on: row.decided_on as CalendarDate, // a `date` column holds nothing but days
    reason: fieldOf(opened, 0),
  }))
}

export async function insertGateSettlements(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  settlements: readonly Omit<GateSettlement, 'entry'>[],
): Promise<void> {
  const subjects = settlements.map(({ subject }) => subject)
  const sealer = await keyring.sealer(tx, action.programme, subjects)
  await append(
    tx,
    action,
    TABLE,
    settlements.map((each) => ({
      list_id: each.list,
      version: each.version,
      case_id: each.case,
      subject_id: each.subject,
      finding: each.finding,
      outcome: each.outcome,
      decided_by: each.by,
      decided_on: each.on,
      sealed: sealer.seal(TABLE, each.subject, [each.reason]),
    })),
  )
}
