/**
 * How far coders agree, and what they scored last: Krippendorff's alpha for ordinal scores, over all
 * units that those coders have scored on the question (rules R78; Hayes & Krippendorff 2007).
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { compareText, groupBy } from '../basics/collections.ts'
import type { Interval } from '../basics/interval.ts'
import { exactly, hullOf } from '../basics/interval.ts'
import type { KnownJudgement } from '../evidence/known-evidence.ts'

export type Agreement = {
  /** Scores of the unit last judged by enough coders on or before the day, lowest to highest. */
  readonly unit: Interval | undefined
  /** Units scored by two or more of the coders who judged that unit, whenever they did. */
  readonly units: number
  /** null where it cannot be computed: fewer than two pairable scores, or all the same. */
  readonly alpha: number | null
}

type Score = { readonly coder: string; readonly score: number; readonly day: DayNumber }

export function readAgreement(
  judgements: readonly KnownJudgement[],
  coders: number,
  asOf: DayNumber,
): Agreement {
  const inOrder = judgements.toSorted(
    (a, b) =>
      compareText(a.judgement.date.latest, b.judgement.date.latest) ||
      a.known - b.known ||
      a.judgement.entry - b.judgement.entry,
  )
  const judged = [...scoresByUnit(inOrder, asOf)]
    .filter(([, scores]) => scores.length >= coders)
    .toSorted(([a, one], [b, other]) => lastDay(one) - lastDay(other) || compareText(a, b))
    .at(-1)?.[1]
  if (!judged) return { unit: undefined, units: 0, alpha: null }
  const those = new Set(judged.map(({ coder }) => coder))
  const pairable = [...scoresByUnit(inOrder, Infinity).values()]
    .map((scores) => scores.filter(({ coder }) => those.has(coder)).map(({ score }) => score))
    .filter((scores) => scores.length >= 2)
  return {
    unit: hullOf(judged.map(({ score }) => exactly(score))),
    units: pairable.length,
    alpha: ordinalAlpha(pairable),
  }
}

/** Each coder's last score of each unit up to the day. */
function scoresByUnit(inOrder: readonly KnownJudgement[], upTo: number): Map<string, Score[]> {
  const last = new Map<string, Score & { unit: string }>()
  for (const { judgement } of inOrder) {
    const { unit, coder, score, date } = judgement
    const day = toDayNumber(date.latest)
    if (day <= upTo) last.set(JSON.stringify([unit, coder]), { unit, coder, score, day })
  }
  return groupBy(last.values(), ({ unit }) => unit)
}

function lastDay(scores: readonly Score[]): number {
  return Math.max(...scores.map(({ day }) => day))
}

/** Krippendorff's alpha with the ordinal metric; `units` hold two scores or more each. */
export function ordinalAlpha(units: readonly (readonly number[])[]): number | null {
  const values = [...new Set(units.flat())].toSorted((a, b) => a - b)
  const total = units.reduce((sum, scores) => sum + scores.length, 0)
  if (total < 2) return null
  const place = new Map(values.map((value, index) => [value, index]))
  const counts = values.map(() => 0)
  for (const score of units.flat())
    counts[place.get(score) ?? 0] = (counts[place.get(score) ?? 0] ?? 0) + 1

  let observed = 0
  for (const scores of units)
    for (const a of scores)
      for (const b of scores)
        observed += distance(place.get(a) ?? 0, place.get(b) ?? 0, counts) / (scores.length - 1)
  let expected = 0
  for (let a = 0; a < values.length; a += 1)
    for (let b = 0; b < values.length; b += 1)
      expected += (counts[a] ?? 0) * (counts[b] ?? 0) * distance(a, b, counts)
  // Without any variation there is nothing to agree on.
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected
}

/** (n_a/2 + the counts between + n_b/2)², counts taken over all scores. */
function distance(a: number, b: number, counts: readonly number[]): number {
  if (a === b) return 0
  const [low, high] = a < b ? [a, b] : [b, a]
  let between = -((counts[low] ?? 0) + (counts[high] ?? 0)) / 2
  for (let at = low; at <= high; at += 1) between += counts[at] ?? 0
  return between * between
}
