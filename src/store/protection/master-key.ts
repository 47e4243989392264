/**
 * The store's key. It wraps the key of every subject and is itself wrapped by a key that Argon2id makes
 * from a passphrase (RFC 9106, second recommended choice), with its parameters and salt beside it.
 * Without a passphrase it stands in the clear, and the store is not encrypted.
 */
import { argon2Sync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { StoreUnusable } from '../database/migrate.ts'
import type { Reader, Writer } from '../database/reader-writer.ts'
import { KEY_BYTES, openBytes, sealBytes, SealBroken, type Key } from './seal.ts'

/** The store's key cannot be had; the message says why, for the person who starts the program. */
export class StoreLocked extends StoreUnusable {
  override name = 'StoreLocked'
}

export type StoreKey = {
  readonly id: number
  readonly wrapping: 'clear' | 'passphrase'
  readonly parameters: Argon2Parameters | null
  readonly wrapped: string
}

type Argon2Parameters = {
  readonly algorithm: 'argon2id'
  /** In KiB. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
  /** Base64. */
  readonly salt: string
}

const PARAMETERS = { algorithm: 'argon2id', memory: 65_536, passes: 3, lanes: 4 } as const
const PLACE = 'store key'

/** `undefined` in a store in which nothing was ever sealed. */
export async function findStoreKey(db: Reader): Promise<StoreKey | undefined> {
  const row = await db.selectFrom('store_key').selectAll().orderBy('id').limit(1).executeTakeFirst()
  return row && toStoreKey(row)
}

/** The same, and no one changes it before the transaction ends; others may read and seal with it. */
export async function shareStoreKey(tx: Writer): Promise<StoreKey | undefined> {
  const row = await tx
    .selectFrom('store_key')
    .selectAll()
    .orderBy('id')
    .limit(1)
    .forShare()
    .executeTakeFirst()
  return row && toStoreKey(row)
}

/** The same, when all who seal with it have ended; no one seals or changes it before the transaction ends. */
export async function holdStoreKey(tx: Writer): Promise<StoreKey | undefined> {
  // Where there is no row yet, there is none to hold.
  await sql`select pg_advisory_xact_lock(hashtextextended('demarche store key', 0))`.execute(tx)
  const row = await tx
    .selectFrom('store_key')
    .selectAll()
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && toStoreKey(row)
}

/** Throws `StoreLocked` without the right passphrase. */
export function unlockStoreKey(key: StoreKey, passphrase: string | undefined): Key {
  const wrapped = Buffer.from(key.wrapped, 'base64')
  if (key.parameters === null) return wrapped
  if (passphrase === undefined)
    throw new StoreLocked('The store is protected by a passphrase, and none was given.')
  try {
    return openBytes(deriveKey(passphrase, key.parameters), PLACE, wrapped)
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    throw new StoreLocked('The passphrase is not the one of this store.', { cause: error })
  }
}

/** A new random key of the store, in the place of any there is; without a passphrase in the clear. */
export async function replaceStoreKey(
  tx: Writer,
  passphrase: string | undefined,
): Promise<{ key: StoreKey; master: Key }> {
  const before = await holdStoreKey(tx)
  const master = randomBytes(KEY_BYTES)
  const key = wrapStoreKey((before?.id ?? 0) + 1, master, passphrase)
  await tx.deleteFrom('store_key').execute()
  await tx
    .insertInto('store_key')
    .values({
      id: key.id,
      wrapping: key.wrapping,
      parameters: key.parameters && sql`${JSON.stringify(key.parameters)}::jsonb`,
      wrapped: key.wrapped,
    })
    .execute()
  return { key, master }
}

function wrapStoreKey(id: number, master: Key, passphrase: string | undefined): StoreKey {
  if (passphrase === undefined)
    return { id, wrapping: 'clear', parameters: null, wrapped: master.toString('base64') }
  const parameters = { ...PARAMETERS, salt: randomBytes(16).toString('base64') }
  const wrapped = sealBytes(deriveKey(passphrase, parameters), PLACE, master).toString('base64')
  return { id, wrapping: 'passphrase', parameters, wrapped }
}

function deriveKey(passphrase: string, { memory, passes, lanes, salt }: Argon2Parameters): Key {
  return argon2Sync('argon2id', {
    // The same letters typed on two keyboards can be other bytes; one form of them is taken.
    message: passphrase.normalize('NFC'),
    nonce: Buffer.from(salt, 'base64'),
    parallelism: lanes,
    memory,
    passes,
    tagLength: KEY_BYTES,
  })
}

function toStoreKey(row: {
  id: number
  wrapping: string
  parameters: { readonly [key: string]: unknown } | null
  wrapped: string
}): StoreKey {
  return {
    id: row.id,
    wrapping: row.wrapping as StoreKey['wrapping'], // a check of the table
    parameters: row.parameters as Argon2Parameters | null, // only this file writes it
    wrapped: row.wrapped,
  }
}
