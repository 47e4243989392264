/**
 * What became of an undertaking by a day: the last outcome on record, the counterpart's own word left
 * out where it would help. That it kept its word, or may yet keep it, is a claim to be verified and
 * undoes nothing that others have found (rules R21, R51).
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import type { KnownEvidence, KnownOutcome } from '../evidence/known-evidence.ts'
import type { Outcome } from '../evidence/undertaking.ts'

const HELPS: Readonly<Record<'met' | 'not-met', readonly Outcome[]>> = {
  met: ['kept', 'open'],
  'not-met': ['broken', 'partly', 'contradicted', 'open'],
}

/** @param favourable whether it helps the counterpart that the undertaking was kept or that it was not */
export function lastOutcome(
  outcomes: readonly KnownOutcome[],
  asOf: DayNumber,
  { speaksForCounterpart }: Pick<KnownEvidence, 'speaksForCounterpart'>,
  favourable: 'met' | 'not-met',
): { readonly last: KnownOutcome | undefined; readonly claims: readonly KnownOutcome[] } {
  const past = outcomes.filter(({ outcome }) => toDayNumber(outcome.date.latest) <= asOf)
  const isClaim = ({ outcome, citations }: KnownOutcome) =>
    HELPS[favourable].includes(outcome.outcome) &&
    citations.every(({ source }) => speaksForCounterpart(source))
  return {
    last: past
      .filter((each) => !isClaim(each))
      .toSorted(byDay)
      .at(-1),
    claims: past.filter(isClaim),
  }
}

/** Of two on one day the later known, then the later row, is the last. */
function byDay(a: KnownOutcome, b: KnownOutcome): number {
  return (
    toDayNumber(a.outcome.date.latest) - toDayNumber(b.outcome.date.latest) ||
    a.known - b.known ||
    a.outcome.entry - b.outcome.entry
  )
}
