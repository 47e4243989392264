/** Long because windows worked by hand are compared best side by side, over figures of one make. */
import { describe, expect, it } from 'vitest'
import { calendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { DayNumber } from '../basics/calendar-date.ts'
import { parseUncertainDate } from '../basics/uncertain-date.ts'
import { readFlow } from './bounds.ts'
import type { Bounds, PeriodFigure, TiedFiguresCache } from './bounds.ts'

const day = (text: string) => toDayNumber(calendarDate(text))

/** First and last day of an EDTF period. */
function days(period: string): [DayNumber, DayNumber] {
  const date = parseUncertainDate(period)
  if (!date) throw new Error(`not a period: ${period}`)
  return [toDayNumber(date.earliest), toDayNumber(date.latest)]
}

type Said = number | { low?: number; high?: number }

function figure(key: number, period: string, said: Said): PeriodFigure {
  const [from, to] = days(period)
  const { low = null, high = null } = typeof said === 'number' ? { low: said, high: said } : said
  return { key, from, to, low, high }
}

function over(period: string, figures: readonly PeriodFigure[]): Bounds {
  return readFlow(figures).boundsOver(...days(period))
}

function low(bounds: Bounds): unknown {
  return bounds.kind === 'interval' && { at: bounds.low, restsOn: bounds.lowRestsOn }
}

function high(bounds: Bounds): unknown {
  return bounds.kind === 'interval' && { at: bounds.high, restsOn: bounds.highRestsOn }
}

const year = figure(1, '1987', 8155)
const firstHalf = figure(2, '1987-01/1987-06', 3092)

describe('one figure', () => {
  it('is the total of its own period', () => {
    expect(over('1987', [year])).toEqual({
      kind: 'interval',
      low: 8155,
      high: 8155,
      lowRestsOn: [1],
      highRestsOn: [1],
      touching: [1],
      uncovered: [],
    })
  })

  it('bounds a month within it from above and says nothing from below', () => {
    const bounds = over('1987-05', [year])
    expect([low(bounds), high(bounds)]).toEqual([
      { at: 0, restsOn: [] },
      { at: 8155, restsOn: [1] },
    ])
  })

  it('is the least that a longer window holds, and the days beyond it are named', () => {
    expect(over('1986-12/1988-01', [year])).toEqual({
      kind: 'interval',
      low: 8155,
      high: Infinity,
      lowRestsOn: [1],
      highRestsOn: [],
      touching: [1],
      uncovered: [
        { from: day('1986-12-01'), to: day('1986-12-31') },
        { from: day('1988-01-01'), to: day('1988-01-31') },
      ],
    })
  })

  it('bounds nothing for a window that lies half outside it', () => {
    const bounds = over('1987-07/1988-06', [year])
    expect([low(bounds), high(bounds)]).toEqual([
      { at: 0, restsOn: [] },
      { at: Infinity, restsOn: [] },
    ])
    expect(bounds).toMatchObject({
      uncovered: [{ from: day('1988-01-01'), to: day('1988-06-30') }],
    })
  })
})

describe('no figure', () => {
  it('leaves the total between nothing and any number, for want of the whole window', () => {
    expect(over('1987', [])).toEqual({
      kind: 'interval',
      low: 0,
      high: Infinity,
      lowRestsOn: [],
      highRestsOn: [],
      touching: [],
      uncovered: [{ from: day('1987-01-01'), to: day('1987-12-31') }],
    })
  })

  it('on one day of the window is enough to leave the total without an upper bound', () => {
    const bounds = over('1987', [
      figure(1, '1987-01-01/1987-06-14', 2000),
      figure(2, '1987-06-16/1987-12-31', 3000),
    ])
    expect(low(bounds)).toEqual({ at: 5000, restsOn: [1, 2] })
    expect(bounds).toMatchObject({
      high: Infinity,
      uncovered: [{ from: day('1987-06-15'), to: day('1987-06-15') }],
    })
  })
})

describe('several figures', () => {
  it('add up where they abut, each resting on its own', () => {
    const bounds = over('1987-07/1987-08', [
      figure(7, '1987-07', 819),
      figure(8, '1987-08', 787),
      figure(9, '1987-09', 721),
    ])
    expect(bounds).toMatchObject({ low: 1606, high: 1606, lowRestsOn: [7, 8], touching: [7, 8] })
  })

  it('give the second half of a year as the year less its first half', () => {
    const bounds = over('1987-07/1987-12', [year, firstHalf])
    expect([low(bounds), high(bounds)]).toEqual([
      { at: 5063, restsOn: [1, 2] },
      { at: 5063, restsOn: [1, 2] },
    ])
  })

  it('bound the month that is missing from a year', () => {
    const months = Array.from({ length: 11 }, (_, index) =>
      figure(10 + index, `1987-${String(index + 1).padStart(2, '0')}`, 700),
    )
    const bounds = over('1987-12', [year, ...months])
    expect(high(bounds)).toEqual({ at: 455, restsOn: [1, ...months.map(({ key }) => key)] })
  })

  it('bound what lies between two figures that overlap', () => {
    const figures = [figure(1, '1987-01/1987-06', 3092), figure(2, '1987-04/1987-09', 4000)]
    expect(over('1987-04/1987-06', figures)).toMatchObject({ low: 0, high: 3092 })
    expect(over('1987-01/1987-09', figures)).toMatchObject({
      low: 4000,
      lowRestsOn: [2],
      high: 7092,
      highRestsOn: [1, 2],
    })
  })

  it('of which one lies within another leave the rest of the outer to what it does not contain', () => {
    const figures = [year, figure(2, '1987-04', 717), figure(3, '1987-05', 871)]
    expect(over('1987-01/1987-03', figures)).toMatchObject({
      low: 0,
      high: 6567,
      highRestsOn: [1, 2, 3],
    })
  })

  it('reach outward for the greatest and inward for the least where the window cuts a month', () => {
    const figures = [
      figure(1, '1987-03', 470),
      figure(2, '1987-04', 717),
      figure(3, '1987-05', 871),
    ]
    expect(over('1987-03-15/1987-05-10', figures)).toMatchObject({
      low: 717,
      lowRestsOn: [2],
      high: 2058,
      highRestsOn: [1, 2, 3],
    })
    expect(over('1987-04-10/1987-04-12', figures)).toMatchObject({ low: 0, high: 717 })
  })

  it('name as few figures as give the bound', () => {
    const figures = [
      figure(1, '1987-01/1987-03', 1000),
      figure(2, '1987-04/1987-06', 2092),
      figure(3, '1987-01/1987-06', 3092),
    ]
    expect(over('1987-01/1987-06', figures)).toMatchObject({ lowRestsOn: [3], highRestsOn: [3] })
    const wider = [
      figure(1, '1987-01', { high: 200 }),
      figure(2, '1987-02', { high: 300 }),
      figure(3, '1987-01/1987-03', { high: 500 }),
    ]
    expect(high(over('1987-01/1987-02', wider))).toEqual({ at: 500, restsOn: [3] })
  })
})

describe('bounds that are stated on one side', () => {
  it('"more than 7,000" is the least and leaves the total without an upper bound', () => {
    expect(over('1987', [figure(1, '1987', { low: 7000 })])).toMatchObject({
      low: 7000,
      high: Infinity,
      uncovered: [{ from: day('1987-01-01'), to: day('1987-12-31') }],
    })
  })

  it('"more than 7,000" in a year leaves at least 3,908 after a half-year of 3,092', () => {
    const figures = [figure(1, '1987', { low: 7000 }), firstHalf]
    expect(low(over('1987-07/1987-12', figures))).toEqual({ at: 3908, restsOn: [1, 2] })
  })

  it('"at most" stands for nothing from below', () => {
    expect(over('1987', [figure(1, '1987', { high: 9000 })])).toMatchObject({ low: 0, high: 9000 })
  })

  it('name only the days that no upper bound covers', () => {
    const figures = [figure(1, '1987', { low: 7000 }), firstHalf, figure(3, '1987-11', 900)]
    expect(over('1987', figures)).toMatchObject({
      high: Infinity,
      uncovered: [
        { from: day('1987-07-01'), to: day('1987-10-31') },
        { from: day('1987-12-01'), to: day('1987-12-31') },
      ],
    })
  })

  it('a figure without either bound ties others and bounds nothing', () => {
    const bounds = over('1987', [figure(1, '1987', {}), firstHalf])
    expect(bounds).toMatchObject({ low: 3092, high: Infinity, touching: [1, 2] })
  })
})

describe('figures that contradict each other', () => {
  const months = ['04', '05', '06'].map((month, index) => figure(4 + index, `1987-${month}`, 1200))

  it('are named, and only those', () => {
    expect(over('1987', [year, firstHalf, ...months])).toEqual({
      kind: 'contradiction',
      figures: [2, 4, 5, 6],
    })
  })

  it('are named where a year is less than its half', () => {
    expect(over('1987-02', [firstHalf, figure(7, '1987', { high: 3000 })])).toEqual({
      kind: 'contradiction',
      figures: [7, 2],
    })
  })

  it('are one figure where its least is above its greatest, or its greatest below nothing', () => {
    expect(over('1987', [figure(3, '1987', { low: 9, high: 8 })])).toMatchObject({ figures: [3] })
    expect(over('1987', [figure(3, '1987', { high: -1 })])).toMatchObject({ figures: [3] })
  })

  it('do not dispute other years', () => {
    const figures = [year, firstHalf, ...months, figure(9, '1988', 19286)]
    expect(over('1988', figures)).toMatchObject({ low: 19286, high: 19286, touching: [9] })
    expect(over('1987-12/1988-01', figures)).toMatchObject({ kind: 'contradiction' })
  })

  it('dispute other years where a figure ties these to them', () => {
    const tie = figure(10, '1987-12/1988-01', { low: 1 })
    const figures = [year, firstHalf, ...months, figure(9, '1988', 19286), tie]
    expect(over('1988-06', figures)).toEqual({ kind: 'contradiction', figures: [2, 4, 5, 6] })
  })

  it('are all named, once for each group of tied figures', () => {
    const figures = [year, firstHalf, ...months, figure(9, '1988', { low: 2, high: 1 })]
    expect(readFlow(figures).contradictions()).toEqual([[2, 4, 5, 6], [9]])
    expect(readFlow([year, firstHalf]).contradictions()).toEqual([])
  })
})

describe('decimal figures', () => {
  it('add up as a person would add them', () => {
    const apart = [figure(1, '1987-01', 0.1), figure(2, '1987-02', 0.2)]
    expect(over('1987-01/1987-02', apart)).toMatchObject({ low: 0.3, high: 0.3 })
    const tied = [...apart, figure(3, '1987-01/1987-03', 1.4)]
    expect(over('1987-03', tied)).toMatchObject({ low: 1.1, high: 1.1 })
  })

  it('do not contradict a total they add up to', () => {
    const thirds = ['01', '02', '03'].map((month, index) => figure(index, `1987-${month}`, 1.1))
    expect(readFlow([...thirds, figure(9, '1987-01/1987-03', 3.3)]).contradictions()).toEqual([])
  })

  it('of more digits than fit are rounded outward and never contradict for it', () => {
    const figures = [
      figure(1, '1987', 9_000_000_000_000_000),
      figure(2, '1987-01/1987-06', 0.123456789),
    ]
    const bounds = over('1987-07/1987-12', figures)
    if (bounds.kind !== 'interval') throw new Error('they agree')
    expect(bounds.low).toBeLessThanOrEqual(8_999_999_999_999_999)
    expect(bounds.high).toBeGreaterThanOrEqual(8_999_999_999_999_999)
    expect(bounds.high - bounds.low).toBeLessThan(1000)
  })

  it('of many places add up over groups with fewer', () => {
    const figures = [figure(1, '1987-01', 1e-7), figure(2, '1987-02', 12)]
    expect(over('1987-01/1987-02', figures)).toMatchObject({ low: 12.0000001 })
  })
})

describe('what is refused', () => {
  it('a window that ends before it begins', () => {
    expect(() => readFlow([]).boundsOver(day('1987-02-01'), day('1987-01-31'))).toThrow(RangeError)
  })

  it('a period that ends before it begins, a key given twice, a bound that is not a number', () => {
    const [from, to] = days('1987-01')
    expect(() => readFlow([{ ...year, from: to, to: from }])).toThrow('figure 1 ends before')
    expect(() => readFlow([year, { ...firstHalf, key: 1 }])).toThrow('figure 1 is given twice')
    expect(() => readFlow([{ ...year, high: NaN }])).toThrow('not a finite number')
  })
})

describe('reading the same figures as known on several days', () => {
  it('reads a group of tied figures once and no other in its place', () => {
    const cache: TiedFiguresCache = new Map()
    const later = figure(5, '1988', 19286)
    readFlow([year, firstHalf], cache)
    readFlow([firstHalf, later, year], cache)
    expect(cache.size).toBe(2)
    const corrected = readFlow([{ ...year, high: 9000, low: 9000 }, firstHalf], cache)
    expect(corrected.boundsOver(...days('1987-07/1987-12'))).toMatchObject({ low: 5908 })
  })
})
