/**
 * What happened around a date: a bargain, a meeting, a review (rules R197).
 *
 * A release that is offset by arrests is no progress. Over the days from … to, in persons and families:
 * released, of them because the sentence had been served; newly detained; detained again after a
 * release; late-listed, that is, detained before these days but known only within or after them;
 * expelled; died; and what is left of the gain. Only confirmed happenings are counted, each unit once
 * in each line; those in doubt stand beside.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../basics/calendar-date.ts'
import type { PersonId } from '../basics/ids.ts'
import { fold, readDetail } from '../evidence/detail.ts'
import type { CaseHappening } from './case-history.ts'
import type { CaseGroup, RegisterView, UnitKey } from './register.ts'
import { isDoubtful } from './resolved.ts'

export const NET_LINES = [
  'released',
  'servedOut',
  'newlyDetained',
  'reDetained',
  'lateListed',
  'expelled',
  'died',
] as const
export type NetLine = (typeof NET_LINES)[number]

export type NetCount = {
  readonly family: number
  readonly person: number
  /** Units with only likely or possible happenings of this line. */
  readonly inDoubt: { readonly family: number; readonly person: number }
}

export type NetAccount = {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly lines: Readonly<Record<NetLine, NetCount>>
  /** Released and not served out, less newly detained and detained again. */
  readonly net: { readonly family: number; readonly person: number }
}

/** The account over days, as known on the day of the view. */
export function netAccount(
  view: RegisterView,
  from: CalendarDate,
  to: CalendarDate,
  fits: (group: CaseGroup) => boolean = () => true,
): NetAccount {
  const found = new Map<
    NetLine,
    Record<'sure' | 'doubt', Record<'family' | 'person', Set<UnitKey>>>
  >()
  for (const line of NET_LINES) found.set(line, { sure: emptySets(), doubt: emptySets() })
  for (const group of view.groups) {
    if (!fits(group)) continue
    for (const person of group.persons)
      for (const { line, sure } of linesOf(group, person, from, to)) {
        const sets = found.get(line)?.[sure ? 'sure' : 'doubt']
        sets?.person.add(person)
        sets?.family.add(group.family)
      }
  }
  const lines = Object.fromEntries(
    [...found].map(([line, { sure, doubt }]) => [
      line,
      {
        family: sure.family.size,
        person: sure.person.size,
        inDoubt: {
          family: [...doubt.family].filter((key) => !sure.family.has(key)).length,
          person: [...doubt.person].filter((key) => !sure.person.has(key)).length,
        },
      },
    ]),
  ) as Record<NetLine, NetCount> // every line is set above
  const net = (unit: 'family' | 'person') =>
    lines.released[unit] -
    lines.servedOut[unit] -
    lines.newlyDetained[unit] -
    lines.reDetained[unit]
  return { from, to, lines, net: { family: net('family'), person: net('person') } }
}

/** The same number of months before a day and from it on, the day itself in the second. */
export function netAround(
  view: RegisterView,
  day: CalendarDate,
  months: number,
  fits: (group: CaseGroup) => boolean = () => true,
): { readonly before: NetAccount; readonly after: NetAccount } {
  const at = toDayNumber(day)
  const shift = (by: number, days: number) =>
    toCalendarDate((addMonths(at, by) + days) as typeof at)
  return {
    before: netAccount(view, shift(-months, 0), shift(0, -1), fits),
    after: netAccount(view, day, shift(months, -1), fits),
  }
}

function* linesOf(
  group: CaseGroup,
  person: PersonId,
  from: CalendarDate,
  to: CalendarDate,
): Generator<{ line: NetLine; sure: boolean }> {
  const own = group.happenings.filter(
    (each) =>
      group.concerns(each, person) && (each.verification === 'confirmed' || isDoubtful(each)),
  )
  let free = false
  let first = true
  for (const each of own) {
    const within = each.latest >= from && each.latest <= to
    const sure = each.verification === 'confirmed'
    const line = lineOf(each, free, first)
    if (within && line) yield { line, sure }
    if (within && line === 'released' && isServedOut(each)) yield { line: 'servedOut', sure }
    // Taken before these days, and not on record until they had begun.
    if (
      each.kind === 'detained' &&
      first &&
      each.latest < from &&
      each.known >= from &&
      each.known <= to
    )
      yield { line: 'lateListed', sure }
    if (!sure) continue
    if (each.kind === 'detained' || each.kind === 're-detained') [free, first] = [false, false]
    if (each.kind === 'released' || each.kind === 'released-conditionally') free = true
  }
}

function lineOf({ kind }: CaseHappening, free: boolean, first: boolean): NetLine | undefined {
  switch (kind) {
    case 'released':
      return 'released'
    case 're-detained':
      return 'reDetained'
    case 'detained':
      return first && !free ? 'newlyDetained' : free ? 'reDetained' : undefined
    case 'expelled':
      return 'expelled'
    case 'died':
      return 'died'
    default:
      return undefined
  }
}

/** A release says so in its detail: `because: served out`, or those words alone. */
function isServedOut({ row: { detail } }: CaseHappening): boolean {
  const keys = readDetail(detail)
  const reason = keys.get('because') ?? keys.get('ground') ?? fold(detail)
  return ['served out', 'served-out', 'end of sentence', 'sentence served'].includes(reason)
}

function emptySets(): Record<'family' | 'person', Set<UnitKey>> {
  return { family: new Set(), person: new Set() }
}
