/**
 * Evaluates benchmarks on any day, as known on any day, and keeps what it has worked out.
 *
 * The life of a benchmark is worked out review by review, once for each set of evidence that bears on
 * it: two days of knowledge between which nothing that it reads was published share the work. What the
 * register and the lists say comes from the readings given: the lives of benchmarks that read them
 * belong to these readings and to one day of knowledge, all others to the record.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import type { BenchmarkId } from '../basics/ids.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import { openEvidence } from '../evidence/evidence-view.ts'
import type { KnownEvidence } from '../evidence/known-evidence.ts'
import { gatherEvidence } from '../evidence/known-evidence.ts'
import type { Series } from '../evidence/series.ts'
import { evidenceOf, holdOf, readingOf } from '../goals/language/clauses.ts'
import type { ProgrammeRecord } from '../goals/programme-record.ts'
import { beginsOn, readsCases, stampsOf } from './benchmark-inputs.ts'
import type { CaseReadings, Span } from './case-readings.ts'
import { NO_REGISTER } from './case-readings.ts'
import { countIndependent, whyNotClosed } from './closing.ts'
import type { BenchmarkVersion, CompiledBenchmark } from './compiled-benchmark.ts'
import { compileBenchmarks, versionOn } from './compiled-benchmark.ts'
import { evaluateTest } from './evaluate-test.ts'
import { countBefore, firstDaysKnown, spanOf } from './evidence-span.ts'
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
  readonly cases: CaseReadings
  /** Whether any benchmark reads the register or a list. */
  readonly asksCases: boolean
  readonly seriesOf: (id: string) => Series | undefined
  readonly viewOn: (knownOn: CalendarDate) => EvidenceView
  /**
   * First and last day that anything on record speaks of, the register included where a benchmark
   * reads it; null without any.
   */
  readonly span: () => Span | null
  readonly requirementOn: (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
    named: boolean,
  ) => Requirement
  /** The reviews up to `asOf`, `asOf` itself last. */
  readonly reviewsOf: (
    benchmark: CompiledBenchmark,
    asOf: DayNumber,
    view: EvidenceView,
  ) => readonly Reviewed[]
  /** `named`: whether entries of the register are to be named. */
  readonly contextOn: (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
    named: boolean,
  ) => TestContext
}

/** What is made from a record alone, whatever the register says. */
type Gathered = Pick<Evaluator, 'record' | 'evidence' | 'benchmarks' | 'seriesOf' | 'viewOn'> & {
  readonly span: Span | null
  readonly firstKnown: (view: EvidenceView) => number
  readonly reading: ReadonlySet<BenchmarkId>
  readonly lives: Lives
  readonly evaluators: WeakMap<CaseReadings, Evaluator>
}

/** Lives as they are kept: by what they rest on, and by the day of knowledge that has been asked. */
type Lives = {
  readonly byStamps: Map<string, Life>
  readonly byView: WeakMap<EvidenceView, Map<BenchmarkId, Life>>
}

const gathered = new WeakMap<ProgrammeRecord, Gathered>()

/**
 * The evaluator of a record with the readings of its register; the same one while both are the same
 * objects. A programme whose benchmarks read no case asks the readings nothing.
 */
export function evaluatorOf(record: ProgrammeRecord, cases: CaseReadings = NO_REGISTER): Evaluator {
  const parts = gathered.get(record) ?? gather(record)
  gathered.set(record, parts)
  const made = parts.evaluators.get(cases) ?? makeEvaluator(parts, cases)
  parts.evaluators.set(cases, made)
  return made
}

function gather(record: ProgrammeRecord): Gathered {
  const { programme } = record
  const evidence = gatherEvidence(record, programme)
  const series = new Map<string, Series>(record.series.map((each) => [each.id, each]))
  const benchmarks = compileBenchmarks(record.benchmarks, programme.from)
  return {
    record,
    evidence,
    benchmarks,
    seriesOf: (id) => series.get(id),
    viewOn: openEvidence(evidence),
    span: spanOf(evidence),
    firstKnown: firstDaysKnown(evidence),
    reading: new Set([...benchmarks.values()].filter(readsCases).map((benchmark) => benchmark.id)),
    lives: noLives(),
    evaluators: new WeakMap(),
  }
}

function noLives(): Lives {
  return { byStamps: new Map(), byView: new WeakMap() }
}

function makeEvaluator(parts: Gathered, cases: CaseReadings): Evaluator {
  const { record, evidence, benchmarks, seriesOf, viewOn } = parts
  const { programme } = record
  const asksCases = parts.reading.size > 0
  const ownLives = noLives()

  const span = (): Span | null => (asksCases ? hull(parts.span, cases.span()) : parts.span)

  /** The first day that anything known by then speaks of; Infinity where nothing is. */
  const firstIn = (view: EvidenceView): number =>
    asksCases
      ? Math.min(parts.firstKnown(view), cases.firstOn(view.knownOn) ?? Infinity)
      : parts.firstKnown(view)

  // Drawn up once, further than anybody has asked so far.
  let calendar: readonly DayNumber[] = []
  let calendarEnd = -Infinity
  const reviewsUpTo = (day: DayNumber): readonly DayNumber[] => {
    const whole = day > calendarEnd ? span() : null
    if (whole) {
      calendarEnd = day + CALENDAR_AHEAD_DAYS
      calendar = reviewDays(programme.reviews, whole.from, calendarEnd as DayNumber)
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
    const days = all.slice(countBefore(all, firstIn(view)))
    reviewsOfView.set(view, { calendar: all, days })
    return days
  }

  const contextOn = (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
    named: boolean,
  ): TestContext => ({
    view,
    asOf,
    seriesOf,
    cases,
    named,
    counting: programme.counting,
    evidence,
    reading: readingOf(version.syntax),
    lists: version.lists,
    watched: version.watched,
    reviews: reviewsIn(view, asOf),
  })

  const requirementOn = (
    version: BenchmarkVersion,
    asOf: DayNumber,
    view: EvidenceView,
    named: boolean,
  ): Requirement => {
    // Whose word it rests on is asked at every review of some benchmarks.
    const naming = named || evidenceOf(version.syntax) !== undefined
    if (!version.requirement)
      return { verdict: 'insufficient', result: undefined, withheld: undefined }
    const result = evaluateTest(version.requirement, contextOn(version, asOf, view, naming), 'met')
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
      ? evaluateTest(version.lapse.test, contextOn(version, asOf, view, false), 'not-met').verdict
      : 'not-met'

  const lifeOf = (benchmark: CompiledBenchmark, view: EvidenceView): Life => {
    const { byStamps, byView } = parts.reading.has(benchmark.id) ? ownLives : parts.lives
    const inView = byView.get(view) ?? new Map<BenchmarkId, Life>()
    byView.set(view, inView)
    const known = inView.get(benchmark.id)
    if (known) return known
    const first = parts.reading.has(benchmark.id) ? firstIn(view) : parts.firstKnown(view)
    const key = `${benchmark.id}\n${first}\n${stampsOf(benchmark, view).join(',')}`
    const life = byStamps.get(key) ?? {
      view,
      begins: Math.max(first, beginsOn(benchmark, view, cases)),
      reviewed: [],
    }
    if (byStamps.size >= MAX_LIVES) byStamps.clear()
    byStamps.set(key, life)
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
    const requirement = requirementOn(version, day, view, false).verdict
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
    cases,
    asksCases,
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

function hull(one: Span | null, other: Span | null): Span | null {
  if (!one || !other) return one ?? other
  return {
    from: Math.min(one.from, other.from) as DayNumber,
    to: Math.max(one.to, other.to) as DayNumber,
  }
}
