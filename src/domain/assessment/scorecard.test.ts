import { describe, expect, it } from 'vitest'
import { aRecord, someEvent, someFigure, someGoal } from '../../../test/builders.ts'
import type { RecordParts } from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { readChanges } from './changes.ts'
import { compareEditions, freeze } from './edition.ts'
import { evaluatorOf } from './evaluator.ts'
import { assessProgramme, monthEndsIn, readScorecard, readStrips } from './scorecard.ts'

const d = calendarDate
const figures = [
  someFigure({ in: '1987', value: 8155, published: '1988-01-04' }),
  someFigure({ in: '1988', value: 19286, published: '1989-01-03' }),
]
const parts: RecordParts = {
  text: 'require total(emigration) in 1988 >= 15000;',
  goals: [someGoal('emigration', ['asked'])],
  figures,
}
const evaluator = evaluatorOf(aRecord(parts))

describe('a scorecard', () => {
  it('carries what the assessment prints', () => {
    const { goals } = assessProgramme(evaluator, d('1988-12-31'), d('1989-01-04'))
    expect(goals[0]).toMatchObject({
      id: 'emigration',
      tier: 'immediate',
      standing: 'met',
      sources: 1,
    })
    expect(goals[0]?.benchmarks[0]).toMatchObject({
      id: 'asked',
      kind: 'outcome',
      standing: 'met',
      gesture: false,
      life: null,
      holdingSince: null,
      waiver: null,
      version: null,
      measures: [
        {
          term: 'total(emigration) in 1988',
          readings: [{ reporter: 'NCSJ', low: 19286, high: 19286, citations: ['bulletin @ p. 1'] }],
        },
      ],
      why: 'NCSJ 19,286; asked: at least 15,000.',
      missing: [],
      disputes: [],
    })
  })

  it('of an empty programme has nothing on it', () => {
    const card = readScorecard(evaluatorOf(aRecord({})), d('1988-12-31'), d('1989-01-04'))
    expect(card).toMatchObject({ goals: [], benchmarks: [], alerts: [] })
    expect(card.span).toEqual({ from: '2000-01-01', to: '2000-12-31' })
  })

  it('shows benchmarks under no goal', () => {
    const { goals, benchmarks } = assessProgramme(
      evaluatorOf(aRecord({ ...parts, goals: [] })),
      d('1988-12-31'),
      d('1989-01-04'),
    )
    expect([goals, benchmarks.map(({ id }) => id)]).toEqual([[], ['asked']])
  })

  it('leaves out a benchmark that a goal names and nobody has written', () => {
    const record = aRecord({ ...parts, goals: [someGoal('g', ['nowhere'])] })
    const { goals } = assessProgramme(evaluatorOf(record), d('1988-12-31'), d('1989-01-04'))
    expect(goals[0]?.standing).toBe('insufficient')
  })
})

describe('strips', () => {
  const ends = [d('1988-11-30'), d('1988-12-31'), d('1989-01-31')]

  it('stand at each day as known on one, or each as known then', () => {
    expect(readStrips(evaluator, ends, d('1989-01-04')).goals['emigration']).toEqual([
      'insufficient',
      'met',
      'met',
    ])
    expect(readStrips(evaluator, ends, null).benchmarks['asked']).toEqual([
      'insufficient',
      'insufficient',
      'met',
    ])
  })

  it('stand at every month end of a span, in early centuries too', () => {
    expect(monthEndsIn({ from: d('1987-12-31'), to: d('1988-02-29') })).toEqual([
      '1987-12-31',
      '1988-01-31',
      '1988-02-29',
    ])
    expect(monthEndsIn({ from: d('0050-01-01'), to: d('0050-02-28') })).toEqual([
      '0050-01-31',
      '0050-02-28',
    ])
  })
})

describe('what changed', () => {
  it('is standings, each as known then, and what became known in between', () => {
    const record = aRecord({
      ...parts,
      events: [
        someEvent({ id: 'before', on: '1988-01-01', known: '1988-12-31' }),
        someEvent({ id: 'between', on: '1988-02-01', known: '1989-01-01' }),
      ],
    })
    const changes = readChanges(
      evaluatorOf(record),
      d('1988-12-31'),
      d('1989-01-04'),
      d('1989-01-04'),
    )
    expect(
      changes.standings.map(({ kind, id, before, after }) => [kind, id, before, after]),
    ).toEqual([
      ['goal', 'emigration', 'insufficient', 'met'],
      ['benchmark', 'asked', 'insufficient', 'met'],
    ])
    expect(changes.figures).toEqual([
      {
        series: 'emigration',
        title: 'Title of emigration',
        reporter: 'NCSJ',
        period: '1988',
        value: '19,286',
        known: '1989-01-03',
        citation: 'bulletin @ p. 1',
      },
    ])
    expect(changes.events.map(({ id }) => id)).toEqual(['between'])
  })
})

describe('an edition', () => {
  const edition = (given: RecordParts, knownOn: string) => {
    const one = evaluatorOf(aRecord(given))
    return freeze(one, readScorecard(one, d('1988-12-31'), d(knownOn)))
  }

  it('is frozen with the texts and the sources', () => {
    const { texts, sources } = edition(parts, '1989-01-04')
    expect(texts['asked']).toContain('>= 15000')
    expect(sources['bulletin']).toEqual({ title: 'Daily News Bulletin', published: null, url: '' })
  })

  it('compared with a later one says what differs', () => {
    const changes = compareEditions(edition(parts, '1989-01-01'), edition(parts, '1989-01-04'))
    expect(changes.map(({ kind, id, before, after }) => [kind, id, before, after])).toEqual([
      ['goal', 'emigration', 'insufficient', 'met'],
      ['benchmark', 'asked', 'insufficient', 'met'],
    ])
    expect(changes[1]?.notes).toContain('Is: NCSJ 19,286; asked: at least 15,000.')
  })

  it('compared with itself says nothing', () => {
    expect(compareEditions(edition(parts, '1989-01-04'), edition(parts, '1989-01-04'))).toEqual([])
  })

  it('tells a benchmark that one of the two does not have', () => {
    const none = edition({ figures }, '1989-01-04')
    expect(
      compareEditions(none, edition(parts, '1989-01-04')).map(({ id, before, after }) => [
        id,
        before,
        after,
      ]),
    ).toEqual([
      ['emigration', null, 'met'],
      ['asked', null, 'met'],
    ])
  })
})
