/**
 * Which rows of a table are on record already: somebody has every name that the row gives with
 * everything that it says, and a case with all that happened in it. What was on record once and was
 * corrected or withdrawn since counts as on record, so that the same table never undoes what people
 * have done to it (rules R285).
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { StagedRecord } from '../exchange/staged-rows.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listPersonNames } from '../store/persons.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'

/** What is on record of some persons, however old. */
export type OnRecord = {
  readonly says: (person: PersonId, draft: StagedRecord) => boolean
  /** Whether a case of the person stands under this id in the table it came from. */
  readonly hasTheirId: (person: PersonId, theirId: string) => boolean
}

export async function recordOfPersons(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  persons: readonly PersonId[],
): Promise<OnRecord> {
  const names = grouped(await listPersonNames(db, keyring, programme, persons), (row) => row.person)
  const cases = await listCases(db, programme, { column: 'subject_id', values: persons })
  const bySubject = grouped(cases, (row) => row.subject as string)
  const events = grouped(
    await listCaseEvents(db, keyring, programme, { column: 'subject_id', values: persons }),
    (row) => row.case,
  )
  const hasCase = (person: PersonId, given: CaseEntry, happened: readonly CaseEventEntry[]) =>
    (bySubject.get(person) ?? []).some(
      (ours) =>
        isSameCase(ours, given) &&
        happened.every((event) =>
          (events.get(ours.id) ?? []).some((each) => isSameEvent(each, event)),
        ),
    )
  return {
    says: (person, { persons: said, cases: given, caseEvents }) =>
      said.every((row) => (names.get(person) ?? []).some((ours) => saysName(ours, row))) &&
      given.every((each) =>
        hasCase(
          person,
          each,
          caseEvents.filter((event) => event.case === each.id),
        ),
      ),
    hasTheirId: (person, theirId) =>
      (bySubject.get(person) ?? []).some(({ ground }) =>
        ground.split('; ').includes(`record: ${theirId}`),
      ),
  }
}

const saysText = (ours: string, theirs: string) => theirs === '' || ours === theirs

function saysName(ours: PersonName, theirs: PersonName): boolean {
  return (
    ours.name === theirs.name &&
    ours.kind === theirs.kind &&
    saysText(ours.script, theirs.script) &&
    saysText(ours.sex, theirs.sex) &&
    saysText(ours.nationality, theirs.nationality) &&
    saysText(ours.place, theirs.place) &&
    saysText(ours.occupation, theirs.occupation) &&
    saysBirth(ours.birth, theirs.birth)
  )
}

/** A birth that is reckoned from an age moves with the day of the table: it says the same where both can be. */
function saysBirth(ours: PersonName['birth'], theirs: PersonName['birth']): boolean {
  if (theirs === null) return true
  if (ours === null || typeof ours === 'string' || typeof theirs === 'string')
    return ours === theirs
  return ours.text === theirs.text || (isSpan(ours) && isSpan(theirs) && canBeOne(ours, theirs))
}

function isSameCase(ours: CaseEntry, theirs: CaseEntry): boolean {
  return (
    ours.category === theirs.category &&
    saysText(ours.ground, theirs.ground) &&
    saysText(ours.region, theirs.region) &&
    saysText(ours.authority, theirs.authority) &&
    (theirs.opened === null || ours.opened?.text === theirs.opened.text)
  )
}

/** An event that only a status tells of is of some day up to that of the table, and moves with it. */
function isSameEvent(ours: CaseEventEntry, theirs: CaseEventEntry): boolean {
  const isOfStatus = theirs.detail.split('; ').some((part) => part.startsWith('status: '))
  return (
    ours.kind === theirs.kind &&
    ours.detail === theirs.detail &&
    ours.verification === theirs.verification &&
    ours.source === theirs.source &&
    ours.at === theirs.at &&
    (ours.date.text === theirs.date.text || (isOfStatus && canBeOne(ours.date, theirs.date)))
  )
}

const isSpan = ({ text }: UncertainDate) => text.includes('/')

function canBeOne(a: UncertainDate, b: UncertainDate): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest
}

function grouped<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
