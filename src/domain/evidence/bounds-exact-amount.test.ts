import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesFor, sumOf, toNumber, toUnits } from './bounds-exact-amount.ts'

const exactly = (amount: number) => {
  const places = placesFor([amount])
  return { units: toUnits(amount, places, Math.floor), places }
}

describe('exact amounts', () => {
  it('come back as they were written', () => {
    // Fourteen digits, somewhere between millionths and millions.
    const anAmount = fc
      .tuple(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: -12, max: 3 }))
      .map(([digits, exponent]) => Number(`${digits}e${exponent}`))
    fc.assert(
      fc.property(anAmount, (amount) => {
        expect(toNumber(exactly(amount))).toBe(amount === 0 ? 0 : amount)
      }),
    )
  })

  it('add up in decimals, whatever places each has', () => {
    expect(toNumber(sumOf([0.1, 0.2].map(exactly)))).toBe(0.3)
    expect(toNumber(sumOf([1e-7, 12, 0.5].map(exactly)))).toBe(12.5000001)
    expect(toNumber(sumOf([]))).toBe(0)
  })

  it('add up where the sum of units is beyond what a number counts exactly', () => {
    const large = { units: 9_007_199_254_740_991, places: 0 }
    expect(sumOf([large, { units: 5, places: 1 }]).places).toBe(1)
    expect(toNumber(sumOf([large, large]))).toBe(18_014_398_509_481_982)
  })

  it('keep whole numbers whole, and only as many places as all of them need', () => {
    expect(placesFor([8155, 3092])).toBe(0)
    expect(placesFor([8155, 0.25, 0.5])).toBe(2)
  })

  it('give up the last places where the figures have more than fit, outward', () => {
    const places = placesFor([9e15, 0.123456789])
    expect(places).toBeLessThan(0)
    const [down, up] = [Math.floor, Math.ceil].map((round) => toUnits(9e15 + 2, places, round))
    expect(toNumber({ units: down ?? NaN, places })).toBeLessThanOrEqual(9e15 + 2)
    expect(toNumber({ units: up ?? NaN, places })).toBeGreaterThanOrEqual(9e15 + 2)
  })
})
