/**
 * One process at a time may have the embedded store open: two would lose each other's acknowledged
 * rows, and PGlite itself lets them. The lock is the operating system's, taken through SQLite on a
 * file of its own, so that it ends with the process that holds it, however that ends
 * (docs/decisions/0003-folder-lock.md).
 */
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type FolderLock = { readonly release: () => void }

const LOCK_FILE = 'lock'
/** SQLite's own number for "another connection holds it". */
const BUSY = 5

/**
 * Takes the folder, making it (for its owner alone) where it is missing. `undefined` when it is held,
 * by another process or by this one. Throws where the lock cannot be tried, for instance because the
 * folder may not be written.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  makeFolder(folder)
  const file = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 })
  if (!hold(file)) {
    file.close()
    return undefined
  }
  chmodSync(join(folder, LOCK_FILE), 0o600)
  return {
    release: () => {
      if (file.isOpen) file.close()
    },
  }
}

/** Folder by folder: Node's own recursive call never returns where a parent cannot hold any, as /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process made it first.
    if (!isFolder(folder)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function hold(file: DatabaseSync): boolean {
  try {
    // The journal stays in memory: nothing is ever written but the lock.
    file.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    file.close()
    throw error
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY
}
