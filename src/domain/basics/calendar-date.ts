/**
 * Days on the calendar, without time and zone, so that they cannot slip to the day before.
 *
 * Two forms of one thing: `CalendarDate` is what people read and files hold (`1987-03-01`);
 * `DayNumber` counts days from 1970-01-01 and is what windows are computed with.
 */
export type CalendarDate = string & { readonly brand: 'CalendarDate' }
export type DayNumber = number & { readonly brand: 'DayNumber' }

/** Stands for "no earlier bound" and "no later bound" of an open interval. */
export const FIRST_DAY = '0001-01-01' as CalendarDate
export const LAST_DAY = '9999-12-31' as CalendarDate

const MS_PER_DAY = 86_400_000
const FORM = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!FORM.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The day that the text names. Throws a RangeError on anything but a real `YYYY-MM-DD`. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: "${text}"`)
  return text
}

export function toDayNumber(date: CalendarDate): DayNumber {
  return (Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY) as DayNumber
}

export function toCalendarDate(day: DayNumber): CalendarDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate
}

/**
 * The day `months` later (or earlier, if negative). The last day of a month goes to the last day of
 * the month it lands in; a day that this month lacks becomes its last one (rules R34).
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const at = new Date(day * MS_PER_DAY)
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate()]
  const lastThere = utcDay(year, month + 1, 0)
  const wanted = utcDay(year, month, date)
  return (isMonthEnd(day) ? lastThere : Math.min(wanted, lastThere)) as DayNumber
}

export function isMonthEnd(day: DayNumber): boolean {
  return new Date((day + 1) * MS_PER_DAY).getUTCDate() === 1
}

/** The last day of the month in which the day lies. */
export function monthEndOf(day: DayNumber): DayNumber {
  const at = new Date(day * MS_PER_DAY)
  return utcDay(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)
}

// Date.UTC reads years below 100 as 1900 and more; setUTCFullYear does not.
function utcDay(year: number, month: number, date: number): DayNumber {
  return (new Date(0).setUTCFullYear(year, month, date) / MS_PER_DAY) as DayNumber
}
