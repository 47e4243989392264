/**
 * What a test of the benchmark language comes to on a day, from the evidence as known on a day.
 *
 * Reporters are read one by one; those that can tell decide, and if they differ the test is disputed.
 * A claim of the counterpart counts against it and never in its favour: it is dropped wherever it would
 * help (domain.md § 2, § 5; settled.md 2, 3, 8). `favourable` is the verdict that helps the counterpart
 * at this place of the text: `met`, but `not-met` under `not` and in a lapse test.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { exactly } from '../basics/interval.ts'
import type { UndertakingId } from '../basics/ids.ts'
import { coverageOver } from '../evidence/coverage.ts'
import { RULE_STAGES } from '../evidence/event.ts'
import { stageRank } from '../evidence/evidence-view.ts'
import { stretchesOver, stretchOn } from '../evidence/timeline.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import type { Measure, Test } from '../goals/language/syntax.ts'
import { readAgreement } from './agreement.ts'
import { readMeasure } from './measure.ts'
import type { Missing } from './missing.ts'
import { readRatchet } from './ratchet.ts'
import { judgeReadings } from './reporters.ts'
import { compareIntervals, intervalOf, opposite, wantedBy } from './terms.ts'
import type { TestContext, TestResult } from './test-result.ts'
import { blank } from './test-result.ts'
import type { Verdict } from './verdict.ts'
import { allOf, anyOf, atLeast, negated } from './verdict.ts'
import { earlier } from './window.ts'

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
      return evaluateKept(test, context)
    case 'judged':
      return evaluateJudged(test, context)
    case 'resolved':
      // Cases and lists are not on record yet: no list can be told.
      return { ...blank(test, 'insufficient'), missing: [{ missing: 'list', list: test.list }] }
    case 'ratchet':
      return readRatchet(test, context, favourable)
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
  const wanted = wantedBy(test.op)
  const values = [
    ...measuresOf(test.left).map((measure) => readMeasure(measure, context, wanted)),
    ...measuresOf(test.right).map((measure) => readMeasure(measure, context, opposite(wanted))),
  ]
  const unread = values.flatMap((value) => (value.readings.length === 0 ? value.missing : []))
  const judged = judgeReadings(values, context.reading, favourable, (read) =>
    compareIntervals(test.op, intervalOf(test.left, read), intervalOf(test.right, read)),
  )
  const { reporters, disputes } = judged
  // A model may block and never close (domain.md § 5 rule 8).
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
  if (on) return { ...blank(test, 'not-met'), events: on.by ? [on.by] : [] }

  const begins = stretches[0]?.from ?? Infinity
  const unknown = stretches.find(({ stage }) => stage === null)
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
  const [actual, asked] = [stretch.stage, test.stage].map((stage) => exactly(stageRank(stage)))
  if (!actual || !asked || !(RULE_STAGES as readonly string[]).includes(test.stage))
    return blank(test, 'insufficient')
  return { ...blank(test, compareIntervals(test.op, actual, asked)), events }
}

/** An outcome that only the counterpart reports closes nothing. */
function evaluateKept(test: Extract<Test, { test: 'kept' }>, context: TestContext): TestResult {
  const { outcomes, known } = context.view.outcomes(test.undertaking as UndertakingId)
  const last = outcomes
    .filter(({ outcome }) => toDayNumber(outcome.date.latest) <= context.asOf)
    .toSorted(
      (a, b) =>
        toDayNumber(a.outcome.date.latest) - toDayNumber(b.outcome.date.latest) ||
        a.known - b.known ||
        a.outcome.entry - b.outcome.entry,
    )
    .at(-1)?.outcome
  const claimed = last?.outcome === 'kept' && context.evidence.speaksForCounterpart(last.source)
  if (!known || !last || last.outcome === 'open' || claimed)
    return {
      ...blank(test, 'insufficient'),
      missing: [{ missing: 'outcome', undertaking: test.undertaking, known }],
    }
  return blank(test, last.outcome === 'kept' ? 'met' : 'not-met')
}

function evaluateJudged(test: Extract<Test, { test: 'judged' }>, context: TestContext): TestResult {
  const { judgements } = context.view.judgements(test.question)
  const { unit, units, alpha } = readAgreement(judgements, test.coders, context.asOf)
  const open = (
    why: 'no-unit' | 'too-few-units' | 'low-agreement' | 'coders-differ',
  ): TestResult => ({
    ...blank(test, 'insufficient'),
    missing: [{ missing: 'judgement', question: test.question, why, units, alpha }],
  })
  if (!unit) return open('no-unit')
  if (units < MIN_UNITS || alpha === null) return open('too-few-units')
  if (alpha < test.alpha) return open('low-agreement')
  const verdict = compareIntervals(test.op, unit, exactly(test.score))
  return verdict === 'insufficient' ? open('coders-differ') : blank(test, verdict)
}

/** Under ten units agreement cannot be told (domain.md § 5 rule 8). */
const MIN_UNITS = 10
