import { describe, expect, it } from 'vitest'
import { parseBenchmarks } from './parse-benchmarks.ts'
import { printTest } from './print-benchmark.ts'
import { checkEachBenchmark, placeIn, splitBenchmarks } from './split-benchmarks.ts'

const inBenchmark = (clauses: string) => `benchmark a "A" outcome {\n  ${clauses}\n}\n`
const faultsOf = (clauses: string) =>
  parseBenchmarks(inBenchmark(clauses)).faults.map(({ message }) => message)
const testOf = (test: string) => {
  const [clause] = parseBenchmarks(inBenchmark(`require ${test};`)).benchmarks[0]?.clauses ?? []
  return clause?.clause === 'require' ? clause.test : undefined
}

describe('an order of words', () => {
  it('“not” binds one test, then “and”, then “or”', () => {
    const test = testOf('not off(a) for 1 day and off(b) for 1 day or off(c) for 1 day')
    expect(test?.test).toBe('or')
    const [first] = test?.test === 'or' ? test.parts : []
    expect(first?.test === 'and' && first.parts.map((part) => part.test)).toEqual(['not', 'off'])
  })

  it('times and divided by bind before plus and minus', () => {
    const test = testOf('1 + 2 × 3 >= 7')
    expect(test && printTest(test)).toBe('1 + 2 × 3 >= 7')
    expect(test?.test === 'compare' && test.left.term === 'arithmetic' && test.left.op).toBe('+')
  })

  it('ids hold hyphens and slashes, so that minus needs spaces', () => {
    expect(testOf('total(a-b/c) over last 1 month >= 1')).toMatchObject({
      left: { arguments: [{ name: 'a-b/c' }] },
    })
    expect(faultsOf('require 3 -2 >= 1;')).not.toEqual([])
    expect(faultsOf('require level(a) +level(b) >= 1;')).toEqual([
      '“+” needs a space on either side, since ids may hold hyphens and slashes.',
    ])
  })

  it('a word of the language may be an id', () => {
    expect(testOf('level(level) >= 1')).toMatchObject({ left: { arguments: [{ name: 'level' }] } })
  })
})

describe('a fault', () => {
  it('says what cannot stand and what was expected', () => {
    expect(faultsOf('hold six months;')).toEqual(['“six” cannot stand here; expected a number.'])
  })

  it('in a benchmark that was not closed is not mended by what it refuses', () => {
    const [fault] = parseBenchmarks(
      'benchmark a "A" outcome {\n  require off(x) for 1 day;\nbenchmark b "B" outcome { }\n',
    ).faults
    expect(fault?.message).toMatch(/^“benchmark” cannot stand here; expected .*“}”/)
    expect(fault?.message).not.toMatch(/expected.*“benchmark”/)
  })

  it('at the end says that the text ends too early', () => {
    const [fault] = parseBenchmarks('benchmark a "A" outcome {').faults
    expect(fault?.message).toMatch(/^The text ends too early/)
  })

  it.each([
    ['set 1987-13 by "x";', '“1987-13” is not a date.'],
    ['require total(a) in 1988/1987 >= 1;', '“1988/1987” is not a date.'],
    ['hold 0 months;', '“0” must be a whole number from 1 to 10,000.'],
    ['hold 1.5 months;', '“1.5” must be a whole number from 1 to 10,000.'],
    ['require judged("q") >= 1 by 1 coders alpha >= 0.67;', '“1” must be a whole number from 2'],
    ['require judged("q") >= 1 by 2 coders alpha <= 0.67;', 'Agreement has a floor'],
    ['require 99999999999999999999 >= 1;', 'is a larger number than can be counted exactly.'],
  ])('%s: %s', (clauses, message) => {
    expect(faultsOf(clauses).join()).toContain(message)
  })

  it('stands at its line and column, counted from 1', () => {
    const text = inBenchmark('hold six months;')
    expect(splitBenchmarks(text).errors).toEqual([
      { line: 2, column: 8, message: '“six” cannot stand here; expected a number.' },
    ])
    expect(placeIn('a\nbc', 3)).toEqual({ line: 2, column: 2 })
  })
})

describe('dividing a file', () => {
  const file = `# About the first.\nbenchmark a "A" outcome { require off(x) for 1 day; } # at its end\n\n# About the second.\nbenchmark b "B" structural {\n  set 1987-01 by "W";\n  require rule(r) >= adopted;\n}\n# Last words.\n`

  it('keeps the comments before each with it', () => {
    expect(splitBenchmarks(file).benchmarks.map(({ id, set, text }) => [id, set, text])).toEqual([
      [
        'a',
        null,
        '# About the first.\nbenchmark a "A" outcome { require off(x) for 1 day; } # at its end\n',
      ],
      [
        'b',
        '1987-01',
        '# About the second.\nbenchmark b "B" structural {\n  set 1987-01 by "W";\n  require rule(r) >= adopted;\n}\n# Last words.\n',
      ],
    ])
  })

  it('and joining the texts again divides the same way', () => {
    const once = splitBenchmarks(file).benchmarks
    expect(splitBenchmarks(once.map(({ text }) => text).join('\n')).benchmarks).toEqual(once)
  })

  it('an empty file has none', () => {
    const none = { benchmarks: [], errors: [], unread: [] }
    expect(splitBenchmarks('')).toEqual(none)
    expect(splitBenchmarks('# nothing yet\n')).toEqual(none)
  })

  describe('of which some cannot be read', () => {
    const require = 'require off(x) for 1 day;'
    const text = [
      '# Words before all.',
      'benchmark a "A" outcome {',
      `  ${require}`,
      '# Of b.',
      `benchmark b "benchmark" outcome { note "benchmark {"; ${require} }`,
      'benchmark c "C outcome {',
      '  hold six months;',
      '}',
      `  benchmark d "D" outcome { ${require} } # benchmark`,
      'benchmark "E" outcome { }',
      '# The last.',
      `benchmark f "F" outcome { ${require} }`,
      'benchmark g "G" outcome { set 1987-13 by "x"; hold 0 months; }',
    ].join('\n')

    it('tells the first fault of each at its place', () => {
      const found = splitBenchmarks(text)
      const told = found.errors.map(({ line, column, message }) => [
        `${line}:${column}`,
        message.slice(0, 14),
      ])
      expect(told).toEqual([
        ['5:1', '“benchmark” ca'],
        ['6:13', '“"C outcome {”'],
        ['10:11', '“"E"” cannot s'],
        ['13:31', '“1987-13” is n'],
        ['13:52', '“0” must be a '],
      ])
      expect(found.unread).toEqual([
        { id: 'a', line: 2 },
        { id: 'c', line: 6 },
        { id: null, line: 10 },
        { id: 'g', line: 13 },
      ])
    })

    it('gives the others with their comments, as they would be alone', () => {
      expect(splitBenchmarks(text).benchmarks.map((each) => [each.id, each.text])).toEqual([
        ['b', `# Of b.\nbenchmark b "benchmark" outcome { note "benchmark {"; ${require} }\n`],
        ['d', `  benchmark d "D" outcome { ${require} } # benchmark\n`],
        ['f', `# The last.\nbenchmark f "F" outcome { ${require} }\n`],
      ])
    })

    it('checks the others beside it', () => {
      const faults = checkEachBenchmark(`benchmark a\n${inBenchmark('hold 1 month;')}`, undefined)
      expect(faults.map(({ from, message }) => [from, message])).toEqual([
        [12, expect.stringMatching(/^“benchmark” cannot stand here/)],
        [12, expect.stringMatching(/asks for nothing/)],
      ])
    })

    it('stops where hundreds cannot be read', () => {
      const { errors } = splitBenchmarks('benchmark\n'.repeat(5000))
      expect(errors).toHaveLength(201)
      expect(errors.at(-1)).toMatchObject({
        line: 201,
        message: 'From here on nothing is read: 200 benchmarks above cannot be. Mend those first.',
      })
    })

    it('what stands before the first is a fault of its own', () => {
      const { errors, benchmarks } = splitBenchmarks(
        `Minutes of 3 May\nbenchmark b "B" outcome { ${require} }\n`,
      )
      expect(errors).toEqual([
        { line: 1, column: 1, message: '“Minutes” cannot stand here; expected “benchmark”.' },
      ])
      expect(benchmarks.map(({ id }) => id)).toEqual(['b'])
    })
  })
})
