import { expect, it } from 'vitest'
import { bandsOf, linesOf, topOf } from './measure-marks.ts'
import type { MeasureShown } from './measure-marks.ts'

const point = (low: number | null, high: number | null) => ({
  day: '1988-12-31',
  reporter: 'NCSJ',
  claim: false,
  low,
  high,
})

const measure = (part: Partial<MeasureShown>): MeasureShown => ({
  term: 'total(emigration) over last 12 months',
  unit: 'persons',
  asked: null,
  points: [],
  beside: [],
  ...part,
})

it('tells one number, two bounds, one bound and nothing apart', () => {
  const bands = bandsOf([point(5, 5), point(5, 9), point(5, null), point(0, null)], 20)
  expect(bands.map(({ kind }) => kind)).toEqual(['exact', 'interval', 'open', 'unknown'])
})

it('draws what is at most an amount downward from it, and nothing known as unknown', () => {
  const bands = bandsOf([point(null, 10), point(null, null)], 20)
  expect(bands).toMatchObject([{ kind: 'under', low: 4, high: 10 }, { kind: 'unknown' }])
  expect(bands[0]?.title).toContain('at most 10')
})

it('never draws an open band to a height that could be taken for a bound beyond the chart', () => {
  const [band] = bandsOf([point(18, null)], 20)
  expect(band?.high).toBe(20)
})

it('makes room for what is asked and for the baselines', () => {
  const shown = measure({
    asked: { op: '>=', value: 10_000 },
    points: [point(900, 1000)],
    beside: [
      { id: '1979', title: '1979', readings: [{ reporter: 'NCSJ', low: 51_320, high: 51_320 }] },
    ],
  })
  expect(topOf(shown)).toBeGreaterThan(51_320)
})

it('keeps the labels of lines that lie close to one another apart', () => {
  const shown = measure({
    asked: { op: '>=', value: 10_000 },
    beside: [
      {
        id: 'year',
        title: 'A year before',
        readings: [{ reporter: 'NCSJ', low: 9900, high: 9900 }],
      },
    ],
  })
  const lines = linesOf(shown, ['NCSJ'], 800)
  expect(lines.map(({ label, value, labelAt }) => ({ label, value, labelAt }))).toEqual([
    { label: 'A year before', value: 9900, labelAt: 9900 },
    { label: 'asked ≥ 10,000', value: 10_000, labelAt: 10_700 },
  ])
})
