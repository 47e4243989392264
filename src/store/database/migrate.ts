/**
 * Brings a store to the newest form. Each migration runs in a transaction of its own and is noted with
 * its day; programs that start at once on one PostgreSQL wait for each other.
 */
import { sql, type Kysely, type Transaction } from 'kysely'
import { MIGRATIONS, type Migration } from '../migrations/all.ts'
import type { Database } from './reader-writer.ts'
import type { Tables } from './tables.ts'

/** The store cannot be used by this program; the message says why, for the person who starts it. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable'
}

const OLDEST_SERVER = 150_000

/**
 * Applies what is missing and returns the names of what was applied. Throws `StoreUnusable` on a store
 * that a newer version has migrated, on a server before PostgreSQL 15, and where text is not UTF-8.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  await checkServer(db)
  const applied: string[] = []
  for (;;) {
    const name = await db.transaction().execute((tx) => applyNext(tx, migrations))
    if (name === undefined) return applied
    applied.push(name)
  }
}

async function applyNext(
  tx: Transaction<Tables>,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('demarche migrate', 0))`.execute(tx)
  await sql`create table if not exists migration (
    position integer primary key, name text not null unique, applied_on date not null)`.execute(tx)
  const done = await tx.selectFrom('migration').selectAll().orderBy('position').execute()
  refuseUnknown(
    done.map(({ name }) => name),
    migrations,
  )
  const next = migrations[done.length]
  if (!next) return undefined
  // The cast: a migration is written for the tables of its day, not for those of this program.
  await next.up(tx as unknown as Kysely<unknown>)
  await sql`insert into migration (position, name, applied_on)
    values (${done.length + 1}, ${next.name}, current_date)`.execute(tx)
  return next.name
}

function refuseUnknown(done: readonly string[], migrations: readonly Migration[]): void {
  const unknown = done.find((name, position) => migrations[position]?.name !== name)
  if (unknown === undefined) return
  throw new StoreUnusable(
    `This store was last used by a newer version of Demarche (it has the migration "${unknown}", ` +
      `which this version does not know). Start that version, or a later one. Nothing was changed.`,
  )
}

async function checkServer(db: Database): Promise<void> {
  const { rows } = await sql<{ version: string; number: number; encoding: string }>`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::integer as number,
           current_setting('server_encoding') as encoding`.execute(db)
  const [server] = rows
  if (!server) throw new StoreUnusable('The database server does not say which version it is.')
  if (server.number < OLDEST_SERVER)
    throw new StoreUnusable(
      `The database server is PostgreSQL ${server.version}; Demarche needs 15 or newer.`,
    )
  if (server.encoding !== 'UTF8')
    throw new StoreUnusable(
      `The database keeps text as ${server.encoding}; Demarche needs one that was made with UTF8.`,
    )
}
