/**
 * Gestures earn no credit (rules R105–R107). A benchmark shows one where the raw test
 * passes, or the measure is better than a year before, and the hold is incomplete, or releases since
 * the act are no more than new detentions and re-detentions, or its basis is favour.
 *
 * The standing beside it is what the rules say without it; a goal counts a gesture as not met.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import type { EventInView } from '../evidence/known-evidence.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import type { Test } from '../goals/language/syntax.ts'
import type { BenchmarkVersion } from './compiled-benchmark.ts'
import type { Evaluator, Requirement } from './evaluator.ts'
import { countActs } from './count-acts.ts'
import { readMeasure } from './measure.ts'
import { intervalOf, opposite, wantedBy } from './terms.ts'
import type { TestContext, TestResult } from './test-result.ts'

export type GestureReason =
  | { readonly because: 'not-held' }
  | {
      readonly because: 'offset'
      readonly since: DayNumber
      readonly released: number
      readonly detained: number
    }
  | { readonly because: 'favour'; readonly act: EventInView }

/** Why an improvement is a gesture; empty where there is no improvement or nothing against it. */
export function gestureReasons(
  evaluator: Evaluator,
  version: BenchmarkVersion,
  asOf: DayNumber,
  view: EvidenceView,
  { verdict, result }: Requirement,
  held: boolean,
): GestureReason[] {
  if (!version.requirement) return []
  const context = evaluator.contextOn(version, asOf, view, false)
  const passes = verdict === 'met'
  if (!passes && !isBetterThanAYearBefore(version.requirement, context)) return []
  const reasons: GestureReason[] = []
  if (!held) reasons.push({ because: 'not-held' })
  const acts = (result ? improvingActs(result) : [])
    .filter((act) => hasHappened(act, asOf))
    .toSorted((a, b) => compareText(a.event.date.latest, b.event.date.latest) || a.entry - b.entry)
  const last = acts.at(-1)
  if (last?.event.basis === 'favour') reasons.push({ because: 'favour', act: last })
  const release = acts.find(({ event }) => event.kind === 'release')
  if (release) reasons.push(...offset(release, asOf, view))
  else reasons.push(...offsetInRegister(result, context))
  return reasons
}

/** Releases recorded since the act, against detentions and re-detentions recorded since. */
function offset(act: EventInView, asOf: DayNumber, view: EvidenceView): GestureReason[] {
  const since = toDayNumber(act.event.date.earliest)
  const days = { from: since, to: asOf, running: false, end: asOf }
  const recorded = (kind: string) => countActs(kind, [], days, view).interval?.low ?? 0
  const released = recorded('release')
  const detained = recorded('detention') + recorded('re-detention')
  return released <= detained ? [{ because: 'offset', since, released, detained }] : []
}

/**
 * The same in the register, in persons, where the result rests on a list or on cases: since the list
 * was frozen, or over the days of the measure (rules R231). Arrivals are no releases.
 */
function offsetInRegister(result: TestResult | undefined, context: TestContext): GestureReason[] {
  const since = result ? beginsInRegister(result) : Infinity
  if (!Number.isFinite(since) || since > context.asOf) return []
  const released = countCases('released', since as DayNumber, context)
  const detained =
    countCases('detained', since as DayNumber, context) +
    countCases('re-detained', since as DayNumber, context)
  return released > 0 && released <= detained
    ? [{ because: 'offset', since: since as DayNumber, released, detained }]
    : []
}

function beginsInRegister({ list, measures, parts }: TestResult): number {
  return Math.min(
    list?.frozen ?? Infinity,
    // A stock is of one day: it tells no act.
    ...measures.map(({ measure, over }) =>
      over && measure.name !== 'stock' ? over.from : Infinity,
    ),
    ...parts.map(beginsInRegister),
  )
}

/** Persons to whom it surely happened from a day to the day asked. */
function countCases(event: string, from: DayNumber, { cases, asOf, view }: TestContext): number {
  const [first, to] = [toCalendarDate(from), toCalendarDate(asOf)]
  const asked = {
    kind: 'count',
    event,
    conditions: { attributes: [], state: null },
    unit: 'person',
    ...{ from: first, to, asOf: to, knownOn: view.knownOn },
  } as const
  const reading = cases.read(asked, false)
  return reading?.missing === null ? reading.low : 0
}

/** Acts that the result rests on and that made things better. */
function improvingActs(result: TestResult): EventInView[] {
  const own = result.events.filter(({ event }) => {
    if (event.kind === 'state') return event.stage === 'off'
    return event.kind === 'rule' ? event.stage !== 'none' : event.kind === 'release'
  })
  return [...own, ...result.parts.flatMap(improvingActs)]
}

function hasHappened({ event }: EventInView, asOf: DayNumber): boolean {
  return toDayNumber(event.date.latest) <= asOf
}

/** Whether some comparison is better, over its whole interval, on the side that it needs. */
function isBetterThanAYearBefore(test: Test, context: TestContext): boolean {
  switch (test.test) {
    case 'and':
    case 'or':
      return test.parts.some((part) => isBetterThanAYearBefore(part, context))
    case 'at-least':
      return test.of.some((part) => isBetterThanAYearBefore(part, context))
    case 'compare':
      return isComparisonBetter(test, context)
    default:
      return false
  }
}

function isComparisonBetter(
  test: Extract<Test, { test: 'compare' }>,
  context: TestContext,
): boolean {
  if (test.op === '=' || test.op === '!=') return false
  const wanted = wantedBy(test.op)
  // What is asked to grow or fall stands on the left, or on the right of a number.
  const [term, needed] =
    measuresOf(test.left).length > 0 ? [test.left, wanted] : [test.right, opposite(wanted)]
  const measures = measuresOf(term)
  const read = (asOf: DayNumber) =>
    measures.map((measure) => readMeasure(measure, { ...context, asOf }, needed))
  const [now, before] = [read(context.asOf), read(addMonths(context.asOf, -12))]
  const reporters = new Set(
    now.flatMap(({ readings }) =>
      readings.filter(({ claim }) => !claim).map(({ reporter }) => reporter),
    ),
  )
  const changes = [...reporters].map((reporter) => {
    const at = (values: typeof now) =>
      intervalOf(term, (measure) => {
        const value = values[measures.indexOf(measure)]
        const reading = value?.readings.find(
          (each) => each.reporter === reporter || each.reporter === null,
        )
        return reading?.interval ?? { low: -Infinity, high: Infinity }
      })
    const [present, past] = [at(now), at(before)]
    const [more, less] = [present.low > past.high, present.high < past.low]
    return needed === 'more' ? Number(more) - Number(less) : Number(less) - Number(more)
  })
  return changes.includes(1) && !changes.includes(-1)
}
