import { describe, expect, it } from 'vitest'
import { day } from '../../../test/builders.ts'
import { toCalendarDate } from '../basics/calendar-date.ts'
import type { Window } from '../goals/language/syntax.ts'
import { daysOf, monthsOf } from './window.ts'

const over = (window: Window, asOf: string) => {
  const days = daysOf(window, day(asOf))
  return days && [toCalendarDate(days.from), toCalendarDate(days.to), days.running]
}
const last = (count: number, unit: 'day' | 'month' | 'year' = 'month'): Window => ({
  window: 'last',
  duration: { count, unit },
})

describe('over last', () => {
  it('N months begins on the day after the day less N months', () => {
    expect(over(last(12), '1988-12-31')).toEqual(['1988-01-01', '1988-12-31', false])
    expect(over(last(6), '1987-12-15')).toEqual(['1987-06-16', '1987-12-15', false])
  })

  it('a month end less months is a month end', () => {
    expect(over(last(1), '1988-06-30')).toEqual(['1988-06-01', '1988-06-30', false])
    expect(over(last(12), '1988-02-29')).toEqual(['1987-03-01', '1988-02-29', false])
    expect(over(last(6), '1988-08-31')).toEqual(['1988-03-01', '1988-08-31', false])
  })

  it('days and years likewise', () => {
    expect(over(last(1, 'day'), '1988-01-01')).toEqual(['1988-01-01', '1988-01-01', false])
    expect(over(last(1, 'year'), '1988-02-29')).toEqual(['1987-03-01', '1988-02-29', false])
  })
})

it('within N months reaches back to the day itself', () => {
  const within: Window = { window: 'within', duration: { count: 12, unit: 'month' } }
  expect(over(within, '1988-12-31')).toEqual(['1987-12-31', '1988-12-31', false])
})

it('a fixed window runs until its end', () => {
  const in1988: Window = { window: 'in', date: '1988' }
  expect(over(in1988, '1987-12-31')).toBeUndefined()
  expect(over(in1988, '1988-01-01')).toEqual(['1988-01-01', '1988-01-01', true])
  expect(over(in1988, '1988-12-30')).toEqual(['1988-01-01', '1988-12-30', true])
  expect(over(in1988, '1988-12-31')).toEqual(['1988-01-01', '1988-12-31', false])
})

it('since begins on the first day of its date', () => {
  expect(over({ window: 'since', date: '1987-02' }, '1988-01-01')).toEqual([
    '1987-02-01',
    '1988-01-01',
    false,
  ])
  expect(over({ window: 'since', date: '1987-02' }, '1987-01-31')).toBeUndefined()
})

it.each([
  ['1988-01-01', '1988-12-31', 12],
  ['1988-02-01', '1988-02-29', 1],
  ['1988-03-01', '1988-08-31', 6],
  ['1987-06-16', '1987-12-15', 6],
  ['1988-03-01', '1988-03-30', 1],
])('from %s to %s are %d months', (from, to, months) => {
  expect(monthsOf({ from: day(from), to: day(to) })).toBe(months)
})

it('days that are no whole months are measured by the mean month', () => {
  expect(monthsOf({ from: day('1987-01-01'), to: day('1987-01-10') })).toBeCloseTo(
    10 / 30.436875,
    6,
  )
})
