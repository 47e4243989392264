/**
 * What is known of a case on a day: its happenings, in the order in which they count (rules R153–R155).
 *
 * An entry is known from its own `known`, else from when its source was published, else from the day
 * it was entered. Of several rows with the same case, person, kind and date the one last known stands;
 * the others stay on record and show. A row that is withdrawn is gone from that day, and with it what
 * it had corrected or repeated. Happenings are in the order of their latest day, those of one day in
 * the order of the file.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { FIRST_DAY } from '../basics/calendar-date.ts'
import { compareText, groupBy } from '../basics/collections.ts'
import type { CaseId, PersonId, SourceId } from '../basics/ids.ts'
import type { Verification } from '../evidence/event.ts'
import type { Citation, Source } from '../evidence/source.ts'
import type { CaseEventEntry } from './case-event.ts'

/** What the register does not say itself. */
export type RegisterOptions = {
  /** The day by which a source was published; null where it does not say. */
  readonly publishedOf: (source: SourceId) => CalendarDate | null
  readonly speaksForCounterpart: (source: SourceId) => boolean
  /** The day on which a row was entered; null: known all along, as in a folder that no store dated. */
  readonly enteredOn: (row: CaseEventEntry) => CalendarDate | null
}

/** Something that happened in a case, as known on a day. */
export type CaseHappening = {
  /** The row that stands. */
  readonly row: CaseEventEntry
  readonly entry: number
  readonly case: CaseId
  /** As written; null is everyone of the subject. */
  readonly person: PersonId | null
  readonly kind: string
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
  /** Since when this could be known. */
  readonly known: CalendarDate
  readonly verification: Verification
  /** Of the rows that say the same, in the order of becoming known. */
  readonly citations: readonly Citation[]
  /** Rows of the same happening that it has set aside: what was thought before. */
  readonly setAside: readonly CaseEventEntry[]
}

type KnownRow = { readonly row: CaseEventEntry; readonly known: CalendarDate }
/** Rows of one case, person, kind and date, in the order of becoming known. */
type Strand = readonly KnownRow[]

export class CaseHistories {
  readonly #strands: ReadonlyMap<CaseId, readonly Strand[]>
  readonly #options: RegisterOptions

  constructor(rows: readonly CaseEventEntry[], options: RegisterOptions) {
    this.#options = options
    this.#strands = new Map(
      [...groupBy(rows, (row) => row.case)].map(([id, own]) => [
        id,
        [...groupBy(own, identityOf).values()].map((strand) =>
          strand
            .map((row) => ({ row, known: knownSince(row, options) }))
            .toSorted((a, b) => compareText(a.known, b.known) || a.row.entry - b.row.entry),
        ),
      ]),
    )
  }

  /** The happenings of a case that stand on a day of knowledge, in the order in which they count. */
  standingOn(id: CaseId, knownOn: CalendarDate): readonly CaseHappening[] {
    return (this.#strands.get(id) ?? [])
      .flatMap((strand) => this.#standing(strand, knownOn) ?? [])
      .toSorted(inOrder)
  }

  /** Every row of a case with the day since which it could be known, those set aside included. */
  rowsOf(id: CaseId): readonly { readonly row: CaseEventEntry; readonly known: CalendarDate }[] {
    return (this.#strands.get(id) ?? []).flat().toSorted((a, b) => a.row.entry - b.row.entry)
  }

  /** Days on which what is known of a case changes. */
  daysOfKnowing(id: CaseId): readonly CalendarDate[] {
    return (this.#strands.get(id) ?? []).flatMap((strand) =>
      strand.flatMap(({ row, known }) =>
        row.withdrawn === null ? [known] : [known, row.withdrawn],
      ),
    )
  }

  #standing(strand: Strand, knownOn: CalendarDate): CaseHappening | undefined {
    const visible = strand.filter(({ known }) => known <= knownOn)
    const last = visible.at(-1)
    if (!last || isGone(last.row, knownOn)) return undefined
    const { row } = last
    const alike = visible.filter(
      (each) => each.row.verification === row.verification && !isGone(each.row, knownOn),
    )
    return {
      row,
      entry: row.entry,
      case: row.case,
      person: row.person,
      kind: row.kind,
      earliest: row.date.earliest,
      latest: row.date.latest,
      known: alike[0]?.known ?? last.known,
      verification: row.verification ?? this.#verificationOf(alike),
      citations: citationsOf(alike),
      setAside: visible
        .map((each) => each.row)
        .filter((each) => each.verification !== row.verification),
    }
  }

  /** Left open it is confirmed with a citation that is not the counterpart's, else unknown (rules R41). */
  #verificationOf(alike: readonly KnownRow[]): Verification {
    const outside = alike.some(
      ({ row: { source } }) => source !== null && !this.#options.speaksForCounterpart(source),
    )
    return outside ? 'confirmed' : 'unknown'
  }
}

/** Own day, else the publication of the source, else the day of entry, else known all along. */
export function knownSince(row: CaseEventEntry, options: RegisterOptions): CalendarDate {
  if (row.known !== null) return row.known
  const published = row.source === null ? null : options.publishedOf(row.source)
  return published ?? options.enteredOn(row) ?? FIRST_DAY
}

/** Options from the sources on record and the names under which the counterpart speaks. */
export function registerOptionsOf(
  sources: readonly Source[],
  claims: readonly string[],
  enteredOn: RegisterOptions['enteredOn'] = () => null,
): RegisterOptions {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const counterparts = new Set(claims.map(caseless))
  return {
    publishedOf: (id) => byId.get(id)?.published?.latest ?? null,
    speaksForCounterpart: (id) => {
      const source = byId.get(id)
      return [id, source?.title ?? '', source?.origin ?? ''].some((name) =>
        counterparts.has(caseless(name)),
      )
    },
    enteredOn,
  }
}

/** Whether it has happened by a day: its latest day is that day or past (rules R154). */
export function hasHappened(happening: CaseHappening, asOf: CalendarDate): boolean {
  return happening.latest <= asOf
}

export function inOrder(a: CaseHappening, b: CaseHappening): number {
  return compareText(a.latest, b.latest) || a.entry - b.entry
}

function identityOf({ person, kind, date }: CaseEventEntry): string {
  return JSON.stringify([person, kind, date.earliest, date.latest])
}

function isGone({ withdrawn }: CaseEventEntry, knownOn: CalendarDate): boolean {
  return withdrawn !== null && withdrawn <= knownOn
}

function citationsOf(rows: readonly KnownRow[]): readonly Citation[] {
  const cited = new Map<string, Citation>()
  for (const { row } of rows)
    if (row.source !== null)
      cited.set(`${row.source}\n${row.at}`, { source: row.source, at: row.at })
  return [...cited.values()]
}

function caseless(text: string): string {
  return text.trim().toLocaleLowerCase('en')
}
