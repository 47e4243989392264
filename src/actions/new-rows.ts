/**
 * Which rows of a folder or a form are new to the record.
 *
 * A row that is on record with all its columns is the same row. A row that leaves its `known` open
 * states nothing about it: where neither it nor its source says when it was published, it becomes
 * known on the day it was entered, and entering it again adds nothing. A row that corrects one known
 * from the same day, and does not say since when, is known from today: what was known before stays as
 * it was (rules R2, R6, R126). Where both are entered at once nothing was known before: the later is
 * known since when the earlier is, and stands from then on (settled 4).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { SourceId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { KnownBy } from '../store/database/column-type.ts'
import type { Entered } from '../store/known-by.ts'
import type { EvidenceRow, RowKind } from './row-kinds.ts'

export type Sorted<T> = { readonly rows: readonly T[]; readonly unchanged: number }

export type KnownRules = {
  readonly today: CalendarDate
  /** When each source was published, as the sources stand after this action. */
  readonly publishedOf: (source: SourceId) => UncertainDate | null
  /** The rows on record whose `known` was filled, by entry number. */
  readonly filled: ReadonlyMap<number, KnownBy>
}

/** What is on record with one content: under which `known`, and how it came by it. */
type OnRecord = { readonly knowns: Set<CalendarDate>; open: boolean; corrected: boolean }

type Standing = {
  readonly content: string
  readonly known: CalendarDate | null
  readonly knownBy: KnownBy | null
  readonly published: CalendarDate | null
  /** Entered by this very action. */
  readonly isNew: boolean
}

/** The rows of evidence that are new, in their order, each with its `known`. Takes linear time. */
export function newEvidence<T extends EvidenceRow>(
  kind: RowKind<T>,
  onRecord: readonly T[],
  incoming: readonly T[],
  rules: KnownRules,
): Sorted<Entered<T>> {
  if (incoming.length === 0) return { rows: [], unchanged: 0 }
  const index = new Map<string, OnRecord>()
  const standings = new Map<string, Standing>()
  const note = (
    row: T,
    { known, knownBy }: { known: CalendarDate | null; knownBy: KnownBy | null },
    isNew: boolean,
  ) => {
    const key = kind.columns(row)
    const seen = index.get(key) ?? { knowns: new Set(), open: false, corrected: false }
    if (known === null) seen.open = true
    else seen.knowns.add(known)
    if (knownBy === 'corrected') seen.corrected = true
    index.set(key, seen)
    const published = publishedOn(kind, row, rules)
    const content = kind.content(row)
    standings.set(kind.identity(row), { content, known, knownBy, published, isNew })
  }
  for (const row of onRecord) {
    const knownBy = row.known === null ? null : (rules.filled.get(row.entry) ?? 'stated')
    note(row, { known: row.known, knownBy }, false)
  }

  const rows: Entered<T>[] = []
  for (const row of incoming) {
    const published = publishedOn(kind, row, rules)
    if (isOnRecord(index.get(kind.columns(row)), row.known, published)) continue
    const standing = standings.get(kind.identity(row))
    const { known, knownBy } = knownOf(row, kind.content(row), published, standing, rules.today)
    rows.push({ ...row, known, knownBy })
    note(row, { known, knownBy }, true)
  }
  return { rows, unchanged: incoming.length - rows.length }
}

function publishedOn<T extends EvidenceRow>(
  kind: RowKind<T>,
  row: T,
  { publishedOf }: KnownRules,
): CalendarDate | null {
  const source = kind.source(row)
  const published = kind.published(row) ?? (source === null ? null : publishedOf(source))
  return published?.latest ?? null
}

function isOnRecord(
  seen: OnRecord | undefined,
  known: CalendarDate | null,
  published: CalendarDate | null,
): boolean {
  if (!seen) return false
  if (known !== null) return seen.knowns.has(known)
  // A row whose source says by now when it was published is more than the one that was filled.
  return published === null || seen.open || seen.corrected
}

function knownOf(
  row: EvidenceRow,
  content: string,
  published: CalendarDate | null,
  standing: Standing | undefined,
  today: CalendarDate,
): { known: CalendarDate | null; knownBy: KnownBy | null } {
  if (row.known !== null) return { known: row.known, knownBy: 'stated' }
  const isSame = standing?.content === content
  // What withdraws a row is known as the row was; `withdrawn` says since when it is gone.
  if (standing && isSame && row.withdrawn !== null)
    return { known: standing.known, knownBy: standing.knownBy }
  if (published === null) return { known: today, knownBy: 'entered' }
  if (!standing || isSame || !isKnownFrom(standing, published))
    return { known: null, knownBy: null }
  if (standing.isNew) return { known: standing.known, knownBy: standing.knownBy }
  return { known: today, knownBy: 'corrected' }
}

/** Known from the day of publication, or the latest correction of what is. */
function isKnownFrom({ known, knownBy, ...standing }: Standing, published: CalendarDate): boolean {
  if (knownBy === 'corrected') return standing.published === published
  return (known ?? standing.published) === published
}

/** When each source was published: those that come in stand before those on record. */
export function publishedBySource(
  ...sources: (readonly Source[])[]
): (source: SourceId) => UncertainDate | null {
  const published = new Map(sources.flat().map(({ id, published: on }) => [id, on]))
  return (source) => published.get(source) ?? null
}
