/**
 * When a presented list is to be looked at again (rules R188): four and eight months after presentation,
 * as the cables did, and when replies are overdue.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { compareText } from '../basics/collections.ts'
import { unitNoun } from '../basics/counting-unit.ts'
import type { ListId } from '../basics/ids.ts'
import type { Register } from '../cases/register.ts'
import { countsOn, AGES, monthsOn, presentedList } from './list-status.ts'
import type { ListRecord } from './list-record.ts'
import { listsKnownOn, responsesOf } from './list-view.ts'
import { lastResponses } from './response-claims.ts'

export type Reminder = {
  readonly kind: 'review-4-months' | 'review-8-months' | 'reply-overdue'
  readonly list: ListId
  readonly version: string
  readonly due: CalendarDate
  readonly overdue: boolean
  readonly sentence: string
}

/** ◆ A reply is overdue three months after the list was handed over. */
export const REPLY_WITHIN_MONTHS = 3

export type ReminderOptions = {
  /** How far ahead reminders are shown, in months. */
  readonly monthsAhead: number
  /** Whether the review of that age was made; a reminder that is seen to is none. */
  readonly isDone: (list: ListId, version: string, kind: Reminder['kind']) => boolean
}

/** Reminders as of a day, as known on a day, of the versions last presented by both; the earliest due first. */
export function remindersOn(
  register: Register,
  lists: ListRecord,
  asOf: CalendarDate,
  knownOn: CalendarDate,
  { monthsAhead, isDone }: ReminderOptions,
): readonly Reminder[] {
  const horizon = monthsOn(asOf, monthsAhead) ?? asOf
  return listsKnownOn(lists, knownOn)
    .flatMap(({ id }): Reminder[] => {
      const found = presentedList(register, lists, id, asOf, knownOn)
      if ('refused' in found) return []
      const { presented, listed, view } = found
      const { presentedOn, version } = presented
      const { entries, resolved } = countsOn(listed, presentedOn, asOf).family
      if (entries === resolved) return []
      const due = (kind: Reminder['kind'], months: number, sentence: string): Reminder[] => {
        const day = monthsOn(presentedOn, months)
        if (day === undefined || day > horizon || isDone(id, version, kind)) return []
        return [{ kind, list: id, version, due: day, overdue: day < asOf, sentence }]
      }
      const answered = lastResponses(view, responsesOf(lists, id, asOf, knownOn))
      const silent = listed.filter(({ group }) => {
        const response = answered.get(group.key)
        return !response || response.code === 'none'
      }).length
      const left = `${String(entries - resolved)} of ${String(entries)} ${unitNoun('family', entries)} ${entries - resolved === 1 ? 'is' : 'are'} not resolved`
      return [
        ...AGES.flatMap((months) =>
          due(
            months === 4 ? 'review-4-months' : 'review-8-months',
            months,
            `List ${id} is ${String(months)} months old: compare it with the list before at that age; ${left}.`,
          ),
        ),
        ...(silent === 0
          ? []
          : due(
              'reply-overdue',
              REPLY_WITHIN_MONTHS,
              `${String(silent)} of ${String(listed.length)} ${listed.length === 1 ? 'case' : 'cases'} of list ${id} ${silent === 1 ? 'has' : 'have'} had no answer since ${presentedOn}.`,
            )),
      ]
    })
    .toSorted((a, b) => compareText(a.due, b.due) || compareText(a.list, b.list))
}
