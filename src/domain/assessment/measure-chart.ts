/**
 * A measure of a benchmark through time, reporters apart, and beside the standard: over each declared
 * baseline and a year before (rules R33).
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { SeriesId } from '../basics/ids.ts'
import { printCitation } from '../evidence/source.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import type { KnownFigure } from '../evidence/known-evidence.ts'
import { measuresOf, namesIn, readsRegister } from '../goals/language/inputs.ts'
import { printList, printMeasure } from '../goals/language/print-benchmark.ts'
import type { Comparison, Measure, Test, Window } from '../goals/language/syntax.ts'
import { unitOfCases } from './case-measure.ts'
import { wordOf } from './case-sentences.ts'
import type { BenchmarkVersion } from './compiled-benchmark.ts'
import { evaluateResolved } from './evaluate-resolved.ts'
import type { Evaluator } from './evaluator.ts'
import type { MeasureContext } from './measure-context.ts'
import type { MeasureReading } from './measure-reading.ts'
import { readMeasure } from './measure.ts'
import type { ReadingView } from './scorecard.ts'
import { viewReading } from './scorecard.ts'
import { betterIn, inPlainUnits, sidesOf } from './terms.ts'
import { daysOf, monthsOf } from './window.ts'

export type MeasureChart = {
  readonly term: string
  readonly unit: string
  readonly asked: { readonly op: string; readonly value: number } | null
  readonly points: readonly ChartPoint[]
  readonly beside: readonly {
    readonly id: string
    readonly title: string
    readonly readings: readonly ReadingView[]
  }[]
  readonly figures: readonly ChartFigure[]
}

export type ChartPoint = {
  readonly day: CalendarDate
  readonly reporter: string | null
  readonly claim: boolean
  /** null is no bound. */
  readonly low: number | null
  readonly high: number | null
}

export type ChartFigure = {
  readonly reporter: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly low: number | null
  readonly high: number | null
  readonly published: string | null
  readonly supersededOn: CalendarDate | null
  readonly claim: boolean
  readonly citation: string
}

type Asked = {
  readonly measure: Measure
  readonly wanted: 'more' | 'less'
  readonly asked: { readonly op: Comparison; readonly value: number } | null
}

/** One chart for each distinct measure of the requirement, and for each list that it reads. */
export function chartMeasures(
  evaluator: Evaluator,
  version: BenchmarkVersion,
  days: readonly CalendarDate[],
  asOf: CalendarDate,
  view: EvidenceView,
): MeasureChart[] {
  const byTerm = new Map<string, Asked>()
  const unitOfSeries = (id: string) => evaluator.seriesOf(id)?.unit
  for (const each of version.requirement ? measuresIn(version.requirement, unitOfSeries) : [])
    if (!byTerm.has(printMeasure(each.measure))) byTerm.set(printMeasure(each.measure), each)
  const ofMeasures = [...byTerm].map(([term, { measure, wanted, asked }]) => {
    const at = (day: CalendarDate): MeasureContext =>
      evaluator.contextOn(version, toDayNumber(day), view, false)
    return {
      term,
      unit: unitOf(measure, evaluator),
      asked,
      points: days.flatMap((day) =>
        readMeasure(measure, at(day), wanted).readings.flatMap((reading) => pointOf(day, reading)),
      ),
      beside: besideStandard(evaluator, measure, wanted, { ...at(asOf), named: true }),
      figures: figuresOf(measure, view),
    }
  })
  return [...ofMeasures, ...chartLists(evaluator, version, days, view)]
}

/** How many of each list are resolved through time, against how many are asked (rules R230). */
function chartLists(
  evaluator: Evaluator,
  version: BenchmarkVersion,
  days: readonly CalendarDate[],
  view: EvidenceView,
): MeasureChart[] {
  const tests = version.requirement ? leafTests(version.requirement) : []
  const byTerm = new Map(
    tests.flatMap((test) => (test.test === 'resolved' ? [[printList(test), test] as const] : [])),
  )
  return [...byTerm].map(([term, test]): MeasureChart => {
    const found = days.flatMap((day) => {
      const context = evaluator.contextOn(version, toDayNumber(day), view, false)
      const { list } = evaluateResolved(test, context)
      return list && list.of > 0 ? [{ day, list }] : []
    })
    const of = found.at(-1)?.list.of
    return {
      term,
      unit: wordOf(test.unit, 2),
      // What is asked of a share of the list, in units of the list as it was last read.
      asked: of === undefined ? null : { op: test.op, value: ((test.percent ?? 100) * of) / 100 },
      points: found.map(({ day, list: { resolved } }) => ({
        ...{ day, reporter: null, claim: false, low: resolved.low, high: resolved.high },
      })),
      beside: [],
      figures: [],
    }
  })
}

function leafTests(test: Test): Test[] {
  switch (test.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(leafTests)
    case 'at-least':
      return test.of.flatMap(leafTests)
    case 'not':
      return leafTests(test.part)
    default:
      return [test]
  }
}

function measuresIn(test: Test, unitOfSeries: (id: string) => string | undefined): Asked[] {
  const within = (part: Test) => measuresIn(part, unitOfSeries)
  switch (test.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(within)
    case 'at-least':
      return test.of.flatMap(within)
    case 'not':
      return within(test.part)
    case 'compare': {
      const wanted = betterIn(test, 'met')
      const { left, right } = sidesOf(test, unitOfSeries)
      // A line can be drawn only where the measure stands alone against a number.
      const line =
        left.term === 'measure' && right.term === 'quantity'
          ? { op: test.op, value: inPlainUnits(right) }
          : null
      return [
        ...measuresOf(left).map((measure) => ({ measure, wanted, asked: line })),
        ...measuresOf(right).map((measure) => ({ measure, wanted, asked: null })),
      ]
    }
    default:
      return []
  }
}

function unitOf(measure: Measure, { record, seriesOf }: Evaluator): string {
  if (measure.name === 'share') return 'share'
  const [first] = measure.arguments
  if (first && readsRegister(measure, first))
    return wordOf(unitOfCases(first, record.programme.counting), 2)
  const [name = ''] = namesIn(measure)
  const unit = seriesOf(name)?.unit ?? 'acts'
  return measure.name === 'rate' ? `${unit} a year` : unit
}

function pointOf(day: CalendarDate, reading: MeasureReading): ChartPoint[] {
  const { reporter, claim, interval } = reading
  // Nothing at all is known where neither end is; a gap says so better than a mark.
  if (!interval || (interval.low <= 0 && interval.high === Infinity)) return []
  return [
    {
      day,
      reporter,
      claim,
      low: Number.isFinite(interval.low) ? interval.low : null,
      high: Number.isFinite(interval.high) ? interval.high : null,
    },
  ]
}

function figuresOf(measure: Measure, view: EvidenceView): ChartFigure[] {
  return namesIn(measure).flatMap((name) => {
    const series = view.series(name as SeriesId)
    const standing = series.reporters(null).flatMap(({ figures }) => figures)
    return [
      ...standing.map((figure) => chartFigure(figure, null)),
      ...series.setAside
        .filter(({ figure }) => figure.country === null)
        .map(({ figure, by }) => chartFigure(figure, by?.known ?? figure.withdrawn)),
    ].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  })
}

function chartFigure(figure: KnownFigure, superseded: number | null): ChartFigure {
  const [citation] = figure.citations
  return {
    reporter: figure.reporter,
    from: toCalendarDate(figure.from),
    to: toCalendarDate(figure.to),
    low: figure.low,
    high: figure.high,
    published: figure.published?.text ?? null,
    supersededOn:
      superseded !== null && Number.isFinite(superseded)
        ? toCalendarDate(superseded as DayNumber)
        : null,
    claim: figure.claim,
    citation: citation ? printCitation(citation) : '',
  }
}

/** The measure over a window of its own length a year before, and over each baseline. */
function besideStandard(
  evaluator: Evaluator,
  measure: Measure,
  wanted: 'more' | 'less',
  context: MeasureContext,
): MeasureChart['beside'] {
  const { baselines } = evaluator.record.programme
  const lastYear = yearBefore(measure, wanted, context)
  return [
    ...(lastYear ? [{ id: 'a-year-before', title: 'A year before', readings: lastYear }] : []),
    ...baselines.map(({ id, title, in: years }) => ({
      id,
      title,
      readings: overBaseline(measure, wanted, context, {
        window: 'in',
        date: years.text,
      }),
    })),
  ].filter(({ readings }) => readings.length > 0)
}

function yearBefore(
  measure: Measure,
  wanted: 'more' | 'less',
  context: MeasureContext,
): ReadingView[] | undefined {
  // A fixed window does not move with the day.
  if (measure.window?.window === 'in' || measure.window?.window === 'at') return undefined
  const before = { ...context, asOf: addMonths(context.asOf, -12) }
  return readMeasure(measure, before, wanted).readings.map(viewReading)
}

/** A total or count over a baseline is brought to the length of the measure's own window. */
function overBaseline(
  measure: Measure,
  wanted: 'more' | 'less',
  context: MeasureContext,
  window: Window,
): ReadingView[] {
  const own = daysOf(measure.window, context.asOf)
  const days = daysOf(window, context.asOf)
  if (!own || !days || days.running) return []
  const name = measure.name === 'level' || measure.name === 'latest' ? 'mean' : measure.name
  const { readings } = readMeasure({ ...measure, name, window }, context, wanted)
  const factor = name === 'total' || name === 'count' ? monthsOf(own) / monthsOf(days) : 1
  return readings.map((reading) => {
    const view = viewReading(reading)
    const scaled = (value: number | null) => (value === null ? null : value * factor)
    return { ...view, low: scaled(view.low), high: scaled(view.high) }
  })
}
