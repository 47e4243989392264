/**
 * What the terms of a comparison weigh, in nats, before a register has taught anything of its own.
 * `m` is how often records of one person agree so; how often records of two persons do is counted in
 * the register itself.
 */
export type NameWeights = {
  /**
   * Tokens of one name are not independent: each keeps this share of what it would tell alone.
   */
  readonly scale: number
  /** Added where the letters are the same and not only the sounds. */
  readonly exact: number
  /** No token weighs more. */
  readonly cap: number
  /** Neighbours lighter than this are not kept. */
  readonly least: number
  /** So many neighbours of a token are kept. */
  readonly most: number
  /** How often a letter is dropped, doubled or taken for another by hand or machine. */
  readonly slip: number
  /** How often one person stands under another form of the same name. */
  readonly nickname: number
  /** A token on either side that answers to none on the other. */
  readonly conflict: number
  /** The same where both stand first. */
  readonly firstConflict: number
  /** A token that the other side leaves out. */
  readonly omission: number
  readonly patronymicOmission: number
  /** Each pair of tokens that stand the other way round. */
  readonly inversion: number
  /** Added where what is left on both sides is read once more, and where it is written together. */
  readonly reread: number
  readonly joined: number
  /** An initial that agrees keeps this much of what its letter tells. */
  readonly initial: number
}

export type BirthLevel = 'day' | 'swapped' | 'twoParts' | 'year' | 'near' | 'decade' | 'other'

export type FieldWeights = {
  readonly birth: Readonly<Record<BirthLevel, number>>
  /** How often a birth given by a span of days, or against one, agrees, lies within a year, or does not. */
  readonly birthSpan: { readonly compatible: number; readonly near: number; readonly other: number }
  /**
   * How often our age less theirs is -3, -2, -1, 0, 1, 2, 3 years, or they lie 4 to 6, 7 to 12 or more
   * years apart.
   */
  readonly age: readonly number[]
  readonly sex: number
  /** The same, similar, another. */
  readonly place: readonly [number, number, number]
  readonly category: readonly [number, number, number]
  readonly origin: readonly [number, number, number]
  readonly identifiers: Readonly<Record<string, readonly [number, number, number]>>
}

export type MatchWeights = {
  readonly name: NameWeights
  /** Added to the prior, since tokens are scaled down. */
  readonly base: number
  readonly field: FieldWeights
  /** The share of those looked up who are expected to be in the register. */
  readonly expected: number
  /** probability = logistic(slope × log-odds + shift). */
  readonly calibration: { readonly slope: number; readonly shift: number }
}

export const STARTING_WEIGHTS: MatchWeights = {
  name: {
    scale: 0.4,
    exact: 2,
    cap: 9,
    least: -3.5,
    most: 60,
    slip: 0.006,
    nickname: 0.1,
    conflict: -6,
    firstConflict: -7,
    omission: -1.2,
    patronymicOmission: -0.3,
    inversion: -2.5,
    reread: -2.5,
    joined: -2,
    initial: 0.9,
  },
  field: {
    birth: {
      day: 0.8,
      swapped: 0.01,
      twoParts: 0.08,
      year: 0.04,
      near: 0.03,
      decade: 0.02,
      other: 0.02,
    },
    birthSpan: { compatible: 0.92, near: 0.05, other: 0.03 },
    age: [0.005, 0.015, 0.13, 0.66, 0.13, 0.015, 0.005, 0.01, 0.01, 0.02],
    sex: 0.985,
    place: [0.6, 0.25, 0.15],
    category: [0.7, 0.1, 0.2],
    origin: [0.5, 0.1, 0.4],
    identifiers: {},
  },
  base: 8.6,
  expected: 0.5,
  calibration: { slope: 1, shift: 0 },
}
