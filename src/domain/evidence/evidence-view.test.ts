import { describe, expect, it } from 'vitest'
import {
  aRecord,
  aSource,
  BULLETIN,
  someEvent,
  someFigure,
  someJudgement,
  someOutcome,
  someUndertaking,
  switched,
  THEIR_PAPER,
  THEIR_SIDE,
} from '../../../test/builders.ts'
import type { RecordParts } from '../../../test/builders.ts'
import { evaluatorOf } from '../assessment/evaluator.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { SeriesId, SourceId, UndertakingId } from '../basics/ids.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'

const viewOf = (parts: RecordParts, knownOn: string) =>
  evaluatorOf(aRecord(parts)).viewOn(calendarDate(knownOn))

/** The figures of emigration that stand, as `reporter value`. */
function standing(parts: RecordParts, knownOn: string): string[] {
  return viewOf(parts, knownOn)
    .series('emigration' as SeriesId)
    .reporters(null)
    .flatMap(({ reporter, figures }) => figures.map(({ low }) => `${reporter} ${String(low)}`))
}

describe('a figure is known', () => {
  const july = { in: '1988-07', value: 1698 }

  it('from the latest day on which it may have been published', () => {
    const figures = [someFigure({ ...july, published: '1988-08' })]
    expect(standing({ figures }, '1988-08-30')).toEqual([])
    expect(standing({ figures }, '1988-08-31')).toEqual(['NCSJ 1698'])
  })

  it('else since its source was published', () => {
    const paper = 'paper' as SourceId
    const parts = {
      figures: [someFigure({ ...july, source: paper })],
      sources: [aSource('paper', { published: uncertainDate('1988-08-03') })],
    }
    expect(standing(parts, '1988-08-02')).toEqual([])
    expect(standing(parts, '1988-08-03')).toEqual(['NCSJ 1698'])
  })

  it('else since the day on which it was entered', () => {
    const figures = [someFigure({ ...july, known: '1990-01-01' })]
    expect(standing({ figures }, '1989-12-31')).toEqual([])
    expect(standing({ figures }, '1990-01-01')).toEqual(['NCSJ 1698'])
  })

  it('by its earliest day where it was entered twice', () => {
    const figures = [
      someFigure({ ...july, known: '1990-01-01' }),
      someFigure({ ...july, known: '1989-01-01', at: 'p. 2' }),
    ]
    expect(standing({ figures }, '1989-06-01')).toEqual(['NCSJ 1698'])
  })
})

describe('of several vintages of one period', () => {
  const vintages = [
    someFigure({ in: '1988-07', value: 1698, published: '1988-08-03' }),
    someFigure({ in: '1988-07', value: 1378, published: '1988-08-05' }),
  ]

  it('the latest published by then stands', () => {
    expect(standing({ figures: vintages }, '1988-08-04')).toEqual(['NCSJ 1698'])
    expect(standing({ figures: vintages }, '1988-08-05')).toEqual(['NCSJ 1378'])
  })

  it('does so in whatever order they were written', () => {
    expect(standing({ figures: vintages.toReversed() }, '1988-08-05')).toEqual(['NCSJ 1378'])
  })

  it('the earlier stays visible, set aside by the later', () => {
    const [aside] = viewOf({ figures: vintages }, '1988-08-05').series(
      'emigration' as SeriesId,
    ).setAside
    expect([aside?.figure.low, aside?.by?.low]).toEqual([1698, 1378])
  })

  it('published on one day, the later row stands', () => {
    const figures = [1698, 1378].map((value, at) =>
      someFigure({ in: '1988-07', value, published: '1988-08-05', at: `p. ${at}` }),
    )
    expect(standing({ figures }, '1988-08-05')).toEqual(['NCSJ 1378'])
  })

  it('the same first and last day is the same period', () => {
    const figures = [
      someFigure({ in: '1988', value: 1, published: '1989-01-01' }),
      someFigure({ in: '1988-01-01/1988-12-31', value: 2, published: '1989-01-02' }),
    ]
    expect(standing({ figures }, '1989-01-02')).toEqual(['NCSJ 2'])
  })

  it('of two reporters both stand', () => {
    const figures = [
      someFigure({ in: '1988-07', value: 1 }),
      someFigure({ in: '1988-07', value: 2, by: 'ICM' }),
    ]
    expect(standing({ figures }, '1989-01-01')).toEqual(['NCSJ 1', 'ICM 2'])
  })
})

describe('a withdrawn row', () => {
  it('is gone from that day, included', () => {
    const figures = [someFigure({ in: '1988-07', value: 1698, withdrawn: '1988-09-01' })]
    expect(standing({ figures }, '1988-08-31')).toEqual(['NCSJ 1698'])
    expect(standing({ figures }, '1988-09-01')).toEqual([])
  })

  it('takes with it what it had corrected', () => {
    const figures = [
      someFigure({ in: '1988-07', value: 1698 }),
      someFigure({ in: '1988-07', value: 1700 }),
      someFigure({ in: '1988-07', value: 1700, withdrawn: '1988-09-01' }),
    ]
    expect(standing({ figures }, '1988-08-31')).toEqual(['NCSJ 1700'])
    expect(standing({ figures }, '1988-09-01')).toEqual([])
  })

  it('lets the vintage before it stand again', () => {
    const figures = [
      someFigure({ in: '1988-07', value: 1698, published: '1988-08-03' }),
      someFigure({ in: '1988-07', value: 1, published: '1988-08-05', withdrawn: '1988-09-01' }),
    ]
    expect(standing({ figures }, '1988-09-01')).toEqual(['NCSJ 1698'])
  })

  it('of an outcome is gone from that day and not before', () => {
    const parts = {
      undertakings: [someUndertaking('pardon', '1987-02')],
      outcomes: [someOutcome('pardon', 'kept', '1987-04', { withdrawn: '1988-01-01' })],
    }
    const outcomesOn = (knownOn: string) =>
      viewOf(parts, knownOn).outcomes('pardon' as UndertakingId).outcomes.length
    expect([outcomesOn('1987-12-31'), outcomesOn('1988-01-01')]).toEqual([1, 0])
  })

  it('of an outcome written anew takes the row that it repeats', () => {
    const parts = {
      undertakings: [someUndertaking('pardon', '1987-02')],
      outcomes: [
        someOutcome('pardon', 'kept', '1987-04'),
        someOutcome('pardon', 'kept', '1987-04', { withdrawn: '1988-01-01' }),
      ],
    }
    const view = viewOf(parts, '1988-01-01')
    expect(view.outcomes('pardon' as UndertakingId).outcomes).toEqual([])
  })

  it('of a judgement is gone from that day and not before', () => {
    const judgements = [
      someJudgement({ unit: '1987', coder: 'A', score: 1, withdrawn: '1989-01-01' }),
    ]
    const scoresOn = (knownOn: string) =>
      viewOf({ judgements }, knownOn).judgements('Free press?').judgements.length
    expect([scoresOn('1988-12-31'), scoresOn('1989-01-01')]).toEqual([1, 0])
  })
})

describe('an event', () => {
  const actsOn = (events: readonly ReturnType<typeof someEvent>[], knownOn: string) =>
    viewOf({ events }, knownOn)
      .acts('detention')
      .events.map(({ event, verification }) => `${event.date.text} ${verification}`)

  it('is unseen before it is known', () => {
    const events = [someEvent({ on: '1987-03-01', known: '1987-04-01' })]
    expect(actsOn(events, '1987-03-31')).toEqual([])
    expect(actsOn(events, '1987-04-01')).toEqual(['1987-03-01 confirmed'])
  })

  it('with the same id and other content is a correction, known from its own day', () => {
    const events = [
      someEvent({ id: 'e', on: '1987-03-01', known: '1987-04-01' }),
      someEvent({ id: 'e', on: '1987-03-02', known: '1987-05-01' }),
    ]
    expect(actsOn(events, '1987-04-30')).toEqual(['1987-03-01 confirmed'])
    expect(actsOn(events, '1987-05-01')).toEqual(['1987-03-02 confirmed'])
  })

  it('changed back to what it first said is a correction too', () => {
    const [first, second] = ['1987-03-01', '1987-03-02']
    const events = [
      someEvent({ id: 'e', on: first ?? '', known: '1987-04-01' }),
      someEvent({ id: 'e', on: second ?? '', known: '1987-05-01' }),
      someEvent({ id: 'e', on: first ?? '', known: '1987-06-01' }),
    ]
    expect(actsOn(events, '1987-06-01')).toEqual(['1987-03-01 confirmed'])
  })

  it('of one content in two rows is one with two citations, known from the earliest', () => {
    const events = [
      someEvent({ id: 'e', on: '1987-03-01', known: '1987-05-01' }),
      someEvent({ id: 'e', on: '1987-03-01', known: '1987-04-01', at: 'p. 9' }),
    ]
    expect(actsOn(events, '1987-04-01')).toHaveLength(1)
    const [act] = viewOf({ events }, '1987-05-01').acts('detention').events
    expect(act?.citations.map(({ at }) => at).toSorted()).toEqual(['p. 2', 'p. 9'])
  })

  it('that is withdrawn is gone, its corrections too', () => {
    const events = [
      someEvent({ id: 'e', on: '1987-03-01' }),
      someEvent({ id: 'e', on: '1987-03-02', withdrawn: '1987-06-01' }),
    ]
    expect(actsOn(events, '1987-05-31')).toEqual(['1987-03-02 confirmed'])
    expect(actsOn(events, '1987-06-01')).toEqual([])
  })

  it('is looked for under the kind that a correction gave it', () => {
    const events = [
      someEvent({ id: 'e', on: '1987-03-01', kind: 'arrest' }),
      someEvent({ id: 'e', on: '1987-03-01', kind: 'detention', known: '1987-05-01' }),
    ]
    expect(actsOn(events, '1987-05-01')).toEqual(['1987-03-01 confirmed'])
    expect(viewOf({ events }, '1987-05-01').acts('arrest').events).toEqual([])
  })
})

describe('an empty verification', () => {
  const verificationOf = (
    given: Partial<Parameters<typeof someEvent>[0]>,
    knownOn = '1990-01-01',
  ) =>
    viewOf({ events: [someEvent({ on: '1987-03-01', id: 'e', ...given })] }, knownOn).acts(
      'detention',
    ).events[0]?.verification

  it('is confirmed with a citation that is not the counterpart’s', () => {
    expect(verificationOf({ source: BULLETIN })).toBe('confirmed')
  })

  it('is unknown where only the counterpart’s own sources speak', () => {
    expect(verificationOf({ source: THEIR_PAPER })).toBe('unknown')
  })

  it('is unknown where the counterpart is the one who claims it', () => {
    expect(verificationOf({ claimedBy: THEIR_SIDE })).toBe('unknown')
  })

  it('becomes confirmed once an independent citation is known', () => {
    const events = [
      someEvent({ id: 'e', on: '1987-03-01', source: THEIR_PAPER, known: '1987-03-02' }),
      someEvent({ id: 'e', on: '1987-03-01', source: BULLETIN, known: '1987-04-01' }),
    ]
    const on = (knownOn: string) =>
      viewOf({ events }, knownOn).acts('detention').events[0]?.verification
    expect([on('1987-03-31'), on('1987-04-01')]).toEqual(['unknown', 'confirmed'])
  })

  it('is unknown by a source that repeats the counterpart’s', () => {
    const events = [someEvent({ on: '1987-03-01', source: 'digest' as SourceId })]
    const sources = [aSource('digest', { origin: THEIR_PAPER })]
    const [act] = viewOf({ events, sources }, '1990-01-01').acts('detention').events
    expect(act?.verification).toBe('unknown')
  })
})

it('figures of the counterpart’s own country and of others are kept apart', () => {
  const series = viewOf(
    {
      figures: [
        someFigure({ in: '1988', value: 1 }),
        someFigure({ in: '1988', value: 2, country: 'SUHH' }),
        someFigure({ in: '1988', value: 3, country: 'PL' }),
      ],
    },
    '1990-01-01',
  ).series('emigration' as SeriesId)
  expect(series.countries).toEqual([null, 'PL'])
  expect(series.reporters(null).flatMap(({ figures }) => figures.map(({ low }) => low))).toEqual([
    2,
  ])
})

it('views between which nothing was published share their parts', () => {
  const { viewOn } = evaluatorOf(
    aRecord({ events: [switched('jamming/voa', 'off', '1987-05-25', { known: '1987-05-26' })] }),
  )
  const stamp = (knownOn: string) => viewOn(calendarDate(knownOn)).state('jamming/voa').stamp
  expect(stamp('1987-06-01')).toBe(stamp('1988-06-01'))
  expect(stamp('1987-05-25')).not.toBe(stamp('1987-05-26'))
})
