/**
 * Writes a programme as a folder on disk, all or nothing: beside it first, then renamed into place.
 *
 * Whoever exports over a folder may keep it under version control or have documents in it, so only
 * what a programme's files are is replaced.
 */
import { constants } from 'node:fs'
import { cp, lstat, mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isSafePath, KEPT_FILES, READ_FILES } from './folder-names.ts'
import { quote } from './nearest-name.ts'
import { whySystemRefuses } from './system-error.ts'

/** The folder cannot be written as asked; the message is a sentence for whoever asked. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused'
}

/**
 * Writes the files of a programme to `dir`. A folder that holds a programme is replaced; its
 * documents that `files` lacks, and what is hidden or no part of a programme, stay. Throws
 * `FolderRefused` where the folder holds something else, or the system does not let it be written.
 */
export async function writeProgrammeFolder(
  dir: string,
  files: Map<string, Uint8Array>,
): Promise<void> {
  const target = resolve(dir)
  for (const path of files.keys())
    if (!isSafePath(path))
      throw new FolderRefused(`The path ${quote(path)} leads out of the folder.`)
  try {
    await write(target, files)
  } catch (error) {
    const why = whySystemRefuses(error)
    if (why === undefined) throw error
    throw new FolderRefused(`${target} cannot be written: ${why}.`, { cause: error })
  }
}

async function write(target: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const before = await whatIsThere(target)
  await mkdir(dirname(target), { recursive: true })
  const beside = await mkdtemp(join(dirname(target), `.${basename(target)}.writing-`))
  const [fresh, old] = [join(beside, 'new'), join(beside, 'old')]
  try {
    await writeAll(fresh, files)
    if (before === 'programme') await carryOver(target, fresh, '')
    if (before === 'empty') await rmdir(target)
    if (before === 'programme') await rename(target, old)
    await rename(fresh, target).catch(async (error: unknown) => {
      if (before === 'programme') await rename(old, target)
      throw error
    })
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(fresh, { recursive: true, force: true })
    // Not emptied first: had the old folder not gone back to its place, this is where it is.
    await rmdir(beside).catch(() => undefined)
  }
}

async function whatIsThere(target: string): Promise<'nothing' | 'empty' | 'programme'> {
  const found = await lstat(target).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (!found) return 'nothing'
  if (!found.isDirectory()) throw new FolderRefused(`${target} is there and is not a folder.`)
  const names = await readdir(target)
  if (names.length === 0) return 'empty'
  if (names.includes('programme.yaml')) return 'programme'
  throw new FolderRefused(
    `${target} is not empty and is no programme folder (it has no programme.yaml); name another.`,
  )
}

async function writeAll(dir: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(dir)
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    const file = await open(join(dir, path), 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  }
}

/** Copies what the new folder lacks and no programme's file is; a copy, so that nothing is half moved. */
async function carryOver(from: string, to: string, within: string): Promise<void> {
  const there = new Set(await readdir(join(to, within)))
  for (const entry of await readdir(join(from, within), { withFileTypes: true })) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    if (READ_FILES.includes(path) || KEPT_FILES.includes(path)) continue
    if (!there.has(entry.name) && !(entry.isDirectory() && isPartFolder(path)))
      await cp(join(from, path), join(to, path), {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
      })
    else if (entry.isDirectory()) {
      await mkdir(join(to, path), { recursive: true })
      await carryOver(from, to, path)
      // Only where there was nothing to carry over.
      if ((await readdir(join(to, path))).length === 0) await rmdir(join(to, path))
    }
  }
}

function isPartFolder(path: string): boolean {
  return [...READ_FILES, ...KEPT_FILES].some((file) => file.startsWith(`${path}/`))
}
