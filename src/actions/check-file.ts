/** Checks a file of benchmarks without a store: against the folder it lies in, where that is a programme's. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { knownNamesOf } from '../domain/assessment/known-names.ts'
import {
  checkEachBenchmark,
  placeIn,
  splitBenchmarks,
} from '../domain/goals/language/split-benchmarks.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { decodeText } from '../exchange/decode-text.ts'
import { readProgrammeFolder } from '../exchange/programme-folder.ts'
import { whySystemRefuses } from '../exchange/system-error.ts'
import type { Diagnostic } from './benchmark-drafts.ts'
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
  const content = folder === null ? null : await readProgrammeFolder(folder)
  const record = content?.record ?? null
  const lists = content?.lists.lists.flatMap(({ id, number, title }) => [
    id as string,
    number,
    title,
  ])
  return {
    text,
    folder: record ? folder : null,
    diagnostics: diagnoseFile(text, record ?? undefined, new Set(lists)),
  }
}

/** Every fault of a file, with its place; a file without a benchmark is one. */
function diagnoseFile(
  text: string,
  record: ProgrammeRecord | undefined,
  lists: ReadonlySet<string>,
): Diagnostic[] {
  const faults = checkEachBenchmark(text, record && knownNamesOf(record, lists))
  if (faults.length > 0) return faults.map((fault) => ({ ...fault, ...placeIn(text, fault.from) }))
  return isEmptyOfBenchmarks(text) ? [NO_BENCHMARK] : []
}

/** What a file is told that can be read and holds nothing but comments. */
export const NO_BENCHMARK: Diagnostic = {
  from: 0,
  to: 0,
  line: 1,
  column: 1,
  severity: 'error',
  message: 'There is no benchmark in the file.',
}

export function isEmptyOfBenchmarks(text: string): boolean {
  const { benchmarks, errors } = splitBenchmarks(text)
  return benchmarks.length === 0 && errors.length === 0
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
