import { describe, expect, it } from 'vitest'
import { modelFromSounds } from './letter-model.ts'
import { packModel, unpackModel } from './pack-model.ts'
import { trainLetters } from './train-letters.ts'

const SYMBOLS_A = ['a', 'b', 'k', 's']
const SYMBOLS_B = ['a', 'p', 'q', 'z']

/** Pairs in which the second alphabet writes b as z, and one in ten pairs is no pair. */
function pairs() {
  const words = [
    [0, 1, 0],
    [1, 0, 2],
    [2, 0, 1, 0],
    [3, 0, 1],
    [1, 0, 3, 0],
    [2, 0, 3],
    [1, 0, 1],
  ]
  const inB = [0, 3, 2, 1]
  return Array.from({ length: 70 }, (_, at) => {
    const a = words[at % words.length] ?? []
    const b = at % 10 === 9 ? [1, 1, 2, 2] : a.map((symbol) => inB[symbol] ?? 0)
    return { a: Uint8Array.from(a), b: Uint8Array.from(b), weight: 1 }
  })
}

describe('learning letter costs', () => {
  const start = modelFromSounds(SYMBOLS_A, SYMBOLS_B)
  const learned = trainLetters(pairs(), start, { rounds: 12, smoothing: 1, symmetric: false })
  const ratio = (a: number, b: number): number => learned.pair[a * learned.columns + b] ?? 0

  it('finds which letters stand for one another, whatever they sound like', () => {
    expect(ratio(1, 3)).toBeGreaterThan(1)
    expect(ratio(1, 3)).toBeGreaterThan(4 * ratio(1, 1))
  })

  it('is not misled by pairs that are no pairs', () => {
    expect(ratio(1, 1)).toBeLessThan(start.pair[1 * start.columns + 1] ?? 0)
  })

  it('keeps everything possible', () => {
    for (const each of [...learned.pair, ...learned.aloneA, ...learned.aloneB])
      expect(each).toBeGreaterThan(0)
  })

  it('comes back from text within a thirteenth of a nat', () => {
    const packed = packModel('Latn-Cyrl', learned, SYMBOLS_A, SYMBOLS_B)
    const back = unpackModel(packed, SYMBOLS_A, SYMBOLS_B)
    learned.pair.forEach((each, at) => {
      const limited = Math.min(9.77, Math.max(-9.85, Math.log(each)))
      expect(Math.abs(Math.log(back.pair[at] ?? 0) - limited)).toBeLessThan(1 / 13)
    })
  })

  it('refuses costs that were learned for other symbols', () => {
    const packed = packModel('Latn-Cyrl', learned, SYMBOLS_A, SYMBOLS_B)
    expect(() => unpackModel(packed, SYMBOLS_A, ['a', 'p', 'q', 'x'])).toThrow(
      'learned for other symbols',
    )
  })
})
