/**
 * Where goals and benchmarks stand on a day, as known on a day. `demarche assess --json` prints this
 * (rules R140), and the pages read it with a little more beside each benchmark.
 *
 * GET /api/programmes/:programme/assessment?asOf&knownOn                → Assessment
 * GET /api/programmes/:programme/scorecard?asOf&knownOn                 → Scorecard
 * GET /api/programmes/:programme/history?from&to&every&knownOn          → History
 * GET /api/programmes/:programme/changes?since&asOf&knownOn             → Changes
 * GET /api/programmes/:programme/goals/:goal?asOf&knownOn               → GoalPage
 * GET /api/programmes/:programme/benchmarks/:benchmark?asOf&knownOn     → Explanation
 */
import { z } from 'zod'

export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const Standing = z.enum(['met', 'not-met', 'insufficient', 'disputed'])
export const GoalStanding = z.enum(['met', 'partly', 'not-met', 'insufficient', 'disputed'])
export const Life = z.enum([
  'not-due',
  'waived',
  'lapsed',
  'slipping',
  'unverified',
  'by-a-later-standard',
])
export const Tier = z.enum(['immediate', 'intermediate', 'long-range'])
export const BenchmarkKind = z.enum(['structural', 'process', 'outcome'])

/** One reporter's interval; `high: null` is unbounded. */
export const Reading = z.object({
  /** null where the evidence is events, which have no reporter. */
  reporter: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** `source-id @ locator` */
  citations: z.array(z.string()),
})

export const MeasureReadings = z.object({ term: z.string(), readings: z.array(Reading) })

export const Waiver = z.object({
  by: z.string(),
  ground: z.string(),
  from: z.string(),
  until: z.string().nullable(),
})

export const BenchmarkAssessment = z.object({
  id: z.string(),
  kind: BenchmarkKind,
  standing: Standing,
  gesture: z.boolean(),
  life: Life.nullable(),
  holdingSince: Day.nullable(),
  waiver: Waiver.nullable(),
  /** The `set` of the version that judged, as written; null is as old as the programme. */
  version: z.string().nullable(),
  measures: z.array(MeasureReadings),
  /** One sentence. */
  why: z.string(),
  /** What would tell, a sentence each. */
  missing: z.array(z.string()),
  disputes: z.array(z.string()),
  /** Every citation that the verdict rests on, events, rules and states included. */
  restsOn: z.array(z.string()),
})

export const GoalAssessment = z.object({
  id: z.string(),
  tier: Tier,
  standing: GoalStanding,
  benchmarks: z.array(BenchmarkAssessment),
})

export const Alert = z.object({
  kind: z.enum(['relapse', 'displacement', 'contradiction', 'assurance-contradicted', 'stale']),
  subject: z.string(),
  since: Day,
  why: z.string(),
})

export const Assessment = z.object({
  programme: z.string(),
  asOf: Day,
  knownOn: Day,
  goals: z.array(GoalAssessment),
  /** Benchmarks that stand on their own, under no goal. */
  benchmarks: z.array(BenchmarkAssessment),
  alerts: z.array(Alert),
})

/** A benchmark on a page: its words, and the gesture's reasons. */
export const BenchmarkRow = BenchmarkAssessment.extend({
  title: z.string(),
  gestureBecause: z.array(z.string()),
  slippingSince: Day.nullable(),
  lapsedSince: Day.nullable(),
  unverifiedSince: Day.nullable(),
})

export const GoalRow = z.object({
  id: z.string(),
  tier: Tier,
  statement: z.string(),
  /** Where the goal is stated, `source-id @ locator`. */
  cites: z.array(z.string()),
  standing: GoalStanding,
  /** True when a gesture has kept the goal from counting as met. */
  gesture: z.boolean(),
  /** Outcome and process benchmarks together: the number. Null where the goal has none. */
  number: GoalStanding.nullable(),
  /** Structural benchmarks: the rule. Null where the goal has none. */
  rule: GoalStanding.nullable(),
  /** One sentence for the row. */
  why: z.string(),
  missing: z.array(z.string()),
  sources: z.number(),
  benchmarks: z.array(BenchmarkRow),
})

export const Scorecard = z.object({
  programme: z.object({ id: z.string(), title: z.string(), counterpart: z.string() }),
  asOf: Day,
  knownOn: Day,
  /** What the two time controls run over: first and last day of any evidence shown, whole years. */
  span: z.object({ from: Day, to: Day }),
  goals: z.array(GoalRow),
  benchmarks: z.array(BenchmarkRow),
  alerts: z.array(Alert),
  /** Standings at each month end in the span, as known on `knownOn`; keys are ids. */
  strips: z.object({
    days: z.array(Day),
    goals: z.record(z.string(), z.array(GoalStanding)),
    benchmarks: z.record(z.string(), z.array(Standing)),
  }),
})

export const History = z.object({
  programme: z.string(),
  /** null: each day as known on that day. */
  knownOn: Day.nullable(),
  days: z.array(Day),
  goals: z.array(z.object({ id: z.string(), standings: z.array(GoalStanding) })),
  benchmarks: z.array(z.object({ id: z.string(), standings: z.array(Standing) })),
})

export const Change = z.object({
  kind: z.enum(['goal', 'benchmark']),
  id: z.string(),
  title: z.string(),
  before: GoalStanding,
  after: GoalStanding,
  why: z.string(),
})
/** What changed between two days, each as known on that day (the first as known on it, the second on `knownOn`). */
export const Changes = z.object({
  since: Day,
  asOf: Day,
  knownOn: Day,
  standings: z.array(Change),
  /** Acts recorded from the day after `since` to `asOf`, each at least the number given. */
  people: z.object({
    released: z.number(),
    detained: z.number(),
    redetained: z.number(),
    expelled: z.number(),
    net: z.number(),
  }),
  /** Entries that became known in between. */
  figures: z.array(
    z.object({
      series: z.string(),
      title: z.string(),
      reporter: z.string(),
      period: z.string(),
      value: z.string(),
      known: Day,
      citation: z.string(),
    }),
  ),
  events: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      kind: z.string(),
      subject: z.string(),
      known: Day,
      citation: z.string(),
    }),
  ),
})

export const GoalPage = z.object({
  goal: GoalRow,
  objectives: z.array(z.object({ id: z.string(), audiences: z.array(z.string()) })),
  provisions: z.array(
    z.object({ id: z.string(), instrument: z.string(), title: z.string(), text: z.string() }),
  ),
  undertakings: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      by: z.string(),
      text: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
  span: z.object({ from: Day, to: Day }),
  strip: z.object({ days: z.array(Day), standings: z.array(GoalStanding) }),
  alerts: z.array(Alert),
})

/** A part of a benchmark's text with what it came to. Spans are places in `text`. */
export type TraceNode = {
  from: number
  to: number
  text: string
  verdict: z.infer<typeof Standing>
  /** Short sentences: figures used, set aside and why, coverage, readings chosen. */
  notes: string[]
  readings: (z.infer<typeof Reading> & {
    verdict: z.infer<typeof Standing>
    claim: boolean
    /** Why it did not count, else null. */
    setAside: string | null
  })[]
  parts: TraceNode[]
}
export const TraceNode: z.ZodType<TraceNode> = z.lazy(() =>
  z.object({
    from: z.number(),
    to: z.number(),
    text: z.string(),
    verdict: Standing,
    notes: z.array(z.string()),
    readings: z.array(
      Reading.extend({ verdict: Standing, claim: z.boolean(), setAside: z.string().nullable() }),
    ),
    parts: z.array(TraceNode),
  }),
)

export const ChartPoint = z.object({
  day: Day,
  reporter: z.string().nullable(),
  claim: z.boolean(),
  /** null is no bound. */
  low: z.number().nullable(),
  high: z.number().nullable(),
})

/** One measure of a benchmark through time, reporters apart, as known on `knownOn`. */
export const MeasureChart = z.object({
  term: z.string(),
  unit: z.string(),
  /** The number asked for and the comparison, where the other side is a number. */
  asked: z.object({ op: z.string(), value: z.number() }).nullable(),
  points: z.array(ChartPoint),
  /** The same measure over each declared baseline and a year before; shown beside the standard. */
  beside: z.array(z.object({ id: z.string(), title: z.string(), readings: z.array(Reading) })),
  /** Figures of the series, for vintages on demand. */
  figures: z.array(
    z.object({
      reporter: z.string(),
      from: Day,
      to: Day,
      low: z.number().nullable(),
      high: z.number().nullable(),
      published: z.string().nullable(),
      supersededOn: Day.nullable(),
      claim: z.boolean(),
      citation: z.string(),
    }),
  ),
})

export const Explanation = z.object({
  benchmark: BenchmarkRow,
  goal: z.object({ id: z.string(), tier: Tier, statement: z.string() }).nullable(),
  asOf: Day,
  knownOn: Day,
  span: z.object({ from: Day, to: Day }),
  /** The text as it stood on the day. */
  text: z.string(),
  versions: z.array(
    z.object({ set: z.string().nullable(), by: z.string().nullable(), text: z.string() }),
  ),
  trace: z.array(TraceNode),
  /** The review days that decide the hold and the lapse, latest last. */
  reviews: z.array(
    z.object({ day: Day, verdict: Standing, standing: Standing, life: Life.nullable() }),
  ),
  charts: z.array(MeasureChart),
  strip: z.object({ days: z.array(Day), standings: z.array(Standing) }),
  /** Titles for the sources cited anywhere above. */
  sources: z.record(
    z.string(),
    z.object({ title: z.string(), published: z.string().nullable(), url: z.string() }),
  ),
  /** Warnings of the checker, such as a reference period that asks for nothing. */
  warnings: z.array(z.string()),
})

export type StandingJson = z.infer<typeof Standing>
export type GoalStandingJson = z.infer<typeof GoalStanding>
export type LifeJson = z.infer<typeof Life>
export type ReadingJson = z.infer<typeof Reading>
export type BenchmarkAssessmentJson = z.infer<typeof BenchmarkAssessment>
export type AssessmentJson = z.infer<typeof Assessment>
export type AlertJson = z.infer<typeof Alert>
export type BenchmarkRowJson = z.infer<typeof BenchmarkRow>
export type GoalRowJson = z.infer<typeof GoalRow>
export type ScorecardJson = z.infer<typeof Scorecard>
export type HistoryJson = z.infer<typeof History>
export type ChangesJson = z.infer<typeof Changes>
export type GoalPageJson = z.infer<typeof GoalPage>
export type MeasureChartJson = z.infer<typeof MeasureChart>
export type ExplanationJson = z.infer<typeof Explanation>
