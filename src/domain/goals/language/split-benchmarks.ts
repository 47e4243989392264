/** Divides a `benchmarks.txt` into its benchmarks, each with the comments that stand before it. */
import type { BenchmarkText } from '../benchmark.ts'
import { parseBenchmarks } from './parse-benchmarks.ts'
import { setOf } from './clauses.ts'

export type SplitBenchmarks = {
  readonly benchmarks: readonly BenchmarkText[]
  readonly errors: readonly {
    readonly line: number
    readonly column: number
    readonly message: string
  }[]
}

/** Joining the texts again gives a file that splits into the same texts. Never throws. */
export function splitBenchmarks(text: string): SplitBenchmarks {
  const { benchmarks, faults } = parseBenchmarks(text)
  if (faults.length > 0)
    return {
      benchmarks: [],
      errors: faults.map(({ from, message }) => ({ ...placeIn(text, from), message })),
    }
  let from = 0
  const split = benchmarks.map((benchmark, index): BenchmarkText => {
    const last = index === benchmarks.length - 1
    const to = last ? text.length : endOfLine(text, benchmark.span.to)
    const part = text.slice(from, to)
    from = to
    return {
      id: benchmark.id,
      title: benchmark.title,
      kind: benchmark.kind,
      set: setOf(benchmark)?.date ?? null,
      text: `${part.replace(/^\s*\n/, '').trimEnd()}\n`,
    }
  })
  return { benchmarks: split, errors: [] }
}

/** Line and column, from 1, of a place in a text. */
export function placeIn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: at - lineStart + 1 }
}

/** The end of the line if only blanks or a comment follow there, else the place itself. */
function endOfLine(text: string, at: number): number {
  const rest = /[^\S\n]*(?:#[^\n]*)?(?:\n|$)/y
  rest.lastIndex = at
  return rest.test(text) ? rest.lastIndex : at
}
