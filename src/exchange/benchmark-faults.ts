/** Benchmarks that can be read and not judged by: their kinds, units and names against the folder's own. */
import { knownNamesOf } from '../domain/assessment/known-names.ts'
import type { BenchmarkText } from '../domain/goals/benchmark.ts'
import { checkBenchmarks } from '../domain/goals/language/check-benchmarks.ts'
import { placeIn } from '../domain/goals/language/split-benchmarks.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { Taken } from './read-table.ts'
import type { Report } from './report.ts'

/**
 * Refuses what the checker calls an error, at its place, and gives the benchmarks that are left.
 * Names are looked up only where every row of the series was taken.
 */
export function refuseFaulty(
  benchmarks: Taken<BenchmarkText>,
  record: ProgrammeRecord,
  report: Report,
): readonly BenchmarkText[] {
  const names = report.refusedIn('evidence/series.csv') ? undefined : knownNamesOf(record)
  return benchmarks.entries.filter(({ text }, index) => {
    const errors = checkBenchmarks(text, names).filter(({ severity }) => severity === 'error')
    for (const { from, message } of errors) {
      const { line, column } = placeIn(text, from)
      const start = benchmarks.lines[index] ?? 1
      report.refuseAt({ file: benchmarks.file, line: start + line - 1, column }, message)
    }
    return errors.length === 0
  })
}
