/** What waits about people: urgent and quiet cases, promises to families, consents that end. */
import { CONSENT_USES } from '../domain/access/consent.ts'
import { consentOn, expiresWithin } from '../domain/access/consent-standing.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import { outcomeOn } from '../domain/cases/resolved.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import { STALE_AFTER_MONTHS, stalenessOn } from '../domain/cases/stale.ts'
import { entriesOf, listedCases, listsKnownOn, versionsOf } from '../domain/lists/list-view.ts'
import type { RepresentationList } from '../domain/lists/representation-list.ts'
import { listContacts } from '../store/contacts.ts'
import { listSubjectsWithExpiring } from '../store/expiring-consents.ts'
import { listFamilyMembers } from '../store/families.ts'
import type { Look } from './case-views.ts'
import { lookAt, personsNamed, urgencyOfGroup, type PersonNamed } from './list-entry-views.ts'
import type { ListPart, ListsWithRegister } from './list-part.ts'
import { owedSeen } from './person-owed.ts'
import { listingsOf } from './register-lists.ts'
import { lookAtPersons, type Desk, type LookDays } from './register-look.ts'
import { consentSubjectsOf } from './register-rows.ts'
import { MONTH, whenDue, type TodayLine } from './today-lines.ts'

/** Of each list the version that is in hand, the last one dated by the day, with its entries. */
function listsInHand({ lists }: Pick<ListPart, 'lists'>, { asOf, knownOn }: LookDays) {
  return listsKnownOn(lists, knownOn).map((list) => {
    const version = versionsOf(lists, list.id, knownOn).findLast(({ date }) => date <= asOf)
    return { list, entries: version ? entriesOf(lists, list.id, version.version, knownOn) : [] }
  })
}

/** Cases in hand that press, each once, and by list how many went quiet. */
export function linesOfCases(part: ListsWithRegister, days: LookDays): TodayLine[] {
  const look = lookAt(part, days.asOf, days.knownOn)
  const pressing = new Map<string, TodayLine>()
  const quiet = listsInHand(part, days).flatMap(({ list, entries }) => {
    const open = listedCases(look.view, entries)
      .map(({ group }) => group)
      .filter((group) => !isResolved(group, look))
    for (const group of open)
      for (const line of urgentLine(look, group)) pressing.set(group.key, line)
    return quietLine(
      list,
      open.filter((group) => stalenessOn(look.view, group, look.asOf).stale).length,
    )
  })
  return [...pressing.values(), ...quiet]
}

function isResolved(group: CaseGroup, { asOf }: Look): boolean {
  return (
    group.persons.length > 0 &&
    group.persons.every((person) => {
      const { resolved } = outcomeOn(group, person, asOf)
      return resolved || hasDied(group, person, asOf)
    })
  )
}

function hasDied(group: CaseGroup, person: PersonId, asOf: string): boolean {
  return group.happenings.some(
    (each) =>
      each.kind === 'died' &&
      each.verification === 'confirmed' &&
      each.latest <= asOf &&
      group.concerns(each, person),
  )
}

function urgentLine(look: Look, group: CaseGroup): TodayLine[] {
  const [first, ...others] = urgencyOfGroup(look, group)
  if (first === undefined) return []
  const persons = personsNamed(look.view, group)
  return [
    {
      ...{ kind: 'urgent-case', when: 'now', day: null, persons },
      sentence: [first, ...others].join(' '),
      ref: { page: 'person', id: persons[0]?.person ?? group.leading.subject },
      closes: null,
    },
  ]
}

/** One line a list: which cases they are, its gate says one by one. */
function quietLine({ id, number }: RepresentationList, count: number): TodayLine[] {
  if (count === 0) return []
  const cases = count === 1 ? 'One case' : `${count.toLocaleString('en')} cases`
  const sentence = `${cases} of list ${number || id} ${count === 1 ? 'has' : 'have'} nothing newer than ${STALE_AFTER_MONTHS} months.`
  return [
    {
      ...{ kind: 'stale-case', when: 'now', day: null, sentence, persons: [] },
      ref: { page: 'list', id },
      closes: null,
    },
  ]
}

/** What we promised and have not done, wherever in the register. */
export async function linesOfPromises(desk: Desk, days: LookDays): Promise<TodayLine[]> {
  const contacts = await listContacts(desk.db, desk.keyring, desk.programme)
  const promised = contacts.filter((each) => each.promised.trim() !== '')
  const persons = await personsBehind(
    desk,
    promised.map(({ subject }) => subject),
  )
  if (persons.length === 0) return []
  const look = await lookAtPersons(desk, persons, days)
  const cases = [...new Set(look.view.groups.flatMap((group) => group.cases.map(({ id }) => id)))]
  const listings = await listingsOf(desk, cases, days.asOf, days.knownOn)
  const subjectOf = new Map(contacts.map(({ entry, subject }) => [entry, subject]))
  return owedSeen(look, look.part.contacts, look.view.groups, listings)
    .filter(({ done }) => done !== true)
    .map(({ contact, words }) => {
      const subject = subjectOf.get(contact)
      const about = subject === undefined ? [] : look.view.personsOf(subject)
      return {
        kind: 'promise-owed',
        when: 'now',
        day: null,
        sentence: words,
        persons: about.map((person) => namedPerson(look, person)),
        ref: { page: 'person', id: about[0] ?? subject ?? '' },
        closes: null,
      }
    })
}

/** Consents whose last day is within a month, or was within the last. */
export async function linesOfConsents(desk: Desk, days: LookDays): Promise<TodayLine[]> {
  const today = toDayNumber(days.asOf)
  const subjects = await listSubjectsWithExpiring(desk.db, desk.programme, {
    from: toCalendarDate(addMonths(today, -1)),
    to: toCalendarDate(addMonths(today, 1)),
  })
  const persons = await personsBehind(desk, subjects)
  if (persons.length === 0) return []
  const look = await lookAtPersons(desk, persons, days)
  return [...new Set(persons.map((person) => look.view.rootOf(person)))].flatMap((person) =>
    CONSENT_USES.flatMap((use): TodayLine[] => {
      const about = consentSubjectsOf(look, person)
      const standing = consentOn(look.part.consents, about, use, days.asOf, days.knownOn)
      const expires = standing.decidedBy?.expires ?? null
      const ends = standing.standing === 'expired' || expiresWithin(standing, days.asOf, 1)
      const when = expires === null ? null : whenDue(expires, days.asOf)
      if (!ends || expires === null || when === null || tooLongAgo(expires, today)) return []
      const verb = standing.standing === 'expired' ? 'ended' : 'ends'
      return [
        {
          kind: 'consent-ends',
          when,
          day: expires,
          sentence: `Consent to “${use.replaceAll('-', ' ')}” ${verb} on ${expires}: ask again.`,
          persons: [namedPerson(look, person)],
          ref: { page: 'person', id: person },
          closes: null,
        },
      ]
    }),
  )
}

function tooLongAgo(expires: TodayLine['day'] & string, today: number): boolean {
  return today - toDayNumber(expires) > MONTH
}

function namedPerson(look: Look, person: PersonId): PersonNamed {
  const [named] = personsNamed(look.view, { persons: [person] })
  return named ?? { person, names: [], birth: null, erased: false }
}

/** The persons that these subjects are or, of a family, hold. */
async function personsBehind(desk: Desk, subjects: readonly string[]): Promise<PersonId[]> {
  if (subjects.length === 0) return []
  const ids = [...new Set(subjects)]
  const members = await listFamilyMembers(desk.db, desk.programme, {
    column: 'family_id',
    values: ids,
  })
  const families = new Set<string>(members.map(({ family }) => family))
  return [
    ...new Set([
      ...members.map(({ person }) => person),
      ...ids.filter((id) => !families.has(id)).map((id) => id as PersonId),
    ]),
  ]
}
