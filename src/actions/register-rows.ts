/** One person as a row of the register: what the register says, as of a day, as known on a day. */
import { CONSENT_USES, type ConsentEntry, type ConsentUse } from '../domain/access/consent.ts'
import {
  consentOn,
  type ConsentStanding,
  type ConsentSubjects,
} from '../domain/access/consent-standing.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, FamilyId, ListId, PersonId, SubjectId } from '../domain/basics/ids.ts'
import { compareText } from '../domain/basics/collections.ts'
import { lastReportedOn, urgenciesOn } from '../domain/cases/urgency.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import { caseInRow, groupsOf, type CaseInRow, type Look } from './case-views.ts'
import { birthsSeen, namesSeen, type NameSeen } from './person-names.ts'

export type RowSeen = {
  readonly person: PersonId
  readonly erasedOn: CalendarDate | null
  readonly names: readonly NameSeen[]
  readonly birth: readonly string[]
  readonly sex: string
  readonly nationality: string
  readonly place: string
  readonly occupation: string
  readonly cases: readonly CaseInRow[]
  readonly families: readonly FamilyId[]
  readonly lists: readonly ListId[]
  readonly consent: Readonly<Record<ConsentUse, ConsentStanding['standing']>>
  readonly urgency: readonly string[]
  readonly lastKnown: CalendarDate | null
  readonly merged: readonly PersonId[]
}

/** What stands beside the register for a row. */
export type Beside = {
  readonly listsOf: ReadonlyMap<CaseId, readonly ListId[]>
  readonly erasedOn: ReadonlyMap<string, CalendarDate>
}

export function rowSeen(look: Look, person: PersonId, { listsOf, erasedOn }: Beside): RowSeen {
  const { view, register } = look
  const names = view.namesOf(person)
  const groups = groupsOf(look, person)
  const said = (of: 'sex' | 'nationality' | 'place' | 'occupation') =>
    [...new Set(names.map((name) => name[of]).filter((text) => text !== ''))].join(' or ')
  const known = groups.flatMap(({ happenings }) => happenings.map((each) => each.known))
  const lists = groups.flatMap(({ cases }) => cases.flatMap(({ id }) => listsOf.get(id) ?? []))
  return {
    person,
    erasedOn: erasedOn.get(person) ?? null,
    names: namesSeen(names),
    birth: birthsSeen(names).map(({ birth }) => birth),
    sex: said('sex'),
    nationality: said('nationality'),
    place: said('place'),
    occupation: said('occupation'),
    cases: groups.map((group) => caseInRow(look, group, person)),
    families: familiesOf(look, person),
    lists: [...new Set(lists)],
    consent: consentsOf(look, register.record.consents, person),
    urgency: [...new Set(groups.flatMap((group) => urgencyOf(look, group, person)))],
    lastKnown: known.toSorted(compareText).at(-1) ?? null,
    merged: view.merged.entriesOf(person).filter((entry) => entry !== person),
  }
}

/** The families in which the person stands, as known on the day. */
export function familiesOf({ view, register }: Look, person: PersonId): FamilyId[] {
  const root = view.rootOf(person)
  const families = new Set(register.record.families.map(({ family }) => family))
  return [...families].filter((family) =>
    view.membersOf(family).some((member) => view.rootOf(member.person) === root),
  )
}

/** Whose word counts for the person: every entry that is the person, and the families. */
export function consentSubjectsOf(look: Look, person: PersonId): ConsentSubjects {
  return {
    persons: [look.view.merged.entriesOf(person)],
    families: familiesOf(look, person),
  }
}

/** Whose contacts and consents bear on the person. */
export function subjectsOf(look: Look, person: PersonId): SubjectId[] {
  const { persons, families } = consentSubjectsOf(look, person)
  return [...persons.flat(), ...families]
}

/** How consent stands for each use, on the days looked at. */
export function consentsOf(
  look: Look,
  consents: readonly ConsentEntry[],
  person: PersonId,
): Record<ConsentUse, ConsentStanding['standing']> {
  const { asOf, knownOn } = look
  const subjects = consentSubjectsOf(look, person)
  const standing = CONSENT_USES.map(
    (use) => [use, consentOn(consents, subjects, use, asOf, knownOn).standing] as const,
  )
  // The cast: one for each use.
  return Object.fromEntries(standing) as Record<ConsentUse, ConsentStanding['standing']>
}

/** What was last reported of health and hunger strikes, too long ago to press. */
export function lastReportsOf({ view, asOf }: Look, group: CaseGroup, person: PersonId) {
  return lastReportedOn(group, view.rootOf(person), asOf)
}

/** What makes a case urgent, in sentences. */
export function urgencyOf({ view, asOf }: Look, group: CaseGroup, person: PersonId): string[] {
  const root = view.rootOf(person)
  return urgenciesOn(group, root, view.namesOf(root), asOf).map(({ sentence }) => sentence)
}
