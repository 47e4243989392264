/**
 * A state or a rule through time, as its known events leave it (rules R38–R41).
 *
 * Before its first event it is unknown. An imprecise change leaves it unknown in between. Only
 * `confirmed` events move it; any other verification makes it unknown; a claim in the counterpart's
 * favour moves nothing. Of two events on one day the later known, then the later written, counts.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import type { EventInView } from './known-evidence.ts'

export type Stretch = {
  readonly from: DayNumber
  /** The stage from that day on; null is unknown. */
  readonly stage: string | null
  /** What brought it there; null before the first event. */
  readonly by: EventInView | null
}

/** Stretches in order of days; each lasts until the next. */
export type Timeline = readonly Stretch[]

/** @param favours whether a move to this stage is in the counterpart's favour, or no move at all */
export function readTimeline(
  events: readonly EventInView[],
  favours: (stage: string, before: string | null) => boolean,
): Timeline {
  const ordered = events.toSorted(
    (a, b) =>
      compareText(a.event.date.latest, b.event.date.latest) ||
      a.known - b.known ||
      a.entry - b.entry,
  )
  const stretches: Stretch[] = []
  let stage: string | null = null
  for (const each of ordered) {
    const [earliest, latest] = [
      toDayNumber(each.event.date.earliest),
      toDayNumber(each.event.date.latest),
    ]
    const confirmed = each.verification === 'confirmed'
    if (!confirmed && each.claim && favours(each.event.stage, stage)) continue
    const next = confirmed ? each.event.stage : null
    if (earliest < latest) blur(stretches, earliest, next, each)
    if (stretches.at(-1)?.from === latest) stretches.pop()
    stretches.push({ from: latest, stage: next, by: each })
    stage = next
  }
  return stretches
}

/**
 * From the first possible day of a change nothing is sure but where it stood already as the change
 * leaves it. The range may reach back over earlier, precise changes.
 */
function blur(
  stretches: Stretch[],
  earliest: DayNumber,
  next: string | null,
  by: EventInView,
): void {
  const before = stretchOn(stretches, earliest)
  const at = stretches.filter(({ from }) => from < earliest).length
  const rest = stretches
    .splice(at)
    .filter(({ from }) => from > earliest)
    .map((each) => (each.stage === next ? each : { ...each, stage: null }))
  stretches.push({ from: earliest, stage: before?.stage === next ? next : null, by }, ...rest)
}

/** The stretch in which the day lies; undefined before the first event. */
export function stretchOn(timeline: Timeline, day: DayNumber): Stretch | undefined {
  let [low, high] = [0, timeline.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timeline[middle]?.from ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return timeline[low - 1]
}

/** The stretches that share a day with from … to, the one that runs into it included. */
export function stretchesOver(timeline: Timeline, from: DayNumber, to: DayNumber): Stretch[] {
  const first = stretchOn(timeline, from)
  const later = timeline.filter((stretch) => stretch.from > from && stretch.from <= to)
  return first ? [first, ...later] : later
}
