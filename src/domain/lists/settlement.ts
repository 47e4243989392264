/** How someone dealt with a finding of the gate. A later row of one finding stands (rules R182). */
import type { CalendarDate } from '../basics/calendar-date.ts'

export type Settlement = {
  readonly entry: number
  /** The id of the finding. */
  readonly finding: string
  readonly outcome: 'settled' | 'overridden' | 'reopened'
  readonly by: string
  readonly on: CalendarDate
  readonly reason: string
}

/** The last word on a finding, unless it opened it again or gives no reason. */
export function settlementOf(settlements: readonly Settlement[], id: string): Settlement | null {
  const last = settlements
    .filter(({ finding }) => finding === id)
    .toSorted((a, b) => a.entry - b.entry)
    .at(-1)
  return last && last.outcome !== 'reopened' && last.reason.trim() !== '' ? last : null
}
