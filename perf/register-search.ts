/**
 * How long the register makes someone wait who types and narrows: searches by name, by what is known
 * of cases, by both, and the opening of a person's page.
 *
 *   node perf/register-search.ts [--persons 1000000] [--events 5000000] [--embedded]
 *
 * It starts a PostgreSQL of its own, or with --embedded measures the embedded store in memory. With
 * DATABASE_URL it measures the programme `perf` of that store, filled by `perf/make-register.ts` before.
 */
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { CompiledQuery } from 'kysely'
import type { Context } from '../src/actions/context.ts'
import { localPerson } from '../src/actions/open-workbench.ts'
import { personPage } from '../src/actions/person-page.ts'
import { searchRegister, type RegisterPageAsked } from '../src/actions/register-search.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../src/domain/basics/ids.ts'
import type { Database } from '../src/store/database/reader-writer.ts'
import { migrate } from '../src/store/database/migrate.ts'
import { openEmbedded, openPostgres } from '../src/store/database/open-database.ts'
import { databaseUrl, startCluster } from '../test/postgres.ts'
import { makeRegister, namesOf } from './make-register.ts'

const PROGRAMME = 'perf' as ProgrammeId
const SEED = 1
const ASKED = 40

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '1000000' },
    events: { type: 'string', default: '5000000' },
    embedded: { type: 'boolean', default: false },
  },
})
const [persons, events] = [Number(values.persons), Number(values.events)]
const limit = values.embedded ? '≤ 150 ms' : '≤ 50 ms'

const given = process.env['DATABASE_URL']
const cluster = given === undefined && !values.embedded ? await startCluster() : undefined
try {
  const database = values.embedded
    ? await openEmbedded()
    : openPostgres(given ?? (await emptyStore(cluster?.url ?? '')))
  try {
    if (given === undefined) await fill(database)
    await measure(database)
  } finally {
    await database.destroy()
  }
} finally {
  await cluster?.stop()
}

async function emptyStore(url: string): Promise<string> {
  const server = openPostgres(url)
  await server.executeQuery(CompiledQuery.raw('create database perf'))
  await server.destroy()
  return databaseUrl(url, 'perf')
}

async function fill(database: Database): Promise<void> {
  await migrate(database)
  const start = performance.now()
  await makeRegister(database, { programme: PROGRAMME, persons, events, seed: SEED })
  console.log(`fill the store: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  await database.executeQuery(CompiledQuery.raw('vacuum analyze'))
}

async function measure(database: Database): Promise<void> {
  const day = calendarDate('1989-06-30')
  let ids = 0
  const context: Context = {
    database,
    person: localPerson(),
    today: day,
    newId: () => `n-${(ids += 1)}`,
  }
  const nothing = {
    ...{ text: '', category: [], state: [], region: [], authority: [], listed: [] },
    ...{ resolved: '', consent: null, asOf: day, knownOn: day },
    ...{ order: 'nearest', page: 0, size: 50 },
  } as const satisfies RegisterPageAsked
  const search = (asked: Partial<RegisterPageAsked>) =>
    searchRegister(context, PROGRAMME, { ...nothing, ...asked })

  const start = performance.now()
  await search({ text: 'Anyone' })
  console.log(
    `first search, the names are read: ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )

  const regions = ['Armenia', 'Baltic', 'Ukraine', 'RSFSR', 'Georgia', 'Moldavia']
  const some = (i: number) => Math.floor((((i * 7919) % 1000) / 1000) * persons)
  const nameOf = (i: number) => namesOf({ seed: SEED }, some(i), some(i) + 1)[0]?.name ?? ''
  const region = (i: number) => [regions[i % regions.length] ?? '']
  const knownOn = (i: number) => calendarDate(`1989-0${1 + (i % 6)}-${10 + (i % 18)}`)
  await time('by a whole name', (i) => search({ text: nameOf(i) }))
  await time('by the beginning of a name', (i) => search({ text: nameOf(i).slice(0, 4 + (i % 4)) }))
  await time('by a name, resolved not', (i) => search({ text: nameOf(i), resolved: 'no' }))
  await time('the first page of all', (i) => search({ knownOn: knownOn(i) }))
  await time('by region', (i) => search({ region: region(i), knownOn: knownOn(i) }))
  await time('prisoners of a region who are detained', (i) =>
    search({ category: ['prisoner'], state: ['detained'], region: region(i), knownOn: knownOn(i) }),
  )
  await time('divided spouses who arrived', (i) =>
    search({ category: ['divided-spouse'], state: ['arrived'], knownOn: knownOn(i) }),
  )
  await time('nobody is as asked (died)', (i) => search({ state: ['died'], knownOn: knownOn(i) }))
  await time('resolved', (i) => search({ resolved: 'yes', knownOn: knownOn(i) }))
  await time('the page after', (i) => search({ category: ['prisoner'], page: 1 + (i % 3) }))
  await time('a person’s page', (i) =>
    personPage(context, PROGRAMME, `p-${some(i)}` as PersonId, { asOf: day, knownOn: knownOn(i) }),
  )
}

async function time(what: string, ask: (i: number) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  const before = process.cpuUsage()
  for (let i = 0; i < ASKED; i += 1) {
    const start = performance.now()
    await ask(i)
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  const own = ((user + system) / 1000 / ASKED).toFixed(1)
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  const [middle, slow] = [at(0.5), at(0.95)]
  console.log(
    `${what}: p50 ${middle} ms, p95 ${slow} ms (${limit}); ${own} ms of this process each`,
  )
}
