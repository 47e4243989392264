/**
 * What a decision about names keeps beside who, when and what: the comparison as it then was, the reason
 * that was given, and what was put on record with it. It is sealed with the pair.
 */
import type { MatchCandidate, MatchReview } from '../domain/names/match-names.ts'
import type { NameDecision } from '../store/name-decisions.ts'

export type DecisionContent = {
  readonly kind: 'decision'
  readonly reason: string
  /** How the two stood to each other; null where they could not be compared. */
  readonly candidate: MatchCandidate | null
  /** Entries that were written with it, from the first to the last, about this person. */
  readonly wrote?: { readonly person: string; readonly from: number; readonly to: number }
}

/** Undefined for what an import kept, and for what was erased. */
export function readDecisionContent(content: unknown): DecisionContent | undefined {
  const isDecision =
    typeof content === 'object' &&
    content !== null &&
    'kind' in content &&
    content.kind === 'decision'
  return isDecision ? (content as DecisionContent) : undefined // only this program writes that kind
}

/** What it is about, the same whichever of a pair is named first. */
export function aboutOf({ person, other }: Pick<NameDecision, 'person' | 'other'>): string {
  return 'row' in other ? rowKey(other.row) : pairKey(person, other.person)
}

export function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}

export function rowKey(row: string): string {
  return JSON.stringify([row])
}

/** What people said of comparisons, to learn from: of each pair the last word. */
export function reviewsIn(decisions: readonly NameDecision[]): readonly MatchReview[] {
  const last = new Map<string, NameDecision>()
  for (const each of decisions) last.set(JSON.stringify([each.person, each.other]), each)
  return [...last.values()].flatMap(({ decision, content }): MatchReview[] => {
    const candidate = readDecisionContent(content)?.candidate
    if (!candidate || (decision !== 'accepted' && decision !== 'rejected')) return []
    return [{ candidate, same: decision === 'accepted' }]
  })
}
