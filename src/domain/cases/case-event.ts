/** What happened in a case. State and *resolved* are derived from these, on any day, as known on any day. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, PersonId, SourceId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'
import type { Verification } from '../evidence/event.ts'

/** Those that a rule reads; any other kind is kept, shown and changes no state. */
export const CASE_EVENT_KINDS = [
  'detained',
  'charged',
  'sentenced',
  'exiled',
  'committed',
  'transferred',
  'refused',
  'promised',
  'permitted',
  'rescinded',
  'departed',
  'arrived',
  'released',
  'released-conditionally',
  'pardoned',
  'rehabilitated',
  'amnestied',
  're-detained',
  'expelled',
  'conditions-improved',
  'died',
] as const
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number]

export type CaseEventEntry = {
  readonly entry: number
  readonly case: CaseId
  /** Only where one of a family is meant; null is everyone of the subject. */
  readonly person: PersonId | null
  readonly kind: string
  readonly date: UncertainDate
  readonly known: CalendarDate | null
  /** null where the row leaves it open: `confirmed` with a citation that is not the counterpart's, else `unknown`. */
  readonly verification: Verification | null
  readonly detail: string
  readonly source: SourceId | null
  readonly at: string
  readonly withdrawn: CalendarDate | null
}
