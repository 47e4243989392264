import { expect, it } from 'vitest'
import { day } from '../../../test/builders.ts'
import { calendarDate, toCalendarDate } from '../basics/calendar-date.ts'
import type { Reviews } from '../goals/programme.ts'
import { reviewDays } from './reviews.ts'

const days = (reviews: Reviews, first: string, last: string) =>
  reviewDays(reviews, day(first), day(last)).map(toCalendarDate)

it('are month ends from that after the first evidence', () => {
  expect(days({ every: 'month' }, '1988-01-15', '1988-04-29')).toEqual([
    '1988-01-31',
    '1988-02-29',
    '1988-03-31',
  ])
  expect(days({ every: 'month' }, '1988-01-31', '1988-01-31')).toEqual(['1988-01-31'])
})

it.each([
  ['quarter', ['1988-03-31', '1988-06-30', '1988-09-30', '1988-12-31']],
  ['half-year', ['1988-06-30', '1988-12-31']],
  ['year', ['1988-12-31']],
] as const)('every %s end with its last month', (every, expected) => {
  expect(days({ every }, '1988-02-10', '1989-01-30')).toEqual(expected)
})

it('are the programme’s own days in order, each once', () => {
  const on = ['1988-05-01', '1987-05-01', '1988-05-01'].map(calendarDate)
  expect(days({ on }, '1987-01-01', '1988-12-31')).toEqual(['1987-05-01', '1988-05-01'])
})
