/**
 * What a benchmark reads, seen from a day of knowledge: the stamps of its parts, which tell whether two
 * days of knowledge share what was worked out, and the first day on which any of it speaks.
 */
import { toDayNumber } from '../basics/calendar-date.ts'
import type { SeriesId, UndertakingId } from '../basics/ids.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { standsUnder } from '../evidence/coverage.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import { OPPOSITES } from '../evidence/event.ts'
import type { EventInView } from '../evidence/known-evidence.ts'
import type { Input } from '../goals/language/inputs.ts'
import { inputsOf } from '../goals/language/inputs.ts'
import type { CaseReadings } from './case-readings.ts'
import type { BenchmarkVersion, CompiledBenchmark } from './compiled-benchmark.ts'

/** The stamps of everything that any version of the benchmark reads. */
export function stampsOf(benchmark: CompiledBenchmark, view: EvidenceView): number[] {
  return readBy(benchmark).flatMap(({ input }) => stampsOfInput(input, view))
}

/** The first day on which something that the benchmark reads speaks. */
export function beginsOn(
  benchmark: CompiledBenchmark,
  view: EvidenceView,
  cases: CaseReadings,
): number {
  return earliest(readBy(benchmark), ({ input, version }) => {
    if (input.input === 'cases') return cases.firstOn(view.knownOn) ?? Infinity
    if (input.input === 'list') return frozenOn(version, input.name)
    return firstDayOf(input, view)
  })
}

/** Whether any version of the benchmark reads the register or a list. */
export function readsCases(benchmark: CompiledBenchmark): boolean {
  return readBy(benchmark).some(({ input: { input } }) => input === 'cases' || input === 'list')
}

function readBy({ versions }: CompiledBenchmark) {
  return versions.flatMap((version) =>
    [version.requirement, version.lapse?.test]
      .flatMap((test) => (test ? inputsOf(test) : []))
      .map((input) => ({ input, version })),
  )
}

function frozenOn({ lists }: BenchmarkVersion, name: string): number {
  const list = lists.get(name)
  return list ? toDayNumber(uncertainDate(list.frozen).latest) : Infinity
}

function stampsOfInput(input: Input, view: EvidenceView): number[] {
  switch (input.input) {
    case 'state':
      return [view.state(input.name).stamp, view.coverage().stamp]
    case 'rule':
      return [view.rule(input.name).stamp]
    case 'undertaking':
      return [view.outcomes(input.name as UndertakingId).stamp]
    case 'question':
      return [view.judgements(input.name).stamp]
    // A name may be a series or a kind of act: both are asked, and an absent one has an empty part.
    case 'subject':
      return [
        view.series(input.name as SeriesId).stamp,
        view.coverage().stamp,
        ...kindsOf(input.name).map((kind) => view.acts(kind).stamp),
      ]
    // The register may say another thing on every day of knowledge.
    case 'cases':
    case 'list':
      return [toDayNumber(view.knownOn)]
    case 'always':
      return []
  }
}

function firstDayOf(
  input: Exclude<Input, { input: 'cases' | 'list' }>,
  view: EvidenceView,
): number {
  const firstOf = (events: readonly EventInView[]) =>
    earliest(events, ({ event }) => toDayNumber(event.date.earliest))
  switch (input.input) {
    case 'state':
      return view.state(input.name).timeline[0]?.from ?? Infinity
    case 'rule':
      return view.rule(input.name).timeline[0]?.from ?? Infinity
    case 'undertaking':
      return earliest(view.outcomes(input.name as UndertakingId).outcomes, ({ outcome }) =>
        toDayNumber(outcome.date.earliest),
      )
    case 'question':
      return earliest(view.judgements(input.name).judgements, ({ judgement }) =>
        toDayNumber(judgement.date.earliest),
      )
    case 'subject': {
      const series = view.series(input.name as SeriesId)
      const figures = series.countries
        .flatMap((country) => series.reporters(country))
        .map((reporter) => earliest(reporter.figures, ({ from }) => from))
      const acts = kindsOf(input.name).map((kind) => firstOf(view.acts(kind).events))
      const reports = view
        .coverage()
        .events.filter(({ event }) =>
          kindsOf(input.name).some((kind) => standsUnder(kind, event.subject)),
        )
      return Math.min(firstOf(reports), ...figures, ...acts)
    }
    case 'always':
      return -Infinity
  }
}

function earliest<Item>(items: readonly Item[], dayOf: (item: Item) => number): number {
  return items.reduce((first, item) => Math.min(first, dayOf(item)), Infinity)
}

function kindsOf(name: string): readonly string[] {
  const { adds, takes } = OPPOSITES[name] ?? { adds: [name], takes: [] }
  return [...new Set([name, ...adds, ...takes])]
}
