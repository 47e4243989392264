/**
 * Measures over the register (rules R190–R196): how many units stand somewhere on a day, to how many
 * something happened within days, and how many were added less those taken off.
 *
 * Each unit is counted once and is sure, or out, or in doubt: likely and possible happenings, days
 * that only partly lie within, and cases that do not say what is asked for leave it in doubt. What is
 * unlikely or merely claimed counts for nothing. The answer is an interval: the sure, and with those
 * in doubt.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { CaseId } from '../basics/ids.ts'
import { fold } from '../evidence/detail.ts'
import { caseFits } from './case-conditions.ts'
import type { AskedState, CaseConditions } from './case-conditions.ts'
import type { CaseHappening } from './case-history.ts'
import { oppositesOf } from './case-outcomes.ts'
import type { CaseReading } from './case-reading.ts'
import { citationsOf, NAMED_AT_MOST, namedCases, nothingOnRecord } from './case-reading.ts'
import { possibleStatesOn } from './case-state.ts'
import type { CaseGroup, RegisterView, UnitKey } from './register.ts'
import type { Answer } from './resolved.ts'
import { all, any, isDoubtful, outcomeOn } from './resolved.ts'

type Clocks = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate }

/** Units in a state on `asOf`; without a state, units with an open case. */
export type StockRequest = Clocks & {
  readonly kind: 'stock'
  readonly conditions: CaseConditions
  readonly unit: CountingUnit
}

/**
 * Units to which `event` happened from `from` to `to`, both included; `net` takes the opposite events
 * off. `to` is never after `asOf`.
 */
export type FlowRequest = Clocks & {
  readonly kind: 'count' | 'net'
  readonly event: string
  readonly conditions: CaseConditions
  readonly unit: CountingUnit
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What one case says of one person, and the happenings that say it. */
type Finding = {
  readonly answer: Answer
  readonly case: CaseId
  readonly deciding: readonly CaseHappening[]
}

/** How many units are in the state that is asked for on the day. */
export function readStock(view: RegisterView, request: StockRequest): CaseReading {
  const { conditions, unit, asOf } = request
  const { state } = conditions
  // Someone is resolved when every case of theirs is; any other state is theirs in one case.
  const join = state === 'resolved' ? all : any
  return readUnits(view, unit, conditions, join, (group, person) =>
    findState(group, person, state, asOf),
  )
}

/** To how many units it happened within the days; `net` takes the opposites off. */
export function readFlow(view: RegisterView, request: FlowRequest): CaseReading {
  const event = fold(request.event)
  if (request.kind === 'count') return countUnits(view, request, event)
  const { adds, takes } = oppositesOf(event)
  const added = adds.map((each) => countUnits(view, request, each))
  const taken = takes.map((each) => countUnits(view, request, each))
  const parts = [...added, ...taken]
  const sum = (readings: readonly CaseReading[], end: 'low' | 'high' | 'doubtful') =>
    readings.reduce((total, reading) => total + reading[end], 0)
  const [first] = parts
  if (!first || first.missing) return first ?? nothingOnRecord('register')
  return {
    ...first,
    low: sum(added, 'low') - sum(taken, 'high'),
    high: sum(added, 'high') - sum(taken, 'low'),
    doubtful: sum(parts, 'doubtful'),
    doubtfulCases: namedCases(parts.flatMap(({ doubtfulCases }) => doubtfulCases)),
    citations: parts.flatMap(({ citations }) => citations).slice(0, NAMED_AT_MOST),
  }
}

function countUnits(view: RegisterView, request: FlowRequest, event: string): CaseReading {
  const { conditions, unit, from, to } = request
  return readUnits(view, unit, conditions, any, (group, person) => {
    const deciding = group.happenings.filter(
      (each) =>
        fold(each.kind) === event &&
        group.concerns(each, person) &&
        (each.verification === 'confirmed' || isDoubtful(each)) &&
        each.earliest <= to &&
        each.latest >= from,
    )
    const sure = deciding.filter(
      (each) => each.verification === 'confirmed' && each.earliest >= from && each.latest <= to,
    )
    if (sure.length > 0) return { answer: 'yes', deciding: sure }
    return { answer: deciding.length > 0 ? 'unknown' : 'no', deciding }
  })
}

/** Every unit once: its cases that fit or may fit, person by person, joined as the question asks. */
function readUnits(
  view: RegisterView,
  unit: CountingUnit,
  { attributes }: CaseConditions,
  join: (answers: readonly Answer[]) => Answer,
  find: (group: CaseGroup, person: CaseGroup['persons'][number]) => Omit<Finding, 'case'>,
): CaseReading {
  if (view.groups.length === 0) return nothingOnRecord('register')
  const found = new Map<UnitKey, { fits: Finding[]; perhaps: Finding[] }>()
  for (const group of view.groups) {
    const fits = caseFits(group.leading, attributes)
    if (fits === 'no') continue
    for (const person of group.persons) {
      const key = unit === 'person' ? person : group.family
      const findings = found.get(key) ?? { fits: [], perhaps: [] }
      found.set(key, findings)
      const finding = { ...find(group, person), case: group.leading.id }
      findings[fits === 'yes' ? 'fits' : 'perhaps'].push(finding)
    }
  }
  let [low, high] = [0, 0]
  const doubtful: CaseId[] = []
  const deciding: CaseHappening[] = []
  for (const { fits, perhaps } of found.values()) {
    const answer = answerOf(fits, perhaps, join)
    if (answer === 'no') continue
    high += 1
    if (answer === 'yes') low += 1
    const findings = [...fits, ...perhaps]
    for (const each of findings) {
      if (each.answer !== 'no') deciding.push(...each.deciding)
      if (answer === 'unknown') doubtful.push(each.case)
    }
  }
  return {
    low,
    high,
    total: null,
    leftOut: 0,
    doubtful: high - low,
    doubtfulCases: namedCases(doubtful),
    unresolvedCases: [],
    citations: citationsOf(deciding),
    missing: null,
  }
}

/**
 * A case that may fit counts either way: the answer is sure only where it is the same with every such
 * case and without any. A unit of which no case fits is out.
 */
function answerOf(
  fits: readonly Finding[],
  perhaps: readonly Finding[],
  join: (answers: readonly Answer[]) => Answer,
): Answer {
  const answers = (findings: readonly Finding[]) => findings.map(({ answer }) => answer)
  const sure = fits.length === 0 ? 'no' : join(answers(fits))
  if (perhaps.length === 0) return sure
  // One case that may fit is enough to turn the answer, so each is tried with what fits for certain.
  const tried = perhaps.map((each) => join([...answers(fits), each.answer]))
  return tried.every((each) => each === sure) ? sure : 'unknown'
}

function findState(
  group: CaseGroup,
  person: CaseGroup['persons'][number],
  state: AskedState | null,
  asOf: CalendarDate,
): Omit<Finding, 'case'> {
  if (state === null || state === 'resolved') {
    const { answer, decidedBy, doubts } = outcomeOn(group, person, asOf)
    const deciding = [...(decidedBy ? [decidedBy] : []), ...doubts]
    if (state === 'resolved') return { answer, deciding }
    return { answer: all([not(answer), isOpened(group, asOf)]), deciding }
  }
  const { states, by } = possibleStatesOn(group, person, asOf)
  const answer = !states.has(state) ? 'no' : states.size === 1 ? 'yes' : 'unknown'
  return { answer, deciding: by }
}

/**
 * Opened by then: on its own day; one that does not say is open from the first confirmed happening,
 * and before that nobody knows.
 */
function isOpened(group: CaseGroup, asOf: CalendarDate): Answer {
  return any(
    group.cases.map(({ id, opened }) => {
      if (opened !== null)
        return opened.latest <= asOf ? 'yes' : opened.earliest <= asOf ? 'unknown' : 'no'
      const begun = group.happenings.some(
        (each) => each.case === id && each.verification === 'confirmed' && each.latest <= asOf,
      )
      return begun ? 'yes' : 'unknown'
    }),
  )
}

function not(answer: Answer): Answer {
  return answer === 'unknown' ? 'unknown' : answer === 'yes' ? 'no' : 'yes'
}
