/**
 * Times of the register: importing 100,000 persons with their cases and histories on both engines,
 * sealing included; importing them again; putting them under a passphrase; erasing one; a backup and
 * its restore; and opening the names of 1,000,000 persons.
 *
 *   node perf/register.ts [persons imported] [persons opened]
 *
 * Ends with 1 where a time is over its limit. Without PostgreSQL only the embedded engine is measured,
 * and that is said.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp, restore } from '../src/actions/backups.ts'
import { eraseSubjects } from '../src/actions/erasures.ts'
import { importRecord } from '../src/actions/imports.ts'
import { localPerson, openWorkbench, type Workbench } from '../src/actions/open-workbench.ts'
import { protectStore } from '../src/actions/protection.ts'
import { namesOf, registerOf } from '../src/actions/register-record.ts'
import type { CaseId, ProgrammeId, SubjectId } from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import { NO_PARTS } from '../src/exchange/folder-content.ts'
import { databaseUrl, startCluster } from '../test/postgres.ts'
import { aRecord, PROGRAMME } from '../test/record-builders.ts'
import { aCase, aCaseEvent } from '../test/register-builders.ts'
import { sql } from 'kysely'
import { makeRegister, namesOf as inventedNames } from './make-register.ts'

const IMPORTED = Number(process.argv[2] ?? 100_000)
const OPENED = Number(process.argv[3] ?? 1_000_000)
/** Seconds. */
const LIMITS = { import: 60, opened: 30 }
const SEED = 1
const LARGE = 'large' as ProgrammeId
const PASSPHRASE = 'correct horse battery staple'
let isOver = false

const folder = await mkdtemp(join(tmpdir(), 'demarche-perf-'))
try {
  const env = { DEMARCHE_CACHE: join(folder, 'cache'), XDG_DATA_HOME: join(folder, 'home') }
  const open = (name: string) => openWorkbench({ dataDir: join(folder, name) }, env)
  await measureImport('pglite', await open('one'), () => open('two'))
  if (process.env['DEMARCHE_SKIP_POSTGRES'] === '1') console.log('PostgreSQL is left out.')
  else await measurePostgres(env)
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = isOver ? 1 : 0

async function measurePostgres(env: Readonly<Record<string, string>>): Promise<void> {
  const cluster = await startCluster()
  try {
    const workbench = await openWorkbench({ databaseUrl: cluster.url }, env)
    await sql`create database second`.execute(workbench.database)
    const second = () => openWorkbench({ databaseUrl: databaseUrl(cluster.url, 'second') }, env)
    await measureImport('postgres', workbench, second)
    const large = await openWorkbench(
      { databaseUrl: cluster.url },
      {
        ...env,
        DEMARCHE_KEY_COMMAND: `echo ${PASSPHRASE}`,
      },
    )
    await measureOpening(large)
    await large.close()
  } finally {
    await cluster.stop()
  }
}

async function measureImport(
  engine: string,
  workbench: Workbench,
  openSecond: () => Promise<Workbench>,
): Promise<void> {
  const context = workbench.contextFor(localPerson())
  const { content, rows } = invented(IMPORTED)
  const said = `${IMPORTED.toLocaleString('en')} persons (${rows.toLocaleString('en')} rows)`
  const import_ = () => importRecord(context, content)
  await timed(`${engine}: import ${said}`, import_, LIMITS.import)
  await timed(`${engine}: import them again`, import_, LIMITS.import)
  await timed(`${engine}: read the whole register`, () => registerOf(context, PROGRAMME))
  const cases = Array.from({ length: 1000 }, (_, i) => `c-${i}` as CaseId)
  await timed(`${engine}: read 1,000 cases of it`, () => registerOf(context, PROGRAMME, { cases }))
  await timed(`${engine}: put it under a passphrase`, () => protectStore(context, PASSPHRASE))
  await timed(`${engine}: erase one person`, () =>
    eraseSubjects(context, PROGRAMME, {
      subjects: ['p-1'],
      ground: 'asked',
      counts: {},
      approvedBy: 'perf',
    }),
  )
  const file = join(folder, `${engine}.backup`)
  const { bytes } = await timed(`${engine}: back it up`, () => backUp(context, file))
  console.log(`${engine}: the backup has ${(bytes / 1e6).toFixed(1)} MB`)
  await workbench.close()
  const second = await openSecond()
  const restored = await timed(`${engine}: restore and verify it`, () =>
    restore(second.contextFor(localPerson()), file),
  )
  if (restored.findings.length > 0)
    throw new Error(`the restored store is not sound: ${restored.findings[0]?.sentence}`)
  await second.close()
}

async function measureOpening(workbench: Workbench): Promise<void> {
  const wanted = { programme: LARGE, persons: OPENED, events: 0, seed: SEED }
  await timed(`postgres: make ${OPENED.toLocaleString('en')} persons`, () =>
    makeRegister(workbench.database, wanted),
  )
  const context = workbench.contextFor(localPerson())
  await timed(
    `postgres: open the names of ${OPENED.toLocaleString('en')} persons`,
    async () => {
      let count = 0
      for await (const page of namesOf(context, LARGE)) count += page.length
      if (count < OPENED) throw new Error(`only ${count} names were opened`)
    },
    LIMITS.opened,
  )
}

/** A person, a case and three events each; a third of the persons have two names. */
function invented(persons: number) {
  const names = inventedNames({ seed: SEED }, 0, persons)
  const cases = Array.from({ length: persons }, (_, i) =>
    aCase({ id: `c-${i}` as CaseId, subject: `p-${i}` as SubjectId }),
  )
  const years = [1979, 1983, 1987]
  const caseEvents = cases.flatMap(({ id }, i) =>
    years.map((year, step) =>
      aCaseEvent({
        case: id,
        kind: step === 2 ? 'permitted' : 'refused',
        date: uncertainDate(`${year}-${String(1 + (i % 12)).padStart(2, '0')}`),
        detail: step === 0 ? 'said to know secrets' : '',
      }),
    ),
  )
  const register = {
    ...NO_PARTS.register,
    persons: names.map((name) => ({ ...name, entry: 0 })),
    cases,
    caseEvents,
  }
  const rows = names.length + cases.length + caseEvents.length
  return { content: { record: aRecord(), kept: [], register }, rows }
}

async function timed<T>(what: string, run: () => Promise<T>, limit?: number): Promise<T> {
  const start = performance.now()
  const result = await run()
  const seconds = (performance.now() - start) / 1000
  const over = limit !== undefined && seconds > limit
  isOver ||= over
  const aim = limit === undefined ? '' : `   limit ${limit} s${over ? '  OVER' : ''}`
  console.log(`${what.padEnd(58)}${seconds.toFixed(2).padStart(8)} s${aim}`)
  return result
}
