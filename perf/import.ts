/**
 * Times of the store: opening it, importing 100,000 figures and reading them again, on both engines.
 *
 *   node perf/import.ts [figures]
 *
 * Ends with 1 where a time is over its limit. Without PostgreSQL only the embedded engine is measured,
 * and that is said.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRecord } from '../src/actions/exports.ts'
import { importRecord } from '../src/actions/imports.ts'
import { localPerson, openWorkbench, type Workbench } from '../src/actions/open-workbench.ts'
import { recordOf } from '../src/actions/record-cache.ts'
import { verifyStore } from '../src/actions/verify.ts'
import { calendarDate, toCalendarDate, type DayNumber } from '../src/domain/basics/calendar-date.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { FigureEntry } from '../src/domain/evidence/figure.ts'
import { startCluster } from '../test/postgres.ts'
import { aFigure, aRecord, PROGRAMME } from '../test/record-builders.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
/** Seconds: start on an empty store with the example; import on each engine. */
const LIMITS = { fresh: 20, pglite: 30, postgres: 10 }
let isOver = false

const folder = await mkdtemp(join(tmpdir(), 'demarche-perf-'))
try {
  await measureEmbedded()
  if (process.env['DEMARCHE_SKIP_POSTGRES'] === '1') console.log('PostgreSQL is left out.')
  else await measurePostgres()
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = isOver ? 1 : 0

async function measureEmbedded(): Promise<void> {
  const env = { DEMARCHE_CACHE: join(folder, 'cache') }
  const open = (name: string) => openWorkbench({ dataDir: join(folder, name) }, env)
  await (await timed('pglite: first store of this user', () => open('first'), LIMITS.fresh)).close()
  const second = await timed('pglite: another store, from the copy', () => open('second'))
  await second.close()
  const workbench = await timed('pglite: open again', () => open('second'))
  await measureRecord('pglite', workbench, LIMITS.pglite)
}

async function measurePostgres(): Promise<void> {
  const cluster = await startCluster()
  try {
    const open = () => openWorkbench({ databaseUrl: cluster.url })
    await measureRecord('postgres', await timed('postgres: first open', open), LIMITS.postgres)
  } finally {
    await cluster.stop()
  }
}

async function measureRecord(engine: string, workbench: Workbench, limit: number): Promise<void> {
  const context = workbench.contextFor(localPerson())
  const content = { record: aRecord({ figures: figures() }), kept: [] }
  const rows = `${COUNT.toLocaleString('en')} figures`
  await timed(`${engine}: import ${rows}`, () => importRecord(context, content), limit)
  await timed(`${engine}: read ${rows}`, () => recordOf(context, PROGRAMME))
  await timed(`${engine}: read them from memory`, () => recordOf(context, PROGRAMME))
  await timed(`${engine}: read them for export`, () => readRecord(context, PROGRAMME))
  await timed(`${engine}: import ${rows} again`, () => importRecord(context, content), limit)
  const findings = await timed(`${engine}: verify ${rows}`, () => verifyStore(context))
  if (findings.length > 0) throw new Error(`the store is not sound: ${findings[0]?.sentence}`)
  await workbench.close()
}

/** Months of many reporters over many years, each published some days later. */
function figures(): FigureEntry[] {
  const start = Date.parse('1948-01-01T00:00:00Z') / 86_400_000
  return Array.from({ length: COUNT }, (_, i) => {
    const first = start + (i % 14_000)
    const day = (offset: number) => toCalendarDate((first + offset) as DayNumber)
    return aFigure({
      reporter: `Reporter ${Math.floor(i / 14_000)}`,
      from: uncertainDate(day(0)),
      to: uncertainDate(day(29)),
      low: i,
      high: i % 3 === 0 ? null : i + (i % 5),
      published: uncertainDate(calendarDate(day(33))),
      at: `p. ${i}`,
    })
  })
}

async function timed<T>(what: string, run: () => Promise<T>, limit?: number): Promise<T> {
  const start = performance.now()
  const result = await run()
  const seconds = (performance.now() - start) / 1000
  const over = limit !== undefined && seconds > limit
  isOver ||= over
  const aim = limit === undefined ? '' : `   limit ${limit} s${over ? '  OVER' : ''}`
  console.log(`${what.padEnd(46)}${seconds.toFixed(2).padStart(8)} s${aim}`)
  return result
}
