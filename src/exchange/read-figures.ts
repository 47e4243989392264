/**
 * Figures as published.
 *
 * A row has a value, or a lower or upper bound, or both bounds (rules R14). Its period has a
 * beginning and an end, and nobody publishes a figure before its period begins.
 */
import type { SeriesId, SourceId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { SeriesKind } from '../domain/evidence/series.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { quote } from './nearest-name.ts'
import { printNumber, whyTwoReadings } from './plain-number.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `figures.csv`; series and sources are known by then. */
export function* readFigures(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<FigureEntry>> {
  const last = new Map<string, { low: number | null; high: number | null; line: number }>()
  return yield* readTable(text, EVIDENCE_COLUMNS.figures, report, (row, entry) => {
    const figure = readFigure(row, entry, references)
    if (figure === 'refused' || figure === 'taken already' || figure.withdrawn !== null)
      return figure
    const identity = identityOf(figure)
    const before = last.get(identity)
    if (before && (before.low !== figure.low || before.high !== figure.high))
      row.remark(row.word('value') === '' ? 'low' : 'value', () => standsFor(row.line, before.line))
    last.set(identity, { low: figure.low, high: figure.high, line: row.line })
    return figure
  })
}

/** Two rows of one identity and one day of knowledge: the later stands (settled 4). */
function identityOf(figure: FigureEntry): string {
  const { series, reporter, country, from, to, published, source, known } = figure
  return JSON.stringify([
    ...[series, reporter, country, from.earliest, to.latest],
    ...[published?.latest, source, known],
  ])
}

function standsFor(line: number, before: number): string {
  return `Line ${String(line)} stands in place of line ${String(before)}: the same series, reporter, period, publication day and source, another value.`
}

function readFigure(
  row: RowReader,
  entry: number,
  references: References,
): RowOutcome<FigureEntry> {
  const series = row.requiredReference('series', references.series, 'The series of the figure')
  const reporter = row.required('reporter', 'Who reports the figure')
  const country = readCountry(row)
  const from = row.requiredDate('from', 'The first day of the period')
  const to = row.requiredDate('to', 'The last day of the period')
  const bounds = readBounds(row, series, references)
  const published = row.date('published')
  const source = row.requiredReference('source', references.sources, 'The source of the figure')
  const known = row.day('known')
  const withdrawn = row.day('withdrawn')
  if (from && to) refuseBackwards(row, from, to)
  if (from && published !== undefined && source !== undefined)
    refuseForetold(row, from, published, source, references)
  if (row.refused || !reporter || !from || !to || !bounds) return 'refused'
  if (series === undefined || source === undefined || published === undefined) return 'refused'
  if (known === undefined || withdrawn === undefined) return 'refused'
  return {
    entry,
    series: series as SeriesId,
    reporter,
    country,
    from,
    to,
    ...bounds,
    published,
    source: source as SourceId,
    at: row.text('at'),
    note: row.text('note'),
    known,
    withdrawn,
  }
}

type Bounds = { readonly low: number | null; readonly high: number | null }

function readBounds(
  row: RowReader,
  series: string | undefined,
  { kindOf, unitOf }: References,
): Bounds | undefined {
  const kind = series === undefined ? undefined : kindOf.get(series)
  if (kind !== undefined && isCounted(kind, unitOf?.get(series ?? '')))
    for (const column of ['value', 'low', 'high']) {
      const why = whyTwoReadings(row.text(column).trim())
      if (why !== undefined) return row.refuse(column, () => why)
    }
  const value = row.number('value')
  const low = row.number('low')
  const high = row.number('high')
  if (value === undefined || low === undefined || high === undefined) return undefined
  if (value === null && low === null && high === null)
    return row.refuse(
      'value',
      () => 'The figure has no number; a value, or a bound under “low” or “high”, was expected.',
    )
  if (value !== null && (low !== null || high !== null))
    return row.refuse('value', () => 'The figure has a value and a bound; only one was expected.')
  if (low !== null && high !== null && low > high)
    return row.refuse(
      'low',
      () => `The lower bound ${printNumber(low)} is above the upper bound ${printNumber(high)}.`,
    )
  const bounds = value === null ? { low, high } : { low: value, high: value }
  if (series !== undefined && kind === 'flow') {
    const negative = [bounds.low, bounds.high].find((bound) => bound !== null && bound < 0)
    if (typeof negative === 'number')
      return row.refuse(
        value === null ? (low !== null && low < 0 ? 'low' : 'high') : 'value',
        () =>
          `${printNumber(negative)} is negative; ${quote(series)} is a flow, and flows are not negative.`,
      )
  }
  return bounds
}

/** Persons, families and the like come whole; what flows is counted unless something else is said. */
const COUNTED = /^(?:persons?|people|families|family|cases?|prisoners?|households?)$/i

/** Whether a series counts, so that a point in its numbers may stand between thousands. */
export function isCounted(kind: SeriesKind, unit: string | undefined): boolean {
  return kind === 'flow' || (kind === 'level' && COUNTED.test(unit ?? ''))
}

function refuseBackwards(row: RowReader, from: UncertainDate, to: UncertainDate): void {
  if (to.latest < from.earliest)
    row.refuse('to', () => `The period ends (${to.text}) before it begins (${from.text}).`)
}

/** Its own day of publication counts, else that of its source (rules R2). */
function refuseForetold(
  row: RowReader,
  from: UncertainDate,
  published: UncertainDate | null,
  source: string,
  { publishedOf }: References,
): void {
  if (published) {
    if (published.latest < from.earliest)
      row.refuse(
        'published',
        () =>
          `The figure is published (${published.text}) before its period begins (${from.text}).`,
      )
    return
  }
  const ofSource = publishedOf.get(source)
  if (ofSource && ofSource.latest < from.earliest)
    row.refuse(
      'source',
      () =>
        `The source ${quote(source)} was published (${ofSource.text}) before the period begins (${from.text}); if the figure is later, give its own day under “published”.`,
    )
}

function readCountry(row: RowReader): string | null {
  const country = row.word('country')
  if (country === '') return null
  if (!isCountry(country)) row.refuse('country', () => notACountry(country))
  return country
}

/** ISO 3166: two letters or three; four for a country that is no more (ISO 3166-3). */
export function isCountry(text: string): boolean {
  return /^[A-Z]{2,4}$/.test(text)
}

export function notACountry(text: string): string {
  return `${quote(text)} is not a country; expected is its ISO 3166 code in capitals, such as BY, or SUHH for a former one.`
}
