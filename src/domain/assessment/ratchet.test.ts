import { describe, expect, it } from 'vitest'
import { aSeries, required, someFigure, stands, THEIR_SIDE } from '../../../test/builders.ts'

const series = [aSeries('prisoners', { kind: 'level' }), aSeries('opening', { kind: 'level' })]
const given = { series, programme: { reviews: { every: 'year' } as const } }
const year = (series: string, period: string, value: number, by = 'NCSJ') =>
  someFigure({ series, in: period, value, by })
const ratchet = (least: string, less: string) =>
  `require ${least}; require never below best less ${less} since 1985;`

describe('never below best', () => {
  const opening = ratchet('level(opening) >= 1', '10%')

  it('is met while no review is further below the best than allowed', () => {
    const figures = [
      year('opening', '1985', 90),
      year('opening', '1986', 100),
      year('opening', '1987', 90),
    ]
    expect(stands(opening, { ...given, figures, asOf: '1987-12-31' }).standing).toBe('met')
  })

  it('is not met once it has fallen further, though it rose again', () => {
    const figures = [
      year('opening', '1985', 100),
      year('opening', '1986', 89),
      year('opening', '1987', 100),
    ]
    expect(stands(opening, { ...given, figures, asOf: '1987-12-31' }).standing).toBe('not-met')
  })

  it('is measured by the lowest where less is asked', () => {
    const text = ratchet('level(prisoners) <= 500', '10')
    const to = (value: number) =>
      stands(text, {
        ...given,
        figures: [year('prisoners', '1985', 100), year('prisoners', '1986', value)],
        asOf: '1986-12-31',
      }).standing
    expect([to(110), to(111)]).toEqual(['met', 'not-met'])
  })

  it('cannot be told where nothing is known', () => {
    const said = stands(
      'require never below best less 10% since 1985; require level(opening) <= 5 or level(opening) > 5;',
      {
        ...given,
        figures: [year('opening', '1987', 1)],
        asOf: '1986-12-31',
      },
    )
    expect(said.standing).toBe('insufficient')
  })

  it('cannot be told of a review at which the measure could not', () => {
    const figures = [year('opening', '1985', 100), year('opening', '1987', 100)]
    expect(required(opening, { ...given, figures, asOf: '1987-12-31' })).toBe('insufficient')
  })

  it('says since when the track record cannot be told', () => {
    const figures = [year('opening', '1987', 100), year('prisoners', '1985', 1)]
    const said = stands(opening, { ...given, figures, asOf: '1987-12-31' })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['The track record since 1 January 1985 cannot be told.'],
    ])
  })

  it('reads reporters one by one', () => {
    const figures = ['1985', '1986'].flatMap((period) => [
      year('opening', period, 100),
      year('opening', period, 80, 'ICM'),
    ])
    expect(stands(opening, { ...given, figures, asOf: '1986-12-31' }).standing).toBe('met')
  })

  it('is disputed where reporters tell it differently', () => {
    const figures = [
      year('opening', '1985', 100),
      year('opening', '1986', 100),
      year('opening', '1985', 100, 'ICM'),
      year('opening', '1986', 50, 'ICM'),
    ]
    expect(required(opening, { ...given, figures, asOf: '1986-12-31' })).toBe('disputed')
  })

  it('is not helped by the counterpart’s own figures', () => {
    const figures = [
      year('opening', '1985', 100),
      year('opening', '1985', 100, THEIR_SIDE),
      year('opening', '1986', 100, THEIR_SIDE),
      year('opening', '1986', 50),
    ]
    expect(stands(opening, { ...given, figures, asOf: '1986-12-31' }).standing).toBe('not-met')
  })
})
