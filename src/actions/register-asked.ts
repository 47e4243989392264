/**
 * What can be asked of the register, and who is as asked: the rules decide, on what was read of the
 * candidates.
 */
import type { ConsentUse } from '../domain/access/consent.ts'
import { consentOn, type ConsentStanding } from '../domain/access/consent-standing.ts'
import type { ListId, PersonId } from '../domain/basics/ids.ts'
import { stateOn } from '../domain/cases/case-state.ts'
import { MergedPersons } from '../domain/cases/merged-persons.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import type { Look } from './case-views.ts'
import { listsOfCases } from './register-lists.ts'
import { lookAtPersons, type Desk, type LookDays } from './register-look.ts'
import { mergesAbout } from './register-part.ts'
import { consentSubjectsOf } from './register-rows.ts'

export type RegisterAsked = LookDays & {
  readonly text: string
  readonly category: readonly string[]
  readonly state: readonly string[]
  readonly region: readonly string[]
  readonly authority: readonly string[]
  readonly resolved: 'yes' | 'no' | ''
  /** Ids; `*` is any list, `-` none. */
  readonly listed: readonly string[]
  readonly consent: {
    readonly use: ConsentUse
    readonly standing: readonly ConsentStanding['standing'][]
  } | null
}

/** Those of the candidates who are as asked, in their order; of merged entries the person that stands. */
export async function whoFits(
  desk: Desk,
  asked: RegisterAsked,
  candidates: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (asksNameAlone(asked)) {
    const merged = new MergedPersons(await mergesAbout(desk, candidates), asked.knownOn)
    return candidates.map((each) => merged.rootOf(each))
  }
  const look = await lookAtPersons(desk, candidates, asked, {
    events: asked.state.length > 0 || asked.resolved !== '',
    consents: asked.consent !== null,
  })
  const groups = groupsByPerson(look)
  const lists =
    asked.listed.length === 0
      ? new Map<never, never>()
      : await listsOfCases(desk, [...look.view.cases.keys()], asked.knownOn)
  return candidates
    .map((candidate) => look.view.rootOf(candidate))
    .filter((person) => {
      const own = groups.get(person) ?? []
      if (!fitsCases(asked, own, person) || !fitsLists(asked, own, lists)) return false
      return fitsConsent(asked, look, person)
    })
}

/** Nothing of what is asked has to be read: who is found by name is found. */
function asksNameAlone({
  category,
  state,
  region,
  authority,
  resolved,
  listed,
  consent,
}: RegisterAsked) {
  const lists = [category, state, region, authority, listed]
  return lists.every(({ length }) => length === 0) && resolved === '' && consent === null
}

function groupsByPerson({ view }: Look): Map<PersonId, CaseGroup[]> {
  const found = new Map<PersonId, CaseGroup[]>()
  for (const group of view.groups)
    for (const person of group.persons) {
      const own = found.get(person)
      if (own) own.push(group)
      else found.set(person, [group])
    }
  return found
}

/** One case has to be all that is asked of cases. */
function fitsCases(asked: RegisterAsked, groups: readonly CaseGroup[], person: PersonId): boolean {
  const { category, state, region, authority, resolved, asOf } = asked
  const asksNothing = [category, state, region, authority].every(({ length }) => length === 0)
  if (asksNothing && resolved === '') return true
  const among = (values: readonly string[], value: string) =>
    values.length === 0 || values.includes(value)
  return groups.some((group) => {
    const { leading } = group
    if (!among(category, leading.category) || !among(region, leading.region)) return false
    if (!among(authority, leading.authority)) return false
    if (state.length === 0 && resolved === '') return true
    const on = stateOn(group, person, asOf)
    return among(state, on.state) && (resolved === '' || on.resolved === (resolved === 'yes'))
  })
}

function fitsLists(
  { listed }: RegisterAsked,
  groups: readonly CaseGroup[],
  listsOf: ReadonlyMap<string, readonly ListId[]>,
): boolean {
  if (listed.length === 0) return true
  const lists = groups.flatMap(({ cases }) => cases.flatMap(({ id }) => listsOf.get(id) ?? []))
  return listed.some((one) =>
    one === '*'
      ? lists.length > 0
      : one === '-'
        ? lists.length === 0
        : lists.includes(one as ListId),
  )
}

function fitsConsent({ consent, asOf, knownOn }: RegisterAsked, look: Look, person: PersonId) {
  if (consent === null) return true
  const { consents } = look.register.record
  const on = consentOn(consents, consentSubjectsOf(look, person), consent.use, asOf, knownOn)
  return consent.standing.includes(on.standing)
}
