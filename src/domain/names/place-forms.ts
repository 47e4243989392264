/** Whether two texts of a field are forms of one: one holds the words of the other, or sounds like it. */
import { foldText } from './field-columns.ts'
import { letterOdds } from './letter-odds.ts'
import { toPhonemes } from './phonemes.ts'
import { readName } from './read-name.ts'

const CACHE_LIMIT = 200_000
const ENOUGH = 3.5

export class PlaceForms {
  /** How often the places of two persons are similar and not the same. */
  readonly shareSimilar = 0.01
  private readonly known = new Map<string, boolean>()

  similar(a: string, b: string): boolean {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const answer = readSimilar(foldText(a), foldText(b))
    if (this.known.size >= CACHE_LIMIT) this.known.clear()
    this.known.set(key, answer)
    return answer
  }
}

function readSimilar(a: string, b: string): boolean {
  if (a === b) return true
  const [wordsA, wordsB] = [a.split(' '), b.split(' ')]
  const [fewer, more] =
    wordsA.length <= wordsB.length ? [wordsA, new Set(wordsB)] : [wordsB, new Set(wordsA)]
  const held = fewer.filter((word) => more.has(word)).length
  if (held > 0 && held * 2 >= fewer.length) return true
  if (/\d/.test(a) || /\d/.test(b)) return firstsAlike(a, b)
  return soundsAlike(a, b)
}

/** Codes: the same beginning, or one sign of them differs. */
function firstsAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 4) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1)
  return a.length < b.length ? a.slice(at) === b.slice(at + 1) : a.slice(at + 1) === b.slice(at)
}

function soundsAlike(a: string, b: string): boolean {
  const [left, right] = [readName(a), readName(b)]
  if (left.length === 0 || left.length !== right.length) return false
  return left.every((token, at) => {
    const other = right[at]
    if (!other) return false
    return toPhonemes(token.key, token.script).some((x) =>
      toPhonemes(other.key, other.script).some(
        (y) => letterOdds(x, token.script, y, other.script) > ENOUGH,
      ),
    )
  })
}
