/**
 * What is left on both sides of a pairing, written together: Nur al-Din stands against Nureddin, and a
 * token whose letters are far off is heard once more.
 */
import { letterOdds } from './letter-odds.ts'
import type { Phonemes } from './name-token.ts'
import type { NameIndex } from './name-index.ts'
import type { NameScorer, PreparedName } from './score-names.ts'
import type { NameWeights } from './weights.ts'

export type Joined = {
  readonly theirs: string
  readonly ours: string
  /** Nats, in the place of what the left-over tokens cost. */
  readonly weight: number
}

const MOST_JOINED = 4

/** Undefined where nothing is left on one of the sides, or too much. Reads the last row scored. */
export function joinLeftOver(
  index: NameIndex,
  scorer: NameScorer,
  name: PreparedName,
  row: number,
  weights: NameWeights,
): Joined | undefined {
  const ours = [...index.tokensOfRow(row)]
  const leftOurs = ours.filter((_, place) => (scorer.oursPaired & (1 << place)) === 0)
  const leftTheirs = name.neighbours.filter(
    (_, place) => (scorer.theirsPaired & (1 << place)) === 0,
  )
  const longest = Math.max(leftOurs.length, leftTheirs.length)
  if (leftOurs.length === 0 || leftTheirs.length === 0 || longest > MOST_JOINED) return undefined
  const ourTokens = leftOurs.flatMap((id) => index.tokens.tokens[id] ?? [])
  const [theirScript, ourScript] = [leftTheirs[0]?.token.script, ourTokens[0]?.script]
  if (!theirScript || !ourScript) return undefined
  const odds = letterOdds(
    concatenate(leftTheirs.map(({ readings }) => readings[0])),
    theirScript,
    concatenate(leftOurs.map((id) => index.tokens.readings[id]?.[0])),
    ourScript,
  )
  const norm = leftTheirs.reduce(
    (sum, neighbours) => sum + (longest > 1 ? neighbours.normOfOthers : neighbours.norm),
    0,
  )
  const { joined, cap, scale } = weights
  const weight = Math.min(odds - norm + (longest > 1 ? joined : 0), cap / 2)
  const slip = slipOf(index, leftTheirs, leftOurs)
  const reread = (weight > 0 ? weight * scale : weight) + weights.reread
  return {
    theirs: leftTheirs.map(({ token }) => token.form).join(' '),
    ours: index
      .formsOfRow(row)
      .filter((_, place) => (scorer.oursPaired & (1 << place)) === 0)
      .map(({ form }) => form)
      .join(' '),
    weight: Math.max(reread, slip * scale),
  }
}

/** Two words of one script that a slip of the pen explains, though they share no skeleton. */
function slipOf(
  index: NameIndex,
  theirs: PreparedName['neighbours'],
  ours: readonly number[],
): number {
  const [token, id] = [theirs[0]?.token, ours[0]]
  if (theirs.length > 1 || ours.length > 1 || !token || id === undefined) return -Infinity
  return index.neighbours.slip(token, id)
}

function concatenate(parts: readonly (Phonemes | undefined)[]): Phonemes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0))
  let at = 0
  for (const part of parts) {
    if (!part) continue
    whole.set(part, at)
    at += part.length
  }
  return whole
}
