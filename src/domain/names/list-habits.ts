/**
 * What a list shows of its own ways, from its sure matches and without labels: how the ages in it lie
 * to ours, how reliable its sexes and dates are, in which order it puts names, and how it spells.
 *
 * Expectation and maximisation: each candidate counts by its probability, and the probabilities come
 * from what was counted before. Every count starts from the starting weights as so many records, so a
 * short list changes little.
 */
import { addTo } from '../basics/collections.ts'
import { countedWeights, STARTING_RECORDS } from './estimate-weights.ts'
import type { Seen } from './estimate-weights.ts'
import type { Compared, ListHabits } from './matcher.ts'
import { Matcher } from './matcher.ts'
import type { NameIndex } from './name-index.ts'
import type { NameRecord } from './name-record.ts'
import { tokenName } from './token-neighbours.ts'
import type { TokenHabit } from './token-neighbours.ts'

const ROUNDS = 2
const LEAST_COUNTED = 0.3
/** However complete a register looks, somebody may be missing. */
const MOST_EXPECTED = 0.96

/** Learns from the records, which are a list or a fair sample of one. */
export function learnListHabits(
  index: NameIndex,
  records: readonly NameRecord[],
  { rounds = ROUNDS }: { readonly rounds?: number } = {},
): ListHabits {
  let habits: ListHabits = { weights: index.weights, tokens: [] }
  for (let round = 0; round < rounds; round += 1) {
    const matcher = new Matcher(index, habits)
    let there = index.weights.expected * STARTING_RECORDS
    const seen = records.flatMap((record) => {
      const candidates = matcher.compare(record, 3)
      there += candidates[0]?.candidate.probability ?? 0
      return likeliestOf(candidates)
    })
    const expected = Math.min(there / (records.length + STARTING_RECORDS), MOST_EXPECTED)
    habits = {
      weights: {
        ...countedWeights(seen.map(seenOf), index.weights),
        expected: Math.max(expected, 0.05),
      },
      tokens: countedTokens(seen),
    }
  }
  return habits
}

/**
 * Learns from the register itself, for finding doubles in it: from every so many persons and whom else
 * they may be.
 */
export function learnRegisterHabits(
  index: NameIndex,
  { most = 2000, rounds = ROUNDS }: { readonly most?: number; readonly rounds?: number } = {},
): ListHabits {
  let habits: ListHabits = { weights: index.weights, tokens: [] }
  const persons = index.personIds.length
  const step = Math.max(1, Math.floor(persons / most))
  for (let round = 0; round < rounds; round += 1) {
    const matcher = new Matcher(index, habits)
    const seen: Likely[] = []
    for (let person = 0; person < persons; person += step)
      if (!index.removed[person])
        for (const compared of matcher.compareOthers(person, 12))
          if (compared.candidate.probability > LEAST_COUNTED)
            seen.push({ compared, share: compared.candidate.probability })
    habits = { weights: countedWeights(seen.map(seenOf), index.weights), tokens: [] }
  }
  return habits
}

type Likely = { readonly compared: Compared; readonly share: number }

function seenOf({ compared, share }: Likely): Seen {
  return { reasons: compared.candidate.reasons, share }
}

/** The best candidate, less sure where another comes close. */
function likeliestOf(candidates: readonly Compared[]): readonly Likely[] {
  const [compared, second] = candidates
  if (!compared) return []
  const { probability } = compared.candidate
  const other = second?.candidate.probability ?? 0
  const share = probability * (1 - other / (probability + other))
  return share < LEAST_COUNTED ? [] : [{ compared, share }]
}

/** Where all else agrees and one token is left on each side, the two stand for one another. */
function countedTokens(seen: readonly Likely[]): readonly TokenHabit[] {
  const times = new Map<string, number>()
  const pairs = new Map<string, { readonly habit: Omit<TokenHabit, 'share'>; share: number }[]>()
  const count = (name: string, share: number) => times.set(name, (times.get(name) ?? 0) + share)
  for (const { compared, share } of seen) {
    for (const { theirs } of compared.paired) count(tokenName(theirs), share)
    for (const theirs of compared.leftTheirs) count(tokenName(theirs), share)
    const [theirs, ours] = [compared.leftTheirs[0], compared.leftOurs[0]]
    const alone = compared.leftTheirs.length === 1 && compared.leftOurs.length === 1
    if (!theirs || !ours || !alone || compared.paired.length < 2) continue
    const known = pairs
      .get(tokenName(theirs))
      ?.find(({ habit }) => tokenName(habit.ours) === tokenName(ours))
    if (known) known.share += share
    else addTo(pairs, tokenName(theirs), { habit: { theirs, ours }, share })
  }
  return [...pairs].flatMap(([name, found]) =>
    found
      .filter(({ share }) => share > 1.2)
      .map(({ habit, share }) => ({
        ...habit,
        share: (share - 0.5) / ((times.get(name) ?? share) + 1),
      })),
  )
}
