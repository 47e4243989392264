/**
 * Measures over the register and over lists, as the register's readings answer them (rules R220–R232).
 *
 * What is confirmed gives the lower end, what may be gives the upper one; unconfirmed entries never
 * close a benchmark and are named.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { toCalendarDate } from '../basics/calendar-date.ts'
import { readCaseConditions } from '../cases/case-conditions.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import type { Argument, Condition, Measure, Test } from '../goals/language/syntax.ts'
import type { CaseReading, CaseRequest } from '../lists/case-request.ts'
import type { FrozenList } from './compiled-benchmark.ts'
import type { MeasureContext } from './measure-context.ts'
import type { MeasureReading, MeasureValue } from './measure-reading.ts'
import type { Missing } from './missing.ts'
import type { Days } from './window.ts'

/** What a measure over `cases` comes to. */
export function readCases(
  measure: Measure,
  argument: Argument,
  days: Days,
  context: MeasureContext,
): MeasureValue {
  const asked = requestOf(measure, argument, days, context)
  const over = { unit: asked.unit, from: days.from, to: days.to }
  const nothing = (missing: Missing): MeasureValue => {
    return { measure, byReporter: false, readings: [], over, missing: [missing] }
  }
  // A number in a state is of a day, and that day has not come.
  if (asked.kind === 'stock' && days.running) return nothing({ missing: 'future', after: days.to })
  const reading = context.cases.read(asked, context.named)
  if (!reading || reading.missing) return nothing({ missing: 'register' })
  // What is still to come of a running window can only add; a net may fall too.
  const high = days.running ? Infinity : reading.high
  const low = days.running && asked.kind === 'net' ? -Infinity : reading.low
  const missing: Missing[] = doubtsOf(reading, asked.unit)
  if (days.running) missing.push({ missing: 'future', after: days.to })
  return {
    measure,
    byReporter: false,
    readings: [{ ...readingOf(reading), interval: { low, high }, missing }],
    over,
    missing: [],
  }
}

function requestOf(
  measure: Measure,
  argument: Argument,
  days: Days,
  { view, counting }: MeasureContext,
): CaseRequest {
  const { attributes, state, event, unit } = readCaseConditions(whereOf(argument))
  const [from, to] = [toCalendarDate(days.from), toCalendarDate(days.to)]
  const asked = { unit: unit ?? counting, asOf: to, knownOn: view.knownOn }
  if (measure.name === 'stock')
    return { kind: 'stock', conditions: { attributes, state }, ...asked }
  const kind = measure.name === 'net' ? 'net' : 'count'
  const conditions = { attributes, state: null }
  return { kind, event: event ?? '', conditions, ...asked, from, to }
}

/** What is asked of a list on a day; undefined before the day on which it is frozen. */
export function listRequestOf(
  test: Pick<Extract<Test, { test: 'resolved' }>, 'by' | 'unit'>,
  { title, frozen }: FrozenList,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): CaseRequest | undefined {
  const day = uncertainDate(frozen).latest
  if (asOf < day) return undefined
  const { by, unit } = test
  return { kind: 'list', list: title, frozen: day, by, unit, asOf, knownOn }
}

/** What keeps a reading open, in cases. */
export function doubtsOf({ doubtful, doubtfulCases }: CaseReading, unit: CountingUnit): Missing[] {
  return doubtful > 0
    ? [{ missing: 'confirmation', unit, count: doubtful, cases: doubtfulCases }]
    : []
}

function readingOf({ citations }: CaseReading): Omit<MeasureReading, 'interval'> {
  return {
    reporter: null,
    claim: false,
    withoutClaims: null,
    contradiction: [],
    figures: [],
    events: [],
    entries: citations,
    missing: [],
  }
}

/** The unit that a measure over cases counts in. */
export function unitOfCases(argument: Argument, counting: CountingUnit): CountingUnit {
  return readCaseConditions(whereOf(argument)).unit ?? counting
}

function whereOf(argument: Argument): readonly Condition[] {
  return argument.argument === 'subject' ? argument.where : []
}
