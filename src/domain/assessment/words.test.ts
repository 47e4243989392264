import { describe, expect, it } from 'vitest'
import { day } from '../../../test/builders.ts'
import { asSentence, sayAsked, sayDays, sayInterval, sayList, sayNumber } from './words.ts'

describe('amounts', () => {
  it.each([
    [19286, '19,286'],
    [0, '0'],
    [-5, '-5'],
    [0.815, '0.815'],
    [0.0004, '0.0004'],
    [1234567.5, '1,234,567.5'],
    [9_007_199_254_740_991, '9,007,199,254,740,991'],
  ])('%d is %s', (value, words) => {
    expect(sayNumber(value)).toBe(words)
  })

  it.each([
    [4919, 4919, '4,919'],
    [8011, 8155, '8,011–8,155'],
    [-5, -3, '-5 to -3'],
    [-5, 3, '-5 to 3'],
    [7000, Infinity, 'at least 7,000'],
    [-Infinity, 20, 'at most 20'],
    [-Infinity, Infinity, 'cannot be told'],
    [0, Infinity, 'cannot be told'],
  ])('from %d to %d is %s', (low, high, words) => {
    expect(sayInterval({ low, high })).toBe(words)
  })
})

describe('days', () => {
  it.each([
    ['1988-02-29', '29 February 1988'],
    ['1987-07', 'July 1987'],
    ['1987-07/1987-11', 'July–November 1987'],
    ['1986-12/1987-01', 'December 1986–January 1987'],
    ['1988', '1988'],
    ['1958/1965', '1958–1965'],
    ['1987-05-25/1987-06-03', '25 May–3 June 1987'],
    ['1987-05-25/1987-05-28', '25–28 May 1987'],
    ['1986-12-31/1987-01-01', '31 December 1986–1 January 1987'],
    ['1987-12/1988-12-30', '1 December 1987–30 December 1988'],
  ])('%s is %s', (text, words) => {
    const [from = '', to = from] = text.split('/')
    const last = to.length === 10 ? day(to) : lastDayOf(to)
    expect(sayDays({ from: day(from), to: last })).toBe(words)
  })
})

function lastDayOf(text: string) {
  const [year = 0, month = 12] = text.split('-').map(Number)
  return day(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
}

it('what is asked for', () => {
  expect(sayAsked('=', '0')).toBe('none')
  expect(sayAsked('>=', '10,000')).toBe('at least 10,000')
  expect(sayAsked('!=', '3')).toBe('other than 3')
})

it('a list, cut where it grows long', () => {
  expect(sayList(['a'])).toBe('a')
  expect(sayList(['a', 'b', 'c'])).toBe('a, b and c')
  expect(sayList(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
})

it('a sentence has a capital and one full stop, and leaves an id as it is', () => {
  expect(asSentence('no figure')).toBe('No figure.')
  expect(asSentence('“Free press?”: open')).toBe('“Free press?”: open.')
  expect(asSentence('jamming/voa off')).toBe('jamming/voa off.')
  expect(asSentence('')).toBe('')
})
