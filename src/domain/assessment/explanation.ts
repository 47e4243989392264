/** Everything about one benchmark on one day: text, trace, reviews, charts, warnings, sources. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { BenchmarkId, SourceId } from '../basics/ids.ts'
import type { Tier } from '../goals/goal.ts'
import { versionOn } from './compiled-benchmark.ts'
import type { Evaluator } from './evaluator.ts'
import type { MeasureChart } from './measure-chart.ts'
import { chartMeasures } from './measure-chart.ts'
import { warnOfReference } from './reference-period.ts'
import type { BenchmarkView } from './scorecard.ts'
import { monthEndsIn, viewBenchmark } from './scorecard.ts'
import { spanOfControls } from './span.ts'
import type { Life } from './standing.ts'
import { findStanding } from './standing.ts'
import type { TraceNode } from './trace.ts'
import { traceOf } from './trace.ts'
import type { Verdict } from './verdict.ts'

export type Explanation = {
  readonly benchmark: BenchmarkView
  readonly goal: { readonly id: string; readonly tier: Tier; readonly statement: string } | null
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly span: { readonly from: CalendarDate; readonly to: CalendarDate }
  readonly text: string
  readonly versions: readonly {
    readonly set: string | null
    readonly by: string | null
    readonly text: string
  }[]
  readonly trace: readonly TraceNode[]
  readonly reviews: readonly {
    readonly day: CalendarDate
    readonly verdict: Verdict
    readonly standing: Verdict
    readonly life: Life | null
  }[]
  readonly charts: readonly MeasureChart[]
  readonly strip: { readonly days: readonly CalendarDate[]; readonly standings: readonly Verdict[] }
  readonly sources: Readonly<
    Record<
      string,
      { readonly title: string; readonly published: string | null; readonly url: string }
    >
  >
  readonly warnings: readonly string[]
}

const REVIEWS_SHOWN = 36

/** undefined where there is no such benchmark. */
export function explainBenchmark(
  evaluator: Evaluator,
  id: BenchmarkId,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Explanation | undefined {
  const benchmark = evaluator.benchmarks.get(id)
  if (!benchmark) return undefined
  const view = evaluator.viewOn(knownOn)
  const finding = findStanding(evaluator, benchmark, asOf, knownOn)
  const { version, requirement } = finding
  const span = spanOfControls(evaluator)
  const days = monthEndsIn(span)
  const goal = evaluator.record.goals.find(({ benchmarks }) => benchmarks.includes(id))
  const benchmarkView = viewBenchmark(finding)
  const charts = chartMeasures(evaluator, version, days, asOf, view)
  const trace = requirement.result ? [traceOf(version, requirement.result, view, evaluator)] : []
  return {
    benchmark: benchmarkView,
    goal: goal ? { id: goal.id, tier: goal.tier, statement: goal.statement } : null,
    asOf,
    knownOn,
    span,
    text: version.text,
    versions: benchmark.versions.map(({ set, by, text }) => ({ set, by, text })),
    trace,
    reviews: evaluator
      .reviewsOf(benchmark, toDayNumber(asOf), view)
      .slice(-REVIEWS_SHOWN)
      .map(({ day, requirement: verdict, standing, state }) => ({
        day: toCalendarDate(day),
        verdict,
        standing,
        life:
          state.lapsedSince !== null
            ? 'lapsed'
            : state.unverifiedSince !== null
              ? 'unverified'
              : state.slippingSince !== null
                ? 'slipping'
                : versionOn(benchmark, day).later
                  ? 'by-a-later-standard'
                  : null,
      })),
    charts,
    strip: {
      days,
      standings: days.map(
        (day) => findStanding(evaluator, benchmark, day, knownOn, false).standing,
      ),
    },
    sources: sourcesCited(evaluator, benchmarkView, charts, trace),
    warnings: warnOfReference(evaluator, version, view),
  }
}

function sourcesCited(
  { evidence }: Evaluator,
  benchmark: BenchmarkView,
  charts: readonly MeasureChart[],
  trace: readonly TraceNode[],
): Explanation['sources'] {
  const cited = [
    ...benchmark.restsOn,
    ...citationsIn(trace),
    ...charts.flatMap(({ figures, beside }) => [
      ...figures.map(({ citation }) => citation),
      ...beside.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations)),
    ]),
  ]
  const ids = new Set(cited.map((citation) => citation.split(' @ ')[0] ?? ''))
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const source = evidence.sources.get(id as SourceId)
      if (!source) return []
      const title = source.protected ? 'A protected source' : source.title
      return [
        [
          id,
          {
            title,
            published: source.published?.text ?? null,
            url: source.protected ? '' : source.url,
          },
        ],
      ]
    }),
  )
}

function citationsIn(nodes: readonly TraceNode[]): string[] {
  return nodes.flatMap(({ readings, parts }) => [
    ...readings.flatMap(({ citations }) => citations),
    ...citationsIn(parts),
  ])
}
