import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBytes, openFields, placeOf, sealBytes, SealBroken, sealFields } from './seal.ts'

const key = randomBytes(32)
const place = placeOf('soviet-union', 'person_name', 'p-1')

describe('a seal', () => {
  it('gives back what was sealed, in any script', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: null })), (fields) => {
        expect(openFields(key, place, sealFields(key, place, fields))).toEqual(fields)
      }),
    )
  })

  it('does not open at another place, or with another key', () => {
    const sealed = sealBytes(key, place, 'Karl Velonin')
    for (const other of [
      placeOf('soviet-union', 'person_name', 'p-2'),
      placeOf('soviet-union', 'contact', 'p-1'),
      placeOf('chile', 'person_name', 'p-1'),
    ])
      expect(() => openBytes(key, other, sealed)).toThrow(SealBroken)
    expect(() => openBytes(randomBytes(32), place, sealed)).toThrow(SealBroken)
  })

  it('does not open when any bit was changed, or something was cut off', () => {
    const sealed = sealBytes(key, place, 'Karl Velonin')
    for (let byte = 0; byte < sealed.length; byte += 1) {
      const changed = Buffer.from(sealed)
      changed[byte] = (changed[byte] ?? 0) ^ 1
      expect(() => openBytes(key, place, changed)).toThrow(SealBroken)
      expect(() => openBytes(key, place, sealed.subarray(0, byte))).toThrow(SealBroken)
    }
  })

  it('looks different each time', () => {
    const seen = new Set(Array.from({ length: 10_000 }, () => sealFields(key, place, ['same'])))
    expect(seen.size).toBe(10_000)
  })
})
