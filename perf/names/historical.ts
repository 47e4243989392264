/**
 * historical_50k: 50,578 records of 5,156 persons, clustered without labels. What the fields weigh is
 * learned from the records themselves; the level at which groups join is the program's own.
 * `node perf/names/historical.ts FOLDER`
 */
import { isCalendarDate, toDayNumber } from '../../src/domain/basics/calendar-date.ts'
import type { CalendarDate, DayNumber } from '../../src/domain/basics/calendar-date.ts'
import {
  buildNameIndex,
  clusterPersons,
  learnRegisterHabits,
  scoreDoubles,
} from '../../src/domain/names/match-names.ts'
import type { NameRecord } from '../../src/domain/names/name-record.ts'
import { readParquet, setsFolder, timed } from './read-sets.ts'
import type { Row } from './read-sets.ts'

const folder = setsFolder()
const read = readParquet(folder, 'splink/historical_figures_with_errors_50k.parquet')
if (!read) {
  console.log('historical_50k was not run: neither pyarrow nor duckdb can be had in Python.')
  process.exit(0)
}
const limit = Number(
  process.argv.find((each) => each.startsWith('--clusters='))?.split('=')[1] ?? Infinity,
)
const chosen = new Set([...new Set(read.map((row) => row['cluster']))].slice(0, limit))
const rows = read.filter((row) => chosen.has(row['cluster']))

function birthOf(dob: string | undefined): NameRecord['birth'] {
  if (!dob) return undefined
  if (isCalendarDate(dob)) return { earliest: toDayNumber(dob), latest: toDayNumber(dob) }
  // The day or the month cannot be: the year is what is left.
  const year = dob.slice(0, 4)
  if (!/^\d{4}$/.test(year) || !isCalendarDate(`${year}-01-01`)) return undefined
  const day = (text: string): DayNumber => toDayNumber(text as CalendarDate)
  return { earliest: day(`${year}-01-01`), latest: day(`${year}-12-31`) }
}

function toRecord(row: Row): NameRecord {
  const birth = birthOf(row['dob'])
  const names = [...new Set([row['full_name'], row['first_and_surname']])].filter((name) => name)
  return {
    id: row['unique_id'] ?? '',
    names: names.map((value = '') => ({ value })),
    ...(birth && { birth }),
    ...(row['gender'] && { sex: row['gender'] }),
    ...(row['birth_place'] && { place: row['birth_place'] }),
    ...(row['occupation'] && { category: row['occupation'] }),
    ...(row['postcode_fake'] && { identifiers: { postcode: row['postcode_fake'] } }),
  }
}

const truth = new Map(rows.map((row) => [row['unique_id'] ?? '', row['cluster'] ?? '']))
const pairsIn = (sizes: Iterable<number>) =>
  [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
const countBy = (keys: Iterable<string>) => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts.values()
}
const truePairs = pairsIn(countBy(truth.values()))
const figures = (right: number, taken: number) => {
  const [precision, recall] = [right / Math.max(taken, 1), right / truePairs]
  const f1 = (2 * precision * recall) / Math.max(precision + recall, 1e-9)
  return `F1 ${f1.toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}`
}

const { result: index, ms: built } = timed(() => buildNameIndex(rows.map(toRecord)))
const { result: habits, ms: learned } = timed(() => learnRegisterHabits(index))
const { result: edges, ms: scored } = timed(() => scoreDoubles(index, { habits }))
const isRight = ({ a, b }: { readonly a: string; readonly b: string }) =>
  truth.get(a) === truth.get(b)
console.log(`${rows.length} records, ${truePairs} true pairs; built ${(built / 1000).toFixed(1)} s`)
console.log(
  `learned ${(learned / 1000).toFixed(1)} s, pairs ${(scored / 1000).toFixed(1)} s of processor`,
)
if (process.argv.includes('--weights')) console.log(habits.weights.field)
const kept = edges.filter(({ logOdds }) => logOdds > 0)
console.log(
  `pairs kept ${edges.length}, among them true ${(edges.filter(isRight).length / truePairs).toFixed(4)}`,
)
console.log(`pairs at log-odds 0     ${figures(kept.filter(isRight).length, kept.length)}`)
for (const level of process.argv.includes('--levels') ? [-2, -1, 0, 1, 2] : [0]) {
  const { result: clusters, ms } = timed(() => clusterPersons(edges, { level }))
  let [right, taken] = [0, 0]
  for (const { persons } of clusters) {
    taken += pairsIn([persons.length])
    right += pairsIn(countBy(persons.map((person) => truth.get(person) ?? '')))
  }
  console.log(
    `clusters at level ${level}     ${figures(right, taken)}   (${(ms / 1000).toFixed(1)} s)`,
  )
}
