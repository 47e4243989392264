/**
 * Seals personal fields with AES-256-GCM. What is sealed is bound to its place (programme, table,
 * subject): moved to another row it cannot be opened. Each sealing takes a fresh random nonce, so that
 * equal fields look different, and no hash over them tells anything about a person.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync } from 'node:crypto'

/** 32 bytes. */
export type Key = Buffer

const ALGORITHM = 'aes-256-gcm'
export const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** What was sealed cannot be opened with this key at this place: it was changed, moved, or is another's. */
export class SealBroken extends Error {
  override name = 'SealBroken'

  constructor(options?: ErrorOptions) {
    super(
      'Something sealed cannot be opened: it was changed, moved, or sealed with another key.',
      options,
    )
  }
}

/** Where something sealed belongs. The parts are set apart by a character that none of them holds. */
export function placeOf(programme: string, table: string, subject: string): string {
  return `${programme}\u0000${table}\u0000${subject}`
}

// A key is made an object first: Node takes bytes as a key too, in twice the time.

/** The nonce, what was encrypted, and the tag. */
export function sealBytes(key: Key, place: string, plain: Uint8Array | string): Buffer {
  const nonce = newNonce()
  const cipher = createCipheriv(ALGORITHM, createSecretKey(key), nonce)
  cipher.setAAD(Buffer.from(place, 'utf8'))
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  cipher.final()
  const tag = cipher.getAuthTag()
  const sealed = Buffer.allocUnsafe(NONCE_BYTES + body.length + TAG_BYTES)
  nonce.copy(sealed, 0)
  body.copy(sealed, NONCE_BYTES)
  tag.copy(sealed, NONCE_BYTES + body.length)
  return sealed
}

/** Throws `SealBroken`. */
export function openBytes(key: Key, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const end = bytes.length - TAG_BYTES
  if (end < NONCE_BYTES) throw new SealBroken()
  try {
    const decipher = createDecipheriv(
      ALGORITHM,
      createSecretKey(key),
      bytes.subarray(0, NONCE_BYTES),
    )
    decipher.setAAD(Buffer.from(place, 'utf8'))
    decipher.setAuthTag(bytes.subarray(end))
    const plain = decipher.update(bytes.subarray(NONCE_BYTES, end))
    decipher.final()
    return plain
  } catch (error) {
    throw new SealBroken({ cause: error })
  }
}

/** Fields as one text of base64. */
export function sealFields(key: Key, place: string, fields: readonly (string | null)[]): string {
  return sealBytes(key, place, JSON.stringify(fields)).toString('base64')
}

/** The fields as they were sealed. Throws `SealBroken`. */
export function openFields(key: Key, place: string, sealed: string): readonly (string | null)[] {
  const text = openBytes(key, place, Buffer.from(sealed, 'base64')).toString('utf8')
  return JSON.parse(text) as (string | null)[] // only `sealFields` makes them, and the tag was right
}

// Random bytes are drawn for many nonces at once: asking for twelve costs as much as sealing.
const pool = Buffer.allocUnsafe(NONCE_BYTES * 4096)
let used = pool.length

export function newNonce(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const nonce = pool.subarray(used, (used += NONCE_BYTES))
  return nonce
}
