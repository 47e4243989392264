/**
 * A dated act or change. Kind `state` switches its subject, `rule` moves one through the stages,
 * `coverage` is a report that watched the subject; any other kind is an act that is counted.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { EventId, SourceId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export const VERIFICATIONS = ['confirmed', 'likely', 'possible', 'unlikely', 'unknown'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/** How a change came: by a rule that binds, or by a favour that can be taken back. Absent is unknown. */
export const BASES = ['rule', 'favour'] as const
export type Basis = (typeof BASES)[number]

export const SWITCHES = ['on', 'off', 'intensified'] as const
export type Switch = (typeof SWITCHES)[number]

/** The life of a rule, in order; it can go back. */
export const RULE_STAGES = ['none', 'promised', 'tabled', 'adopted', 'in-force', 'applied'] as const
export type RuleStage = (typeof RULE_STAGES)[number]

export type EventEntry = {
  readonly entry: number
  readonly id: EventId
  readonly date: UncertainDate
  readonly kind: string
  readonly subject: string
  /** A `Switch` on a state, a `RuleStage` on a rule, else empty. */
  readonly stage: string
  readonly basis: Basis | null
  /** As written; null where the row leaves it open (rules R41 says what that means). */
  readonly verification: Verification | null
  readonly claimedBy: string
  /** `key: value; key: value`, or plain words. */
  readonly detail: string
  readonly known: CalendarDate | null
  readonly source: SourceId
  readonly at: string
  readonly withdrawn: CalendarDate | null
}

/** Acts that add to a number and acts that take away from it, by the kind that `net` is asked for. */
export const OPPOSITES: Readonly<
  Record<string, { readonly adds: readonly string[]; readonly takes: readonly string[] }>
> = {
  detention: { adds: ['detention', 're-detention'], takes: ['release'] },
  release: { adds: ['release'], takes: ['detention', 're-detention'] },
  refusal: { adds: ['refusal'], takes: ['permission'] },
  permission: { adds: ['permission'], takes: ['refusal', 'rescission'] },
}
