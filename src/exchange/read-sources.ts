/** Sources and series: what figures, events and undertakings refer to. */
import type { SeriesId, SourceId } from '../domain/basics/ids.ts'
import { SERIES_KINDS } from '../domain/evidence/series.ts'
import type { Series } from '../domain/evidence/series.ts'
import type { Source } from '../domain/evidence/source.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { quote } from './nearest-name.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { OneContent } from './repeated-ids.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/**
 * Reads `sources.csv`. An origin may stand below the row that names it; a circle of sources that
 * repeat each other has no first word and is refused.
 */
export function* readSources(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<Source>> {
  const seen = new OneContent()
  const rows: RowReader[] = []
  const taken = yield* readTable(text, EVIDENCE_COLUMNS.sources, report, (row, entry) => {
    const source = readSource(row, entry, seen)
    if (source === 'refused') references.sources.refuse(row.word('id'), row.line)
    if (typeof source === 'string') return source
    references.sources.add(source.id)
    rows.push(row)
    return source
  })
  const gone = refuseOrigins(taken.entries, rows, references)
  const stays = taken.entries.map((source) => !gone.has(source))
  const entries = taken.entries.filter((_, index) => stays[index])
  for (const { id, published } of entries) if (published) references.publishedOf.set(id, published)
  return {
    file: taken.file,
    entries: entries.map((source, index) => ({ ...source, entry: index + 1 })),
    lines: taken.lines.filter((_, index) => stays[index]),
    whole: taken.whole,
  }
}

function readSource(row: RowReader, entry: number, seen: OneContent): RowOutcome<Source> {
  const id = row.id('id', 'The id of the source') as SourceId | undefined
  const published = row.date('published')
  const isProtected = row.oneOf('protected', ['yes', 'no'])
  const withdrawn = row.day('withdrawn')
  const content = {
    title: row.text('title'),
    kind: row.word('kind'),
    published: published ?? null,
    url: row.word('url'),
    reliability: row.word('reliability'),
    protected: isProtected === 'yes',
    origin: (row.word('origin') || null) as SourceId | null,
  }
  if (row.refused || id === undefined || withdrawn === undefined) return 'refused'
  const found = seen.look(row, 'source', id, { ...content, published: published?.text }, withdrawn)
  if (found === 'again') return 'taken already'
  return found === 'refused' ? 'refused' : { entry, id, ...content, withdrawn }
}

/** The sources whose origin is not there, or repeats them. What rests on a refused one goes too. */
function refuseOrigins(
  sources: readonly Source[],
  rows: readonly RowReader[],
  { sources: ids }: References,
): ReadonlySet<Source> {
  const originOf = new Map<string, string | null>(sources.map(({ id, origin }) => [id, origin]))
  const verdicts = new Map<string, Verdict>()
  for (const { id } of sources) follow(id, originOf, verdicts)
  const gone = new Set<Source>()
  for (const [index, source] of sources.entries()) {
    if (verdicts.get(source.id) === 'sound') continue
    gone.add(source)
    ids.remove(source.id, rows[index]?.line ?? 1)
  }
  for (const [index, source] of sources.entries()) {
    const { id, origin } = source
    if (!gone.has(source) || origin === null) continue
    rows[index]?.refuse('origin', () =>
      verdicts.get(id) === 'circle'
        ? `The source ${quote(id)} repeats ${quote(origin)}, which leads back to it; one of them must be the first.`
        : ids.whyNot(origin),
    )
  }
  return gone
}

type Verdict = 'sound' | 'circle' | 'lost'

/** Follows the origins from a source to where it is decided, and decides all on the way. */
function follow(
  start: string,
  originOf: ReadonlyMap<string, string | null>,
  verdicts: Map<string, Verdict>,
): void {
  const path: string[] = []
  const onPath = new Set<string>()
  let at: string | null = start
  while (at !== null && originOf.has(at) && !verdicts.has(at) && !onPath.has(at)) {
    path.push(at)
    onPath.add(at)
    at = originOf.get(at) ?? null
  }
  if (at !== null && onPath.has(at)) {
    const circle = path.splice(path.indexOf(at))
    for (const id of circle) verdicts.set(id, 'circle')
  }
  const sound = at === null || verdicts.get(at) === 'sound'
  for (const id of path) verdicts.set(id, sound ? 'sound' : 'lost')
}

/** Reads `series.csv`. */
export function* readSeries(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<Series>> {
  const seen = new OneContent()
  return yield* readTable(text, EVIDENCE_COLUMNS.series, report, (row, entry) => {
    const series = readOneSeries(row, entry, seen)
    if (series === 'refused') references.series.refuse(row.word('id'), row.line)
    if (typeof series === 'string') return series
    references.series.add(series.id)
    references.kindOf.set(series.id, series.kind)
    references.unitOf?.set(series.id, series.unit)
    return series
  })
}

function readOneSeries(row: RowReader, entry: number, seen: OneContent): RowOutcome<Series> {
  const id = row.id('id', 'The id of the series') as SeriesId | undefined
  const kind = row.requiredOneOf('kind', SERIES_KINDS, 'The kind of the series')
  const withdrawn = row.day('withdrawn')
  const words = {
    title: row.text('title'),
    unit: row.word('unit'),
    definition: row.text('definition'),
  }
  if (row.refused || id === undefined || kind === undefined || withdrawn === undefined)
    return 'refused'
  const found = seen.look(row, 'series', id, { ...words, kind }, withdrawn)
  if (found === 'again') return 'taken already'
  return found === 'refused' ? 'refused' : { entry, id, kind, ...words, withdrawn }
}
