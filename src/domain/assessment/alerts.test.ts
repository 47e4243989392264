import { describe, expect, it } from 'vitest'
import {
  aRecord,
  aSeries,
  ruleMoved,
  someFigure,
  someGoal,
  someOutcome,
  someUndertaking,
  switched,
  THEIR_PAPER,
  THEIR_SIDE,
  watched,
} from '../../../test/builders.ts'
import type { RecordParts } from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { GoalId } from '../basics/ids.ts'
import { evaluatorOf } from './evaluator.ts'
import { assessProgramme } from './scorecard.ts'

/** The alerts of a day as `kind subject since`, and their sentences. */
function alerts(parts: RecordParts, asOf: string, knownOn = '2020-01-01') {
  const days = [calendarDate(asOf), calendarDate(knownOn)] as const
  return assessProgramme(evaluatorOf(aRecord(parts)), ...days).alerts
}
const said = (...given: Parameters<typeof alerts>) =>
  alerts(...given).map(({ kind, subject, since }) => `${kind} ${subject} ${since}`)

const [onFirst, off] = [
  switched('jamming/voa', 'on', '1980-08-20'),
  switched('jamming/voa', 'off', '1987-05-25'),
]

describe('relapse', () => {
  it('is a state that came on again', () => {
    const again = switched('jamming/voa', 'on', '1987-09-01')
    expect(said({ events: [onFirst, off, again] }, '1987-12-31')).toEqual([
      'relapse jamming/voa 1987-09-01',
    ])
    expect(said({ events: [onFirst, off] }, '1987-12-31')).toEqual([])
  })

  it('is not forgotten when it is reported again or grows worse', () => {
    const again = ['1987-09-01', '1987-10-01'].map((on) => switched('jamming/voa', 'on', on))
    const worse = switched('jamming/voa', 'intensified', '1987-11-01')
    expect(said({ events: [onFirst, off, ...again, worse] }, '1987-12-31')).toEqual([
      'relapse jamming/voa 1987-09-01',
    ])
  })

  it('is over once it is off again', () => {
    const events = [
      onFirst,
      off,
      switched('jamming/voa', 'on', '1987-09-01'),
      switched('jamming/voa', 'off', '1987-10-01'),
    ]
    expect(said({ events }, '1987-12-31')).toEqual([])
  })

  it('is a rule that went back and stayed there', () => {
    const events = [
      ruleMoved('law', 'tabled', '1987-02-01'),
      ruleMoved('law', 'promised', '1987-06-01'),
      ruleMoved('law', 'promised', '1987-07-01'),
    ]
    expect(alerts({ events }, '1987-12-31')).toEqual([
      {
        kind: 'relapse',
        subject: 'law',
        since: '1987-06-01',
        why: 'Law went back from tabled to promised.',
      },
    ])
  })

  it('is a benchmark that lapsed after it was set', () => {
    const figures = [someFigure({ in: '1987', value: 120 }), someFigure({ in: '1988', value: 20 })]
    const lapsed = (set: string) =>
      said(
        {
          text: `set ${set} by "W"; require total(emigration) over last 12 months >= 100;`,
          figures,
        },
        '1988-12-31',
      )
    expect(lapsed('1987-01')).toEqual(['relapse asked 1988-12-31'])
    expect(lapsed('1989-01')).toEqual([])
  })
})

describe('displacement', () => {
  const other = (stage: string, on: string, subject = 'jamming/rfe-rl') =>
    switched(subject, stage, on)

  it('is one going off within 90 days of a substitute being intensified', () => {
    expect(
      alerts({ events: [onFirst, off, other('intensified', '1987-08-23')] }, '1987-12-31'),
    ).toEqual([
      {
        kind: 'displacement',
        subject: 'jamming/rfe-rl',
        since: '1987-08-23',
        why: 'jamming/voa went off on 25 May 1987 while jamming/rfe-rl was intensified on 23 August 1987.',
      },
    ])
    expect(
      said({ events: [onFirst, off, other('intensified', '1987-08-24')] }, '1987-12-31'),
    ).toEqual([])
  })

  it('is seen whichever came first', () => {
    expect(
      said({ events: [onFirst, off, other('intensified', '1987-03-01')] }, '1987-12-31'),
    ).toEqual(['displacement jamming/rfe-rl 1987-05-25'])
  })

  it('needs the two to be substitutes', () => {
    const events = [onFirst, off, other('intensified', '1987-06-01', 'mail/letters')]
    expect(said({ events }, '1987-12-31')).toEqual([])
    const programme = { substitutes: [['jamming/voa', 'mail/letters']] }
    expect(said({ events, programme }, '1987-12-31')).toEqual([
      'displacement mail/letters 1987-06-01',
    ])
  })

  it('is over once the other is off', () => {
    const events = [onFirst, off, other('intensified', '1987-06-01'), other('off', '1987-11-01')]
    expect(said({ events }, '1987-12-31')).toEqual([])
  })
})

describe('contradiction', () => {
  const figures = (by: string) => [
    someFigure({ in: '1987', value: 120, by, published: '1988-01-04' }),
    someFigure({ in: '1987-03', value: 500, by, published: '1988-02-04' }),
  ]

  it('is of one reporter’s figures, since the last of them is known', () => {
    expect(said({ figures: figures('NCSJ') }, '1988-06-01')).toEqual([
      'contradiction emigration 1988-02-04',
    ])
    expect(said({ figures: figures('NCSJ') }, '1988-06-01', '1988-02-03')).toEqual([])
  })

  it('of a claim is raised too', () => {
    expect(said({ figures: figures(THEIR_SIDE) }, '1988-06-01')).toHaveLength(1)
  })

  it('is raised of levels that share a day and nothing else', () => {
    const series = [aSeries('prisoners', { kind: 'level' })]
    const held = (period: string, value: number, published: string) =>
      someFigure({ series: 'prisoners', in: period, value, published })
    const levels = [held('1987', 300, '1988-01-01'), held('1987-06-01', 200, '1988-02-01')]
    expect(alerts({ series, figures: levels }, '1988-06-01')).toEqual([
      {
        kind: 'contradiction',
        subject: 'prisoners',
        since: '1988-02-01',
        why: 'NCSJ contradicts itself: 300 for 1987 (published 1988-01-01) and 200 for 1 June 1987 (published 1988-02-01).',
      },
    ])
  })
})

describe('an assurance', () => {
  const undertakings = [someUndertaking('pardon', '1987-02', { goal: 'g' as GoalId })]

  it('that was broken or contradicted raises an alert', () => {
    const outcomes = [someOutcome('pardon', 'contradicted', '1987-04-03')]
    expect(alerts({ undertakings, outcomes }, '1987-12-31')).toEqual([
      {
        kind: 'assurance-contradicted',
        subject: 'pardon',
        since: '1987-04-03',
        why: 'An assurance was contradicted by practice: “All will be free”.',
      },
    ])
  })

  it('is not mended by the counterpart’s own word', () => {
    const outcomes = [
      someOutcome('pardon', 'broken', '1987-04-03'),
      someOutcome('pardon', 'kept', '1987-05-03', { source: THEIR_PAPER }),
    ]
    expect(said({ undertakings, outcomes }, '1987-12-31')).toEqual([
      'assurance-contradicted pardon 1987-04-03',
    ])
  })

  it('is contradicted by what its goal’s benchmarks read and moves back after it', () => {
    const events = [
      onFirst,
      switched('jamming/voa', 'off', '1987-01-01'),
      switched('jamming/voa', 'on', '1987-09-01'),
    ]
    const parts = {
      text: 'require off(jamming/voa) for 1 month;',
      goals: [someGoal('g', ['asked'])],
      undertakings,
      events,
    }
    expect(said(parts, '1987-12-31')).toContain('assurance-contradicted pardon 1987-09-01')
  })
})

describe('stale evidence', () => {
  const figures = [someFigure({ in: '1986', value: 900 })]
  const needs = 'require total(emigration) over last 12 months >= 100;'

  it('is nothing newer than twelve months where a benchmark needs it', () => {
    expect(said({ text: needs, figures }, '1987-12-31')).toEqual([])
    expect(said({ text: needs, figures }, '1988-01-01')).toContain('stale emigration 1988-01-01')
  })

  it('is none of a fixed time that is past, nor of what nobody needs', () => {
    expect(
      said({ text: 'require total(emigration) in 1986 >= 1000;', figures }, '1989-01-01'),
    ).toEqual([])
    expect(said({ figures }, '1989-01-01')).toEqual([])
  })

  it('calls the series by its title', () => {
    const [alert] = alerts(
      { text: 'require total(emigration) over last 12 months >= 9999;', figures },
      '1988-06-01',
    )
    expect(alert?.why).toBe('Nothing on “Title of emigration” is newer than 31 December 1986.')
  })

  it('is a state that nobody has reported on for a year, until a report comes', () => {
    const text = 'require off(jamming/voa) for 6 months;'
    const report = watched('jamming', '1988-06-01/1988-06-30')
    expect(said({ text, events: [onFirst, off] }, '1988-05-25')).toEqual([])
    expect(said({ text, events: [onFirst, off] }, '1988-07-31')).toEqual([
      'stale jamming/voa 1988-05-26',
    ])
    expect(said({ text, events: [onFirst, off, report] }, '1988-07-31')).toEqual([])
  })
})

it('an empty programme raises none', () => {
  expect(alerts({}, '1988-01-01')).toEqual([])
})
