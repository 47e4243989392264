import { describe, expect, it } from 'vitest'
import { toPhonemes } from './phonemes.ts'
import { readName } from './read-name.ts'
import { skeletonsOf } from './skeletons.ts'

function skeletonsOfName(name: string): readonly number[] {
  return readName(name).flatMap(({ key, script }) =>
    toPhonemes(key, script).flatMap((reading) => skeletonsOf(reading, script)),
  )
}

describe('skeletons', () => {
  it.each([
    ['Shcharansky', 'Щаранский'],
    ['Sharansky', 'שרנסקי'],
    ['Щаранский', 'شارانسكي'],
    ['Giorgi', 'გიორგი'],
    ['Gamal', 'جمال'],
    ['Jamal', 'جمال'],
    ['Wojciech', 'Войцех'],
    ['William', 'Уильям'],
    ['Mandela', 'マンデラ'],
    ['Einstein', '爱因斯坦'],
    ['Elizabeth', '엘리자베스'],
    ['Sakharov', 'Sacharow'],
  ])('%s and %s have one in common', (a, b) => {
    const known = new Set(skeletonsOfName(a))
    expect(skeletonsOfName(b).some((key) => known.has(key))).toBe(true)
  })

  it.each([
    ['Sharansky', 'Orlov'],
    ['Mandela', '爱因斯坦'],
  ])('%s and %s have none', (a, b) => {
    const known = new Set(skeletonsOfName(a))
    expect(skeletonsOfName(b).some((key) => known.has(key))).toBe(false)
  })

  it('are few, different, and whole numbers below 2^31', () => {
    for (const name of [
      'Konstantinopolsky',
      'Wojciechowicz',
      'Джугашвили',
      'クリストファー',
      'Li',
    ]) {
      const keys = skeletonsOfName(name)
      expect(keys.length).toBeLessThanOrEqual(17)
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) expect(key >= 0 && key < 2 ** 31 && Number.isInteger(key)).toBe(true)
    }
  })
})
