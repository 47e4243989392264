/** Random benchmarks as their syntax, of every clause, test and term that the language has. */
import fc from 'fast-check'
import type { BenchmarkId } from '../src/domain/basics/ids.ts'
import { BENCHMARK_KINDS } from '../src/domain/goals/benchmark.ts'
import type {
  Argument,
  BenchmarkSyntax,
  Clause,
  ClauseBody,
  Duration,
  Measure,
  Term,
  TermBody,
  Test,
  TestBody,
  Window,
} from '../src/domain/goals/language/syntax.ts'
import { MEASURE_NAMES } from '../src/domain/goals/language/syntax.ts'

/** Spans carry no meaning; `withoutSpans` takes them away before syntax is compared. */
const span = { from: 0, to: 0 }

const name = fc
  .tuple(
    fc.constantFrom(...'abzжЩ中é', 'all', 'not', 'total', 'set', 'and', 'of', 'in', 'last'),
    fc.array(fc.constantFrom(...'ab7ж-/_'), { maxLength: 5 }).map((rest) => rest.join('')),
  )
  .map((parts) => parts.join(''))
const words = fc
  .array(fc.constantFrom(...'abЖ中 "\\#;{}()%/-', 'not', '–'), { maxLength: 8 })
  .map((all) => all.join(''))
const date = fc.constantFrom(
  '1987',
  '1987-02',
  '1988-02-29',
  '1987-04~',
  '1987?',
  '1958/1965',
  '1987-02-02/1987-02-15',
)
const whole = fc.integer({ min: 1, max: 10_000 })
const number = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }),
  fc.constantFrom(0, 0.1, 12.5, 1e-7, 1.234_567_890_123e-9, 9_007_199_254_740_991, 123_456.789),
  fc
    .double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true })
    .map((value) => value + 0),
)
const duration: fc.Arbitrary<Duration> = fc.record({
  count: whole,
  unit: fc.constantFrom('day', 'month', 'year'),
})
const comparison = fc.constantFrom('>=', '>', '<=', '<', '=', '!=')
const set = fc.array(name, { minLength: 1, maxLength: 3 })

const window: fc.Arbitrary<Window | null> = fc.option(
  fc.oneof(
    fc.record({ window: fc.constantFrom('last', 'within'), duration }),
    fc.record({ window: fc.constantFrom('in', 'since', 'at'), date }),
  ),
  { nil: null },
)

function subject(): fc.Arbitrary<Argument> {
  return fc.record({
    argument: fc.constant('subject'),
    name,
    where: fc.array(fc.record({ key: name, value: words, span: fc.constant(span) }), {
      maxLength: 2,
    }),
    span: fc.constant(span),
  })
}

function measure(depth: number): fc.Arbitrary<Measure> {
  const argument: fc.Arbitrary<Argument> =
    depth <= 0
      ? subject()
      : fc.oneof(
          { weight: 3, arbitrary: subject() },
          measure(depth - 1).map((inner): Argument => ({
            argument: 'measure',
            measure: inner,
            span,
          })),
        )
  return fc.record({
    term: fc.constant('measure'),
    name: fc.constantFrom(...MEASURE_NAMES),
    arguments: fc.array(argument, { minLength: 1, maxLength: 2 }),
    window,
  })
}

function term(depth: number): fc.Arbitrary<Term> {
  const quantity: fc.Arbitrary<TermBody> = fc.record({
    term: fc.constant('quantity'),
    value: number,
    percent: fc.boolean(),
    per: fc.constantFrom(null, null, 'year', 'quarter', 'month'),
  })
  const leaf = fc.oneof(quantity, measure(depth))
  const body =
    depth <= 0
      ? leaf
      : fc.oneof(
          { weight: 2, arbitrary: leaf },
          fc.record({
            term: fc.constant('arithmetic' as const),
            op: fc.constantFrom('+', '-', '×', '÷'),
            left: term(depth - 1),
            right: term(depth - 1),
          }),
        )
  return body.map((each) => ({ ...each, span }))
}

function test(depth: number): fc.Arbitrary<Test> {
  const leaf: fc.Arbitrary<TestBody> = fc.oneof(
    fc.record({
      test: fc.constant('compare' as const),
      op: comparison,
      left: term(depth),
      right: term(depth),
    }),
    fc.record({
      test: fc.constant('resolved' as const),
      list: name,
      unit: fc.constantFrom('person', 'family'),
      by: fc.option(fc.record({ every: fc.boolean(), outcomes: set }), { nil: null }),
      op: comparison,
      percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    }),
    fc.record({ test: fc.constant('off' as const), state: name, for: duration }),
    fc.record({ test: fc.constant('rule' as const), rule: name, op: comparison, stage: name }),
    fc.record({ test: fc.constant('kept' as const), undertaking: name }),
    fc.record({
      test: fc.constant('judged' as const),
      question: words,
      op: comparison,
      score: number,
      coders: fc.integer({ min: 2, max: 9 }),
      alpha: number,
    }),
    fc.record({
      test: fc.constant('ratchet' as const),
      less: number,
      percent: fc.boolean(),
      since: date,
    }),
  )
  const several = (least: number) => fc.array(test(depth - 1), { minLength: least, maxLength: 3 })
  const body: fc.Arbitrary<TestBody> =
    depth <= 0
      ? leaf
      : fc.oneof(
          { weight: 3, arbitrary: leaf },
          fc.record({ test: fc.constantFrom('and', 'or'), parts: several(2) }),
          fc.record({ test: fc.constant('not' as const), part: test(depth - 1) }),
          fc.record({ test: fc.constant('at-least' as const), count: whole, of: several(1) }),
        )
  return body.map((each) => ({ ...each, span }))
}

const clause: fc.Arbitrary<Clause> = fc
  .oneof<fc.Arbitrary<ClauseBody>[]>(
    fc.record({ clause: fc.constant('set'), date, by: words }),
    fc.record({ clause: fc.constantFrom('require', 'hurdle', 'lapse'), test: test(2) }),
    fc.record({ clause: fc.constant('scale'), term: term(2) }),
    fc.record({ clause: fc.constant('list'), name, title: words, frozen: date }),
    fc.record({ clause: fc.constant('peers'), name, title: words }),
    fc.record({
      clause: fc.constant('hold'),
      duration,
      reviews: fc.option(whole, { nil: null }),
    }),
    fc.record({ clause: fc.constant('due'), date, grace: fc.option(duration, { nil: null }) }),
    fc.record({
      clause: fc.constant('waiver'),
      by: words,
      until: fc.oneof(date, duration),
      max: fc.option(whole, { nil: null }),
    }),
    fc.record({ clause: fc.constant('evidence'), count: whole, of: fc.option(set, { nil: null }) }),
    fc.record({
      clause: fc.constant('reading'),
      reading: fc.oneof(
        fc.record({ read: fc.constantFrom('all', 'lowest', 'highest', 'median') }),
        fc.record({ read: fc.constant('source'), reporter: words }),
      ),
    }),
    fc.record({ clause: fc.constant('on'), status: name, does: words }),
    fc.record({ clause: fc.constant('note'), text: words }),
  )
  .map((body) => ({ ...body, span }))

export const arbitraryBenchmark: fc.Arbitrary<BenchmarkSyntax> = fc.record({
  id: name.map((each) => each as BenchmarkId),
  title: words,
  kind: fc.constantFrom(...BENCHMARK_KINDS),
  clauses: fc.array(clause, { maxLength: 4 }),
  span: fc.constant(span),
})

/** The same syntax without places in a text. */
export function withoutSpans(syntax: unknown): unknown {
  return JSON.parse(
    JSON.stringify(syntax, (key, value: unknown) => (key === 'span' ? undefined : value)),
  )
}
