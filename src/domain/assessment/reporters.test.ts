import { describe, expect, it } from 'vitest'
import { aSeries, someFigure, stands, THEIR_SIDE } from '../../../test/builders.ts'

const asked = 'require total(emigration) in 1987 >= 100;'
const on = { asOf: '1988-01-31' }
const by = (reporter: string, value: number) => someFigure({ in: '1987', value, by: reporter })
const atLeast = (reporter: string, low: number) => someFigure({ in: '1987', low, by: reporter })

describe('reading all', () => {
  it('those that can tell decide', () => {
    const figures = [by('NCSJ', 120), atLeast('ICM', 50)]
    expect(stands(asked, { figures, ...on }).standing).toBe('met')
  })

  it('if they differ it is disputed, and says who says what', () => {
    const said = stands(asked, { figures: [by('NCSJ', 120), by('ICM', 90)], ...on })
    expect([said.standing, said.disputes]).toEqual(['disputed', ['NCSJ says met, ICM not met.']])
  })

  it('if none can tell it is insufficient and says what is missing', () => {
    const figures = [someFigure({ in: '1987-01/1987-06', value: 50 })]
    const said = stands(asked, { figures, ...on })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['NCSJ: no figure for July–December 1987.'],
    ])
  })

  it('intervals apart that agree leave the verdict and name the difference', () => {
    const said = stands(asked, { figures: [by('NCSJ', 120), by('ICM', 130)], ...on })
    expect([said.standing, said.why]).toEqual(['met', 'NCSJ 120 and ICM 130; asked: at least 100.'])
  })

  it('a reporter that contradicts itself over the window makes it disputed', () => {
    const figures = [
      by('NCSJ', 120),
      by('ICM', 130),
      someFigure({ in: '1987-03', value: 500, by: 'ICM' }),
    ]
    const said = stands(asked, { figures, ...on })
    expect([said.standing, said.disputes]).toEqual([
      'disputed',
      ['ICM contradicts itself: 130 for 1987 and 500 for March 1987.'],
    ])
  })

  it('a contradiction in other years disputes nothing', () => {
    const figures = [
      by('NCSJ', 120),
      someFigure({ in: '1985', value: 1 }),
      someFigure({ in: '1985-03', value: 2 }),
    ]
    expect(stands(asked, { figures, ...on }).standing).toBe('met')
  })
})

describe('a chosen reading', () => {
  const figures = [by('NCSJ', 120), by('ICM', 90), by('State', 80)]
  const read = (how: string) => stands(`${asked} reading ${how};`, { figures, ...on }).standing

  it.each([
    ['lowest', 'not-met'],
    ['highest', 'met'],
    ['median', 'not-met'],
    ['source "NCSJ"', 'met'],
    ['source "ICM"', 'not-met'],
  ])('%s says %s', (how, standing) => {
    expect(read(how)).toBe(standing)
  })

  it('of a source that has published nothing names what is missing', () => {
    const said = stands(`${asked} reading source "HRW";`, { figures, ...on })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['No figure of “Title of emigration” by HRW for 1987.'],
    ])
  })

  it('of a source never falls back on the others', () => {
    const said = stands(
      'require total(emigration) in 1987 - total(returns) in 1987 >= 100; reading source "NCSJ";',
      {
        series: [aSeries('emigration'), aSeries('returns')],
        figures: [
          by('NCSJ', 120),
          someFigure({ series: 'returns', in: '1987', value: 1, by: 'ICM' }),
        ],
        ...on,
      },
    )
    expect(said.standing).toBe('insufficient')
  })
})

describe('a test with several terms', () => {
  const series = [aSeries('emigration'), aSeries('returns')]
  const net = 'require total(emigration) in 1987 - total(returns) in 1987 >= 100;'
  const back = (reporter: string, value: number) =>
    someFigure({ series: 'returns', in: '1987', value, by: reporter })

  it('is read once per reporter that has every term', () => {
    const figures = [by('NCSJ', 120), back('NCSJ', 10), by('ICM', 50)]
    expect(stands(net, { series, figures, ...on }).standing).toBe('met')
  })

  it('is read on the hulls of all where there is none', () => {
    const figures = [by('NCSJ', 120), by('ICM', 130), back('State', 10)]
    expect(stands(net, { series, figures, ...on }).standing).toBe('met')
    expect(stands(net, { series, figures: [...figures, by('HRW', 90)], ...on }).standing).toBe(
      'insufficient',
    )
  })
})

describe('a claim of the counterpart', () => {
  it('never closes in its favour', () => {
    const said = stands(asked, { figures: [by(THEIR_SIDE, 500)], ...on })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['Only the counterpart’s own word (Soviet side).'],
    ])
  })

  it('never disputes in its favour', () => {
    expect(stands(asked, { figures: [by('NCSJ', 90), by(THEIR_SIDE, 500)], ...on }).standing).toBe(
      'not-met',
    )
  })

  it('counts against it', () => {
    expect(stands(asked, { figures: [by(THEIR_SIDE, 50)], ...on }).standing).toBe('not-met')
  })

  it('that contradicts itself disputes nothing', () => {
    const figures = [
      by('NCSJ', 120),
      by(THEIR_SIDE, 10),
      someFigure({ in: '1987-03', value: 500, by: THEIR_SIDE }),
    ]
    expect(stands(asked, { figures, ...on }).standing).toBe('met')
  })

  it('helps in no chosen reading', () => {
    const figures = [by('NCSJ', 90), by(THEIR_SIDE, 500)]
    for (const how of ['highest', 'median', 'lowest'])
      expect(stands(`${asked} reading ${how};`, { figures, ...on }).standing).toBe('not-met')
  })

  it('does not blur what the others tell', () => {
    const figures = [by('NCSJ', 90), someFigure({ in: '1987', low: 95, high: 500, by: THEIR_SIDE })]
    expect(stands(`${asked} reading highest;`, { figures, ...on }).standing).toBe('not-met')
  })

  it('with every term does not push aside the others’ hulls', () => {
    const back = (reporter: string, value: number) =>
      someFigure({ series: 'returns', in: '1987', value, by: reporter })
    const said = stands('require total(emigration) in 1987 - total(returns) in 1987 >= 100;', {
      series: [aSeries('emigration'), aSeries('returns')],
      figures: [by('NCSJ', 90), back('ICM', 10), by(THEIR_SIDE, 500), back(THEIR_SIDE, 1)],
      ...on,
    })
    expect(said.standing).toBe('not-met')
  })

  it('under “not” is dropped where “not” makes it help', () => {
    const said = stands('require not total(emigration) in 1987 >= 100;', {
      figures: [by(THEIR_SIDE, 50)],
      ...on,
    })
    expect(said.standing).toBe('insufficient')
  })

  it('never keeps a benchmark from lapsing', () => {
    const said = stands(
      'require total(emigration) over last 12 months >= 100; lapse when total(emigration) over last 12 months < 80;',
      {
        figures: [by('NCSJ', 120), someFigure({ in: '1988', value: 90, by: THEIR_SIDE })],
        asOf: '1988-12-31',
      },
    )
    expect([said.standing, said.life]).toEqual(['met', 'unverified'])
  })
})
