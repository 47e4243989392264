/** Series and their figures as published: which stand on a day, and which were replaced, by which, when. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { LAST_DAY, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId, SeriesId } from '../domain/basics/ids.ts'
import type { ReporterFigures, SeriesView } from '../domain/evidence/evidence-view.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { KnownFigure } from '../domain/evidence/known-evidence.ts'
import type { Series } from '../domain/evidence/series.ts'
import { printCitation } from '../domain/evidence/source.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { dayKnown, knownRecordOf, type KnownRecord } from './known-record.ts'
import { seriesReadBy } from './series-readers.ts'

export type SeriesSummary = Pick<Series, 'id' | 'title' | 'kind' | 'unit' | 'definition'> & {
  /** How many stand. */
  readonly figures: number
  readonly reporters: readonly string[]
  readonly latest: CalendarDate | null
  readonly benchmarks: readonly string[]
}

export type FigureSeen = {
  readonly entry: number
  readonly reporter: string
  readonly claim: boolean
  readonly country: string | null
  readonly from: string
  readonly to: string
  readonly low: number | null
  readonly high: number | null
  readonly published: string | null
  readonly known: CalendarDate
  readonly note: string
  readonly citations: readonly string[]
  readonly supersededBy: number | null
  readonly supersededOn: CalendarDate | null
  readonly withdrawnOn: CalendarDate | null
}

export type SeriesSeen = {
  readonly series: SeriesSummary
  readonly knownOn: CalendarDate
  readonly figures: readonly FigureSeen[]
  readonly contradictions: readonly string[]
}

/** Every series of the programme that has not been withdrawn by that day. Throws `ActionRefused`. */
export async function listSeries(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<{ knownOn: CalendarDate; series: SeriesSummary[] }> {
  const known = await knownRecordOf(context, programme)
  const series = known.record.series.filter((each) => stands(each, knownOn))
  return { knownOn, series: series.map((each) => summaryOf(known, each, knownOn)) }
}

/** One series with every figure that could be known on that day. Throws `ActionRefused`. */
export async function readSeries(
  context: Context,
  programme: ProgrammeId,
  id: SeriesId,
  knownOn: CalendarDate,
): Promise<SeriesSeen> {
  const known = await knownRecordOf(context, programme)
  const series = known.record.series.find((each) => each.id === id && stands(each, knownOn))
  if (!series) throw new ActionRefused('not-found', `There is no series "${id}" in this programme.`)
  const view = known.viewOn(knownOn).series(id)
  return {
    series: summaryOf(known, series, knownOn),
    knownOn,
    figures: figuresSeen(known, view, knownOn),
    contradictions: reportersIn(view).flatMap((each) => contradictionsOf(each, series)),
  }
}

function summaryOf(known: KnownRecord, series: Series, knownOn: CalendarDate): SeriesSummary {
  const { id, title, kind, unit, definition } = series
  const reporters = reportersIn(known.viewOn(knownOn).series(id))
  const figures = reporters.flatMap((each) => each.figures)
  const latest = figures.reduce((day, { to }) => Math.max(day, to), -Infinity)
  return {
    ...{ id, title, kind, unit, definition },
    figures: figures.length,
    reporters: [...new Set(reporters.map(({ reporter }) => reporter))],
    latest: Number.isFinite(latest) ? toCalendarDate(latest as KnownFigure['to']) : null,
    benchmarks: seriesReadBy(known.record).get(id) ?? [],
  }
}

function reportersIn(view: SeriesView): ReporterFigures[] {
  return view.countries.flatMap((country) => view.reporters(country))
}

function figuresSeen(
  { record }: KnownRecord,
  view: SeriesView,
  knownOn: CalendarDate,
): FigureSeen[] {
  const entries = new Map(record.figures.map((entry) => [entry.entry, entry]))
  const standing = reportersIn(view).flatMap(({ figures }) =>
    figures.map((figure) => ({ figure, by: null })),
  )
  return [...standing, ...view.setAside]
    .toSorted((a, b) => a.figure.entry - b.figure.entry)
    .map(({ figure, by }) => seen(figure, by, entries.get(figure.entry), knownOn))
}

function seen(
  figure: KnownFigure,
  by: KnownFigure | null,
  entry: FigureEntry | undefined,
  knownOn: CalendarDate,
): FigureSeen {
  const day = toDayNumber(knownOn)
  const { reporter, claim, country, low, high, published, known, withdrawn } = figure
  return {
    ...{ entry: figure.entry, reporter, claim, country, low, high },
    from: entry?.from.text ?? toCalendarDate(figure.from),
    to: entry?.to.text ?? toCalendarDate(figure.to),
    published: published?.text ?? null,
    known: dayKnown(known),
    note: entry?.note ?? '',
    citations: figure.citations.filter((each) => each.known <= day).map(printCitation),
    supersededBy: by?.entry ?? null,
    // A figure that was entered late may have been replaced before it was known.
    supersededOn: by && dayKnown(by.known > known ? by.known : known),
    withdrawnOn: withdrawn <= day ? toCalendarDate(withdrawn as KnownFigure['to']) : null,
  }
}

function contradictionsOf(
  { reporter, figures, flow, figureOf }: ReporterFigures,
  { kind, unit }: Series,
): string[] {
  const groups =
    kind === 'flow'
      ? flow.contradictions().map((keys) => keys.map(figureOf))
      : contradictoryPairs(figures)
  return groups.map(
    (group) =>
      `${reporter} contradicts itself: ${group.map((each) => wordsOf(each, unit)).join('; ')} cannot all be true.`,
  )
}

/** Two figures of a level or an index that speak of one day and share no value (rules R27). */
function contradictoryPairs(figures: readonly KnownFigure[]): KnownFigure[][] {
  const byStart = figures.toSorted((a, b) => a.from - b.from || a.entry - b.entry)
  let open: KnownFigure[] = []
  return byStart.flatMap((figure) => {
    open = open.filter(({ to }) => to >= figure.from)
    const against = open.filter((other) => sharesNoValue(figure, other))
    open.push(figure)
    return against.map((other) => [other, figure])
  })
}

function sharesNoValue(a: KnownFigure, b: KnownFigure): boolean {
  return (a.low ?? -Infinity) > (b.high ?? Infinity) || (b.low ?? -Infinity) > (a.high ?? Infinity)
}

function wordsOf({ from, to, low, high, citations }: KnownFigure, unit: string): string {
  const period =
    from === to ? toCalendarDate(from) : `${toCalendarDate(from)} to ${toCalendarDate(to)}`
  const [cited] = citations
  return `${amountWords(low, high)} ${unit} for ${period}${cited ? ` (${printCitation(cited)})` : ''}`
}

/** `1,378`, `at least 7,000`, `at most 5`, `3 to 5`. */
export function amountWords(low: number | null, high: number | null): string {
  const print = (amount: number) => amount.toLocaleString('en', { maximumFractionDigits: 20 })
  if (low !== null && high !== null)
    return low === high ? print(low) : `${print(low)} to ${print(high)}`
  if (low !== null) return `at least ${print(low)}`
  return high === null ? 'an unstated amount of' : `at most ${print(high)}`
}

function stands({ withdrawn }: Series, knownOn: CalendarDate): boolean {
  return (withdrawn ?? LAST_DAY) > knownOn
}
