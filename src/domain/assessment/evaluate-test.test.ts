import { describe, expect, it } from 'vitest'
import {
  required,
  ruleMoved,
  someFigure,
  someOutcome,
  someUndertaking,
  stands,
  switched,
  THEIR_PAPER,
  watched,
} from '../../../test/builders.ts'
import type { OutcomeEntry } from '../evidence/undertaking.ts'

describe('off', () => {
  const off = 'require off(jamming/voa) for 6 months;'
  const events = [
    switched('jamming/voa', 'on', '1980'),
    switched('jamming/voa', 'off', '1987-05-25'),
    watched('jamming', '1987/1988'),
  ]
  const on = (asOf: string, all = events) => required(off, { events: all, asOf })

  it('is off on each day of the window, the day of the switch included', () => {
    expect([on('1987-11-23'), on('1987-11-24')]).toEqual(['not-met', 'met'])
  })

  it('needs reports of every day', () => {
    const gap = [...events.slice(0, 2), watched('jamming', '1987-05-26/1988')]
    expect(on('1987-11-24', gap)).toBe('insufficient')
    expect(stands(off, { events: gap, asOf: '1987-11-24' }).missing).toEqual([
      'No report covers jamming/voa in 25 May 1987.',
    ])
  })

  it('cannot be told before the first event', () => {
    expect(
      on('1987-11-24', [switched('jamming/voa', 'off', '1987-05-26'), watched('jamming', '1987')]),
    ).toBe('insufficient')
    expect(on('1987-11-24', [watched('jamming', '1987')])).toBe('insufficient')
  })

  it('cannot be told over an imprecise switch', () => {
    const all = [
      switched('jamming/voa', 'on', '1980'),
      switched('jamming/voa', 'off', '1987-05'),
      watched('jamming', '1987'),
    ]
    expect(on('1987-11-24', all)).toBe('insufficient')
    expect(on('1987-11-30', all)).toBe('met')
  })

  it('intensified is on', () => {
    expect(
      on('1987-11-24', [...events, switched('jamming/voa', 'intensified', '1987-08-01')]),
    ).toBe('not-met')
  })

  it('cannot be told of a word that is neither on nor off', () => {
    const all = [switched('jamming/voa', 'reduced', '1980'), watched('jamming', '1987')]
    expect(on('1987-11-24', all)).toBe('insufficient')
  })

  it('stands as last known where the day is later than knowledge', () => {
    const far = [...events.slice(0, 2), watched('jamming', '1987/1999')]
    expect(required(off, { events: far, asOf: '1995-01-01', knownOn: '1988-01-01' })).toBe('met')
  })
})

describe('rule', () => {
  const events = [
    ruleMoved('law', 'none', '1985-01-01'),
    ruleMoved('law', 'tabled', '1987-02-01'),
    ruleMoved('law', 'promised', '1988-02-01'),
  ]
  const on = (test: string, asOf: string) => required(`require ${test};`, { events, asOf })

  it('has reached a stage or not', () => {
    expect(on('rule(law) >= tabled', '1987-02-01')).toBe('met')
    expect(on('rule(law) >= adopted', '1987-02-01')).toBe('not-met')
    expect(on('rule(law) = none', '1986-01-01')).toBe('met')
  })

  it('can go back', () => {
    expect(on('rule(law) >= tabled', '1988-02-01')).toBe('not-met')
  })

  it('cannot be told of a word that is no stage', () => {
    const other = [ruleMoved('law', 'discussed', '1985-01-01')]
    expect(required('require rule(law) >= adopted;', { events: other, asOf: '1986-01-01' })).toBe(
      'insufficient',
    )
  })

  it('cannot be told before its first event', () => {
    expect(on('rule(law) >= promised', '1984-12-31')).toBe('insufficient')
  })
})

describe('kept', () => {
  const undertakings = [someUndertaking('pardon', '1987-02')]
  const kept = (outcomes: readonly OutcomeEntry[], asOf = '1988-01-31') =>
    stands('require kept(pardon);', { undertakings, outcomes, asOf })
  const ours = (outcome: OutcomeEntry['outcome'], on: string) => someOutcome('pardon', outcome, on)
  const theirs = (outcome: OutcomeEntry['outcome'], on: string) =>
    someOutcome('pardon', outcome, on, { source: THEIR_PAPER })

  it.each([
    ['kept', 'met'],
    ['broken', 'not-met'],
    ['partly', 'not-met'],
    ['contradicted', 'not-met'],
    ['open', 'insufficient'],
  ] as const)('%s is %s', (outcome, standing) => {
    expect(kept([ours(outcome, '1987-04')]).standing).toBe(standing)
  })

  it('goes by the last outcome, in whatever order they were written', () => {
    const outcomes = [ours('broken', '1987-05'), ours('kept', '1987-04')]
    expect(required('require kept(pardon);', { undertakings, outcomes, asOf: '1988-01-31' })).toBe(
      'not-met',
    )
  })

  it('closes nothing by the counterpart’s own word, and says so', () => {
    const said = kept([theirs('kept', '1987-04')])
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['Only the counterpart’s own word on the undertaking “All will be free”.'],
    ])
  })

  it('is not undone as broken by the counterpart’s later word', () => {
    expect(kept([ours('broken', '1987-04'), theirs('kept', '1987-05')]).standing).toBe('not-met')
    expect(kept([ours('broken', '1987-04'), theirs('open', '1987-05')]).standing).toBe('not-met')
  })

  it('counts the counterpart’s word against itself', () => {
    expect(kept([theirs('broken', '1987-04')]).standing).toBe('not-met')
  })

  it('says what is missing', () => {
    expect(kept([]).missing).toEqual([
      'No outcome on record of the undertaking “All will be free”.',
    ])
    expect(kept([ours('open', '1987-04')]).missing).toEqual([
      'The outcome of the undertaking “All will be free” is still open.',
    ])
    expect(stands('require kept(promise);', { asOf: '1988-01-31' }).missing).toEqual([
      'No undertaking promise on record.',
    ])
  })

  it('rests on the place that says so', () => {
    expect(kept([ours('kept', '1987-04')]).restsOn).toEqual(['bulletin @ p. 4'])
  })
})

describe('joined tests', () => {
  const figures = [someFigure({ in: '1987', value: 120 })]
  const asked = (test: string) => required(`require ${test};`, { figures, asOf: '1988-01-31' })
  const [met, not, open] = [
    'total(emigration) in 1987 >= 100',
    'total(emigration) in 1987 >= 200',
    'rule(law) >= adopted',
  ]

  it.each([
    [`${met} and ${open}`, 'insufficient'],
    [`${not} and ${open}`, 'not-met'],
    [`${met} or ${open}`, 'met'],
    [`not ${open}`, 'insufficient'],
    [`not ${not}`, 'met'],
    [`at least 1 of { ${met}, ${open} }`, 'met'],
    [`at least 2 of { ${met}, ${not}, ${open} }`, 'insufficient'],
  ])('%s is %s', (test, verdict) => {
    expect(asked(test)).toBe(verdict)
  })

  it('a list that is not on record cannot be told', () => {
    const said = stands('list p = "US list" frozen 1988-04-01; require resolved(p) = all;', {
      asOf: '1989-01-01',
    })
    expect([said.standing, said.missing]).toEqual([
      'insufficient',
      ['No list “US list” on record in a version of 1 April 1988 or before.'],
    ])
  })
})
