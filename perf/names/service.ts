/**
 * How long the name service makes someone wait in a register of 1,000,000 persons on PostgreSQL: until
 * the names are read into memory, one look-up with its reasons over HTTP, a search of the register, a
 * list of 10,000; and how much memory it takes.
 *
 *   node perf/names/service.ts FOLDER [--persons 1000000] [--list 10000] [--embedded]
 *
 * The names are recombined from the sets in FOLDER, with invented births. It starts a PostgreSQL of its
 * own and fills it; with DATABASE_URL it measures the programme `names` of that store, and fills it where
 * it is empty. With --embedded the store is a folder of this program. Times are by the clock; since a
 * machine that does other things makes them long, the load and the time of the processor stand beside.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { CompiledQuery } from 'kysely'
import { keyringOf } from '../../src/actions/keyring.ts'
import { heldNames } from '../../src/actions/name-service.ts'
import { localPerson, openWorkbench, type StoreChoice } from '../../src/actions/open-workbench.ts'
import { Matches, type MatchEntryJson } from '../../src/contract/name-matches.ts'
import { RegisterRows } from '../../src/contract/register.ts'
import { toCalendarDate } from '../../src/domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../../src/domain/basics/ids.ts'
import { uncertainDate } from '../../src/domain/basics/uncertain-date.ts'
import type { PersonName } from '../../src/domain/cases/person.ts'
import type { NameRecord } from '../../src/domain/names/match-names.ts'
import { createApp } from '../../src/server/app.ts'
import { serve } from '../../src/server/serve.ts'
import { closeAction, findAuditHead, openAction } from '../../src/store/audit.ts'
import type { Database } from '../../src/store/database/reader-writer.ts'
import { openPostgres } from '../../src/store/database/open-database.ts'
import { insertPersonNames } from '../../src/store/persons.ts'
import { insertProgramme } from '../../src/store/programmes.ts'
import { databaseUrl, startCluster } from '../../test/postgres.ts'
import { aProgramme } from '../../test/record-builders.ts'
import { makeList, makeRegister, readPools } from './made-register.ts'
import { setsFolder } from './read-sets.ts'

const PROGRAMME = 'names' as ProgrammeId
const BATCH = 20_000
const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '1000000' },
    list: { type: 'string', default: '10000' },
    embedded: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const pools = readPools(setsFolder())
/** Made anew where it is needed: held, it would count as memory of the service. */
const made = () => [...makeRegister(pools, Number(values.persons))]

const given = values.embedded ? undefined : process.env['DATABASE_URL']
const cluster = given === undefined && !values.embedded ? await startCluster() : undefined
const folder = values.embedded ? mkdtempSync(join(tmpdir(), 'demarche-names-')) : undefined
try {
  const url = given ?? (cluster && (await emptyStore(cluster.url)))
  await measure(url === undefined ? { dataDir: folder ?? '' } : { databaseUrl: url })
} finally {
  await cluster?.stop()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

async function emptyStore(url: string): Promise<string> {
  const server = openPostgres(url)
  await server.executeQuery(CompiledQuery.raw('create database perf'))
  await server.destroy()
  return databaseUrl(url, 'perf')
}

/** Each person with one name. */
async function fill(database: Database): Promise<void> {
  const there = await findAuditHead(database, PROGRAMME)
  if (there) return
  const start = performance.now()
  const keyring = await keyringOf({ database })
  const records = made()
  await database.transaction().execute(async (tx) => {
    const action = await openAction(tx, PROGRAMME)
    await insertProgramme(tx, action, aProgramme({ id: PROGRAMME }))
    for (let from = 0; from < records.length; from += BATCH) {
      const rows = records.slice(from, from + BATCH).map(rowOf)
      await insertPersonNames(tx, action, keyring, rows)
    }
    await closeAction(tx, action, localPerson(), 'record.import', PROGRAMME)
  })
  await database.executeQuery(CompiledQuery.raw('vacuum analyze'))
  console.log(`fill the store: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

function rowOf({ id, names: [first], birth, sex }: NameRecord): Omit<PersonName, 'entry'> {
  return {
    person: id as PersonId,
    name: first?.value ?? '',
    ...{ script: '', kind: 'official', nationality: '', place: '', occupation: '' },
    birth: birth ? uncertainDate(toCalendarDate(birth.earliest)) : null,
    sex: sex ?? '',
    withdrawn: null,
  }
}

async function measure(store: StoreChoice): Promise<void> {
  const workbench = await openWorkbench(store)
  const { database } = workbench
  await fill(database)
  const token = 'only-for-this-measurement'
  const app = createApp({
    contextFor: () => workbench.contextFor(localPerson()),
    token,
    host: () => `127.0.0.1:${served.port}`,
    words: { location: '', example: '' },
    version: 'perf',
  })
  const served = await serve(app.fetch)
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${served.port}/api/programmes/names/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const look = async (asked: readonly NameRecord[]) =>
    Matches.parse(await post('matches', { entries: asked.map(entryOf) }))
  try {
    const memory = () => process.memoryUsage.rss() / 1e6
    const list = makeList(made(), Number(values.list))
    const before = memory()
    await once('the first look-up, the names are read', () => look(list.slice(0, 1)))
    const names = heldNames(database, PROGRAMME)
    console.log(
      `  ${names.size.toLocaleString('en')} names in ${names.width} threads, ${(memory() - before).toFixed(0)} MB more than before`,
    )
    let right = 0
    await time('one look-up with reasons over HTTP', 400, async (i) => {
      const record = list[(i * 23) % list.length]
      const [found] = (await look(record ? [record] : [])).entries
      if (record?.id.startsWith(`${found?.candidates[0]?.person}=`)) right += 1
    })
    console.log(`  the right person first: ${right} of 400`)
    await time('a search of the register over HTTP', 200, async (i) => {
      const text = list[(i * 23) % list.length]?.names[0]?.value.slice(0, 5 + (i % 8)) ?? ''
      RegisterRows.parse(await post('register/search', { text }))
    })
    await once(`a list of ${list.length.toLocaleString('en')}`, () => look(list))
    console.log(`memory of the process at the end: ${memory().toFixed(0)} MB`)
  } finally {
    await served.close()
    await workbench.close()
  }
}

function entryOf({ names: [first], birth, sex }: NameRecord): MatchEntryJson {
  const born = birth ? toCalendarDate(birth.earliest) : ''
  return {
    name: first?.value ?? '',
    birth: born,
    age: null,
    sex: sex ?? '',
    place: '',
    category: '',
  }
}

async function time(what: string, count: number, ask: (i: number) => Promise<void>): Promise<void> {
  const times: number[] = []
  const before = process.cpuUsage()
  for (let i = 0; i < count; i += 1) {
    const start = performance.now()
    await ask(i)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  const cpu = (processorSince(before) / count) * 1000
  console.log(
    `${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${cpu.toFixed(1)} ms of the processor each, ${load()})`,
  )
}

async function once(what: string, ask: () => Promise<unknown>): Promise<void> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  await ask()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${what}: ${seconds} s (${processorSince(before).toFixed(1)} s of the processor, ${load()})`,
  )
}

/** Seconds, of all threads. */
function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function load(): string {
  return `load ${loadavg()[0]?.toFixed(1) ?? 'not known'}`
}
