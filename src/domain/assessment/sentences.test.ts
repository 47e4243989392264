import { describe, expect, it } from 'vitest'
import {
  aSeries,
  someEvent,
  someFigure,
  stands,
  switched,
  THEIR_SIDE,
  watched,
} from '../../../test/builders.ts'

const why = (...given: Parameters<typeof stands>) => stands(...given).why
const year = { asOf: '1988-01-31' }

describe('why a benchmark stands where it does', () => {
  it('names reporters with their amounts and what is asked', () => {
    const figures = [
      someFigure({ in: '1987', value: 8155 }),
      someFigure({ in: '1987', low: 8000, by: 'ICM' }),
    ]
    expect(why('require total(emigration) in 1987 >= 10000;', { figures, ...year })).toBe(
      'NCSJ 8,155 and ICM cannot tell (at least 8,000); asked: at least 10,000.',
    )
  })

  it('says of a rate that it is a year’s', () => {
    const figures = [someFigure({ in: '1987-07/1987-12', value: 4919 })]
    expect(
      why('require rate(emigration) over last 6 months >= 10000 per year;', {
        figures,
        asOf: '1987-12-31',
      }),
    ).toBe('NCSJ 9,838 a year; asked: at least 10,000 a year.')
  })

  it('marks a claim', () => {
    const figures = [someFigure({ in: '1987', value: 50, by: THEIR_SIDE })]
    expect(why('require total(emigration) in 1987 >= 100;', { figures, ...year })).toBe(
      'Soviet side (a claim) 50; asked: at least 100.',
    )
  })

  it('says a share as a percentage where one is asked', () => {
    const figures = [
      someFigure({ in: '1987', value: 8000 }),
      someFigure({ series: 'returns', in: '1987', value: 1000 }),
    ]
    const series = [aSeries('emigration'), aSeries('returns')]
    expect(
      why('require share(returns, emigration) in 1987 <= 10%;', { series, figures, ...year }),
    ).toBe('NCSJ 12.5%; asked: at most 10%.')
  })

  it('says what was counted', () => {
    const text = 'require count(detention) in 1987 = 0;'
    expect(why(text, { events: [someEvent({ on: '1987-03-04' })], ...year })).toBe(
      'Detention: 1 recorded; asked: none.',
    )
    expect(why(text, { events: [watched('detention', '1987')], ...year })).toBe(
      'Detention: none; asked: none.',
    )
  })

  it('says that a test under “not” must not hold', () => {
    const figures = [someFigure({ in: '1987', value: 120 })]
    expect(why('require not total(emigration) in 1987 < 100;', { figures, ...year })).toBe(
      'Must not hold: NCSJ 120; asked: less than 100.',
    )
  })

  it('says since when a state is on', () => {
    const events = [switched('jamming/voa', 'on', '1980-08-20')]
    expect(why('require off(jamming/voa) for 6 months;', { events, ...year })).toBe(
      'jamming/voa on since 1980-08-20.',
    )
  })

  it('says how many of several are met', () => {
    const figures = [someFigure({ in: '1987', value: 120 })]
    const text =
      'require at least 2 of { total(emigration) in 1987 >= 100, total(emigration) in 1987 >= 200 };'
    expect(why(text, { figures, ...year })).toBe('1 of 2 met: NCSJ 120; asked: at least 200.')
  })

  it('says since when it holds and how long is needed', () => {
    const figures = [someFigure({ in: '1987-12', value: 120 })]
    expect(
      why('require total(emigration) over last 1 month >= 100; hold 6 months;', {
        figures,
        asOf: '1987-12-31',
      }),
    ).toBe('NCSJ 120; asked: at least 100; holding since 31 December 1987, 6 months needed.')
  })
})

describe('a reading chosen after the period began', () => {
  const figures = [
    someFigure({ in: '1987', value: 120 }),
    someFigure({ in: '1987', value: 90, by: 'ICM' }),
  ]
  const chosen = (set: string, reading: string) =>
    why(`set ${set} by "W"; require total(emigration) in 1987 >= 100; reading ${reading};`, {
      figures,
      ...year,
    })

  it('is allowed and marked so', () => {
    expect(chosen('1987-06', 'highest')).toBe(
      'NCSJ 120 and ICM 90; asked: at least 100; the highest reading was chosen on 30 June 1987, after the period began.',
    )
    expect(chosen('1987-06', 'source "NCSJ"')).toMatch(
      /; the reading of NCSJ alone was chosen on 30 June 1987, after the period began\.$/,
    )
  })

  it('is not marked where it was chosen before', () => {
    expect(chosen('1986-12', 'highest')).toBe('NCSJ 120 and ICM 90; asked: at least 100.')
  })

  it('is not marked where nothing is chosen', () => {
    expect(chosen('1987-06', 'all')).not.toMatch(/chosen/)
  })
})
