/** Opens the store, wherever it lies, and makes contexts for those who work with it. */
import { randomUUID } from 'node:crypto'
import { homedir, platform, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { Person } from '../domain/access/may.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { openEmbeddedStore } from '../store/database/embedded-store.ts'
import { lockFolder, type FolderLock } from '../store/database/folder-lock.ts'
import { migrate, StoreUnusable } from '../store/database/migrate.ts'
import { openPostgres } from '../store/database/open-database.ts'
import type { Database } from '../store/database/reader-writer.ts'
import type { Context } from './context.ts'
import { ERASURE_JOURNAL } from './erasure-journal.ts'
import { endHeld } from './held-with-store.ts'
import { unlockStore } from './keyring.ts'
import { findPassphrase } from './passphrase.ts'

export { StoreUnusable }

export type OpenOptions = {
  /** Asks a person for the passphrase, where there is one to ask. */
  readonly askPassphrase?: () => Promise<string | undefined>
}

export type StoreChoice = { readonly dataDir?: string; readonly databaseUrl?: string }
export type StorePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }

export type Workbench = {
  readonly database: Database
  readonly contextFor: (person: Person) => Context
  readonly close: () => Promise<void>
  /** Where the data lies, for people: a folder, or an address without its password. */
  readonly location: string
  /** The file outside the store in which erasures are noted. */
  readonly erasureJournal: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Another process, or this one, has the folder open. */
export class StoreHeld extends Error {
  override name = 'StoreHeld'
  readonly folder: string

  constructor(folder: string) {
    super(`The data folder ${folder} is in use by another Demarche. Close it, or work through it.`)
    this.folder = folder
  }
}

/**
 * Where the store is: what is asked for (`--data`, a database's address), else what the environment
 * says (`DEMARCHE_DATA`, then `DATABASE_URL`), else this user's own data folder.
 */
export function placeOf(choice: StoreChoice, env: Environment = process.env): StorePlace {
  if (choice.dataDir) return { kind: 'folder', folder: resolve(choice.dataDir) }
  if (choice.databaseUrl) return { kind: 'postgres', url: choice.databaseUrl }
  if (env['DEMARCHE_DATA']) return { kind: 'folder', folder: resolve(env['DEMARCHE_DATA']) }
  if (env['DATABASE_URL']) return { kind: 'postgres', url: env['DATABASE_URL'] }
  return { kind: 'folder', folder: userFolder('data', env) }
}

/**
 * Opens the store and brings it to the newest form. Throws `StoreHeld` when the folder is open
 * elsewhere, and `StoreUnusable` with a sentence when this program cannot use what is there: also where
 * a passphrase protects it and the right one is not given.
 */
export async function openWorkbench(
  choice: StoreChoice = {},
  env: Environment = process.env,
  { askPassphrase }: OpenOptions = {},
): Promise<Workbench> {
  const place = placeOf(choice, env)
  const unlock = (database: Database) =>
    unlockStore(database, () => findPassphrase(env, askPassphrase))
  return place.kind === 'folder'
    ? openFolder(place.folder, env, unlock)
    : openServer(place.url, env, unlock)
}

type Unlock = (database: Database) => Promise<void>

async function openFolder(folder: string, env: Environment, unlock: Unlock): Promise<Workbench> {
  const lock = held(folder)
  if (!lock) throw new StoreHeld(folder)
  try {
    const cacheDir = env['DEMARCHE_CACHE'] ?? userFolder('cache', env)
    const database = await openEmbeddedStore({ folder, cacheDir })
    await unlocked(database, unlock)
    const close = async () => {
      await endHeld(database)
      await database.destroy()
      lock.release()
    }
    const erasureJournal = join(folder, ERASURE_JOURNAL)
    const contextFor = contextsOn(database, erasureJournal)
    return { database, contextFor, close, location: folder, erasureJournal }
  } catch (error) {
    lock.release()
    throw unusable(`The store in ${folder} cannot be opened`, error)
  }
}

function held(folder: string): FolderLock | undefined {
  try {
    return lockFolder(folder)
  } catch (error) {
    throw unusable(`The data folder ${folder} cannot be used`, error)
  }
}

async function openServer(url: string, env: Environment, unlock: Unlock): Promise<Workbench> {
  const database = openPostgres(url)
  try {
    await migrate(database)
  } catch (error) {
    await database.destroy()
    throw unusable(`The database ${withoutPassword(url)} cannot be opened`, error)
  }
  await unlocked(database, unlock)
  // A database has no folder of its own: the journal lies with this user's data.
  const erasureJournal = join(userFolder('data', env), ERASURE_JOURNAL)
  return {
    database,
    contextFor: contextsOn(database, erasureJournal),
    close: async () => {
      await endHeld(database)
      await database.destroy()
    },
    location: withoutPassword(url),
    erasureJournal,
  }
}

async function unlocked(database: Database, unlock: Unlock): Promise<void> {
  try {
    await unlock(database)
  } catch (error) {
    await database.destroy()
    throw error
  }
}

function contextsOn(database: Database, erasureJournal: string): (person: Person) => Context {
  return (person) => ({
    database,
    person,
    today: today(),
    newId: () => randomUUID(),
    erasureJournal,
  })
}

/** What the system says, in a sentence with the place; what is such a sentence already stays as it is. */
function unusable(what: string, error: unknown): StoreUnusable {
  if (error instanceof StoreUnusable) return error
  return new StoreUnusable(`${what}: ${reasonOf(error)}`, { cause: error })
}

function reasonOf(error: unknown): string {
  // Where an address stands for several, each refusal is in a list and the error itself says nothing.
  const [first] = error instanceof AggregateError ? error.errors : []
  const said = [error, first].find((each) => each instanceof Error && each.message !== '')
  // The embedded engine ends without a word where its files are not what it expects.
  return said instanceof Error ? said.message : 'it is damaged, or is not a store of Demarche.'
}

/** The one person of this machine, who leads, until people sign in. */
export function localPerson(): Person {
  const { username } = userInfo()
  return { id: username, name: username, role: 'lead' }
}

// The day where the person is: `toISOString` would give the day in UTC.
function today(): CalendarDate {
  return calendarDate(new Date().toLocaleDateString('sv-SE'))
}

/** This user's folder for Demarche's data or for what it can make again, as the platform has it. */
function userFolder(what: 'data' | 'cache', env: Environment): string {
  const home = homedir()
  if (platform() === 'win32') {
    const local = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
    return join(local, 'Demarche', what === 'data' ? 'Data' : 'Cache')
  }
  if (platform() === 'darwin') {
    const library = join(home, 'Library')
    return join(library, what === 'data' ? 'Application Support' : 'Caches', 'Demarche')
  }
  return what === 'data'
    ? join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'demarche')
    : join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'demarche')
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username && `${username}@`}${host}${pathname}`
}
