import { useMemo } from 'react'
import type { CaseShownJson } from '../../contract/register.ts'
import { isCalendarDate } from '../../domain/basics/calendar-date.ts'
import { Timeline } from './Timeline.tsx'
import type { Happening } from './Timeline.tsx'

type Properties = {
  readonly matter: CaseShownJson
  readonly asOf: string
}

/**
 * One case in time: a lane for each kind of event in the order in which the kinds first happened, and
 * below them when it was handed over and what was answered. Ranges are drawn as ranges; what is
 * claimed or not confirmed is hollow.
 */
export function CaseTimeline({ matter, asOf }: Properties) {
  const happenings = useMemo(() => happeningsOf(matter), [matter])
  const span = useMemo(() => spanOf(happenings, asOf), [happenings, asOf])
  return <Timeline happenings={happenings} span={span} asOf={asOf} />
}

function happeningsOf({ events, listings }: CaseShownJson): Happening[] {
  const happened = events
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((event) => ({
      id: `event-${event.entry}`,
      lane: event.kind.replaceAll(/(?<!^re)-/g, ' '),
      earliest: event.earliest,
      latest: event.latest,
      date: event.date,
      words: [event.verification, event.claim ? 'claimed by the other side' : '', event.detail]
        .filter(Boolean)
        .join(' · '),
      confirmed: event.verification === 'confirmed' && !event.claim,
    }))
  const presented = listings.flatMap(({ list, presented: handed }) =>
    handed.map(({ date, to }) => ({
      id: `presented-${list}-${date}`,
      lane: 'on a list',
      earliest: date,
      latest: date,
      date,
      words: [`list ${list} handed over`, to].filter(Boolean).join(' · '),
      confirmed: true,
    })),
  )
  const answered = listings.flatMap(({ list, responses }) =>
    responses.map(({ entry, date, code }) => ({
      id: `response-${entry}`,
      lane: 'answered',
      earliest: date,
      latest: date,
      date,
      words: `list ${list} · ${code.replaceAll('-', ' ')} · a claim`,
      confirmed: false,
    })),
  )
  return [...happened, ...presented, ...answered]
}

/** From the first thing that happened to the day looked at, in whole years, so that each year has its mark. */
function spanOf(happenings: readonly Happening[], asOf: string) {
  const days = happenings.flatMap(({ earliest, latest }) => [earliest, latest]).filter(isBounded)
  const first = [...days, asOf].toSorted()[0] ?? asOf
  const last = [...days, asOf].toSorted().at(-1) ?? asOf
  return { from: `${first.slice(0, 4)}-01-01`, to: `${last.slice(0, 4)}-12-31` }
}

/** A range that is open to one side has no day there to begin the years with. */
const isBounded = (day: string) =>
  isCalendarDate(day) && day > '0001-01-01' && !day.startsWith('9999')
