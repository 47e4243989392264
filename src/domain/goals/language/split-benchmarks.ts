/** Divides a `benchmarks.txt` into its benchmarks, each with the comments that stand before it. */
import type { BenchmarkId } from '../../basics/ids.ts'
import type { BenchmarkText } from '../benchmark.ts'
import { checkBenchmarks, type CheckedFault } from './check-benchmarks.ts'
import { setOf } from './clauses.ts'
import type { KnownNames } from './known-names.ts'
import { parseBenchmarks, unreadParts } from './parse-benchmarks.ts'
import type { Span } from './syntax.ts'

export type SplitBenchmarks = {
  /** Those that can be read. */
  readonly benchmarks: readonly BenchmarkText[]
  readonly errors: readonly {
    readonly line: number
    readonly column: number
    readonly message: string
  }[]
  /** The heads of those that cannot: the id is null where not even the head can be read. */
  readonly unread: readonly { readonly id: BenchmarkId | null; readonly line: number }[]
}

/** Joining the texts again gives a file that splits into the same texts. Never throws. */
export function splitBenchmarks(text: string): SplitBenchmarks {
  const parts = unreadParts(text)
  if (parts.length === 0) return { benchmarks: divide(text), errors: [], unread: [] }
  return {
    benchmarks: divide(blankOut(text, parts)),
    errors: parts.flatMap(({ faults }) =>
      faults.map(({ from, message }) => ({ ...placeIn(text, from), message })),
    ),
    unread: parts.map(({ id, at }) => ({
      id: id as BenchmarkId | null,
      line: placeIn(text, at).line,
    })),
  }
}

/**
 * Every fault of a text, in its order: the first of each benchmark that cannot be read, and those of
 * the names, kinds and units of the others. Never throws.
 */
export function checkEachBenchmark(text: string, names: KnownNames | undefined): CheckedFault[] {
  const parts = unreadParts(text)
  const faults = parts.flatMap((part) => part.faults)
  return [
    ...faults.map((fault) => ({ ...fault, severity: 'error' as const })),
    ...checkBenchmarks(blankOut(text, parts), names),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to)
}

/** The text with blanks for what cannot be read, so that all else keeps its place. */
function blankOut(text: string, parts: readonly Span[]): string {
  let [from, sound] = [0, '']
  for (const part of parts) {
    sound += text.slice(from, part.from) + text.slice(part.from, part.to).replace(/[^\n]/g, ' ')
    from = part.to
  }
  return sound + text.slice(from)
}

function divide(text: string): BenchmarkText[] {
  const { benchmarks } = parseBenchmarks(text)
  let from = 0
  return benchmarks.map((benchmark, index): BenchmarkText => {
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
