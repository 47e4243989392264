/**
 * Katakana as sounds; hiragana is read as katakana. Japanese writes a vowel after every consonant: the
 * vowels that stand there for that alone (u after most, o after t and d, i after ch and j) have
 * symbols of their own.
 */
import { makeAlphabet } from './alphabet.ts'
import type { Phonemes } from './name-token.ts'

const ROWS: readonly (readonly [letters: string, sounds: string])[] = [
  ['アイウエオ', ''],
  ['ァィゥェォ', ''],
  ['カキクケコ', 'k'],
  ['ガギグゲゴ', 'g'],
  ['サ.スセソ', 's'],
  ['ザ.ズゼゾ', 'z'],
  ['タ..テト', 't'],
  ['ダ..デド', 'd'],
  ['ナニヌネノ', 'n'],
  ['ハヒ.ヘホ', 'h'],
  ['バビブベボ', 'b|v/b'],
  ['パピプペポ', 'p'],
  ['マミムメモ', 'm'],
  ['ヤ.ユ.ヨ', 'y'],
  ['ラリルレロ', 'r|l'],
  ['ワヰ.ヱヲ', 'w'],
  ['ヷヸ.ヹヺ', 'v'],
]
const ODD: readonly (readonly [letter: string, consonant: string, vowel: string])[] = [
  ['シ', 'sh|s', 'i'],
  ['ジ', 'j|z', 'i'],
  ['ヂ', 'j|z', 'i'],
  ['チ', 'ch|t', 'i'],
  ['ツ', 'ts', 'u'],
  ['ヅ', 'z', 'u'],
  ['フ', 'f|h', 'u'],
  ['ヴ', 'v', 'u'],
]
const VOWELS = 'aiueo'
const SMALL: readonly (readonly [letter: string, reading: string])[] = [
  ['ァ', 'a'],
  ['ィ', 'i'],
  ['ゥ', 'u'],
  ['ェ', 'e'],
  ['ォ', 'o'],
  ['ャ', 'y/small a'],
  ['ュ', 'y/small u/yu'],
  ['ョ', 'y/small o'],
]

/** A consonant that is written with a vowel only because it must have one. */
function vowelAfter(consonant: string, vowel: string): string {
  const first = consonant.split(/[|/]/)[0] ?? ''
  if (vowel === 'u' && first !== '' && first !== 'y' && first !== 'n') return `u/after-${first}`
  if (vowel === 'o' && (first === 't' || first === 'd')) return 'o/after-t'
  if (vowel === 'i' && ['ch', 'j', 'sh', 'k'].includes(first)) return `i/after-${first}`
  return vowel
}

function table(): string {
  const lines = ['ー r|:/long', 'ッ -', 'ン n|m/coda', 'ヶ k e', 'ヵ k a', '・ -', 'ヮ w a']
  const add = (letter: string, consonant: string, vowel: string): void => {
    const vowelSymbol = vowelAfter(consonant, vowel)
    lines.push(`${letter} ${consonant} ${vowelSymbol}`)
    for (const [small, reading] of SMALL)
      if (consonant !== '') {
        // チャ, ジャ, シャ: the y is in the consonant already.
        const heard = /^(ch|j|sh)/.test(consonant) ? reading.replace('y/small ', '') : reading
        lines.push(`${letter}${small} ${consonant} ${heard}`)
      }
  }
  for (const [letters, consonant] of ROWS)
    [...letters].forEach((letter, place) => {
      if (letter !== '.') add(letter, consonant, VOWELS.charAt(place))
    })
  for (const [letter, consonant, vowel] of ODD) add(letter, consonant, vowel)
  for (const [small, vowel] of ['ァa', 'ィi', 'ゥu', 'ェe', 'ォo'].map((pair) => [...pair]))
    lines.push(`ウ${small ?? ''} w/u ${vowel ?? ''}`)
  return lines.join('\n')
}

const letters = makeAlphabet(table(), { vowels: '', front: '', doubled: 'twice' })

export const kana = {
  symbols: letters.symbols,
  read: (key: string): Phonemes => letters.read(toKatakana(key)),
}

function toKatakana(key: string): string {
  return key.replace(/[\u3041-\u3096]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0x60),
  )
}
