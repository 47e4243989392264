/** Days in words. Times zones have no part in it: a day is the same day everywhere. */
import { isCalendarDate, toCalendarDate, toDayNumber } from '../../domain/basics/calendar-date.ts'
import type { CalendarDate } from '../../domain/basics/calendar-date.ts'

const form = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })

const LONG = form({ day: 'numeric', month: 'long', year: 'numeric' })
const SHORT = form({ day: 'numeric', month: 'short', year: 'numeric' })
const MONTH = form({ month: 'long', year: 'numeric' })

const at = (day: string) => new Date(`${day}T00:00:00Z`)

/** `31 December 1988`; text that is no day comes back as it is. */
export const dayInWords = (day: string) => (isCalendarDate(day) ? LONG.format(at(day)) : day)

/** `31 Dec 1988`; text that is no day, such as `1987-04~`, comes back as it is. */
export const dayInBrief = (day: string) => (isCalendarDate(day) ? SHORT.format(at(day)) : day)

/** `December 1988` */
export const monthInWords = (day: string) => (isCalendarDate(day) ? MONTH.format(at(day)) : day)

/** The day where the officer is; `toISOString` would give the day in UTC. */
export function today(): CalendarDate {
  // The cast: this locale writes a day as YYYY-MM-DD.
  return new Date().toLocaleDateString('sv-SE') as CalendarDate
}

/** The server's own limit: reviews would go on month by month to the day asked for. */
const LATEST = '2199-12-31'

/** Why a text cannot be asked for as a day, in a sentence; `undefined` for a day that can. */
export function whyNoDay(text: string): string | undefined {
  if (!isCalendarDate(text)) return `${text} is not a day. Write it as 1988-12-31.`
  if (text > LATEST) return `${text} is too far off. The latest day is ${LATEST}.`
  return undefined
}

/** A period for people: one day, a whole month or year, or both its ends. */
export function periodInWords(from: string, to: string): string {
  if (from === to) return dayInBrief(from)
  const whole = wholePeriod(from, to)
  if (whole) return whole
  return `${dayInBrief(from)} – ${dayInBrief(to)}`
}

function wholePeriod(from: string, to: string): string | undefined {
  if (!isCalendarDate(from) || !isCalendarDate(to) || !from.endsWith('-01')) return undefined
  const after = toCalendarDate(nextDay(to))
  if (!after.endsWith('-01')) return undefined
  if (from.slice(0, 7) === to.slice(0, 7)) return monthInWords(from)
  if (from.slice(4) === '-01-01' && to.slice(4) === '-12-31')
    return from.slice(0, 4) === to.slice(0, 4)
      ? from.slice(0, 4)
      : `${from.slice(0, 4)}–${to.slice(0, 4)}`
  return `${monthInWords(from)} – ${monthInWords(to)}`
}

const nextDay = (day: CalendarDate) => (toDayNumber(day) + 1) as ReturnType<typeof toDayNumber>
