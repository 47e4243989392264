/** What their side said it would do, and what became of it. A claim is not an outcome. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { GoalId, SourceId, UndertakingId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export type UndertakingEntry = {
  readonly entry: number
  readonly id: UndertakingId
  readonly date: UncertainDate
  readonly by: string
  readonly to: string
  readonly channel: string
  /** In their words. */
  readonly text: string
  readonly due: UncertainDate | null
  readonly goal: GoalId | null
  readonly known: CalendarDate | null
  readonly source: SourceId
  readonly at: string
  readonly withdrawn: CalendarDate | null
}

export const OUTCOMES = ['kept', 'broken', 'partly', 'open', 'contradicted'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type OutcomeEntry = {
  readonly entry: number
  readonly undertaking: UndertakingId
  readonly date: UncertainDate
  readonly outcome: Outcome
  readonly known: CalendarDate | null
  readonly source: SourceId
  readonly at: string
  readonly withdrawn: CalendarDate | null
}
