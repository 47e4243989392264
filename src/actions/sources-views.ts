/**
 * Sources, and what rests on each. A source is shown from the day it was published, or from the day on
 * which something that cites it could be known; who a protected source is, only to those who may know.
 */
import { may } from '../domain/access/may.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { LAST_DAY, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import { addTo } from '../domain/basics/collections.ts'
import type { ProgrammeId, SourceId } from '../domain/basics/ids.ts'
import type { DatedCitation } from '../domain/evidence/known-evidence.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { knownRecordOf, type KnownRecord } from './known-record.ts'
import { amountWords } from './series-views.ts'

export type SourceSeen = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly published: string | null
  readonly url: string
  readonly reliability: string
  readonly protected: boolean
  readonly origin: string | null
  readonly cited: number
}

export type Resting = {
  readonly kind: 'figure' | 'event' | 'undertaking' | 'outcome' | 'goal'
  readonly at: string
  readonly text: string
  readonly ref: string
}

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function listSources(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<{ sources: SourceSeen[] }> {
  const known = await knownRecordOf(context, programme)
  const resting = restingOn(known, knownOn)
  const sources = known.record.sources
    .filter((source) => isVisible(source, knownOn, resting))
    .map((source) => sourceSeen(context, source, resting))
  return { sources }
}

/** One source with all that rests on it, by place. Throws `ActionRefused`. */
export async function readSource(
  context: Context,
  programme: ProgrammeId,
  id: SourceId,
  knownOn: CalendarDate,
): Promise<{ source: SourceSeen; cited: Resting[] }> {
  const known = await knownRecordOf(context, programme)
  const source = known.record.sources.find((each) => each.id === id)
  if (!source) throw new ActionRefused('not-found', `There is no source "${id}" in this programme.`)
  const resting = restingOn(known, knownOn)
  if (!isVisible(source, knownOn, resting))
    throw new ActionRefused('not-found', `The source "${id}" could not be known on ${knownOn}.`)
  const cited = (resting.get(id) ?? []).toSorted((a, b) => byPlace.compare(a.at, b.at))
  return { source: sourceSeen(context, source, resting), cited }
}

/** `p. 9` before `p. 263`. */
const byPlace = new Intl.Collator('en', { numeric: true })

function sourceSeen(
  { person }: Context,
  source: Source,
  resting: ReadonlyMap<SourceId, readonly Resting[]>,
): SourceSeen {
  const { id, kind, reliability, origin } = source
  const hidden = source.protected && !may(person, 'protected-source.read')
  return {
    ...{ id, kind, reliability, origin, protected: source.protected },
    title: hidden ? 'A protected source' : source.title,
    url: hidden ? '' : source.url,
    published: source.published?.text ?? null,
    cited: resting.get(id)?.length ?? 0,
  }
}

function isVisible(
  { id, published, withdrawn }: Source,
  knownOn: CalendarDate,
  resting: ReadonlyMap<SourceId, readonly Resting[]>,
): boolean {
  if ((withdrawn ?? LAST_DAY) <= knownOn) return false
  return published === null || published.latest <= knownOn || resting.has(id)
}

/** Everything that could be known on the day, under each source that it cites. */
function restingOn(
  { record, evidence, viewOn }: KnownRecord,
  knownOn: CalendarDate,
): ReadonlyMap<SourceId, readonly Resting[]> {
  const day = toDayNumber(knownOn)
  const found = new Map<SourceId, Resting[]>()
  const note = (citations: readonly DatedCitation[], resting: Omit<Resting, 'at'>) => {
    for (const { source, at, known } of citations)
      if (known <= day) addTo(found, source, { ...resting, at })
  }
  for (const [series, figures] of evidence.figures)
    for (const { from, to, low, high, reporter, citations, withdrawn } of figures) {
      if (withdrawn <= day) continue
      const period = `${toCalendarDate(from)} to ${toCalendarDate(to)}`
      const text = `${series}: ${amountWords(low, high)}, ${period}, ${reporter}`
      note(citations, { kind: 'figure', ref: series, text })
    }
  for (const { event, citations } of viewOn(knownOn).events()) {
    const words = [event.date.text, event.kind, event.subject, event.stage]
    const text = words.filter((word) => word !== '').join(' · ')
    note(citations, { kind: 'event', ref: event.id, text })
  }
  for (const { id, versions, withdrawn } of evidence.undertakings.values()) {
    const version = versions.findLast(({ known }) => known <= day)
    if (!version || withdrawn <= day) continue
    note(version.citations, { kind: 'undertaking', ref: id, text: version.content.text })
  }
  for (const [id, outcomes] of evidence.outcomes)
    for (const { outcome, known } of outcomes)
      note([{ source: outcome.source, at: outcome.at, known }], {
        kind: 'outcome',
        ref: id,
        text: `${id}: ${outcome.outcome}, ${outcome.date.text}`,
      })
  // A goal is stated, not learnt: it rests on its sources on every day.
  for (const { id, statement, cites } of record.goals)
    for (const { source, at } of cites)
      addTo(found, source, { kind: 'goal', ref: id, text: statement, at })
  return found
}
