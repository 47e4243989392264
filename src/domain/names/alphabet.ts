/**
 * How the letters of one script are read as sounds.
 *
 * A table has one rule a line: `letters [context] reading`. The longest letters win, then the first
 * rule whose context holds. A context is `left_right`; either side may be empty, `^` (start), `$`
 * (end), `V` (vowel), `C` (not a vowel, not the edge), `F` (e, i, y and their like) or `[letters]`.
 * A reading is `sounds/label` (the sounds divided by `|` where they cannot be told apart, most likely
 * first; the label keeps apart what the learned costs keep apart), several of them, or `-` for none.
 */
import type { Phonemes } from './name-token.ts'

export type Alphabet = {
  /** Each symbol's sounds and label, by its number. */
  readonly symbols: readonly string[]
  readonly read: (key: string) => Phonemes
}

type Context = { readonly left: Side; readonly right: Side }
type Side = (letter: string) => boolean
type Rule = { readonly context: Context | undefined; readonly reading: readonly number[] }

type Letters = {
  readonly vowels: string
  readonly front: string
  /** Whether a letter written twice is read once. */
  readonly doubled: 'once' | 'twice'
}

/** An alphabet from its table. Throws when the table has a line that is not a rule. */
export function makeAlphabet(table: string, letters: Letters): Alphabet {
  const symbols: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (symbol: string): number => {
    const known = numbers.get(symbol)
    if (known !== undefined) return known
    numbers.set(symbol, symbols.length)
    return symbols.push(symbol) - 1
  }
  const rules = new Map<string, Rule[]>()
  let longest = 1
  for (const line of table.split('\n')) {
    const words = line.trim().split(/\s+/)
    const [unit = '', second = ''] = words
    if (unit === '') continue
    const hasContext = second.includes('_')
    const reading = words.slice(hasContext ? 2 : 1)
    if (reading.length === 0) throw new Error(`not a rule of letters: ${line}`)
    const rule: Rule = {
      context: hasContext ? readContext(second, letters) : undefined,
      reading: reading[0] === '-' ? [] : reading.map(numberOf),
    }
    longest = Math.max(longest, unit.length)
    rules.set(unit, [...(rules.get(unit) ?? []), rule])
  }
  return { symbols, read: (key) => read(key, rules, longest, letters) }
}

// A token longer than this is not a name; the rest of it is not read.
const LONGEST_TOKEN = 40
const buffer = new Uint8Array(4 * LONGEST_TOKEN)

function read(
  key: string,
  rules: ReadonlyMap<string, readonly Rule[]>,
  longest: number,
  letters: Letters,
): Phonemes {
  const end = Math.min(key.length, LONGEST_TOKEN)
  let count = 0
  let at = 0
  while (at < end) {
    let length = Math.min(longest, end - at)
    let rule: Rule | undefined
    for (; length > 0 && !rule; length -= 1) {
      if (length === 1 && letters.doubled === 'once' && isRepeated(key, at, letters)) break
      const unit = key.slice(at, at + length)
      const left = key.charAt(at - 1)
      const right = key.charAt(at + length)
      rule = rules
        .get(unit)
        ?.find(({ context }) => !context || (context.left(left) && context.right(right)))
      if (rule) {
        for (const symbol of rule.reading) buffer[count++] = symbol
        break
      }
    }
    at += Math.max(1, length)
  }
  return buffer.slice(0, count)
}

function isRepeated(key: string, at: number, { vowels }: Letters): boolean {
  const letter = key.charAt(at)
  return at > 0 && letter === key.charAt(at - 1) && !vowels.includes(letter)
}

function readContext(text: string, letters: Letters): Context {
  const [left = '', right = ''] = text.split('_')
  return { left: readSide(left, letters), right: readSide(right, letters) }
}

function readSide(side: string, { vowels, front }: Letters): Side {
  if (side === '') return () => true
  if (side === '^' || side === '$') return (letter) => letter === ''
  if (side === 'V') return (letter) => letter !== '' && vowels.includes(letter)
  if (side === 'F') return (letter) => letter !== '' && front.includes(letter)
  if (side === 'C') return (letter) => letter !== '' && !vowels.includes(letter)
  const listed = side.length === 1 ? side : side.slice(1, -1)
  if (side.length > 1 && side !== `[${listed}]`)
    throw new Error(`not a context of letters: ${side}`)
  return (letter) => letter !== '' && listed.includes(letter)
}
