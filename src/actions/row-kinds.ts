/** What makes two rows of evidence the same row, the same thing, and the same content (rules R11, R15). */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { SourceId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { EventEntry } from '../domain/evidence/event.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { JudgementEntry } from '../domain/evidence/judgement.ts'
import type { OutcomeEntry, UndertakingEntry } from '../domain/evidence/undertaking.ts'

export type EvidenceRow = {
  readonly entry: number
  readonly known: CalendarDate | null
  readonly withdrawn: CalendarDate | null
}

export type RowKind<T> = {
  /** What it is about: rows of one identity and other content correct each other. */
  readonly identity: (row: T) => string
  /** What it says. Known, source and locator are not content (rules R11). */
  readonly content: (row: T) => string
  /** Every column but `known`. */
  readonly columns: (row: T) => string
  /** Its own day of publication, where this kind of row has one. */
  readonly published: (row: T) => UncertainDate | null
  readonly source: (row: T) => SourceId | null
}

const key = (...parts: readonly unknown[]) => JSON.stringify(parts)
const cited = (row: { source: SourceId; at: string; withdrawn: CalendarDate | null }) =>
  key(row.source, row.at, row.withdrawn)

const figureIdentity = (row: FigureEntry) =>
  key(
    ...[row.series, row.reporter, row.country, row.from.earliest, row.to.latest],
    ...[row.published?.latest, row.source],
  )
const figureContent = (row: FigureEntry) => key(row.low, row.high, row.note)

export const FIGURES: RowKind<FigureEntry> = {
  identity: figureIdentity,
  content: figureContent,
  columns: (row) =>
    key(
      ...[row.series, row.reporter, row.country, row.from.text, row.to.text, row.low, row.high],
      ...[row.note, row.published?.text, row.source, row.at, row.withdrawn],
    ),
  published: (row) => row.published,
  source: (row) => row.source,
}

const eventContent = (row: EventEntry) =>
  key(
    ...[row.date.text, row.kind, row.subject, row.stage, row.basis, row.verification],
    ...[row.claimedBy, row.detail],
  )

export const EVENTS: RowKind<EventEntry> = {
  identity: (row) => row.id,
  content: eventContent,
  columns: (row) => key(row.id, eventContent(row), cited(row)),
  published: () => null,
  source: (row) => row.source,
}

const undertakingContent = (row: UndertakingEntry) =>
  key(row.date.text, row.by, row.to, row.channel, row.text, row.due?.text, row.goal)

export const UNDERTAKINGS: RowKind<UndertakingEntry> = {
  identity: (row) => row.id,
  content: undertakingContent,
  columns: (row) => key(row.id, undertakingContent(row), cited(row)),
  published: () => null,
  source: (row) => row.source,
}

export const OUTCOMES: RowKind<OutcomeEntry> = {
  // What became of it on another day is another outcome, not a correction.
  identity: (row) => key(row.undertaking, row.date.earliest, row.date.latest),
  content: (row) => row.outcome,
  columns: (row) => key(row.undertaking, row.date.text, row.outcome, cited(row)),
  published: () => null,
  source: (row) => row.source,
}

const judgementContent = (row: JudgementEntry) => key(row.date.text, row.score, row.note)

export const JUDGEMENTS: RowKind<JudgementEntry> = {
  identity: (row) => key(row.question, row.unit, row.coder),
  content: judgementContent,
  columns: (row) => key(row.question, row.unit, row.coder, judgementContent(row), row.withdrawn),
  published: () => null,
  source: () => null,
}
