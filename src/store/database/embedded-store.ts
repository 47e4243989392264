/**
 * The embedded store in a folder, which the caller has locked.
 *
 * A new store is made beside its place and moved there when it is whole, so that a program that is
 * ended while making one leaves nothing that looks like a store. Making one from nothing takes
 * PostgreSQL's `initdb`, many seconds in WebAssembly; the first is kept, empty, in the cache folder of
 * this user, and later ones start from that copy.
 */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { migrate } from './migrate.ts'
import { openEmbedded, openPglite } from './open-database.ts'
import type { Database } from './reader-writer.ts'

const STORE = 'postgres'
const MAKING = 'postgres.making'

export type EmbeddedStore = { readonly folder: string; readonly cacheDir: string }

/** Opens the store in the folder, makes it where there is none, and brings it to the newest form. */
export async function openEmbeddedStore({ folder, cacheDir }: EmbeddedStore): Promise<Database> {
  if (!existsSync(join(folder, STORE))) await makeStore(folder, cacheDir)
  const database = await openEmbedded({ dataDir: join(folder, STORE) })
  try {
    await migrate(database)
  } catch (error) {
    await database.destroy()
    throw error
  }
  return database
}

async function makeStore(folder: string, cacheDir: string): Promise<void> {
  const making = join(folder, MAKING)
  const made = await fromCopy(making, cacheDir)
  const copy = made ? undefined : await fromNothing(making)
  await rename(making, join(folder, STORE))
  if (copy) await keepEmptyCopy(cacheDir, copy)
}

/** Whether there was a copy, and a sound one. */
async function fromCopy(making: string, cacheDir: string): Promise<boolean> {
  const copy = await readEmptyCopy(cacheDir)
  if (!copy) return false
  await rm(making, { recursive: true, force: true })
  try {
    await (await openPglite({ dataDir: making, loadDataDir: copy })).close()
    return true
  } catch {
    // The copy is damaged, and nothing but time hangs on it: the store is made without, and the copy anew.
    return false
  }
}

async function fromNothing(making: string): Promise<Blob> {
  await rm(making, { recursive: true, force: true })
  const pglite = await openPglite({ dataDir: making })
  const copy = await pglite.dumpDataDir('gzip')
  await pglite.close()
  return copy
}

// Named by the version that made it: another version may lay out its files in another way.
function copyPath(cacheDir: string): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = createRequire(import.meta.url)(join(dirname(entry), '../package.json')) as {
    version: string // every package has one
  }
  return join(cacheDir, `empty-store-pglite-${version}.tar.gz`)
}

async function readEmptyCopy(cacheDir: string): Promise<Blob | undefined> {
  const path = copyPath(cacheDir)
  return existsSync(path) ? new Blob([await readFile(path)]) : undefined
}

/** Written whole under another name first: a copy that is there is a whole copy. */
async function keepEmptyCopy(cacheDir: string, copy: Blob): Promise<void> {
  const writing = join(cacheDir, `${randomUUID()}.writing`)
  try {
    await mkdir(cacheDir, { recursive: true, mode: 0o700 })
    await writeFile(writing, Buffer.from(await copy.arrayBuffer()), { mode: 0o600 })
    const file = await open(writing, 'r+')
    await file.sync()
    await file.close()
    await rename(writing, copyPath(cacheDir))
  } catch (error) {
    // A home that cannot be written costs later stores some seconds, and this one nothing.
    if (!isFileError(error)) throw error
    if (existsSync(writing)) await rm(writing)
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
