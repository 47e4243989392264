/** A programme as a folder on disk (rules R120), read with progress and a way to stop. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FolderContent, Progress } from './folder-content.ts'
import { sortFile, sortFolder } from './folder-names.ts'
import { FILE_CEILING, readInSteps, tooLarge } from './read-programme-files.ts'
import { Report } from './report.ts'
import { whySystemRefuses } from './system-error.ts'

export type { FolderContent, Progress } from './folder-content.ts'
export type { KeptFile, Notice, Place, Refusal } from './place.ts'
export { FILE_CEILING, readProgrammeFiles } from './read-programme-files.ts'
export { writeProgrammeFiles } from './write-programme-files.ts'
export { FolderRefused, writeProgrammeFolder } from './write-programme-folder.ts'

/** All files together; what is kept is held in memory until it is stored. */
export const FOLDER_CEILING = 1024 * 1024 * 1024

/**
 * Reads a programme folder. What is wrong with it comes back as refusals, also where there is no
 * folder or the system refuses to read it. Throws only the signal's reason, when stopped.
 */
export async function readProgrammeFolder(
  dir: string,
  onProgress?: (done: Progress) => void,
  signal?: AbortSignal,
): Promise<FolderContent> {
  const report = new Report()
  const files = await readFiles(dir, report, signal)
  const steps = readInSteps(files, report)
  for (;;) {
    signal?.throwIfAborted()
    const { done, value } = steps.next()
    if (done) {
      for (const [file, rows] of Object.entries(value.taken)) onProgress?.({ file, rows })
      return value
    }
    onProgress?.(value)
    await new Promise((resume) => setImmediate(resume))
  }
}

async function readFiles(
  dir: string,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const path of await listFiles(dir, '', report)) {
    signal?.throwIfAborted()
    const bytes = await orRefuse(path, report, async () => {
      // What will be passed over or refused by its name is not read.
      if (['refused', 'ignored'].includes(sortFile(path).sort)) return new Uint8Array()
      const { size } = await stat(join(dir, path))
      const [most, of] = size > FILE_CEILING ? [FILE_CEILING, size] : [FOLDER_CEILING, total + size]
      if (of > most) {
        report.refuseAt({ file: path, line: 1, column: 1 }, tooLarge(of, most))
        return undefined
      }
      total += size
      return readFile(join(dir, path), { signal })
    })
    if (bytes) files.set(path, bytes)
  }
  return files
}

/** Paths with `/`, in the order of their letters. Links and the like are refused, not followed. */
async function listFiles(dir: string, within: string, report: Report): Promise<string[]> {
  const entries =
    (await orRefuse(within === '' ? dir : within, report, () =>
      readdir(join(dir, within), { withFileTypes: true }),
    )) ?? []
  const paths: string[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    const place = { file: path, line: 1, column: 1 }
    if (entry.isFile()) paths.push(path)
    else if (entry.isDirectory()) {
      const sorted = sortFolder(path)
      if (sorted.sort === 'refused') report.refuseAt(place, sorted.message)
      else if (sorted.sort === 'ignored') report.remark(place, sorted.message)
      else paths.push(...(await listFiles(dir, path, report)))
    } else if (sortFile(path).sort !== 'ignored')
      report.refuseAt(place, 'This is a link or a device; a file was expected.')
  }
  return paths
}

/** What the system refuses is refused here, in its words; being stopped is not. */
async function orRefuse<Read>(
  file: string,
  report: Report,
  read: () => Promise<Read>,
): Promise<Read | undefined> {
  try {
    return await read()
  } catch (error) {
    const why = whySystemRefuses(error)
    if (why === undefined) throw error
    report.refuseAt({ file, line: 1, column: 1 }, `This cannot be read: ${why}.`)
    return undefined
  }
}
