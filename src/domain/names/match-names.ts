/**
 * Name matching for the rest of the program: who of a register may a record be, how likely, and why.
 *
 * The log-odds of a candidate are a prior and a sum of weights; the reasons are that sum.
 */
import { matcherOf } from './find-matches.ts'
import { NameIndex } from './name-index.ts'
import type { MatchCandidate, MatchDecision, NameRecord } from './name-record.ts'
import { STARTING_WEIGHTS } from './weights.ts'
import type { MatchWeights } from './weights.ts'

export { clusterPersons } from './clusters.ts'
export type { Cluster, ClusterOptions, Edge } from './clusters.ts'
export { learnFromDecisions } from './estimate-weights.ts'
export type { MatchReview } from './estimate-weights.ts'
export { findDoubles, scoreDoubles } from './find-doubles.ts'
export type { DoubleOptions } from './find-doubles.ts'
export { findMatches } from './find-matches.ts'
export { learnRegisterHabits } from './list-habits.ts'
export { withListDay } from './list-day.ts'
export { habitsOf, matchList, settleClaims } from './match-list.ts'
export type { ListOptions } from './match-list.ts'
export type { ListHabits } from './matcher.ts'
export { NameIndex } from './name-index.ts'
export type { MatchCandidate, MatchDecision, MatchReason, NameRecord } from './name-record.ts'
export { searchNames } from './search-names.ts'
export type { MatchWeights } from './weights.ts'

/** From here on the best candidate is taken for the person, unless a second one comes as far. */
const MATCH_FROM = 0.5
const REVIEW_FROM = 0.05

export function buildNameIndex(
  records: Iterable<NameRecord>,
  weights: MatchWeights = STARTING_WEIGHTS,
): NameIndex {
  const index = new NameIndex(weights)
  for (const record of records) index.add(record)
  index.seal()
  return index
}

/** How one record stands to one person of the register. `a` is a record or the id of a person. */
export function explainPair(index: NameIndex, a: NameRecord | string, b: string): MatchCandidate {
  const ours = numberOf(index, b)
  const matcher = matcherOf(index)
  return typeof a === 'string'
    ? matcher.explainPair(numberOf(index, a), ours)
    : matcher.explain(a, ours)
}

function numberOf(index: NameIndex, id: string): number {
  const number = index.numberOf(id)
  if (number === undefined) throw new RangeError(`not in the name index: ${id}`)
  return number
}

export function decisionOf(candidates: readonly MatchCandidate[]): MatchDecision {
  const [best, second] = candidates
  if (!best || best.probability < REVIEW_FROM) return 'new'
  const isAlone = (second?.probability ?? 0) < MATCH_FROM
  return best.probability >= MATCH_FROM && isAlone ? 'match' : 'review'
}
