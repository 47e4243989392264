/** What is asked, in three tiers (Schifter to Shultz, 1987, p. 263), and why. */
import type { BenchmarkId, GoalId } from '../basics/ids.ts'
import type { Citation } from '../evidence/source.ts'

/** Without significant change of the system; some opening; full observance. */
export const TIERS = ['immediate', 'intermediate', 'long-range'] as const
export type Tier = (typeof TIERS)[number]

/** The four objectives of the memorandum, p. 264 (a)–(d); rules R122 fixes the words. */
export const OBJECTIVES = [
  'help-persons',
  'safer-world',
  'contest-for-opinion',
  'encouragement',
] as const
export type Objective = (typeof OBJECTIVES)[number]

export type Goal = {
  readonly id: GoalId
  readonly tier: Tier
  readonly statement: string
  /** `instrument/provision` */
  readonly provisions: readonly string[]
  readonly objectives: readonly Objective[]
  readonly cites: readonly Citation[]
  readonly benchmarks: readonly BenchmarkId[]
}

/** Whom an objective addresses (memorandum, "Targets", p. 264–265). */
export const AUDIENCES: Readonly<Record<Objective, readonly string[]>> = {
  'help-persons': ['leadership'],
  'safer-world': ['leadership', 'public there'],
  'contest-for-opinion': ['public at home and abroad'],
  encouragement: ['the persecuted'],
}
