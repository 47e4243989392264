/**
 * Times of a spreadsheet of 100,000 persons on its way into the register, with matching: into an empty
 * one, once more, and a second table against the register that the first has filled, a tenth of whose
 * rows are persons on record under another spelling.
 *
 *   node perf/spreadsheet-import.ts [persons]
 *
 * Ends with 1 where a time is over its limit. Without PostgreSQL only the embedded engine is measured,
 * and that is said.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importRecord } from '../src/actions/imports.ts'
import { localPerson, openWorkbench, type Workbench } from '../src/actions/open-workbench.ts'
import { importSpreadsheet, type SpreadsheetProgress } from '../src/actions/spreadsheet-imports.ts'
import { lookAtSpreadsheet } from '../src/actions/spreadsheet-looks.ts'
import { startCluster } from '../test/postgres.ts'
import { aRecord, PROGRAMME } from '../test/record-builders.ts'
import { namesOf } from './make-register.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
/** Seconds for an import of 100,000 persons with matching. */
const LIMIT = 60
const SEED = 1
/** So many given names and family names, the first of them the commonest, make all persons. */
const GIVEN = 2000
const FAMILIES = 25_000
const NAMES = pools()
let isOver = false

const folder = await mkdtemp(join(tmpdir(), 'demarche-perf-'))
try {
  const env = { DEMARCHE_CACHE: join(folder, 'cache'), XDG_DATA_HOME: join(folder, 'home') }
  await measure('pglite', await openWorkbench({ dataDir: join(folder, 'one') }, env))
  if (process.env['DEMARCHE_SKIP_POSTGRES'] === '1') console.log('PostgreSQL is left out.')
  else {
    const cluster = await startCluster()
    try {
      await measure('postgres', await openWorkbench({ databaseUrl: cluster.url }, env))
    } finally {
      await cluster.stop()
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = isOver ? 1 : 0

async function measure(engine: string, workbench: Workbench): Promise<void> {
  const context = workbench.contextFor(localPerson())
  await importRecord(context, { record: aRecord(), kept: [] })
  const first = table('first.csv', 0)
  const second = table('second.csv', COUNT - COUNT / 10)
  const choice = { preset: null, mapping: null }
  const look = () => lookAtSpreadsheet(context, PROGRAMME, first, choice)
  const { mapping } = await timed(`${engine}: a look at ${COUNT.toLocaleString('en')} rows`, look)
  const run = (given: typeof first, dryRun: boolean) => async () => {
    const asked = { given, mapping, source: null, known: null, dryRun }
    const { counts } = await importSpreadsheet(context, PROGRAMME, asked, { onProgress: stages() })
    console.log(`  ${JSON.stringify(counts)}`)
  }
  await timed(`${engine}: preview it`, run(first, true), LIMIT)
  await timed(`${engine}: take it, into an empty register`, run(first, false), LIMIT)
  await timed(`${engine}: again, nothing new`, run(first, false), LIMIT)
  await timed(`${engine}: a second table against the first`, run(second, false), LIMIT)
  await workbench.close()
}

/** Says when each stage began. */
function stages(): (progress: SpreadsheetProgress) => void {
  const start = performance.now()
  let last = ''
  return ({ step }) => {
    if (step === last) return
    last = step
    console.log(`  ${step} from ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}

function pools() {
  const words = { Latn: [] as string[][], Cyrl: [] as string[][] }
  // Of six persons in a row one is spelled in Cyrillic too.
  for (const { name, script } of namesOf({ seed: SEED }, 0, FAMILIES * 6))
    if (script === 'Latn' || script === 'Cyrl') words[script].push(name.split(' '))
  const pool = (list: readonly string[][], place: number, size: number) =>
    [...new Set(list.map((name) => name[place] ?? ''))].slice(0, size)
  return {
    Latn: { given: pool(words.Latn, 0, GIVEN), family: pool(words.Latn, 1, FAMILIES) },
    Cyrl: { given: pool(words.Cyrl, 0, GIVEN), family: pool(words.Cyrl, 1, FAMILIES) },
  }
}

/** Names, births, arrests, places and charges as an organisation's list has them; a third in Cyrillic. */
function table(name: string, from: number) {
  const places = ['Kharkiv', 'Lviv', 'Perm', 'Kazan', 'Yerevan', 'Tallinn', 'Vilnius', 'Chita']
  const two = (number: number) => String(number).padStart(2, '0')
  const random = (at: number, of: number) => {
    const sine = Math.sin(at * 12.9898 + of * 78.233) * 43_758.5453
    return sine - Math.floor(sine)
  }
  const rows = Array.from({ length: COUNT }, (_, place) => {
    const at = from + place
    const { given, family } = NAMES[at % 3 === 0 ? 'Cyrl' : 'Latn']
    const pick = (pool: readonly string[], of: number) =>
      pool[Math.floor(random(at, of) ** 2 * pool.length)] ?? ''
    const whole = `${pick(given, 1)} ${pick(family, 2)}`
    // What the second table repeats it spells in another way.
    const spelled = from > 0 ? whole.replace('kh', 'h').replace('u', 'ou') : whole
    const year = String(1920 + Math.floor(random(at, 3) * 50))
    const birth = `${year}-${two(1 + Math.floor(random(at, 4) * 12))}-${two(1 + (at % 27))}`
    const arrest = `${two(1 + (at % 28))}.${two(1 + (at % 12))}.${String(1975 + (at % 12))}`
    return [spelled, birth, arrest, places[at % places.length] ?? '', `Art. ${at % 200}`].join(',')
  })
  const text = ['Name,Date of birth,Date of arrest,Place,Charge', ...rows].join('\n')
  return { name, bytes: Buffer.from(text), options: {} }
}

async function timed<T>(what: string, run: () => Promise<T>, limit?: number): Promise<T> {
  const start = performance.now()
  const worked = process.cpuUsage()
  const result = await run()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(worked)
  const over = limit !== undefined && seconds > limit
  isOver ||= over
  const aim = limit === undefined ? '' : `   limit ${limit} s${over ? '  OVER' : ''}`
  console.log(
    `${what.padEnd(52)}${seconds.toFixed(2).padStart(8)} s, ${((user + system) / 1e6).toFixed(1)} s of work${aim}`,
  )
  return result
}
