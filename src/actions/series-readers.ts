/** Which benchmarks read which series, by the names in their texts. */
import type { BenchmarkText } from '../domain/goals/benchmark.ts'
import { parseBenchmarks } from '../domain/goals/language/parse-benchmarks.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'

const kept = new WeakMap<ProgrammeRecord, ReadonlyMap<string, readonly string[]>>()

/** Ids of benchmarks by the id of a series; every version of a benchmark counts. */
export function seriesReadBy(record: ProgrammeRecord): ReadonlyMap<string, readonly string[]> {
  const known = kept.get(record)
  if (known) return known
  const readers = new Map<string, Set<string>>()
  for (const benchmark of record.benchmarks)
    for (const name of subjectsIn(benchmark))
      readers.set(name, (readers.get(name) ?? new Set()).add(benchmark.id))
  const found = new Map([...readers].map(([name, ids]) => [name, [...ids]]))
  kept.set(record, found)
  return found
}

/** The names that the measures of a text read: series, kinds of act, lists. */
export function subjectsIn({ text }: BenchmarkText): Set<string> {
  const names = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if ('argument' in part && part.argument === 'subject' && 'name' in part)
      names.add(String(part.name))
    for (const inner of Object.values(part)) look(inner)
  }
  look(parseBenchmarks(text).benchmarks)
  return names
}
