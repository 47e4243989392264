/** The words of standings, lives and kinds, one for each, and the glyph that stands beside a standing. */

export type StandingShown = 'met' | 'partly' | 'not-met' | 'insufficient' | 'disputed'

export const GLYPHS: Readonly<Record<StandingShown, string>> = {
  met: '●',
  partly: '◐',
  'not-met': '○',
  insufficient: '?',
  disputed: '≠',
}

export const STANDING_WORDS: Readonly<Record<StandingShown, string>> = {
  met: 'met',
  partly: 'partly',
  'not-met': 'not met',
  insufficient: 'cannot be told',
  disputed: 'disputed',
}

/** In the order of the legend and of filters. */
export const STANDINGS = Object.keys(STANDING_WORDS) as StandingShown[] // the keys are the type

export const TIER_WORDS = {
  immediate: { title: 'Immediate', note: 'without significant change of the system' },
  intermediate: { title: 'Intermediate', note: 'some opening of the society' },
  'long-range': { title: 'Long-range', note: 'full observance' },
} as const

export const OBJECTIVE_WORDS: Readonly<Record<string, string>> = {
  'help-persons': 'Help persons',
  'safer-world': 'A safer world',
  'contest-for-opinion': 'The contest for opinion',
  encouragement: 'Encouragement to those persecuted',
}

export const ALERT_WORDS = {
  relapse: 'Relapse',
  displacement: 'Displacement',
  contradiction: 'Contradiction',
  'assurance-contradicted': 'Assurance contradicted by practice',
  stale: 'Evidence gone stale',
} as const

/** The same on one line with others. */
export const ALERT_BRIEF = {
  relapse: 'relapse',
  displacement: 'displacement',
  contradiction: 'contradiction',
  'assurance-contradicted': 'assurance contradicted',
  stale: 'evidence gone stale',
} as const

export const KIND_WORDS = {
  structural: 'rule',
  process: 'process',
  outcome: 'outcome',
} as const

/** `met` as `Met`, for the start of a line. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
