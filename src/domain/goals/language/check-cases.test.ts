import { describe, expect, it } from 'vitest'
import { aRecord } from '../../../../test/builders.ts'
import { knownNamesOf } from '../../assessment/known-names.ts'
import { checkBenchmarks } from './check-benchmarks.ts'
import { expectedAt } from './expected.ts'

const names = knownNamesOf(aRecord({}), new Set(['US list']))

function said(clauses: string): string[] {
  const text = `benchmark a "A" outcome { ${clauses} }`
  return checkBenchmarks(text, names).map(
    ({ severity, message, from, to }) => `${severity} at “${text.slice(from, to)}”: ${message}`,
  )
}

describe('cases', () => {
  it.each([
    'stock(cases where category = "prisoner" and state = "detained") = 0',
    'stock(cases where Category = "PRISONER" and unit = "family") at 1988-01-01 <= 3',
    'count(cases where event = "released" and ground = "speech") over last 12 months >= 3',
    'net(cases where event = "refused") in 1988 < 0',
    'share(cases where state = "resolved", cases) >= 50%',
    'share(stock(cases where state = "resolved"), stock(cases)) >= 50%',
  ])('nothing is said of %s', (test) => {
    expect(said(`require ${test};`)).toEqual([])
  })

  it.each([
    [
      'stock(cases where catgory = "prisoner") = 0',
      'error at “catgory = "prisoner"”: “catgory” is no key of a case. Did you mean “category”?',
    ],
    [
      'stock(cases where category = "prisoners") = 0',
      'error at “category = "prisoners"”: “prisoners” is no category that a rule knows. Did you mean “prisoner”?',
    ],
    [
      'stock(cases where category = "journalist") = 0',
      'warning at “category = "journalist"”: “journalist” is a word of the programme’s own: no rule says what it does.',
    ],
    [
      'stock(cases where event = "released") = 0',
      'error at “event = "released"”: count and net ask for an event; a stock is of cases in a state.',
    ],
    [
      'count(cases where category = "exile") in 1988 = 0',
      'error at “cases where category = "exile"”: count of cases needs what happened: cases where event = "released".',
    ],
    [
      'count(cases where event = "relesed") in 1988 = 0',
      'error at “event = "relesed"”: “relesed” is no event that a rule knows. Did you mean “released”?',
    ],
    [
      'stock(cases where unit = "household") = 0',
      'error at “unit = "household"”: “household” is no counting unit; it is person or family.',
    ],
    [
      'stock(cases) in 1988 = 0',
      'error at “stock(cases) in 1988”: stock of cases is of a day: write at DATE, or nothing for the day asked.',
    ],
    [
      'stock(cases where pace = "a") = 0',
      'warning at “pace = "a"”: “pace” is looked for in the ground of each case; a case without it may or may not fit.',
    ],
    [
      'stock(cases) > stock(cases where unit = "family")',
      'error at “stock(cases) > stock(cases where unit = "family")”: stock(cases) is in persons, stock(cases where unit = "family") in family units: they cannot be compared.',
    ],
  ])('%s', (test, fault) => {
    expect(said(`require ${test};`)).toEqual([fault])
  })

  it('an event goes with a window', () => {
    expect(said('require count(cases where event = "released") = 0;')).toHaveLength(1)
  })

  it('a state that is none is an error that names all', () => {
    expect(said('require stock(cases where state = "free") = 0;')[0]).toContain(
      'error at “state = "free"”: “free” is no state; it is unknown, detained,',
    )
  })
})

describe('lists', () => {
  it('that are not on record are a warning', () => {
    const asked = (title: string) =>
      said(`list l = "${title}" frozen 1988-04-01; require resolved(l) = all;`)
    expect([asked('US list'), asked('Another')]).toEqual([
      [],
      ['warning at “resolved(l) = all”: No list “Another” is on record yet: it cannot be told.'],
    ])
  })
})

describe('what can stand there', () => {
  const before = 'benchmark a "A" outcome { require stock(cases where '

  it('are the keys of a case after where and after and', () => {
    expect(expectedAt(before, before.length).slice(0, 3)).toEqual([
      '“category”',
      '“region”',
      '“authority”',
    ])
    const further = `${before}category = "exile" and `
    expect(expectedAt(further, further.length)[0]).toBe('“category”')
  })

  it('are the words that a key takes after its sign', () => {
    const value = `${before}unit = `
    expect(expectedAt(value, value.length).slice(0, 2)).toEqual(['“"person"”', '“"family"”'])
  })
})
