/**
 * Reads the names of a register into token numbers. Most words are a token of their own whatever
 * stands beside them; which ones are is found out once, so that a name of such words needs no reading.
 */
import type { NameToken } from './name-token.ts'
import { readName } from './read-name.ts'
import type { TokenTable } from './token-table.ts'

/** The word joins, is dropped, or is read by what stands beside it. */
const DEPENDS = -1
/** Seen for the first time, and not looked into yet. */
const SEEN_ONCE = -2
const MOST_WORDS = 500_000
const MOST_TOGETHER = 3
const LETTERS = /^[\p{L}' -]{2,}$/u
const BESIDE = 'Zorvek'

export class WordReader {
  /** Token numbers of words that stand alone, or one of the above. */
  private readonly words = new Map<string, number>()
  private readonly table: TokenTable

  constructor(table: TokenTable) {
    this.table = table
  }

  /** Calls with the number and the form of each token of the name, each counted once more. */
  read(name: string, most: number, call: (token: number, form: string) => void): void {
    const words = name.split(' ')
    const numbers: number[] = []
    const forms: string[] = []
    for (let at = 0; at < words.length;) {
      let unit = words[at] ?? ''
      let number = this.numberOf(unit)
      let next = at + 1
      // Abu Zayd, Abd al Rahman: words that stand alone only together.
      for (; number === DEPENDS && next < words.length && next < at + MOST_TOGETHER; next += 1) {
        unit += ` ${words[next] ?? ''}`
        number = this.numberOf(unit)
      }
      if (number < 0) return this.readWhole(name, most, call)
      numbers.push(number)
      forms.push(unit)
      at = next
    }
    for (let at = 0; at < Math.min(numbers.length, most); at += 1) {
      this.table.changeCount(numbers[at] ?? 0, 1)
      call(numbers[at] ?? 0, forms[at] ?? '')
    }
  }

  private readWhole(name: string, most: number, call: (token: number, form: string) => void): void {
    for (const token of readName(name).slice(0, most)) call(this.table.count(token), token.form)
  }

  private numberOf(word: string): number {
    const known = this.words.get(word)
    // A word is looked into when it comes again: most come once.
    if (known !== undefined && known !== SEEN_ONCE) return known
    if (known === undefined) {
      if (this.words.size >= MOST_WORDS) this.words.clear()
      this.words.set(word, SEEN_ONCE)
      return SEEN_ONCE
    }
    const alone = LETTERS.test(word) ? standsAlone(word) : undefined
    const number = alone ? this.table.count(alone, 0) : DEPENDS
    this.words.set(word, number)
    return number
  }
}

/** The token that the word is first, in the middle and last; undefined where these differ. */
function standsAlone(word: string): NameToken | undefined {
  const [middle, ...rest] = readName(`${BESIDE} ${word} ${BESIDE}`).slice(1)
  const [first, second, ...more] = readName(`${word} ${BESIDE}`)
  const [, last, ...others] = readName(`${BESIDE} ${word}`)
  if (!middle || !first || !second || !last) return undefined
  if (rest.length !== 1 || more.length > 0 || others.length > 0) return undefined
  const same = [first, last].every(
    ({ key, form, script, role }) =>
      key === middle.key && form === middle.form && script === middle.script && role === 'plain',
  )
  return same && middle.role === 'plain' ? middle : undefined
}
