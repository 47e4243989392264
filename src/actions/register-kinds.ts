/**
 * What makes two rows of the register or of the lists the same row, and what each is about (rules
 * R200, R201).
 */
import type { ConsentEntry } from '../domain/access/consent.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { ContactEntry } from '../domain/cases/contact.ts'
import type { FamilyMember } from '../domain/cases/family-unit.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import type { Presentation } from '../domain/lists/presentation.ts'
import type {
  ListEntry,
  ListVersion,
  RepresentationList,
} from '../domain/lists/representation-list.ts'
import type { ListResponse } from '../domain/lists/response.ts'
import type { Sorted } from './new-rows.ts'
import type { RowKind } from './row-kinds.ts'

const key = (...parts: readonly unknown[]) => JSON.stringify(parts)

/** How the rows of a table without `known` are told apart. */
export type PlainKind<T> = {
  readonly identity: (row: T) => string
  /** Every column. */
  readonly columns: (row: T) => string
}

function plainKind<T>(
  identity: (row: T) => readonly unknown[],
  content: (row: T) => readonly unknown[],
): PlainKind<T> {
  return {
    identity: (row) => key(...identity(row)),
    columns: (row) => key(...identity(row), ...content(row)),
  }
}

export const PERSONS = plainKind<PersonName>(
  (row) => [row.person, row.name, row.script, row.kind],
  (row) => [
    ...[typeof row.birth === 'string' ? row.birth : row.birth?.text, row.sex, row.nationality],
    ...[row.place, row.occupation, row.withdrawn],
  ],
)
export const FAMILIES = plainKind<FamilyMember>(
  (row) => [row.family, row.person],
  (row) => [row.role, row.withdrawn],
)
export const CASES = plainKind<CaseEntry>(
  (row) => [row.id],
  (row) => [
    ...[row.subject, row.category, row.ground, row.region, row.authority, row.opened?.text],
    row.withdrawn,
  ],
)
export const CONSENTS = plainKind<ConsentEntry>(
  (row) => [row.subject, row.use, row.by, row.date.text],
  (row) => [row.answer, row.expires, row.withdrawn],
)
export const MERGES = plainKind<MergeEntry>(
  (row) => [row.kept, row.merged],
  (row) => [row.known, row.by, row.reason, row.undone],
)
export const LISTS = plainKind<RepresentationList>(
  (row) => [row.id],
  (row) => [row.number, row.title, row.rule, row.withdrawn],
)
export const VERSIONS = plainKind<ListVersion>(
  (row) => [row.list, row.version],
  (row) => [row.date, row.withdrawn],
)
export const ENTRIES = plainKind<ListEntry>(
  (row) => [row.list, row.version, row.case],
  (row) => [row.category, row.region, row.withdrawn],
)
export const PRESENTATIONS = plainKind<Presentation>(
  (row) => [row.list, row.version, row.date, row.to],
  (row) => [row.by, row.rank, row.channel, row.received, row.withdrawn],
)
export const RESPONSES = plainKind<ListResponse>(
  (row) => [row.list, row.version, row.case, row.date],
  (row) => [row.code, row.words, row.withdrawn],
)
export const ENGAGEMENTS = plainKind<EngagementEntry>(
  (row) => [row.id],
  (row) => [
    ...[row.date, row.instrument, row.visibility, row.audience, row.handler, row.title],
    ...[row.objectives, row.judgement, row.words, row.lists, row.cases, row.undertakings],
    row.withdrawn,
  ],
)

const eventIdentity = (row: CaseEventEntry) =>
  key(row.case, row.person, row.kind, row.date.earliest, row.date.latest)
const eventContent = (row: CaseEventEntry) => key(row.date.text, row.verification, row.detail)

export const CASE_EVENTS: RowKind<CaseEventEntry> = {
  identity: eventIdentity,
  content: eventContent,
  columns: (row) => key(eventIdentity(row), eventContent(row), row.source, row.at, row.withdrawn),
  published: () => null,
  source: (row) => row.source,
}

const contactIdentity = (row: ContactEntry) => key(row.subject, row.date.text, row.with, row.role)
const contactContent = (row: ContactEntry) => key(row.words, row.promised)

export const CONTACTS: RowKind<ContactEntry> = {
  identity: contactIdentity,
  content: contactContent,
  columns: (row) => key(contactIdentity(row), contactContent(row), row.withdrawn),
  published: () => null,
  source: () => null,
}

/**
 * The rows that are not on record as they are. Of rows that say the same in every column the first
 * incoming is held against the first on record, the second against the second: a history that comes
 * back to what it said is kept whole. One that only repeats the row before it adds nothing.
 */
export function newRows<T>(
  { identity, columns }: PlainKind<T>,
  onRecord: readonly T[],
  incoming: readonly T[],
): Sorted<T> {
  const there = new Map<string, number>()
  for (const row of onRecord) {
    const said = columns(row)
    there.set(said, (there.get(said) ?? 0) + 1)
  }
  const last = new Map<string, string>()
  const rows = incoming.filter((row) => {
    const [about, said] = [identity(row), columns(row)]
    if (last.get(about) === said) return false
    last.set(about, said)
    const count = there.get(said) ?? 0
    there.set(said, count - 1)
    return count <= 0
  })
  return { rows, unchanged: incoming.length - rows.length }
}
