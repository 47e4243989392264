import { expect, it } from 'vitest'
import { dayInBrief, dayInWords, monthInWords, periodInWords } from './days.ts'

it('says a day in words, in every time zone the same', () => {
  expect(dayInWords('1988-12-31')).toBe('31 December 1988')
  expect(dayInBrief('1988-03-01')).toBe('1 Mar 1988')
  expect(monthInWords('1987-07-31')).toBe('July 1987')
})

it('leaves an uncertain date as it was written', () => {
  expect(dayInBrief('1987-04~')).toBe('1987-04~')
})

it.each([
  ['1988-07-05', '1988-07-05', '5 Jul 1988'],
  ['1988-07-01', '1988-07-31', 'July 1988'],
  ['1988-02-01', '1988-02-29', 'February 1988'],
  ['1988-01-01', '1988-12-31', '1988'],
  ['1958-01-01', '1965-12-31', '1958–1965'],
  ['1988-01-01', '1988-06-30', 'January 1988 – June 1988'],
  ['1987-05-25', '1988-01-04', '25 May 1987 – 4 Jan 1988'],
])('says %s to %s as %s', (from, to, words) => {
  expect(periodInWords(from, to)).toBe(words)
})
