import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { openEmbedded, openPostgres } from '../src/store/database/open-database.ts'
import type { Database } from '../src/store/database/reader-writer.ts'
import { databaseUrl, TEMPLATE } from './postgres.ts'

/** A store of its own for one suite, and how to be rid of it. */
export type TestStore = { readonly db: Database; readonly drop: () => Promise<void> }

/** Which engines this run has: PostgreSQL is left out only by DEMARCHE_SKIP_POSTGRES=1. */
export const ENGINES = inject('postgresUrl') === null ? ['pglite'] : ['pglite', 'postgres']

/** Runs a suite on every engine we support, each test on an empty, migrated store. */
export function onEachEngine(name: string, suite: (db: () => Database) => void): void {
  for (const engine of ENGINES) {
    describe(`${name} on ${engine}`, () => {
      let store: TestStore
      beforeAll(async () => {
        store = engine === 'pglite' ? await pgliteStore() : await postgresStore()
      })
      beforeEach(() => emptyStore(store.db))
      afterAll(() => store.drop())
      suite(() => store.db)
    })
  }
}

/** Takes every row out of a test store. Only a superuser's replica session gets past the triggers. */
export async function emptyStore(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    // The key of the store stays: whoever has the store open holds it, and no row is sealed with it.
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = 'public' and tablename not in ('migration', 'store_key')`.execute(tx)
    const tables = rows.map(({ name }) => sql.table(name))
    await sql`truncate ${sql.join(tables)}`.execute(tx)
  })
}

export async function pgliteStore(): Promise<TestStore> {
  const db = await openEmbedded({ loadDataDir: new Blob([await readFile(inject('emptyStore'))]) })
  return { db, drop: () => db.destroy() }
}

export async function postgresStore(): Promise<TestStore> {
  const { url, drop } = await postgresDatabase()
  const db = openPostgres(url)
  return {
    db,
    drop: async () => {
      await db.destroy()
      await drop()
    },
  }
}

/** A PostgreSQL database with an empty store (`empty`: with nothing), for what opens it by itself. */
export async function postgresDatabase({ empty = false } = {}): Promise<{
  url: string
  drop: () => Promise<void>
}> {
  const url = inject('postgresUrl')
  if (url === null) throw new Error('this run was started without PostgreSQL')
  const name = `demarche_${randomUUID().replaceAll('-', '')}`
  await onServer(url, `create database ${name} template ${empty ? 'template0' : TEMPLATE}`)
  return {
    url: databaseUrl(url, name),
    drop: () => onServer(url, `drop database ${name} with (force)`),
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = openPostgres(url)
  await server.executeQuery(CompiledQuery.raw(statement))
  await server.destroy()
}
