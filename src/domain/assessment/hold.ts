/**
 * Whether a requirement has been held, review by review (rules R85–R93).
 *
 * A hold runs from the first review at which the requirement is met to the first review that much
 * later. *Insufficient* or *disputed* pauses it and adds no time, *not-met* resets it. Once held, the
 * benchmark stays met until its lapse test is met; then the hold starts anew.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { addMonths, isMonthEnd } from '../basics/calendar-date.ts'
import type { Duration } from '../goals/language/syntax.ts'
import type { Verdict } from './verdict.ts'
import { isOpen } from './verdict.ts'
import { later } from './window.ts'

export type HoldState = {
  readonly held: boolean
  readonly run: Run | null
  /** Since the review at which the lapse test was met; null once it is held again. */
  readonly lapsedSince: DayNumber | null
  /** Held, but below the requirement. */
  readonly slippingSince: DayNumber | null
  /** Held, but the lapse test cannot be told. */
  readonly unverifiedSince: DayNumber | null
}

type Run = {
  readonly since: DayNumber
  readonly pausedMonths: number
  readonly pausedDays: number
  /** Reviews at which it was met, and at which it could not be told. */
  readonly met: number
  readonly untold: number
}

export type Hold = { readonly duration: Duration; readonly reviews: number | null }

export const NOT_BEGUN: HoldState = {
  held: false,
  run: null,
  lapsedSince: null,
  slippingSince: null,
  unverifiedSince: null,
}

export type Review = {
  readonly day: DayNumber
  /** The review before; null at the first. */
  readonly previous: DayNumber | null
  readonly requirement: Verdict
  /** Evaluated only when it matters. */
  readonly lapse: () => Verdict
  readonly hold: Hold | null
}

export type Finding = { readonly state: HoldState; readonly standing: Verdict }

/** The state after one more review, and what the benchmark stands at on it. */
export function review(state: HoldState, at: Review): Finding {
  return state.held ? afterHeld(state, at) : afterHolding(state, at)
}

function afterHolding(state: HoldState, at: Review): Finding {
  const run = nextRun(state, at)
  const lapsed = state.lapsedSince !== null
  if (at.requirement !== 'met' || run === null) {
    const standing = lapsed || at.requirement === 'met' ? 'not-met' : at.requirement
    return { state: { ...state, run }, standing }
  }
  if (isComplete(run, at)) return afterHeld({ ...NOT_BEGUN, held: true, run }, at)
  const standing = isCompleteByPauses(run, at) && !lapsed ? 'insufficient' : 'not-met'
  return { state: { ...state, run }, standing }
}

function nextRun(state: HoldState, at: Review): Run | null {
  const { run } = state
  if (at.requirement === 'not-met') return null
  if (run === null) {
    const mayBegin =
      at.requirement === 'met' && (state.lapsedSince === null || at.lapse() === 'not-met')
    return mayBegin ? { since: at.day, pausedMonths: 0, pausedDays: 0, met: 1, untold: 0 } : null
  }
  if (isOpen(at.requirement)) return paused(run, at.previous ?? at.day, at.day)
  return { ...run, met: run.met + 1 }
}

/** Whole months between month ends count as months, anything else as days. */
function paused(before: Run, from: DayNumber, to: DayNumber): Run {
  const run = { ...before, untold: before.untold + 1 }
  if (isMonthEnd(from) && isMonthEnd(to))
    for (let months = 1; months <= 12; months += 1)
      if (addMonths(from, months) === to) return { ...run, pausedMonths: run.pausedMonths + months }
  return { ...run, pausedDays: run.pausedDays + (to - from) }
}

function isComplete(run: Run, { day, hold }: Review): boolean {
  if (hold === null) return true
  const end = addMonths(later(run.since, hold.duration), run.pausedMonths) + run.pausedDays
  return day >= end && run.met >= (hold.reviews ?? 1)
}

/** Complete if the reviews that could not be told had been met. */
function isCompleteByPauses(run: Run, { day, hold }: Review): boolean {
  if (hold === null || run.untold === 0) return false
  return day >= later(run.since, hold.duration) && run.met + run.untold >= (hold.reviews ?? 1)
}

function afterHeld(state: HoldState, at: Review): Finding {
  const lapse = at.lapse()
  if (lapse === 'met') return { state: { ...NOT_BEGUN, lapsedSince: at.day }, standing: 'not-met' }
  const slipping = lapse === 'not-met' && at.requirement === 'not-met'
  return {
    state: {
      ...state,
      slippingSince: slipping ? (state.slippingSince ?? at.day) : null,
      unverifiedSince: isOpen(lapse) ? (state.unverifiedSince ?? at.day) : null,
    },
    standing: 'met',
  }
}
