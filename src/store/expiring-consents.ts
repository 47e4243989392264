/** Consents whose last day is near: found by that day, however large the register is. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import type { Reader } from './database/reader-writer.ts'

/** Whose consents end from one day to another, both included; each subject once. */
export async function listSubjectsWithExpiring(
  db: Reader,
  programme: ProgrammeId,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<SubjectId[]> {
  const rows = await db
    .selectFrom('consent')
    .select('subject_id')
    .distinct()
    .where('programme_id', '=', programme)
    .where('expires', '>=', from)
    .where('expires', '<=', to)
    .orderBy('subject_id')
    .execute()
  return rows.map((row) => row.subject_id as SubjectId)
}
