/**
 * What a test of the benchmark language comes to on a day, from the evidence as known on a day.
 *
 * Reporters are read one by one; those that can tell decide, and if they differ the test is disputed.
 * A claim of the counterpart counts against it and never in its favour: it is dropped wherever it would
 * help (rules R20–R24, R41, R72). `favourable` is the verdict that helps the counterpart
 * at this place of the text: `met`, but `not-met` under `not` and in a lapse test.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { exactly } from '../basics/interval.ts'
import type { UndertakingId } from '../basics/ids.ts'
import { coverageOver } from '../evidence/coverage.ts'
import { stageRank } from '../evidence/evidence-view.ts'
import { stretchesOver, stretchOn } from '../evidence/timeline.ts'
import { measuresOf, namesIn } from '../goals/language/inputs.ts'
import type { Measure, Test } from '../goals/language/syntax.ts'
import { evaluateResolved } from './evaluate-resolved.ts'
import { readAgreement } from './agreement.ts'
import type { MeasureValue } from './measure-reading.ts'
import { calledIn, readMeasure } from './measure.ts'
import type { Missing } from './missing.ts'
import { readRatchet } from './ratchet.ts'
import { judgeReadings, readingsBy } from './reporters.ts'
import { betterIn, compareIntervals, intervalOf, sidesOf } from './terms.ts'
import type { ReporterVerdict, TestContext, TestResult } from './test-result.ts'
import { blank } from './test-result.ts'
import type { Verdict } from './verdict.ts'
import { lastOutcome } from './undertaking-fate.ts'
import { allOf, anyOf, atLeast, negated } from './verdict.ts'
import { daysOf, earlier } from './window.ts'

/** Evaluates a test. Pure; the same view, day and test give the same result. */
export function evaluateTest(
  test: Test,
  context: TestContext,
  favourable: 'met' | 'not-met',
): TestResult {
  switch (test.test) {
    case 'and':
    case 'or': {
      const parts = test.parts.map((part) => evaluateTest(part, context, favourable))
      return joined(test, (test.test === 'and' ? allOf : anyOf)(parts.map(verdictOf)), parts)
    }
    case 'not': {
      const part = evaluateTest(test.part, context, favourable === 'met' ? 'not-met' : 'met')
      return joined(test, negated(part.verdict), [part])
    }
    case 'at-least': {
      const parts = test.of.map((part) => evaluateTest(part, context, favourable))
      return joined(test, atLeast(test.count, parts.map(verdictOf)), parts)
    }
    case 'compare':
      return evaluateComparison(test, context, favourable)
    case 'off':
      return evaluateOff(test, context)
    case 'rule':
      return evaluateRule(test, context)
    case 'kept':
      return evaluateKept(test, context, favourable)
    case 'judged':
      return evaluateJudged(test, context)
    case 'resolved':
      return evaluateResolved(test, context)
    case 'ratchet':
      return readRatchet(test, context)
  }
}

function verdictOf({ verdict }: TestResult): Verdict {
  return verdict
}

function joined(test: Test, verdict: Verdict, parts: readonly TestResult[]): TestResult {
  return { ...blank(test, verdict), parts }
}

function evaluateComparison(
  test: Extract<Test, { test: 'compare' }>,
  context: TestContext,
  favourable: 'met' | 'not-met',
): TestResult {
  const { left, right } = sidesOf(test, (id) => context.seriesOf(id)?.unit)
  const better = betterIn(test, favourable)
  const values = [left, right]
    .flatMap(measuresOf)
    .map((measure) => readMeasure(measure, context, better))
  const chosen = values.map((value) => onlyChosen(value, context))
  const unread = chosen.flatMap((value) => (value.readings.length === 0 ? value.missing : []))
  const judged = judgeReadings(chosen, context.reading, favourable, (read) =>
    compareIntervals(test.op, intervalOf(left, read), intervalOf(right, read)),
  )
  const { disputes } = judged
  const reporters = [...judged.reporters, ...notChosen(values, context)]
  // A model may block and never close (rules R79).
  const modelled = values.some(({ measure }) => usesModel(measure))
  const verdict: Verdict =
    unread.length > 0
      ? 'insufficient'
      : modelled && judged.verdict === favourable
        ? 'insufficient'
        : judged.verdict
  return {
    ...blank(test, verdict),
    measures: values,
    reporters,
    figures: judged.used.flatMap(({ figures }) => figures),
    events: judged.used.flatMap(({ events }) => events),
    entries: judged.used.flatMap(({ entries }) => entries),
    missing:
      verdict === 'insufficient'
        ? [
            ...unread,
            ...judged.missing,
            ...(modelled && judged.verdict === favourable
              ? [{ missing: 'more-than-a-model' } as const]
              : []),
          ]
        : [],
    disputes: verdict === 'disputed' ? disputes : [],
  }
}

/** Where the benchmark reads one source, that source's readings and what is missing of them. */
function onlyChosen(value: MeasureValue, context: TestContext): MeasureValue {
  const { reading } = context
  if (reading.read !== 'source' || !value.byReporter) return value
  const readings = readingsBy(value, reading.reporter)
  if (readings.length > 0) return { ...value, readings }
  const days = daysOf(value.measure.window, context.asOf)
  if (!days) return { ...value, readings }
  const [name = ''] = namesIn(value.measure)
  const series = calledIn(context, name)
  return {
    ...value,
    readings,
    missing: [{ missing: 'figures', series, days, by: reading.reporter }],
  }
}

function notChosen(values: readonly MeasureValue[], { reading }: TestContext): ReporterVerdict[] {
  if (reading.read !== 'source') return []
  const others = new Map(
    values
      .filter(({ byReporter }) => byReporter)
      .flatMap(({ readings }) => readings.map(({ reporter, claim }) => [reporter, claim])),
  )
  others.delete(reading.reporter)
  return [...others].map(([reporter, claim]) => ({
    reporter,
    claim,
    verdict: 'insufficient',
    setAside: 'not-chosen',
  }))
}

function usesModel(measure: Measure): boolean {
  return (
    measure.name === 'estimate' ||
    measure.arguments.some((each) => each.argument === 'measure' && usesModel(each.measure))
  )
}

function evaluateOff(test: Extract<Test, { test: 'off' }>, context: TestContext): TestResult {
  const window = {
    from: (earlier(context.asOf, test.for) + 1) as DayNumber,
    to: context.asOf,
  }
  const { timeline } = context.view.state(test.state)
  const stretches = stretchesOver(timeline, window.from, window.to)
  const events = stretches.flatMap(({ by }) => by ?? [])
  const on = stretches.find(({ stage }) => stage === 'on' || stage === 'intensified')
  if (on) {
    // Where it stands now is part of the answer: off, and not yet for long enough.
    const now = stretches.at(-1)
    const bys = now?.stage === 'off' ? [on.by, now.by] : [on.by]
    return { ...blank(test, 'not-met'), events: bys.flatMap((by) => by ?? []) }
  }

  const begins = stretches[0]?.from ?? Infinity
  const unknown = stretches.find(({ stage }) => stage !== 'off')
  const { gaps, reports } = coverageOver(context.view.coverage().events, test.state, [], window)
  const missing: Missing[] = []
  if (begins > window.from || unknown)
    missing.push({
      missing: 'stage',
      kind: 'state',
      subject: test.state,
      since: unknown?.from ?? null,
    })
  if (gaps.length > 0) missing.push({ missing: 'coverage', subject: test.state, where: '', gaps })
  const verdict = missing.length > 0 ? 'insufficient' : 'met'
  return { ...blank(test, verdict), events: [...events, ...reports], missing }
}

function evaluateRule(test: Extract<Test, { test: 'rule' }>, context: TestContext): TestResult {
  const stretch = stretchOn(context.view.rule(test.rule).timeline, context.asOf)
  const events = stretch?.by ? [stretch.by] : []
  if (!stretch || stretch.stage === null)
    return {
      ...blank(test, 'insufficient'),
      events,
      missing: [
        { missing: 'stage', kind: 'rule', subject: test.rule, since: stretch?.from ?? null },
      ],
    }
  const [actual, asked] = [stageRank(stretch.stage), stageRank(test.stage)]
  // A word that is no stage stands nowhere in the life of a rule.
  if (actual < 0 || asked < 0)
    return {
      ...blank(test, 'insufficient'),
      events,
      missing: [{ missing: 'stage', kind: 'rule', subject: test.rule, since: stretch.from }],
    }
  return { ...blank(test, compareIntervals(test.op, exactly(actual), exactly(asked))), events }
}

function evaluateKept(
  test: Extract<Test, { test: 'kept' }>,
  context: TestContext,
  favourable: 'met' | 'not-met',
): TestResult {
  const { outcomes, known } = context.view.outcomes(test.undertaking as UndertakingId)
  const { last, claims } = lastOutcome(outcomes, context.asOf, context.evidence, favourable)
  const open = (why: Extract<Missing, { missing: 'outcome' }>['why']): TestResult => ({
    ...blank(test, 'insufficient'),
    outcomes: last ? [last] : [],
    missing: [{ missing: 'outcome', undertaking: wordsOf(test.undertaking, context), why }],
  })
  if (!known) return open('no-undertaking')
  if (!last) return open(claims.length > 0 ? 'only-their-word' : 'no-outcome')
  if (last.outcome.outcome === 'open') return open('open')
  const verdict = last.outcome.outcome === 'kept' ? 'met' : 'not-met'
  return { ...blank(test, verdict), outcomes: [last] }
}

/** What they undertook, in their words as known; the id where nothing is on record. */
function wordsOf(id: string, { evidence, view }: TestContext): string {
  const day = toDayNumber(view.knownOn)
  const versions = evidence.undertakings.get(id as UndertakingId)?.versions ?? []
  const version = versions.findLast(({ known }) => known <= day)
  return version === undefined ? id : `“${version.content.text}”`
}

function evaluateJudged(test: Extract<Test, { test: 'judged' }>, context: TestContext): TestResult {
  const { judgements } = context.view.judgements(test.question)
  const { unit, units, alpha } = readAgreement(judgements, test.coders, context.asOf)
  const open = (why: Extract<Missing, { missing: 'judgement' }>['why']): TestResult => ({
    ...blank(test, 'insufficient'),
    missing: [{ missing: 'judgement', question: test.question, why, units, alpha }],
  })
  if (!unit) return open('no-unit')
  if (units < MIN_UNITS) return open('too-few-units')
  if (alpha === null) return open('no-variation')
  if (alpha < test.alpha) return open('low-agreement')
  const verdict = compareIntervals(test.op, unit, exactly(test.score))
  return verdict === 'insufficient' ? open('coders-differ') : blank(test, verdict)
}

/** Under ten units agreement cannot be told (rules R79). */
const MIN_UNITS = 10
