import { describe, expect, it } from 'vitest'
import { aRecord, day, ruleMoved, switched, THEIR_PAPER } from '../../../test/builders.ts'
import { evaluatorOf } from '../assessment/evaluator.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { EventEntry } from './event.ts'
import { stretchOn } from './timeline.ts'

/** The stage of `jamming/voa` or the rule `law` on each of the days. */
function stages(events: readonly EventEntry[], ...days: string[]): (string | null)[] {
  const view = evaluatorOf(aRecord({ events })).viewOn(calendarDate('2020-01-01'))
  const rule = events.some(({ kind }) => kind === 'rule')
  const { timeline } = rule ? view.rule('law') : view.state('jamming/voa')
  return days.map((each) => stretchOn(timeline, day(each))?.stage ?? null)
}
const voa = (stage: string, on: string, given = {}) => switched('jamming/voa', stage, on, given)

describe('a state', () => {
  it('is unknown before its first event and then stands until a known event changes it', () => {
    const events = [voa('on', '1980-08-20'), voa('off', '1987-05-25')]
    expect(
      stages(events, '1980-08-19', '1980-08-20', '1987-05-24', '1987-05-25', '2019-01-01'),
    ).toEqual([null, 'on', 'on', 'off', 'off'])
  })

  it('is unknown in between where the switch is imprecise', () => {
    const events = [voa('on', '1980'), voa('off', '1987-05')]
    expect(stages(events, '1987-04-30', '1987-05-01', '1987-05-30', '1987-05-31')).toEqual([
      'on',
      null,
      null,
      'off',
    ])
  })

  it('is doubted and approximate without growing wider', () => {
    expect(stages([voa('off', '1987-05-25~')], '1987-05-25')).toEqual(['off'])
  })

  it('of two events on one day takes the later known, then the later row', () => {
    const known = { known: '1987-06-01' }
    expect(
      stages([voa('off', '1987-05-25', known), voa('on', '1987-05-25')], '1987-05-25'),
    ).toEqual(['off'])
    expect(stages([voa('off', '1987-05-25'), voa('on', '1987-05-25')], '1987-05-25')).toEqual([
      'on',
    ])
  })

  it('is unknown after an event that is not confirmed', () => {
    const events = [voa('on', '1980'), voa('off', '1987-05-25', { verification: 'likely' })]
    expect(stages(events, '1987-05-24', '1987-05-25')).toEqual(['on', null])
  })

  it('is not moved by a claim in the counterpart’s favour', () => {
    const events = [voa('on', '1980'), voa('off', '1987-05-25', { source: THEIR_PAPER })]
    expect(stages(events, '1987-05-25')).toEqual(['on'])
  })

  it('is not made unknown by a claim of what stands already', () => {
    const events = [voa('on', '1980'), voa('on', '1987-05-25', { source: THEIR_PAPER })]
    expect(stages(events, '1987-05-25')).toEqual(['on'])
  })

  it('is made unknown by the counterpart’s word against itself', () => {
    const events = [voa('off', '1980'), voa('on', '1987-05-25', { source: THEIR_PAPER })]
    expect(stages(events, '1987-05-25')).toEqual([null])
  })

  it('is unknown over a range that reaches back over a precise switch', () => {
    const events = [voa('on', '1980'), voa('on', '1987-06-01'), voa('off', '1987')]
    expect(stages(events, '1986-12-31', '1987-01-01', '1987-06-01', '1987-12-30')).toEqual([
      'on',
      null,
      null,
      null,
    ])
  })
})

describe('a range of days', () => {
  it('stays unknown though another doubtful change lies within it', () => {
    const events = [
      ruleMoved('law', 'in-force', '1988-01-10'),
      ruleMoved('law', 'none', '1988-02', { source: THEIR_PAPER }),
      ruleMoved('law', 'none', '1988', { verification: 'unknown' }),
    ]
    expect(stages(events, '1988-01-20')).toEqual([null])
  })
})

describe('a rule', () => {
  it('moves through its stages and back', () => {
    const events = [
      ruleMoved('law', 'none', '1985'),
      ruleMoved('law', 'promised', '1987-02-01'),
      ruleMoved('law', 'tabled', '1988-02-01'),
      ruleMoved('law', 'promised', '1988-03-01'),
    ]
    expect(stages(events, '1986-01-01', '1987-03-01', '1988-02-01', '1988-03-01')).toEqual([
      'none',
      'promised',
      'tabled',
      'promised',
    ])
  })

  it('is not moved forward by a claim', () => {
    const events = [
      ruleMoved('law', 'none', '1985-01-01'),
      ruleMoved('law', 'adopted', '1987-02-01', { source: THEIR_PAPER }),
    ]
    expect(stages(events, '1987-03-01')).toEqual(['none'])
  })
})
