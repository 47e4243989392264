import { expect, it } from 'vitest'
import { readDetail } from './detail.ts'

it('reads keys and values, caseless and with blanks as one', () => {
  expect([...readDetail('Ground: Speech  or writing;  Right : religion')]).toEqual([
    ['ground', 'speech or writing'],
    ['right', 'religion'],
  ])
})

it('reads no key from plain words', () => {
  expect(readDetail('from camp 35 to Perm').size).toBe(0)
})

it('keeps a colon that stands in a value', () => {
  expect(readDetail('text: Art. 70: agitation').get('text')).toBe('art. 70: agitation')
})
