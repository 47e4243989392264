import { describe, expect, it } from 'vitest'

import { calendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { FieldColumns, civilDay } from './field-columns.ts'
import { FieldReader } from './field-terms.ts'
import type { NameRecord } from './name-record.ts'
import { STARTING_WEIGHTS } from './weights.ts'

const day = (text: string) => toDayNumber(calendarDate(text))
const born = (from: string, to = from): Partial<NameRecord> => ({
  birth: { earliest: day(from), latest: day(to) },
})
const someone = (more: Partial<NameRecord>): NameRecord => ({ id: 'x', names: [], ...more })

/** A register of invented birthdays, two a year, and the one person asked about as the last. */
function weigh(ours: Partial<NameRecord>, theirs: Partial<NameRecord>) {
  const columns = new FieldColumns()
  for (let i = 0; i < 120; i += 1) {
    const year = 1900 + (i >> 1)
    const month = String(1 + (i % 12)).padStart(2, '0')
    columns.set(
      i,
      someone({ ...born(`${year}-${month}-17`), age: { years: i % 60 }, sex: i % 2 ? 'm' : 'f' }),
    )
  }
  columns.set(120, someone(ours))
  const terms = new FieldReader(columns, STARTING_WEIGHTS.field).of(someone(theirs))
  return { weight: terms.weigh(120), reasons: terms.reasons(120) }
}

describe('the day of birth', () => {
  it('speaks for one person by as much as less is different', () => {
    const on = born('1931-04-09')
    const weights = [
      '1931-04-09', // the same
      '1931-09-04', // swapped
      '1931-04-19', // one part differs
      '1931-11-22', // the year
      '1958-11-22', // nothing
    ].map((text) => weigh(on, born(text)).weight)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(weights[0]).toBeGreaterThan(5)
    expect(weights[4]).toBeLessThan(-2)
  })

  it('is held against a year or a month as what it is, a span', () => {
    const year = weigh(born('1931-01-01', '1931-12-31'), born('1931-04-09'))
    expect(year.reasons[0]?.relation).toBe('compatible')
    expect(year.weight).toBeGreaterThan(2)
    expect(weigh(born('1931-01-01', '1931-12-31'), born('1950-04-09')).weight).toBeLessThan(-2)
  })

  it('weighs nothing where one of the two is not known', () => {
    expect(weigh({}, born('1931-04-09')).weight).toBe(0)
    expect(weigh(born('1931-04-09'), {}).weight).toBe(0)
  })
})

describe('the age', () => {
  it('is brought to one day before it is compared', () => {
    const ours = { age: { years: 40, on: day('1980-01-01') } }
    const later = weigh(ours, { age: { years: 47, on: day('1987-01-01') } })
    const same = weigh(ours, { age: { years: 40, on: day('1980-01-01') } })
    expect(later.reasons[0]?.relation).toBe('same')
    expect(later.weight).toBeGreaterThan(1)
    expect(same.weight).toBeGreaterThan(1)
  })

  it('is held against a birth only where its day is known', () => {
    const ours = born('1940-06-01')
    expect(weigh(ours, { age: { years: 40, on: day('1980-09-01') } }).weight).toBeGreaterThan(1)
    expect(weigh(ours, { age: { years: 12, on: day('1980-09-01') } }).weight).toBeLessThan(-1)
    expect(weigh(ours, { age: { years: 40 } }).weight).toBe(0)
  })
})

describe('places', () => {
  it('are similar where one holds the words of the other', () => {
    const { reasons } = weigh({ place: 'Zorbel, Velmin oblast' }, { place: 'Zorbel' })
    expect(reasons[0]?.relation).toBe('similar')
  })

  it('differ otherwise, and tell the more the rarer they are', () => {
    expect(weigh({ place: 'Zorbel' }, { place: 'Untermarch' }).weight).toBeLessThan(0)
    expect(weigh({ place: 'Zorbel' }, { place: 'zorbel ' }).weight).toBeGreaterThan(0)
  })
})

it('sums the reasons', () => {
  const both = { ...born('1931-04-09'), sex: 'm', place: 'Zorbel' }
  const { weight, reasons } = weigh(both, both)
  expect(reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBeCloseTo(weight, 9)
})

it('reads days of the calendar before and after 1970, leap days too', () => {
  for (const text of [
    '1583-02-28',
    '1899-12-31',
    '1900-03-01',
    '1969-12-31',
    '1972-02-29',
    '2000-02-29',
  ]) {
    const { year, month, day: date } = civilDay(day(text))
    expect([year, month, date]).toEqual(text.split('-').map(Number))
  }
})
