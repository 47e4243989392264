import { describe, expect, it } from 'vitest'
import { aRecord, day, THEIR_PAPER, watched } from '../../../test/builders.ts'
import type { someEvent } from '../../../test/builders.ts'
import { evaluatorOf } from '../assessment/evaluator.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { sayDays } from '../assessment/words.ts'
import { coverageOver } from './coverage.ts'
import type { Condition } from './coverage.ts'

/** The gaps in 1987 that the reports leave. */
function gaps(
  reports: readonly ReturnType<typeof someEvent>[],
  subject = 'jamming/voa',
  where: readonly Condition[] = [],
): string[] {
  const view = evaluatorOf(aRecord({ events: reports })).viewOn(calendarDate('2020-01-01'))
  const window = { from: day('1987-01-01'), to: day('1987-12-31') }
  return coverageOver(view.coverage().events, subject, where, window).gaps.map(sayDays)
}

describe('reports', () => {
  it('that abut join', () => {
    expect(
      gaps([watched('jamming/voa', '1987-07/1987-12'), watched('jamming/voa', '1987-01/1987-06')]),
    ).toEqual([])
  })

  it('that leave one day out leave a gap', () => {
    expect(
      gaps([
        watched('jamming/voa', '1987-01-01/1987-06-29'),
        watched('jamming/voa', '1987-07-01/1987-12-31'),
      ]),
    ).toEqual(['30 June 1987'])
  })

  it('inside one another cover what the longer does', () => {
    expect(gaps([watched('jamming/voa', '1986/1988'), watched('jamming/voa', '1987-03')])).toEqual(
      [],
    )
  })

  it('of the whole cover what stands below it', () => {
    expect(gaps([watched('jamming', '1987')])).toEqual([])
    expect(gaps([watched('jamming/voa', '1987')], 'jamming')).toEqual(['1987'])
    expect(gaps([watched('jam', '1987')])).toEqual(['1987'])
  })

  it('by the counterpart close nothing', () => {
    expect(gaps([watched('jamming/voa', '1987', { source: THEIR_PAPER })])).toEqual(['1987'])
    expect(
      gaps([watched('jamming/voa', '1987', { source: THEIR_PAPER, verification: 'confirmed' })]),
    ).toEqual(['1987'])
  })

  it('that are not confirmed close nothing', () => {
    expect(gaps([watched('jamming/voa', '1987', { verification: 'likely' })])).toEqual(['1987'])
  })

  it('without keys cover every value; with keys only the question for it', () => {
    const speech = [{ key: 'ground', value: 'Speech or writing' }]
    const [all, some] = [
      [watched('conviction', '1987')],
      [watched('conviction', '1987', { detail: 'Ground: speech  or writing' })],
    ]
    expect(gaps(all, 'conviction', speech)).toEqual([])
    expect(gaps(some, 'conviction', speech)).toEqual([])
    expect(gaps(some, 'conviction')).toEqual(['1987'])
    expect(gaps(some, 'conviction', [{ key: 'ground', value: 'religion' }])).toEqual(['1987'])
  })
})
