/** What a measure over the register or a list is told: how many units, within what bounds, and why. */
import type { CaseId } from '../basics/ids.ts'
import { compareText } from '../basics/collections.ts'
import type { Citation } from '../evidence/source.ts'
import type { CaseHappening } from './case-history.ts'

/** Where a deciding entry comes from; `entry` is the number of the case event. */
export type CaseCitation = Citation & { readonly case: CaseId; readonly entry: number }

/** At most so many citations and cases are named in one reading. */
export const NAMED_AT_MOST = 20

export type CaseReading = {
  /** Units of which it is sure, and those of which it may be. */
  readonly low: number
  readonly high: number
  /** Of a list: the units that are not left out. Else null. */
  readonly total: number | null
  /** Of a list: units resolved before it was frozen. Else 0. */
  readonly leftOut: number
  /** Units in doubt; of `net`, of all that is added and taken. */
  readonly doubtful: number
  /** Cases whose entries leave it in doubt, by id. */
  readonly doubtfulCases: readonly CaseId[]
  /** Of a list: cases of which it is sure that they are not resolved, in the order of the list. */
  readonly unresolvedCases: readonly CaseId[]
  /** The latest deciding entries first. */
  readonly citations: readonly CaseCitation[]
  /** Nothing can be read: no such list by its frozen day, or no case on record. */
  readonly missing: 'list' | 'register' | null
}

/** A reading without an amount: what is missing says why. */
export function nothingOnRecord(missing: 'list' | 'register'): CaseReading {
  return {
    low: 0,
    high: Infinity,
    total: null,
    leftOut: 0,
    doubtful: 0,
    doubtfulCases: [],
    unresolvedCases: [],
    citations: [],
    missing,
  }
}

/** The citations of deciding happenings: the latest day first, then the later row; each place once. */
export function citationsOf(deciding: Iterable<CaseHappening>): readonly CaseCitation[] {
  const named = new Map<string, CaseCitation>()
  const ordered = [...new Set(deciding)].toSorted(
    (a, b) => compareText(b.latest, a.latest) || b.entry - a.entry,
  )
  for (const { citations, case: id, entry } of ordered) {
    for (const citation of citations) {
      const key = `${citation.source}\n${citation.at}`
      if (!named.has(key)) named.set(key, { ...citation, case: id, entry })
    }
    if (named.size >= NAMED_AT_MOST) break
  }
  return [...named.values()].slice(0, NAMED_AT_MOST)
}

export function namedCases(cases: Iterable<CaseId>): readonly CaseId[] {
  return [...new Set(cases)].toSorted(compareText).slice(0, NAMED_AT_MOST)
}
