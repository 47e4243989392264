/** A line of what waits, and how lines are put in order and cut down to what a person reads. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import { compareText, groupBy } from '../domain/basics/collections.ts'
import type { PersonNamed } from './list-entry-views.ts'

/** In the order in which they stand within a group. */
export const TODAY_KINDS = [
  'urgent-case',
  'follow-up',
  'promise-owed',
  'undertaking-due',
  'reply-overdue',
  'list-review',
  'consent-ends',
  'stale-case',
  'name-review',
  'alert',
] as const
export type TodayKind = (typeof TODAY_KINDS)[number]
export type TodayWhen = 'overdue' | 'this-week' | 'this-month' | 'now'

export type TodayLine = {
  readonly kind: TodayKind
  readonly when: TodayWhen
  readonly day: CalendarDate | null
  readonly sentence: string
  readonly persons: readonly PersonNamed[]
  readonly ref: {
    readonly page:
      'person' | 'list' | 'undertaking' | 'engagement' | 'benchmark' | 'alerts' | 'matches'
    readonly id: string
  }
  readonly closes: {
    readonly followUp: string | null
    readonly about: {
      readonly kind: 'list'
      readonly ref: string
      readonly text: string
    } | null
  } | null
}

export const WEEK = 7
export const MONTH = 31

/** When a day falls, seen from another; null where it is more than a month off. */
export function whenDue(day: CalendarDate, today: CalendarDate): TodayWhen | null {
  const ahead = toDayNumber(day) - toDayNumber(today)
  if (ahead < 0) return 'overdue'
  if (ahead <= WEEK) return 'this-week'
  return ahead <= MONTH ? 'this-month' : null
}

/** Nobody reads more of one kind on one page; the rest is counted. */
const MOST_OF_A_KIND = 40

/** By kind and day; the latest of what is overdue first, since the oldest is most often history. */
export function inReadingOrder(lines: readonly TodayLine[]): {
  readonly lines: readonly TodayLine[]
  readonly more: readonly { readonly kind: TodayKind; readonly count: number }[]
} {
  const byKind = groupBy(lines, ({ kind }) => kind)
  const more: { kind: TodayKind; count: number }[] = []
  const shown = TODAY_KINDS.flatMap((kind) => {
    const own = (byKind.get(kind) ?? []).toSorted(nearestFirst)
    if (own.length > MOST_OF_A_KIND) more.push({ kind, count: own.length - MOST_OF_A_KIND })
    return own.slice(0, MOST_OF_A_KIND)
  })
  return { lines: shown, more }
}

function nearestFirst(a: TodayLine, b: TodayLine): number {
  const [left, right] = [a.day ?? '', b.day ?? '']
  const byDay =
    a.when === 'overdue' && b.when === 'overdue'
      ? compareText(right, left)
      : compareText(left, right)
  return byDay || compareText(a.sentence, b.sentence)
}
