import { describe, expect, it } from 'vitest'
import { day } from '../../../test/builders.ts'
import { calendarDate } from '../basics/calendar-date.ts'
import type { BenchmarkId } from '../basics/ids.ts'
import { splitBenchmarks } from '../goals/language/split-benchmarks.ts'
import { printTest } from '../goals/language/print-benchmark.ts'
import { compileBenchmarks, versionOn } from './compiled-benchmark.ts'

function compiled(text: string, from: string | null = null) {
  const benchmarks = compileBenchmarks(
    splitBenchmarks(text).benchmarks,
    from === null ? null : calendarDate(from),
  )
  const found = benchmarks.get('a' as BenchmarkId)
  if (!found) throw new Error('it was not compiled')
  return found
}
const inBenchmark = (clauses: string) => `benchmark a "A" outcome { ${clauses} }\n`

/** The lapse test of one benchmark, as text. */
function lapseOf(clauses: string): string {
  const { lapse } = compiled(inBenchmark(clauses)).versions[0]
  return lapse ? printTest(lapse.test) : 'none'
}

describe('the default lapse test', () => {
  it.each([
    ['require level(x) >= 10000;', 'not level(x) >= 9000'],
    ['require level(x) > 10;', 'not level(x) > 9'],
    ['require level(x) <= 10;', 'not level(x) <= 11'],
    ['require level(x) < 10%;', 'not level(x) < 11%'],
    ['require 10 <= level(x);', 'not 9 <= level(x)'],
    ['require level(x) >= -10;', 'not level(x) >= -11'],
    ['require level(x) = 10;', 'not level(x) = 10'],
    ['require level(x) >= level(y);', 'not level(x) >= level(y)'],
    ['require not level(x) >= 10;', 'not not level(x) >= 11'],
    ['require off(x) for 1 month;', 'not off(x) for 1 month'],
    [
      'require level(x) >= 10 and rule(r) >= adopted;',
      'not (level(x) >= 9 and rule(r) >= adopted)',
    ],
  ])('of “%s” is “%s”', (clauses, lapse) => {
    expect(lapseOf(clauses).replace('not (not level(x) >= 11)', 'not not level(x) >= 11')).toBe(
      lapse,
    )
  })

  it('has no dead band for a hurdle', () => {
    expect(lapseOf('require level(x) >= 10; hurdle level(y) >= 10;')).toBe(
      'not (level(x) >= 9 and level(y) >= 10)',
    )
  })
})

describe('a lapse test of its own', () => {
  it('stands in its place, beside a failed hurdle', () => {
    expect(lapseOf('require level(x) >= 10; lapse when level(x) < 5;')).toBe('level(x) < 5')
    expect(lapseOf('require level(x) >= 10; hurdle level(y) >= 1; lapse when level(x) < 5;')).toBe(
      'level(x) < 5 or not level(y) >= 1',
    )
  })
})

describe('versions', () => {
  const first = inBenchmark('set 1987-01 by "W"; require level(x) >= 10 and level(y) >= 1;')
  const second = inBenchmark('set 1988-03 by "V"; require level(x) >= 20;')

  it('come into force on the latest day of their set, in whatever order they were written', () => {
    for (const text of [first + second, second + first]) {
      const { versions } = compiled(text)
      expect(versions.map(({ set, inForce }) => [set, inForce])).toEqual([
        ['1987-01', day('1987-01-31')],
        ['1988-03', day('1988-03-31')],
      ])
    }
  })

  it('without a set are as old as the programme', () => {
    const old = compiled(inBenchmark('require level(x) >= 1;'), '1987-01-01')
    expect(versionOn(old, day('1986-12-31')).later).toBe(true)
    expect(versionOn(old, day('1987-01-01')).later).toBe(false)
    const always = compiled(inBenchmark('require level(x) >= 1;'))
    expect(versionOn(always, day('1900-01-01')).later).toBe(false)
  })

  it('that only change a number drop nothing', () => {
    const { versions } = compiled(
      first + inBenchmark('set 1988 by "V"; require level(x) >= 5 and level(y) >= 2;'),
    )
    expect(versions.at(-1)?.dropped).toEqual([])
  })

  it('that lack a part are still judged by it', () => {
    const last = compiled(first + second).versions.at(-1)
    expect(last?.dropped.map(({ part, by }) => [printTest(part), by])).toEqual([
      ['level(y) >= 1', 'V'],
    ])
    expect(last?.requirement && printTest(last.requirement)).toBe(
      'level(x) >= 20 and level(y) >= 1',
    )
  })

  it('that turn a test round lack the part as it was', () => {
    const turned = compiled(
      first + inBenchmark('set 1988 by "V"; require level(x) <= 10 and level(y) >= 1;'),
    )
    expect(turned.versions.at(-1)?.dropped.map(({ part }) => printTest(part))).toEqual([
      'level(x) >= 10',
    ])
  })
})
