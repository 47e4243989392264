/** A programme's evidence as known on a day, from the same evaluator that judges its benchmarks. */
import type { CalendarDate, DayNumber } from '../domain/basics/calendar-date.ts'
import { FIRST_DAY, toCalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { evaluatorOf, type Evaluator } from '../domain/assessment/evaluator.ts'
import type { Context } from './context.ts'
import { recordOf } from './record-cache.ts'

export type KnownRecord = Pick<Evaluator, 'record' | 'evidence' | 'viewOn'>

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function knownRecordOf(
  context: Context,
  programme: ProgrammeId,
): Promise<KnownRecord> {
  return evaluatorOf(await recordOf(context, programme))
}

/** The day on which something could be known, as a day; the first day of all where nothing dates it. */
export function dayKnown(day: DayNumber): CalendarDate {
  return Number.isFinite(day) ? toCalendarDate(day) : FIRST_DAY
}
