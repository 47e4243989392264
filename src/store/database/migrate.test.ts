import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ENGINES, onEachEngine, postgresDatabase } from '../../../test/engines.ts'
import { MIGRATIONS } from '../migrations/all.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './open-database.ts'

onEachEngine('migrate', (db) => {
  it('does nothing the second time', async () => {
    expect(await migrate(db())).toEqual([])
  })

  it('notes each migration with its place and its day', async () => {
    const noted = await db().selectFrom('migration').selectAll().orderBy('position').execute()
    expect(noted.map(({ position, name }) => [position, name])).toEqual(
      MIGRATIONS.map(({ name }, i) => [i + 1, name]),
    )
    for (const { applied_on } of noted) expect(applied_on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('refuses a store that a newer version has migrated', async () => {
    await expect(migrate(db(), [])).rejects.toThrow(
      'This store was last used by a newer version of Demarche (it has the migration "0001-record", ' +
        'which this version does not know).',
    )
  })

  it('undoes a migration that fails', async () => {
    const failing = {
      name: '0002-failing',
      up: async (tx: Parameters<(typeof MIGRATIONS)[number]['up']>[0]) => {
        await sql`create table half (a integer)`.execute(tx)
        await sql`select 1 / 0`.execute(tx)
      },
    }
    await expect(migrate(db(), [...MIGRATIONS, failing])).rejects.toThrow('division by zero')
    const { rows } = await sql`select to_regclass('half')::text as half`.execute(db())
    expect(rows).toEqual([{ half: null }])
    expect(await migrate(db())).toEqual([])
  })
})

describe.runIf(ENGINES.includes('postgres'))('migrate on postgres', () => {
  it('lets programs that start at once wait for each other', async () => {
    const { url, drop } = await postgresDatabase({ empty: true })
    const stores = [openPostgres(url), openPostgres(url), openPostgres(url)]
    const applied = await Promise.all(stores.map((db) => migrate(db)))
    // Each takes its turn for each migration: which of them applies which is open.
    expect(applied.flat().toSorted()).toEqual(MIGRATIONS.map(({ name }) => name))
    await Promise.all(stores.map((db) => db.destroy()))
    await drop()
  })
})
