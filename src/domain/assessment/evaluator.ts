/**
 * Evaluates benchmarks on any day, as known on any day, and keeps what it has worked out.
 *
 * The life of a benchmark is worked out review by review, once for each set of evidence that bears on
 * it: two days of knowledge between which nothing that it reads was published share the work.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import type { BenchmarkId, SeriesId, UndertakingId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import { standsUnder } from '../evidence/coverage.ts'
import { openEvidence } from '../evidence/evidence-view.ts'
import type { EventInView, KnownEvidence } from '../evidence/known-evidence.ts'
import { gatherEvidence } from '../evidence/known-evidence.ts'
import { OPPOSITES } from '../evidence/event.ts'
import type { Series } from '../evidence/series.ts'
import { evidenceOf, holdOf, listsOf, readingOf } from '../goals/language/clauses.ts'
import type { Test } from '../goals/language/syntax.ts'
import type { Input } from '../goals/language/inputs.ts'
import { inputsOf } from '../goals/language/inputs.ts'
import type { ProgrammeRecord } from '../goals/programme-record.ts'
import { countIndependent, whyNotClosed } from './closing.ts'
import type { BenchmarkVersion, CompiledBenchmark } from './compiled-benchmark.ts'
import { compileBenchmarks, versionOn } from './compiled-benchmark.ts'
import { evaluateTest } from './evaluate-test.ts'
import type { Finding } from './hold.ts'
import { NOT_BEGUN, review } from './hold.ts'
import type { Missing } from './missing.ts'
import { reviewDays } from './reviews.ts'
import type { TestContext, TestResult } from './test-result.ts'
import type { Verdict } from './verdict.ts'

/** What the requirement comes to on one day. */
export type Requirement = {
  readonly verdict: Verdict
  readonly result: TestResult | undefined
  /** Why a requirement whose tests are met does not close the benchmark. */
  readonly withheld: Missing | undefined
}

export type Reviewed = Finding & { readonly day: DayNumber; readonly requirement: Verdict }

export type Evaluator = {
  readonly record: ProgrammeRecord
  readonly evidence: KnownEvidence
  readonly benchmarks: ReadonlyMap<BenchmarkId, CompiledBenchmark>
  readonly seriesOf: (id: string) => Series | undefined
  readonly viewOn: (knownOn: CalendarDate) => EvidenceView
  /** First and last day that any entry speaks of; null without any. */
  readonly span: { readonly from: DayNumber; readonly to: DayNumber } | null
  readonly requirementOn: (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
  ) => Requirement
  /** The reviews up to `asOf`, `asOf` itself last. */
  readonly reviewsOf: (
    benchmark: CompiledBenchmark,
    asOf: DayNumber,
    view: EvidenceView,
  ) => readonly Reviewed[]
  readonly contextOn: (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
  ) => TestContext
}

const evaluators = new WeakMap<ProgrammeRecord, Evaluator>()

/** The evaluator of a record; the same one while the record is the same object. */
export function evaluatorOf(record: ProgrammeRecord): Evaluator {
  const made = evaluators.get(record) ?? makeEvaluator(record)
  evaluators.set(record, made)
  return made
}

function makeEvaluator(record: ProgrammeRecord): Evaluator {
  const { programme } = record
  const evidence = gatherEvidence(record, programme)
  const viewOn = openEvidence(evidence)
  const series = new Map<string, Series>(record.series.map((each) => [each.id, each]))
  const seriesOf = (id: string) => series.get(id)
  const benchmarks = compileBenchmarks(record.benchmarks, programme.from)
  const span = spanOf(evidence)
  const firstKnown = firstDaysKnown(evidence)
  const lives = new Map<string, Life>()
  const livesOfView = new WeakMap<EvidenceView, Map<BenchmarkId, Life>>()

  // Drawn up once, further than anybody has asked so far.
  let calendar: readonly DayNumber[] = []
  let calendarEnd = -Infinity
  const reviewsUpTo = (day: DayNumber): readonly DayNumber[] => {
    if (span && day > calendarEnd) {
      calendarEnd = day + CALENDAR_AHEAD_DAYS
      calendar = reviewDays(programme.reviews, span.from, calendarEnd as DayNumber)
    }
    return calendar
  }

  // A day of knowledge has the reviews since the first evidence that was known by then.
  const reviewsOfView = new WeakMap<
    EvidenceView,
    { calendar: object; days: readonly DayNumber[] }
  >()
  const reviewsIn = (view: EvidenceView, asOf: DayNumber): readonly DayNumber[] => {
    const all = reviewsUpTo(asOf)
    const kept = reviewsOfView.get(view)
    if (kept?.calendar === all) return kept.days
    const days = all.slice(countBefore(all, firstKnown(view)))
    reviewsOfView.set(view, { calendar: all, days })
    return days
  }

  const contextOn = (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
  ): TestContext => ({
    view,
    asOf,
    seriesOf,
    evidence,
    reading: readingOf(version.syntax),
    lists: new Map(listsOf(version.syntax).map(({ name, title }) => [name, title])),
    watched: version.watched,
    reviews: reviewsIn(view, asOf),
  })

  const requirementOn = (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
  ): Requirement => {
    if (!version.requirement)
      return { verdict: 'insufficient', result: undefined, withheld: undefined }
    const result = evaluateTest(version.requirement, contextOn(version, asOf, view), 'met')
    const withheld = result.verdict === 'met' ? withheldFrom(version, result) : undefined
    return { verdict: withheld ? 'insufficient' : result.verdict, result, withheld }
  }

  const withheldFrom = (version: BenchmarkVersion, result: TestResult): Missing | undefined => {
    const notClosed = whyNotClosed(result, seriesOf)
    if (notClosed) return notClosed
    const asked = evidenceOf(version.syntax)
    if (!asked) return undefined
    const found = countIndependent(result, evidence, asked.of)
    return found < asked.count ? { missing: 'independence', asked: asked.count, found } : undefined
  }

  const lapseOn = (version: BenchmarkVersion, asOf: DayNumber, view: EvidenceView): Verdict =>
    version.lapse
      ? evaluateTest(version.lapse.test, contextOn(version, asOf, view), 'not-met').verdict
      : 'not-met'

  const lifeOf = (benchmark: CompiledBenchmark, view: EvidenceView): Life => {
    const inView = livesOfView.get(view) ?? new Map<BenchmarkId, Life>()
    livesOfView.set(view, inView)
    const known = inView.get(benchmark.id)
    if (known) return known
    const first = firstKnown(view)
    const key = `${benchmark.id}\n${first}\n${stampsOf(benchmark, view).join(',')}`
    const life = lives.get(key) ?? {
      view,
      begins: Math.max(first, beginsOn(benchmark, view)),
      reviewed: [],
    }
    if (lives.size >= MAX_LIVES) lives.clear()
    lives.set(key, life)
    inView.set(benchmark.id, life)
    return life
  }

  const reviewOne = (
    benchmark: CompiledBenchmark,
    day: DayNumber,
    before: Reviewed | undefined,
    view: EvidenceView,
  ): Reviewed => {
    const { version } = versionOn(benchmark, day)
    const requirement = requirementOn(version, day, view).verdict
    const finding = review(before?.state ?? NOT_BEGUN, {
      day,
      previous: before?.day ?? null,
      requirement,
      lapse: () => lapseOn(version, day, view),
      hold: holdOf(version.syntax) ?? null,
    })
    return { ...finding, day, requirement }
  }

  const reviewsOf = (
    benchmark: CompiledBenchmark,
    asOf: DayNumber,
    view: EvidenceView,
  ): readonly Reviewed[] => {
    const life = lifeOf(benchmark, view)
    const days = reviewsUpTo(asOf)
    const first = countBefore(days, life.begins)
    const end = countBefore(days, asOf + 1)
    for (let at = first + life.reviewed.length; at < end; at += 1) {
      const day = days[at]
      if (day !== undefined)
        life.reviewed.push(reviewOne(benchmark, day, life.reviewed.at(-1), life.view))
    }
    const past = life.reviewed.slice(0, Math.max(0, end - first))
    if (past.at(-1)?.day === asOf) return past
    return [...past, reviewOne(benchmark, asOf, past.at(-1), life.view)]
  }

  return {
    record,
    evidence,
    benchmarks,
    seriesOf,
    viewOn,
    span,
    requirementOn,
    reviewsOf,
    contextOn,
  }
}

/** Reviews at the programme's own days, worked out as far as anybody has asked. */
type Life = {
  readonly view: EvidenceView
  /** Before this day nothing that the benchmark reads can be told. */
  readonly begins: number
  readonly reviewed: Reviewed[]
}

const MAX_LIVES = 20_000
const CALENDAR_AHEAD_DAYS = 3660

/** How many of the ascending days lie before the given one. */
function countBefore(days: readonly DayNumber[], day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? Infinity) < day) low = middle + 1
    else high = middle
  }
  return low
}

function spanOf(evidence: KnownEvidence): { from: DayNumber; to: DayNumber } | null {
  let [from, to] = [Infinity, -Infinity]
  const take = (first: number, last: number) => {
    from = Math.min(from, first)
    to = Math.max(to, last)
  }
  for (const figures of evidence.figures.values())
    for (const figure of figures) take(figure.from, figure.to)
  for (const { versions } of evidence.events)
    for (const { content } of versions)
      take(toDayNumber(content.date.earliest), toDayNumber(content.date.latest))
  for (const { versions } of evidence.undertakings.values())
    for (const { content } of versions)
      take(toDayNumber(content.date.earliest), toDayNumber(content.date.latest))
  for (const judgements of evidence.judgements.values())
    for (const { judgement } of judgements)
      take(toDayNumber(judgement.date.earliest), toDayNumber(judgement.date.latest))
  return from <= to ? { from: from as DayNumber, to: to as DayNumber } : null
}

/** The first day that anything known by a day of knowledge speaks of; Infinity where nothing is. */
function firstDaysKnown(evidence: KnownEvidence): (view: EvidenceView) => number {
  const entries = [
    ...[...evidence.figures.values()].flat().map(({ known, from }) => ({ known, from })),
    ...evidence.events.flatMap(firstDaysOf),
    ...[...evidence.undertakings.values()].flatMap(firstDaysOf),
    ...[...evidence.judgements.values()]
      .flat()
      .map(({ known, judgement }) => ({ known, from: toDayNumber(judgement.date.earliest) })),
  ].toSorted((a, b) => a.known - b.known)
  const days = entries.map(({ known }) => known)
  let first = Infinity
  const firsts = entries.map(({ from }) => (first = Math.min(first, from)))
  return ({ knownOn }) => firsts[countBefore(days, toDayNumber(knownOn) + 1) - 1] ?? Infinity
}

function firstDaysOf({
  versions,
}: {
  readonly versions: readonly {
    readonly known: DayNumber
    readonly content: { readonly date: UncertainDate }
  }[]
}) {
  return versions.map(({ known, content }) => ({
    known,
    from: toDayNumber(content.date.earliest),
  }))
}

/** The stamps of everything that any version of the benchmark reads. */
function stampsOf(benchmark: CompiledBenchmark, view: EvidenceView): number[] {
  return testsOf(benchmark).flatMap((test) =>
    inputsOf(test).flatMap((input) => stampsOfInput(input, view)),
  )
}

/** The first day on which something that the benchmark reads speaks. */
function beginsOn(benchmark: CompiledBenchmark, view: EvidenceView): number {
  return earliest(testsOf(benchmark).flatMap(inputsOf), (input) => firstDayOf(input, view))
}

function testsOf({ versions }: CompiledBenchmark): Test[] {
  return versions.flatMap(({ requirement, lapse }) =>
    [requirement, lapse?.test].flatMap((test) => test ?? []),
  )
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
    case 'always':
      return []
  }
}

function firstDayOf(input: Input, view: EvidenceView): number {
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
