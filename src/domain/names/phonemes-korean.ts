/**
 * Hangul as sounds, by its letters. A syllable block is a lead, a vowel and a tail; the vowel eu is
 * written mostly because a consonant must have one.
 */
import { makeAlphabet } from './alphabet.ts'
import type { Phonemes } from './name-token.ts'

const LEADS = `k|g g/kk|k n d|t/d t/tt r|l m b|p/b p/pp s s/ss - j|ch|z/j ch/jj ch|ts k/kh t/th p|f/ph h`
const VOWELS = `a ae|e y/g,a y/g,ae|e eo|o|u|a e y/g,eo|o|u|a y/g,e o w/g,a w/g,ae|e o|e/oe y/g,o u w/g,eo|o|u|a w/g,e w/g,i y/g,u eu|u i|e|u/ui i`
const TAILS = `- k/tail k/tail k/tail n/tail n/tail n/tail t/tail l/tail l/tail l/tail l/tail l/tail l/tail l/tail l/tail m/tail p/tail p/tail t|s/tail t|s/tail ng n/tail ch/tail k/tail t/tail p/tail h/tail`

const FIRST_BLOCK = 0xac00
const LAST_BLOCK = 0xd7a3
/** Letters of the blocks, moved to where single characters stand for them. */
const LEAD = 0x1100
const VOWEL = 0x1161
const TAIL = 0x11a7

function table(): string {
  const lines: string[] = []
  const add = (start: number, readings: string, contexts: (at: number) => string[]): void => {
    readings.split(' ').forEach((reading, at) => {
      const letter = String.fromCharCode(start + at)
      lines.push(...contexts(at).map((context) => `${letter} ${context}`))
      lines.push(`${letter} ${reading.replaceAll(',', ' ')}`)
    })
  }
  add(LEAD, LEADS, (at) => (at === 0 ? ['^_ k|g/start'] : at === 5 ? ['[\u11af]_ l/ll'] : []))
  add(VOWEL, VOWELS, (at) => (at === 20 ? ['_$ i/final'] : at === 18 ? ['_$ eu|u/final'] : []))
  add(TAIL, TAILS, (at) => (at === 8 ? ['_[\u1105] -'] : []))
  return lines.join('\n')
}

const letters = makeAlphabet(table(), { vowels: '', front: '', doubled: 'twice' })

export const korean = {
  symbols: letters.symbols,
  read: (key: string): Phonemes => letters.read(toLetters(key)),
}

function toLetters(key: string): string {
  let result = ''
  for (const block of key) {
    const code = block.charCodeAt(0)
    if (code < FIRST_BLOCK || code > LAST_BLOCK) continue
    const at = code - FIRST_BLOCK
    result += String.fromCharCode(LEAD + Math.floor(at / 588), VOWEL + Math.floor((at % 588) / 28))
    if (at % 28 > 0) result += String.fromCharCode(TAIL + (at % 28))
  }
  return result
}
