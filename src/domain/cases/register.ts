/**
 * The register as known on a day: who is one person, who belongs to whom, which cases read as one
 * history, and which units are counted (rules R150, R160–R163).
 *
 * A case counts the persons of its subject; members with role `abroad` are left out. A person in no
 * family is a family unit of one; one in two families stands in the first of the file. Families with
 * the same persons are one unit. Cases of one subject and category read as one history.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { addTo, compareText, groupBy } from '../basics/collections.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { CaseId, FamilyId, PersonId, SubjectId } from '../basics/ids.ts'
import { fold } from '../evidence/detail.ts'
import type { CaseEntry } from './case.ts'
import type { CaseHappening, RegisterOptions } from './case-history.ts'
import { CaseHistories, inOrder } from './case-history.ts'
import type { CategoryKind } from './case-outcomes.ts'
import { kindOfCategory } from './case-outcomes.ts'
import { contactKnownSince } from './contact.ts'
import type { ContactEntry } from './contact.ts'
import { ABROAD } from './family-unit.ts'
import type { FamilyMember } from './family-unit.ts'
import { circleOfMerges, MergedPersons } from './merged-persons.ts'
import type { PersonName } from './person.ts'
import type { RegisterRecord } from './register-record.ts'

/** A counted unit: a person by id, a family by the ids of its counted persons. */
export type UnitKey = string

/** Cases of one subject and category, read as one history. */
export type CaseGroup = {
  readonly key: string
  /** The case of the person kept; else the first of the file. It gives region, authority and ground. */
  readonly leading: CaseEntry
  readonly cases: readonly CaseEntry[]
  readonly category: CategoryKind
  /** The persons that are counted, each once. */
  readonly persons: readonly PersonId[]
  readonly family: UnitKey
  /** In the order in which they count, unconfirmed ones included. */
  readonly happenings: readonly CaseHappening[]
  /** Whether the happening is about this person. */
  readonly concerns: (happening: CaseHappening, person: PersonId) => boolean
}

export type Register = {
  readonly record: RegisterRecord
  readonly histories: CaseHistories
  readonly asKnownOn: (day: CalendarDate) => RegisterView
  /** Days on which what is known of the register changes, in order, each once. */
  readonly daysOfKnowing: readonly CalendarDate[]
  /** Persons merged in a circle; undefined where there is none. */
  readonly circle: readonly PersonId[] | undefined
}

/**
 * Gathers the register. Throws a RangeError on a circle of merges, which reading files refuses.
 */
export function openRegister(record: RegisterRecord, options: RegisterOptions): Register {
  const circle = circleOfMerges(record.merges)
  if (circle) throw new RangeError(`these persons are merged in a circle: ${circle.join(', ')}`)
  const histories = new CaseHistories(record.caseEvents, options)
  const days = new Set<CalendarDate>()
  for (const id of new Set(record.caseEvents.map((event) => event.case)))
    for (const day of histories.daysOfKnowing(id)) days.add(day)
  for (const { known, undone } of record.merges) {
    days.add(known)
    if (undone !== null) days.add(undone)
  }
  for (const contact of record.contacts) days.add(contactKnownSince(contact))
  for (const rows of [record.persons, record.families, record.cases, record.contacts])
    for (const { withdrawn } of rows) if (withdrawn !== null) days.add(withdrawn)
  const ordered = [...days].toSorted(compareText)
  // What is known is the same between two of these days.
  const views = new Map<number, RegisterView>()
  return {
    record,
    histories,
    daysOfKnowing: ordered,
    circle,
    asKnownOn: (day) => {
      const stamp = countUpTo(ordered, day)
      const seen = views.get(stamp)
      if (seen) return seen
      const view = new RegisterView(record, histories, day)
      if (views.size >= VIEWS_KEPT) views.clear()
      views.set(stamp, view)
      return view
    },
  }
}

const VIEWS_KEPT = 200

export class RegisterView {
  readonly merged: MergedPersons
  /** The row of each case that stands. */
  readonly cases: ReadonlyMap<CaseId, CaseEntry>
  readonly groups: readonly CaseGroup[]
  readonly #record: RegisterRecord
  readonly #knownOn: CalendarDate
  readonly #membersOf: ReadonlyMap<FamilyId, readonly FamilyMember[]>
  readonly #firstFamilyOf = new Map<PersonId, FamilyId>()
  readonly #families: ReadonlySet<string>
  readonly #groupOf = new Map<CaseId, CaseGroup>()
  #names: ReadonlyMap<PersonId, readonly PersonName[]> | undefined
  #contacts: ReadonlyMap<string, readonly ContactEntry[]> | undefined

  constructor(record: RegisterRecord, histories: CaseHistories, knownOn: CalendarDate) {
    this.#record = record
    this.#knownOn = knownOn
    this.merged = new MergedPersons(record.merges, knownOn)
    this.#families = new Set(record.families.map(({ family }) => family))
    const members = standing(
      record.families,
      knownOn,
      ({ family, person }) => `${family}\n${person}`,
    )
    this.#membersOf = groupBy(members, ({ family }) => family)
    for (const { person, family } of members) {
      const root = this.merged.rootOf(person)
      if (!this.#firstFamilyOf.has(root)) this.#firstFamilyOf.set(root, family)
    }
    const cases = standing(record.cases, knownOn, ({ id }) => id)
    this.cases = new Map(cases.map((each) => [each.id, each]))
    this.groups = [
      ...groupBy(cases, (each) => `${this.#subjectKey(each.subject)}\n${fold(each.category)}`),
    ].map(([key, own]) => this.#group(key, own, histories))
    for (const group of this.groups) for (const { id } of group.cases) this.#groupOf.set(id, group)
  }

  rootOf(person: PersonId): PersonId {
    return this.merged.rootOf(person)
  }

  /** The history that a case is part of; undefined where the case is not on record on that day. */
  groupOf(id: CaseId): CaseGroup | undefined {
    return this.#groupOf.get(id)
  }

  isFamily(subject: SubjectId): subject is FamilyId {
    return this.#families.has(subject)
  }

  /** Members on record, those abroad included. */
  membersOf(family: FamilyId): readonly FamilyMember[] {
    return this.#membersOf.get(family) ?? []
  }

  /** The first family of the file in which the person stands; undefined of someone in none. */
  familyOf(person: PersonId): FamilyId | undefined {
    return this.#firstFamilyOf.get(this.rootOf(person))
  }

  /** The persons of a subject who are counted, each once, merged ones as one. */
  personsOf(subject: SubjectId): readonly PersonId[] {
    if (!this.isFamily(subject)) return [this.rootOf(subject)]
    const counted = this.membersOf(subject).filter(({ role }) => role !== ABROAD)
    return [...new Set(counted.map(({ person }) => this.rootOf(person)))]
  }

  /** The family unit of a subject. */
  familyUnitOf(subject: SubjectId): UnitKey {
    const family = this.isFamily(subject) ? subject : this.familyOf(subject)
    if (family === undefined) return keyOfPersons(this.personsOf(subject))
    const persons = this.personsOf(family)
    return persons.length === 0 ? family : keyOfPersons(persons)
  }

  /** The units of a group: its persons, or its family. A family without anyone counted is none. */
  unitsOf(group: CaseGroup, unit: CountingUnit): readonly UnitKey[] {
    if (unit === 'person') return group.persons
    return group.persons.length === 0 ? [] : [group.family]
  }

  /** Names on record of a person and of all that were merged into it, in the order of the file. */
  namesOf(person: PersonId): readonly PersonName[] {
    this.#names ??= groupBy(
      standing(this.#record.persons, this.#knownOn, ({ person: id, name, script, kind }) =>
        JSON.stringify([id, name, script, kind]),
      ),
      (name) => this.rootOf(name.person),
    )
    return this.#names.get(this.rootOf(person)) ?? []
  }

  /** Contacts about the persons or the family of a case, as known on the day. */
  contactsAbout({
    persons,
    family,
  }: Pick<CaseGroup, 'persons' | 'family'>): readonly ContactEntry[] {
    this.#contacts ??= groupBy(
      contactsKnownOn(this.#record.contacts, this.#knownOn),
      ({ subject }) =>
        this.isFamily(subject)
          ? `family ${this.familyUnitOf(subject)}`
          : `person ${this.rootOf(subject)}`,
    )
    const about = [`family ${family}`, ...persons.map((person) => `person ${person}`)]
    return about.flatMap((key) => this.#contacts?.get(key) ?? [])
  }

  #subjectKey(subject: SubjectId): string {
    if (!this.isFamily(subject)) return `person ${this.rootOf(subject)}`
    const persons = this.personsOf(subject)
    return persons.length === 0 ? `family of ${subject}` : `family ${keyOfPersons(persons)}`
  }

  #group(key: string, cases: readonly CaseEntry[], histories: CaseHistories): CaseGroup {
    const leading = cases.find(({ subject }) => this.isKept(subject)) ?? cases[0]
    if (!leading) throw new Error('a group of cases has none')
    const knownOn = this.#knownOn
    let happenings: readonly CaseHappening[] | undefined
    return {
      key,
      leading,
      cases,
      category: kindOfCategory(leading.category),
      persons: this.personsOf(leading.subject),
      family: this.familyUnitOf(leading.subject),
      get happenings() {
        happenings ??= cases
          .flatMap(({ id }) => histories.standingOn(id, knownOn))
          .toSorted(inOrder)
        return happenings
      },
      concerns: ({ person }, other) => person === null || this.rootOf(person) === other,
    }
  }

  /** Whether nobody of the subject was merged into someone else. */
  isKept(subject: SubjectId): boolean {
    if (!this.isFamily(subject)) return this.rootOf(subject) === subject
    return this.membersOf(subject).every(
      ({ person, role }) => role === ABROAD || this.rootOf(person) === person,
    )
  }
}

/**
 * Of rows about one thing the last written stands, in the place of the first; one that is withdrawn by
 * then is gone, and a row that leaves `withdrawn` open does not bring it back.
 */
export function standing<Row extends { readonly withdrawn: CalendarDate | null }>(
  rows: readonly Row[],
  knownOn: CalendarDate,
  identityOf: (row: Row) => string,
): readonly Row[] {
  const byIdentity = new Map<string, Row[]>()
  for (const row of rows) addTo(byIdentity, identityOf(row), row)
  return [...byIdentity.values()].flatMap((same) => {
    const withdrawn = same.findLast((row) => row.withdrawn !== null)?.withdrawn ?? null
    const last = same.at(-1)
    return last === undefined || (withdrawn !== null && withdrawn <= knownOn) ? [] : [last]
  })
}

/** Contacts that stand on a day of knowledge, in the order of the file. */
export function contactsKnownOn(
  contacts: readonly ContactEntry[],
  knownOn: CalendarDate,
): readonly ContactEntry[] {
  return standing(
    contacts.filter((contact) => contactKnownSince(contact) <= knownOn),
    knownOn,
    ({ subject, date, with: whom, role }) => JSON.stringify([subject, date.text, whom, role]),
  )
}

function keyOfPersons(persons: readonly PersonId[]): UnitKey {
  return persons.toSorted(compareText).join(' ')
}

function countUpTo(ordered: readonly CalendarDate[], day: CalendarDate): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] ?? day) <= day) low = middle + 1
    else high = middle
  }
  return low
}
