/**
 * Who may look: a link that works once gives a browser its session; the command line shows the token
 * that is kept beside the store's lock. Keys and sessions live only in this process, as hashes.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export class Sessions {
  readonly #token: Buffer
  readonly #keys = new Set<string>()
  readonly #sessions = new Set<string>()

  constructor(token: string) {
    this.#token = digest(token)
  }

  /** A key for one entry. */
  newKey(): string {
    const key = randomBytes(24).toString('base64url')
    this.#keys.add(nameOf(key))
    return key
  }

  /** The session that the key opens, once; `undefined` for a key that was used or never given. */
  enter(key: string): string | undefined {
    if (!this.#keys.delete(nameOf(key))) return undefined
    const session = randomBytes(32).toString('base64url')
    this.#sessions.add(nameOf(session))
    return session
  }

  knowsSession(session: string | undefined): boolean {
    return session !== undefined && this.#sessions.has(nameOf(session))
  }

  /** Whether an `Authorization` header carries the token. */
  knowsBearer(header: string | undefined): boolean {
    const given = /^Bearer (\S+)$/i.exec(header ?? '')?.[1]
    return given !== undefined && timingSafeEqual(digest(given), this.#token)
  }
}

// Looked up by hash, so that how long a look-up takes tells nothing about a key.
function nameOf(secret: string): string {
  return digest(secret).toString('base64')
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
