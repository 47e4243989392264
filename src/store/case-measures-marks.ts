/**
 * What one plain case comes to on every day, as known on every day, as marks that can be added up.
 *
 * A case is plain where nobody in it stands in another one: then each of its people, and the family,
 * stands where the case stands. Its standing is a step function of two days, the day asked and the day
 * of knowledge. A stock mark lies where a step begins and holds the four standings that meet there; the
 * sum of what they say over all marks up to both days is the standing itself. A flow mark is a corner
 * of the windows in which an event of a kind lies: the sum over all corners within a window is one
 * where there is such an event and none elsewhere, however many there are (rules R234, R235).
 *
 * The steps are those of the domain (`cases/case-state.ts`, `cases/resolved.ts`, `cases/case-history.ts`);
 * tests hold the two equal on random registers.
 */
import { fold } from '../domain/evidence/detail.ts'
import {
  CASE_STATES,
  effectOf,
  kindOfCategory,
  stateAfter,
  type CategoryKind,
} from '../domain/cases/case-outcomes.ts'

/** Days are counted from 1970-01-01; before all days is the first of these. */
export const BEFORE_ALL = -2_147_483_648

export type MarkedEvent = {
  readonly entry: number
  /** Rows that agree in it speak of one happening. */
  readonly identity: string
  readonly kind: string
  readonly earliest: number
  readonly latest: number
  readonly known: number
  /** As written; null is left open. */
  readonly verification: string | null
  readonly effective: string
  readonly withdrawn: number | null
}

export type MarkedCase = {
  readonly category: string
  readonly opened: { readonly earliest: number; readonly latest: number } | null
  readonly withdrawn: number | null
  readonly events: readonly MarkedEvent[]
}

/** Where a step of the standing begins; the four standings around it, see `STANDING`. */
export type StockMark = {
  readonly validDay: number
  readonly knownDay: number
  readonly here: number
  readonly eve: number
  readonly unknown: number
  readonly unknownEve: number
}

export type FlowMark = {
  readonly kind: string
  /** Windows that begin on it or before, and end on `toDay` or later. */
  readonly fromDay: number
  readonly toDay: number
  readonly knownDay: number
  readonly sure: number
  readonly perhaps: number
}

/** A standing as bits: the states that the case may be in, then what else may be and is sure. */
export const STANDING = {
  states: (1 << CASE_STATES.length) - 1,
  stateBit: (state: string) => 1 << (CASE_STATES as readonly string[]).indexOf(state),
  openPerhaps: 1 << 16,
  openSure: 1 << 17,
  resolvedPerhaps: 1 << 18,
  resolvedSure: 1 << 19,
  onRecord: 1 << 20,
}

type Happening = Pick<MarkedEvent, 'entry' | 'kind' | 'earliest' | 'latest'> & {
  readonly confirmed: boolean
}

export function marksOf(given: MarkedCase): { stock: StockMark[]; flow: FlowMark[] } {
  const strands = strandsOf(given.events)
  const knownDays = ascending([
    BEFORE_ALL,
    ...given.events.flatMap(({ known, withdrawn }) =>
      withdrawn === null ? [known] : [known, withdrawn],
    ),
    ...(given.withdrawn === null ? [] : [given.withdrawn]),
  ])
  const validDays = ascending([
    BEFORE_ALL,
    ...given.events.map(({ latest }) => latest),
    ...(given.opened ? [given.opened.earliest, given.opened.latest] : []),
  ])
  const category = kindOfCategory(given.category)
  const stock: StockMark[] = []
  const flow: FlowMark[] = []
  let before = validDays.map(() => 0)
  let cornersBefore = new Map<string, FlowMark>()
  for (const knownDay of knownDays) {
    const isGone = given.withdrawn !== null && given.withdrawn <= knownDay
    const standing = isGone ? [] : strands.flatMap((strand) => standingIn(strand, knownDay) ?? [])
    standing.sort((a, b) => a.latest - b.latest || a.entry - b.entry)
    const now = isGone ? validDays.map(() => 0) : standings(standing, validDays, category, given)
    validDays.forEach((validDay, at) => {
      const [here = 0, unknown = 0] = [now[at], before[at]]
      const [eve = 0, unknownEve = 0] = at === 0 ? [0, 0] : [now[at - 1], before[at - 1]]
      const isStep =
        !(here === eve && unknown === unknownEve) && !(here === unknown && eve === unknownEve)
      if (isStep) stock.push({ validDay, knownDay, here, eve, unknown, unknownEve })
    })
    before = now
    const corners = cornersOf(standing, knownDay)
    flow.push(...differences(corners, cornersBefore, knownDay))
    cornersBefore = corners
  }
  return { stock, flow }
}

// Standing ----------------------------------------------------------------------------------------

/** Rows of one happening, in the order of becoming known. */
function strandsOf(events: readonly MarkedEvent[]): readonly (readonly MarkedEvent[])[] {
  const byIdentity = new Map<string, MarkedEvent[]>()
  for (const event of events) {
    const strand = byIdentity.get(event.identity)
    if (strand) strand.push(event)
    else byIdentity.set(event.identity, [event])
  }
  return [...byIdentity.values()].map((strand) =>
    strand.sort((a, b) => a.known - b.known || a.entry - b.entry),
  )
}

/** The happening as it stands on a day of knowledge; undefined where it does not, or moves nothing. */
function standingIn(strand: readonly MarkedEvent[], knownOn: number): Happening | undefined {
  let last: MarkedEvent | undefined
  for (const row of strand) if (row.known <= knownOn) last = row
  if (!last || isGone(last, knownOn)) return undefined
  const said = last.verification
  const verification =
    said ??
    (strand.some(
      (row) =>
        row.known <= knownOn &&
        row.verification === null &&
        row.effective === 'confirmed' &&
        !isGone(row, knownOn),
    )
      ? 'confirmed'
      : 'unknown')
  const confirmed = verification === 'confirmed'
  if (!confirmed && verification !== 'likely' && verification !== 'possible') return undefined
  return {
    entry: last.entry,
    kind: last.kind,
    earliest: last.earliest,
    latest: last.latest,
    confirmed,
  }
}

function isGone({ withdrawn }: MarkedEvent, knownOn: number): boolean {
  return withdrawn !== null && withdrawn <= knownOn
}

const [NOT_YET, RESOLVED, EXPELLED] = [0, 1, 2]

/** Where the case stands on each of the days, as bits. */
function standings(
  happenings: readonly Happening[],
  days: readonly number[],
  category: CategoryKind,
  { opened }: MarkedCase,
): number[] {
  let states = STANDING.stateBit('unknown')
  /** Which of the four outcomes are possible: resolved or not, expelled before or not. */
  let outcomes = 1 << NOT_YET
  let begun = false
  let next = 0
  return days.map((day) => {
    for (; next < happenings.length; next += 1) {
      const happening = happenings[next]
      if (!happening || happening.latest > day) break
      const { kind, confirmed } = happening
      const state = stateAfter(category, kind)
      const moved = outcomesAfter(outcomes, category, kind)
      if (state !== undefined) states = (confirmed ? 0 : states) | STANDING.stateBit(state)
      outcomes = confirmed ? moved : outcomes | moved
      begun ||= confirmed
    }
    const mayBeResolved = (outcomes & 0b1010) !== 0
    const mayNot = (outcomes & 0b0101) !== 0
    const openedSure = opened ? opened.latest <= day : begun
    const openedPerhaps = opened ? opened.earliest <= day : true
    return (
      states |
      (mayNot && openedPerhaps ? STANDING.openPerhaps : 0) |
      (!mayBeResolved && openedSure ? STANDING.openSure : 0) |
      (mayBeResolved ? STANDING.resolvedPerhaps : 0) |
      (mayNot ? 0 : STANDING.resolvedSure) |
      STANDING.onRecord
    )
  })
}

function outcomesAfter(outcomes: number, category: CategoryKind, kind: string): number {
  const effect = effectOf(category, kind)
  if (effect === undefined) return outcomes
  let after = 0
  for (let outcome = 0; outcome < 4; outcome += 1)
    if ((outcomes & (1 << outcome)) !== 0) after |= 1 << outcomeAfter(outcome, effect, kind)
  return after
}

function outcomeAfter(outcome: number, effect: string, kind: string): number {
  if (effect === 'expels') return EXPELLED
  if (effect === 'undoes') return outcome & EXPELLED
  return kind === 'arrived' && (outcome & EXPELLED) !== 0 ? outcome : outcome | RESOLVED
}

// Flow --------------------------------------------------------------------------------------------

/** The corners of all windows that hold an event of a kind, surely and perhaps. */
function cornersOf(happenings: readonly Happening[], knownDay: number): Map<string, FlowMark> {
  const byKind = new Map<string, Happening[]>()
  for (const happening of happenings) {
    const kind = fold(happening.kind)
    const own = byKind.get(kind)
    if (own) own.push(happening)
    else byKind.set(kind, [happening])
  }
  const corners = new Map<string, FlowMark>()
  const add = (kind: string, fromDay: number, toDay: number, sure: number, perhaps: number) => {
    const key = `${kind}\n${fromDay}\n${toDay}`
    const mark = corners.get(key)
    corners.set(key, {
      ...{ kind, fromDay, toDay, knownDay },
      sure: (mark?.sure ?? 0) + sure,
      perhaps: (mark?.perhaps ?? 0) + perhaps,
    })
  }
  for (const [kind, own] of byKind) {
    const within = own
      .filter(({ confirmed }) => confirmed)
      .map(({ earliest, latest }) => ({ from: earliest, to: latest }))
    const touching = own.map(({ earliest, latest }) => ({ from: latest, to: earliest }))
    for (const { from, to, amount } of staircase(within)) add(kind, from, to, amount, 0)
    for (const { from, to, amount } of staircase(touching)) add(kind, from, to, 0, amount)
  }
  return corners
}

type Corner = { readonly from: number; readonly to: number }

/** Windows that reach around any of the corners: each corner once, less where two of them meet. */
function staircase(corners: readonly Corner[]): (Corner & { readonly amount: number })[] {
  // Later to begin and earlier to end takes in more windows: what another takes in is left out.
  const ordered = corners.toSorted((a, b) => b.from - a.from || a.to - b.to)
  const steps: Corner[] = []
  for (const corner of ordered) {
    const last = steps.at(-1)
    if (!last || corner.to < last.to) steps.push(corner)
  }
  return steps.flatMap((step, at) => {
    const own = { ...step, amount: 1 }
    const later = steps[at - 1]
    return later ? [own, { from: step.from, to: later.to, amount: -1 }] : [own]
  })
}

/** What is added and taken away between two days of knowledge. */
function differences(
  now: ReadonlyMap<string, FlowMark>,
  before: ReadonlyMap<string, FlowMark>,
  knownDay: number,
): FlowMark[] {
  const marks: FlowMark[] = []
  for (const [key, mark] of now) {
    const old = before.get(key)
    const [sure, perhaps] = [mark.sure - (old?.sure ?? 0), mark.perhaps - (old?.perhaps ?? 0)]
    if (sure !== 0 || perhaps !== 0) marks.push({ ...mark, sure, perhaps, knownDay })
  }
  for (const [key, mark] of before)
    if (!now.has(key)) marks.push({ ...mark, sure: -mark.sure, perhaps: -mark.perhaps, knownDay })
  return marks
}

function ascending(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b)
}
