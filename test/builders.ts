/**
 * Evidence and benchmarks for the tests of the domain, filled in the same way every time, so that a
 * test reads like a sentence: given this evidence, this text stands so on this day.
 *
 * Unless a builder is told otherwise, everything has been known all along.
 */
import type { Evaluator } from '../src/domain/assessment/evaluator.ts'
import { evaluatorOf } from '../src/domain/assessment/evaluator.ts'
import type { BenchmarkView } from '../src/domain/assessment/scorecard.ts'
import { viewBenchmark } from '../src/domain/assessment/scorecard.ts'
import type { BenchmarkFinding } from '../src/domain/assessment/standing.ts'
import { findStanding } from '../src/domain/assessment/standing.ts'
import type { DayNumber } from '../src/domain/basics/calendar-date.ts'
import { calendarDate, toDayNumber } from '../src/domain/basics/calendar-date.ts'
import type {
  BenchmarkId,
  GoalId,
  EventId,
  ProgrammeId,
  SeriesId,
  SourceId,
  UndertakingId,
} from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { EventEntry } from '../src/domain/evidence/event.ts'
import type { FigureEntry } from '../src/domain/evidence/figure.ts'
import type { JudgementEntry } from '../src/domain/evidence/judgement.ts'
import type { Series } from '../src/domain/evidence/series.ts'
import type { Source } from '../src/domain/evidence/source.ts'
import type { Outcome, OutcomeEntry, UndertakingEntry } from '../src/domain/evidence/undertaking.ts'
import type { Goal } from '../src/domain/goals/goal.ts'
import { splitBenchmarks } from '../src/domain/goals/language/split-benchmarks.ts'
import type { ProgrammeRecord } from '../src/domain/goals/programme-record.ts'
import type { Programme } from '../src/domain/goals/programme.ts'
import type { Waiver } from '../src/domain/goals/waiver.ts'

/** The source that entries cite unless they say otherwise. */
export const BULLETIN = 'bulletin' as SourceId
/** A source that speaks for the counterpart, and its reporter of figures. */
export const THEIR_PAPER = 'pravda' as SourceId
export const THEIR_SIDE = 'Soviet side'

export function aProgramme(given: Partial<Programme> = {}): Programme {
  return {
    id: 'soviet-union' as ProgrammeId,
    title: 'Human rights in the Soviet Union',
    counterpart: 'SUHH',
    sender: 'US',
    from: null,
    counting: 'person',
    baselines: [],
    reviews: { every: 'month' },
    claims: [THEIR_SIDE, THEIR_PAPER],
    substitutes: [],
    ...given,
  }
}

/** A day, month or span as a day number: the first day of it. */
export function day(text: string): DayNumber {
  return toDayNumber(uncertainDate(text).earliest)
}

export function aSource(id: string, given: Partial<Source> = {}): Source {
  return {
    entry: 0,
    id: id as SourceId,
    title: id,
    kind: 'publication',
    published: null,
    url: '',
    reliability: '',
    protected: false,
    origin: null,
    withdrawn: null,
    ...given,
  }
}

export function aSeries(id: string, given: Partial<Series> = {}): Series {
  return {
    entry: 0,
    id: id as SeriesId,
    title: `Title of ${id}`,
    kind: 'flow',
    unit: 'persons',
    definition: '',
    withdrawn: null,
    ...given,
  }
}

type FigureGiven = {
  readonly series?: string
  readonly by?: string
  /** The period: a day, month, year or span. */
  readonly in: string
  readonly value?: number
  readonly low?: number | null
  readonly high?: number | null
  readonly published?: string
  readonly source?: SourceId
  readonly at?: string
  readonly country?: string
  readonly known?: string
  readonly withdrawn?: string
}

/** A figure of `emigration` by NCSJ. */
export function someFigure(given: FigureGiven): FigureEntry {
  const period = uncertainDate(given.in)
  return {
    entry: 0,
    series: (given.series ?? 'emigration') as SeriesId,
    reporter: given.by ?? 'NCSJ',
    country: given.country ?? null,
    from: uncertainDate(period.earliest),
    to: uncertainDate(period.latest),
    low: given.value ?? given.low ?? null,
    high: given.value ?? given.high ?? null,
    published: given.published === undefined ? null : uncertainDate(given.published),
    source: given.source ?? BULLETIN,
    at: given.at ?? 'p. 1',
    note: '',
    known: given.known === undefined ? null : calendarDate(given.known),
    withdrawn: given.withdrawn === undefined ? null : calendarDate(given.withdrawn),
  }
}

type EventGiven = Partial<Omit<EventEntry, 'id' | 'date' | 'known' | 'withdrawn'>> & {
  readonly id?: string
  readonly on: string
  readonly known?: string
  readonly withdrawn?: string
}

/** An event; its id is made from what it says, so that different events have different ids. */
export function someEvent({ id, on, known, withdrawn, ...given }: EventGiven): EventEntry {
  const kind = given.kind ?? 'detention'
  const subject = given.subject ?? ''
  return {
    entry: 0,
    id: (id ?? [kind, subject, given.stage ?? '', on, given.detail ?? ''].join(' ')) as EventId,
    date: uncertainDate(on),
    kind,
    subject,
    stage: '',
    basis: null,
    verification: null,
    claimedBy: '',
    detail: '',
    source: BULLETIN,
    at: 'p. 2',
    ...given,
    known: known === undefined ? null : calendarDate(known),
    withdrawn: withdrawn === undefined ? null : calendarDate(withdrawn),
  }
}

type EventDetails = Omit<EventGiven, 'on' | 'kind' | 'subject' | 'stage'>

export function switched(subject: string, stage: string, on: string, given: EventDetails = {}) {
  return someEvent({ kind: 'state', subject, stage, on, ...given })
}

export function ruleMoved(subject: string, stage: string, on: string, given: EventDetails = {}) {
  return someEvent({ kind: 'rule', subject, stage, on, ...given })
}

/** A report that watched a state or a kind of act over a span. */
export function watched(subject: string, on: string, given: EventDetails = {}) {
  return someEvent({ kind: 'coverage', subject, on, ...given })
}

export function someUndertaking(id: string, on: string, given: Partial<UndertakingEntry> = {}) {
  return {
    entry: 0,
    id: id as UndertakingId,
    date: uncertainDate(on),
    by: 'Foreign Ministry',
    to: 'Embassy',
    channel: 'meeting',
    text: 'All will be free',
    due: null,
    goal: null,
    known: null,
    source: BULLETIN,
    at: 'p. 3',
    withdrawn: null,
    ...given,
  } satisfies UndertakingEntry
}

type OutcomeGiven = {
  readonly source?: SourceId
  readonly known?: string
  readonly withdrawn?: string
  readonly at?: string
}

export function someOutcome(
  undertaking: string,
  outcome: Outcome,
  on: string,
  given: OutcomeGiven = {},
): OutcomeEntry {
  return {
    entry: 0,
    undertaking: undertaking as UndertakingId,
    date: uncertainDate(on),
    outcome,
    known: given.known === undefined ? null : calendarDate(given.known),
    source: given.source ?? BULLETIN,
    at: given.at ?? 'p. 4',
    withdrawn: given.withdrawn === undefined ? null : calendarDate(given.withdrawn),
  }
}

type JudgementGiven = {
  readonly unit: string
  readonly coder: string
  readonly score: number
  readonly on?: string
  readonly known?: string
  readonly withdrawn?: string
}

/** A score on the question “Free press?”. */
export function someJudgement(given: JudgementGiven): JudgementEntry {
  return {
    entry: 0,
    question: 'Free press?',
    unit: given.unit,
    coder: given.coder,
    date: uncertainDate(given.on ?? given.unit),
    score: given.score,
    known: given.known === undefined ? null : calendarDate(given.known),
    note: '',
    withdrawn: given.withdrawn === undefined ? null : calendarDate(given.withdrawn),
  }
}

export function someWaiver(given: {
  readonly by?: string
  readonly ground?: string
  readonly from: string
  readonly until?: string
  readonly known?: string
  readonly benchmark?: string
}): Waiver {
  return {
    benchmark: (given.benchmark ?? 'asked') as BenchmarkId,
    by: given.by ?? 'President',
    ground: given.ground ?? 'the conference',
    from: uncertainDate(given.from),
    until: given.until === undefined ? null : uncertainDate(given.until),
    known: uncertainDate(given.known ?? given.from),
    cites: [],
  }
}

export function someGoal(id: string, benchmarks: readonly string[], given: Partial<Goal> = {}) {
  return {
    id: id as GoalId,
    tier: 'immediate',
    statement: `Statement of ${id}`,
    provisions: [],
    objectives: ['help-persons'],
    cites: [{ source: BULLETIN, at: 'p. 5' }],
    benchmarks: benchmarks.map((each) => each as BenchmarkId),
    ...given,
  } satisfies Goal
}

export type RecordParts = Partial<Omit<ProgrammeRecord, 'benchmarks' | 'programme'>> & {
  /** Whole benchmarks, or the clauses of one, which is then called `asked`. */
  readonly text?: string
  readonly programme?: Partial<Programme>
}

/** A record from parts; entries are numbered in the order given. */
export function aRecord({ text = '', programme, ...parts }: RecordParts): ProgrammeRecord {
  const whole =
    text === '' || /^\s*(?:#|benchmark )/.test(text)
      ? text
      : `benchmark asked "What is asked" outcome {\n  ${text}\n}\n`
  const { benchmarks, errors } = splitBenchmarks(whole)
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  let entry = 0
  const numbered = <Entry extends { readonly entry: number }>(
    entries: readonly Entry[] = [],
  ): Entry[] => entries.map((each) => ({ ...each, entry: (entry += 1) }))
  return {
    programme: aProgramme(programme),
    standards: parts.standards ?? [],
    goals: parts.goals ?? [],
    benchmarks,
    waivers: parts.waivers ?? [],
    sources: numbered([
      aSource(BULLETIN, { title: 'Daily News Bulletin' }),
      aSource(THEIR_PAPER),
      ...(parts.sources ?? []),
    ]),
    series: numbered(parts.series ?? [aSeries('emigration')]),
    figures: numbered(parts.figures),
    events: numbered(parts.events),
    undertakings: numbered(parts.undertakings),
    outcomes: numbered(parts.outcomes),
    judgements: numbered(parts.judgements),
  }
}

export type Days = { readonly asOf: string; readonly knownOn?: string }

/** Late enough that all evidence without a later date is known. */
const LONG_AFTER = '2020-01-01'

export function findingOf(
  evaluator: Evaluator,
  { asOf, knownOn = LONG_AFTER }: Days,
  id = 'asked',
): BenchmarkFinding {
  const benchmark = evaluator.benchmarks.get(id as BenchmarkId)
  if (!benchmark) throw new Error(`there is no benchmark ${id}`)
  return findStanding(evaluator, benchmark, calendarDate(asOf), calendarDate(knownOn))
}

/** How the benchmark that the text asks for stands, from the evidence given. */
export function stands(text: string, parts: Omit<RecordParts, 'text'> & Days): BenchmarkView {
  const { asOf, knownOn, ...rest } = parts
  const days = knownOn === undefined ? { asOf } : { asOf, knownOn }
  return viewBenchmark(findingOf(evaluatorOf(aRecord({ text, ...rest })), days))
}

/** What the requirement comes to on the day, whatever it stood at before. */
export function required(
  text: string,
  { asOf, knownOn, ...rest }: Omit<RecordParts, 'text'> & Days,
) {
  const days = knownOn === undefined ? { asOf } : { asOf, knownOn }
  return findingOf(evaluatorOf(aRecord({ text, ...rest })), days).requirement.verdict
}
