/** Which days a programme's evidence speaks of, and since when, as known on a day. */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import type { KnownEvidence } from '../evidence/known-evidence.ts'
import type { Span } from './case-readings.ts'

/** How many of the ascending days lie before the given one. */
export function countBefore(days: readonly DayNumber[], day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? Infinity) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** First and last day that any entry speaks of; null without any. */
export function spanOf(evidence: KnownEvidence): Span | null {
  let [from, to] = [Infinity, -Infinity]
  const take = (first: number, last: number) => {
    from = Math.min(from, first)
    to = Math.max(to, last)
  }
  for (const figures of evidence.figures.values())
    for (const figure of figures) take(figure.from, figure.to)
  for (const { versions } of evidence.events)
    for (const { content } of versions)
      take(toDayNumber(content.date.earliest), toDayNumber(content.date.latest))
  for (const { versions } of evidence.undertakings.values())
    for (const { content } of versions)
      take(toDayNumber(content.date.earliest), toDayNumber(content.date.latest))
  for (const judgements of evidence.judgements.values())
    for (const { judgement } of judgements)
      take(toDayNumber(judgement.date.earliest), toDayNumber(judgement.date.latest))
  return from <= to ? { from: from as DayNumber, to: to as DayNumber } : null
}

/** The first day that anything known by a day of knowledge speaks of; Infinity where nothing is. */
export function firstDaysKnown(evidence: KnownEvidence): (view: EvidenceView) => number {
  const entries = [
    ...[...evidence.figures.values()].flat().map(({ known, from }) => ({ known, from })),
    ...evidence.events.flatMap(firstDaysOf),
    ...[...evidence.undertakings.values()].flatMap(firstDaysOf),
    ...[...evidence.judgements.values()]
      .flat()
      .map(({ known, judgement }) => ({ known, from: toDayNumber(judgement.date.earliest) })),
  ].toSorted((a, b) => a.known - b.known)
  const days = entries.map(({ known }) => known)
  let first = Infinity
  const firsts = entries.map(({ from }) => (first = Math.min(first, from)))
  return ({ knownOn }) => firsts[countBefore(days, toDayNumber(knownOn) + 1) - 1] ?? Infinity
}

function firstDaysOf({
  versions,
}: {
  readonly versions: readonly {
    readonly known: DayNumber
    readonly content: { readonly date: UncertainDate }
  }[]
}) {
  return versions.map(({ known, content }) => ({
    known,
    from: toDayNumber(content.date.earliest),
  }))
}
