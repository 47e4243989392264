/**
 * Where someone stands in a case on a day, in plain words, and what is in doubt about it (rules R156,
 * R159): unconfirmed entries, entries that contradict one another, what the other side merely claims.
 *
 * The last confirmed happening that moves the state gives it. Doubt never moves it and always shows.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { PersonId } from '../basics/ids.ts'
import type { CaseHappening } from './case-history.ts'
import { hasHappened } from './case-history.ts'
import type { CaseState } from './case-outcomes.ts'
import { stateAfter } from './case-outcomes.ts'
import type { CaseGroup } from './register.ts'
import { isDoubtful, outcomeOn } from './resolved.ts'

export type Doubt =
  /** It may have happened; confirmed, it would move the state. */
  | { readonly doubt: 'unconfirmed'; readonly happening: CaseHappening }
  /** Only the other side's word, or of no known verification: to be verified. */
  | { readonly doubt: 'claimed'; readonly happening: CaseHappening }
  /** Earlier rows about the same happening said otherwise. */
  | { readonly doubt: 'corrected'; readonly happening: CaseHappening }
  /** Two confirmed happenings of which one lies within the uncertain days of the other. */
  | {
      readonly doubt: 'order'
      readonly happening: CaseHappening
      readonly other: CaseHappening
    }

export type StateOnDay = {
  readonly state: CaseState
  /** What brought it there; null where nothing confirmed is known. */
  readonly by: CaseHappening | null
  readonly resolved: boolean
  readonly doubts: readonly Doubt[]
}

/** The state of one person in a case, or of the whole of it, as of a day. */
export function stateOn(group: CaseGroup, person: PersonId, asOf: CalendarDate): StateOnDay {
  const own = group.happenings.filter((each) => group.concerns(each, person))
  const past = own.filter((each) => hasHappened(each, asOf))
  const by = lastMover(group, past)
  return {
    state: (by && stateAfter(group.category, by.kind)) ?? 'unknown',
    by,
    resolved: outcomeOn(group, person, asOf).resolved,
    doubts: doubtsAbout(group, past, by),
  }
}

/** The states that the person may be in, likely and possible happenings taken either way. */
export function possibleStatesOn(
  group: CaseGroup,
  person: PersonId,
  asOf: CalendarDate,
): { readonly states: ReadonlySet<CaseState>; readonly by: readonly CaseHappening[] } {
  let states: ReadonlySet<CaseState> = new Set(['unknown'])
  let by: CaseHappening[] = []
  for (const each of group.happenings) {
    if (!hasHappened(each, asOf) || !group.concerns(each, person)) continue
    const next = stateAfter(group.category, each.kind)
    if (next === undefined) continue
    if (each.verification === 'confirmed') [states, by] = [new Set([next]), [each]]
    else if (isDoubtful(each)) {
      states = new Set([...states, next])
      by.push(each)
    }
  }
  return { states, by }
}

function lastMover(group: CaseGroup, past: readonly CaseHappening[]): CaseHappening | null {
  return (
    past.findLast(
      ({ kind, verification }) =>
        verification === 'confirmed' && stateAfter(group.category, kind) !== undefined,
    ) ?? null
  )
}

function doubtsAbout(
  group: CaseGroup,
  past: readonly CaseHappening[],
  by: CaseHappening | null,
): readonly Doubt[] {
  const since = by === null ? past : past.slice(past.indexOf(by))
  const moves = ({ kind }: CaseHappening) => stateAfter(group.category, kind) !== undefined
  const doubts: Doubt[] = []
  for (const happening of since) {
    if (happening !== by && moves(happening) && happening.verification !== 'confirmed')
      doubts.push({
        doubt: happening.verification === 'unknown' ? 'claimed' : 'unconfirmed',
        happening,
      })
    if (happening.setAside.length > 0) doubts.push({ doubt: 'corrected', happening })
  }
  if (by)
    for (const other of past)
      if (other !== by && other.verification === 'confirmed' && moves(other) && overlap(by, other))
        doubts.push({ doubt: 'order', happening: by, other })
  return doubts
}

/** The earlier may in truth be the later: their possible days meet, and at least one is imprecise. */
function overlap(by: CaseHappening, other: CaseHappening): boolean {
  const imprecise = by.earliest < by.latest || other.earliest < other.latest
  return imprecise && by.earliest <= other.latest && other.earliest <= by.latest
}
