/**
 * The rows of the register that are counted, without anything personal: no name is opened to count
 * people. What counts was fixed when a row was entered: since when it is known, and whether an open
 * verification is confirmed (rules R204).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, FamilyId, PersonId, ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { RegisterOptions } from '../domain/cases/case-history.ts'
import type { FamilyMember } from '../domain/cases/family-unit.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { Verification } from '../domain/evidence/event.ts'
import { toCase } from './cases.ts'
import { toDay } from './database/days.ts'
import type { Reader } from './database/reader-writer.ts'
import type { StoredRow } from './database/tables.ts'
import { listWhich } from './protection/sealed-rows.ts'

export type CountedRegister = {
  readonly record: RegisterRecord
  readonly options: RegisterOptions
}

/** The register as it is counted: all of it, or the cases given with all that reads together with them. */
export async function readCountedRegister(
  db: Reader,
  programme: ProgrammeId,
  cases?: readonly string[],
): Promise<CountedRegister> {
  const part = cases === undefined ? undefined : await bearingOn(db, programme, cases)
  const caseRows = part?.cases ?? (await listWhich(db, 'case_entry', programme))
  const events = await listWhich(
    db,
    'case_event',
    programme,
    part ? { column: 'case_id', values: caseRows.map((row) => row.id) } : {},
  )
  const families = part?.families ?? (await listWhich(db, 'family_member', programme))
  const merges = part?.merges ?? (await listWhich(db, 'person_merge', programme))
  return {
    record: {
      persons: [],
      families: families.map(toMember),
      cases: caseRows.map(toCase),
      caseEvents: events.map(toEvent),
      contacts: [],
      consents: [],
      merges: merges.map(toMerge),
    },
    options: optionsOf(events),
  }
}

type Part = {
  readonly cases: readonly StoredRow<'case_entry'>[]
  readonly families: readonly StoredRow<'family_member'>[]
  readonly merges: readonly StoredRow<'person_merge'>[]
}

/** Families, merges and other cases of the same people, as far as they reach. */
async function bearingOn(
  db: Reader,
  programme: ProgrammeId,
  given: readonly string[],
): Promise<Part> {
  const families = new Map<number, StoredRow<'family_member'>>()
  const merges = new Map<number, StoredRow<'person_merge'>>()
  const seen = new Set<string>()
  const named = await listWhich(db, 'case_entry', programme, { column: 'id', values: given })
  let ids = [...new Set(named.map((row) => row.subject_id))]
  while (ids.length > 0) {
    for (const id of ids) seen.add(id)
    const found = [
      ...(await listWhich(db, 'family_member', programme, { column: 'family_id', values: ids })),
      ...(await listWhich(db, 'family_member', programme, { column: 'person_id', values: ids })),
    ]
    const merged = [
      ...(await listWhich(db, 'person_merge', programme, { column: 'kept_id', values: ids })),
      ...(await listWhich(db, 'person_merge', programme, { column: 'merged_id', values: ids })),
    ]
    for (const row of found) families.set(row.entry, row)
    for (const row of merged) merges.set(row.entry, row)
    ids = [
      ...new Set([
        ...found.flatMap((row) => [row.family_id, row.person_id]),
        ...merged.flatMap((row) => [row.kept_id, row.merged_id]),
      ]),
    ].filter((id) => !seen.has(id))
  }
  const inOrder = <Row extends { readonly entry: number }>(rows: ReadonlyMap<number, Row>) =>
    [...rows.values()].toSorted((a, b) => a.entry - b.entry)
  const cases = await listWhich(db, 'case_entry', programme, {
    column: 'subject_id',
    values: [...seen],
  })
  return { cases, families: inOrder(families), merges: inOrder(merges) }
}

type EventRow = StoredRow<'case_event'>

export function toEvent(row: EventRow): CaseEventEntry {
  return {
    entry: row.entry,
    case: row.case_id as CaseId,
    person: row.person_id as PersonId | null,
    kind: row.kind,
    date: uncertainDate(row.date),
    known: toDay(row.known_on),
    verification: row.verification as Verification | null, // only this store writes it
    detail: '',
    source: row.source_id as SourceId | null,
    at: row.locator,
    withdrawn: toDay(row.withdrawn),
  }
}

function toMember(row: StoredRow<'family_member'>): FamilyMember {
  return {
    entry: row.entry,
    family: row.family_id as FamilyId,
    person: row.person_id as PersonId,
    role: row.role,
    withdrawn: toDay(row.withdrawn),
  }
}

function toMerge(row: StoredRow<'person_merge'>): MergeEntry {
  return {
    entry: row.entry,
    kept: row.kept_id as PersonId,
    merged: row.merged_id as PersonId,
    known: row.known as CalendarDate, // a `date` column holds nothing but days
    by: '',
    reason: '',
    undone: toDay(row.undone),
  }
}

/** A source of which an open verification was not taken as confirmed speaks for the counterpart. */
function optionsOf(rows: readonly EventRow[]): RegisterOptions {
  const counterparts = new Set(
    rows
      .filter(({ verification, effective }) => verification === null && effective !== 'confirmed')
      .map((row) => row.source_id),
  )
  return {
    publishedOf: () => null,
    enteredOn: () => null,
    speaksForCounterpart: (source) => counterparts.has(source),
  }
}

/**
 * Parts of a register that nothing joins: no case, family or merge. Each case's part, and the part as a
 * register of its own.
 */
export function divideRegister({ record }: CountedRegister): {
  readonly partOf: (id: string) => string | undefined
  readonly only: (parts: ReadonlySet<string>) => RegisterRecord
} {
  const parent = new Map<string, string>()
  const top = (id: string): string => {
    let at = id
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  const join = (a: string, b: string) => {
    const [one, other] = [top(a), top(b)]
    if (one !== other) parent.set(other, one)
  }
  for (const { family, person } of record.families) join(family, person)
  for (const { kept, merged } of record.merges) join(kept, merged)
  const subjects = new Map<string, string>()
  for (const { id, subject } of record.cases) {
    const before = subjects.get(id)
    if (before !== undefined) join(before, subject)
    subjects.set(id, subject)
  }
  const partOf = (id: string) => {
    const subject = subjects.get(id)
    return subject === undefined ? undefined : top(subject)
  }
  return {
    partOf,
    only: (parts) => {
      const within = (id: string) => parts.has(top(id))
      const cases = record.cases.filter(({ subject }) => within(subject))
      const ids = new Set<string>(cases.map(({ id }) => id))
      return {
        ...record,
        cases,
        families: record.families.filter(({ family }) => within(family)),
        merges: record.merges.filter(({ kept }) => within(kept)),
        caseEvents: record.caseEvents.filter((event) => ids.has(event.case)),
      }
    },
  }
}
