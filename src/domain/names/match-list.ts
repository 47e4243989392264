/**
 * A whole list against the register. What the list shows of its ways is learned first; and since a
 * list names a person once, of two entries that claim one person the likelier keeps it, unless
 * both fit equally well and may be one person themselves.
 */
import { addTo } from '../basics/collections.ts'
import { findMatches } from './find-matches.ts'
import { withListDay } from './list-day.ts'
import { learnListHabits } from './list-habits.ts'
import { probabilityOf } from './matcher.ts'
import type { ListHabits } from './matcher.ts'
import type { NameIndex } from './name-index.ts'
import type { MatchCandidate, NameRecord } from './name-record.ts'

/** So many entries are enough to learn the habits of a list from. */
const LEARNED_FROM = 6000
/** The same where each look-up is in a large register, and takes its time. */
const LEARNED_FROM_LARGE = 1500
const LARGE = 200_000
/** Shorter lists say too little of themselves. */
const LEAST_LEARNED_FROM = 20
const CLAIMED_BY_ANOTHER = -5
const LEAST_CLAIM = 0.05
/** Two entries that fit a person equally well may be one person twice, and both keep the claim. */
const EQUALLY_WELL = 0.75

export type ListOptions = {
  readonly limit?: number
  readonly habits?: ListHabits
  readonly onProgress?: (done: number, of: number) => void
}

/** Candidates of each record, in the order of the records. */
export function matchList(
  index: NameIndex,
  records: readonly NameRecord[],
  { limit = 10, habits, onProgress }: ListOptions = {},
): readonly (readonly MatchCandidate[])[] {
  const dated = withListDay(index, records)
  const ways = habits ?? habitsOf(index, dated)
  const found = dated.map((record, at) => {
    if (at % 200 === 0) onProgress?.(at, records.length)
    return findMatches(index, record, { limit, ...(ways && { habits: ways }) })
  })
  onProgress?.(records.length, records.length)
  return settleClaims(index, found)
}

/** What the list shows of its own ways; undefined for a list too short to show any. */
export function habitsOf(index: NameIndex, records: readonly NameRecord[]): ListHabits | undefined {
  if (records.length < LEAST_LEARNED_FROM) return undefined
  const most = index.size > LARGE ? LEARNED_FROM_LARGE : LEARNED_FROM
  const step = Math.max(1, Math.ceil(records.length / most))
  return learnListHabits(
    index,
    records.filter((_, at) => at % step === 0),
  )
}

/**
 * Takes from an entry the person whom another entry of the list claims with more right. `found` are
 * the candidates of each record of one list; parts that were looked up apart are put together first.
 */
export function settleClaims(
  index: NameIndex,
  found: readonly (readonly MatchCandidate[])[],
): readonly (readonly MatchCandidate[])[] {
  const claims = new Map<string, number[]>()
  found.forEach(([best], at) => {
    if (best && best.probability >= LEAST_CLAIM) addTo(claims, best.person, at)
  })
  const settled = [...found]
  for (const [person, claimants] of claims) {
    if (claimants.length < 2) continue
    const oddsOf = (at: number) => found[at]?.[0]?.logOdds ?? -Infinity
    const best = Math.max(...claimants.map(oddsOf))
    for (const at of claimants)
      if (oddsOf(at) < best - EQUALLY_WELL) settled[at] = withClaim(found[at] ?? [], person, index)
  }
  return settled
}

function withClaim(
  candidates: readonly MatchCandidate[],
  person: string,
  index: NameIndex,
): readonly MatchCandidate[] {
  return candidates
    .map((candidate): MatchCandidate => {
      if (candidate.person !== person) return candidate
      const logOdds = candidate.logOdds + CLAIMED_BY_ANOTHER
      return {
        ...candidate,
        logOdds,
        probability: probabilityOf(logOdds, index.weights),
        reasons: [...candidate.reasons, { kind: 'claimed', weight: CLAIMED_BY_ANOTHER }],
      }
    })
    .sort((a, b) => b.logOdds - a.logOdds)
}
