/** What name matching takes and gives: persons as they are compared, candidates, and reasons. */
import type { DayNumber } from '../basics/calendar-date.ts'

/** What is known of one person, for matching. What is absent is unknown and weighs nothing. */
export type NameRecord = {
  readonly id: string
  readonly names: readonly { readonly value: string; readonly kind?: string }[]
  /** The days between which the person was born, both included. One day: the date is exact. */
  readonly birth?: { readonly earliest: DayNumber; readonly latest: DayNumber }
  /** Completed years; `on` is the day on which that was so, where it is known. */
  readonly age?: { readonly years: number; readonly on?: DayNumber }
  readonly sex?: string
  readonly place?: string
  readonly category?: string
  /** The list or source that the record comes from. */
  readonly origin?: string
  /** Numbers and codes that single a person out, by kind: a document, a postcode, a case file. */
  readonly identifiers?: Readonly<Record<string, string>>
}

export type MatchReasonKind =
  | 'name'
  | 'order'
  | 'unmatched'
  | 'relatives'
  | 'birth'
  | 'age'
  | 'sex'
  | 'place'
  | 'category'
  | 'origin'
  | 'identifier'
  /** Another entry of the same list claims the person with more right. */
  | 'claimed'

export type NameRelation =
  /** The same letters. */
  | 'exact'
  /** Another spelling in the same script. */
  | 'variant'
  | 'cross-script'
  | 'nickname'
  | 'initial'
  /** Written as one word by one side and as several by the other. */
  | 'joined'
  | 'patronymic'
  | 'conflict'
  | 'left-out'

export type FieldRelation =
  | 'same'
  | 'same-month'
  | 'same-year'
  | 'swapped'
  | 'one-part-differs'
  | 'near'
  | 'compatible'
  | 'similar'
  | 'differs'

/** One term of the sum. `theirs` is of the record that is looked up, `ours` of the register. */
export type MatchReason = {
  readonly kind: MatchReasonKind
  /** Which identifier, for one. */
  readonly field?: string
  readonly theirs?: string
  readonly ours?: string
  readonly relation?: NameRelation | FieldRelation
  /** Nats. The weights and the prior sum to the log-odds. */
  readonly weight: number
  /** The form stands with one in so many names of this register. */
  readonly rarity?: number
}

export type MatchCandidate = {
  readonly person: string
  /** Natural logarithm of the odds that the two are one person. */
  readonly logOdds: number
  /** The log-odds before anything is compared: how likely any one person of the register is meant. */
  readonly prior: number
  /** Calibrated; never 0 and never 1; ranks as `logOdds` does. */
  readonly probability: number
  readonly reasons: readonly MatchReason[]
}

export type MatchDecision = 'match' | 'review' | 'new'
