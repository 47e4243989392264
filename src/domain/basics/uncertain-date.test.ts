/** 1,000 dates in every run, 20,000 with DEMARCHE_FUZZ=full. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayNumber } from './calendar-date.ts'
import { calendarDate, isCalendarDate, toCalendarDate, toDayNumber } from './calendar-date.ts'
import {
  compareUncertainDates,
  parseUncertainDate,
  printUncertainDate,
  uncertainDate,
} from './uncertain-date.ts'

const FULL = process.env['DEMARCHE_FUZZ'] === 'full'
const runs = FULL ? { numRuns: 20_000 } : { numRuns: 1_000, seed: 1987 }

const days = fc
  .integer({
    min: toDayNumber(calendarDate('0001-01-01')),
    max: toDayNumber(calendarDate('9999-12-31')),
  })
  .map((day) => toCalendarDate(day as DayNumber))
const point = fc
  .tuple(days, fc.constantFrom(4, 7, 10), fc.constantFrom('', '', '?', '~', '%'))
  .map(([day, length, mark]) => day.slice(0, length) + mark)
const dates = fc.oneof(
  { weight: 3, arbitrary: point },
  fc.tuple(point, point).map((ends) => ends.toSorted().join('/')),
  point.map((from) => `${from}/..`),
  point.map((to) => `../${to}`),
)

describe('a date as a source gives it', () => {
  it('is kept as it was written, and lies on days that exist', () => {
    fc.assert(
      fc.property(dates, (text) => {
        const date = parseUncertainDate(text)
        if (!date) return
        expect(printUncertainDate(date)).toBe(text)
        expect(isCalendarDate(date.earliest) && isCalendarDate(date.latest)).toBe(true)
        expect(date.earliest <= date.latest).toBe(true)
      }),
      runs,
    )
  })

  it('is read wherever it is a point of four-figure years', () => {
    fc.assert(
      fc.property(point, (text) => {
        expect(parseUncertainDate(text)).toBeDefined()
      }),
      runs,
    )
  })

  it('compares as intervals do: one way is the other turned round', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [first, second] = [uncertainDate(a), uncertainDate(b)]
        expect(compareUncertainDates(first, second)).toBe(
          0 - compareUncertainDates(second, first) || 0,
        )
        expect(compareUncertainDates(first, second) === -1).toBe(first.latest < second.earliest)
      }),
      runs,
    )
  })

  it('is doubted or approximate without growing wider', () => {
    fc.assert(
      fc.property(point, (text) => {
        const [plain, marked] = [text.replace(/[?~%]$/, ''), uncertainDate(text)]
        expect([marked.earliest, marked.latest]).toEqual([
          uncertainDate(plain).earliest,
          uncertainDate(plain).latest,
        ])
        expect(marked.approximate).toBe(/[~%]$/.test(text))
        expect(marked.uncertain).toBe(/[?%]$/.test(text))
      }),
      runs,
    )
  })

  it('reads any text without throwing', () => {
    const letters = fc.constantFrom(...'0123456789-/~?%.[]{}XY,T:Z ')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(letters, { maxLength: 14 }).map((all) => all.join('')),
        ),
        (text) => {
          const date = parseUncertainDate(text)
          if (date) expect(date.earliest <= date.latest).toBe(true)
        },
      ),
      runs,
    )
  })
})

describe('single dates', () => {
  const lies = (text: string) => {
    const { earliest, latest } = uncertainDate(text)
    return [earliest, latest]
  }

  it.each([
    ['1987', '1987-01-01', '1987-12-31'],
    ['1988-02', '1988-02-01', '1988-02-29'],
    ['1987-02~', '1987-02-01', '1987-02-28'],
    ['1987-05-25', '1987-05-25', '1987-05-25'],
    ['1987-03/1987-09', '1987-03-01', '1987-09-30'],
    ['1987-12-31/1988-01-01', '1987-12-31', '1988-01-01'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['1987-04-XX', '1987-04-01', '1987-04-30'],
    ['1987/..', '1987-01-01', '9999-12-31'],
    ['../1987', '0001-01-01', '1987-12-31'],
  ])('%s lies from %s to %s', (text, earliest, latest) => {
    expect(lies(text)).toEqual([earliest, latest])
  })

  it.each([
    '',
    '../..',
    '1988/1987',
    '1987-02-29',
    '1987-13',
    '19',
    '0000',
    '-0044',
    '1987/1988/1989',
  ])('“%s” is none', (text) => {
    expect(parseUncertainDate(text)).toBeUndefined()
  })
})
