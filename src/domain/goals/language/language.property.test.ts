/**
 * The benchmark language held to its laws: what is printed is read as it was, and no text, however
 * spoilt, makes it throw or hang.
 *
 * 1,000 benchmarks and 5,000 spoilt texts in every run; 20,000 and 100,000 with DEMARCHE_FUZZ=full.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBenchmark, withoutSpans } from '../../../../test/arbitrary-benchmark.ts'
import { checkBenchmarks } from './check-benchmarks.ts'
import { parseBenchmarks } from './parse-benchmarks.ts'
import { printBenchmark } from './print-benchmark.ts'
import { splitBenchmarks } from './split-benchmarks.ts'

const FULL = process.env['DEMARCHE_FUZZ'] === 'full'
const seeded = FULL ? {} : { seed: 1987 }
const TIME_LIMIT = FULL ? 1_800_000 : 60_000

const EXAMPLE = readFileSync(
  join(import.meta.dirname, '../../../../examples/soviet-union/benchmarks.txt'),
  'utf8',
)
const { benchmarks: texts } = splitBenchmarks(EXAMPLE)

describe('what is printed is read as it was', () => {
  it(
    'for random benchmarks of every kind',
    () => {
      fc.assert(
        fc.property(arbitraryBenchmark, (benchmark) => {
          const printed = printBenchmark(benchmark)
          const { benchmarks, faults } = parseBenchmarks(printed)
          expect(faults).toEqual([])
          expect(benchmarks.map(withoutSpans)).toEqual([withoutSpans(benchmark)])
        }),
        { numRuns: FULL ? 20_000 : 1_000, ...seeded },
      )
    },
    TIME_LIMIT,
  )

  it('for every benchmark of the example', () => {
    expect(texts.length).toBeGreaterThan(30)
    for (const { text } of texts) {
      const [benchmark] = parseBenchmarks(text).benchmarks
      expect(benchmark).toBeDefined()
      if (!benchmark) continue
      const again = parseBenchmarks(printBenchmark(benchmark)).benchmarks
      expect(again.map(withoutSpans)).toEqual([withoutSpans(benchmark)])
    }
  })
})

/** One spoiling: where, how many letters go, and what comes in their place. */
const PIECES = [
  ...'{}();,="\\#%-+×÷<>≥≠\n\u0000',
  'benchmark',
  'require',
  ' and ',
  ' or not ',
  'at least 2 of {',
  '1987-13',
  '9999999999999999999999',
  '-0',
  'over last 0 months',
  '"',
  'total(emigration)',
  '🕊',
  '((((((((((',
]
const spoiling = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(12),
  instead: fc.oneof(fc.constantFrom(...PIECES), fc.constant(''), fc.string({ maxLength: 4 })),
})
const spoilt = fc
  .record({
    text: fc.constantFrom(...texts.map(({ text }) => text)),
    more: fc.constantFrom('', ...texts.map(({ text }) => text)),
    spoilings: fc.array(spoiling, { minLength: 1, maxLength: 4 }),
  })
  .map(({ text, more, spoilings }) =>
    spoilings.reduce((all, { at, gone, instead }) => {
      const place = Math.floor(at * all.length)
      return all.slice(0, place) + instead + all.slice(place + gone)
    }, text + more),
  )

it(
  'a spoilt text is refused with a place inside it and a sentence, or read',
  () => {
    fc.assert(
      fc.property(spoilt, (text) => {
        const { benchmarks, faults } = parseBenchmarks(text)
        if (faults.length > 0) expect(benchmarks).toEqual([])
        for (const fault of [...faults, ...checkBenchmarks(text, undefined)]) {
          expect(fault.from >= 0 && fault.from <= fault.to && fault.to <= text.length).toBe(true)
          expect(fault.message).toMatch(/^[\p{Lu}“\p{L}\p{N}].*[.…”?;]$/su)
        }
        const split = splitBenchmarks(text)
        expect(split.errors.length > 0).toBe(faults.length > 0)
        for (const { line, column } of split.errors) {
          expect(line).toBeLessThanOrEqual(text.split('\n').length)
          expect(column).toBeGreaterThan(0)
        }
      }),
      { numRuns: FULL ? 100_000 : 5_000, ...seeded },
    )
  },
  TIME_LIMIT,
)

describe('hostile texts', () => {
  const inBenchmark = (test: string) => `benchmark a "A" outcome { require ${test}; }`
  const quickly = (text: string) => {
    const began = performance.now()
    const faults = checkBenchmarks(text, undefined)
    expect(performance.now() - began).toBeLessThan(5_000)
    return faults
  }

  it('a sum of very many terms is refused', () => {
    const sum = Array.from({ length: 60_000 }, () => '1').join(' + ')
    expect(quickly(inBenchmark(`${sum} >= 1`))[0]?.message).toMatch(/^More than 1,000 terms/)
  })

  it('a condition of very many parts is read', () => {
    const many = Array.from({ length: 20_000 }, () => 'off(a) for 1 day').join(' and ')
    expect(quickly(inBenchmark(many))).toEqual([])
  })

  it('very deep parentheses are refused', () => {
    const deep = `${'('.repeat(100_000)}off(a) for 1 day${')'.repeat(100_000)}`
    expect(quickly(inBenchmark(deep))[0]?.message).toMatch(/^More than 200 parentheses/)
  })

  it('a long text with its fault at the end is refused in time', () => {
    const long = `benchmark a "A" outcome {\n${'require off(a) for 1 day;\n'.repeat(30_000)} require require; }`
    expect(quickly(long)[0]?.message).toMatch(/cannot stand here/)
  })

  it('a text longer than a million letters is refused', () => {
    expect(quickly('x'.repeat(1_000_001))[0]?.message).toMatch(/^The text is longer/)
  })
})
