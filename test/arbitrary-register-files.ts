/**
 * Random registers, lists and engagements that are valid as a whole, beside a random programme:
 * whatever refers to something refers to what is there. Entries are numbered from 1, as reading
 * numbers them.
 */
import fc from 'fast-check'
import { CONSENT_ANSWERS, CONSENT_USES } from '../src/domain/access/consent.ts'
import type { ConsentEntry } from '../src/domain/access/consent.ts'
import type { CalendarDate, DayNumber } from '../src/domain/basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../src/domain/basics/calendar-date.ts'
import type {
  CaseId,
  EngagementId,
  FamilyId,
  ListId,
  PersonId,
  SubjectId,
} from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { UncertainDate } from '../src/domain/basics/uncertain-date.ts'
import { CASE_CATEGORIES } from '../src/domain/cases/case.ts'
import type { CaseEntry } from '../src/domain/cases/case.ts'
import { CASE_EVENT_KINDS } from '../src/domain/cases/case-event.ts'
import type { CaseEventEntry } from '../src/domain/cases/case-event.ts'
import type { ContactEntry } from '../src/domain/cases/contact.ts'
import { ABROAD } from '../src/domain/cases/family-unit.ts'
import type { FamilyMember } from '../src/domain/cases/family-unit.ts'
import type { MergeEntry } from '../src/domain/cases/merge.ts'
import { NAME_KINDS } from '../src/domain/cases/person.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import { VISIBILITIES } from '../src/domain/engagement/engagement.ts'
import type { EngagementEntry } from '../src/domain/engagement/engagement.ts'
import { VERIFICATIONS } from '../src/domain/evidence/event.ts'
import type { Source } from '../src/domain/evidence/source.ts'
import type { UndertakingEntry } from '../src/domain/evidence/undertaking.ts'
import type { ProgrammeRecord } from '../src/domain/goals/programme-record.ts'
import { RECEPTIONS } from '../src/domain/lists/presentation.ts'
import type { Presentation } from '../src/domain/lists/presentation.ts'
import type {
  ListEntry,
  ListVersion,
  RepresentationList,
} from '../src/domain/lists/representation-list.ts'
import { RESPONSE_CODES } from '../src/domain/lists/response.ts'
import type { ListResponse } from '../src/domain/lists/response.ts'
import type { FolderParts } from '../src/exchange/folder-content.ts'
import { arbitraryRecord, prose } from './arbitrary-record.ts'

/** Words are read without the blanks around them. */
const word = prose.map((text) => text.trim())
const filledWord = word.map((text) => `${text}ъ`.trim())

function idsOf(prefix: string, maxLength = 5): fc.Arbitrary<readonly string[]> {
  const rest = fc
    .array(fc.constantFrom(...'ab7ж-/_.'), { maxLength: 5 })
    .map((letters) => letters.join(''))
  return fc.uniqueArray(
    rest.map((each) => `${prefix}${each}`),
    { maxLength },
  )
}

const FIRST = toDayNumber('1950-01-01' as CalendarDate)
const LAST = toDayNumber('1999-12-31' as CalendarDate)
const day = fc.integer({ min: FIRST, max: LAST }).map((each) => toCalendarDate(each as DayNumber))
const FORMS: readonly ((on: string) => string)[] = [
  (on) => on,
  (on) => on.slice(0, 7),
  (on) => on.slice(0, 4),
  (on) => `${on}~`,
  (on) => `${on.slice(0, 4)}/1999`,
]
const date = fc.tuple(day, fc.constantFrom(...FORMS)).map(([on, form]) => uncertainDate(form(on)))

function orNull<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(value, { nil: null, freq: 2 })
}

const withdrawn = orNull(day)
const later = orNull(fc.integer({ min: 0, max: 4000 }))

function knownAfter({ earliest }: UncertainDate, days: number | null): CalendarDate | null {
  return days === null ? null : toCalendarDate((toDayNumber(earliest) + days) as DayNumber)
}

/** Rows in a row, numbered; none where there is nothing that they could be about. */
function rows<Row extends object>(
  row: fc.Arbitrary<Row>,
  possible: boolean,
  maxLength = 6,
): fc.Arbitrary<readonly (Row & { readonly entry: number })[]> {
  return fc
    .array(row, { maxLength: possible ? maxLength : 0 })
    .map((all) => all.map((each, index) => ({ ...each, entry: index + 1 })))
}

/** As `rows`, without a row that says what the last of its identity said: reading takes that once. */
function corrections<Row extends { readonly withdrawn: CalendarDate | null }>(
  row: fc.Arbitrary<Row>,
  identityOf: (row: Row) => string,
  possible: boolean,
): fc.Arbitrary<readonly (Row & { readonly entry: number })[]> {
  return fc.array(row, { maxLength: possible ? 6 : 0 }).map((all) => {
    const last = new Map<string, string>()
    return all
      .filter((each) => {
        const [identity, content] = [identityOf(each), JSON.stringify(each)]
        const again = last.get(identity) === content
        last.set(identity, content)
        return !again
      })
      .map((each, index) => ({ ...each, entry: index + 1 }))
  })
}

// An index of nothing is never drawn: `rows` gives none where a list is empty.
function oneOf<Value>(values: readonly Value[]): fc.Arbitrary<Value> {
  return values.length > 0
    ? fc.constantFrom(...values)
    : fc.constant(undefined as Value) /* never drawn */
}

const birth: fc.Arbitrary<PersonName['birth']> = orNull(
  fc.oneof(date, fc.constantFrom('1954-02-29', 'около 1950', '12.03.1937', '1987-13', '0/0/1940')),
)

function persons(ids: readonly string[]): fc.Arbitrary<readonly PersonName[]> {
  return rows(
    fc.record({
      person: oneOf(ids).map((each) => each as PersonId),
      name: filledWord,
      script: fc.constantFrom('', 'Latn', 'Cyrl', 'Arab', 'Hans', 'latin'),
      kind: fc.constantFrom(...NAME_KINDS),
      birth,
      sex: fc.constantFrom('', 'male', 'female'),
      nationality: word,
      place: word,
      occupation: word,
      withdrawn,
    }),
    ids.length > 0,
    9,
  )
}

function families(
  ids: readonly string[],
  all: readonly PersonName[],
): fc.Arbitrary<readonly FamilyMember[]> {
  return rows(
    fc.record({
      family: oneOf(ids).map((each) => each as FamilyId),
      person: oneOf(all).map((each) => each?.person),
      role: fc.oneof(word, fc.constantFrom('wife', 'husband', ABROAD)),
      withdrawn,
    }),
    all.length > 0 && ids.length > 0,
  )
}

/** From a person to one before it, so that no circle comes about. */
function merges(all: readonly PersonName[]): fc.Arbitrary<readonly MergeEntry[]> {
  const ids = [...new Set(all.map(({ person }) => person))]
  const pairs = ids.flatMap((merged, index) =>
    ids.slice(0, index).map((kept) => ({ kept, merged })),
  )
  return rows(
    fc
      .record({ pair: oneOf(pairs), known: day, by: word, reason: prose, length: later })
      .map(({ pair, known, by, reason, length }) => ({
        ...pair,
        known,
        by,
        reason,
        undone: length === null ? null : toCalendarDate((toDayNumber(known) + length) as DayNumber),
      })),
    pairs.length > 0,
    3,
  )
}

function cases(
  ids: readonly string[],
  subjects: readonly SubjectId[],
): fc.Arbitrary<readonly CaseEntry[]> {
  return corrections(
    fc.record({
      id: oneOf(ids).map((each) => each as CaseId),
      subject: oneOf(subjects),
      category: fc.oneof(filledWord, fc.constantFrom(...CASE_CATEGORIES)),
      ground: prose,
      region: word,
      authority: word,
      opened: orNull(date),
      withdrawn,
    }),
    ({ id }) => id,
    ids.length > 0 && subjects.length > 0,
  )
}

function caseEvents(
  all: readonly CaseEntry[],
  members: readonly FamilyMember[],
  sources: readonly Source[],
): fc.Arbitrary<readonly CaseEventEntry[]> {
  const whom = all.flatMap(({ id, subject }) => [
    { case: id, person: null },
    ...members
      .filter(({ family }) => family === subject)
      .filter(({ family, person }) =>
        members.every(
          (each) => each.family !== family || each.person !== person || each.role !== ABROAD,
        ),
      )
      .map(({ person }) => ({ case: id, person })),
    ...(members.some(({ family }) => family === subject)
      ? []
      : [{ case: id, person: subject as PersonId }]), // no family, so a person
  ])
  return rows(
    fc
      .record({
        of: oneOf(whom),
        kind: fc.oneof(filledWord, fc.constantFrom(...CASE_EVENT_KINDS)),
        date,
        later,
        verification: orNull(fc.constantFrom(...VERIFICATIONS)),
        detail: prose,
        source: sources.length > 0 ? orNull(oneOf(sources.map(({ id }) => id))) : fc.constant(null),
        at: prose,
        withdrawn,
      })
      .map(({ of, later: days, ...rest }) => ({
        ...of,
        ...rest,
        known: knownAfter(rest.date, days),
      })),
    whom.length > 0,
    9,
  )
}

function contacts(subjects: readonly SubjectId[]): fc.Arbitrary<readonly ContactEntry[]> {
  return rows(
    fc
      .record({
        subject: oneOf(subjects),
        date,
        later,
        with: word,
        role: word,
        words: prose,
        promised: prose,
        withdrawn,
      })
      .map(({ later: days, ...rest }) => ({ ...rest, known: knownAfter(rest.date, days) })),
    subjects.length > 0,
  )
}

function consents(subjects: readonly SubjectId[]): fc.Arbitrary<readonly ConsentEntry[]> {
  return rows(
    fc.record({
      subject: oneOf(subjects),
      use: fc.constantFrom(...CONSENT_USES),
      answer: fc.constantFrom(...CONSENT_ANSWERS),
      by: word,
      date,
      expires: orNull(day),
      withdrawn,
    }),
    subjects.length > 0,
  )
}

function lists(ids: readonly string[]): fc.Arbitrary<readonly RepresentationList[]> {
  return corrections(
    fc.record({
      id: oneOf(ids).map((each) => each as ListId),
      number: word,
      title: prose,
      rule: prose,
      withdrawn,
    }),
    ({ id }) => id,
    ids.length > 0,
  )
}

function versions(all: readonly RepresentationList[]): fc.Arbitrary<readonly ListVersion[]> {
  return corrections(
    fc.record({
      list: oneOf(all).map((each) => each?.id),
      version: fc.constantFrom('1', '2', 'второй'),
      date: day,
      withdrawn,
    }),
    ({ list, version }) => JSON.stringify([list, version]),
    all.length > 0,
  )
}

type OnVersion = Pick<ListEntry, 'list' | 'version' | 'case'>

function entries(
  all: readonly ListVersion[],
  allCases: readonly CaseEntry[],
): fc.Arbitrary<readonly ListEntry[]> {
  return corrections(
    fc
      .record({
        of: oneOf(all).map((each) => ({ list: each?.list, version: each?.version })),
        case: oneOf(allCases).map((each) => each?.id),
        category: word,
        region: word,
        withdrawn,
      })
      .map(({ of, ...rest }) => ({ ...of, ...rest })),
    (each: OnVersion) => JSON.stringify([each.list, each.version, each.case]),
    all.length > 0 && allCases.length > 0,
  )
}

function presentations(all: readonly ListVersion[]): fc.Arbitrary<readonly Presentation[]> {
  return rows(
    fc
      .record({
        of: oneOf(all).map((each) => ({ list: each?.list, version: each?.version })),
        date: day,
        by: word,
        to: word,
        rank: word,
        channel: word,
        received: orNull(fc.constantFrom(...RECEPTIONS)),
        withdrawn,
      })
      .map(({ of, ...rest }) => ({ ...of, ...rest })),
    all.length > 0,
  )
}

function responses(
  all: readonly ListVersion[],
  allCases: readonly CaseEntry[],
): fc.Arbitrary<readonly ListResponse[]> {
  return rows(
    fc
      .record({
        of: oneOf(all).map((each) => ({ list: each?.list, version: each?.version })),
        case: oneOf(allCases).map((each) => each?.id),
        date: day,
        code: fc.constantFrom(...RESPONSE_CODES),
        words: prose,
        withdrawn,
      })
      .map(({ of, ...rest }) => ({ ...of, ...rest })),
    all.length > 0 && allCases.length > 0,
  )
}

function someOf<Id>(ids: readonly Id[]): fc.Arbitrary<readonly Id[]> {
  return fc.subarray([...new Set(ids)])
}

function engagements(
  ids: readonly string[],
  allLists: readonly RepresentationList[],
  allCases: readonly CaseEntry[],
  undertakings: readonly UndertakingEntry[],
): fc.Arbitrary<readonly EngagementEntry[]> {
  return corrections(
    fc.record({
      id: oneOf(ids).map((each) => each as EngagementId),
      date: day,
      instrument: word,
      visibility: orNull(fc.constantFrom(...VISIBILITIES)),
      audience: word,
      handler: word,
      title: prose,
      objectives: prose,
      judgement: prose,
      words: prose,
      lists: someOf(allLists.map(({ id }) => id)),
      cases: someOf(allCases.map(({ id }) => id)),
      undertakings: someOf(undertakings.map(({ id }) => id)),
      withdrawn,
    }),
    ({ id }) => id,
    ids.length > 0,
  )
}

/** What a folder holds beside the record that is given. */
export function arbitraryParts(record: ProgrammeRecord): fc.Arbitrary<FolderParts> {
  return fc
    .record({
      persons: idsOf('p-').chain(persons),
      familyIds: idsOf('f-', 3),
      caseIds: idsOf('7'),
      lists: idsOf('X').chain(lists),
      engagementIds: idsOf('e', 3),
    })
    .chain((base) =>
      fc
        .record({
          families: families(base.familyIds, base.persons),
          merges: merges(base.persons),
          versions: versions(base.lists),
        })
        .map((more) => ({ ...base, ...more })),
    )
    .chain((base) => {
      const subjects = [
        ...base.persons.map(({ person }) => person),
        ...base.families.map(({ family }) => family),
      ]
      return fc
        .record({
          cases: cases(base.caseIds, subjects),
          contacts: contacts(subjects),
          consents: consents(subjects),
          presentations: presentations(base.versions),
        })
        .map((more) => ({ ...base, ...more }))
    })
    .chain((base) =>
      fc
        .record({
          caseEvents: caseEvents(base.cases, base.families, record.sources),
          entries: entries(base.versions, base.cases),
          responses: responses(base.versions, base.cases),
          engagements: engagements(base.engagementIds, base.lists, base.cases, record.undertakings),
        })
        .map((more) => ({ ...base, ...more })),
    )
    .map((all) => ({
      register: {
        persons: all.persons,
        families: all.families,
        cases: all.cases,
        caseEvents: all.caseEvents,
        contacts: all.contacts,
        consents: all.consents,
        merges: all.merges,
      },
      lists: {
        lists: all.lists,
        versions: all.versions,
        entries: all.entries,
        presentations: all.presentations,
        responses: all.responses,
      },
      engagements: all.engagements,
    }))
}

/** A whole folder: a programme, and its register, lists and engagements. */
export const arbitraryFolder: fc.Arbitrary<{
  readonly record: ProgrammeRecord
  readonly parts: FolderParts
}> = arbitraryRecord.chain((record) => arbitraryParts(record).map((parts) => ({ record, parts })))
