/** What the clauses of one benchmark add up to. */
import type { BenchmarkSyntax, Clause, ClauseBody, ReadingChoice, Test } from './syntax.ts'

type Named<K extends ClauseBody['clause']> = Clause & { readonly clause: K }

function clausesOf<K extends ClauseBody['clause']>(
  benchmark: BenchmarkSyntax,
  kind: K,
): Named<K>[] {
  return benchmark.clauses.filter((clause): clause is Named<K> => clause.clause === kind)
}

export function setOf(benchmark: BenchmarkSyntax): Named<'set'> | undefined {
  return clausesOf(benchmark, 'set')[0]
}
export function holdOf(benchmark: BenchmarkSyntax): Named<'hold'> | undefined {
  return clausesOf(benchmark, 'hold')[0]
}
export function dueOf(benchmark: BenchmarkSyntax): Named<'due'> | undefined {
  return clausesOf(benchmark, 'due')[0]
}
export function waiverClauseOf(benchmark: BenchmarkSyntax): Named<'waiver'> | undefined {
  return clausesOf(benchmark, 'waiver')[0]
}
export function evidenceOf(benchmark: BenchmarkSyntax): Named<'evidence'> | undefined {
  return clausesOf(benchmark, 'evidence')[0]
}
export function readingOf(benchmark: BenchmarkSyntax): ReadingChoice {
  return clausesOf(benchmark, 'reading')[0]?.reading ?? { read: 'all' }
}
export function listsOf(benchmark: BenchmarkSyntax): Named<'list'>[] {
  return clausesOf(benchmark, 'list')
}
export function peersOf(benchmark: BenchmarkSyntax): Named<'peers'>[] {
  return clausesOf(benchmark, 'peers')
}
export function scaleOf(benchmark: BenchmarkSyntax): Named<'scale'>[] {
  return clausesOf(benchmark, 'scale')
}
export function lapseOf(benchmark: BenchmarkSyntax): Test | undefined {
  const tests = clausesOf(benchmark, 'lapse').map((clause) => clause.test)
  return joined('or', tests)
}

/** Several `require` and every `hurdle` are joined by `and` (rules R55). */
export function requiresOf(benchmark: BenchmarkSyntax): Test[] {
  return clausesOf(benchmark, 'require').map(({ test }) => test)
}

/** The conjuncts of the requirement, each of which a later version may drop. */
export function partsOf(benchmark: BenchmarkSyntax): Test[] {
  return [...requiresOf(benchmark), ...hurdlesOf(benchmark).map(({ test }) => test)].flatMap(
    conjuncts,
  )
}

export function hurdlesOf(benchmark: BenchmarkSyntax): Named<'hurdle'>[] {
  return clausesOf(benchmark, 'hurdle')
}

function conjuncts(test: Test): Test[] {
  return test.test === 'and' ? test.parts.flatMap(conjuncts) : [test]
}

function joined(test: 'and' | 'or', parts: readonly Test[]): Test | undefined {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last || parts.length === 1) return first
  return { test, parts, span: { from: first.span.from, to: last.span.to } }
}
