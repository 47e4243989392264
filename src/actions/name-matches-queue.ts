/**
 * What waits for a decision about names (rules R270–R271): rows that an import could not tell from
 * someone on record, and persons of the register who may be one. Of several decisions about one pair
 * the last stands.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { MergedPersons } from '../domain/cases/merged-persons.ts'
import { scriptOfName } from '../domain/lists/printed-name.ts'
import { listNameDecisions, type NameDecision } from '../store/name-decisions.ts'
import { listPersonNames } from '../store/persons.ts'
import { requirePermission, type Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { aboutOf, pairKey, readDecisionContent } from './name-decision-content.ts'
import { doublesOf, type ComparisonState, type Decisions, type Doubles } from './name-doubles.ts'
import { heldNames, type RegisterNames } from './name-service.ts'
import { readParkedRow, type ParkedRow } from './parked-rows.ts'
import { birthsSeen, namesSeen } from './person-names.ts'
import { noteReading } from './read-log.ts'
import { whyNot } from './why-not.ts'

export type ReviewStatus = 'open' | 'parked' | 'decided'

export type SideInRow = {
  readonly person: PersonId | null
  readonly name: { readonly name: string; readonly script: string } | null
  readonly birth: readonly string[]
  readonly place: string
}
export type ReviewItem = {
  readonly kind: 'pair' | 'row'
  readonly a: PersonId
  readonly b: PersonId | null
  readonly row: string | null
  readonly left: SideInRow
  readonly right: SideInRow
  readonly probability: number | null
  readonly status: ReviewStatus
  readonly decision: string | null
  readonly cluster: string | null
  readonly clusterSize: number
}
export type ComparisonSeen = Omit<ComparisonState, 'state'> & {
  readonly state: ComparisonState['state'] | 'too-large'
  readonly words: string
}
export type QueueSeen = {
  readonly comparison: ComparisonSeen
  readonly counts: Readonly<Record<ReviewStatus, number>>
  readonly items: readonly ReviewItem[]
  readonly more: number
  readonly mayNotDecide: string | null
}

/** Registers up to this size are compared when the page is opened; larger ones when someone asks. */
const COMPARED_UNASKED = 100_000
/**
 * Pairs less likely than this are not shown: most persons stand once in a register, and a queue that
 * nobody can work through is no help.
 */
const SHOWN_FROM = 0.3

type Item = Omit<ReviewItem, 'left' | 'right'> & { readonly parked: ParkedRow | null }

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function readReviewQueue(
  context: Context,
  programme: ProgrammeId,
  asked: { readonly status: ReviewStatus; readonly size: number },
): Promise<QueueSeen> {
  requirePermission(context, 'register.read')
  const { database, today } = context
  const keyring = await keyringOf(context)
  const names = heldNames(database, programme)
  await names.bringUpToDate(keyring)
  const doubles = doublesOf(names)
  if (names.state.is === 'ready') {
    if (doubles.state.state === 'not-yet' && names.persons <= COMPARED_UNASKED) doubles.begin()
    await doubles.catchUp(database, keyring, programme)
  }
  const decisions = await listNameDecisions(database, keyring, programme)
  const merged = names.mergedOn(today)
  const all = [...rowItems(decisions), ...pairItems(names, doubles, decisions, merged)]
  const counts = { open: 0, parked: 0, decided: 0 }
  for (const { status } of all) counts[status] += 1
  const wanted = all.filter(({ status }) => status === asked.status)
  const shown = asked.status === 'decided' ? wanted.toReversed() : wanted
  const page = await explained(names, shown.slice(0, asked.size))
  const persons = [...new Set(page.flatMap(({ a, b }) => (b === null ? [a] : [a, b])))]
  const rows = await listPersonNames(database, keyring, programme, persons)
  const sides = new Map(persons.map((person) => [person, sideOf(person, rows)]))
  await noteReading(context, programme, 'name matches', persons)
  return {
    comparison: comparisonSeen(names, doubles),
    counts,
    items: page.map(({ parked, ...item }) => ({
      ...item,
      left: parked ? sideOfRow(parked) : (sides.get(item.a) ?? NOBODY),
      right: sides.get(item.b ?? item.a) ?? NOBODY,
    })),
    more: Math.max(0, shown.length - asked.size),
    mayNotDecide: whyNot(context, 'match.decide'),
  }
}

/** Compares the register with itself once more, in the background. */
export async function beginComparison(
  context: Context,
  programme: ProgrammeId,
): Promise<ComparisonSeen> {
  requirePermission(context, 'register.read')
  const names = heldNames(context.database, programme)
  await names.bringUpToDate(await keyringOf(context))
  const doubles = doublesOf(names)
  if (names.state.is === 'ready') doubles.begin()
  return comparisonSeen(names, doubles)
}

function comparisonSeen(names: RegisterNames, doubles: Doubles): ComparisonSeen {
  if (names.state.is === 'too-large')
    return { state: 'too-large', done: 0, of: 0, words: names.state.sentence }
  const { state, done, of } = doubles.state
  const persons = `${names.persons.toLocaleString('en')} ${names.persons === 1 ? 'person' : 'persons'}`
  const words = {
    'not-yet': `The ${persons} of the register have not been compared with one another yet. It takes about a minute for each hundred thousand.`,
    comparing: `The ${persons} of the register are being compared with one another.`,
    done: `The ${persons} of the register have been compared with one another.`,
  }[state]
  return { state, done, of, words }
}

/** Rows of imports, in the order in which they came; each with the likeliest person. */
function rowItems(decisions: readonly NameDecision[]): readonly Item[] {
  const rows = new Map<string, { parked: ParkedRow | null; last: NameDecision }>()
  for (const each of decisions) {
    if (!('row' in each.other)) continue
    const before = rows.get(each.other.row)
    rows.set(each.other.row, {
      parked: readParkedRow(each.content) ?? before?.parked ?? null,
      last: each,
    })
  }
  return [...rows].flatMap(([row, { parked, last }]) =>
    // Without what the row says, as after an erasure, nothing is left to decide.
    parked === null
      ? []
      : [
          {
            ...{ kind: 'row' as const, a: last.person, b: null, row, parked },
            probability: last.score,
            ...statusOf(last),
            ...{ cluster: null, clusterSize: 1 },
          },
        ],
  )
}

function pairItems(
  names: RegisterNames,
  doubles: Doubles,
  decisions: readonly NameDecision[],
  merged: MergedPersons,
): readonly Item[] {
  const last = new Map<string, NameDecision>()
  for (const each of decisions) if ('person' in each.other) last.set(aboutOf(each), each)
  const clusters = doubles.clusters(decisionsIn(last.values()))
  const clusterOf = new Map(clusters.flatMap((each) => each.persons.map((one) => [one, each])))
  const { calibration } = names.weights
  const items: Item[] = []
  const add = (a: PersonId, b: PersonId, probability: number | null, decided?: NameDecision) => {
    const cluster = clusterOf.get(a)
    const isOne = cluster !== undefined && cluster === clusterOf.get(b)
    items.push({
      ...{ kind: 'pair', a, b, row: null, probability, parked: null },
      ...statusOf(decided),
      cluster: isOne ? cluster.id : null,
      clusterSize: isOne ? cluster.persons.length : 2,
    })
  }
  for (const { a, b, logOdds } of doubles.pairs) {
    const [one, other] = [a as PersonId, b as PersonId] // ids that were put in
    const decided = last.get(pairKey(a, b))
    const probability = 1 / (1 + Math.exp(-(calibration.slope * logOdds + calibration.shift)))
    if (decided && decided.decision !== 'undone') continue
    if (probability < SHOWN_FROM || merged.rootOf(one) === merged.rootOf(other)) continue
    add(one, other, probability, decided)
  }
  for (const each of last.values())
    if ('person' in each.other && each.decision !== 'undone')
      add(each.person, each.other.person, each.score, each)
  return items
}

export function decisionsIn(last: Iterable<NameDecision>): Decisions {
  const mustLink: (readonly [string, string])[] = []
  const cannotLink: (readonly [string, string])[] = []
  for (const { person, other, decision } of last) {
    if (!('person' in other)) continue
    if (decision === 'accepted') mustLink.push([person, other.person])
    if (decision === 'rejected') cannotLink.push([person, other.person])
  }
  return { mustLink, cannotLink }
}

/** What an import parked is open: nobody has looked at it yet. */
function statusOf(last: NameDecision | undefined): Pick<Item, 'status' | 'decision'> {
  if (!last || last.decision === 'undone') return { status: 'open', decision: null }
  if (last.decision !== 'parked') return { status: 'decided', decision: last.decision }
  const byPerson = readDecisionContent(last.content) !== undefined
  return { status: byPerson ? 'parked' : 'open', decision: byPerson ? 'parked' : null }
}

/** The probabilities that the reasons of each pair sum up to, as its page shows them. */
async function explained(names: RegisterNames, items: readonly Item[]): Promise<readonly Item[]> {
  const pairs = items.flatMap(({ a, b, decision }) =>
    b === null || decision !== null ? [] : [[a, b] as const],
  )
  if (pairs.length === 0 || names.state.is !== 'ready') return items
  const told = await names.ask({}, 'explain', pairs)
  const found = new Map(pairs.map(([a, b], at) => [pairKey(a, b), told[at]?.probability ?? null]))
  return items
    .map((item) => ({
      ...item,
      probability: (item.b !== null && found.get(pairKey(item.a, item.b))) || item.probability,
    }))
    .toSorted((x, y) => rank(y) - rank(x))
}

/** Rows of imports before pairs: something waits for them. */
function rank({ kind, status, probability }: Item): number {
  return status === 'open' && kind === 'row' ? 2 : (probability ?? 0)
}

const NOBODY: SideInRow = { person: null, name: null, birth: [], place: '' }

function sideOf(person: PersonId, rows: readonly PersonName[]): SideInRow {
  const own = rows.filter((row) => row.person === person)
  const [name] = namesSeen(own)
  return {
    person,
    name: name ? { name: name.name, script: name.script } : null,
    birth: birthsSeen(own).map(({ birth }) => birth),
    place: own.findLast(({ place }) => place !== '')?.place ?? '',
  }
}

function sideOfRow({ draft: { persons } }: ParkedRow): SideInRow {
  const [first] = persons
  if (!first) return NOBODY
  const { name, birth, place } = first
  return {
    person: null,
    name: { name, script: scriptOfName(first) },
    birth: birth === null ? [] : [birth],
    place,
  }
}
