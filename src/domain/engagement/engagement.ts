/** One act towards the other side: a meeting, a letter, a list handed over. Answers arrive here. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, EngagementId, ListId, UndertakingId } from '../basics/ids.ts'

export const VISIBILITIES = ['public', 'quiet'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export type EngagementEntry = {
  readonly entry: number
  readonly id: EngagementId
  readonly date: CalendarDate
  /** `meeting`, `letter`, `demarche`, `public-statement`, `list-presentation` …: free words. */
  readonly instrument: string
  /** null is unknown. */
  readonly visibility: Visibility | null
  /** With whom. */
  readonly audience: string
  readonly handler: string
  readonly title: string
  readonly objectives: string
  readonly judgement: string
  /** What was said, in words. */
  readonly words: string
  readonly lists: readonly ListId[]
  readonly cases: readonly CaseId[]
  readonly undertakings: readonly UndertakingId[]
  readonly withdrawn: CalendarDate | null
}
