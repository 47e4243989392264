/**
 * What waits for someone, as of a day: what they undertook and we promised, answers that did not come,
 * lists to be looked at again, cases that went quiet, consents that end, names to decide on, alerts
 * (rules R300).
 *
 * Cases are those of the version of each list that is in hand: a register of a million holds more quiet
 * cases than anyone can take up, and what is taken up is on a list.
 */
import { may } from '../domain/access/may.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import { listNameDecisions } from '../store/name-decisions.ts'
import { scorecard } from './assessments.ts'
import type { Context } from './context.ts'
import { listUndertakings, type UndertakingSeen } from './event-views.ts'
import { listFollowUps } from './follow-ups.ts'
import { casesOnLists, openListsWith } from './list-part.ts'
import { noteReading } from './read-log.ts'
import { atDesk, type Desk, type LookDays } from './register-look.ts'
import { reminderRef, remindersIn } from './representation-lists.ts'
import { linesOfCases, linesOfConsents, linesOfPromises } from './today-cases.ts'
import { inReadingOrder, whenDue, type TodayKind, type TodayLine } from './today-lines.ts'
import { namesHidden, whyNot } from './why-not.ts'

export type TodaySeen = LookDays & {
  readonly lines: readonly TodayLine[]
  readonly more: readonly { readonly kind: TodayKind; readonly count: number }[]
  readonly namesHidden: string | null
  readonly mayNotWrite: string | null
}

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function readToday(
  context: Context,
  programme: ProgrammeId,
  days: LookDays,
): Promise<TodaySeen> {
  const { asOf, knownOn } = days
  const lines: TodayLine[] = [
    ...undertakingLines((await listUndertakings(context, programme, knownOn)).undertakings, asOf),
    ...(await alertLines(context, programme, days)),
    ...(await listLines(context, programme, days)),
  ]
  // What is about people waits only for those who may read of them.
  if (may(context.person, 'register.read')) {
    lines.push(...(await followUpLines(context, programme, asOf)))
    const ofPeople = await atDesk(context, programme, async (desk) => [
      ...(await linesOfPromises(desk, days)),
      ...(await linesOfConsents(desk, days)),
      ...(await nameReviewLines(desk)),
    ])
    lines.push(...ofPeople)
  }
  const shown = inReadingOrder(lines)
  const persons = shown.lines.flatMap((line) => line.persons.map(({ person }) => person))
  await noteReading(context, programme, 'today', persons)
  return {
    ...days,
    ...shown,
    namesHidden: namesHidden(context),
    mayNotWrite: whyNot(context, 'engagement.record'),
  }
}

/** Undertakings whose day is near or past and of which nobody has said what became of them. */
function undertakingLines(
  undertakings: readonly UndertakingSeen[],
  asOf: CalendarDate,
): TodayLine[] {
  return undertakings.flatMap(({ id, by, text, due, outcomes }): TodayLine[] => {
    const day = due === null ? undefined : parseUncertainDate(due)?.latest
    const last = outcomes.at(-1)
    if (day === undefined || (last && last.outcome !== 'open')) return []
    const when = whenDue(day, asOf)
    if (when === null) return []
    return [
      {
        kind: 'undertaking-due',
        when,
        day,
        sentence: `${by} undertook: “${text}” Due ${due ?? day}; what became of it is not on record.`,
        persons: [],
        ref: { page: 'undertaking', id },
        closes: null,
      },
    ]
  })
}

async function alertLines(
  context: Context,
  programme: ProgrammeId,
  days: LookDays,
): Promise<TodayLine[]> {
  const { alerts } = await scorecard(context, programme, days)
  return alerts.map(({ why, since, subject }) => ({
    kind: 'alert',
    when: 'now',
    day: since,
    sentence: why,
    persons: [],
    ref: { page: 'alerts', id: subject },
    closes: null,
  }))
}

async function listLines(
  context: Context,
  programme: ProgrammeId,
  days: LookDays,
): Promise<TodayLine[]> {
  const wanted = { names: true, contacts: true }
  const part = await openListsWith(context, programme, (each) => casesOnLists(each), wanted)
  const reminders = await remindersIn(context, programme, part, days)
  const ofLists = reminders.flatMap((reminder): TodayLine[] => {
    const when = whenDue(reminder.due, days.asOf)
    if (when === null) return []
    return [
      {
        kind: reminder.kind === 'reply-overdue' ? 'reply-overdue' : 'list-review',
        when,
        day: reminder.due,
        sentence: reminder.sentence,
        persons: [],
        ref: { page: 'list', id: reminder.list },
        closes: {
          followUp: null,
          about: { kind: 'list', ref: reminderRef(reminder), text: reminder.sentence },
        },
      },
    ]
  })
  return [...ofLists, ...linesOfCases(part, days)]
}

async function followUpLines(
  context: Context,
  programme: ProgrammeId,
  asOf: CalendarDate,
): Promise<TodayLine[]> {
  const { followUps } = await listFollowUps(context, programme, { asOf })
  return followUps.flatMap(({ id, about, text, owner, due, doneOn }): TodayLine[] => {
    const when = due === null ? 'now' : whenDue(due, asOf)
    if (doneOn !== null || when === null) return []
    return [
      {
        kind: 'follow-up',
        when,
        day: due,
        sentence: `${owner}: ${text}`,
        persons: [],
        ref: pageOf(about),
        closes: { followUp: id, about: null },
      },
    ]
  })
}

function pageOf({ kind, ref }: { readonly kind: string; readonly ref: string }): TodayLine['ref'] {
  switch (kind) {
    case 'person':
      return { page: 'person', id: ref }
    case 'engagement':
      return { page: 'engagement', id: ref }
    case 'undertaking':
      return { page: 'undertaking', id: ref }
    default:
      return { page: 'list', id: '' }
  }
}

/** How many pairs of names were parked and wait for a decision. */
async function nameReviewLines(desk: Desk): Promise<TodayLine[]> {
  const last = new Map<string, string>()
  for (const { person, other, decision } of await listNameDecisions(
    desk.db,
    desk.keyring,
    desk.programme,
  ))
    last.set(JSON.stringify([person, other]), decision)
  const waiting = [...last.values()].filter((decision) => decision === 'parked').length
  if (waiting === 0) return []
  const sentence =
    waiting === 1
      ? 'One pair of names waits for a decision.'
      : `${String(waiting)} pairs of names wait for a decision.`
  return [
    {
      ...{ kind: 'name-review', when: 'now', day: null, sentence, persons: [] },
      ref: { page: 'matches', id: '' },
      closes: null,
    },
  ]
}
