/** Which events the timeline draws, and in which lane. */
import type { EventRowJson } from '../../../contract/evidence.ts'
import type { Happening } from '../../charts/Timeline.tsx'

/**
 * Lanes by subject where states and rules move, by kind for acts, in the order of their names so that
 * what stands under one subject stays together. The first `none` of a rule says that nothing had
 * happened yet: it has a row in the table and no mark here. Nor has what was withdrawn.
 */
export function happeningsOf(events: readonly EventRowJson[]): Happening[] {
  return events
    .filter((event) => event.withdrawnOn === null && !isBeginning(event, events))
    .map((event) => ({
      id: event.id,
      lane: laneOf(event),
      earliest: event.earliest,
      latest: event.latest,
      date: event.date,
      words: [event.kind, event.subject, event.stage, event.verification]
        .filter(Boolean)
        .join(' · '),
      confirmed: event.verification === 'confirmed' && !event.claim,
    }))
    .toSorted((a, b) => a.lane.localeCompare(b.lane))
}

const laneOf = ({ kind, subject }: EventRowJson) =>
  (kind === 'state' || kind === 'rule') && subject !== '' ? subject : kind

/** A later `none` is a rule that was taken back, which is an event. */
function isBeginning(event: EventRowJson, events: readonly EventRowJson[]): boolean {
  if (event.kind !== 'rule' || event.stage !== 'none') return false
  return !events.some(
    ({ kind, subject, earliest, withdrawnOn }) =>
      kind === 'rule' &&
      subject === event.subject &&
      withdrawnOn === null &&
      earliest < event.earliest,
  )
}
