/**
 * One registry in two snapshots: the first is looked up in the second, whole and with half of its
 * persons taken out, so that half of those looked up have nobody to be found.
 *
 * The threshold is chosen on persons with an even number, the figures are of those with an odd one;
 * beside them the figures at the program's own decision. `node perf/names/registry.ts FOLDER`
 */
import { calendarDate, toDayNumber } from '../../src/domain/basics/calendar-date.ts'
import { buildNameIndex, findMatches, matchList } from '../../src/domain/names/match-names.ts'
import type { NameRecord } from '../../src/domain/names/name-record.ts'
import { readTable, setsFolder, timed } from './read-sets.ts'
import type { Row } from './read-sets.ts'

type Found = {
  readonly entity: number
  readonly has: boolean
  readonly best: number
  readonly probability: number
}

const folder = setsFolder()
const option = (name: string, otherwise: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise
const incoming = readTable(folder, `registry/${option('from', '2024-08')}.tsv.gz`)
const register = readTable(folder, `registry/${option('to', '2025-03')}.tsv.gz`)
const labels = new Map(
  readTable(
    folder,
    `registry/labels_${option('from', '2024-08')}__${option('to', '2025-03')}.tsv.gz`,
  ).map(({ entity = '', label = '' }) => [entity, label]),
)
const withBirth = process.argv.includes('--birth')
/** Without it the list is matched as a whole, and shows its own ways. */
const oneByOne = process.argv.includes('--one-by-one')
const nameOnly = process.argv.includes('--name-only')
const part = process.argv.includes('--tune') ? 0 : 1
const sample = Number(option('sample', '1'))

const keptInHalf = (entity: number) => (Math.imul(entity, 2_654_435_761) >>> 0) % 10 >= 5

function toRecord(row: Row, column: 'name_ar' | 'name_latn'): NameRecord {
  const { entity = '', age = '', born = '', sex = '' } = row
  const day = withBirth && born !== '' ? toDayNumber(calendarDate(born)) : undefined
  return {
    id: entity,
    names: [{ value: row[column] ?? '' }],
    ...(age !== '' && !nameOnly && { age: { years: Number(age) } }),
    ...(day !== undefined && { birth: { earliest: day, latest: day } }),
    ...(sex !== '' && !nameOnly && { sex }),
  }
}

/** F1 of taking the best candidate wherever it scores at least so much. */
function figuresAt(found: readonly Found[], threshold: number) {
  let [right, taken, there] = [0, 0, 0]
  for (const { entity, has, best, probability } of found) {
    if (has) there += 1
    if (probability < threshold) continue
    taken += 1
    if (best === entity) right += 1
  }
  const [precision, recall] = [right / Math.max(taken, 1), right / Math.max(there, 1)]
  return { f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9), precision, recall }
}

function bestThreshold(found: readonly Found[]): number {
  const levels = Array.from({ length: 199 }, (_, i) => 1 / (1 + Math.exp((i - 99) / 8)))
  return levels.reduce((a, b) => (figuresAt(found, b).f1 > figuresAt(found, a).f1 ? b : a))
}

const percent = (value: number) => value.toFixed(4).slice(1)

console.log(
  'registry  direction     F1 (odd)   P      R      threshold | at 0.5: F1    P      R     | built, ms/record',
)
for (const half of [true, false])
  for (const [from, to] of [
    ['name_latn', 'name_latn'],
    ['name_ar', 'name_latn'],
    ['name_ar', 'name_ar'],
    ['name_latn', 'name_ar'],
  ] as const) {
    const only = option('only', '')
    const direction = `${from.slice(5, 7)}->${to.slice(5, 7)}`
    if (only !== '' && !only.split(',').includes(`${half ? 'half' : 'whole'}:${direction}`))
      continue
    const kept = register.filter(({ entity }) => !half || keptInHalf(Number(entity)))
    const there = new Set(kept.map(({ entity }) => entity))
    const { result: index, ms: built } = timed(() =>
      buildNameIndex(kept.map((row) => toRecord(row, to))),
    )
    const rows = incoming.filter(
      ({ entity = '' }, at) => !labels.get(entity)?.startsWith('exclude') && at % sample === 0,
    )
    const records = rows.map((row) => toRecord(row, from))
    const { result: candidates, ms } = timed(() =>
      oneByOne
        ? records.map((record) => findMatches(index, record, { limit: 3 }))
        : matchList(index, records, { limit: 3 }),
    )
    const found = rows.map((row, at): Found => {
      const [best] = candidates[at] ?? []
      const entity = Number(row['entity'])
      const has = labels.get(row['entity'] ?? '') === 'match' && there.has(row['entity'] ?? '')
      return { entity, has, best: Number(best?.person ?? -1), probability: best?.probability ?? 0 }
    })
    const tuned = found.filter(({ entity }) => entity % 2 === 0)
    const apart = found.filter(({ entity }) => entity % 2 === part)
    const threshold = bestThreshold(tuned)
    const [chosen, own] = [figuresAt(apart, threshold), figuresAt(apart, 0.5)]
    console.log(
      `${half ? 'half ' : 'whole'}     ${direction}       ${percent(chosen.f1)}  ${percent(chosen.precision)}  ${percent(chosen.recall)}  ${threshold.toFixed(4)}    |   ${percent(own.f1)}  ${percent(own.precision)}  ${percent(own.recall)} | ${Math.round(built)} ms, ${(ms / rows.length).toFixed(2)}`,
    )
  }
