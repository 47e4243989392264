/**
 * The keys of a store that is open. The store's key is unlocked once and kept in memory with the store;
 * a store in which nothing was sealed yet gets one, in the clear until someone protects it.
 *
 * To be asked for before a transaction begins: on the embedded engine, asking within one would wait
 * for ever.
 */
import type { Database } from '../store/database/reader-writer.ts'
import {
  findStoreKey,
  holdStoreKey,
  replaceStoreKey,
  unlockStoreKey,
  type StoreKey,
} from '../store/protection/master-key.ts'
import { Keyring } from '../store/protection/subject-keys.ts'
import { ActionRefused } from './errors.ts'

const keyrings = new WeakMap<Database, Keyring>()

/** Throws `ActionRefused` (out-of-date) where another program has changed the protection of the store. */
export async function keyringOf({ database }: { readonly database: Database }): Promise<Keyring> {
  const held = keyrings.get(database)
  const key = await findStoreKey(database)
  if (held && key && isSame(held.storeKey, key)) return held
  const keyring = key ? unlocked(key) : await firstKeyring(database)
  keyrings.set(database, keyring)
  return keyring
}

/** Unlocks the store where a passphrase protects it. Throws `StoreLocked` without the right one. */
export async function unlockStore(
  database: Database,
  passphrase: () => Promise<string | undefined>,
): Promise<void> {
  const key = await findStoreKey(database)
  if (key?.wrapping !== 'passphrase') return
  keyrings.set(database, new Keyring(key, unlockStoreKey(key, await passphrase())))
}

/** Keeps the keyring that was made by protecting the store anew. */
export function keepKeyring(database: Database, keyring: Keyring): void {
  keyrings.set(database, keyring)
}

/** Whether a passphrase protects the store. */
export async function isStoreEncrypted({
  database,
}: {
  readonly database: Database
}): Promise<boolean> {
  return (await findStoreKey(database))?.wrapping === 'passphrase'
}

/** One in the clear needs nothing; one under a passphrase was unlocked when the store was opened, or is new. */
function unlocked(key: StoreKey): Keyring {
  if (key.wrapping === 'clear') return new Keyring(key, unlockStoreKey(key, undefined))
  throw new ActionRefused(
    'out-of-date',
    'The passphrase of the store was changed by another program. End Demarche and start it again.',
  )
}

async function firstKeyring(database: Database): Promise<Keyring> {
  const { key, master } = await database.transaction().execute(async (tx) => {
    const there = await holdStoreKey(tx)
    return there
      ? { key: there, master: unlockStoreKey(there, undefined) }
      : replaceStoreKey(tx, undefined)
  })
  return new Keyring(key, master)
}

function isSame(a: StoreKey, b: StoreKey): boolean {
  return a.id === b.id && a.wrapped === b.wrapped
}
