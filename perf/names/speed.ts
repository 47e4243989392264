/**
 * How fast names are matched in a register of 1,000,000 made persons: building, memory, look-ups, a
 * list, search, scored pairs. Times are by the clock; `--processor` takes the thread's processor time
 * instead, which is coarse but leaves out what else runs on the machine.
 * `node --expose-gc perf/names/speed.ts FOLDER [--size=1000000] [--processor]`
 */
import { CandidateFinder } from '../../src/domain/names/find-candidates.ts'
import {
  buildNameIndex,
  findMatches,
  matchList,
  searchNames,
} from '../../src/domain/names/match-names.ts'
import type { NameRecord } from '../../src/domain/names/name-record.ts'
import { FieldReader } from '../../src/domain/names/field-terms.ts'
import { prepareName } from '../../src/domain/names/prepare-name.ts'
import { NameScorer } from '../../src/domain/names/score-names.ts'
import { makeList, makeRegister, readPools } from './made-register.ts'
import { setsFolder } from './read-sets.ts'

const option = (name: string, otherwise: number) =>
  Number(process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)

const size = option('size', 1_000_000)
const collect = () => globalThis.gc?.()
const used = () => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
const byProcessor = process.argv.includes('--processor')
const now = () => {
  if (!byProcessor) return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function timesOf<T>(items: readonly T[], work: (item: T) => void): number[] {
  return items
    .map((item) => {
      const start = now()
      work(item)
      return now() - start
    })
    .sort((a, b) => a - b)
}

function print(what: string, times: readonly number[]): void {
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? NaN).toFixed(2)
  const mean = times.reduce((a, b) => a + b, 0) / times.length
  console.log(
    `${what.padEnd(44)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  mean ${mean.toFixed(2)} ms`,
  )
}

const pools = readPools(setsFolder())
const records: NameRecord[] = [...makeRegister(pools, size)]
const before = used()
const start = now()
const wall = performance.now()
const index = buildNameIndex(records)
const [built, builtWall] = [now() - start, performance.now() - wall]
console.log(
  `index of ${size}: ${(built / 1000).toFixed(2)} s (${(builtWall / 1000).toFixed(2)} s by the clock), ` +
    `${(used() - before).toFixed(0)} MB, ${index.tokens.size} tokens, ${index.rowCount} names`,
)

const list = makeList(records, 10_000)
let right = 0
const cold = timesOf(list.slice(0, 2000), (record) => {
  const [best] = findMatches(index, record)
  if (best && record.id.startsWith(`${best.person}=`)) right += 1
})
print('look-up, cold', cold)
console.log(`  right person first: ${(right / 2000).toFixed(3)}`)
print(
  'look-up, the same again',
  timesOf(list.slice(0, 2000), (record) => void findMatches(index, record)),
)

const listStart = now()
matchList(index, list, { limit: 10 })
console.log(`list of 10,000: ${((now() - listStart) / 1000).toFixed(1)} s on one thread`)

const typed = list.slice(0, 1000).map(({ names }) => (names[0]?.value ?? '').slice(0, 9))
print(
  'search while typing',
  timesOf(typed, (text) => void searchNames(index, text)),
)

const finder = new CandidateFinder(index)
const scorer = new NameScorer(index, index.weights.name)
const reader = new FieldReader(index.fields, index.weights.field)
let [pairs, spent, sum] = [0, 0, 0]
for (const record of list.slice(0, 2000)) {
  const name = prepareName(index.neighbours, record.names[0]?.value ?? '')
  finder.find(name)
  const terms = reader.of(record)
  const from = now()
  scorer.load(name)
  for (let i = 0; i < finder.count; i += 1) {
    const row = finder.rows[i] ?? 0
    sum += scorer.score(row) + terms.weigh(index.rowPersons.at(row))
  }
  spent += now() - from
  pairs += finder.count
}
console.log(
  `scored pairs with dates and sex: ${(pairs / spent / 1000).toFixed(2)} M/s on one thread, ` +
    `${(pairs / 2000).toFixed(0)} a look-up (checksum ${sum.toFixed(0)})`,
)
