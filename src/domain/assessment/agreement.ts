/**
 * How far coders agree, and what they scored last: Krippendorff's alpha for ordinal scores, over all
 * units that those coders have scored on the question (domain.md § 5 rule 8; Hayes & Krippendorff 2007).
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { addTo } from '../basics/collections.ts'
import type { Interval } from '../basics/interval.ts'
import type { KnownJudgement } from '../evidence/known-evidence.ts'

export type Agreement = {
  /** Scores of the unit last judged by enough coders on or before the day, lowest to highest. */
  readonly unit: Interval | undefined
  /** Units scored by two coders or more. */
  readonly units: number
  /** null where it cannot be computed: fewer than two pairable scores. */
  readonly alpha: number | null
}

export function readAgreement(
  judgements: readonly KnownJudgement[],
  coders: number,
  asOf: DayNumber,
): Agreement {
  const last = new Map<string, { unit: string; coder: string; score: number; day: DayNumber }>()
  for (const { judgement } of judgements) {
    // A coder's later score of one unit replaces the earlier.
    const { unit, coder, score, date } = judgement
    last.set(`${unit}\n${coder}`, { unit, coder, score, day: toDayNumber(date.latest) })
  }
  const byUnit = new Map<string, { score: number; day: DayNumber }[]>()
  for (const each of last.values()) addTo(byUnit, each.unit, each)

  const judged = [...byUnit.values()]
    .filter((scores) => scores.filter(({ day }) => day <= asOf).length >= coders)
    .map((scores) => scores.filter(({ day }) => day <= asOf))
    .toSorted((a, b) => lastDay(a) - lastDay(b))
    .at(-1)
    ?.map(({ score }) => score)
  const pairable = [...byUnit.values()]
    .map((scores) => scores.map(({ score }) => score))
    .filter((scores) => scores.length >= 2)
  return {
    unit: judged && { low: Math.min(...judged), high: Math.max(...judged) },
    units: pairable.length,
    alpha: ordinalAlpha(pairable),
  }
}

function lastDay(scores: readonly { day: DayNumber }[]): number {
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
