/** What changed between two days: standings, each as known then, and what became known in between. */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import { printCitation } from '../evidence/source.ts'
import type { CaseReadings } from './case-readings.ts'
import { countActs } from './count-acts.ts'
import type { Evaluator } from './evaluator.ts'
import type { GoalStanding } from './goal-standing.ts'
import type { BenchmarkView, GoalView } from './scorecard.ts'
import { assessProgramme } from './scorecard.ts'
import { sayDays, sayInterval } from './words.ts'

export type Changes = {
  readonly since: CalendarDate
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly standings: readonly {
    readonly kind: 'goal' | 'benchmark'
    readonly id: string
    readonly title: string
    readonly before: GoalStanding
    readonly after: GoalStanding
    readonly why: string
  }[]
  /** Acts recorded in between: releases do not count without what stands against them. */
  readonly people: People
  readonly figures: readonly {
    readonly series: string
    readonly title: string
    readonly reporter: string
    readonly period: string
    readonly value: string
    readonly known: CalendarDate
    readonly citation: string
  }[]
  readonly events: readonly {
    readonly id: string
    readonly date: string
    readonly kind: string
    readonly subject: string
    readonly known: CalendarDate
    readonly citation: string
  }[]
}

/** Each at least the number given: silence is not zero, and only confirmed acts of sure date count. */
export type People = ActsOnPeople & {
  /** The same in persons of the register; null where it has no case. */
  readonly register: ActsOnPeople | null
}

type ActsOnPeople = {
  readonly released: number
  readonly detained: number
  readonly redetained: number
  readonly expelled: number
  /** Detained and re-detained less released, as recorded. */
  readonly net: number
}

/** Persons to whom it surely happened, each once, and what that comes to. */
function readRegister(
  cases: CaseReadings,
  { knownOn }: EvidenceView,
  from: DayNumber,
  to: DayNumber,
): ActsOnPeople | null {
  if (from >= to) return null
  const [first, last] = [toCalendarDate((from + 1) as DayNumber), toCalendarDate(to)]
  const read = (event: string) => {
    const days = { from: first, to: last, asOf: last, knownOn }
    const conditions = { attributes: [], state: null }
    return cases.read({ kind: 'count', event, conditions, unit: 'person', ...days }, false)
  }
  const readings = ['released', 'detained', 're-detained', 'expelled'].map(read)
  if (readings.some((reading) => reading?.missing !== null)) return null
  const [released = 0, detained = 0, redetained = 0, expelled = 0] = readings.map(
    (reading) => reading?.low ?? 0,
  )
  return { released, detained, redetained, expelled, net: detained + redetained - released }
}

function readPeople(
  cases: CaseReadings,
  view: EvidenceView,
  from: DayNumber,
  to: DayNumber,
): People {
  const days = { from: (from + 1) as DayNumber, to, end: to, running: false }
  const recorded = (kind: string) =>
    from < to ? (countActs(kind, [], days, view).interval?.low ?? 0) : 0
  const [released, detained, redetained, expelled] = [
    recorded('release'),
    recorded('detention'),
    recorded('re-detention'),
    recorded('expulsion'),
  ]
  const acts = { released, detained, redetained, expelled, net: detained + redetained - released }
  return { ...acts, register: readRegister(cases, view, from, to) }
}

export function readChanges(
  evaluator: Evaluator,
  since: CalendarDate,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Changes {
  const before = assessProgramme(evaluator, since, since)
  const after = assessProgramme(evaluator, asOf, knownOn)
  const goals = changedRows(before.goals, after.goals, ({ statement }: GoalView) => statement)
  const benchmarks = changedRows(
    [...before.goals.flatMap((goal) => goal.benchmarks), ...before.benchmarks],
    [...after.goals.flatMap((goal) => goal.benchmarks), ...after.benchmarks],
    ({ title }: BenchmarkView) => title,
  )
  const [from, to] = [toDayNumber(since), toDayNumber(knownOn)]
  const { cases, evidence, seriesOf, viewOn } = evaluator
  return {
    since,
    asOf,
    knownOn,
    standings: [
      ...goals.map((change) => ({ kind: 'goal' as const, ...change })),
      ...benchmarks.map((change) => ({ kind: 'benchmark' as const, ...change })),
    ],
    people: readPeople(cases, viewOn(knownOn), from, toDayNumber(asOf)),
    figures: [...evidence.figures.values()]
      .flat()
      .filter(({ known }) => known > from && known <= to)
      .map((figure) => ({
        series: figure.series,
        title: seriesOf(figure.series)?.title ?? figure.series,
        reporter: figure.reporter,
        period: sayDays(figure),
        value: sayInterval({ low: figure.low ?? -Infinity, high: figure.high ?? Infinity }),
        known: toCalendarDate(figure.known),
        citation: figure.citations.map(printCitation).join('; '),
      }))
      .toSorted((a, b) => compareText(b.known, a.known)),
    events: viewOn(knownOn)
      .events()
      .filter(({ known }) => known > from && known <= to)
      .map(({ event, known, citations }) => ({
        id: event.id,
        date: event.date.text,
        kind: event.kind,
        subject: event.subject,
        known: toCalendarDate(known),
        citation: citations.map(printCitation).join('; '),
      }))
      .toSorted((a, b) => compareText(b.known, a.known)),
  }
}

function changedRows<Row extends { id: string; standing: GoalStanding; why: string }>(
  before: readonly Row[],
  after: readonly Row[],
  titleOf: (row: Row) => string,
) {
  const earlier = new Map(before.map((row) => [row.id, row]))
  return after.flatMap((row) => {
    const old = earlier.get(row.id)
    if (!old || old.standing === row.standing) return []
    return [
      { id: row.id, title: titleOf(row), before: old.standing, after: row.standing, why: row.why },
    ]
  })
}
