import { describe, expect, it } from 'vitest'
import {
  addMonths,
  calendarDate,
  isCalendarDate,
  monthEndOf,
  toCalendarDate,
  toDayNumber,
} from './calendar-date.ts'

const months = (day: string, count: number) =>
  toCalendarDate(addMonths(toDayNumber(calendarDate(day)), count))

describe('a day', () => {
  it.each(['1988-02-29', '0001-01-01', '9999-12-31', '2000-02-29'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each(['1987-02-29', '1900-02-29', '1987-13-01', '1987-00-10', '1987-04-31', '1987-4-1', ''])(
    '“%s” is none',
    (text) => {
      expect(isCalendarDate(text)).toBe(false)
      expect(() => calendarDate(text)).toThrow(RangeError)
    },
  )

  it('is given back by its number, in the first years of the calendar too', () => {
    for (const text of ['0001-01-01', '0099-12-31', '1970-01-01', '1988-02-29', '9999-12-31'])
      expect(toCalendarDate(toDayNumber(calendarDate(text)))).toBe(text)
  })
})

describe('months from a day', () => {
  it('a month end less months is a month end', () => {
    expect(months('1988-06-30', -1)).toBe('1988-05-31')
    expect(months('1988-02-29', 12)).toBe('1989-02-28')
    expect(months('1987-02-28', 12)).toBe('1988-02-29')
  })

  it('a day that the month lacks becomes its last', () => {
    expect(months('1987-03-30', -1)).toBe('1987-02-28')
    expect(months('1988-03-30', -1)).toBe('1988-02-29')
  })

  it('any other day keeps its place, over the turn of a year', () => {
    expect(months('1987-01-15', -1)).toBe('1986-12-15')
    expect(months('1987-11-15', 3)).toBe('1988-02-15')
  })

  it('the end of the month of a day in the first century', () => {
    expect(toCalendarDate(monthEndOf(toDayNumber(calendarDate('0050-02-03'))))).toBe('0050-02-28')
  })
})
