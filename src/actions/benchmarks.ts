/** Writes benchmarks. They are fixed beforehand: another text needs a later `set`. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { BenchmarkText } from '../domain/goals/benchmark.ts'
import { insertBenchmarks, listBenchmarks } from '../store/benchmarks.ts'
import { findProgramme } from '../store/programmes.ts'
import { act, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { noProgramme } from './record-cache.ts'

/**
 * Puts a version of a benchmark on record; one that stands there as it is changes nothing, and the
 * answer says which it was. The text was parsed and checked before. Throws `ActionRefused`:
 * out-of-date where another text has the same id and the same `set`; not-found, not-allowed, invalid.
 */
export async function writeBenchmark(
  context: Context,
  programme: ProgrammeId,
  benchmark: BenchmarkText,
): Promise<{ readonly written: boolean }> {
  const { id, set, text } = benchmark
  return act(
    context,
    { permission: 'benchmark.write', programme, subject: id },
    async (tx, action) => {
      if (!(await findProgramme(tx, programme))) throw noProgramme(programme)
      const standing = (await listBenchmarks(tx, programme)).find(
        (each) => each.id === id && each.set === set,
      )
      if (standing && standing.text !== text)
        throw new ActionRefused(
          'out-of-date',
          `Benchmark "${id}" is already on record ${set === null ? 'without a set date' : `as set ${set}`}, ` +
            'with another text. To change what is asked, give it a later set date.',
        )
      if (standing) return { written: false }
      await insertBenchmarks(tx, action, [benchmark])
      return { written: true }
    },
  )
}
