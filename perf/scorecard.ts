/** How long the scorecard and the monthly history of the example take in the store's process. */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import { explainBenchmark } from '../src/domain/assessment/explanation.ts'
import { evaluatorOf } from '../src/domain/assessment/evaluator.ts'
import { assessProgramme, readScorecard, readStrips } from '../src/domain/assessment/scorecard.ts'
import type { BenchmarkId } from '../src/domain/basics/ids.ts'
import type { ProgrammeRecord } from '../src/domain/goals/programme-record.ts'
import { readProgrammeFolder } from '../src/exchange/programme-folder.ts'

const { record } = await readProgrammeFolder(join(import.meta.dirname, '../examples/soviet-union'))
if (!record) throw new Error('the example cannot be read')

const [asOf, knownOn, other] = ['1988-12-31', '1989-01-04', '1988-11-11'].map(calendarDate)
if (!asOf || !knownOn || !other) throw new Error('three days stand above')
const months = monthEnds(1985, 1989)

function time(name: string, target: string, run: () => unknown): void {
  const began = performance.now()
  run()
  const took = performance.now() - began
  console.log(`${name.padEnd(62)} ${took.toFixed(1).padStart(9)} ms   ${target}`)
}

/** A copy of the record shares no cache with another. */
const fresh = () => evaluatorOf({ ...(record as ProgrammeRecord) }) // checked above

console.log(
  `${record.benchmarks.length} benchmarks, ${record.figures.length} figures, ${record.events.length} events\n`,
)
time('first scorecard of a fresh process', '', () => assessProgramme(fresh(), asOf, knownOn))
const warm = fresh()
time('scorecard of a day, nothing kept from before', '≤ 100 ms', () =>
  assessProgramme(warm, asOf, knownOn),
)
time('the same day again', '', () => assessProgramme(warm, asOf, knownOn))
time('another day of knowledge, with strips of sixty months', '', () =>
  readScorecard(warm, asOf, other),
)
time('one benchmark explained, with charts', '', () =>
  explainBenchmark(warm, 'emigration-step-up' as BenchmarkId, asOf, knownOn),
)
time('monthly history 1985–89, all as known on one day, nothing kept', '≤ 1,500 ms', () =>
  readStrips(fresh(), months, knownOn),
)
time('monthly history 1985–89, each as known then, nothing kept', '≤ 1,500 ms', () =>
  readStrips(fresh(), months, null),
)
time('the same without keeping anything between the months', 'for comparison', () => {
  for (const day of months) readStrips(fresh(), [day], null)
})

function monthEnds(first: number, last: number) {
  const days = []
  for (let year = first; year <= last; year += 1)
    for (let month = 1; month <= 12; month += 1)
      days.push(calendarDate(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)))
  return days
}
