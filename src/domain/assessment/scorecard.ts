/**
 * Where every goal of a programme stands on a day, as known on a day, in plain data that a page, a
 * document, the command line and a frozen edition can all carry.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { addMonths, monthEndOf, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { printCitation } from '../evidence/source.ts'
import type { Goal, Tier } from '../goals/goal.ts'
import type { BenchmarkKind } from '../goals/benchmark.ts'
import { printList, printMeasure } from '../goals/language/print-benchmark.ts'
import { raiseAlerts } from './alerts.ts'
import type { AlertKind } from './alerts.ts'
import type { Evaluator } from './evaluator.ts'
import type { GoalStanding } from './goal-standing.ts'
import { goalStandings } from './goal-standing.ts'
import type { MeasureReading, MeasureValue } from './measure-reading.ts'
import type { Missing } from './missing.ts'
import { sayAlert, sayDispute, sayGesture, sayMissing, sayWhy } from './sentences.ts'
import type { BenchmarkFinding, Life, WaiverInForce } from './standing.ts'
import { findStanding } from './standing.ts'
import type { TestResult } from './test-result.ts'
import { leavesOf } from './test-result.ts'
import type { Verdict } from './verdict.ts'
import { asSentence } from './words.ts'
import { spanOfControls } from './span.ts'

export type ReadingView = {
  readonly reporter: string | null
  readonly low: number | null
  readonly high: number | null
  readonly citations: readonly string[]
}

export type BenchmarkView = {
  readonly id: string
  readonly title: string
  readonly kind: BenchmarkKind
  readonly standing: Verdict
  readonly gesture: boolean
  readonly gestureBecause: readonly string[]
  readonly life: Life | null
  readonly holdingSince: CalendarDate | null
  readonly slippingSince: CalendarDate | null
  readonly lapsedSince: CalendarDate | null
  readonly unverifiedSince: CalendarDate | null
  readonly waiver: WaiverInForce | null
  readonly version: string | null
  readonly measures: readonly { readonly term: string; readonly readings: readonly ReadingView[] }[]
  readonly why: string
  readonly missing: readonly string[]
  readonly disputes: readonly string[]
  readonly restsOn: readonly string[]
}

export type GoalView = {
  readonly id: string
  readonly tier: Tier
  readonly statement: string
  readonly cites: readonly string[]
  readonly standing: GoalStanding
  readonly gesture: boolean
  readonly number: GoalStanding | null
  readonly rule: GoalStanding | null
  readonly why: string
  readonly missing: readonly string[]
  /** Distinct sources that the findings rest on. */
  readonly sources: number
  readonly benchmarks: readonly BenchmarkView[]
}

export type AlertView = {
  readonly kind: AlertKind
  readonly subject: string
  readonly since: CalendarDate
  readonly why: string
}

export type ProgrammeAssessment = {
  readonly programme: string
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly goals: readonly GoalView[]
  /** Benchmarks under no goal. */
  readonly benchmarks: readonly BenchmarkView[]
  readonly alerts: readonly AlertView[]
}

export type Scorecard = Omit<ProgrammeAssessment, 'programme'> & {
  readonly programme: { readonly id: string; readonly title: string; readonly counterpart: string }
  readonly span: { readonly from: CalendarDate; readonly to: CalendarDate }
  readonly strips: Strips
}

/** Standings at each month end, as known on one day; keys are ids. */
export type Strips = {
  readonly days: readonly CalendarDate[]
  readonly goals: Readonly<Record<string, readonly GoalStanding[]>>
  readonly benchmarks: Readonly<Record<string, readonly Verdict[]>>
}

/** Assesses every goal and benchmark of a programme. */
export function assessProgramme(
  evaluator: Evaluator,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): ProgrammeAssessment {
  const { record, benchmarks } = evaluator
  const findings = new Map(
    [...benchmarks].map(([id, benchmark]) => [
      id as string,
      findStanding(evaluator, benchmark, asOf, knownOn),
    ]),
  )
  const underGoals = new Set<string>(record.goals.flatMap((goal) => goal.benchmarks))
  return {
    programme: record.programme.id,
    asOf,
    knownOn,
    goals: record.goals.map((goal) =>
      viewGoal(
        goal,
        goal.benchmarks.flatMap((id) => findings.get(id) ?? []),
      ),
    ),
    benchmarks: [...findings]
      .filter(([id]) => !underGoals.has(id))
      .map(([, finding]) => viewBenchmark(finding)),
    alerts: raiseAlerts(evaluator, [...findings.values()], asOf, knownOn).map((alert) => ({
      kind: alert.kind,
      subject: alert.subject,
      since: alert.since,
      why: sayAlert(alert),
    })),
  }
}

/** The scorecard of a day, with the strips of the months around it. */
export function readScorecard(
  evaluator: Evaluator,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Scorecard {
  const { programme } = evaluator.record
  const span = spanOfControls(evaluator)
  return {
    ...assessProgramme(evaluator, asOf, knownOn),
    programme: { id: programme.id, title: programme.title, counterpart: programme.counterpart },
    span,
    strips: stripsOf(evaluator, span, knownOn),
  }
}

const keptStrips = new WeakMap<Evaluator, Map<CalendarDate, Strips>>()
const MOST_KEPT = 64

/** The strips hang on the day of knowledge only: moving *as of* draws them again as they are. */
function stripsOf(
  evaluator: Evaluator,
  span: { from: CalendarDate; to: CalendarDate },
  knownOn: CalendarDate,
): Strips {
  const kept = keptStrips.get(evaluator) ?? new Map<CalendarDate, Strips>()
  keptStrips.set(evaluator, kept)
  const strips = kept.get(knownOn) ?? readStrips(evaluator, monthEndsIn(span), knownOn)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(knownOn, strips)
  return strips
}

/** Standings on the days given; each day as known on `knownOn`, or on itself where that is null. */
export function readStrips(
  evaluator: Evaluator,
  days: readonly CalendarDate[],
  knownOn: CalendarDate | null,
): Strips {
  const { record, benchmarks } = evaluator
  const found = new Map(
    [...benchmarks].map(([id, benchmark]) => [
      id as string,
      days.map((day) => findStanding(evaluator, benchmark, day, knownOn ?? day, false)),
    ]),
  )
  return {
    days,
    goals: Object.fromEntries(
      record.goals.map((goal) => [
        goal.id,
        days.map(
          (_, at) =>
            goalStandings(goal.benchmarks.flatMap((id) => found.get(id)?.[at] ?? [])).standing,
        ),
      ]),
    ),
    benchmarks: Object.fromEntries(
      [...found].map(([id, findings]) => [id, findings.map(({ standing }) => standing)]),
    ),
  }
}

/** Every month end in the span. */
export function monthEndsIn({
  from,
  to,
}: {
  from: CalendarDate
  to: CalendarDate
}): CalendarDate[] {
  const days: CalendarDate[] = []
  const last = toDayNumber(to)
  for (let day = monthEndOf(toDayNumber(from)); day <= last; day = addMonths(day, 1))
    days.push(toCalendarDate(day))
  return days
}

export function viewGoal(goal: Goal, findings: readonly BenchmarkFinding[]): GoalView {
  const views = findings.map(viewBenchmark)
  const { standing, number, rule } = goalStandings(findings)
  const deciding = decidingViews(views, standing)
  return {
    id: goal.id,
    tier: goal.tier,
    statement: goal.statement,
    cites: goal.cites.map(printCitation),
    standing,
    gesture:
      views.some(({ gesture, standing: own }) => gesture && own !== 'not-met') ||
      (standing === 'not-met' && views.some(({ gesture }) => gesture)),
    number,
    rule,
    why:
      (deciding.length > 0 ? deciding : views)
        .slice(0, 2)
        .map(({ why }) => why)
        .join(' ') || 'No benchmark has been written for this goal.',
    missing: [...new Set(views.flatMap(({ missing }) => missing))],
    sources: new Set(views.flatMap(({ restsOn }) => restsOn.map(sourceOf))).size,
    benchmarks: views,
  }
}

/** The benchmarks that say why: of a goal that is partly met one of either kind. */
function decidingViews(views: readonly BenchmarkView[], goal: GoalStanding): BenchmarkView[] {
  const counted = ({ standing, gesture }: BenchmarkView) => (gesture ? 'not-met' : standing)
  if (goal !== 'partly') return views.filter((view) => counted(view) === goal)
  return (['met', 'not-met'] as const).flatMap(
    (standing) => views.find((view) => counted(view) === standing) ?? [],
  )
}

function sourceOf(citation: string): string {
  return citation.split(' @ ')[0] ?? citation
}

export function viewBenchmark(finding: BenchmarkFinding): BenchmarkView {
  const { benchmark, version, standing, reviewed, requirement } = finding
  const leaves = requirement.result ? leavesOf(requirement.result) : []
  const { state } = reviewed
  const open = standing === 'insufficient' || standing === 'disputed'
  return {
    id: benchmark.id,
    title: version.syntax.title,
    kind: version.syntax.kind,
    standing,
    gesture: finding.gesture.length > 0,
    gestureBecause: finding.gesture.map((reason) => asSentence(sayGesture(reason))),
    life: finding.lives[0] ?? null,
    holdingSince: dateOf(finding.holdingSince),
    slippingSince: dateOf(state.slippingSince),
    lapsedSince: dateOf(state.lapsedSince),
    unverifiedSince: dateOf(state.unverifiedSince),
    waiver: finding.waiver,
    version: version.set,
    measures: [
      ...viewMeasures([...leaves.flatMap((leaf) => leaf.measures), ...finding.scale]),
      ...leaves.flatMap(viewList),
    ],
    why: sayWhy(finding),
    missing: open
      ? [
          ...new Set(
            [
              ...(requirement.withheld ? [requirement.withheld] : []),
              ...pausesOf(finding),
              ...leaves
                .filter(({ verdict }) => verdict !== 'met' && verdict !== 'not-met')
                .flatMap(({ missing }) => missing),
            ].map((missing) => asSentence(sayMissing(missing))),
          ),
        ]
      : [],
    disputes:
      standing === 'disputed'
        ? leaves.flatMap(({ disputes }) =>
            disputes.map((dispute) => asSentence(sayDispute(dispute))),
          )
        : [],
    restsOn: [
      ...new Set(
        leaves.flatMap(({ figures, events, outcomes, entries }) => [
          ...[...figures, ...events, ...outcomes].flatMap(({ citations }) =>
            citations.map(printCitation),
          ),
          ...entries.map(printCitation),
        ]),
      ),
    ],
  }
}

/** Where only reviews that could not be told keep a hold from being complete. */
function pausesOf({ standing, reviewed }: BenchmarkFinding): Missing[] {
  const { run } = reviewed.state
  if (standing !== 'insufficient' || reviewed.requirement !== 'met' || !run) return []
  return [{ missing: 'paused-reviews', count: run.untold, since: run.since }]
}

function viewMeasures(values: readonly MeasureValue[]): BenchmarkView['measures'] {
  const byTerm = new Map<string, readonly ReadingView[]>()
  for (const { measure, readings } of values)
    byTerm.set(printMeasure(measure), readings.map(viewReading))
  return [...byTerm].map(([term, readings]) => ({ term, readings }))
}

/** The list as it was read: how many units are resolved, at least and at most. */
export function viewList({ test, list, entries }: TestResult): BenchmarkView['measures'] {
  if (!list || test.test !== 'resolved') return []
  const { low, high } = list.resolved
  const citations = [...new Set(entries.map(printCitation))]
  return [{ term: printList(test), readings: [{ reporter: null, low, high, citations }] }]
}

export function viewReading({
  reporter,
  interval,
  figures,
  events,
  entries,
}: MeasureReading): ReadingView {
  return {
    reporter,
    low: finite(interval?.low),
    high: finite(interval?.high),
    citations: [
      ...new Set([
        ...[...figures, ...events].flatMap(({ citations }) => citations.map(printCitation)),
        ...entries.map(printCitation),
      ]),
    ],
  }
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}

function dateOf(day: DayNumber | null): CalendarDate | null {
  return day === null ? null : toCalendarDate(day)
}
