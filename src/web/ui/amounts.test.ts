import { expect, it } from 'vitest'
import { intervalInWords } from './amounts.ts'

it.each([
  [4919, 4919, '4,919'],
  [8011, 8155, '8,011–8,155'],
  [7000, null, 'at least 7,000'],
  [null, 1200, 'at most 1,200'],
  [0, 0, '0'],
  [0, 40, '0–40'],
  [-3.5, -3.5, '−3.5'],
])('says %s to %s as %s', (low, high, words) => {
  expect(intervalInWords(low, high)).toBe(words)
})

it.each([
  [null, null],
  [0, null],
])('never shows what is not known as a number (%s to %s)', (low, high) => {
  expect(intervalInWords(low, high)).toBe('cannot be told')
})
