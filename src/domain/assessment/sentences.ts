/** Findings in sentences that a desk officer can use as they stand. */
import type { DayNumber } from '../basics/calendar-date.ts'
import type { DayRange } from '../evidence/coverage.ts'
import type { ReporterFigures } from '../evidence/evidence-view.ts'
import type { KnownFigure } from '../evidence/known-evidence.ts'
import { holdOf, readingOf } from '../goals/language/clauses.ts'
import { printDuration, printTerm, printTest } from '../goals/language/print-benchmark.ts'
import type { Test } from '../goals/language/syntax.ts'
import type { Alert } from './alerts.ts'
import type { MeasureReading, MeasureValue } from './measure-reading.ts'
import type { Dispute, Missing } from './missing.ts'
import type { GestureReason } from './gesture.ts'
import { sayCaseCount, sayListFound, sayMissingList, sayUnconfirmed } from './case-sentences.ts'
import type { BenchmarkFinding } from './standing.ts'
import type { ReporterVerdict, TestResult } from './test-result.ts'
import { leavesOf } from './test-result.ts'
import { daysOf } from './window.ts'
import {
  asSentence,
  sayAsked,
  sayDay,
  sayDays,
  sayInterval,
  sayList,
  sayNumber,
  sayPercent,
} from './words.ts'

// Why ---------------------------------------------------------------------------------------------

/** One sentence that says why the benchmark stands where it does. */
export function sayWhy(finding: BenchmarkFinding): string {
  const { requirement, reviewed, holdingSince, standing } = finding
  const parts: string[] = []
  const grounds = requirement.result
    ? sayResult(requirement.result)
    : 'it only scales and asks for nothing'
  parts.push(grounds)
  if (requirement.withheld) parts.push(sayMissing(requirement.withheld))
  if (holdingSince !== null && standing !== 'met') {
    const hold = holdOf(finding.version.syntax)
    const needed = hold ? `, ${printDuration(hold.duration)} needed` : ''
    parts.push(`holding since ${sayDay(holdingSince)}${needed}`)
  }
  const { state } = reviewed
  if (standing === 'met' && reviewed.requirement !== 'met') parts.push(sayHeld(finding))
  if (state.lapsedSince !== null) parts.push(`lapsed on ${sayDay(state.lapsedSince)}`)
  if (state.slippingSince !== null)
    parts.push(
      `below the requirement but above the lapse line since ${sayDay(state.slippingSince)}`,
    )
  if (state.unverifiedSince !== null)
    parts.push(`whether it has lapsed cannot be told since ${sayDay(state.unverifiedSince)}`)
  parts.push(...sayDue(finding), ...sayWaiver(finding), ...sayChoice(finding))
  if (finding.lives.includes('by-a-later-standard'))
    parts.push(
      `judged by a later standard, set ${finding.version.set ?? sayDay(finding.version.inForce)}`,
    )
  return asSentence(parts.filter((part) => part !== '').join('; '))
}

/** A choice among reporters made after the period began is allowed and marked so (rules R25). */
function sayChoice({ version, requirement, asOf }: BenchmarkFinding): string[] {
  const reading = readingOf(version.syntax)
  if (reading.read === 'all' || !requirement.result) return []
  const begins = leavesOf(requirement.result)
    .flatMap(({ measures }) => measures.filter(({ byReporter }) => byReporter))
    .map(({ measure }) => daysOf(measure.window, asOf)?.from ?? Infinity)
  if (!begins.some((day) => day < version.inForce)) return []
  const what =
    reading.read === 'source'
      ? `the reading of ${reading.reporter} alone`
      : `the ${reading.read} reading`
  return [`${what} was chosen on ${sayDay(version.inForce)}, after the period began`]
}

function sayHeld({ metSince }: BenchmarkFinding): string {
  return metSince === null ? '' : `it has stood met since ${sayDay(metSince)}`
}

function sayDue({ due, standing, metSince, asOf, lives }: BenchmarkFinding): string[] {
  if (!due) return []
  if (lives.includes('not-due')) return [`due on ${sayDay(due.on)}`]
  if (standing === 'met') {
    const late = metSince === null ? 0 : metSince - due.on
    const days = late === 1 ? 'day' : 'days'
    return late > 0 ? [`met ${sayNumber(late)} ${days} after it was due on ${sayDay(due.on)}`] : []
  }
  if (due.graceUntil !== null && asOf <= due.graceUntil)
    return [`due on ${sayDay(due.on)}, in grace until ${sayDay(due.graceUntil)}`]
  return [`overdue since ${sayDay(due.on)}`]
}

function sayWaiver({ waiver, waiversRefused }: BenchmarkFinding): string[] {
  const granted = waiver
    ? [
        `waived by ${waiver.by === '' ? 'a later version' : waiver.by} from ${waiver.from}` +
          (waiver.until === null ? '' : ` until ${waiver.until}`) +
          (waiver.ground === '' ? '' : ` (${waiver.ground})`),
      ]
    : []
  return [
    ...granted,
    ...waiversRefused.map(
      ({ by, from }) => `a waiver by ${by} from ${from.text} is not one that the benchmark allows`,
    ),
  ]
}

/** What decides a result: the parts not met, else those that cannot be told, else all. */
export function sayResult(result: TestResult): string {
  const { parts, test } = result
  if (parts.length === 0) return sayLeaf(result)
  if (test.test === 'not') return `must not hold: ${parts.map(sayResult).join('')}`
  const deciding = decidingParts(result)
  const said = deciding.map(sayResult).filter((words) => words !== '')
  const counted = test.test === 'at-least' ? `${metOf(parts)} of ${parts.length} met: ` : ''
  const shown = said.length > 3 ? [...said.slice(0, 3), `and ${said.length - 3} more`] : said
  return `${counted}${shown.join('; ')}`
}

function metOf(parts: readonly TestResult[]): number {
  return parts.filter(({ verdict }) => verdict === 'met').length
}

function decidingParts({ parts, verdict }: TestResult): readonly TestResult[] {
  const same = parts.filter((part) => part.verdict === verdict)
  return same.length > 0 ? same : parts
}

function sayLeaf(result: TestResult): string {
  const { test } = result
  switch (test.test) {
    case 'compare':
      return sayComparison(test, result)
    case 'off':
      return sayOff(test, result)
    case 'rule':
      return sayRule(test, result)
    case 'resolved':
      return result.list && result.list.of > 0
        ? [sayListFound(test, result.list), ...result.missing.map(sayMissing)].join('; ')
        : sayMissings(result.missing)
    case 'kept':
      return result.missing.length > 0
        ? sayMissings(result.missing)
        : `undertaking ${test.undertaking}: ${result.verdict === 'met' ? 'kept' : 'not kept'}`
    case 'judged':
      return result.missing.length > 0
        ? result.missing.map(sayMissing).join('; ')
        : `coders judge “${test.question}” ${result.verdict === 'met' ? 'met' : 'not met'}`
    default:
      return result.missing.length > 0
        ? result.missing.map(sayMissing).join('; ')
        : `${printTest(test)}: ${VERDICT_WORDS[result.verdict]}`
  }
}

export const VERDICT_WORDS = {
  met: 'met',
  'not-met': 'not met',
  insufficient: 'cannot be told',
  disputed: 'disputed',
} as const

function sayComparison(test: Extract<Test, { test: 'compare' }>, result: TestResult): string {
  const [value] = result.measures
  const asked = test.right.term === 'quantity' ? sayNumberTerm(test.right) : printTerm(test.right)
  const ask = `asked: ${sayAsked(test.op, asked)}`
  if (!value || value.readings.length === 0)
    return result.missing.length > 0
      ? sayMissings(result.missing)
      : `${printTerm(test.left)}: ${ask}`
  // What is recorded reads as an answer; that nobody watched says why it is none.
  const unwatched = value.byReporter
    ? undefined
    : result.missing.find(value.over ? isUnconfirmed : isUnwatched)
  const but = unwatched ? `, but ${sayMissing(unwatched)}` : ''
  return `${saySubject(value)}${sayReadings(value, result)}${but}; ${ask}`
}

function isUnconfirmed({ missing }: Missing): boolean {
  return missing === 'confirmation' || missing === 'future'
}

function isUnwatched({ missing }: Missing): boolean {
  return missing === 'coverage' || missing === 'future'
}

function saySubject({ measure, byReporter, over }: MeasureValue): string {
  if (byReporter) return ''
  const [first] = measure.arguments
  return first?.argument === 'subject' && !over ? `${first.name}: ` : ''
}

function sayNumberTerm(term: Extract<Test, { test: 'compare' }>['right']): string {
  if (term.term !== 'quantity') return printTerm(term)
  return `${sayNumber(term.value)}${term.percent ? '%' : ''}${term.per === null ? '' : ` a ${term.per}`}`
}

/** `NCSJ 19,286` or `ICM 9,838, NCSJ cannot tell (1,798–14,242)`. */
function sayReadings(value: MeasureValue, result: TestResult): string {
  const { test } = result
  const unit = value.measure.name === 'rate' ? ' a year' : ''
  const asPercent =
    value.measure.name === 'share' &&
    test.test === 'compare' &&
    test.right.term === 'quantity' &&
    test.right.percent
  const verdictOf = ({ reporter }: MeasureReading) =>
    result.reporters.find((each) => each.reporter === reporter)
  // Those that decide come first, what was set aside last; what says nothing is left to the trace.
  const weight = (reading: MeasureReading) =>
    4 * Number((verdictOf(reading)?.setAside ?? null) !== null) +
    2 * Number(isOpenFor(verdictOf(reading))) +
    Number(reading.claim)
  const told = value.readings.filter(saysSomething)
  const ordered = (told.length > 0 ? told : value.readings).toSorted(
    (a, b) => weight(a) - weight(b),
  )
  return sayList(
    ordered.map((reading) => {
      const by = verdictOf(reading)
      const amount = reading.interval
        ? asPercent
          ? sayPercent(reading.interval)
          : sayInterval(reading.interval)
        : 'contradicts itself'
      const plain = amount === 'cannot be told' || reading.interval === null
      const open = by?.setAside === null && isOpenFor(by)
      const words = plain ? amount : open ? `cannot tell (${amount}${unit})` : `${amount}${unit}`
      const claim = reading.claim ? ' (a claim)' : ''
      if (reading.reporter === null && value.over)
        return sayCaseCount(value.measure, value.over, reading.interval)
      if (reading.reporter === null)
        return asPercent || value.byReporter ? words : sayCount(reading)
      return `${reading.reporter}${claim} ${words}`
    }),
    4,
  )
}

function isOpenFor(by: ReporterVerdict | undefined): boolean {
  return by?.verdict === 'insufficient'
}

/** Not the bare fact that an amount is not negative. */
function saysSomething({ interval }: MeasureReading): boolean {
  return !interval || interval.high !== Infinity || interval.low > 0
}

function sayCount({ interval }: MeasureReading): string {
  if (!interval) return 'cannot be told'
  if (interval.low === interval.high) return interval.low === 0 ? 'none' : sayNumber(interval.low)
  const least = interval.low === 0 ? 'none' : sayNumber(interval.low)
  return interval.high === Infinity
    ? `${least} recorded`
    : `${least} sure, at most ${sayNumber(interval.high)}`
}

function sayOff(test: Extract<Test, { test: 'off' }>, result: TestResult): string {
  if (result.verdict === 'not-met') {
    const [by, now] = result.events
    if (now)
      return `${test.state} off since ${now.event.date.text}; asked: for ${printDuration(test.for)}`
    const since = by ? ` since ${by.event.date.text}` : ''
    return `${test.state} ${by?.event.stage === 'intensified' ? 'intensified' : 'on'}${since}`
  }
  if (result.verdict === 'met') return `${test.state} off for ${printDuration(test.for)}`
  return sayMissings(result.missing)
}

function sayRule(test: Extract<Test, { test: 'rule' }>, result: TestResult): string {
  const [by] = result.events
  if (result.missing.length > 0 || !by) return sayMissings(result.missing)
  return `${test.rule} ${sayStage(by.event.stage)} since ${by.event.date.text}; asked: ${sayStage(test.stage)}`
}

export function sayStage(stage: string): string {
  return stage === 'none' ? 'not begun' : stage === 'in-force' ? 'in force' : stage
}

// Missing and disputes ----------------------------------------------------------------------------

function sayMissings(missing: readonly Missing[]): string {
  return [...new Set(missing.map(sayMissing))].slice(0, 3).join('; ')
}

/** What would tell. */
export function sayMissing(missing: Missing): string {
  switch (missing.missing) {
    case 'figures':
      return [
        `no figure of ${missing.series}`,
        ...(missing.by === null ? [] : [`by ${missing.by}`]),
        ...(missing.days ? [`for ${sayDays(missing.days)}`] : []),
      ].join(' ')
    case 'part':
      return sayMissingPart(missing.reporter, missing.days)
    case 'future':
      return `the days after ${sayDay(missing.after)} are still to come`
    case 'coverage': {
      const what = missing.where === '' ? missing.subject : `${missing.subject} (${missing.where})`
      return `no report covers ${what} in ${sayList(missing.gaps.map(sayDays), 3)}`
    }
    case 'certainty':
      return `${missing.events.length} ${missing.events.length === 1 ? 'act is' : 'acts are'} unconfirmed, of uncertain date or without the key asked for (${sayList(
        missing.events.map(({ event }) => event.id),
        3,
      )})`
    case 'stage':
      return missing.since === null || !Number.isFinite(missing.since)
        ? `nothing on record says where ${missing.subject} stands`
        : `where ${missing.subject} stands is not known since ${sayDay(missing.since)}`
    case 'outcome':
      return sayMissingOutcome(missing)
    case 'list':
      return sayMissingList(missing)
    case 'confirmation':
      return sayUnconfirmed(missing)
    case 'register':
      return 'no register of cases on record'
    case 'judgement':
      return sayJudgement(missing)
    case 'only-claims':
      return `only the counterpart’s own word (${sayList(missing.reporters)})`
    case 'peers':
      return `no figure of ${missing.series} for other countries`
    case 'independence':
      return `${missing.found} independent ${missing.found === 1 ? 'source' : 'sources'}, ${missing.asked} asked`
    case 'more-than-an-index':
      return 'an expert index never closes a benchmark alone'
    case 'more-than-a-model':
      return 'an estimate may block and never close'
    case 'a-level':
      return 'a gain over an earlier time does not suffice without a level'
    case 'track-record':
      return missing.since === null
        ? 'no track record'
        : `the track record since ${sayDay(missing.since)} cannot be told`
    case 'paused-reviews':
      return `at ${missing.count} ${missing.count === 1 ? 'review' : 'reviews'} since ${sayDay(missing.since)} it could not be told`
  }
}

function sayMissingOutcome({ undertaking, why }: Extract<Missing, { missing: 'outcome' }>): string {
  return {
    'no-undertaking': `no undertaking ${undertaking} on record`,
    'no-outcome': `no outcome on record of the undertaking ${undertaking}`,
    open: `the outcome of the undertaking ${undertaking} is still open`,
    'only-their-word': `only the counterpart’s own word on the undertaking ${undertaking}`,
  }[why]
}

function sayJudgement(missing: Extract<Missing, { missing: 'judgement' }>): string {
  const { question, why, units, alpha } = missing
  switch (why) {
    case 'no-unit':
      return `“${question}” has not been judged by enough coders`
    case 'too-few-units':
      return `“${question}”: ${units} ${units === 1 ? 'unit' : 'units'} scored by two coders, ten needed to tell their agreement`
    case 'no-variation':
      return `“${question}”: every score is the same, so that agreement cannot be told`
    case 'low-agreement':
      return `“${question}”: coders agree too little (alpha ${alpha === null ? 'unknown' : sayNumber(alpha)})`
    case 'coders-differ':
      return `“${question}”: the coders’ scores lie on both sides`
  }
}

/** The runs of days within the window for which the reporter has no exact figure. */
function sayMissingPart(reporter: ReporterFigures, days: DayRange): string {
  const gaps = openParts(reporter, days)
  return `${reporter.reporter}: no figure for ${sayList(gaps.map(sayDays), 3)}`
}

export function openParts(reporter: ReporterFigures, days: DayRange): DayRange[] {
  const edges = new Set<number>([days.from, days.to + 1])
  for (const { from, to } of reporter.figures) {
    if (from > days.from && from <= days.to) edges.add(from)
    if (to + 1 > days.from && to < days.to) edges.add(to + 1)
  }
  const ordered = [...edges].toSorted((a, b) => a - b)
  const open: DayRange[] = []
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const from = (ordered[at] ?? 0) as DayNumber
    const to = ((ordered[at + 1] ?? 0) - 1) as DayNumber
    const bounds = reporter.flow.boundsOver(from, to)
    if (bounds.kind === 'interval' && bounds.low === bounds.high) continue
    const last = open.at(-1)
    if (last && last.to + 1 === from) open[open.length - 1] = { from: last.from, to }
    else open.push({ from, to })
  }
  return open.length > 0 ? open : [days]
}

/** Which words stand against which. */
export function sayDispute(dispute: Dispute): string {
  if (dispute.dispute === 'reporters')
    return `${sayList(dispute.met)} ${dispute.met.length === 1 ? 'says' : 'say'} met, ${sayList(dispute.notMet)} not met`
  return `${dispute.reporter} contradicts itself: ${sayList(dispute.figures.map(sayFigure))}`
}

/** `8,155 for 1987 (published 1988-01-04)` */
export function sayFigure(figure: KnownFigure): string {
  const amount = sayInterval({ low: figure.low ?? -Infinity, high: figure.high ?? Infinity })
  const published = figure.published ? ` (published ${figure.published.text})` : ''
  return `${amount} for ${sayDays(figure)}${published}`
}

// Gestures and alerts -----------------------------------------------------------------------------

export function sayGesture(reason: GestureReason): string {
  switch (reason.because) {
    case 'not-held':
      return 'better, but not held'
    case 'offset':
      return `since ${sayDay(reason.since)}: ${reason.released} released, ${reason.detained} newly detained or re-detained`
    case 'favour':
      return `by favour, not by rule (${reason.act.event.id})`
  }
}

export function sayAlert({ subject, why }: Alert): string {
  return asSentence(alertWords(subject, why))
}

function alertWords(subject: string, why: Alert['why']): string {
  switch (why.reason) {
    case 'lapsed':
      return `the benchmark ${subject} was met and has lapsed`
    case 'moved-back':
      return `${subject} went back from ${sayStage(why.from)} to ${sayStage(why.to)}`
    case 'displaced':
      return `${why.off} went off on ${sayDay(why.offOn)} while ${why.other} was ${why.stage === 'on' ? 'switched on' : 'intensified'} on ${sayDay(why.otherOn)}`
    case 'contradiction':
      return `${why.reporter} contradicts itself: ${sayList(why.figures.map(sayFigure), 4)}`
    case 'outcome':
      return `an assurance was ${why.outcome === 'broken' ? 'broken' : 'contradicted by practice'}: “${why.text}”`
    case 'practice':
      return `${why.subject} went back to ${sayStage(why.to)} after the assurance “${why.text}”`
    case 'stale':
      return `nothing on ${why.called} is newer than ${sayDay(why.latest)}`
  }
}
