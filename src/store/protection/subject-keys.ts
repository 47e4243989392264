/**
 * A key for each person, family, engagement and paper: random, wrapped by the store's key. Erasure
 * deletes it, and then nobody reads what was sealed with it, here or in any copy made later.
 *
 * Keys are read from the store each time and not kept in memory, so that what was erased by another
 * process is erased at once.
 */
import { createCipheriv, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { requireStorable } from '../database/append.ts'
import type { Reader, Writer } from '../database/reader-writer.ts'
import {
  KEY_BYTES,
  NONCE_BYTES,
  openBytes,
  openFields,
  placeOf,
  sealBytes,
  sealFields,
  type Key,
} from './seal.ts'
import { shareStoreKey, StoreLocked, type StoreKey } from './master-key.ts'

type Fields = readonly (string | null)[]

/** Personal fields of a row: as they were sealed; null where the row says none; or erased. */
export type Opened = Fields | null | typeof ERASED
export const ERASED = Symbol('erased')

/** Something is to be written about someone who was erased. */
export class SubjectErased extends Error {
  override name = 'SubjectErased'
  readonly subjects: readonly string[]

  constructor(subjects: readonly string[]) {
    super(`Nothing can be written about what was erased: ${subjects.join(', ')}.`)
    this.subjects = subjects
  }
}

/** How many subjects a statement asks for. */
const BATCH = 10_000

/** The unlocked key of a store. */
export class Keyring {
  readonly storeKey: StoreKey
  readonly #master: Key

  constructor(storeKey: StoreKey, master: Key) {
    this.storeKey = storeKey
    this.#master = master
  }

  get isEncrypted(): boolean {
    return this.storeKey.wrapping === 'passphrase'
  }

  /**
   * Seals for these subjects, making the keys that are missing. Throws `SubjectErased`, and
   * `StoreLocked` where another program has changed the store's key.
   */
  async sealer(tx: Writer, programme: string, subjects: Iterable<string>): Promise<Sealer> {
    const wanted = [...new Set(subjects)]
    if (wanted.length === 0) return new Sealer(programme, new Map())
    await requireSame(tx, this.storeKey)
    const keys = await this.findKeys(tx, programme, wanted)
    const missing = wanted.filter((subject) => !keys.has(subject))
    const erased = await listErased(tx, programme, missing)
    if (erased.length > 0) throw new SubjectErased(erased)
    for (const batch of batches(missing)) {
      const made = batch.map((subject) => ({ subject, key: randomBytes(KEY_BYTES) }))
      await this.#insertKeys(tx, programme, made)
      for (const { subject, key } of made) keys.set(subject, key)
    }
    return new Sealer(programme, keys)
  }

  /** The keys of those subjects that have one. */
  async findKeys(
    db: Reader,
    programme: string,
    subjects: readonly string[],
  ): Promise<Map<string, Key>> {
    const keys = new Map<string, Key>()
    for (const batch of batches([...new Set(subjects)])) {
      const rows = await db
        .selectFrom('subject_key')
        .select(['subject_id', 'wrapped'])
        .where('programme_id', '=', programme)
        .where(sql<boolean>`subject_id = any(${batch}::text[])`)
        .execute()
      for (const [i, key] of this.#unwrapAll(rows.map(({ wrapped }) => wrapped)).entries())
        keys.set(rows[i]?.subject_id ?? '', key)
    }
    return keys
  }

  /** Opens the personal fields of rows of one table, in their order. Throws `SealBroken`. */
  async open(
    db: Reader,
    programme: string,
    table: string,
    rows: readonly { readonly subject: string; readonly sealed: string | null }[],
  ): Promise<Opened[]> {
    const subjects = rows.flatMap(({ subject, sealed }) => (sealed === null ? [] : [subject]))
    const keys = await this.findKeys(db, programme, subjects)
    return rows.map(({ subject, sealed }) => {
      if (sealed === null) return null
      const key = keys.get(subject)
      return key ? openFields(key, placeOf(programme, table, subject), sealed) : ERASED
    })
  }

  /** The same of rows that were read with the keys of their subjects, null where there is none. */
  openWith(
    programme: string,
    table: string,
    rows: readonly {
      readonly subject: string
      readonly sealed: string | null
      readonly wrapped: string | null
    }[],
  ): Opened[] {
    const there = rows.flatMap(({ wrapped }) => (wrapped === null ? [] : [wrapped]))
    const keys = this.#unwrapAll(there).values()
    return rows.map(({ subject, sealed, wrapped }) => {
      const key = wrapped === null ? undefined : keys.next().value
      if (sealed === null) return null
      return key ? openFields(key, placeOf(programme, table, subject), sealed) : ERASED
    })
  }

  /** Wraps every key of the store with another key of the store. Returns how many. */
  async rewrapAll(tx: Writer, next: Keyring): Promise<number> {
    let count = 0
    for (let last = { programme: '', subject: '' }; ;) {
      const rows = await tx
        .selectFrom('subject_key')
        .select(['programme_id', 'subject_id', 'wrapped'])
        .where(sql<boolean>`(programme_id, subject_id) > (${last.programme}, ${last.subject})`)
        .orderBy('programme_id')
        .orderBy('subject_id')
        .limit(BATCH)
        .execute()
      const end = rows.at(-1)
      if (!end) return count
      const wrapped = rows.map(({ programme_id, subject_id, wrapped }) => ({
        programme_id,
        subject_id,
        // With its tag checked: a key that is not what it was must not be carried on.
        wrapped: next.#wrap(
          programme_id,
          subject_id,
          openBytes(
            this.#master,
            wrapPlace(programme_id, subject_id),
            Buffer.from(wrapped, 'base64'),
          ),
        ),
      }))
      await sql`update subject_key set wrapped = given.wrapped, store_key_id = ${next.storeKey.id}
        from json_to_recordset(${JSON.stringify(wrapped)}::json)
          as given (programme_id text, subject_id text, wrapped text)
        where subject_key.programme_id = given.programme_id
          and subject_key.subject_id = given.subject_id`.execute(tx)
      count += rows.length
      last = { programme: end.programme_id, subject: end.subject_id }
    }
  }

  #wrap(programme: string, subject: string, key: Key): string {
    return sealBytes(this.#master, wrapPlace(programme, subject), key).toString('base64')
  }

  async #insertKeys(
    tx: Writer,
    programme: string,
    made: readonly { readonly subject: string; readonly key: Key }[],
  ): Promise<void> {
    const rows = made.map(({ subject, key }) => ({
      subject_id: subject,
      wrapped: this.#wrap(programme, subject, key),
    }))
    await sql`insert into subject_key (programme_id, subject_id, store_key_id, wrapped)
      select ${programme}, subject_id, ${this.storeKey.id}, wrapped
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (subject_id text, wrapped text)`.execute(tx)
  }

  /**
   * All at once: the block cipher of GCM is run once over the counters of every key instead of once a
   * key, which takes a tenth of the time. The tags are left unread here, since a key that was changed
   * fails at the tag of whatever it is to open.
   */
  #unwrapAll(wrapped: readonly string[]): Key[] {
    const counters = Buffer.alloc(wrapped.length * KEY_BYTES)
    const keys = Buffer.allocUnsafe(wrapped.length * KEY_BYTES)
    for (const [i, text] of wrapped.entries()) {
      const bytes = Buffer.from(text, 'base64')
      for (const [block, counter] of [2, 3].entries()) {
        const at = i * KEY_BYTES + block * BLOCK_BYTES
        bytes.copy(counters, at, 0, NONCE_BYTES)
        counters[at + BLOCK_BYTES - 1] = counter
      }
      bytes.copy(keys, i * KEY_BYTES, NONCE_BYTES, NONCE_BYTES + KEY_BYTES)
    }
    const cipher = createCipheriv('aes-256-ecb', this.#master, null).setAutoPadding(false)
    const stream = cipher.update(counters)
    for (let i = 0; i < keys.length; i += 4)
      keys.writeUInt32LE((keys.readUInt32LE(i) ^ stream.readUInt32LE(i)) >>> 0, i)
    return wrapped.map((_, i) => keys.subarray(i * KEY_BYTES, (i + 1) * KEY_BYTES))
  }
}

const BLOCK_BYTES = 16

/** Seals rows of the subjects it was made for. */
export class Sealer {
  readonly #programme: string
  readonly #keys: ReadonlyMap<string, Key>

  constructor(programme: string, keys: ReadonlyMap<string, Key>) {
    this.#programme = programme
    this.#keys = keys
  }

  /** Null where every field is empty. Throws `TextRefused`. */
  seal(table: string, subject: string, fields: Fields): string | null {
    if (fields.every((field) => field === null || field === '')) return null
    // Sealed, the database could keep it, and no file that it is exported to could be read again.
    requireStorable(table, JSON.stringify(fields))
    return sealFields(this.#keyOf(subject), placeOf(this.#programme, table, subject), fields)
  }

  sealBytes(table: string, subject: string, bytes: Uint8Array): Buffer {
    return sealBytes(this.#keyOf(subject), placeOf(this.#programme, table, subject), bytes)
  }

  #keyOf(subject: string): Key {
    const key = this.#keys.get(subject)
    if (!key) throw new Error('a subject was not named when its sealer was made')
    return key
  }
}

/** What was written about two persons at once stands under a key of both: it goes with either. */
export function keyOfPair(person: string, other: string): string {
  return `names:${person}:${other}`
}

/** Destroys the keys of these subjects, and returns how many there were. */
export async function destroyKeys(
  tx: Writer,
  programme: string,
  subjects: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('subject_key')
    .where('programme_id', '=', programme)
    .where(sql<boolean>`subject_id = any(${[...subjects]}::text[])`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Which of these were erased. */
export async function listErased(
  db: Reader,
  programme: string,
  subjects: readonly string[],
): Promise<string[]> {
  const erased: string[] = []
  for (const batch of batches(subjects)) {
    const rows = await db
      .selectFrom('erasure')
      .select(['subject_id', 'also'])
      .where('programme_id', '=', programme)
      .where(sql<boolean>`(subject_id = any(${batch}::text[]) or also ?| ${batch}::text[])`)
      .execute()
    const gone = new Set(rows.flatMap(({ subject_id, also }) => [subject_id, ...also]))
    erased.push(...batch.filter((subject) => gone.has(subject)))
  }
  return erased
}

async function requireSame(tx: Writer, storeKey: StoreKey): Promise<void> {
  // Held until the end: a key that is being replaced must not wrap another one meanwhile.
  const now = await shareStoreKey(tx)
  if (now?.id === storeKey.id && now.wrapped === storeKey.wrapped) return
  throw new StoreLocked(
    'The protection of the store was changed by another program. End Demarche and start it again.',
  )
}

function wrapPlace(programme: string, subject: string): string {
  return placeOf(programme, 'subject_key', subject)
}

function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH)
}
