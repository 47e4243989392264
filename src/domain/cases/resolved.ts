/**
 * Whether a case is resolved for a person on a day (rules R152–R158, R192).
 *
 * Only `confirmed` happenings move the outcome, both ways: this is the word of a list. Beside it stands
 * what benchmarks ask: with happenings that are `likely` or `possible` each taken as true or not, is
 * it resolved in every reading, in none, or in some? Then it is unknown.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { PersonId } from '../basics/ids.ts'
import type { CaseHappening } from './case-history.ts'
import { hasHappened } from './case-history.ts'
import { CLOSING_OUTCOMES, effectOf } from './case-outcomes.ts'
import type { CategoryKind, Effect } from './case-outcomes.ts'
import type { CaseGroup } from './register.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/** Outcomes that a benchmark names: one of them, or every one, must stand as well. */
export type NamedOutcomes = { readonly every: boolean; readonly outcomes: readonly string[] }

export type Outcome = {
  /** By confirmed happenings alone. */
  readonly resolved: boolean
  /** With likely and possible ones either way. */
  readonly answer: Answer
  /** The confirmed happening that resolved or last undid it. */
  readonly decidedBy: CaseHappening | null
  /** Unconfirmed happenings that could change it. */
  readonly doubts: readonly CaseHappening[]
}

export function outcomeOn(
  group: Pick<CaseGroup, 'category' | 'happenings' | 'concerns'>,
  person: PersonId,
  asOf: CalendarDate,
  by: NamedOutcomes | null = null,
): Outcome {
  const reading = new Reading(group.category, by)
  let decidedBy: CaseHappening | null = null
  let sure = START
  // Other states that unconfirmed happenings may have led to; most cases have none.
  let others: ReadonlySet<number> = NO_OTHERS
  const doubtful: CaseHappening[] = []
  for (const each of group.happenings) {
    if (!hasHappened(each, asOf)) break // they are in the order of their latest day
    if (!group.concerns(each, person)) continue
    if (each.verification === 'confirmed') {
      const next = reading.after(sure, each.kind)
      if (next !== sure) decidedBy = each
      sure = next
      if (others.size > 0)
        others = new Set([...others].map((state) => reading.after(state, each.kind)))
    } else if (isDoubtful(each)) {
      const states = [sure, ...others]
      const moved = states.map((state) => reading.after(state, each.kind))
      if (moved.some((state, at) => state !== states[at])) doubtful.push(each)
      others = new Set([...others, ...moved])
    }
  }
  const resolved = reading.isResolved(sure)
  const open = [...others].some((state) => reading.isResolved(state) !== resolved)
  return {
    resolved,
    answer: open ? 'unknown' : resolved ? 'yes' : 'no',
    decidedBy,
    doubts: open ? doubtful : [],
  }
}

/**
 * By confirmed happenings alone, as `outcomeOn` says it. What is asked for many days, as ages and
 * curves are, is worked out once.
 */
export function isResolvedOn(group: CaseGroup, person: PersonId, asOf: CalendarDate): boolean {
  return lastTurn(turnsOf(group, person), (day) => day <= asOf)
}

/** On the eve of a day. */
export function wasResolvedBefore(group: CaseGroup, person: PersonId, day: CalendarDate): boolean {
  return lastTurn(turnsOf(group, person), (each) => each < day)
}

function lastTurn(turns: readonly Turn[], counts: (day: CalendarDate) => boolean): boolean {
  let resolved = false
  for (const turn of turns) {
    if (!counts(turn.day)) break
    resolved = turn.resolved
  }
  return resolved
}

type Turn = { readonly day: CalendarDate; readonly resolved: boolean }

/** A group stays as it is as long as what is known does. */
const turnsByGroup = new WeakMap<CaseGroup, Map<PersonId, readonly Turn[]>>()

/** The days on which it turns, in order. */
function turnsOf(group: CaseGroup, person: PersonId): readonly Turn[] {
  const seen = turnsByGroup.get(group) ?? new Map<PersonId, readonly Turn[]>()
  turnsByGroup.set(group, seen)
  const found = seen.get(person)
  if (found) return found
  const reading = new Reading(group.category, null)
  const turns: Turn[] = []
  let state = START
  for (const each of group.happenings) {
    if (each.verification !== 'confirmed' || !group.concerns(each, person)) continue
    const next = reading.after(state, each.kind)
    if (next !== state) turns.push({ day: each.latest, resolved: reading.isResolved(next) })
    state = next
  }
  seen.set(person, turns)
  return turns
}

const NO_OTHERS: ReadonlySet<number> = new Set()

/** Likely or possible: it may be so. Unlikely, and what is merely said, is shown and moves nothing. */
export function isDoubtful({ verification }: Pick<CaseHappening, 'verification'>): boolean {
  return verification === 'likely' || verification === 'possible'
}

/** Kleene's *and*: a unit is resolved when all that it has to be resolved in is. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

/** Kleene's *or*. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

const START = 0
const RESOLVED = 1
const EXPELLED = 2
const FIRST_NAMED = 4

/**
 * Where the outcome stands, as bits: resolved, expelled before, and which named outcomes there have
 * been since it was last undone.
 */
class Reading {
  readonly #category: CategoryKind
  readonly #by: NamedOutcomes | null

  constructor(category: CategoryKind, by: NamedOutcomes | null) {
    this.#category = category
    this.#by = by && { ...by, outcomes: [...new Set(by.outcomes)] }
  }

  after(state: number, kind: string): number {
    const named = this.#by?.outcomes.indexOf(kind) ?? -1
    let next = state
    switch (this.#effectOf(kind, named >= 0)) {
      case 'resolves':
        if (kind !== 'arrived' || (state & EXPELLED) === 0) next |= RESOLVED
        break
      case 'undoes':
        next &= EXPELLED
        break
      case 'expels':
        next = EXPELLED
        break
      case undefined:
    }
    return named < 0 ? next : next | (FIRST_NAMED << named)
  }

  isResolved(state: number): boolean {
    if ((state & RESOLVED) === 0) return false
    if (!this.#by) return true
    const found = this.#by.outcomes.filter((_, at) => (state & (FIRST_NAMED << at)) !== 0).length
    return this.#by.every ? found === this.#by.outcomes.length : found > 0
  }

  #effectOf(kind: string, named: boolean): Effect | undefined {
    return named && CLOSING_OUTCOMES.includes(kind) ? 'resolves' : effectOf(this.#category, kind)
  }
}
