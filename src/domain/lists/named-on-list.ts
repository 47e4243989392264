/**
 * Who of a case is named on a list that is handed over, person by person (rules R182, R243).
 *
 * Only who has agreed to be listed is named. Who has not is left off the paper, and the others of the
 * case can be presented without; or is named by an override that names this person or, where the person
 * has not refused, the family. The later of the two answers stands.
 */
import type { ConsentEntry, ConsentUse } from '../access/consent.ts'
import { overrideCovers, type ConsentOverride } from '../access/consent-override.ts'
import { consentOn, type ConsentStanding } from '../access/consent-standing.ts'
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, PersonId } from '../basics/ids.ts'
import { consentSubjectsOf } from '../cases/consent-subjects.ts'
import type { CaseGroup, RegisterView } from '../cases/register.ts'
import { settlementOf, type Settlement } from './settlement.ts'

/** On a list that is handed over, this is what a person must have agreed to. */
export const LISTING: ConsentUse = 'list-to-the-government'

type ConsentFindingKind = 'consent-none' | 'consent-refused' | 'consent-expired'

export type NamedOnList = {
  readonly person: PersonId
  readonly consent: ConsentStanding
  /** The finding of the gate; one for all of the case where the same word stands for them. */
  readonly finding: { readonly id: string; readonly kind: ConsentFindingKind } | null
  /** `open` is not named, and nobody has decided on it. */
  readonly answer: 'agreed' | 'overridden' | 'left-off' | 'open'
  /** Who decided on it, and why. */
  readonly settlement: Settlement | null
}

/** On what the answers rest. */
export type ListingGrounds = {
  readonly consents: readonly ConsentEntry[]
  readonly overrides: readonly ConsentOverride[]
  /** Of the findings on this version. */
  readonly settlements: readonly Settlement[]
}

/** For each person who is counted in the case of an entry, as of a day, as known on a day. */
export function namedOnList(
  view: RegisterView,
  { id, group }: { readonly id: CaseId; readonly group: CaseGroup },
  { consents, overrides, settlements }: ListingGrounds,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): readonly NamedOnList[] {
  const { persons, families } = consentSubjectsOf(view, group)
  const about = new Set<string>([...persons.flat(), ...families])
  const said = consents.filter(({ subject }) => about.has(subject))
  const answered = overrides.filter(({ use, subject }) => use === LISTING && about.has(subject))
  const each = group.persons.map((person, index) => {
    const ids = persons[index] ?? [person]
    const consent = consentOn(said, { persons: [ids], families }, LISTING, asOf, knownOn)
    const covers = (by: Pick<ConsentOverride, 'subject' | 'on'>) =>
      overrideCovers(by, { ids, families }, consent)
    return { person, consent, covers, overriddenBy: answered.filter(covers) }
  })
  const alike = new Set(
    each.map(({ consent: { standing, decidedBy }, overriddenBy }) =>
      JSON.stringify([standing, decidedBy?.entry ?? null, overriddenBy.length > 0]),
    ),
  )
  return each.map(({ person, consent, covers, overriddenBy }): NamedOnList => {
    const kind = FINDINGS[consent.standing]
    if (kind === null) return { person, consent, finding: null, answer: 'agreed', settlement: null }
    const finding = alike.size === 1 ? `${kind}:${id}` : `${kind}:${id}:${person}`
    const own = settlementOf(settlements, finding)
    const holds = own && (own.outcome === 'settled' || covers({ subject: person, on: own.on }))
    const answers = [
      ...(holds ? [own] : []),
      ...overriddenBy.map(({ entry, by, on, reason }): Settlement => {
        return { entry, finding, outcome: 'overridden', by, on, reason }
      }),
    ]
    const last = answers.toSorted((a, b) => a.entry - b.entry).at(-1) ?? null
    const answer = last === null ? 'open' : last.outcome === 'settled' ? 'left-off' : 'overridden'
    return { person, consent, finding: { id: finding, kind }, answer, settlement: last }
  })
}

/** Whose names are printed. */
export function isNamed({ answer }: Pick<NamedOnList, 'answer'>): boolean {
  return answer === 'agreed' || answer === 'overridden'
}

const FINDINGS: Readonly<Record<ConsentStanding['standing'], ConsentFindingKind | null>> = {
  no: 'consent-refused',
  withdrawn: 'consent-refused',
  expired: 'consent-expired',
  unknown: 'consent-none',
  yes: null,
}
