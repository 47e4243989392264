/** Looks one record up. */
import { Matcher } from './matcher.ts'
import type { ListHabits } from './matcher.ts'
import type { NameIndex } from './name-index.ts'
import type { MatchCandidate, NameRecord } from './name-record.ts'

const matchers = new WeakMap<NameIndex | ListHabits, Matcher>()

/** Matchers hold what they have worked out, so there is one for each index and list. */
export function matcherOf(index: NameIndex, habits?: ListHabits): Matcher {
  const known = matchers.get(habits ?? index)
  if (known?.index === index) return known
  const matcher = new Matcher(index, habits)
  matchers.set(habits ?? index, matcher)
  return matcher
}

/**
 * The persons of the register that the record may be, best first. `habits` are those of the list that
 * the record stands in, where they have been learned.
 */
export function findMatches(
  index: NameIndex,
  record: NameRecord,
  { limit = 10, habits }: { readonly limit?: number; readonly habits?: ListHabits } = {},
): readonly MatchCandidate[] {
  return matcherOf(index, habits).find(record, limit)
}
