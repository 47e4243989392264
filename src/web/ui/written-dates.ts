/** Dates as they were written, in words where they have no mark of doubt, else as they are. */
import { parseUncertainDate } from '../../domain/basics/uncertain-date.ts'
import { dayInBrief, dayInWords, periodInWords } from './days.ts'

/** A day, month or year, or a range of them, without marks. */
const PLAIN = /^[\d/-]+$/

/** `25 May 1987`, `April 1987`, `1958–1965`; `1987-04~` stays as it is. */
export function writtenDate(text: string): string {
  return writtenPeriod(text, text)
}

/** A period of two dates as written: `1989-02` and `1989-02-01` to `1989-02-28` are both `February 1989`. */
export function writtenPeriod(from: string, to: string): string {
  const [first, last] = [parseUncertainDate(from), parseUncertainDate(to)]
  if (first && last && PLAIN.test(from) && PLAIN.test(to))
    return periodInWords(first.earliest, last.latest)
  return from === to ? from : `${dayInBrief(from)} – ${dayInBrief(to)}`
}

/** A day, or two as a range, that stands alone: a date within an id or a quotation stays as it is. */
const DAYS = /(?<![\w/“"-])\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?(?![\w/~?%”"-])/g

/** A sentence with its days in words: `since 1988-11-29` becomes `since 29 November 1988`. */
export function daysInWords(sentence: string): string {
  return sentence.replace(DAYS, (day) => (day.includes('/') ? writtenDate(day) : dayInWords(day)))
}
