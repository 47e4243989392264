/** Everything on record about one person, as of a day, as known on a day. */
import { may } from '../domain/access/may.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { compareText, groupBy } from '../domain/basics/collections.ts'
import type { FamilyId, PersonId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { ABROAD } from '../domain/cases/family-unit.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import { contactsKnownOn } from '../domain/cases/register.ts'
import { scriptOfName } from '../domain/lists/printed-name.ts'
import { listErasures, type Erasure } from '../store/erasures.ts'
import { listFollowUps } from '../store/follow-ups.ts'
import { groupsOf, type Look } from './case-views.ts'
import type { Context } from './context.ts'
import { coveredAmong } from './covered-persons.ts'
import { ActionRefused } from './errors.ts'
import { caseOnPage, withdrawnCases, type CaseOnPage } from './person-cases.ts'
import { consentsOnPage, refusalsFor, type ConsentOnPage } from './person-consents.ts'
import { birthsSeen, shownName, type BirthSeen, type NameSeen } from './person-names.ts'
import { owedSeen, promisedInWords, type OwedSeen } from './person-owed.ts'
import { noteReading } from './read-log.ts'
import { listingsOf } from './register-lists.ts'
import { atDesk, lookAtPersons, type Desk, type LookDays } from './register-look.ts'
import { familiesOf, lastReportsOf, subjectsOf } from './register-rows.ts'

export type PersonOnPage = LookDays & {
  readonly person: PersonId
  readonly erasure: Pick<Erasure, 'on' | 'by' | 'ground'> | null
  readonly mergedInto: PersonId | null
  readonly name: string
  readonly names: readonly (NameSeen & {
    readonly person: PersonId
    readonly birth: string
    readonly sex: string
    readonly nationality: string
    readonly place: string
    readonly occupation: string
    readonly withdrawnOn: CalendarDate | null
  })[]
  readonly births: readonly BirthSeen[]
  readonly families: readonly {
    readonly family: FamilyId
    readonly members: readonly {
      readonly entry: number
      readonly person: PersonId
      readonly name: string
      readonly role: string
      readonly counted: boolean
    }[]
  }[]
  readonly cases: readonly CaseOnPage[]
  readonly urgency: readonly string[]
  readonly lastReported: readonly string[]
  readonly contacts: readonly {
    readonly entry: number
    readonly subject: SubjectId
    readonly date: string
    readonly with: string
    readonly role: string
    readonly words: string
    readonly promised: string
    readonly promisedWords: string
    readonly known: CalendarDate
  }[]
  readonly owed: readonly OwedSeen[]
  readonly consents: readonly ConsentOnPage[]
  readonly merges: readonly MergeEntry[]
  readonly followUps: readonly {
    readonly id: string
    readonly text: string
    readonly owner: string
    readonly due: CalendarDate | null
    readonly doneOn: CalendarDate | null
  }[]
  readonly sources: Readonly<Record<string, string>>
  readonly refusals: Readonly<Record<string, string>>
}

/** Throws `ActionRefused`: not-found, not-allowed; and `StoreLocked`. */
export async function personPage(
  context: Context,
  programme: ProgrammeId,
  person: PersonId,
  days: LookDays,
  purpose = 'person',
): Promise<PersonOnPage> {
  const page = await atDesk(context, programme, (desk) => readPage(context, desk, person, days))
  await noteReading(context, programme, purpose, [
    person,
    ...page.families.flatMap(({ members }) => members.map((member) => member.person)),
  ])
  if ((await coveredAmong(context, programme, [person], 'hold')).length > 0) return page
  return { ...page, refusals: { ...page.refusals, sheet: NO_SHEET } }
}

const NO_SHEET =
  'No case sheet: no consent on record covers that we hold data about this person. Ask, or have someone with the right to do so answer for it by name under Consent.'

async function readPage(
  context: Context,
  desk: Desk,
  person: PersonId,
  days: LookDays,
): Promise<PersonOnPage> {
  const look = await lookAtPersons(desk, [person], days)
  const own = look.part.persons.filter((name) => name.person === person)
  if (own.length === 0)
    throw new ActionRefused('not-found', `There is no person "${person}" in the register.`)
  const { view, part } = look
  const root = view.rootOf(person)
  const erasure = (await listErasures(desk.db, desk.programme)).find(
    ({ subject }) => subject === person,
  )
  const groups = groupsOf(look, person)
  const cases = [...new Set(groups.flatMap((group) => group.cases.map(({ id }) => id)))]
  const listings = await listingsOf(desk, cases, days.asOf, days.knownOn)
  const subjects = subjectsOf(look, person)
  const consents = await consentsOnPage(desk, look, person, subjects)
  const onPage = groups.map((group) => caseOnPage(look, group, person, listings))
  const names = view.namesOf(person)
  return {
    person,
    ...days,
    erasure: erasure ? { on: erasure.on, by: erasure.by, ground: erasure.ground } : null,
    mergedInto: root === person ? null : root,
    name: shownName(names, person),
    names: namesOnPage(look, person),
    births: birthsSeen(names),
    families: familiesOf(look, person).map((family) => familyOnPage(look, family)),
    cases: [...onPage, ...withdrawnCases(look, subjects)],
    urgency: [...new Set(onPage.flatMap(({ urgency }) => urgency))],
    lastReported: [...new Set(groups.flatMap((group) => lastReportsOf(look, group, person)))],
    contacts: contactsKnownOn(part.contacts, days.knownOn)
      .toSorted((a, b) => compareText(b.date.latest, a.date.latest) || b.entry - a.entry)
      .map(({ date, known, withdrawn: _, ...contact }) => ({
        ...contact,
        date: date.text,
        promisedWords: promisedInWords(contact.promised),
        known: known ?? date.latest,
      })),
    owed: owedSeen(look, part.contacts, groups, listings),
    consents,
    merges: mergesSeen(part.merges, days.knownOn),
    followUps: await followUpsAbout(desk, [person, ...cases], days.knownOn),
    sources: sourcesCited(context, desk, onPage),
    refusals: refusalsFor(context, consents),
  }
}

function namesOnPage({ register, view, knownOn }: Look, person: PersonId): PersonOnPage['names'] {
  const root = view.rootOf(person)
  const standing = new Set(view.namesOf(person).map(({ entry }) => entry))
  const rows = register.record.persons.filter((row) => view.rootOf(row.person) === root)
  // Of rows about one name the last tells all; one that is withdrawn by the day shows struck out.
  const lastOfEach = new Map(
    rows.map((row) => [JSON.stringify([row.person, row.name, row.script, row.kind]), row]),
  )
  return [...lastOfEach.values()]
    .filter(({ name }) => name !== '')
    .filter(
      ({ entry, withdrawn }) => standing.has(entry) || (withdrawn !== null && withdrawn <= knownOn),
    )
    .map((row) => ({
      entry: row.entry,
      person: row.person,
      name: row.name,
      script: scriptOfName(row),
      kind: row.kind,
      birth: row.birth === null ? '' : typeof row.birth === 'string' ? row.birth : row.birth.text,
      sex: row.sex,
      nationality: row.nationality,
      place: row.place,
      occupation: row.occupation,
      withdrawnOn: standing.has(row.entry) ? null : row.withdrawn,
    }))
}

/** Merged entries are one member, under the entry that was kept. */
function familyOnPage({ view }: Look, family: FamilyId): PersonOnPage['families'][number] {
  const byPerson = groupBy(view.membersOf(family), ({ person }) => view.rootOf(person))
  return {
    family,
    members: [...byPerson].flatMap(([person, rows]) => {
      const row = rows.find((each) => each.person === person) ?? rows[0]
      if (!row) return []
      return [
        {
          ...{ entry: row.entry, person, role: row.role },
          name: shownName(view.namesOf(person), person),
          counted: rows.some(({ role }) => role !== ABROAD),
        },
      ]
    }),
  }
}

/** A merge once, undone where one of its rows says so by the day. */
function mergesSeen(merges: readonly MergeEntry[], knownOn: CalendarDate): MergeEntry[] {
  const last = new Map<string, MergeEntry>()
  for (const merge of merges) {
    if (merge.known > knownOn) continue
    const key = JSON.stringify([merge.kept, merge.merged, merge.known])
    const undone = merge.undone !== null && merge.undone <= knownOn ? merge.undone : null
    last.set(key, { ...merge, undone: undone ?? last.get(key)?.undone ?? null })
  }
  return [...last.values()]
}

async function followUpsAbout(
  { db, keyring, programme }: Desk,
  refs: readonly string[],
  knownOn: CalendarDate,
) {
  const among = { column: 'about_ref', values: refs }
  const all = await listFollowUps(db, keyring, programme, among)
  return all
    .filter(({ about, madeOn }) => madeOn <= knownOn && ['case', 'person'].includes(about.kind))
    .map(({ id, text, owner, due, doneOn }) => ({
      ...{ id, text, owner, due },
      doneOn: doneOn !== null && doneOn <= knownOn ? doneOn : null,
    }))
}

/** Titles of what is cited; who a protected source is, only to those who may know. */
function sourcesCited(
  { person }: Context,
  { record }: Desk,
  cases: readonly CaseOnPage[],
): Record<string, string> {
  const cited = new Set(
    cases.flatMap(({ events }) =>
      events.flatMap(({ citations }) => citations.map((each) => each.split(' @ ')[0] ?? '')),
    ),
  )
  const hides = !may(person, 'protected-source.read')
  return Object.fromEntries(
    record.sources
      .filter(({ id }) => cited.has(id))
      .map((source) => [
        source.id,
        source.protected && hides ? 'A protected source' : source.title || source.id,
      ]),
  )
}
