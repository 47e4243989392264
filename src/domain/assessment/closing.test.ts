import { describe, expect, it } from 'vitest'
import {
  aSeries,
  aSource,
  BULLETIN,
  required,
  someFigure,
  someOutcome,
  someUndertaking,
  stands,
  switched,
  THEIR_PAPER,
  THEIR_SIDE,
  watched,
} from '../../../test/builders.ts'
import type { SourceId } from '../basics/ids.ts'

const index = { series: [aSeries('expression', { kind: 'index' }), aSeries('emigration')] }
const expression = someFigure({ series: 'expression', in: '1987', value: 8 })
const events = [switched('jamming/voa', 'off', '1986'), watched('jamming/voa', '1987')]
const on = { asOf: '1987-12-31' }

describe('an expert index', () => {
  it('never closes a benchmark alone', () => {
    const said = stands('require level(expression) >= 5;', {
      ...index,
      figures: [expression],
      ...on,
    })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['An expert index never closes a benchmark alone.'],
    ])
  })

  it('informs beside something else', () => {
    const text = 'require level(expression) >= 5; hurdle off(jamming/voa) for 1 month;'
    expect(stands(text, { ...index, figures: [expression], events, ...on }).standing).toBe('met')
  })

  it('blocks', () => {
    const text = 'require level(expression) >= 9; hurdle off(jamming/voa) for 1 month;'
    expect(stands(text, { ...index, figures: [expression], events, ...on }).standing).toBe(
      'not-met',
    )
  })

  it('closes nothing in an “or” of which it is the part that is met', () => {
    const text = 'require level(expression) >= 5 or off(jamming/bbc) for 1 month;'
    expect(required(text, { ...index, figures: [expression], events, ...on })).toBe('insufficient')
  })

  it('closes nothing under “not”', () => {
    const text = 'require not level(expression) < 5;'
    expect(required(text, { ...index, figures: [expression], ...on })).toBe('insufficient')
  })
})

describe('a gain over an earlier time', () => {
  const figures = [someFigure({ in: '1986', value: 900 }), someFigure({ in: '1987', value: 8155 })]

  it.each([
    'total(emigration) over last 12 months > total(emigration) in 1986',
    'total(emigration) over last 12 months - total(emigration) in 1986 >= 1000',
    'total(emigration) over last 12 months ÷ total(emigration) in 1986 >= 2',
    'share(total(emigration) over last 12 months, total(emigration) in 1986) >= 110%',
  ])('never suffices without a level: %s', (test) => {
    const said = stands(`require ${test};`, { figures, ...on })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['A gain over an earlier time does not suffice without a level.'],
    ])
  })

  it('suffices with one', () => {
    const text =
      'require total(emigration) over last 12 months > total(emigration) in 1986 and total(emigration) over last 12 months >= 8000;'
    expect(stands(text, { figures, ...on }).standing).toBe('met')
  })
})

describe('independent evidence', () => {
  const family = aSource('letter', { kind: 'family' })
  const monitor = aSource('monitor', { kind: 'monitor' })
  const repeats = aSource('digest', { kind: 'court', origin: 'letter' as SourceId })
  const by = (...sources: string[]) =>
    sources.map((source, at) =>
      someFigure({ in: '1987', value: 120, by: `reporter ${at}`, source: source as SourceId }),
    )
  const asked = (evidence: string, ...sources: string[]) =>
    stands(`require total(emigration) in 1987 >= 100; evidence ${evidence};`, {
      sources: [family, monitor, repeats],
      figures: by(...sources),
      asOf: '1988-01-31',
    })

  it('is by different reporters', () => {
    expect(asked('2 independent', 'letter', 'monitor').standing).toBe('met')
    const one = asked('2 independent', 'letter')
    expect([one.standing, one.missing]).toEqual([
      'insufficient',
      ['1 independent source, 2 asked.'],
    ])
  })

  it('is of different kinds where kinds are named', () => {
    expect(asked('2 independent of { family, monitor }', 'letter', 'monitor').standing).toBe('met')
    expect(asked('2 independent of { family, court }', 'letter', 'monitor').standing).toBe(
      'insufficient',
    )
  })

  it('is not doubled by a source that repeats another', () => {
    expect(asked('2 independent', 'letter', 'digest').standing).toBe('insufficient')
    expect(asked('2 independent of { family, court }', 'letter', 'digest').standing).toBe(
      'insufficient',
    )
  })

  it('is not the counterpart’s word', () => {
    const figures = [
      someFigure({ in: '1987', value: 120 }),
      someFigure({ in: '1987', value: 120, by: THEIR_SIDE, source: THEIR_PAPER }),
    ]
    const text = 'require total(emigration) in 1987 >= 100; evidence 2 independent;'
    expect(stands(text, { figures, asOf: '1988-01-31' }).standing).toBe('insufficient')
  })

  it('may be of an undertaking that was kept', () => {
    const given = {
      sources: [family],
      undertakings: [someUndertaking('pardon', '1987-02')],
      asOf: '1988-01-31',
    }
    const kept = (...sources: SourceId[]) =>
      stands('require kept(pardon); evidence 2 independent;', {
        ...given,
        outcomes: sources.map((source) => someOutcome('pardon', 'kept', '1987-04', { source })),
      }).standing
    expect(kept(BULLETIN, 'letter' as SourceId)).toBe('met')
    expect(kept(BULLETIN)).toBe('insufficient')
  })
})
