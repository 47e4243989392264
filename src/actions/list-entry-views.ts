/** The entries of a version as a page shows them: who, where they stand, consent, urgency, answers. */
import { consentInWords, consentOn } from '../domain/access/consent-standing.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addTo } from '../domain/basics/collections.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import { consentSubjectsOf } from '../domain/cases/consent-subjects.ts'
import { countedCase } from '../domain/cases/counting.ts'
import { outcomeOn } from '../domain/cases/resolved.ts'
import type { CaseGroup, RegisterView } from '../domain/cases/register.ts'
import { urgenciesOn } from '../domain/cases/urgency.ts'
import { isNamed, LISTING, namedOnList } from '../domain/lists/named-on-list.ts'
import { caseInRow, type Look, type StateSeen } from './case-views.ts'
import type { ListsWithRegister } from './list-part.ts'
import { birthsSeen, namesSeen, shownName } from './person-names.ts'

export type PersonNamed = {
  readonly person: PersonId
  readonly names: readonly {
    readonly name: string
    readonly script: string
    readonly kind: string
  }[]
  readonly birth: string | null
  readonly erased: boolean
}

export type ConsentSeen = {
  readonly standing: 'yes' | 'no' | 'unknown' | 'expired' | 'withdrawn'
  readonly sentence: string
  readonly overridden: boolean
}

/** The register as of a day, as known on a day. */
export function lookAt(
  { register, options }: Pick<ListsWithRegister, 'register' | 'options'>,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Look {
  return { register, options, asOf, knownOn, view: register.asKnownOn(knownOn) }
}

/** Who is meant by a case: those who are counted, each with the names on record. */
export function personsNamed(
  view: RegisterView,
  group: Pick<CaseGroup, 'persons'>,
): readonly PersonNamed[] {
  return group.persons.map((person) => {
    const rows = view.namesOf(person)
    const [birth] = birthsSeen(rows)
    return {
      person,
      names: namesSeen(rows).map(({ name, script, kind }) => ({ name, script, kind })),
      birth: birth?.birth ?? null,
      erased: rows.length > 0 && rows.every(({ name }) => name === ''),
    }
  })
}

export type GroupState = {
  readonly words: string
  readonly kind: string | null
  readonly since: string | null
  readonly doubts: readonly string[]
}

/** One state where all of them are in it; else how many are in which. */
export function stateOfGroup(look: Look, group: CaseGroup): GroupState {
  const states = group.persons.map((person) => caseInRow(look, group, person))
  const doubts = [...new Set(states.flatMap(({ doubt }) => doubt))]
  const [first, ...others] = states
  if (!first) return { words: 'no person on record', kind: null, since: null, doubts }
  if (others.every(({ state, since }) => state === first.state && since === first.since))
    return { words: inWords(first), kind: first.state, since: first.since, doubts }
  const counts = new Map<string, number>()
  for (const { words } of states) counts.set(words, (counts.get(words) ?? 0) + 1)
  const words = [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
  return { words, kind: null, since: null, doubts }
}

function inWords({ words, since }: StateSeen): string {
  return since === null ? words : `${words} ${since}`
}

/** Whether all were resolved by a day, and by which day the last of them was. */
export function resolvedOfGroup(
  group: CaseGroup,
  presentedOn: CalendarDate | null,
  asOf: CalendarDate,
): {
  readonly resolved: boolean
  readonly resolvedOn: CalendarDate | null
  readonly excluded: boolean
} {
  const outcomes = group.persons.map((person) => outcomeOn(group, person, asOf))
  const resolved = outcomes.length > 0 && outcomes.every((each) => each.resolved)
  const days = outcomes.flatMap(({ decidedBy }) => (decidedBy ? [decidedBy.latest] : []))
  return {
    resolved,
    resolvedOn: resolved ? (days.toSorted().at(-1) ?? null) : null,
    excluded: presentedOn !== null && countedCase(group, presentedOn, asOf).leftOut,
  }
}

/**
 * Each ground once, in the order of the persons, the most pressing of each first. What is not urgent for
 * all of them says of whom it is.
 */
export function urgencyOfGroup({ view, asOf }: Look, group: CaseGroup): readonly string[] {
  const byWords = new Map<string, PersonId[]>()
  for (const person of group.persons)
    for (const { sentence } of urgenciesOn(group, person, view.namesOf(person), asOf))
      addTo(byWords, sentence, person)
  return [...byWords].map(([sentence, persons]) => {
    if (new Set(persons).size === group.persons.length) return sentence
    const names = [...new Set(persons)].map((person) => shownName(view.namesOf(person), person))
    return `${names.join(', ')}: ${sentence}`
  })
}

/**
 * How consent to be listed stands for a case, and whether someone with the right to overrode it for
 * whoever lacks it.
 */
export function listingConsent(
  { rows, overrides }: Pick<ListsWithRegister, 'rows' | 'overrides'>,
  { view, asOf, knownOn }: Look,
  group: CaseGroup,
): ConsentSeen {
  const subjects = consentSubjectsOf(view, group)
  const found = consentOn(rows.consents, subjects, LISTING, asOf, knownOn)
  const known = overrides.filter(({ on }) => on <= knownOn)
  const grounds = { consents: rows.consents, overrides: known, settlements: [] }
  const about = { id: group.leading.id, group }
  const named = namedOnList(view, about, grounds, asOf, knownOn)
  return {
    standing: found.standing,
    sentence: consentInWords(found),
    overridden: found.standing !== 'yes' && named.length > 0 && named.every(isNamed),
  }
}

/** Every id under which a reading of these cases is noted. */
export function subjectsShown(groups: readonly CaseGroup[]): readonly string[] {
  return [...new Set(groups.flatMap(({ persons }) => persons))]
}
