import { describe, expect, it } from 'vitest'
import {
  aRecord,
  aSeries,
  ruleMoved,
  someEvent,
  someFigure,
  someUndertaking,
  switched,
} from '../../../../test/builders.ts'
import { knownNamesOf } from '../../assessment/known-names.ts'
import { checkBenchmarks } from './check-benchmarks.ts'

const names = knownNamesOf(
  aRecord({
    series: [
      aSeries('emigration'),
      aSeries('returns'),
      aSeries('prisoners', { kind: 'level' }),
      aSeries('inflation', { kind: 'level', unit: 'percent' }),
      aSeries('expression', { kind: 'index', unit: 'points' }),
    ],
    figures: [someFigure({ in: '1987', value: 1 })],
    events: [
      switched('jamming/voa', 'off', '1987'),
      ruleMoved('law', 'none', '1985'),
      someEvent({ on: '1987' }),
    ],
    undertakings: [someUndertaking('pardon', '1987')],
  }),
)

/** What is said of the clauses of one benchmark, `error: …` or `warning: …`. */
function said(clauses: string): string[] {
  return checkBenchmarks(`benchmark a "A" outcome { ${clauses} }`, names).map(
    ({ severity, message }) => `${severity}: ${message}`,
  )
}
const saidOfTest = (test: string) => said(`require ${test};`)

describe('nothing is said of', () => {
  it.each([
    'total(emigration) over last 12 months >= 10000',
    'rate(emigration) over last 6 months >= 8000 per year',
    'level(prisoners) at 1988-01-01 <= 100',
    'latest(prisoners) within 12 months = 0',
    'mean(expression) over last 12 months >= lowest(expression) in 1958/1965',
    'count(detention where ground = "speech") over last 12 months = 0',
    'off(jamming/voa) for 6 months and rule(law) >= adopted and kept(pardon)',
    'share(returns, emigration) in 1987 <= 10%',
    'level(inflation) < 15%',
    'total(emigration) in 1987 >= 1 and never below best less 10% since 1987',
  ])('%s', (test) => {
    expect(saidOfTest(test)).toEqual([])
  })
})

describe('kinds', () => {
  it.each([
    ['total(prisoners) in 1987 >= 1', 'error: total reads a flow; “prisoners” is a level.'],
    ['level(emigration) >= 1', 'error: level reads a level or an index; “emigration” is a flow.'],
    ['rate(expression) in 1987 >= 1', 'error: rate reads a flow; “expression” is an index.'],
    [
      'count(emigration) in 1987 >= 1',
      'error: count counts acts; “emigration” is a series. Use total or level.',
    ],
    [
      'total(emigation) in 1987 >= 1',
      'error: There is no series “emigation”. Did you mean “emigration”?',
    ],
    [
      'total(emigration) >= 1',
      'error: total needs its time: over last 12 months, in 1988 or since 1987-01.',
    ],
    [
      'total(emigration) within 3 months >= 1',
      'error: “within” goes with latest; total takes over last, in, since or at.',
    ],
    [
      'total(emigration where a = "b") in 1987 >= 1',
      'error: “where” chooses among acts; total reads a series.',
    ],
    ['total(emigration, returns) in 1987 >= 1', 'error: total takes one argument; 2 stand here.'],
    [
      'share(emigration) in 1987 >= 1%',
      'error: share takes two arguments: the part and the whole.',
    ],
    [
      'share(emigration, returns) >= 1%',
      'error: share of amounts needs its time: over last 12 months, in 1988 or since 1987-01.',
    ],
  ])('%s', (test, message) => {
    expect(saidOfTest(test)).toEqual([message])
  })

  it('a share of what is not on record is told', () => {
    expect(saidOfTest('share(emigation, returns) in 1987 >= 1%')[0]).toMatch(/“emigation”/)
  })

  it('a scale is checked as a whole', () => {
    expect(said('scale total(emigation) in 1987 × 2;')[0]).toMatch(/There is no series “emigation”/)
  })
})

describe('units', () => {
  it('of both sides agree', () => {
    expect(saidOfTest('total(emigration) in 1987 >= 10%')).toEqual([
      'error: total(emigration) in 1987 is in persons, 10% in share: they cannot be compared.',
    ])
    expect(saidOfTest('level(expression) > level(prisoners)')).toEqual([
      'error: level(expression) is in points, level(prisoners) in persons: they cannot be compared.',
    ])
  })

  it('of a sum agree', () => {
    expect(saidOfTest('level(expression) + level(prisoners) > 3')).toEqual([
      'error: points and persons cannot be added or subtracted.',
    ])
  })

  it('a bare number takes the other side’s', () => {
    expect(saidOfTest('total(emigration) in 1987 + 5 >= 10')).toEqual([])
  })
})

describe('names', () => {
  it.each([
    [
      'off(jamming/bbc) for 1 month',
      'warning: No state “jamming/bbc” is on record yet: it cannot be told.',
    ],
    ['rule(decree) >= adopted', 'warning: No rule “decree” is on record yet: it cannot be told.'],
    ['kept(promise)', 'warning: No undertaking “promise” is on record yet: it cannot be told.'],
    [
      'count(expulsion) in 1987 = 0',
      'warning: No act of the kind “expulsion” is on record yet: it cannot be told.',
    ],
    [
      'rule(law) >= passed',
      'error: “passed” is not a stage of a rule. It is one of none, promised, tabled, adopted, in-force, applied.',
    ],
    [
      'resolved(political) = all',
      'error: “political” is no list of this benchmark. Name it: list political = "…" frozen DATE;',
    ],
    [
      'median(level(expression), band) < 3',
      'error: “band” is no group of peers of this benchmark. Name it: peers band = "…";',
    ],
  ])('%s', (test, message) => {
    expect(saidOfTest(test)).toEqual([message])
  })
})

describe('clauses', () => {
  it.each([
    ['hold 1 month;', 'error: a asks for nothing: it needs a require, a hurdle or a scale.'],
    [
      'require kept(pardon); hold 1 month; hold 2 months;',
      'error: A benchmark has one hold clause; this is another.',
    ],
    [
      'require kept(pardon); on success do "x";',
      'error: “success” is not a status. It is one of met, not-met, insufficient, disputed, not-due, waived, lapsed, slipping, unverified.',
    ],
    [
      'set 1988 by "x"; require kept(pardon); due 1987;',
      'error: It is due on 1987, before it was set on 1988.',
    ],
    [
      'require at least 3 of { kept(pardon), kept(pardon) };',
      'error: At least 3 of 2 can never be met.',
    ],
    ['require 5 >= 3;', 'warning: This compares two numbers and reads no evidence.'],
    [
      'require kept(pardon) and never below best less 10% since 1987;',
      'error: “never below best” watches the first comparison of the benchmark, and there is none.',
    ],
    [
      'require total(emigration) in 1987 >= 1; reading source "HRW";',
      'warning: No figure by HRW is on record: nothing can be told yet.',
    ],
  ])('%s', (clauses, message) => {
    expect(said(clauses)).toEqual([message])
  })

  it('two versions with one set date are an error at the later', () => {
    const one = 'benchmark a "A" outcome { set 1987 by "x"; require kept(pardon); }\n'
    const [fault, ...rest] = checkBenchmarks(one + one, names)
    expect([fault?.from, fault?.message, rest]).toEqual([
      one.length,
      'a stands twice with the same set date. Give the later one a later set date.',
      [],
    ])
  })
})
