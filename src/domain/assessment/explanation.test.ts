import { describe, expect, it } from 'vitest'
import {
  aRecord,
  aSeries,
  aSource,
  someFigure,
  someGoal,
  switched,
  THEIR_SIDE,
  watched,
} from '../../../test/builders.ts'
import type { RecordParts } from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { BenchmarkId, SourceId } from '../basics/ids.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { evaluatorOf } from './evaluator.ts'
import { explainBenchmark } from './explanation.ts'

function explained(parts: RecordParts, asOf: string, knownOn = '2020-01-01') {
  const found = explainBenchmark(
    evaluatorOf(aRecord(parts)),
    'asked' as BenchmarkId,
    calendarDate(asOf),
    calendarDate(knownOn),
  )
  if (!found) throw new Error('there is no such benchmark')
  return found
}
const months = Array.from({ length: 24 }, (_, at) =>
  someFigure({
    in: `${1987 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    value: 100,
  }),
)
const asked = 'set 1987-06 by "W"; require total(emigration) over last 12 months >= 1000;'

describe('an explanation', () => {
  it('is none of a benchmark that is not there', () => {
    const days = [calendarDate('1988-01-01'), calendarDate('1988-01-01')] as const
    expect(explainBenchmark(evaluatorOf(aRecord({})), 'x' as BenchmarkId, ...days)).toBeUndefined()
  })

  it('carries the text as it stood, its goal, versions and reviews', () => {
    const found = explained(
      { text: asked, figures: months, goals: [someGoal('g', ['asked'])] },
      '1988-12-31',
    )
    expect(found.text).toContain('>= 1000')
    expect(found.goal?.id).toBe('g')
    expect(found.versions).toHaveLength(1)
    expect(found.reviews.at(-1)).toEqual({
      day: '1988-12-31',
      verdict: 'met',
      standing: 'met',
      life: null,
    })
  })

  it('marks reviews before it was set', () => {
    const found = explained({ text: asked, figures: months }, '1987-07-31')
    expect(found.reviews.map(({ day, life }) => [day, life]).slice(-3)).toEqual([
      ['1987-05-31', 'by-a-later-standard'],
      ['1987-06-30', null],
      ['1987-07-31', null],
    ])
  })

  it('traces each part to its words in the text', () => {
    const found = explained(
      {
        text: `${asked} hurdle off(jamming/voa) for 1 month;`,
        figures: months,
        events: [switched('jamming/voa', 'off', '1986'), watched('jamming', '1986/1988')],
      },
      '1988-12-31',
    )
    const [whole] = found.trace
    expect(whole?.parts.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['total(emigration) over last 12 months >= 1000', 'met'],
      ['off(jamming/voa) for 1 month', 'met'],
    ])
    for (const part of whole?.parts ?? [])
      expect(found.text.slice(part.from, part.to)).toBe(part.text)
  })

  it('names what was set aside and why', () => {
    const figures = [
      someFigure({ in: '1988', value: 900, published: '1989-01-03' }),
      someFigure({ in: '1988', value: 1200, published: '1989-02-03' }),
      someFigure({ in: '1988', value: 5000, by: THEIR_SIDE }),
    ]
    const [trace] = explained({ text: asked, figures }, '1988-12-31').trace
    expect(trace?.notes).toContain(
      'Set aside: NCSJ 900 for 1988 (published 1989-01-03), replaced by 1,200 for 1988 (published 1989-02-03).',
    )
    expect(trace?.readings.map(({ reporter, setAside }) => [reporter, setAside])).toEqual([
      ['NCSJ', null],
      [THEIR_SIDE, 'the counterpart’s own word, which never counts in its favour'],
    ])
  })

  it('keeps a protected source’s identity apart', () => {
    const figures = [someFigure({ in: '1988', value: 1200, source: 'friend' as SourceId })]
    const sources = [aSource('friend', { protected: true, title: 'A name', url: 'https://name' })]
    expect(explained({ text: asked, figures, sources }, '1988-12-31').sources['friend']).toEqual({
      title: 'A protected source',
      published: null,
      url: '',
    })
  })
})

describe('a chart', () => {
  it('shows reporters apart, the line asked for, a year before and each baseline', () => {
    const programme = {
      baselines: [{ id: 'thaw', title: 'The thaw', in: uncertainDate('1987') }],
    }
    const [chart] = explained({ text: asked, figures: months, programme }, '1988-12-31').charts
    expect(chart?.asked).toEqual({ op: '>=', value: 1000 })
    expect(chart?.points.at(-1)).toEqual({
      day: '1988-12-31',
      reporter: 'NCSJ',
      claim: false,
      low: 1200,
      high: 1200,
    })
    expect(chart?.beside.map(({ id, readings }) => [id, readings[0]?.low])).toEqual([
      ['a-year-before', 1200],
      ['thaw', 1200],
    ])
  })

  it('draws a percentage where the series is in percent', () => {
    const series = [aSeries('inflation', { kind: 'level', unit: 'percent' })]
    const figures = [someFigure({ series: 'inflation', in: '1988', value: 12 })]
    const [chart] = explained(
      { text: 'require level(inflation) < 15%;', series, figures },
      '1988-06-30',
    ).charts
    expect(chart?.asked).toEqual({ op: '<', value: 15 })
  })

  it('brings a total over a longer baseline to the length of its own window', () => {
    const programme = { baselines: [{ id: 'both', title: 'Both', in: uncertainDate('1987/1988') }] }
    const figures = [...months, someFigure({ in: '1989', value: 900 })]
    const [chart] = explained({ text: asked, figures, programme }, '1989-12-31').charts
    expect(chart?.beside.at(-1)?.readings[0]?.low).toBe(1200)
  })
})

describe('a reference period', () => {
  const series = [aSeries('pace', { kind: 'level' })]
  const pace = (period: string, low: number, high: number | null = low) =>
    someFigure({ series: 'pace', in: period, low, high })
  const text = 'set 1987-01 by "W"; require level(pace) >= lowest(pace) in 1958/1965;'
  const warnings = (...figures: ReturnType<typeof someFigure>[]) =>
    explained({ text, series, figures }, '1988-01-01').warnings

  it('that today’s value would pass already is told', () => {
    expect(warnings(pace('1960', 5), pace('1987', 9))).toEqual([
      'On 31 January 1987, when it was set, level(pace) already passed: the reference period asks for nothing.',
    ])
  })

  it('that today’s value cannot be told from is told', () => {
    expect(warnings(pace('1960', 5, 8), pace('1987', 4, 6))).toEqual([
      'On 31 January 1987, when it was set, the value (4–6) could not be told from the reference (5–8).',
    ])
  })

  it('without figures is told', () => {
    expect(warnings(pace('1987', 4))).toEqual([
      'The reference lowest(pace) in 1958/1965 cannot be told from the figures on record.',
    ])
  })

  it('that asks for something needs no warning', () => {
    expect(warnings(pace('1960', 5), pace('1987', 4))).toEqual([])
  })
})
