/**
 * Alerts raise themselves (rules R110–R117): relapse; displacement; an assurance that practice
 * contradicts; a reporter that contradicts itself; evidence gone stale.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import { standsUnder } from '../evidence/coverage.ts'
import type { SeriesId } from '../basics/ids.ts'
import type { EvidenceView, ReporterFigures } from '../evidence/evidence-view.ts'
import { stageRank } from '../evidence/evidence-view.ts'
import type { KnownFigure } from '../evidence/known-evidence.ts'
import type { Stretch } from '../evidence/timeline.ts'

import { inputsOf, measuresOf, namesIn } from '../goals/language/inputs.ts'
import type { Test } from '../goals/language/syntax.ts'
import { versionOn } from './compiled-benchmark.ts'
import type { Evaluator } from './evaluator.ts'
import { calledIn } from './measure.ts'
import type { BenchmarkFinding } from './standing.ts'
import { lastOutcome } from './undertaking-fate.ts'

export type AlertKind =
  'relapse' | 'displacement' | 'contradiction' | 'assurance-contradicted' | 'stale'

export type Alert = {
  readonly kind: AlertKind
  readonly subject: string
  readonly since: CalendarDate
  readonly why: AlertReason
}

export type AlertReason =
  | { readonly reason: 'lapsed'; readonly benchmark: string }
  | { readonly reason: 'moved-back'; readonly from: string; readonly to: string }
  | {
      readonly reason: 'displaced'
      readonly off: string
      readonly offOn: DayNumber
      readonly other: string
      readonly stage: string
      readonly otherOn: DayNumber
    }
  | {
      readonly reason: 'contradiction'
      readonly reporter: string
      readonly figures: readonly KnownFigure[]
    }
  | {
      readonly reason: 'outcome'
      readonly text: string
      readonly outcome: 'broken' | 'contradicted'
    }
  | {
      readonly reason: 'practice'
      readonly text: string
      readonly subject: string
      readonly to: string
    }
  | { readonly reason: 'stale'; readonly called: string; readonly latest: DayNumber }

const DISPLACED_WITHIN_DAYS = 90
const STALE_AFTER_MONTHS = 12

/** Every alert that stands on the day, the newest first. */
export function raiseAlerts(
  evaluator: Evaluator,
  findings: readonly BenchmarkFinding[],
  asOfDate: CalendarDate,
  knownOn: CalendarDate,
): Alert[] {
  const asOf = toDayNumber(asOfDate)
  const view = evaluator.viewOn(knownOn)
  return [
    ...lapses(findings),
    ...movesBack(view, asOf),
    ...displacements(evaluator, view, asOf),
    ...contradictions(evaluator, view, asOf),
    ...contradictedAssurances(evaluator, view, asOf),
    ...staleEvidence(evaluator, view, asOf),
  ].toSorted(
    (a, b) =>
      compareText(b.since, a.since) ||
      compareText(a.kind, b.kind) ||
      compareText(a.subject, b.subject),
  )
}

function lapses(findings: readonly BenchmarkFinding[]): Alert[] {
  return findings.flatMap(({ benchmark, reviewed }): Alert[] => {
    const since = reviewed.state.lapsedSince
    // What fell before anybody asked for it is history, and no alarm.
    if (since === null || since < benchmark.versions[0].inForce) return []
    return [
      {
        kind: 'relapse',
        subject: benchmark.id,
        since: toCalendarDate(since),
        why: { reason: 'lapsed', benchmark: benchmark.id },
      },
    ]
  })
}

type Moved = { readonly subject: string; readonly stretches: readonly Stretch[] }

/** What a state or rule has been through up to the day, unknown stretches left out. */
function movesOf(view: EvidenceView, kind: 'state' | 'rule', asOf: DayNumber): Moved[] {
  const subjects = new Set(
    view
      .events()
      .filter(({ event }) => event.kind === kind)
      .map(({ event }) => event.subject),
  )
  return [...subjects].toSorted(compareText).map((subject) => ({
    subject,
    stretches: (kind === 'state' ? view.state(subject) : view.rule(subject)).timeline.filter(
      ({ from, stage }) => from <= asOf && stage !== null,
    ),
  }))
}

/** Stretches of one stage made one. A state that is intensified is on all the same. */
function merged(kind: 'state' | 'rule', stretches: readonly Stretch[]): Stretch[] {
  const same = (a: string | null, b: string | null) =>
    a === b || (kind === 'state' && a !== 'off' && b !== 'off')
  return stretches.filter(
    ({ stage }, at) => at === 0 || !same(stage, stretches[at - 1]?.stage ?? null),
  )
}

/** A rule that went back, or a state that came on again, and has stayed so. */
function movesBack(view: EvidenceView, asOf: DayNumber): Alert[] {
  return (['state', 'rule'] as const).flatMap((kind) =>
    movesOf(view, kind, asOf).flatMap(({ subject, stretches }): Alert[] => {
      const [before, last] = merged(kind, stretches).slice(-2)
      if (!before?.stage || !last?.stage) return []
      const back =
        kind === 'rule'
          ? stageRank(last.stage) < stageRank(before.stage)
          : before.stage === 'off' && last.stage !== 'off'
      if (!back) return []
      return [
        {
          kind: 'relapse',
          subject,
          since: toCalendarDate(last.from),
          why: { reason: 'moved-back', from: before.stage, to: last.stage },
        },
      ]
    }),
  )
}

/**
 * One goes off within 90 days of a substitute going on or being intensified. The alert stands while
 * the one is off and the other is not.
 */
function displacements({ record }: Evaluator, view: EvidenceView, asOf: DayNumber): Alert[] {
  const states = movesOf(view, 'state', asOf)
  const areSubstitutes = (a: string, b: string) =>
    (a.includes('/') && b.includes('/') && a.split('/')[0] === b.split('/')[0]) ||
    record.programme.substitutes.some((group) => group.includes(a) && group.includes(b))
  return states.flatMap(({ subject: off, stretches }) => {
    const relief = stretches.at(-1)
    if (relief?.stage !== 'off' || stretches.length < 2) return []
    return states.flatMap(({ subject: other, stretches: others }): Alert[] => {
      if (other === off || !areSubstitutes(off, other)) return []
      const now = others.at(-1)
      const move = others.findLast(
        ({ stage, from }, index) =>
          (stage === 'on' || stage === 'intensified') &&
          // What was on from the first is no displacement; being intensified is a move at any time.
          (index > 0 || stage === 'intensified') &&
          Math.abs(from - relief.from) <= DISPLACED_WITHIN_DAYS,
      )
      if (!move?.stage || now?.stage === 'off') return []
      return [
        {
          kind: 'displacement',
          subject: other,
          since: toCalendarDate(Math.max(move.from, relief.from) as DayNumber),
          why: {
            reason: 'displaced',
            off,
            offOn: relief.from,
            other,
            stage: move.stage,
            otherOn: move.from,
          },
        },
      ]
    })
  })
}

/** Figures of one reporter that cannot all be true, once the last of them is known. */
function contradictions({ record }: Evaluator, view: EvidenceView, asOf: DayNumber): Alert[] {
  return record.series
    .filter(({ kind }) => kind !== 'index')
    .flatMap(({ id, kind }) => {
      const series = view.series(id)
      return series.countries.flatMap((country) =>
        series.reporters(country).flatMap((reporter) =>
          (kind === 'flow' ? flowsApart(reporter) : levelsApart(reporter)).flatMap(
            (figures): Alert[] => {
              if (figures.some(({ from }) => from > asOf)) return []
              const since = Math.max(...figures.map(({ known }) => known)) as DayNumber
              if (!Number.isFinite(since)) return []
              return [
                {
                  kind: 'contradiction',
                  subject: id,
                  since: toCalendarDate(since),
                  why: { reason: 'contradiction', reporter: reporter.reporter, figures },
                },
              ]
            },
          ),
        ),
      )
    })
}

function flowsApart(reporter: ReporterFigures): KnownFigure[][] {
  return reporter.flow.contradictions().map((keys) => keys.map(reporter.figureOf))
}

/** Two levels of which both hold on one day and cannot both be true (rules R27); the first such. */
function levelsApart({ figures }: ReporterFigures): KnownFigure[][] {
  const ordered = figures.toSorted((a, b) => a.from - b.from || a.entry - b.entry)
  for (const [at, one] of ordered.entries())
    for (const other of ordered.slice(at + 1)) {
      if (other.from > one.to) break
      const apart =
        (one.high ?? Infinity) < (other.low ?? -Infinity) ||
        (other.high ?? Infinity) < (one.low ?? -Infinity)
      if (apart) return [[one, other]]
    }
  return []
}

/**
 * Their word against practice: an outcome says so, or after it was given a state or rule that the
 * benchmarks of its goal read has moved back.
 */
function contradictedAssurances(
  { record, benchmarks, evidence }: Evaluator,
  view: EvidenceView,
  asOf: DayNumber,
): Alert[] {
  const moves = movesBack(view, asOf)
  return [...evidence.undertakings.values()].flatMap(({ id, versions, withdrawn }): Alert[] => {
    const knownOn = toDayNumber(view.knownOn)
    const version = versions.findLast(({ known }) => known <= knownOn)
    if (!version || withdrawn <= knownOn) return []
    const { content } = version
    if (toDayNumber(content.date.latest) > asOf) return []
    const outcome = lastOutcome(view.outcomes(id).outcomes, asOf, evidence, 'met').last?.outcome
    if (outcome?.outcome === 'broken' || outcome?.outcome === 'contradicted')
      return [
        {
          kind: 'assurance-contradicted',
          subject: id,
          since: outcome.date.latest,
          why: { reason: 'outcome', text: content.text, outcome: outcome.outcome },
        },
      ]
    const goal = record.goals.find((each) => each.id === content.goal)
    const subjects = new Set(
      goal?.benchmarks.flatMap((benchmark) => {
        const compiled = benchmarks.get(benchmark)
        return compiled ? subjectsIn(versionOn(compiled, asOf).version.requirement) : []
      }),
    )
    const against = moves.find(
      ({ subject, since }) => subjects.has(subject) && since > content.date.latest,
    )
    if (against?.why.reason !== 'moved-back') return []
    return [
      {
        kind: 'assurance-contradicted',
        subject: id,
        since: against.since,
        why: {
          reason: 'practice',
          text: content.text,
          subject: against.subject,
          to: against.why.to,
        },
      },
    ]
  })
}

/** The states and rules that a test reads. */
function subjectsIn(test: Test | undefined): string[] {
  switch (test?.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(subjectsIn)
    case 'at-least':
      return test.of.flatMap(subjectsIn)
    case 'not':
      return subjectsIn(test.part)
    case 'off':
      return [test.state]
    case 'rule':
      return [test.rule]
    default:
      return []
  }
}

/** Nothing newer than twelve months where a benchmark needs it (rules R117). */
function staleEvidence(
  { record, benchmarks, seriesOf }: Evaluator,
  view: EvidenceView,
  asOf: DayNumber,
): Alert[] {
  const { from } = record.programme
  const began = from === null ? -Infinity : toDayNumber(from)
  if (asOf < began) return []
  const [series, states] = [new Set<string>(), new Set<string>()]
  for (const benchmark of benchmarks.values()) {
    const { requirement } = versionOn(benchmark, asOf).version
    for (const id of openSeriesIn(requirement)) if (seriesOf(id)) series.add(id)
    for (const input of requirement ? inputsOf(requirement) : [])
      if (input.input === 'state') states.add(input.name)
  }
  return [
    ...[...series].map((id) =>
      staleSince(id, calledIn({ seriesOf }, id), figureEnds(view, id), asOf, began),
    ),
    ...[...states].map((id) => staleSince(id, id, reportEnds(view, id), asOf, began)),
  ].flatMap((alert) => alert ?? [])
}

function figureEnds(view: EvidenceView, id: string): DayNumber[] {
  return view
    .series(id as SeriesId)
    .reporters(null)
    .flatMap(({ figures }) => figures.map(({ to }) => to))
}

/** The last days of what switched the state and of the reports that watched it. */
function reportEnds(view: EvidenceView, state: string): DayNumber[] {
  return view
    .events()
    .filter(
      ({ event }) =>
        (event.kind === 'state' && event.subject === state) ||
        (event.kind === 'coverage' && standsUnder(state, event.subject)),
    )
    .map(({ event }) => toDayNumber(event.date.latest))
}

/** Never told is missing evidence, not stale evidence. */
function staleSince(
  subject: string,
  called: string,
  ends: readonly DayNumber[],
  asOf: DayNumber,
  began: number,
): Alert | undefined {
  const past = ends.filter((end) => end <= asOf)
  if (past.length === 0) return undefined
  const latest = past.reduce((a, b) => (a > b ? a : b))
  const since = addMonths(latest, STALE_AFTER_MONTHS)
  if (since >= asOf) return undefined
  return {
    kind: 'stale',
    subject,
    // Nobody could be alarmed before the programme began.
    since: toCalendarDate(Math.max(since + 1, began) as DayNumber),
    why: { reason: 'stale', called, latest },
  }
}

/** Series that a test reads up to the day; a fixed window in the past needs nothing new. */
function openSeriesIn(test: Test | undefined): string[] {
  switch (test?.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(openSeriesIn)
    case 'at-least':
      return test.of.flatMap(openSeriesIn)
    case 'not':
      return openSeriesIn(test.part)
    case 'compare':
      return [...measuresOf(test.left), ...measuresOf(test.right)]
        .filter(({ window }) => window?.window !== 'in' && window?.window !== 'at')
        .flatMap(namesIn)
    default:
      return []
  }
}
