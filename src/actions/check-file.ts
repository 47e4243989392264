/** Checks a file of benchmarks without a store: against the folder it lies in, where that is a programme's. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { decodeText } from '../exchange/decode-text.ts'
import { readProgrammeFolder } from '../exchange/programme-folder.ts'
import { whySystemRefuses } from '../exchange/system-error.ts'
import { diagnose, type Diagnostic } from './benchmark-drafts.ts'
import { ActionRefused } from './errors.ts'

export type FileChecked = {
  readonly text: string
  /** The programme folder whose names it was checked against; null where it lies in none. */
  readonly folder: string | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Throws `ActionRefused` (invalid) for a file that cannot be read as text. */
export async function checkFile(path: string): Promise<FileChecked> {
  const text = await readText(path)
  const folder = programmeFolderOf(resolve(path))
  // What is refused elsewhere in the folder is for `import` to say.
  const record = folder === null ? null : (await readProgrammeFolder(folder)).record
  return {
    text,
    folder: record ? folder : null,
    diagnostics: diagnose(text, record ?? undefined),
  }
}

export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const why = whySystemRefuses(error)
    if (why === undefined) throw error
    throw new ActionRefused('invalid', `${path} cannot be read: ${why}.`)
  })
  const decoded = decodeText(bytes)
  if (!('message' in decoded)) return decoded.utf8.toString()
  throw new ActionRefused(
    'invalid',
    `${path}:${decoded.line}:${decoded.column}: ${decoded.message}`,
  )
}

/** The nearest folder above the file that has a `programme.yaml`. */
function programmeFolderOf(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'programme.yaml'))) return folder
    if (folder === dirname(folder)) return null
  }
}
