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

const paces = (...values: number[]) =>
  values.map((value, at) => someFigure({ in: String(1986 + at), value }))
const asked = 'require total(emigration) over last 12 months >= 10000;'

describe('a gesture', () => {
  it('is better than a year before and not held', () => {
    const said = stands(asked, { figures: paces(900, 8155), asOf: '1987-12-31' })
    expect(said).toMatchObject({
      standing: 'not-met',
      gesture: true,
      gestureBecause: ['Better, but not held.'],
    })
  })

  it('passes the raw test while the hold is incomplete', () => {
    const said = stands(`${asked} hold 6 months;`, {
      figures: paces(12000, 12000),
      asOf: '1986-12-31',
    })
    expect(said).toMatchObject({ standing: 'not-met', gesture: true })
  })

  it('is none where nothing is better', () => {
    expect(stands(asked, { figures: paces(900, 900), asOf: '1987-12-31' }).gesture).toBe(false)
    expect(stands(asked, { figures: paces(900), asOf: '1986-12-31' }).gesture).toBe(false)
  })

  it('is none where it is held', () => {
    expect(stands(asked, { figures: paces(900, 12000), asOf: '1987-12-31' })).toMatchObject({
      standing: 'met',
      gesture: false,
    })
  })

  it('is better on the side that the test needs', () => {
    const series = [aSeries('prisoners', { kind: 'level' })]
    const held = (...values: number[]) =>
      values.map((value, at) =>
        someFigure({ series: 'prisoners', in: `${1986 + at}-12-31`, value }),
      )
    const on = (...values: number[]) =>
      stands('require level(prisoners) <= 10;', {
        series,
        figures: held(...values),
        asOf: '1987-12-31',
      }).gesture
    expect([on(300, 200), on(200, 300)]).toEqual([true, false])
  })

  it('is better over the whole interval', () => {
    const figures = [
      someFigure({ in: '1986', low: 800, high: 1000 }),
      someFigure({ in: '1987', low: 900, high: 2000 }),
    ]
    expect(stands(asked, { figures, asOf: '1987-12-31' }).gesture).toBe(false)
  })

  it('is not seen in the counterpart’s own figures', () => {
    const figures = [900, 8000].map((value, at) =>
      someFigure({ in: String(1986 + at), value, by: THEIR_SIDE }),
    )
    expect(stands(asked, { figures, asOf: '1987-12-31' }).gesture).toBe(false)
  })

  it('is an act by favour', () => {
    const said = stands('require off(jamming/voa) for 1 month;', {
      events: [
        switched('jamming/voa', 'off', '1987-05-25', { basis: 'favour', id: 'voa-off' }),
        watched('jamming/voa', '1987'),
      ],
      asOf: '1987-12-31',
    })
    expect(said).toMatchObject({
      standing: 'met',
      gesture: true,
      gestureBecause: ['By favour, not by rule (voa-off).'],
    })
  })

  const releases = 'require count(release) in 1987 >= 2;'
  const acts = (...detained: string[]) => [
    someEvent({ kind: 'release', on: '1987-02-10' }),
    someEvent({ kind: 'release', on: '1987-02-11' }),
    ...detained.map((on) => someEvent({ on })),
  ]

  it('is a release that arrests have offset', () => {
    const said = stands(releases, {
      events: acts('1987-03-01', '1987-04-01'),
      asOf: '1988-01-31',
    })
    expect(said).toMatchObject({
      standing: 'met',
      gesture: true,
      gestureBecause: ['Since 10 February 1987: 2 released, 2 newly detained or re-detained.'],
    })
  })

  it('counts arrests since the first release, in whatever order they were written', () => {
    const events = acts('1987-02-09', '1987-03-01')
    for (const order of [events, events.toReversed()])
      expect(stands(releases, { events: order, asOf: '1988-01-31' }).gesture).toBe(false)
    for (const order of [
      acts('1987-02-10', '1987-03-01'),
      acts('1987-02-10', '1987-03-01').toReversed(),
    ])
      expect(stands(releases, { events: order, asOf: '1988-01-31' }).gesture).toBe(true)
  })
})
