import { describe, expect, it } from 'vitest'
import { aRecord, someEvent, someFigure } from '../../../test/builders.ts'
import type { RecordParts } from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import { readChanges } from './changes.ts'
import { evaluatorOf } from './evaluator.ts'

function changes(parts: RecordParts, since: string, asOf: string, knownOn = asOf) {
  const [first, second, third] = [since, asOf, knownOn].map(calendarDate)
  return readChanges(evaluatorOf(aRecord(parts)), first!, second!, third!)
}

const act = (kind: string, on: string) => someEvent({ kind, on })

describe('what changed', () => {
  it('sets releases against detentions, re-detentions and expulsions after the day', () => {
    const events = [
      act('release', '1987-02-01'),
      act('release', '1987-03-01'),
      act('detention', '1987-03-02'),
      act('re-detention', '1987-03-03'),
      act('expulsion', '1987-03-04'),
    ]
    expect(changes({ events }, '1987-02-01', '1987-12-31', '2020-01-01').people).toEqual({
      released: 1,
      detained: 1,
      redetained: 1,
      expelled: 1,
      net: 1,
      register: null,
    })
  })

  it('tells which standing is another, each as known on its own day', () => {
    const figures = [someFigure({ in: '1987', value: 10_500, published: '1988-01-05' })]
    const text = 'require total(emigration) in 1987 >= 10000;'
    const { standings, figures: known } = changes({ text, figures }, '1987-12-31', '1988-01-31')
    expect(standings.map(({ kind, before, after }) => [kind, before, after])).toContainEqual([
      'benchmark',
      'insufficient',
      'met',
    ])
    expect(known.map(({ value }) => value)).toEqual(['10,500'])
  })
})
