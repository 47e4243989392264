/**
 * Set-up for a whole run of tests: a PostgreSQL cluster of its own in a temporary folder, and an empty,
 * migrated store on each engine that every suite starts from a copy of.
 */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CompiledQuery, Kysely, PGliteDialect } from 'kysely'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/store/database/migrate.ts'
import { openPglite, openPostgres } from '../src/store/database/open-database.ts'
import type { Tables } from '../src/store/database/tables.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a gzipped copy of an empty, migrated PGlite store lies. */
    emptyStore: string
    /** The cluster's maintenance database; null where PostgreSQL is left out. */
    postgresUrl: string | null
  }
}

/** The database of the cluster that suites are copied from. */
export const TEMPLATE = 'demarche_template'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'))
  const skips = process.env['DEMARCHE_SKIP_POSTGRES'] === '1'
  let cluster: Cluster | undefined
  const tearDown = async () => {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    cluster = skips ? undefined : await startCluster()
    project.provide('emptyStore', await makeEmptyStore(folder))
    project.provide('postgresUrl', cluster?.url ?? null)
  } catch (error) {
    await tearDown()
    throw error
  }
  return tearDown
}

async function makeEmptyStore(folder: string): Promise<string> {
  const path = join(folder, 'empty-store.tar.gz')
  const pglite = await openPglite({})
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  await migrate(db)
  writeFileSync(path, Buffer.from(await (await pglite.dumpDataDir('gzip')).arrayBuffer()))
  await db.destroy()
  return path
}

type Cluster = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * Starts a cluster in a temporary folder that goes with it, and makes the template in it. Throws a
 * sentence where there is no PostgreSQL.
 */
export async function startCluster(): Promise<Cluster> {
  const bin = findPostgres()
  const owner = unprivilegedOwner()
  const folder = mkdtempSync(join(tmpdir(), 'demarche-postgres-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const { url, server } = await startServer(bin, folder, { ...owner, cwd: folder })
    const stopAndRemove = async () => {
      await stop(server)
      remove()
    }
    return { url, stop: stopAndRemove }
  } catch (error) {
    remove()
    throw error
  }
}

type Account = { readonly uid?: number; readonly gid?: number; readonly cwd: string }

async function startServer(bin: string, folder: string, as: Account) {
  const data = join(folder, 'data')
  const encoding = ['-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'demarche', '-A', 'trust', ...encoding],
    as,
  )
  const port = await freePort()
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']
  const server = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...as, stdio: 'ignore' },
  )
  const url = `postgres://demarche@127.0.0.1:${port}/postgres`
  try {
    await makeTemplate(url, server)
  } catch (error) {
    await stop(server)
    throw error
  }
  return { url, server }
}

async function makeTemplate(url: string, server: ChildProcess): Promise<void> {
  await waitUntilReady(url, server)
  const maintenance = openPostgres(url)
  await maintenance.executeQuery(CompiledQuery.raw(`create database ${TEMPLATE}`))
  await maintenance.destroy()
  const template = openPostgres(databaseUrl(url, TEMPLATE))
  await migrate(template)
  await template.destroy()
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    if (hasEnded(server)) throw new Error('The PostgreSQL for the tests ended at once.')
    const db = openPostgres(url)
    try {
      await db.executeQuery(CompiledQuery.raw('select 1'))
      return
    } catch (error) {
      if (tries === 300) throw error
      await pause(100)
    } finally {
      await db.destroy()
    }
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function stop(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT') // PostgreSQL's "fast": it ends sessions and itself
  await ended
}

function findPostgres(): string {
  const packaged = '/usr/lib/postgresql'
  const versions = existsSync(packaged) ? readdirSync(packaged) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((v) => join(packaged, v, 'bin'))
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  const found = [...newest, ...onPath].find((dir) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(dir, program))),
  )
  if (found === undefined)
    throw new Error(
      'The store is tested on both engines, and no PostgreSQL was found (looked in /usr/lib/postgresql ' +
        'and PATH for initdb and postgres). Install one, or set DEMARCHE_SKIP_POSTGRES=1 to leave it out.',
    )
  return found
}

/** PostgreSQL refuses to run as root; there is an account for it, or one for nobody. */
function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const account of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => idOf(what, account))
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error('Run as root, the tests need an account "postgres" or "nobody" for PostgreSQL.')
}

function idOf(what: string, account: string): number | undefined {
  try {
    return Number(execFileSync('id', [what, account], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined // `id` fails for an account that does not exist, which is the answer
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo // a listening TCP server has one
      probe.close(() => resolve(port))
    })
  })
}
