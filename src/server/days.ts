/** Days in a request: real ones, or a sentence that says how to write one. */
import { type CalendarDate, isCalendarDate } from '../domain/basics/calendar-date.ts'
import { RequestRefused } from './problems.ts'

export type Days = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate }

/** Reviews go on month by month to the day asked for: further off they only cost time. */
const LATEST = '2199-12-31'

/** The day under that name. Throws `RequestRefused` for a text that is no day. */
export function dayIn(name: string, text: string): CalendarDate {
  if (isCalendarDate(text)) {
    if (text <= LATEST) return text
    const detail = `${name}: ${text} is too far off. The latest day that can be asked for is ${LATEST}.`
    throw new RequestRefused(422, detail, [{ pointer: `/${name}`, detail }])
  }
  const detail = `${name}: “${text}” is not a day. Write it as YYYY-MM-DD, such as 1988-12-31.`
  throw new RequestRefused(422, detail, [{ pointer: `/${name}`, detail }])
}

/** Both days, each today where it is left out. */
export function daysIn(
  { asOf, knownOn }: { asOf?: string | undefined; knownOn?: string | undefined },
  today: CalendarDate,
): Days {
  return {
    asOf: asOf === undefined ? today : dayIn('asOf', asOf),
    knownOn: knownOn === undefined ? today : dayIn('knownOn', knownOn),
  }
}

/** The days as asked; what is left out stays out, and the page decides. */
export function askedDays({
  asOf,
  knownOn,
}: {
  asOf?: string | undefined
  knownOn?: string | undefined
}): Partial<Days> {
  return {
    ...(asOf !== undefined && { asOf: dayIn('asOf', asOf) }),
    ...(knownOn !== undefined && { knownOn: dayIn('knownOn', knownOn) }),
  }
}
