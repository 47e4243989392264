import { describe, expect, it } from 'vitest'
import type { NameOnRecord } from './printed-name.ts'
import { printedName } from './printed-name.ts'

const name = (text: string, given: Partial<NameOnRecord> = {}): NameOnRecord => ({
  name: text,
  script: '',
  kind: 'official',
  ...given,
})

describe('the name on a paper', () => {
  it('is the one on record in the recipient’s script, with the Latin one beside it', () => {
    const names = [name('Pavel Orlenko'), name('Павел Орленко', { kind: 'spelling' })]
    expect(printedName(names, 'Cyrl')).toEqual({
      name: 'Павел Орленко',
      script: 'Cyrl',
      latin: 'Pavel Orlenko',
    })
    expect(printedName(names, 'Latn')).toEqual({
      name: 'Pavel Orlenko',
      script: 'Latn',
      latin: null,
    })
  })

  it('is never transliterated: without one in that script it stands in Latin letters', () => {
    expect(printedName([name('Pavel Orlenko')], 'Cyrl')).toEqual({
      name: 'Pavel Orlenko',
      script: 'Latn',
      latin: null,
    })
    expect(printedName([name('Павел Орленко')], 'Latn')?.name).toBe('Павел Орленко')
  })

  it('is what their files hold before what only friends use', () => {
    const names = [name('Pasha', { kind: 'alias' }), name('Pavel Orlenko', { kind: 'legal' })]
    expect(printedName(names, 'Latn')?.name).toBe('Pavel Orlenko')
  })

  it('takes a patronymic that is kept apart, unless it stands in it already', () => {
    const part = name('Ильич', { kind: 'patronymic' })
    expect(printedName([name('Павел Орленко'), part], 'Cyrl')?.name).toBe('Павел Орленко Ильич')
    expect(printedName([name('Орленко Павел Ильич'), part], 'Cyrl')?.name).toBe(
      'Орленко Павел Ильич',
    )
    expect(printedName([name('Pavel Orlenko'), part], 'Latn')?.name).toBe('Pavel Orlenko')
  })

  it('knows one Chinese script as another, and nobody without a name', () => {
    expect(printedName([name('李明', { script: 'Hans' })], 'Hani')?.name).toBe('李明')
    expect(printedName([name(' ')], 'Latn')).toBeNull()
  })
})
