/**
 * The others, on the same pairs in the same run: nomenklatura's logic-v2 on pairs of the registry and
 * Splink's own model on historical_50k. Each needs its own Python, named in DEMARCHE_NOMENKLATURA and
 * DEMARCHE_SPLINK, with the packages of `others/requirements-*.txt`; where one is not there, it says
 * that it was not run. `node perf/names/others.ts FOLDER`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildNameIndex, explainPair } from '../../src/domain/names/match-names.ts'
import { readTable, setsFolder, timed } from './read-sets.ts'
import type { Row } from './read-sets.ts'

const PAIRS = 4000
const folder = setsFolder()
const scripts = join(import.meta.dirname, 'others')

function runPython(
  python: string | undefined,
  script: string,
  args: readonly string[],
): string | undefined {
  if (!python) {
    console.log(`${script} was not run: no Python is named for it.`)
    return undefined
  }
  const { status, stdout, stderr } = spawnSync(python, [join(scripts, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status === 0) return stdout
  console.log(`${script} was not run: ${stderr.trim().split('\n').at(-1) ?? 'no answer'}`)
  return undefined
}

type Side = {
  readonly names: readonly string[]
  readonly gender?: string
  readonly birthDate?: string
}

/** True pairs and, for each, the person of the register whose name stands next to the true one. */
function registryPairs() {
  const register = readTable(folder, 'registry/2025-03.tsv.gz')
  const byEntity = new Map(register.map((row) => [row['entity'], row]))
  const sorted = register.toSorted((a, b) => ((a['name_ar'] ?? '') < (b['name_ar'] ?? '') ? -1 : 1))
  const placeOf = new Map(sorted.map((row, at) => [row['entity'], at]))
  const labels = readTable(folder, 'registry/labels_2024-08__2025-03.tsv.gz')
  const matched = new Set(
    labels.flatMap(({ entity = '', label }) => (label === 'match' ? [entity] : [])),
  )
  const incoming = readTable(folder, 'registry/2024-08.tsv.gz').filter(
    ({ entity = '' }) => matched.has(entity) && Number(entity) % 2 === 1,
  )
  return incoming.slice(0, PAIRS / 2).flatMap((row) => {
    const truth = byEntity.get(row['entity'])
    const other = sorted[(placeOf.get(row['entity']) ?? 0) + 1]
    return [
      ...(truth ? [{ theirs: row, ours: truth, same: true }] : []),
      ...(other ? [{ theirs: row, ours: other, same: false }] : []),
    ]
  })
}

const side = (row: Row, column: string): Side => ({
  names: [row[column] ?? ''],
  ...(row['sex'] && { gender: row['sex'] === 'f' ? 'female' : 'male' }),
  ...(row['born'] && { birthDate: row['born'] }),
})

function bestF1(scores: readonly number[], same: readonly boolean[]): number {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const all = same.filter(Boolean).length
  let [right, best] = [0, 0]
  order.forEach((at, rank) => {
    if (same[at]) right += 1
    if (scores[order[rank + 1] ?? -1] !== scores[at])
      best = Math.max(best, (2 * right) / (rank + 1 + all))
  })
  return best
}

const temporary = mkdtempSync(join(tmpdir(), 'demarche-names-'))
try {
  const pairs = registryPairs()
  const same = pairs.map((pair) => pair.same)
  for (const [from, to] of [
    ['name_latn', 'name_latn'],
    ['name_ar', 'name_latn'],
    ['name_ar', 'name_ar'],
  ] as const) {
    const ids = [...new Set(pairs.map(({ ours }) => ours['entity'] ?? ''))]
    const rows = new Map(pairs.map(({ ours }) => [ours['entity'] ?? '', ours]))
    const index = buildNameIndex(
      ids.map((id) => ({
        id,
        names: [{ value: rows.get(id)?.[to] ?? '' }],
        sex: rows.get(id)?.['sex'] ?? '',
      })),
    )
    const { result: ours, ms } = timed(() =>
      pairs.map(
        (pair) =>
          explainPair(
            index,
            { id: '', names: [{ value: pair.theirs[from] ?? '' }], sex: pair.theirs['sex'] ?? '' },
            pair.ours['entity'] ?? '',
          ).logOdds,
      ),
    )
    console.log(
      `given pairs ${from} -> ${to}, names and sex: ours F1 ${bestF1(ours, same).toFixed(4)}, ` +
        `${((pairs.length / ms) * 1000).toFixed(0)} explained pairs/s`,
    )
    const file = join(temporary, 'pairs.jsonl')
    const lines = pairs.map(({ theirs, ours: other }) => {
      const [a, b] = [side({ ...theirs, born: '' }, from), side({ ...other, born: '' }, to)]
      return JSON.stringify({ a, b })
    })
    writeFileSync(file, lines.join('\n'))
    const answer = runPython(process.env['DEMARCHE_NOMENKLATURA'], 'nomenklatura_pairs.py', [file])
    if (answer === undefined) continue
    const printed = answer.trim().split('\n')
    const seconds = Number(printed.at(-1)?.split(' ')[1])
    const scores = printed.slice(0, -1).map(Number)
    console.log(
      `given pairs ${from} -> ${to}, names and sex: logic-v2 F1 ${bestF1(scores, same).toFixed(4)}, ` +
        `${(pairs.length / seconds).toFixed(0)} pairs/s`,
    )
  }
  const splink = runPython(process.env['DEMARCHE_SPLINK'], 'splink_historical.py', [
    join(folder, 'splink/historical_figures_with_errors_50k.parquet'),
    join(folder, 'splink/model_h50k.json'),
  ])
  if (splink !== undefined)
    console.log(`Splink on historical_50k: ${splink.trim().split('\n').at(-1)}`)
} finally {
  rmSync(temporary, { recursive: true })
}
