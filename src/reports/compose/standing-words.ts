/** Standings on paper: a glyph and a word, never a colour alone, so that they survive a copier. */
import type { AlertKind } from '../../domain/assessment/alerts.ts'
import type { GoalStanding } from '../../domain/assessment/goal-standing.ts'
import { VERDICT_WORDS } from '../../domain/assessment/sentences.ts'
import type { Life } from '../../domain/assessment/standing.ts'

export const STANDING_WORDS: Readonly<Record<GoalStanding, string>> = {
  ...VERDICT_WORDS,
  partly: 'partly',
}

const GLYPHS: Readonly<Record<GoalStanding, string>> = {
  met: '●',
  partly: '◐',
  'not-met': '○',
  insufficient: '?',
  disputed: '≠',
}

/** `● met` */
export function glyphAndWord(standing: GoalStanding): string {
  return `${GLYPHS[standing]} ${STANDING_WORDS[standing]}`
}

/** What each standing says, in the order in which a reader meets them. */
export const STANDING_MEANINGS: readonly (readonly [GoalStanding, string])[] = [
  ['met', 'The benchmark, or each benchmark of the goal, holds on all that is known.'],
  ['partly', 'Of the goal’s benchmarks one at least is met and one at least is not.'],
  ['not-met', 'The benchmark fails on all that is known, or has not held long enough.'],
  ['insufficient', 'The evidence does not tell; what is missing is said beside it.'],
  ['disputed', 'Sources lead to different verdicts; which ones is said beside it.'],
]

export const LIFE_WORDS: Readonly<Record<Life, string>> = {
  'not-due': 'not due yet',
  waived: 'waived',
  lapsed: 'lapsed',
  slipping: 'slipping',
  unverified: 'unverified',
  'by-a-later-standard': 'by a later standard',
}

export const ALERT_WORDS: Readonly<Record<AlertKind, string>> = {
  relapse: 'Relapse',
  displacement: 'Displacement',
  contradiction: 'Contradiction between figures',
  'assurance-contradicted': 'Assurance contradicted by practice',
  stale: 'Evidence gone stale',
}

const HALVES: Readonly<Record<GoalStanding, string>> = {
  ...STANDING_WORDS,
  met: 'yes',
  'not-met': 'no',
}

/** `yes`, `no` or the standing’s own word; empty for a half that the goal does not have. */
export function sayHalf(half: GoalStanding | null): string {
  return half === null ? '' : HALVES[half]
}

/** `number yes · rule no`; a half that the goal does not have is left out. */
export function sayHalves(number: GoalStanding | null, rule: GoalStanding | null): string {
  return [number && `number ${sayHalf(number)}`, rule && `rule ${sayHalf(rule)}`]
    .filter((half) => half !== null)
    .join(' · ')
}
