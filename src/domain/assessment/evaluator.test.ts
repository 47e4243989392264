import { describe, expect, it } from 'vitest'
import { aRecord, aSeries, day, findingOf, someFigure } from '../../../test/builders.ts'
import type { DayNumber } from '../basics/calendar-date.ts'
import { calendarDate, toCalendarDate } from '../basics/calendar-date.ts'
import { evaluatorOf } from './evaluator.ts'
import { spanOfControls } from './span.ts'

const series = [aSeries('opening', { kind: 'level' }), aSeries('other', { kind: 'level' })]
const figures = ['1986', '1987'].map((period) =>
  someFigure({ series: 'opening', in: period, value: 100 }),
)
/** About an earlier year, and known late. */
const memoir = someFigure({ series: 'other', in: '1980', value: 1, published: '1999-01-01' })

describe('reviews begin after the first evidence known by the day of knowledge', () => {
  const days = { asOf: '1987-12-31', knownOn: '1988-01-01' }

  it('so that a later memoir changes no track record', () => {
    const text = 'require level(opening) >= 1; require never below best less 10% since 1970;'
    const on = (all: typeof figures) =>
      findingOf(evaluatorOf(aRecord({ text, series, figures: all })), days).requirement.verdict
    expect([on(figures), on([...figures, memoir])]).toEqual(['met', 'met'])
  })

  it('so that a later memoir lengthens no hold', () => {
    const text = 'require 5 >= 3; hold 36 months;'
    const on = (all: typeof figures) =>
      findingOf(evaluatorOf(aRecord({ text, series, figures: all })), days).standing
    expect([on(figures), on([...figures, memoir])]).toEqual(['not-met', 'not-met'])
  })
})

it('a series of very many figures is read', () => {
  const first = day('1500-01-01')
  const many = Array.from({ length: 150_000 }, (_, at) =>
    someFigure({ series: 'opening', in: toCalendarDate((first + at) as DayNumber), value: 100 }),
  )
  const record = aRecord({
    text: 'require mean(opening) over last 400 years >= 1;',
    series,
    figures: many,
    programme: { reviews: { every: 'year' } },
  })
  expect(findingOf(evaluatorOf(record), { asOf: '1501-06-30' }).standing).toBe('met')
})

it('one record has one evaluator', () => {
  const record = aRecord({})
  expect(evaluatorOf(record)).toBe(evaluatorOf(record))
})

describe('the span of the controls', () => {
  it('runs from two years before the programme to the end of its last evidence’s year', () => {
    const record = aRecord({ series, figures, programme: { from: calendarDate('1985-06-01') } })
    expect(spanOfControls(evaluatorOf(record))).toEqual({ from: '1983-01-01', to: '1987-12-31' })
  })

  it('is the evidence’s own where the programme has no beginning', () => {
    expect(spanOfControls(evaluatorOf(aRecord({ series, figures })))).toEqual({
      from: '1986-01-01',
      to: '1987-12-31',
    })
  })
})
