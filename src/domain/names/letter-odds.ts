/**
 * How much likelier two tokens are spellings of one name than two names that met by chance, from their
 * letters: the sum over all ways of writing the one beside the other, with the costs of that pair of
 * scripts.
 */
import { letterModelOf } from './letter-costs.ts'
import type { LetterModel } from './letter-model.ts'
import type { Phonemes, ScriptCode } from './name-token.ts'
import { PHONEME_COUNT, soundScriptOf } from './phonemes.ts'

// A token has at most 40 letters, and Kana or Hangul letters may read as four symbols.
const LONGEST = 192
const row = new Float64Array(LONGEST + 1)

/**
 * Log of P(a, b | one name) / (P(a) P(b)), in nats: above 0 speaks for one name. Symmetric. Two tokens
 * without sounds score 0: nothing is known.
 */
export function letterOdds(
  a: Phonemes,
  scriptA: ScriptCode,
  b: Phonemes,
  scriptB: ScriptCode,
): number {
  if (a.length === 0 || b.length === 0) return 0
  const { model, turned } = letterModelOf(soundScriptOf(scriptA), soundScriptOf(scriptB))
  return turned ? oddsUnder(model, b, a) : oddsUnder(model, a, b)
}

function oddsUnder(model: LetterModel, a: Phonemes, b: Phonemes): number {
  const { pair, aloneA, aloneB, columns } = model
  const width = Math.min(b.length, LONGEST)
  row[0] = 1
  for (let j = 0; j < width; j += 1) row[j + 1] = row[j]! * aloneB[b[j]!]!
  for (let i = 0; i < a.length; i += 1) {
    const symbol = a[i]!
    const alone = aloneA[symbol]!
    const offset = symbol * columns
    let diagonal: number = row[0]!
    let left: number = diagonal * alone
    row[0] = left
    for (let j = 0; j < width; j += 1) {
      const other = b[j]!
      const above = row[j + 1]!
      left = diagonal * pair[offset + other]! + above * alone + left * aloneB[other]!
      row[j + 1] = left
      diagonal = above
    }
  }
  return Math.log(row[width]! * model.end)
}

/** One token against many of a script: the same numbers as `letterOdds`, with the look-ups done once. */
export function prepareLetterOdds(
  a: Phonemes,
  scriptA: ScriptCode,
  scriptB: ScriptCode,
): (b: Phonemes) => number {
  const { model, turned } = letterModelOf(soundScriptOf(scriptA), soundScriptOf(scriptB))
  const prepared = prepareRows(a, model, turned)
  const { alone, aloneOther, pairs, end } = prepared
  const length = a.length
  return (b) => {
    if (length === 0 || b.length === 0) return 0
    const width = Math.min(b.length, LONGEST)
    row[0] = 1
    for (let j = 0; j < width; j += 1) row[j + 1] = row[j]! * aloneOther[b[j]!]!
    for (let i = 0; i < length; i += 1) {
      const aloneHere = alone[i]!
      const offset = i * PHONEME_COUNT
      let diagonal: number = row[0]!
      let left: number = diagonal * aloneHere
      row[0] = left
      for (let j = 0; j < width; j += 1) {
        const other = b[j]!
        const above = row[j + 1]!
        left = diagonal * pairs[offset + other]! + above * aloneHere + left * aloneOther[other]!
        row[j + 1] = left
        diagonal = above
      }
    }
    return Math.log(row[width]! * end)
  }
}

function prepareRows(a: Phonemes, model: LetterModel, turned: boolean) {
  const pairs = new Float64Array(a.length * PHONEME_COUNT)
  const alone = new Float64Array(a.length)
  const others = turned ? model.rows : model.columns
  a.forEach((symbol, at) => {
    alone[at] = (turned ? model.aloneB : model.aloneA)[symbol]!
    for (let other = 0; other < others; other += 1)
      pairs[at * PHONEME_COUNT + other] =
        model.pair[turned ? other * model.columns + symbol : symbol * model.columns + other]!
  })
  return { pairs, alone, aloneOther: turned ? model.aloneA : model.aloneB, end: model.end }
}
