/**
 * Random registers and lists that are valid as a whole: merges without circles, events that name
 * persons of the subject, corrections, withdrawals, every verification, and sources that state when
 * they were published, that do not, and that speak for the counterpart. Small pools of days, kinds and
 * regions, so that rules meet one another.
 */
import fc from 'fast-check'
import type { ConsentEntry } from '../src/domain/access/consent.ts'
import { CONSENT_ANSWERS, CONSENT_USES } from '../src/domain/access/consent.ts'
import type { CalendarDate, DayNumber } from '../src/domain/basics/calendar-date.ts'
import { calendarDate, toCalendarDate, toDayNumber } from '../src/domain/basics/calendar-date.ts'
import { COUNTING_UNITS } from '../src/domain/basics/counting-unit.ts'
import type {
  CaseId,
  FamilyId,
  ListId,
  PersonId,
  SourceId,
  SubjectId,
} from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import { ASKED_STATES } from '../src/domain/cases/case-conditions.ts'
import type { CaseEntry } from '../src/domain/cases/case.ts'
import { CASE_CATEGORIES } from '../src/domain/cases/case.ts'
import type { CaseEventEntry } from '../src/domain/cases/case-event.ts'
import { CASE_EVENT_KINDS } from '../src/domain/cases/case-event.ts'
import type { RegisterOptions } from '../src/domain/cases/case-history.ts'
import { registerOptionsOf } from '../src/domain/cases/case-history.ts'
import type { FamilyMember } from '../src/domain/cases/family-unit.ts'
import type { MergeEntry } from '../src/domain/cases/merge.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import type { RegisterRecord } from '../src/domain/cases/register-record.ts'
import { VERIFICATIONS } from '../src/domain/evidence/event.ts'
import type { Source } from '../src/domain/evidence/source.ts'
import type { CaseRequest } from '../src/domain/lists/case-request.ts'
import type { ListRecord } from '../src/domain/lists/list-record.ts'
import type { Presentation } from '../src/domain/lists/presentation.ts'
import { RECEPTIONS } from '../src/domain/lists/presentation.ts'
import type { ListEntry, ListVersion } from '../src/domain/lists/representation-list.ts'
import type { ListResponse } from '../src/domain/lists/response.ts'
import { RESPONSE_CODES } from '../src/domain/lists/response.ts'

/** The day on which rows count as entered that state nothing else. */
export const ENTERED_ON = calendarDate('1981-09-01')
export const COUNTERPART_SOURCE = 'tass' as SourceId

const FIRST = toDayNumber(calendarDate('1980-01-01'))
const SPAN = 1000

export type ArbitraryRegister = {
  readonly register: RegisterRecord
  readonly lists: ListRecord
  readonly sources: readonly Source[]
  /** Names under which the counterpart speaks. */
  readonly claims: readonly string[]
  readonly options: RegisterOptions
}

const SOURCES: readonly Source[] = [
  aSource('embassy', '1980-06-15'),
  aSource('family-letters', null),
  aSource('tass', '1980-09'),
]

function aSource(id: string, published: string | null): Source {
  return {
    entry: 0,
    id: id as SourceId,
    title: `Title of ${id}`,
    kind: 'publication',
    published: published === null ? null : uncertainDate(published),
    url: '',
    reliability: '',
    protected: false,
    origin: null,
    withdrawn: null,
  }
}

/** A day of the register's time. Few of them, so that several things fall on one day. */
export const arbitraryDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 40 })
  .map((step) => toCalendarDate((FIRST + step * (SPAN / 40)) as DayNumber))

const date = fc
  .tuple(
    arbitraryDay,
    fc.constantFrom<(on: string) => string>(
      (on) => on,
      (on) => on,
      (on) => on,
      (on) => on.slice(0, 7),
      (on) => on.slice(0, 4),
      (on) => `${on.slice(0, 7)}~`,
      (on) => `${on}/1982-12-31`,
    ),
  )
  .map(([on, form]) => uncertainDate(form(on)))

const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 1 })
const withdrawn = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: arbitraryDay },
)
const word = fc.constantFrom('', 'Armenia', 'Ukraine', 'RSFSR')
const verification = fc.oneof(
  { weight: 6, arbitrary: fc.constant('confirmed' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...VERIFICATIONS) },
  { weight: 3, arbitrary: fc.constant(null) },
)
const KINDS = [
  ...CASE_EVENT_KINDS,
  // Those that move outcomes come often.
  ...(['arrived', 'released', 'detained', 'refused', 'expelled', 're-detained'] as const),
  ...(['arrived', 'released', 'refused', 'permitted'] as const),
  'constructor',
]

function numbered<Row>(rows: readonly Row[]): readonly (Row & { readonly entry: number })[] {
  return rows.map((row, index) => ({ ...row, entry: index + 1 }))
}

function personIds(count: number): PersonId[] {
  return Array.from({ length: count }, (_, at) => `p-${at + 1}` as PersonId)
}

const families = (persons: readonly PersonId[]): fc.Arbitrary<readonly FamilyMember[]> =>
  fc
    .array(
      fc.record({
        family: fc.integer({ min: 1, max: 4 }).map((at) => `f-${at}` as FamilyId),
        person: fc.constantFrom(...persons),
        role: fc.constantFrom('spouse', 'child', 'spouse', 'abroad', ''),
        withdrawn,
      }),
      { maxLength: persons.length },
    )
    .map(numbered)

function subjectsOf(persons: readonly PersonId[], members: readonly FamilyMember[]): SubjectId[] {
  return [...persons, ...new Set(members.map(({ family }) => family))]
}

const cases = (subjects: readonly SubjectId[]): fc.Arbitrary<readonly CaseEntry[]> =>
  fc
    .array(
      fc.record({
        subject: fc.constantFrom(...subjects),
        category: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom('prisoner', 'divided-spouse') },
          { weight: 3, arbitrary: fc.constantFrom(...CASE_CATEGORIES, 'journalist', 'Prisoner') },
        ),
        ground: fc.constantFrom('', 'speech', 'ground: speech; pace: a', 'PACE: b'),
        region: word,
        authority: fc.constantFrom('', 'visa office', 'prosecutor'),
        opened: rarely(date),
        withdrawn,
        corrected: fc.oneof(
          { weight: 8, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constantFrom('prisoner', 'divided-spouse', 'exile') },
        ),
      }),
      { minLength: 1, maxLength: Math.max(1, Math.ceil(subjects.length * 1.3)) },
    )
    .map((rows) =>
      numbered(
        rows.flatMap(({ corrected, ...row }, at) => {
          const own = { ...row, id: `c-${at + 1}` as CaseId }
          return corrected === null
            ? [own]
            : [own, { ...own, category: corrected, withdrawn: null }]
        }),
      ),
    )

/** Persons of the subject who may be named in an event: members not abroad by any row. */
function nameable(subject: SubjectId, members: readonly FamilyMember[]): PersonId[] {
  const own = members.filter(({ family }) => family === subject)
  if (own.length === 0) return subject.startsWith('p-') ? [subject as PersonId] : []
  const abroad = new Set(own.flatMap(({ role, person }) => (role === 'abroad' ? [person] : [])))
  return own.map(({ person }) => person).filter((person) => !abroad.has(person))
}

const caseEvents = (
  allCases: readonly CaseEntry[],
  members: readonly FamilyMember[],
): fc.Arbitrary<readonly CaseEventEntry[]> =>
  fc
    .array(
      fc.record({
        of: fc.constantFrom(...allCases),
        named: fc.option(fc.nat(), { nil: null, freq: 1 }),
        kind: fc.constantFrom(...KINDS),
        date,
        later: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 4 }),
        verification,
        detail: fc.constantFrom('', 'health: hunger strike'),
        source: fc.constantFrom(...SOURCES.map(({ id }) => id), null),
        at: fc.constantFrom('p. 1', 'p. 2', ''),
        withdrawn,
        again: fc.option(fc.record({ verification, later: fc.integer({ min: 0, max: 12 }) }), {
          nil: null,
          freq: 1,
        }),
      }),
      { maxLength: Math.min(60, allCases.length * 4) },
    )
    .map((rows) =>
      numbered(
        rows.flatMap(({ of, named, later, again, ...row }) => {
          const own = nameable(of.subject, members)
          const person = named === null || own.length === 0 ? null : own[named % own.length]!
          const known = (steps: number | null) =>
            steps === null
              ? null
              : toCalendarDate((toDayNumber(row.date.earliest) + steps * (SPAN / 40)) as DayNumber)
          const entry = { ...row, case: of.id, person, known: known(later) }
          return again === null
            ? [entry]
            : [entry, { ...entry, verification: again.verification, known: known(again.later) }]
        }),
      ),
    )

/** Into one that comes before, so that no circle comes about. */
const merges = (persons: readonly PersonId[]): fc.Arbitrary<readonly MergeEntry[]> =>
  fc
    .array(
      fc.record({
        one: fc.nat({ max: persons.length - 1 }),
        other: fc.nat({ max: persons.length - 1 }),
        known: arbitraryDay,
        undone: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 1 }),
      }),
      { maxLength: Math.ceil(persons.length / 3) },
    )
    .map((rows) =>
      numbered(
        rows.flatMap(({ one, other, known, undone }) => {
          if (one === other) return []
          return [
            {
              kept: persons[Math.min(one, other)]!,
              merged: persons[Math.max(one, other)]!,
              known,
              by: 'Ann',
              reason: 'same birth and parents',
              undone:
                undone === null
                  ? null
                  : toCalendarDate((toDayNumber(known) + undone * (SPAN / 40)) as DayNumber),
            },
          ]
        }),
      ),
    )

const consents = (subjects: readonly SubjectId[]): fc.Arbitrary<readonly ConsentEntry[]> =>
  fc
    .array(
      fc.record({
        subject: fc.constantFrom(...subjects),
        use: fc.constantFrom(...CONSENT_USES),
        answer: fc.constantFrom(...CONSENT_ANSWERS),
        by: fc.constantFrom('self', 'family', 'lawyer'),
        date,
        expires: rarely(arbitraryDay),
        withdrawn,
      }),
      { maxLength: 6 },
    )
    .map(numbered)

const LISTS = ['XV', 'XVI'] as ListId[]
const VERSIONS = ['1', '2']

const lists = (allCases: readonly CaseEntry[]): fc.Arbitrary<ListRecord> =>
  fc
    .record({
      dates: fc.array(arbitraryDay, { minLength: 4, maxLength: 4 }),
      entries: fc.array(
        fc.record({
          list: fc.constantFrom(...LISTS),
          version: fc.constantFrom(...VERSIONS),
          case: fc.constantFrom(...allCases.map(({ id }) => id)),
          category: fc.constantFrom('', 'prisoner', 'divided-spouse'),
          region: word,
          withdrawn,
        }),
        { maxLength: allCases.length * 3 },
      ),
      presentations: fc.array(
        fc.record({
          list: fc.constantFrom(...LISTS),
          version: fc.constantFrom(...VERSIONS),
          later: fc.integer({ min: 0, max: 10 }),
          received: fc.option(fc.constantFrom(...RECEPTIONS), { nil: null }),
          withdrawn,
        }),
        { maxLength: 4 },
      ),
      responses: fc.array(
        fc.record({
          list: fc.constantFrom(...LISTS),
          version: fc.constantFrom(...VERSIONS),
          case: fc.constantFrom(...allCases.map(({ id }) => id)),
          date: arbitraryDay,
          code: fc.constantFrom(...RESPONSE_CODES),
          withdrawn,
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ dates, entries, presentations, responses }): ListRecord => {
      const versions: readonly ListVersion[] = numbered(
        LISTS.flatMap((list, at) =>
          VERSIONS.map((version, nth) => ({
            list,
            version,
            date: dates[at * 2 + nth]!,
            withdrawn: null,
          })),
        ),
      )
      const dateOf = (list: ListId, version: string) =>
        versions.find((each) => each.list === list && each.version === version)!.date
      return {
        lists: numbered(
          LISTS.map((id) => ({ id, number: id, title: `List ${id}`, rule: '', withdrawn: null })),
        ),
        versions,
        entries: numbered(entries) as readonly ListEntry[],
        presentations: numbered(
          presentations.map(({ later, ...each }) => ({
            ...each,
            date: toCalendarDate(
              (toDayNumber(dateOf(each.list, each.version)) + later * (SPAN / 40)) as DayNumber,
            ),
            by: 'Embassy',
            to: 'Deputy Minister',
            rank: 'deputy minister',
            channel: 'meeting',
          })),
        ) as readonly Presentation[],
        responses: numbered(
          responses.map((each) => ({ ...each, words: '' })),
        ) as readonly ListResponse[],
      }
    })

/** A register of one to thirty persons with its lists. */
export const arbitraryRegister: fc.Arbitrary<ArbitraryRegister> = fc
  .integer({ min: 1, max: 30 })
  .chain((count) => {
    const ids = personIds(count)
    return fc.record({ ids: fc.constant(ids), members: families(ids), joined: merges(ids) })
  })
  .chain(({ ids, members, joined }) => {
    const subjects = subjectsOf(ids, members)
    return fc.record({
      ids: fc.constant(ids),
      members: fc.constant(members),
      joined: fc.constant(joined),
      cases: cases(subjects),
      consents: consents(subjects),
    })
  })
  .chain(({ ids, members, joined, cases: all, consents: agreed }) =>
    fc.record({ events: caseEvents(all, members), lists: lists(all) }).map((more) => ({
      register: {
        persons: ids.map((person, index): PersonName => ({
          entry: index + 1,
          person,
          name: `Person ${index + 1}`,
          script: 'Latn',
          kind: 'official',
          birth: null,
          sex: '',
          nationality: '',
          place: '',
          occupation: '',
          withdrawn: null,
        })),
        families: members,
        cases: all,
        caseEvents: more.events,
        contacts: [],
        consents: agreed,
        merges: joined,
      },
      lists: more.lists,
      sources: SOURCES,
      claims: [COUNTERPART_SOURCE],
      options: registerOptionsOf(SOURCES, [COUNTERPART_SOURCE], () => ENTERED_ON),
    })),
  )

const attributes = fc.array(
  fc.constantFrom(
    { key: 'category', value: 'prisoner' },
    { key: 'category', value: 'divided-spouse' },
    { key: 'region', value: 'armenia' },
    { key: 'authority', value: 'visa office' },
    { key: 'ground', value: 'speech' },
    { key: 'pace', value: 'a' },
  ),
  { maxLength: 2 },
)
const clocks = { asOf: arbitraryDay, knownOn: arbitraryDay }
const unit = fc.constantFrom(...COUNTING_UNITS)

/** What a benchmark may ask of the register itself: what the store answers in SQL. */
export const arbitraryCaseRequest: fc.Arbitrary<Exclude<CaseRequest, { kind: 'list' }>> = fc.oneof(
  fc.record({
    kind: fc.constant('stock' as const),
    conditions: fc.record({
      attributes,
      state: fc.option(
        fc.oneof(
          fc.constantFrom(...ASKED_STATES),
          fc.constantFrom('detained' as const, 'resolved' as const),
        ),
        { nil: null },
      ),
    }),
    unit,
    ...clocks,
  }),
  fc
    .record({
      kind: fc.constantFrom('count' as const, 'net' as const),
      event: fc.constantFrom('released', 'detained', 'refused', 'permitted', 'arrived', 'died'),
      conditions: fc.record({ attributes, state: fc.constant(null) }),
      unit,
      days: fc.integer({ min: 0, max: 500 }),
      ...clocks,
    })
    .map(({ days, ...request }) => ({
      ...request,
      from: toCalendarDate((toDayNumber(request.asOf) - days) as DayNumber),
      to: request.asOf,
    })),
)

export const arbitraryListRequest: fc.Arbitrary<Extract<CaseRequest, { kind: 'list' }>> = fc.record(
  {
    kind: fc.constant('list' as const),
    list: fc.constantFrom('XV', 'XVI', 'List XVI', 'XX'),
    frozen: arbitraryDay,
    unit,
    by: fc.option(
      fc.record({
        every: fc.boolean(),
        outcomes: fc.subarray(['released', 'arrived', 'rehabilitated', 'pardoned'], {
          minLength: 1,
        }),
      }),
      { nil: null },
    ),
    ...clocks,
  },
)
