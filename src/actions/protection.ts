/** Puts a store under a passphrase, or under another one. */
import { REGISTER_TABLES, registerFile } from '../exchange/register-columns.ts'
import { closeAction, openAction } from '../store/audit.ts'
import { listKeptPaths } from '../store/kept-files.ts'
import { listProgrammeIds } from '../store/programmes.ts'
import { forgetOldKeys } from '../store/protection/forget-old-keys.ts'
import { holdStoreKey, replaceStoreKey } from '../store/protection/master-key.ts'
import { Keyring } from '../store/protection/subject-keys.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { keepKeyring, keyringOf } from './keyring.ts'
import { SHORTEST_PASSPHRASE } from './passphrase.ts'

export type Protected = {
  /** How many keys of persons, families and papers were wrapped anew. */
  readonly keys: number
  /** Whether there was a passphrase before. */
  readonly wasEncrypted: boolean
  /**
   * Files about persons that an earlier version kept unread: they stand in the record in the clear, and
   * no row of the record can be taken away.
   */
  readonly inClear: readonly string[]
}

const ABOUT_PERSONS = new Set(REGISTER_TABLES.map(registerFile))

/**
 * Makes a new key of the store, wrapped by this passphrase, and wraps every other key with it. Backups
 * made before keep the old key under the old passphrase, or in the clear. Throws `ActionRefused`.
 */
export async function protectStore(context: Context, passphrase: string): Promise<Protected> {
  requirePermission(context, 'store.protect')
  if (Array.from(passphrase).length < SHORTEST_PASSPHRASE)
    throw new ActionRefused(
      'invalid',
      `The passphrase has fewer than ${SHORTEST_PASSPHRASE} characters. Take several words.`,
    )
  const before = await keyringOf(context)
  const { keyring, keys } = await context.database.transaction().execute(async (tx) => {
    const there = await holdStoreKey(tx)
    if (there?.id !== before.storeKey.id)
      throw new ActionRefused(
        'out-of-date',
        'The protection of the store was changed by another program. End Demarche and start it again.',
      )
    const { key, master } = await replaceStoreKey(tx, passphrase)
    const next = new Keyring(key, master)
    const count = await before.rewrapAll(tx, next)
    for (const programme of await listProgrammeIds(tx)) {
      const action = await openAction(tx, programme)
      await closeAction(tx, action, context.person, 'store.protect', 'the key of the store')
    }
    return { keyring: next, keys: count }
  })
  keepKeyring(context.database, keyring)
  await forgetOldKeys(context.database)
  const kept = await listKeptPaths(context.database)
  const inClear = kept.filter((path) => ABOUT_PERSONS.has(path))
  return { keys, wasEncrypted: before.isEncrypted, inClear }
}
