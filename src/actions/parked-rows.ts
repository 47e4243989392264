/**
 * Rows of a table that may be someone on record: kept with what they say, whom they may be and why,
 * until a person decides. Nothing of them is in the register before that (rules R286).
 */
import type { PersonId } from '../domain/basics/ids.ts'
import { parseUncertainDate, type UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { MatchReason } from '../domain/names/match-names.ts'
import type { StagedRecord } from '../exchange/staged-rows.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listPersonNames } from '../store/persons.ts'
import type { Recorded } from './evidence.ts'
import { ontoPerson, type PersonOnRecord } from './onto-person.ts'
import { requireHold, writeRows, type Entering } from './register-entries.ts'

export type ParkedCandidate = {
  readonly person: PersonId
  readonly probability: number | null
  readonly reasons: readonly MatchReason[]
}

/** What a decision on an incoming row keeps, as JSON. Dates stand as they are written. */
export type ParkedRow = {
  readonly kind: 'spreadsheet-row'
  readonly file: string
  /** The line of the file or row of the sheet, from 1. */
  readonly row: number
  /** A fingerprint of the mapping. */
  readonly readAs?: string
  /** The cells that say something, under the names of their columns. */
  readonly cells: readonly (readonly [header: string, value: string])[]
  /** Sentences. */
  readonly why: readonly string[]
  /** Likeliest first. */
  readonly candidates: readonly ParkedCandidate[]
  readonly draft: ParkedDraft
}

type AsText<T> = {
  readonly [K in keyof T]: [Extract<T[K], UncertainDate>] extends [never]
    ? T[K]
    : Exclude<T[K], UncertainDate> | string
}
type ParkedDraft = {
  readonly persons: readonly AsText<StagedRecord['persons'][number]>[]
  readonly cases: readonly AsText<StagedRecord['cases'][number]>[]
  readonly caseEvents: readonly AsText<StagedRecord['caseEvents'][number]>[]
}

/** How a row is named where it must not say whose it is. */
export function incomingKey(file: string, row: number): string {
  return `${file}:${String(row)}`
}

export function toParkedDraft({ persons, cases, caseEvents }: StagedRecord): ParkedDraft {
  const text = (date: UncertainDate | string | null) =>
    date !== null && typeof date !== 'string' ? date.text : date
  return {
    persons: persons.map((row) => ({ ...row, birth: text(row.birth) })),
    cases: cases.map((row) => ({ ...row, opened: text(row.opened) })),
    caseEvents: caseEvents.map((row) => ({ ...row, date: row.date.text })),
  }
}

/** What a decision kept, where it is about a row of a table; undefined for any other and for what was erased. */
export function readParkedRow(content: unknown): ParkedRow | undefined {
  const isParked =
    typeof content === 'object' &&
    content !== null &&
    'kind' in content &&
    content.kind === 'spreadsheet-row'
  return isParked ? (content as ParkedRow) : undefined // only this file writes that kind
}

/**
 * Puts what a parked row says on record, under the person whom it was found to be, or under an id of
 * its own where it is nobody on record. For whoever decides, in the action of the decision. Throws
 * `ActionRefused`, as where the person was erased or has refused that we hold anything.
 */
export async function takeParkedRow(
  open: Entering,
  { draft }: ParkedRow,
  person: PersonId | null,
): Promise<Recorded> {
  const given = fromParkedDraft(draft)
  if (person === null) return writeRows(open, given)
  await requireHold(open, person)
  return writeRows(open, ontoPerson(person, await personOnRecord(open, person), given))
}

/** All that is on record of one person and may be added to. */
export async function personOnRecord(
  { db, keyring, programme }: Pick<Entering, 'keyring' | 'programme'> & { readonly db: Reader },
  person: PersonId,
): Promise<PersonOnRecord> {
  const ofPerson = { column: 'subject_id', values: [person] }
  return {
    names: await listPersonNames(db, keyring, programme, [person]),
    cases: await listCases(db, programme, ofPerson),
    caseEvents: await listCaseEvents(db, keyring, programme, ofPerson),
  }
}

/** The same under another person. */
export function relabelled(draft: StagedRecord, person: PersonId): StagedRecord {
  return {
    persons: draft.persons.map((row) => ({ ...row, person })),
    cases: draft.cases.map((row) => ({ ...row, subject: person })),
    caseEvents: draft.caseEvents,
  }
}

export function fromParkedDraft({ persons, cases, caseEvents }: ParkedDraft): StagedRecord {
  return {
    persons: persons.map((row) => ({
      ...row,
      birth: row.birth === null ? null : (parseUncertainDate(row.birth) ?? row.birth),
    })),
    cases: cases.map((row) => ({
      ...row,
      opened: row.opened === null ? null : dateOf(row.opened),
    })),
    caseEvents: caseEvents.map((row) => ({ ...row, date: dateOf(row.date) })),
  }
}

function dateOf(text: string): UncertainDate {
  const date = parseUncertainDate(text)
  if (date) return date
  throw new Error('a parked row holds a date that cannot be read')
}
