/** Lists at a glance: their versions, what was handed over and what came of it, what they remind of. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import type { ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { countedCase, shareOf, unitsOf, type UnitTotal } from '../domain/cases/counting.ts'
import { readListStatus } from '../domain/lists/list-status.ts'
import {
  entriesOf,
  listedCases,
  listsKnownOn,
  presentationsOf,
  responsesOf,
  versionsOf,
} from '../domain/lists/list-view.ts'
import type { Presentation } from '../domain/lists/presentation.ts'
import { remindersOn, type Reminder } from '../domain/lists/reminders.ts'
import { lastResponses } from '../domain/lists/response-claims.ts'
import { listFollowUps as followUpsOnRecord } from '../store/follow-ups.ts'
import type { Context } from './context.ts'
import { casesOnLists, openListsWith, type ListsWithRegister } from './list-part.ts'
import { whyNot } from './why-not.ts'

export type AskedDays = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate }

export type VersionSeen = {
  readonly version: string
  readonly date: CalendarDate
  readonly entries: { readonly family: number; readonly person: number }
  readonly cases: number
  readonly presentedOn: CalendarDate | null
}
export type PresentationSeen = Omit<Presentation, 'list' | 'withdrawn'>
export type Shares = { readonly family: number | null; readonly person: number | null }

export type ListSeen = {
  readonly id: ListId
  readonly number: string
  readonly title: string
  readonly rule: string
  readonly versions: readonly VersionSeen[]
  readonly lastPresented: PresentationSeen | null
  readonly status: {
    readonly family: UnitTotal
    readonly person: UnitTotal
    readonly shares: Shares
    readonly presentedOn: CalendarDate
  } | null
  readonly answered: number
  readonly unanswered: number
  readonly reminders: readonly Reminder[]
}

/** How far ahead the reviews of lists are reminded of. */
const MONTHS_AHEAD = 1

/** Every list with how it stands. Throws `ActionRefused`. */
export async function readListOverview(
  context: Context,
  programme: ProgrammeId,
  { asOf, knownOn }: AskedDays,
): Promise<
  AskedDays & { readonly lists: readonly ListSeen[]; readonly mayNotWrite: string | null }
> {
  const part = await openListsWith(context, programme, (each) => casesOnLists(each))
  const reminders = await remindersIn(context, programme, part, { asOf, knownOn })
  return {
    asOf,
    knownOn,
    lists: listsBegunBy(part, { asOf, knownOn }).map(({ id, number, title, rule }) => ({
      id,
      number,
      title,
      rule,
      versions: versionsSeen(part, id, knownOn),
      ...statusSeen(part, id, { asOf, knownOn }),
      reminders: reminders.filter(({ list }) => list === id),
    })),
    mayNotWrite: whyNot(context, 'list.write'),
  }
}

/** A list whose first version is of a later day than either is not there yet; one without a version is being drafted. */
function listsBegunBy({ lists }: ListsWithRegister, { asOf, knownOn }: AskedDays) {
  return listsKnownOn(lists, knownOn).filter(({ id }) => {
    const own = lists.versions.filter(({ list }) => list === id)
    return own.length === 0 || own.some(({ date }) => date <= asOf && date <= knownOn)
  })
}

/** After so many months a review that nobody made is history, and so is an answer that never came. */
const LAPSES_AFTER_MONTHS = 12

/** What the lists remind of; a reminder is done once a follow-up about it was closed (rules R247). */
export async function remindersIn(
  { database }: Pick<Context, 'database'>,
  programme: ProgrammeId,
  part: ListsWithRegister,
  { asOf, knownOn }: AskedDays,
): Promise<readonly Reminder[]> {
  const of = { column: 'about_kind', values: ['list'] }
  const followUps = await followUpsOnRecord(database, part.keyring, programme, of)
  const done = new Set(
    followUps.flatMap(({ about, doneOn }) =>
      doneOn !== null && doneOn <= asOf && doneOn <= knownOn ? [about.ref] : [],
    ),
  )
  const since = toCalendarDate(addMonths(toDayNumber(asOf), -LAPSES_AFTER_MONTHS))
  return remindersOn(part.register, part.lists, asOf, knownOn, {
    monthsAhead: MONTHS_AHEAD,
    isDone: (list, version, kind) => done.has(reminderRef({ list, version, kind })),
  }).filter(({ due }) => due >= since)
}

/** What a follow-up names to say that a reminder was seen to. */
export function reminderRef({ list, version, kind }: Pick<Reminder, 'list' | 'version' | 'kind'>) {
  return JSON.stringify([list, version, kind])
}

/** Versions on record by a day, with how many are on each. */
export function versionsSeen(
  part: ListsWithRegister,
  list: ListId,
  knownOn: CalendarDate,
): readonly VersionSeen[] {
  const view = part.register.asKnownOn(knownOn)
  const presentations = presentationsOf(part.lists, list, knownOn, knownOn)
  return versionsOf(part.lists, list, knownOn).map(({ version, date }) => {
    const listed = listedCases(view, entriesOf(part.lists, list, version, knownOn))
    const cases = listed.map(({ group }) => countedCase(group, date, date))
    return {
      version,
      date,
      entries: {
        family: unitsOf(cases, 'family').length,
        person: unitsOf(cases, 'person').length,
      },
      cases: listed.length,
      presentedOn: presentations.find((each) => each.version === version)?.date ?? null,
    }
  })
}

function statusSeen(
  part: ListsWithRegister,
  list: ListId,
  { asOf, knownOn }: AskedDays,
): Pick<ListSeen, 'lastPresented' | 'status' | 'answered' | 'unanswered'> {
  const last = presentationsOf(part.lists, list, asOf, knownOn).at(-1)
  const status = readListStatus(part.register, part.lists, list, asOf, knownOn)
  if (!last || 'refused' in status)
    return { lastPresented: null, status: null, answered: 0, unanswered: 0 }
  const view = part.register.asKnownOn(knownOn)
  const listed = listedCases(view, entriesOf(part.lists, list, last.version, knownOn))
  const answers = lastResponses(view, responsesOf(part.lists, list, asOf, knownOn))
  const answered = listed.filter(({ group }) => {
    const code = answers.get(group.key)?.code
    return code !== undefined && code !== 'none'
  }).length
  return {
    lastPresented: presentationSeen(last),
    status: {
      family: status.family,
      person: status.person,
      shares: sharesOf(status),
      presentedOn: status.presentedOn,
    },
    answered,
    unanswered: listed.length - answered,
  }
}

export function sharesOf({ family, person }: { family: UnitTotal; person: UnitTotal }): Shares {
  return { family: shareOf(family), person: shareOf(person) }
}

export function presentationSeen({
  list: _,
  withdrawn: __,
  ...shown
}: Presentation): PresentationSeen {
  return shown
}
