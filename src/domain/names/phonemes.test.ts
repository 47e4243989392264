import { describe, expect, it } from 'vitest'
import { makeAlphabet } from './alphabet.ts'
import { PHONEME_COUNT, SOUND_SCRIPTS, symbolsOf, toPhonemes } from './phonemes.ts'
import type { SoundScript } from './phonemes.ts'

/** The likeliest sound of each symbol of the first reading. */
function soundsOf(key: string, script: SoundScript): string {
  const [first = new Uint8Array(0)] = toPhonemes(key, script)
  return [...first].map((each) => symbolsOf(script)[each]?.split(/[|/]/)[0] ?? '?').join(' ')
}

describe('the sounds of a token', () => {
  it.each<[string, SoundScript, string]>([
    ['schtscharanski', 'Latn', 'shch a r a n s k i'],
    ['chtcharanski', 'Latn', 'shch a r a n s k i'],
    ['щаранский', 'Cyrl', 'shch a r a n s k i'],
    ['שרנסקי', 'Hebr', 'sh r n s k i'],
    ['クリス', 'Kana', 'k u r i s u'],
    ['くりす', 'Kana', 'k u r i s u'],
    ['대중', 'Hang', 'd ae j u ng'],
    ['斯特', 'Hani', 's i t e'],
  ])('%s', (key, script, sounds) => {
    expect(soundsOf(key, script)).toBe(sounds)
  })

  it('reads Chinese characters as a foreign name and as a Chinese one', () => {
    expect(toPhonemes('晓波', 'Hani')).toHaveLength(2)
  })

  it('reads a consonant written twice once', () => {
    expect(soundsOf('mohammmed', 'Latn')).toBe(soundsOf('mohamed', 'Latn'))
  })

  it('finds none where nothing is read', () => {
    expect(toPhonemes('ьъ', 'Cyrl')).toEqual([])
    expect(toPhonemes('', 'Latn')).toEqual([])
  })

  it('numbers every symbol below the count', () => {
    for (const script of SOUND_SCRIPTS)
      expect(symbolsOf(script).length).toBeLessThanOrEqual(PHONEME_COUNT)
  })

  it('refuses a table with a line that is no rule', () => {
    const letters = { vowels: 'a', front: '', doubled: 'once' } as const
    expect(() => makeAlphabet('b', letters)).toThrow('not a rule of letters: b')
    expect(() => makeAlphabet('b (x_ b', letters)).toThrow('not a context of letters: (x')
  })
})
