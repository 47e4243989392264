/** What evaluating a test is given, and what comes of it: the verdict with everything it rests on. */
import type { DayNumber } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { Interval } from '../basics/interval.ts'
import type {
  EventInView,
  KnownEvidence,
  KnownFigure,
  KnownOutcome,
} from '../evidence/known-evidence.ts'
import type { Citation } from '../evidence/source.ts'
import type { ReadingChoice, Term, Test } from '../goals/language/syntax.ts'
import type { FrozenList } from './compiled-benchmark.ts'
import type { MeasureContext } from './measure-context.ts'
import type { MeasureValue } from './measure-reading.ts'
import type { Dispute, Missing } from './missing.ts'
import type { Verdict } from './verdict.ts'

export type TestContext = MeasureContext & {
  readonly evidence: KnownEvidence
  readonly reading: ReadingChoice
  /** The benchmark's lists, by the name they have in the text. */
  readonly lists: ReadonlyMap<string, FrozenList>
  /** The left side of the benchmark's first comparison, which a ratchet watches. */
  readonly watched: { readonly term: Term; readonly wanted: 'more' | 'less' } | undefined
  /** The days on which the programme reviews, in order. */
  readonly reviews: readonly DayNumber[]
}

/** One reporter's verdict on a comparison. */
export type ReporterVerdict = {
  readonly reporter: string | null
  readonly claim: boolean
  readonly verdict: Verdict
  /** Why it did not count; null when it did. */
  readonly setAside: 'claim' | 'claim-contradicts-itself' | 'not-chosen' | null
}

/** So many units of a frozen list are resolved, of so many that are not left out. */
export type ListFound = {
  /** As the benchmark names it: an id or a title. */
  readonly list: string
  readonly frozen: DayNumber
  readonly asOf: DayNumber
  readonly unit: CountingUnit
  readonly resolved: Interval
  readonly of: number
}

export type TestResult = {
  readonly test: Test
  readonly verdict: Verdict
  readonly measures: readonly MeasureValue[]
  readonly reporters: readonly ReporterVerdict[]
  readonly figures: readonly KnownFigure[]
  readonly events: readonly EventInView[]
  readonly outcomes: readonly KnownOutcome[]
  /** Entries of the register that it rests on. */
  readonly entries: readonly Citation[]
  /** What a test of a list found in it; null for any other test. */
  readonly list: ListFound | null
  readonly missing: readonly Missing[]
  readonly disputes: readonly Dispute[]
  readonly parts: readonly TestResult[]
}

export function blank(test: Test, verdict: Verdict): TestResult {
  return {
    test,
    verdict,
    measures: [],
    reporters: [],
    figures: [],
    events: [],
    outcomes: [],
    entries: [],
    list: null,
    missing: [],
    disputes: [],
    parts: [],
  }
}

/** The tests of a result that have no tests in them, in the order of the text. */
export function leavesOf(result: TestResult): TestResult[] {
  return result.parts.length === 0 ? [result] : result.parts.flatMap(leavesOf)
}
