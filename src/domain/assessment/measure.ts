/**
 * Reads the measures of the benchmark language from the evidence: one interval a reporter, never a sum
 * of several (rules R20, R27–R32, R35).
 *
 * Longer than most files: the measures of the language are read side by side.
 */
import type { Interval } from '../basics/interval.ts'
import { divide, highestOf, lowestOf, meanOf, medianOf } from '../basics/interval.ts'
import type { SeriesId } from '../basics/ids.ts'
import type { ReporterFigures } from '../evidence/evidence-view.ts'
import type { KnownFigure } from '../evidence/known-evidence.ts'
import type { SeriesKind } from '../evidence/series.ts'
import { readsRegister } from '../goals/language/inputs.ts'
import type { Argument, Measure, MeasureName } from '../goals/language/syntax.ts'
import { readCases } from './case-measure.ts'
import { countActs, netActs } from './count-acts.ts'
import type { MeasureContext } from './measure-context.ts'
import type { MeasureReading, MeasureValue } from './measure-reading.ts'
import { combined, sober } from './measure-reading.ts'
import type { Missing } from './missing.ts'
import type { Days } from './window.ts'
import { daysOf, monthsOf } from './window.ts'

/** `wanted` says which way is better, where a term can be read either way (`best`). */
export function readMeasure(
  measure: Measure,
  context: MeasureContext,
  wanted: 'more' | 'less',
  country: string | null = null,
): MeasureValue {
  const [first, second] = measure.arguments
  if (!first) return nothing(measure, [])
  if (second && measure.name !== 'share') return overPeers(measure, first, context, wanted)
  const days = daysOf(measure.window, context.asOf)
  if (measure.name === 'share' && second)
    return readShare(measure, [first, second], context, wanted, country)
  if (first.argument === 'measure') return readMeasure(first.measure, context, wanted, country)
  if (!days) return nothing(measure, [{ missing: 'future', after: context.asOf }])
  if (readsRegister(measure, first)) return readCases(measure, first, days, context)
  switch (measure.name) {
    case 'count':
      return events(measure, countActs(first.name, first.where, days, context.view))
    case 'net':
      return events(measure, netActs(first.name, first.where, days, context.view))
    case 'stock':
      if (!context.seriesOf(first.name)) return nothing(measure, [{ missing: 'register' }])
      return readSeries(measure, first.name, days, context, wanted, country)
    default:
      return readSeries(measure, first.name, days, context, wanted, country)
  }
}

function nothing(measure: Measure, missing: readonly Missing[]): MeasureValue {
  return { measure, byReporter: true, readings: [], over: null, missing }
}

function events(measure: Measure, reading: MeasureReading): MeasureValue {
  return { measure, byReporter: false, readings: [reading], over: null, missing: [] }
}

// Series -----------------------------------------------------------------------------------------

function readSeries(
  measure: Measure,
  id: string,
  days: Days,
  context: MeasureContext,
  wanted: 'more' | 'less',
  country: string | null,
): MeasureValue {
  const series = context.seriesOf(id)
  const view = context.view.series(id as SeriesId) // an unknown id has an empty view
  const readings = view
    .reporters(country)
    .flatMap((reporter) => readReporter(measure.name, series?.kind, reporter, days, wanted) ?? [])
  const missing: Missing[] =
    readings.length === 0
      ? [{ missing: 'figures', series: calledIn(context, id), days, by: null }]
      : []
  return { measure, byReporter: true, readings, over: null, missing }
}

/** What a series is called to a person: its title, else its id. */
export function calledIn({ seriesOf }: Pick<MeasureContext, 'seriesOf'>, id: string): string {
  const title = seriesOf(id)?.title ?? ''
  return title === '' ? id : `“${title}”`
}

/** One reporter's interval; undefined when it has no figure in reach. */
function readReporter(
  name: MeasureName,
  kind: SeriesKind | undefined,
  reporter: ReporterFigures,
  days: Days,
  wanted: 'more' | 'less',
): MeasureReading | undefined {
  switch (name) {
    case 'total':
    case 'rate':
      return readTotal(name, reporter, days)
    case 'level':
    case 'stock':
      return readLevel(reporter, days)
    case 'estimate':
      return kind === 'flow' ? readTotal('total', reporter, days) : readLevel(reporter, days)
    case 'latest':
      return readLatest(reporter, days)
    case 'mean':
    case 'median':
    case 'lowest':
    case 'highest':
    case 'best':
      return readSpread(name, kind, reporter, days, wanted)
    default:
      return undefined
  }
}

function readTotal(
  name: 'total' | 'rate',
  reporter: ReporterFigures,
  days: Days,
): MeasureReading | undefined {
  const bounds = reporter.flow.boundsOver(days.from, days.to)
  if (bounds.kind === 'contradiction')
    return {
      ...readingOf(reporter, bounds.figures.map(reporter.figureOf)),
      interval: null,
      contradiction: bounds.figures.map(reporter.figureOf),
    }
  if (bounds.touching.length === 0) return undefined
  // What is still to come of a running window can only add.
  const elapsed: Interval = { low: bounds.low, high: days.running ? Infinity : bounds.high }
  const keys = new Set([...bounds.lowRestsOn, ...(days.running ? [] : bounds.highRestsOn)])
  const missing: Missing[] = []
  if (bounds.low < bounds.high) missing.push({ missing: 'part', reporter, days })
  if (days.running) missing.push({ missing: 'future', after: days.to })
  return {
    ...readingOf(reporter, [...keys].map(reporter.figureOf)),
    interval:
      name === 'rate' ? perYear(elapsed, monthsOf({ from: days.from, to: days.end })) : elapsed,
    missing,
  }
}

/** total × 12 ÷ months (rules R36), multiplied first so that whole numbers stay exact. */
function perYear({ low, high }: Interval, months: number): Interval {
  return { low: (low * 12) / months, high: (high * 12) / months }
}

/** A figure over a span holds on each of its days; two on one day are intersected (rules R27). */
function readLevel(reporter: ReporterFigures, days: Days): MeasureReading | undefined {
  const figures = reporter.figures.filter(({ from, to }) => from <= days.from && to >= days.to)
  if (figures.length === 0 || days.running) return undefined
  const low = Math.max(...figures.map((figure) => figure.low ?? -Infinity))
  const high = Math.min(...figures.map((figure) => figure.high ?? Infinity))
  if (low > high) return { ...readingOf(reporter, figures), interval: null, contradiction: figures }
  return { ...readingOf(reporter, figures), interval: { low, high } }
}

/** The latest figure that ends on or before the day, within reach. */
function readLatest(reporter: ReporterFigures, days: Days): MeasureReading | undefined {
  const from = days.from === days.to ? -Infinity : days.from // without `within`, however old
  const inReach = reporter.figures.filter(({ to }) => to <= days.to && to >= from)
  const last = inReach.reduce<KnownFigure | undefined>(
    (latest, figure) =>
      !latest || figure.to > latest.to || (figure.to === latest.to && figure.from > latest.from)
        ? figure
        : latest,
    undefined,
  )
  return last && { ...readingOf(reporter, [last]), interval: intervalOf(last) }
}

/**
 * One reporter's figures in the window, each once. A flow's figure is in it when its whole period is;
 * a level or index holds on each of its days, so that one shared day is enough.
 */
function readSpread(
  name: 'mean' | 'median' | 'lowest' | 'highest' | 'best',
  kind: SeriesKind | undefined,
  reporter: ReporterFigures,
  days: Days,
  wanted: 'more' | 'less',
): MeasureReading | undefined {
  const figures = reporter.figures.filter(({ from, to }) =>
    kind === 'flow' ? from >= days.from && to <= days.to : from <= days.to && to >= days.from,
  )
  if (figures.length === 0) return undefined
  const sought = name === 'best' ? (wanted === 'more' ? 'highest' : 'lowest') : name
  const found = SPREADS[sought](figures.map(intervalOf))
  if (!found) return undefined
  const missing: Missing[] = days.running ? [{ missing: 'future', after: days.to }] : []
  return {
    ...readingOf(reporter, figures),
    interval: days.running ? sofar(sought, found) : found,
    missing,
  }
}

const SPREADS = { mean: meanOf, median: medianOf, lowest: lowestOf, highest: highestOf }

/** What a running window has decided: the lowest can still fall, the highest still rise. */
function sofar(name: keyof typeof SPREADS, { low, high }: Interval): Interval {
  if (name === 'lowest') return { low: -Infinity, high }
  if (name === 'highest') return { low, high: Infinity }
  return { low: -Infinity, high: Infinity }
}

function intervalOf({ low, high }: KnownFigure): Interval {
  return { low: low ?? -Infinity, high: high ?? Infinity }
}

function readingOf(reporter: ReporterFigures, figures: readonly KnownFigure[]) {
  return {
    reporter: reporter.reporter,
    claim: reporter.claim,
    withoutClaims: null,
    contradiction: [],
    figures,
    events: [],
    entries: [],
    missing: [],
  }
}

// Peers ------------------------------------------------------------------------------------------

/** The spread over every other country with a figure in reach, reporter by reporter. */
function overPeers(
  measure: Measure,
  first: Argument,
  context: MeasureContext,
  wanted: 'more' | 'less',
): MeasureValue {
  const inner = first.argument === 'measure' ? first.measure : undefined
  const subject = inner?.arguments[0]
  if (!inner || subject?.argument !== 'subject') return nothing(measure, [])
  const spread = SPREADS[measure.name as keyof typeof SPREADS] // the checker allows no other
  const view = context.view.series(subject.name as SeriesId)
  const countries = view.countries.filter((country) => country !== null)
  const byReporter = new Map<string, MeasureReading[]>()
  for (const country of countries)
    for (const reading of readMeasure(inner, context, wanted, country).readings)
      if (reading.reporter !== null)
        byReporter.set(reading.reporter, [...(byReporter.get(reading.reporter) ?? []), reading])
  const readings = [...byReporter.values()].flatMap((own): MeasureReading[] => {
    const [one] = own
    const interval = spread(own.flatMap((reading) => reading.interval ?? []))
    if (!one || !interval) return []
    return [{ ...one, interval, contradiction: [], figures: own.flatMap(({ figures }) => figures) }]
  })
  const missing: Missing[] =
    readings.length === 0 ? [{ missing: 'peers', series: calledIn(context, subject.name) }] : []
  return { measure, byReporter: true, readings, over: null, missing }
}

// Shares -----------------------------------------------------------------------------------------

/**
 * a over b, by the reporters that have both; where one side has no reporter, by the other's; where no
 * reporter has both, once on the hulls of all (rules R24, R30), the counterpart's own left out if it can be.
 */
function readShare(
  measure: Measure,
  sides: readonly [Argument, Argument],
  context: MeasureContext,
  wanted: 'more' | 'less',
  country: string | null,
): MeasureValue {
  const [a, b] = sides.map((side) =>
    readMeasure(asMeasure(side, measure, context), context, wanted, country),
  )
  if (!a || !b) return nothing(measure, [])
  const readings: MeasureReading[] = []
  for (const over of a.readings)
    for (const under of b.readings)
      if (over.reporter === under.reporter || !a.byReporter || !b.byReporter)
        readings.push(quotientOf(over, under))
  if (readings.length === 0) {
    const own = [a, b].map((side) => side.readings.filter(({ claim }) => !claim))
    const [over, under] = own.every((each) => each.length > 0)
      ? own.map(oneOf)
      : [a, b].map((side) => oneOf(side.readings))
    if (over && under) readings.push(quotientOf(over, under))
  }
  return {
    measure,
    byReporter: a.byReporter || b.byReporter,
    readings,
    over: null,
    missing: [...a.missing, ...b.missing],
  }
}

function quotientOf(over: MeasureReading, under: MeasureReading): MeasureReading {
  const quotient = (a: Interval | null, b: Interval | null) => (a && b ? divide(a, b) : null)
  return {
    reporter: over.reporter ?? under.reporter,
    claim: over.claim || under.claim,
    interval: quotient(over.interval, under.interval),
    withoutClaims:
      over.withoutClaims || under.withoutClaims
        ? quotient(sober(over).interval, sober(under).interval)
        : null,
    contradiction: [...over.contradiction, ...under.contradiction],
    figures: [...over.figures, ...under.figures],
    events: [...over.events, ...under.events],
    entries: [...over.entries, ...under.entries],
    missing: [...over.missing, ...under.missing],
  }
}

/** Several reporters as one, on the hull of what they say; undefined of none. */
function oneOf(readings: readonly MeasureReading[]): MeasureReading | undefined {
  if (readings.length === 0) return undefined
  const contradiction = readings.flatMap((reading) => reading.contradiction)
  return {
    reporter: null,
    claim: readings.some(({ claim }) => claim),
    interval: contradiction.length > 0 ? null : (combined(readings, 'hull') ?? null),
    withoutClaims: null,
    contradiction,
    figures: readings.flatMap(({ figures }) => figures),
    events: [],
    entries: [],
    missing: readings.flatMap(({ missing }) => missing),
  }
}

/** A bare name in a share is read by its kind: a flow's total, a level, acts counted. */
function asMeasure(side: Argument, share: Measure, context: MeasureContext): Measure {
  if (side.argument === 'measure') return side.measure
  const kind = context.seriesOf(side.name)?.kind
  if (readsRegister(share, side))
    return { term: 'measure', name: 'stock', arguments: [side], window: share.window }
  const name = kind === undefined ? 'count' : kind === 'flow' ? 'total' : 'level'
  return { term: 'measure', name, arguments: [side], window: share.window }
}
