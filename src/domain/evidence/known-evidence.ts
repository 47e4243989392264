/**
 * Entries gathered into what they are about: figures with their vintages, events and undertakings with
 * their corrections, each with the day since which it could be known.
 *
 * The known day is the entry's own `known` (a figure's `published`), else `published` of its source,
 * else the day it was entered; of an imprecise day the latest (rules R2, R3). Entries that agree in
 * content are one with several citations and the earliest known day; other content under one identity
 * is a correction. Nothing is dropped here: what stands on a day is `evidence-view.ts`.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { groupBy } from '../basics/collections.ts'
import type { EventId, SeriesId, SourceId, UndertakingId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'
import type { EventEntry, Verification } from './event.ts'
import type { FigureEntry } from './figure.ts'
import type { JudgementEntry } from './judgement.ts'
import type { Citation, Source } from './source.ts'
import type { OutcomeEntry, UndertakingEntry } from './undertaking.ts'

/** A citation and the day since which it could be known. */
export type DatedCitation = Citation & { readonly known: DayNumber }

export type KnownFigure = {
  /** The entry that brought it in; later entries are later words. */
  readonly entry: number
  readonly series: SeriesId
  readonly reporter: string
  /** null is the counterpart's own country. */
  readonly country: string | null
  readonly from: DayNumber
  readonly to: DayNumber
  readonly low: number | null
  readonly high: number | null
  readonly published: UncertainDate | null
  readonly known: DayNumber
  /** Infinity while it has not been withdrawn. */
  readonly withdrawn: number
  readonly citations: readonly DatedCitation[]
  /** Its reporter speaks for the counterpart. */
  readonly claim: boolean
}

/** One content of an event or undertaking; a later one corrects it. */
export type KnownVersion<Content> = {
  readonly content: Content
  readonly entry: number
  readonly known: DayNumber
  readonly citations: readonly DatedCitation[]
}
export type Corrected<Id, Content> = {
  readonly id: Id
  /** In the order of becoming known, then of writing. */
  readonly versions: readonly KnownVersion<Content>[]
  readonly withdrawn: number
}
export type KnownEvent = Corrected<EventId, EventEntry>
export type KnownUndertaking = Corrected<UndertakingId, UndertakingEntry>
/** An event as it stands on a day. */
export type EventInView = {
  readonly event: EventEntry
  readonly entry: number
  readonly known: DayNumber
  readonly citations: readonly DatedCitation[]
  /** As it counts: what the row says, else rules R41. */
  readonly verification: Verification
  /** The counterpart's word, unconfirmed. */
  readonly claim: boolean
  /** Only the counterpart's own sources speak for it, or the counterpart is the claimant. */
  readonly byCounterpart: boolean
}
/** One outcome of an undertaking; rows that agree in it are its citations. */
export type KnownOutcome = {
  readonly outcome: OutcomeEntry
  readonly known: DayNumber
  /** Infinity while it has not been withdrawn. */
  readonly withdrawn: number
  readonly citations: readonly DatedCitation[]
}
export type KnownJudgement = {
  readonly judgement: JudgementEntry
  readonly known: DayNumber
  readonly withdrawn: number
}

export type EvidenceEntries = {
  readonly sources: readonly Source[]
  readonly figures: readonly FigureEntry[]
  readonly events: readonly EventEntry[]
  readonly undertakings: readonly UndertakingEntry[]
  readonly outcomes: readonly OutcomeEntry[]
  readonly judgements: readonly JudgementEntry[]
}

export type KnownEvidence = {
  /** By series; within it in the order of writing. */
  readonly figures: ReadonlyMap<SeriesId, readonly KnownFigure[]>
  readonly events: readonly KnownEvent[]
  readonly undertakings: ReadonlyMap<UndertakingId, KnownUndertaking>
  readonly outcomes: ReadonlyMap<UndertakingId, readonly KnownOutcome[]>
  readonly judgements: ReadonlyMap<string, readonly KnownJudgement[]>
  readonly sources: ReadonlyMap<SourceId, Source>
  /** Whether a source, or a reporter or claimant by name, speaks for the counterpart. */
  readonly speaksForCounterpart: (source: SourceId) => boolean
  readonly isCounterparts: (name: string) => boolean
}

/**
 * Gathers the entries of a programme.
 *
 * @param claims reporters and sources that speak for the counterpart (`claims` of the programme)
 * @param counterpart its country code: a figure that names it is the counterpart's own
 */
export function gatherEvidence(
  entries: EvidenceEntries,
  { claims, counterpart }: { readonly claims: readonly string[]; readonly counterpart: string },
): KnownEvidence {
  const sources = new Map(entries.sources.map((source) => [source.id, source]))
  const counterparts = new Set(claims.map(caseless))
  const isCounterparts = (name: string) => counterparts.has(caseless(name))
  const speaksForCounterpart = (id: SourceId) => {
    const source = sources.get(id)
    return [id, source?.title ?? '', source?.origin ?? ''].some(isCounterparts)
  }
  const publishedOf = (id: SourceId) => sources.get(id)?.published ?? null
  const datedBy = (entry: { known: CalendarDate | null; source: SourceId }): DayNumber =>
    knownDay(entry.known, publishedOf(entry.source))

  return {
    figures: gatherFigures(entries.figures, publishedOf, isCounterparts, counterpart),
    events: gatherCorrected(entries.events, datedBy),
    undertakings: new Map(
      gatherCorrected<UndertakingId, UndertakingEntry>(entries.undertakings, datedBy).map(
        (each) => [each.id, each],
      ),
    ),
    outcomes: groupBy(
      gatherRows(
        entries.outcomes,
        ({ undertaking, date, outcome }) => [undertaking, date.text, outcome],
        datedBy,
      ).map(({ row, rows, ...dates }): KnownOutcome => ({
        outcome: row,
        ...dates,
        citations: rows.map((each) => ({
          source: each.source,
          at: each.at,
          known: datedBy(each),
        })),
      })),
      ({ outcome }) => outcome.undertaking,
    ),
    judgements: groupBy(
      gatherRows(
        entries.judgements,
        ({ question, unit, coder, date, score }) => [question, unit, coder, date.text, score],
        ({ known, date }) => knownDay(known, date),
      ).map(({ row, known, withdrawn }): KnownJudgement => ({ judgement: row, known, withdrawn })),
      ({ judgement }) => judgement.question,
    ),
    sources,
    speaksForCounterpart,
    isCounterparts,
  }
}

/** Own day, else the latest day of the source's publication, else known all along. */
function knownDay(own: CalendarDate | null, published: UncertainDate | null): DayNumber {
  if (own !== null) return toDayNumber(own)
  if (published !== null) return toDayNumber(published.latest)
  return -Infinity as DayNumber // only an entry that no store has dated yet
}

/**
 * Rows without an id of their own: those that agree in content are one, known since the earliest; a row
 * with `withdrawn` takes it back from that day.
 */
function gatherRows<Row extends { readonly withdrawn: CalendarDate | null }>(
  entries: readonly Row[],
  contentOf: (row: Row) => readonly (string | number)[],
  datedBy: (row: Row) => DayNumber,
) {
  return [...groupBy(entries, (row) => JSON.stringify(contentOf(row))).values()].flatMap((rows) => {
    const [row] = rows
    if (!row) return []
    const withdrawn = rows.findLast((each) => each.withdrawn !== null)?.withdrawn ?? null
    return [
      {
        row,
        rows,
        known: rows.map(datedBy).reduce((a, b) => (b < a ? b : a)),
        withdrawn: withdrawn === null ? Infinity : toDayNumber(withdrawn),
      },
    ]
  })
}

function gatherFigures(
  entries: readonly FigureEntry[],
  publishedOf: (source: SourceId) => UncertainDate | null,
  isCounterparts: (name: string) => boolean,
  counterpart: string,
): Map<SeriesId, KnownFigure[]> {
  type Building = { -readonly [K in keyof KnownFigure]: KnownFigure[K] } & {
    citations: DatedCitation[]
  }
  const byIdentity = new Map<string, Building[]>()
  const figures: Building[] = []
  for (const entry of entries) {
    const known = knownDay(
      entry.published?.latest ?? null,
      publishedOf(entry.source) ?? (entry.known === null ? null : onDay(entry.known)),
    )
    const citation = { source: entry.source, at: entry.at, known }
    const country = entry.country === counterpart ? null : entry.country
    const identity = JSON.stringify([
      entry.series,
      entry.reporter,
      country,
      entry.from.earliest,
      entry.to.latest,
      entry.published?.text ?? '',
      entry.source,
    ])
    const contents = byIdentity.get(identity) ?? []
    byIdentity.set(identity, contents)
    const withdrawn = entry.withdrawn === null ? Infinity : toDayNumber(entry.withdrawn)
    // With a figure goes what it had corrected; an earlier vintage is another figure.
    if (withdrawn !== Infinity) for (const each of contents) each.withdrawn = withdrawn
    const last = contents.at(-1)
    if (last && last.low === entry.low && last.high === entry.high) {
      if (!last.citations.some(({ at }) => at === entry.at)) last.citations.push(citation)
      if (known < last.known) last.known = known
      continue
    }
    const figure: Building = {
      entry: entry.entry,
      series: entry.series,
      reporter: entry.reporter,
      country,
      from: toDayNumber(entry.from.earliest),
      to: toDayNumber(entry.to.latest),
      low: entry.low,
      high: entry.high,
      published: entry.published,
      known,
      withdrawn,
      citations: [citation],
      claim: isCounterparts(entry.reporter),
    }
    contents.push(figure)
    figures.push(figure)
  }
  return groupBy(figures, (figure) => figure.series)
}

function onDay(day: CalendarDate): UncertainDate {
  return { text: day, earliest: day, latest: day, approximate: false, uncertain: false }
}

type CorrectableEntry = {
  readonly entry: number
  readonly known: CalendarDate | null
  readonly source: SourceId
  readonly at: string
  readonly withdrawn: CalendarDate | null
}

function gatherCorrected<Id extends string, Entry extends CorrectableEntry & { readonly id: Id }>(
  entries: readonly Entry[],
  datedBy: (entry: Entry) => DayNumber,
): Corrected<Id, Entry>[] {
  type Building = {
    content: Entry
    entry: number
    known: DayNumber
    citations: DatedCitation[]
    key: string
  }
  const byId = new Map<Id, { versions: Building[]; withdrawn: number }>()
  for (const entry of entries) {
    const known = datedBy(entry)
    const citation = { source: entry.source, at: entry.at, known }
    const key = contentKey(entry)
    const gathered = byId.get(entry.id) ?? { versions: [], withdrawn: Infinity }
    byId.set(entry.id, gathered)
    if (entry.withdrawn !== null) gathered.withdrawn = toDayNumber(entry.withdrawn)
    const same = gathered.versions.findLast((version) => version.key === key)
    const isLatest = same === gathered.versions.at(-1)
    // A return to an earlier content after a correction is a correction too.
    if (same && (isLatest || known <= same.known)) {
      if (!same.citations.some(({ source, at }) => source === entry.source && at === entry.at))
        same.citations.push(citation)
      if (known < same.known) same.known = known
    } else {
      gathered.versions.push({
        content: entry,
        entry: entry.entry,
        known,
        citations: [citation],
        key,
      })
    }
  }
  return [...byId].map(([id, { versions, withdrawn }]) => ({
    id,
    versions: versions.toSorted((a, b) => a.known - b.known || a.entry - b.entry),
    withdrawn,
  }))
}

/** Known day, source, locator and withdrawal are not content (rules R11). */
function contentKey(entry: CorrectableEntry): string {
  const {
    entry: _entry,
    known: _known,
    source: _source,
    at: _at,
    withdrawn: _withdrawn,
    ...content
  } = entry
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'text' in value ? value.text : value,
  )
}

function caseless(name: string): string {
  return name.trim().toLocaleLowerCase('en')
}
