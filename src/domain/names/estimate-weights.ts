/**
 * How often records of one person agree on each field, counted over comparisons that are held to be of
 * one person: by their probability, or because people have said so. The starting weights count as so
 * many comparisons, so that few change little.
 */
import { groupBy } from '../basics/collections.ts'
import { ageBand } from './birth-terms.ts'
import { calibrated } from './calibrate.ts'
import { UNKNOWN_IDENTIFIER } from './field-terms.ts'
import type { MatchCandidate, MatchReason } from './name-record.ts'
import type { FieldWeights, MatchWeights } from './weights.ts'

export const STARTING_RECORDS = 25
/** How often two pairs of tokens stand the other way round by chance. */
const INVERTED_BY_CHANCE = 0.3
/** No rare level falls below this share of where it started. */
const LEAST_OF_START = 0.3
const LEAST = 0.02

/** A comparison and how sure it is that both are one person. */
export type Seen = { readonly reasons: readonly MatchReason[]; readonly share: number }

/** What a person decided of a candidate. */
export type MatchReview = { readonly candidate: MatchCandidate; readonly same: boolean }

/** The weights after people have decided: what agrees, and how far the log-odds can be trusted. */
export function learnFromDecisions(
  weights: MatchWeights,
  decisions: readonly MatchReview[],
): MatchWeights {
  const same = decisions.flatMap(({ candidate, same }) =>
    same ? [{ reasons: candidate.reasons, share: 1 }] : [],
  )
  return {
    ...countedWeights(same, weights),
    calibration: calibrated(
      decisions.map(({ candidate, same }) => ({ logOdds: candidate.logOdds, same })),
      weights.calibration,
    ),
  }
}

/** The weights that these comparisons of one person with itself show. */
export function countedWeights(seen: readonly Seen[], starting: MatchWeights): MatchWeights {
  const { field } = starting
  const reasonsOf = (kind: MatchReason['kind']) =>
    seen.flatMap(({ reasons, share }) =>
      reasons.filter((reason) => reason.kind === kind).map((reason) => ({ reason, share })),
    )
  const inverted = counted(
    [0.002, 0.998],
    seen
      .filter(({ reasons }) => reasons.filter(({ kind }) => kind === 'name').length > 1)
      .map(({ reasons, share }) => ({
        level: reasons.some(({ kind }) => kind === 'order') ? 0 : 1,
        share,
      })),
  )
  const levels = (kind: 'sex' | 'place' | 'category' | 'origin', start: readonly number[]) =>
    counted(
      start,
      reasonsOf(kind).map(({ reason, share }) => ({
        level: reason.relation === 'same' ? 0 : reason.relation === 'similar' ? 1 : 2,
        share,
      })),
    )
  return {
    ...starting,
    name: {
      ...starting.name,
      inversion: Math.log(((inverted[0] ?? 0) + 1e-3) / INVERTED_BY_CHANCE),
    },
    field: {
      ...field,
      age: counted(
        field.age,
        reasonsOf('age').map(({ reason, share }) => ({
          level: ageBand(Number(reason.ours) - Number(reason.theirs)),
          share,
        })),
      ),
      birth: countedBirth(field, reasonsOf('birth')),
      sex: levels('sex', [field.sex, 0, 1 - field.sex])[0] ?? field.sex,
      place: triple(levels('place', field.place)),
      category: triple(levels('category', field.category)),
      origin: triple(levels('origin', field.origin)),
      identifiers: countedIdentifiers(field, reasonsOf('identifier')),
    },
  }
}

function countedIdentifiers(
  { identifiers }: FieldWeights,
  reasons: readonly { readonly reason: MatchReason; readonly share: number }[],
): FieldWeights['identifiers'] {
  const byKind = groupBy(reasons, ({ reason }) => reason.field ?? '')
  return Object.fromEntries(
    [...byKind].map(([kind, seen]) => [
      kind,
      triple(
        counted(
          identifiers[kind] ?? UNKNOWN_IDENTIFIER,
          seen.map(({ reason, share }) => ({
            level: reason.relation === 'same' ? 0 : reason.relation === 'similar' ? 1 : 2,
            share,
          })),
        ),
      ),
    ]),
  )
}

const BIRTH_LEVELS = [
  'same',
  'swapped',
  'one-part-differs',
  'same-year',
  'near',
  'differs',
] as const

function countedBirth(
  { birth }: FieldWeights,
  reasons: readonly { readonly reason: MatchReason; readonly share: number }[],
): FieldWeights['birth'] {
  const start = [
    birth.day,
    birth.swapped,
    birth.twoParts,
    birth.year,
    birth.near,
    birth.decade + birth.other,
  ]
  const [day = 0, swapped = 0, twoParts = 0, year = 0, near = 0, differs = 0] = counted(
    start,
    reasons.flatMap(({ reason, share }) => {
      const level = BIRTH_LEVELS.findIndex((name) => name === reason.relation)
      return level < 0 ? [] : [{ level, share }]
    }),
  )
  const decade = (differs * birth.decade) / (birth.decade + birth.other)
  return { day, swapped, twoParts, year, near, decade, other: differs - decade }
}

function counted(
  start: readonly number[],
  seen: readonly { readonly level: number; readonly share: number }[],
): readonly number[] {
  const counts = start.map((share) => share * STARTING_RECORDS)
  let total = STARTING_RECORDS
  for (const { level, share } of seen) {
    counts[level] = (counts[level] ?? 0) + share
    total += share
  }
  // Sure matches are those that agree; what differs is rarer among them than in truth.
  return counts.map((count, level) =>
    Math.max(count / total, Math.min((start[level] ?? 0) * LEAST_OF_START, LEAST), 1e-4),
  )
}

function triple([a = 0, b = 0, c = 0]: readonly number[]): readonly [number, number, number] {
  return [a, b, c]
}
