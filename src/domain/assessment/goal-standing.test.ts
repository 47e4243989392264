import { describe, expect, it } from 'vitest'
import {
  aRecord,
  ruleMoved,
  someFigure,
  someGoal,
  switched,
  watched,
} from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { evaluatorOf } from './evaluator.ts'
import { joinVerdicts } from './goal-standing.ts'
import { assessProgramme } from './scorecard.ts'

describe('a goal', () => {
  it.each([
    [['met', 'met'], 'met'],
    [['not-met', 'not-met'], 'not-met'],
    [['met', 'not-met', 'disputed'], 'partly'],
    [['met', 'insufficient', 'disputed'], 'disputed'],
    [['not-met', 'disputed'], 'disputed'],
    [['met', 'insufficient'], 'insufficient'],
    [['not-met', 'insufficient'], 'insufficient'],
    [[], 'insufficient'],
  ] as const)('of %j is %s', (verdicts, standing) => {
    expect(joinVerdicts(verdicts)).toBe(standing)
  })
})

const text = `benchmark number "Number" outcome { require total(emigration) in 1987 >= 100; }
benchmark law "Rule" structural { require rule(law) >= adopted; }
benchmark later "Later" process { require total(emigration) in 1987 >= 900; due 1990; }
benchmark favour "Favour" process { require off(jamming/voa) for 1 month; }
`
function goal(...benchmarks: string[]) {
  const record = aRecord({
    text,
    goals: [someGoal('g', benchmarks)],
    figures: [someFigure({ in: '1987', value: 120 })],
    events: [
      ruleMoved('law', 'none', '1985'),
      switched('jamming/voa', 'off', '1987-05-25', { basis: 'favour' }),
      watched('jamming/voa', '1987'),
    ],
  })
  const days = [calendarDate('1987-12-31'), calendarDate('1988-06-01')] as const
  return assessProgramme(evaluatorOf(record), ...days).goals[0]
}

describe('the standing of a goal', () => {
  it('shows number and rule apart', () => {
    expect(goal('number', 'law')).toMatchObject({
      standing: 'partly',
      number: 'met',
      rule: 'not-met',
    })
    expect(goal('number')).toMatchObject({ standing: 'met', number: 'met', rule: null })
  })

  it('leaves benchmarks that are not due out, unless all are', () => {
    expect(goal('number', 'later')).toMatchObject({ standing: 'met' })
    expect(goal('later')).toMatchObject({ standing: 'not-met' })
  })

  it('counts a gesture as not met', () => {
    expect(goal('favour')).toMatchObject({ standing: 'not-met', gesture: true })
    expect(goal('favour', 'number')).toMatchObject({ standing: 'partly' })
  })

  it('without a benchmark cannot be told', () => {
    expect(goal()).toMatchObject({
      standing: 'insufficient',
      why: 'No benchmark has been written for this goal.',
      number: null,
      rule: null,
    })
  })
})
