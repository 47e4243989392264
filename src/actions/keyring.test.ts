import { expect, it } from 'vitest'
import { ENGINES, postgresDatabase } from '../../test/engines.ts'
import { migrate } from '../store/database/migrate.ts'
import { openPostgres } from '../store/database/open-database.ts'
import { replaceStoreKey, StoreLocked } from '../store/protection/master-key.ts'
import { keyringOf } from './keyring.ts'

// Two programs on one PostgreSQL; a folder is held by one.
it.runIf(ENGINES.includes('postgres'))(
  'gives programs that begin at once the same key, and none that seals while it is replaced',
  async () => {
    const { url, drop } = await postgresDatabase({ empty: true })
    const [one, two] = [openPostgres(url), openPostgres(url)]
    try {
      await migrate(one)
      const [first, second] = await Promise.all(
        [one, two].map((database) => keyringOf({ database })),
      )
      if (!first || !second) throw new Error('both were asked')
      expect(second.storeKey).toEqual(first.storeKey)

      const begun: string[] = []
      const sealing = await one.startTransaction().execute()
      await first.sealer(sealing, 'soviet-union', ['p-1'])
      const replacing = two
        .transaction()
        .execute((tx) => replaceStoreKey(tx, undefined))
        .then(() => begun.push('replaced'))
      const until = Date.now() + 300
      while (Date.now() < until) await two.selectFrom('migration').select('name').execute()
      expect(begun).toEqual([])
      await sealing.commit().execute()
      await replacing
      const late = one.transaction().execute((tx) => first.sealer(tx, 'soviet-union', ['p-2']))
      await expect(late).rejects.toThrow(StoreLocked)
    } finally {
      await Promise.all([one.destroy(), two.destroy()])
      await drop()
    }
  },
)
