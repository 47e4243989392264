/** Cases on record: a later row of one id corrects the earlier. Rows are added and read, never changed. */
import type { CaseId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay, toUncertainDate } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { StoredRow } from './database/tables.ts'
import { listWhich, type Which } from './protection/sealed-rows.ts'

export async function listCases(
  db: Reader,
  programme: ProgrammeId,
  which: Which = {},
): Promise<CaseEntry[]> {
  return (await listWhich(db, 'case_entry', programme, which)).map(toCase)
}

/** Whose matter each of these cases is, as their latest rows say. */
export async function findSubjects(
  db: Reader,
  programme: ProgrammeId,
  cases: readonly CaseId[],
): Promise<Map<CaseId, SubjectId>> {
  const rows = await listWhich(db, 'case_entry', programme, { column: 'id', values: cases })
  return new Map(rows.map((row) => [row.id as CaseId, row.subject_id as SubjectId]))
}

export function insertCases(
  tx: Writer,
  action: OpenAction,
  cases: readonly Omit<CaseEntry, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'case_entry',
    cases.map((each) => ({
      id: each.id,
      subject_id: each.subject,
      category: each.category,
      ground: each.ground,
      region: each.region,
      authority: each.authority,
      opened: each.opened?.text ?? null,
      withdrawn: each.withdrawn,
    })),
  )
}

export function toCase(
  row: Omit<StoredRow<'case_entry'>, 'programme_id' | 'action_id'>,
): CaseEntry {
  return {
    entry: row.entry,
    id: row.id as CaseId,
    subject: row.subject_id as SubjectId,
    category: row.category,
    ground: row.ground,
    region: row.region,
    authority: row.authority,
    opened: toUncertainDate(row.opened),
    withdrawn: toDay(row.withdrawn),
  }
}
