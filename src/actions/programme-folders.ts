/** Moves programmes as folders on disk, there and back: what `demarche import` and `demarche export` do. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import {
  FolderRefused,
  readProgrammeFolder,
  writeProgrammeFiles,
  writeProgrammeFolder,
  type Notice,
  type Refusal,
} from '../exchange/programme-folder.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { readRecord } from './exports.ts'
import { importRecord, type ImportCounts } from './imports.ts'

export type ImportProgress =
  | { readonly step: 'reading'; readonly file: string; readonly rows: number }
  | { readonly step: 'writing'; readonly done: number; readonly of: number }

export type ImportResult =
  | {
      readonly step: 'done'
      readonly programme: ProgrammeId
      readonly taken: ImportCounts
      readonly unchanged: ImportCounts
      readonly refusals: readonly Refusal[]
      readonly notices: readonly Notice[]
    }
  | {
      readonly step: 'refused'
      readonly refusals: readonly Refusal[]
      readonly notices: readonly Notice[]
      readonly message: string
    }

export type ImportFolderOptions = {
  /** Take the rows that are sound where others are refused. */
  readonly keepGoing?: boolean
  readonly onProgress?: (progress: ImportProgress) => void
  readonly signal?: AbortSignal
}

/**
 * Takes a folder into the record, all or nothing. What is wrong in the files is a result; throws
 * `ActionRefused` for what the record does not allow, and the signal's reason when given up.
 */
export async function importFolder(
  context: Context,
  directory: string,
  { keepGoing = false, onProgress, signal }: ImportFolderOptions = {},
): Promise<ImportResult> {
  const { record, kept, refusals, notices, ...rest } = await readProgrammeFolder(
    directory,
    (progress) => onProgress?.({ step: 'reading', ...progress }),
    signal,
  )
  if (!record || (refusals.length > 0 && !keepGoing))
    return {
      step: 'refused',
      refusals,
      notices,
      message: whyNothing(refusals.length, record !== null),
    }
  const { register, lists, engagements } = rest
  const { taken, unchanged, erased } = await importRecord(
    context,
    { record, kept, register, lists, engagements },
    {
      onProgress: ({ done, total }) => onProgress?.({ step: 'writing', done, of: total }),
      ...(signal && { signal }),
    },
  )
  return {
    step: 'done',
    programme: record.programme.id,
    taken,
    unchanged,
    refusals,
    notices: [...notices, ...erased.map(passedOver)],
  }
}

function passedOver(subject: string): Notice {
  const message = `"${subject}" was erased; what the folder says about it was passed over.`
  return { file: 'cases/persons.csv', line: 1, column: 1, message }
}

function whyNothing(count: number, hasProgramme: boolean): string {
  const places = count === 1 ? 'One place is' : `${count.toLocaleString('en')} places are`
  const what = `${places} refused. Nothing was taken.`
  return hasProgramme
    ? `${what} Correct them, or take the rest with --keep-going.`
    : `${what} Without its programme.yaml a folder cannot be taken.`
}

/** Writes a programme to a folder and returns the files it wrote. Throws `ActionRefused`. */
export async function exportFolder(
  context: Context,
  programme: ProgrammeId,
  directory: string,
): Promise<{ files: string[] }> {
  const { record, kept, ...parts } = await readRecord(context, programme)
  const files = writeProgrammeFiles(record, kept, parts)
  try {
    await writeProgrammeFolder(directory, files)
  } catch (error) {
    if (error instanceof FolderRefused) throw new ActionRefused('invalid', error.message)
    throw error
  }
  return { files: [...files.keys()] }
}
