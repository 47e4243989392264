/**
 * Two who may be one, side by side: what each is on record for, how the two compare term by term, who
 * else it may be, and what was decided before.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import type { MatchCandidate, NameRecord } from '../domain/names/match-names.ts'
import { NAME_KINDS } from '../domain/cases/person.ts'
import { scriptOfName } from '../domain/lists/printed-name.ts'
import { listNameDecisions, type NameDecision } from '../store/name-decisions.ts'
import { listNamesOfPersons } from '../store/name-index-rows.ts'
import { listPersonNames } from '../store/persons.ts'
import { caseInRow, eventsOf, groupsOf, type CaseInRow, type EventSeen } from './case-views.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { keyringOf } from './keyring.ts'
import { aboutOf, pairKey, readDecisionContent, rowKey } from './name-decision-content.ts'
import { ofPersons } from './name-matches.ts'
import { birthDays, sexInOneWord } from './name-records.ts'
import { recordsOf, heldNames, type RegisterNames } from './name-service.ts'
import { readParkedRow, type ParkedRow } from './parked-rows.ts'
import { birthsSeen, namesSeen, type BirthSeen, type NameSeen } from './person-names.ts'
import { noteReading } from './read-log.ts'
import { listingsOf, type ListingSeen } from './register-lists.ts'
import { atDesk, lookAtPersons, type Desk, type LookDays } from './register-look.ts'
import { whyNot } from './why-not.ts'

/** A pair of persons, or an incoming row and the person whom it may be. */
export type PairAsked = {
  readonly a: PersonId
  readonly b: PersonId | null
  readonly row: string | null
}

export type MatchSide = {
  readonly person: PersonId | null
  readonly from: string | null
  readonly names: readonly NameSeen[]
  readonly births: readonly BirthSeen[]
  readonly fields: readonly { readonly field: string; readonly value: string }[]
  readonly cases: readonly (CaseInRow & {
    readonly events: readonly EventSeen[]
    readonly listings: readonly ListingSeen[]
  })[]
  readonly merged: readonly PersonId[]
}

export type PairSeen = {
  readonly left: MatchSide
  readonly right: MatchSide
  readonly match: Pick<MatchCandidate, 'prior' | 'logOdds' | 'probability' | 'reasons'> | null
  readonly why: readonly string[]
  readonly runnersUp: readonly {
    readonly person: string
    readonly name: { readonly name: string; readonly script: string } | null
    readonly probability: number
  }[]
  readonly decisions: readonly {
    readonly entry: number
    readonly decision: NameDecision['decision']
    readonly by: string
    readonly on: NameDecision['on']
    readonly reason: string
  }[]
  readonly mayNotDecide: string | null
}

const RUNNERS_UP = 3

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function lookAtPair(
  context: Context,
  programme: ProgrammeId,
  asked: PairAsked,
): Promise<PairSeen> {
  const { database, today } = context
  const keyring = await keyringOf(context)
  const names = heldNames(database, programme)
  await names.bringUpToDate(keyring)
  const persons = asked.b === null ? [asked.a] : [asked.a, asked.b]
  const days = { asOf: today, knownOn: today }
  const { sides, decisions, records } = await atDesk(context, programme, async (desk) => ({
    sides: await sidesOf(desk, persons, days),
    decisions: await decisionsAbout(desk, asked),
    records: recordsOf(await listNamesOfPersons(desk.db, keyring, programme, persons)),
  }))
  const parked = asked.row === null ? null : parkedIn(decisions)
  if (asked.row !== null && !parked) throw noRow()
  const left = parked ? sideOfRow(parked) : sides[0]
  const right = parked ? sides[0] : sides[1]
  if (!left || !right) throw new ActionRefused('invalid', 'A pair is of two persons.')
  const record = parked ? recordOfRow(parked) : records.find(({ id }) => id === asked.a)
  const theirs = parked ? record : asked.a
  const ours = parked ? asked.a : (asked.b ?? asked.a)
  const [match = null] =
    names.state.is === 'ready' && theirs ? await names.ask({}, 'explain', [[theirs, ours]]) : []
  const others = record ? await othersNear(context, names, record, persons) : []
  const shown = await listPersonNames(
    database,
    keyring,
    programme,
    others.map(({ person }) => person),
  )
  await noteReading(context, programme, 'name match', [
    ...persons,
    ...others.map(({ person }) => person),
  ])
  return {
    left,
    right,
    match,
    why: parked?.why ?? [],
    runnersUp: others.map(({ person, probability }) => {
      const [name] = namesSeen(shown.filter((row) => row.person === person))
      return {
        person,
        name: name ? { name: name.name, script: name.script } : null,
        probability,
      }
    }),
    decisions: decisions
      .filter(({ content }) => readParkedRow(content) === undefined)
      .map(({ entry, decision, by, on, content }) => ({
        ...{ entry, decision, by, on },
        reason: readDecisionContent(content)?.reason ?? '',
      }))
      .toReversed(),
    mayNotDecide: whyNot(context, 'match.decide'),
  }
}

/** Who else the record may be, of those in the register. */
async function othersNear(
  { today }: Context,
  names: RegisterNames,
  record: NameRecord,
  persons: readonly PersonId[],
): Promise<(MatchCandidate & { readonly person: PersonId })[]> {
  if (names.state.is !== 'ready') return []
  const [found = []] = await names.ask({}, 'lookUp', [record], RUNNERS_UP + 4)
  const merged = names.mergedOn(today)
  const shown = new Set<string>(persons.map((person) => merged.rootOf(person)))
  return ofPersons(found, merged)
    .filter(({ person }) => !shown.has(person))
    .slice(0, RUNNERS_UP)
    .map((each) => ({ ...each, person: each.person as PersonId })) // an id that was put in
}

/** What was decided about it, in order. */
export async function decisionsAbout(
  { db, keyring, programme }: Pick<Desk, 'db' | 'keyring' | 'programme'>,
  { a, b, row }: PairAsked,
): Promise<NameDecision[]> {
  const which =
    row === null
      ? { column: 'person_id', values: b === null ? [a] : [a, b] }
      : { column: 'incoming', values: [row] }
  const about = row === null ? pairKey(a, b ?? a) : rowKey(row)
  const found = await listNameDecisions(db, keyring, programme, which)
  return found.filter((each) => aboutOf(each) === about)
}

/** What the row says, as the import kept it. */
export function parkedIn(decisions: readonly NameDecision[]): ParkedRow | null {
  const all = decisions.flatMap(({ content }) => readParkedRow(content) ?? [])
  return all.at(-1) ?? null
}

export function noRow(): ActionRefused {
  return new ActionRefused('not-found', 'There is no such row that waits for a decision.')
}

/** As name matching compares it. */
export function recordOfRow({ draft: { persons, cases } }: ParkedRow): NameRecord | undefined {
  const [first] = persons
  if (!first) return undefined
  const born = first.birth === null ? undefined : parseUncertainDate(first.birth)
  const [category] = new Set(cases.map((each) => each.category))
  return {
    id: 'row',
    names: persons.map(({ name }) => ({ value: name })),
    ...(born && { birth: birthDays(born) }),
    ...(first.sex !== '' && { sex: sexInOneWord(first.sex) }),
    ...(first.place !== '' && { place: first.place }),
    ...(category !== undefined && { category }),
  }
}

async function sidesOf(
  desk: Desk,
  persons: readonly PersonId[],
  days: LookDays,
): Promise<MatchSide[]> {
  const look = await lookAtPersons(desk, persons, days, { names: true, events: true })
  const { view } = look
  const cases = [...new Set(persons.flatMap((each) => groupsOf(look, each)))].flatMap((group) =>
    group.cases.map(({ id }) => id),
  )
  const listings = await listingsOf(desk, cases, days.asOf, days.knownOn)
  return persons.map((person) => {
    const own = look.part.persons.filter((row) => row.person === person)
    if (own.length === 0)
      throw new ActionRefused('not-found', `There is no person "${person}" in the register.`)
    const names = view.namesOf(person)
    const said = (field: 'sex' | 'nationality' | 'place' | 'occupation') =>
      [...new Set(names.map((row) => row[field]).filter((text) => text !== ''))].map((value) => ({
        field,
        value,
      }))
    return {
      person,
      from: null,
      names: namesSeen(names),
      births: birthsSeen(names),
      fields: [...said('sex'), ...said('place'), ...said('nationality'), ...said('occupation')],
      cases: groupsOf(look, person).map((group) => ({
        ...caseInRow(look, group, person),
        events: eventsOf(look, group, person),
        listings: group.cases.flatMap(({ id }) => listings.get(id) ?? []),
      })),
      merged: view.merged.entriesOf(person).filter((entry) => entry !== person),
    }
  })
}

function sideOfRow({ file, row, cells, draft: { persons } }: ParkedRow): MatchSide {
  return {
    person: null,
    from: `${file}, row ${row}`,
    names: persons.map((each, entry) => ({
      entry,
      name: each.name,
      script: scriptOfName(each),
      kind: NAME_KINDS.find((kind) => kind === each.kind) ?? 'spelling',
    })),
    births: persons.flatMap(({ birth }, entry) =>
      birth === null
        ? []
        : [{ birth, impossible: parseUncertainDate(birth) === undefined, entries: [entry] }],
    ),
    fields: cells.map(([field, value]) => ({ field, value })),
    cases: [],
    merged: [],
  }
}
