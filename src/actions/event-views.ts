/** Events and undertakings as known on a day, with what they said before they were corrected. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import { compareText } from '../domain/basics/collections.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Basis, EventEntry, Verification } from '../domain/evidence/event.ts'
import { openEvidence } from '../domain/evidence/evidence-view.ts'
import type {
  EventInView,
  KnownEvent,
  KnownUndertaking,
} from '../domain/evidence/known-evidence.ts'
import { printCitation } from '../domain/evidence/source.ts'
import type { Outcome } from '../domain/evidence/undertaking.ts'
import type { Context } from './context.ts'
import { dayKnown, knownRecordOf, type KnownRecord } from './known-record.ts'

export type EventSeen = {
  readonly id: string
  readonly date: string
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
  readonly kind: string
  readonly subject: string
  readonly stage: string
  readonly basis: Basis | null
  readonly verification: Verification
  readonly claimedBy: string
  readonly claim: boolean
  readonly detail: string
  readonly known: CalendarDate
  readonly citations: readonly string[]
  readonly withdrawnOn: CalendarDate | null
  readonly corrected: readonly string[]
}

export type UndertakingSeen = {
  readonly id: string
  readonly date: string
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
  readonly by: string
  readonly to: string
  readonly channel: string
  readonly text: string
  readonly due: string | null
  readonly goal: string | null
  readonly known: CalendarDate
  readonly citations: readonly string[]
  readonly outcomes: readonly OutcomeSeen[]
}

export type OutcomeSeen = {
  readonly date: string
  readonly outcome: Outcome
  readonly known: CalendarDate
  readonly citation: string
}

/** Every event that could be known on that day, withdrawn ones marked, by date. Throws `ActionRefused`. */
export async function listEvents(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<{ knownOn: CalendarDate; events: EventSeen[] }> {
  const known = await knownRecordOf(context, programme)
  const byId = new Map(known.evidence.events.map((event) => [event.id, event]))
  const seen = [...known.viewOn(knownOn).events(), ...withdrawnBy(known, knownOn)]
  return {
    knownOn,
    events: seen
      .map((each) => eventSeen(each, byId.get(each.event.id), knownOn))
      .toSorted((a, b) => compareText(a.latest, b.latest) || compareText(a.id, b.id)),
  }
}

// A view holds what stands; what has been withdrawn is read as if it stood, and marked.
function withdrawnBy({ evidence }: KnownRecord, knownOn: CalendarDate): readonly EventInView[] {
  const withdrawn = evidence.events
    .filter((event) => event.withdrawn <= toDayNumber(knownOn))
    .map((event) => ({ ...event, withdrawn: Infinity }))
  return withdrawn.length === 0
    ? []
    : openEvidence({ ...evidence, events: withdrawn })(knownOn).events()
}

function eventSeen(
  { event, known, citations, verification, claim }: EventInView,
  gathered: KnownEvent | undefined,
  knownOn: CalendarDate,
): EventSeen {
  const { id, date, kind, subject, stage, basis, claimedBy, detail } = event
  const withdrawn = gathered?.withdrawn ?? Infinity
  return {
    ...{ id, kind, subject, stage, basis, verification, claimedBy, claim, detail },
    date: date.text,
    earliest: date.earliest,
    latest: date.latest,
    known: dayKnown(known),
    citations: citations.map(printCitation),
    withdrawnOn:
      withdrawn <= toDayNumber(knownOn) ? toCalendarDate(withdrawn as typeof known) : null, // finite here
    corrected: earlierOf(gathered, event, knownOn),
  }
}

function earlierOf(
  gathered: KnownEvent | undefined,
  event: EventEntry,
  knownOn: CalendarDate,
): string[] {
  const day = toDayNumber(knownOn)
  return (gathered?.versions ?? [])
    .filter(({ content, known }) => known <= day && content !== event)
    .map(({ content, known }) => {
      const { date, kind, subject, stage, verification, detail } = content
      const words = [date.text, kind, subject, stage, verification ?? '', detail]
      return `${words.filter((word) => word !== '').join(' · ')} (known ${dayKnown(known)})`
    })
}

/** Every undertaking that could be known on that day and stands, by date. Throws `ActionRefused`. */
export async function listUndertakings(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<{ knownOn: CalendarDate; undertakings: UndertakingSeen[] }> {
  const known = await knownRecordOf(context, programme)
  const undertakings = [...known.evidence.undertakings.values()]
    .flatMap((each) => undertakingSeen(known, each, knownOn) ?? [])
    .toSorted((a, b) => compareText(a.latest, b.latest) || compareText(a.id, b.id))
  return { knownOn, undertakings }
}

/** `undefined` where it could not be known yet, or has been withdrawn. */
export function undertakingSeen(
  { viewOn }: KnownRecord,
  { id, versions, withdrawn }: KnownUndertaking,
  knownOn: CalendarDate,
): UndertakingSeen | undefined {
  const day = toDayNumber(knownOn)
  const version = versions.findLast(({ known }) => known <= day)
  if (!version || withdrawn <= day) return undefined
  const { date, by, to, channel, text, due, goal } = version.content
  return {
    ...{ id, by, to, channel, text, goal },
    date: date.text,
    earliest: date.earliest,
    latest: date.latest,
    due: due?.text ?? null,
    known: dayKnown(version.known),
    citations: version.citations.filter(({ known }) => known <= day).map(printCitation),
    outcomes: viewOn(knownOn)
      .outcomes(id)
      .outcomes.map(({ outcome, known }) => ({
        date: outcome.date.text,
        outcome: outcome.outcome,
        known: dayKnown(known),
        citation: printCitation(outcome),
      })),
  }
}
