/** What was read from a programme folder. */
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import type { KeptFile, Notice, Place, Refusal } from './place.ts'

/** What a folder holds of persons, lists and engagements, beside the record that is assessed. */
export type FolderParts = {
  readonly register: RegisterRecord
  readonly lists: ListRecord
  readonly engagements: readonly EngagementEntry[]
}

/** A folder without any of them. */
export const NO_PARTS: FolderParts = {
  register: {
    persons: [],
    families: [],
    cases: [],
    caseEvents: [],
    contacts: [],
    consents: [],
    merges: [],
  },
  lists: { lists: [], versions: [], entries: [], presentations: [], responses: [] },
  engagements: [],
}

export type FolderContent = FolderParts & {
  /**
   * What was not refused, row by row; entries are numbered from 1 in the order of their file.
   * Null where `programme.yaml` is missing or refused: then there is nothing to take it into.
   */
  readonly record: ProgrammeRecord | null
  readonly kept: readonly KeptFile[]
  /** By file, then place. Whoever takes the record decides whether any of these stops it. */
  readonly refusals: readonly Refusal[]
  /** What is worth a word and stops nothing: an encoding that was guessed, a file passed over. */
  readonly notices: readonly Notice[]
  /** Rows taken, by file. */
  readonly taken: Readonly<Record<string, number>>
  /**
   * Where an entry of the record stands; `table` is a file (`evidence/figures.csv`) or a list of the
   * record (`figures`, `caseEvents`), `entry` counts from 1. Throws a RangeError where there is none.
   */
  readonly placeOf: (table: string, entry: number) => Place
}

/** How far a reading is. */
export type Progress = { readonly file: string; readonly rows: number }
