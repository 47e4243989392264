/**
 * The note a running server leaves beside the lock, so that the command line finds it: only its owner
 * can read it, since the token in it opens the server.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type ServerNote = { readonly port: number; readonly token: string; readonly pid: number }

const NOTE = 'server.json'

/** Written whole under another name first, so that no one reads half of it. */
export function writeServerNote(folder: string, { port, token, pid }: ServerNote): void {
  const writing = join(folder, `${NOTE}.${randomUUID()}`)
  writeFileSync(writing, JSON.stringify({ port, token, pid }), { mode: 0o600, flag: 'wx' })
  renameSync(writing, join(folder, NOTE))
}

/**
 * The note of the server that holds the folder; `undefined` where there is none. A server that was
 * killed leaves its note behind: only while the folder is held does it mean anything. Throws on a file
 * that is not such a note.
 */
export function readServerNote(folder: string): ServerNote | undefined {
  const path = join(folder, NOTE)
  if (!existsSync(path)) return undefined
  const note: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!isServerNote(note)) throw new Error(`${path} is not the note of a Demarche server.`)
  return { port: note.port, token: note.token, pid: note.pid }
}

export function removeServerNote(folder: string): void {
  rmSync(join(folder, NOTE), { force: true })
}

function isServerNote(note: unknown): note is ServerNote {
  if (typeof note !== 'object' || note === null) return false
  const { port, token, pid } = note as Record<string, unknown> // an object, of which nothing is known yet
  return Number.isInteger(port) && typeof token === 'string' && Number.isInteger(pid)
}
