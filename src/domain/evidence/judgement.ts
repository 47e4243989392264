/** One coder's score of one unit on one question. Coders are blind to each other. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export type JudgementEntry = {
  readonly entry: number
  readonly question: string
  readonly unit: string
  readonly coder: string
  readonly date: UncertainDate
  readonly score: number
  readonly known: CalendarDate | null
  readonly note: string
  readonly withdrawn: CalendarDate | null
}
