/** Comings and goings: released, newly detained, re-detained, late-listed, expelled, died, around a day. */
import {
  addMonths,
  toCalendarDate,
  toDayNumber,
  type CalendarDate,
} from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import {
  NET_LINES,
  netAccount,
  netAround,
  type NetAccount,
  type NetCount,
  type NetLine,
} from '../domain/cases/net-accounting.ts'
import { subjectsOfCasesBetween } from '../store/register-walk.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { atDesk, lookAtPersons } from './register-look.ts'
import { personsOf } from './register-candidates.ts'

export type NetAsked = { readonly knownOn: CalendarDate } & (
  | { readonly around: CalendarDate; readonly months: number }
  | { readonly from: CalendarDate; readonly to: CalendarDate }
)
export type NetRowSeen = NetCount & { readonly what: NetLine; readonly words: string }
export type NetSeen = {
  readonly knownOn: CalendarDate
  readonly around: CalendarDate | null
  readonly periods: readonly (Pick<NetAccount, 'from' | 'to' | 'net'> & {
    readonly rows: readonly NetRowSeen[]
  })[]
}

const WORDS: Readonly<Record<NetLine, string>> = {
  released: 'Released',
  servedOut: 'of them: the sentence had been served',
  newlyDetained: 'Newly detained',
  reDetained: 'Detained again',
  lateListed: 'Detained before, known only now',
  expelled: 'Expelled',
  died: 'Died',
}

/** Counts alone leave: nobody is named, and no reading is noted. Throws `ActionRefused`. */
export async function readNet(
  context: Context,
  programme: ProgrammeId,
  asked: NetAsked,
): Promise<NetSeen> {
  const { knownOn } = asked
  if ('from' in asked && asked.from > asked.to)
    throw new ActionRefused('invalid', `The period ends (${asked.to}) before it begins.`)
  return atDesk(context, programme, async (desk) => {
    const { from, to } = boundsOf(asked)
    // A line is moved only by what happened, or came to be known, within the days.
    const subjects = await subjectsOfCasesBetween(desk.db, programme, from, to)
    const persons = await personsOf(desk, subjects)
    const look = await lookAtPersons(desk, persons, { asOf: to, knownOn }, { events: true })
    if ('from' in asked)
      return { knownOn, around: null, periods: [seen(netAccount(look.view, asked.from, asked.to))] }
    const { before, after } = netAround(look.view, asked.around, asked.months)
    return { knownOn, around: asked.around, periods: [seen(before), seen(after)] }
  })
}

/** The days within which anything counts. */
function boundsOf(asked: NetAsked): { from: CalendarDate; to: CalendarDate } {
  if ('from' in asked) return asked
  const day = toDayNumber(asked.around)
  return {
    from: toCalendarDate(addMonths(day, -asked.months)),
    to: toCalendarDate(addMonths(day, asked.months)),
  }
}

function seen({ from, to, lines, net }: NetAccount) {
  return {
    ...{ from, to, net },
    rows: NET_LINES.map((what) => ({ what, words: WORDS[what], ...lines[what] })),
  }
}
