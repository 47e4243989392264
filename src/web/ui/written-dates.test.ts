import { expect, it } from 'vitest'
import { daysInWords, writtenDate, writtenPeriod } from './written-dates.ts'

it.each([
  ['1989-02', '1989-02', 'February 1989'],
  ['1989-02-01', '1989-02-28', 'February 1989'],
  ['1989-01', '1989-03', 'January 1989 – March 1989'],
  ['1988', '1988', '1988'],
  ['1988-01-01', '1988-12-31', '1988'],
  ['1988-08-05', '1988-08-05', '5 Aug 1988'],
  ['1987-04~', '1987-04~', '1987-04~'],
])('prints %s to %s as %s', (from, to, words) => {
  expect(writtenPeriod(from, to)).toBe(words)
})

it('prints a range of years in words, and keeps what is doubtful as written', () => {
  expect(writtenDate('1958/1965')).toBe('1958–1965')
  expect(writtenDate('1987-03?/1987-09')).toBe('1987-03?/1987-09')
})

it('puts the days of a sentence in words, but no part of an id or a doubtful date', () => {
  expect(daysInWords('jamming/dw off since 1988-11-29; asked: for 6 months.')).toBe(
    'jamming/dw off since 29 November 1988; asked: for 6 months.',
  )
  expect(daysInWords('off since 1988-11-29/1988-11-30.')).toBe(
    'off since 29 Nov 1988 – 30 Nov 1988.',
  )
  const kept = 'jta-1988-08-03 @ p. 1, 1987-04-02~ and 1988-02-30'
  expect(daysInWords(kept)).toBe(kept)
})
