/**
 * How two spellings of one name arise together, letter by letter: the two are written side by side,
 * each step a pair of symbols, or a symbol on one side alone. A table holds, for every step, how much
 * likelier it is when the two are one name than when they are two names that met by chance.
 */
import { soundsOf, likeness } from './sound-likeness.ts'

/** Ratios of one pair of alphabets; `a` has `rows` symbols and `b` has `columns`. */
export type LetterModel = {
  readonly rows: number
  readonly columns: number
  /** P(a, b | same) / (P(a) P(b)), rows × columns. */
  readonly pair: Float64Array
  /** P(a alone | same) / P(a). */
  readonly aloneA: Float64Array
  readonly aloneB: Float64Array
  /** What ending both costs against ending each by itself, as a ratio. */
  readonly end: number
}

const VOWEL_ALONE = 0.12
const CONSONANT_ALONE = 0.02
const END = 6

/** A model from the sounds alone, for alphabets that no set of pairs has taught. */
export function modelFromSounds(a: readonly string[], b: readonly string[]): LetterModel {
  const pair = new Float64Array(a.length * b.length)
  const [soundsA, soundsB] = [a.map(soundsOf), b.map(soundsOf)]
  soundsA.forEach((left, row) => {
    soundsB.forEach((right, column) => {
      pair[row * b.length + column] = likeness(left, right)
    })
  })
  return {
    rows: a.length,
    columns: b.length,
    pair,
    aloneA: Float64Array.from(soundsA, aloneOf),
    aloneB: Float64Array.from(soundsB, aloneOf),
    end: END,
  }
}

function aloneOf(sounds: readonly string[]): number {
  return sounds.some((sound) => sound === '' || "aeiouyh':al".includes(sound))
    ? VOWEL_ALONE
    : CONSONANT_ALONE
}
