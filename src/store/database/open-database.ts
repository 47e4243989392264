/**
 * Opens either engine so that both read the same: `date` as text, since a driver's own date slips by
 * a day in half the world, and `int8` as a number.
 */
import { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './reader-writer.ts'
import type { Tables } from './tables.ts'

// Postgres type numbers.
const INT8 = 20
const DATE = 1082
const asText = (value: string) => value

export type EmbeddedOptions = { readonly dataDir?: string; readonly loadDataDir?: Blob }

/** PGlite in a folder, or in memory without one. */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<Database> {
  const pglite = await openPglite(options)
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
}

export function openPglite(options: EmbeddedOptions): Promise<PGlite> {
  return PGlite.create({ ...options, parsers: { [DATE]: asText, [INT8]: Number } })
}

/** Any PostgreSQL from 15 on, by connection string. */
export function openPostgres(connectionString: string): Database {
  const types: pg.CustomTypesConfig = {
    // The cast: pg declares its two formats as separate overloads.
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === DATE ? asText : oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  }
  const pool = new pg.Pool({ connectionString, types })
  // An idle connection that the server drops is replaced by the pool; unheard, its error ends the process.
  pool.on('error', () => undefined)
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      // A server may be set to print days its own way; days are read as text here.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('set datestyle to iso, mdy'))
      },
    }),
  })
}
