import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterOdds, prepareLetterOdds } from './letter-odds.ts'
import type { ScriptCode } from './name-token.ts'
import { toPhonemes } from './phonemes.ts'
import { readName } from './read-name.ts'

/** The best of the readings of two names of one token each. */
function oddsOf(nameA: string, nameB: string): number {
  const [a] = readName(nameA)
  const [b] = readName(nameB)
  if (!a || !b) throw new Error('a name without tokens')
  return Math.max(
    ...toPhonemes(a.key, a.script).flatMap((left) =>
      toPhonemes(b.key, b.script).map((right) => letterOdds(left, a.script, right, b.script)),
    ),
  )
}

describe('odds that two tokens are one name', () => {
  it.each([
    ['Shcharansky', 'Щаранский'],
    ['Sharansky', 'Щаранский'],
    ['Chtcharanski', 'Щаранский'],
    ['Szczarański', 'Щаранский'],
    ['Schtscharanski', 'שרנסקי'],
    ['Щаранский', 'שרנסקי'],
    ['Щаранский', 'شارانسكي'],
    ['Sacharow', 'Сахаров'],
    ['Тихановская', 'Ціханоўская'],
    ['Tsikhanouskaya', 'Тихановская'],
    ['Demirtaş', 'دميرتاش'],
    ['ამაღლობელი', 'Амаглобели'],
    ['ամիրյան', 'Amiryan'],
    ['マンデラ', 'Mandela'],
    ['엘리자베스', 'Elizabeth'],
    ['爱因斯坦', 'Einstein'],
    ['晓波', 'Xiaobo'],
    ['晓波', 'Hsiao-po'],
    ['晓波', 'Сяобо'],
    ['Παπαδόπουλος', 'Papadopoulos'],
    ['توختى', 'Tohti'],
  ])('%s and %s: for one name', (a, b) => {
    expect(oddsOf(a, b)).toBeGreaterThan(5)
  })

  it.each([
    ['Sharansky', 'Сахаров'],
    ['Sakharov', 'سلمان'],
    ['Mandela', 'エリザベス'],
    ['Orlov', 'שרנסקי'],
    ['晓波', 'Zhiyong'],
  ])('%s and %s: for two', (a, b) => {
    expect(oddsOf(a, b)).toBeLessThan(0)
  })

  it('puts the closer spelling first', () => {
    expect(oddsOf('Мохаммед', 'Mohammed')).toBeGreaterThan(oddsOf('Мохаммед', 'Mahmoud'))
    expect(oddsOf('محمود', 'Mahmoud')).toBeGreaterThan(oddsOf('محمود', 'Muhammad'))
  })

  it('says nothing about tokens without sounds', () => {
    expect(letterOdds(new Uint8Array(0), 'Latn', Uint8Array.of(1, 2), 'Cyrl')).toBe(0)
    expect(prepareLetterOdds(new Uint8Array(0), 'Latn', 'Cyrl')(Uint8Array.of(1))).toBe(0)
  })

  const words: readonly (readonly [ScriptCode, string])[] = [
    ['Latn', 'abcdehiklmnoprstuvxyzšç'],
    ['Cyrl', 'абвгдежзиклмнопрстухцшщя'],
    ['Arab', 'ابتجحدرسشعغفقكلمنهوي'],
    ['Hebr', 'אבגדהוזחטיכלמנספצקרשת'],
    ['Kana', 'アイウカキクサシスタチツナハマラン'],
    ['Hang', '가나다라마바사아자차하김박'],
    ['Hani', '刘晓波尔斯特克马维'],
    ['Geor', 'აბგდევზთიკლმნოპრს'],
    ['Armn', 'աբգդեզէթիլկհմյնոպռսվտր'],
    ['Grek', 'αβγδεζηθικλμνξοπρστυφχψω'],
  ]
  const token = fc
    .constantFrom(...words)
    .chain(([script, letters]) =>
      fc
        .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
        .map((chosen) => ({ script, phonemes: toPhonemes(chosen.join(''), script)[0] })),
    )

  it('is the same either way round, a finite number, and the same prepared', () => {
    fc.assert(
      fc.property(token, token, (a, b) => {
        if (!a.phonemes || !b.phonemes) return
        const odds = letterOdds(a.phonemes, a.script, b.phonemes, b.script)
        expect(Number.isFinite(odds)).toBe(true)
        expect(letterOdds(b.phonemes, b.script, a.phonemes, a.script)).toBeCloseTo(odds, 6)
        expect(prepareLetterOdds(a.phonemes, a.script, b.script)(b.phonemes)).toBeCloseTo(odds, 9)
      }),
    )
  })
})
