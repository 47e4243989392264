/**
 * Dates as people write them in lists: `12.03.1987`, `March 1987`, `марта 1987`, `3/12/87`.
 *
 * What can be read in two ways is not guessed at: it is ambiguous, unless the list's order of day and
 * month is stated. A day that does not exist keeps what of it does: its month, or its year.
 */
import { isCalendarDate } from '../domain/basics/calendar-date.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { monthOf, MONTH_WORD } from './month-names.ts'
import { quote } from './nearest-name.ts'
import { readDate } from './row-reader.ts'

export const DATE_ORDERS = ['day-month-year', 'month-day-year'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type WrittenDate =
  | { readonly is: 'date'; readonly date: UncertainDate; readonly remark: string | null }
  /** `rest` is what of it exists, if anything does. */
  | { readonly is: 'impossible'; readonly rest: UncertainDate | null; readonly remark: string }
  | { readonly is: 'ambiguous'; readonly remark: string }
  | { readonly is: 'life' }
  | { readonly is: 'unknown' }
  /** `rest` is a year that stands in it. */
  | { readonly is: 'no date'; readonly rest: UncertainDate | null; readonly remark: string }

export type DateHabits = {
  /** How the list writes days with figures alone; null is not stated. */
  readonly order: DateOrder | null
  /** Years of two digits are the last of that ending that is not after this day; null: not taken. */
  readonly notAfter: CalendarDate | null
}

const UNKNOWN =
  /^(?:unknown|unk|not known|n\/?a|n\.a\.|none|nil|no data|tba|tbc|[-–—.?*]+|неизвестно|неизв\.?|нет данных|н\/?д|inconnue?|unbekannt|desconocid[oa]|不详|不明|未知|مجهول|غير معروف|نامعلوم)$/iu
const LIFE =
  /^(?:life|life (?:sentence|imprisonment|in prison)|for life|пожизненно|пожизненное|пожизненный срок|perpétuité|lebenslang|lebenslänglich|cadena perpetua|无期徒刑|无期|مؤبد|حبس ابد)$/iu

const ABOUT =
  /^(?:circa|approximately|approx|around|about|vers|hacia|около|прибл|ca|ок|um|c|约|~)(?:\.\s*|\s+|(?=\d))/iu

/** What is written, as a date or as why it is none. A `?` that marks it as alleged is taken off before. */
export function readWrittenDate(written: string, habits: DateHabits): WrittenDate {
  const text = withPlainDigits(written).trim().replace(/\s+/g, ' ')
  if (text === '' || UNKNOWN.test(text)) return { is: 'unknown' }
  if (LIFE.test(text)) return { is: 'life' }
  const about = ABOUT.exec(text)
  if (about) return roughly(readWrittenDate(text.slice(about[0].length), habits))
  const edtf = readDate(text)
  if (edtf) return { is: 'date', date: edtf, remark: null }
  return readFigures(text, habits) ?? readWords(text, habits) ?? leftOver(text)
}

function roughly(read: WrittenDate): WrittenDate {
  if (read.is !== 'date' || /[~?%/]$/.test(read.date.text)) return read
  const date = readDate(`${read.date.text}~`)
  return date ? { ...read, date } : read
}

/** Arabic, Persian and full-width figures. */
function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

function readFigures(text: string, habits: DateHabits): WrittenDate | undefined {
  const timed = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(text)
  if (timed) return readWrittenDate(timed[1] ?? '', habits)
  const years = /^(\d{4})\s?[-–—/]\s?(\d{2}|\d{4})$/.exec(text)
  if (years && Number(years[2]) > 12) return fromYears(text, years[1] ?? '', years[2] ?? '')
  const yearFirst = /^(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?\.?$/.exec(text)
  if (yearFirst) return fromParts(text, yearFirst[1], yearFirst[2], yearFirst[3])
  const run = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (run) return fromParts(text, run[1], run[2], run[3])
  const han = /^(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?)?$/.exec(text)
  if (han) return fromParts(text, han[1], han[2], han[3])
  const month = /^(\d{1,2})[-./](\d{4})$/.exec(text)
  if (month) return fromParts(text, month[2], month[1])
  if (/^[1-5]\d{4}$/.test(text))
    return {
      is: 'ambiguous',
      remark: `${quote(text)} may be a day as Excel counts them; write it out.`,
    }
  const three = /^(\d{1,2})([-./ ])(\d{1,2})[-./ ](\d{4}|\d{2})\s?(?:г\.?|года)?\.?$/.exec(text)
  return three ? fromThree(text, three, habits) : undefined
}

/** Figures alone, the year last: which is the day and which the month? */
function fromThree(text: string, parts: RegExpExecArray, habits: DateHabits): WrittenDate {
  const [, first = '', sign = '', second = '', written = ''] = parts
  const year = fullYear(written, habits.notAfter)
  if (year === undefined) return noCentury(text)
  const remark = written.length === 2 ? centuryTaken(written, year) : null
  const dayFirst = fromParts(text, year, second, first, remark)
  const monthFirst = fromParts(text, year, first, second, remark)
  // With points between them the day comes first wherever they are so written.
  const order = habits.order ?? (sign === '.' ? 'day-month-year' : null)
  const [stated, other] =
    order === 'month-day-year' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  if (stated.is === 'date' && other.is === 'date' && stated.date.text === other.date.text)
    return stated
  if (order !== null && stated.is === 'date') return stated
  if (order !== null && other.is === 'date')
    return {
      is: 'ambiguous',
      remark: `${quote(text)} is no day in the order ${order}, and is one (${other.date.text}) in the other.`,
    }
  if (stated.is === 'date' && other.is === 'date')
    return {
      is: 'ambiguous',
      remark: `${quote(text)} may be ${stated.date.text} or ${other.date.text}; say in which order the list writes day and month.`,
    }
  return stated.is === 'date' ? stated : other.is === 'date' ? other : stated
}

function readWords(text: string, habits: DateHabits): WrittenDate | undefined {
  const word = new RegExp(MONTH_WORD, 'iu').exec(text)
  const month = word && monthOf(word[0])
  if (!word || month === undefined || month === null) return undefined
  const before = text.slice(0, word.index).replace(/^(?:in|im|en|в|on|le|el|am|the)\s+/iu, '')
  const after = text.slice(word.index + word[0].length)
  const parts = /^\s*(?:(\d{1,2})(?:st|nd|rd|th|er|º|-?го)?(?:\s+(?:of|de))?[-. ]*)?$/iu.exec(
    before,
  )
  const rest =
    /^[-., ]*(?:(?:de|del|of)\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?(?:[,. ]+))?[’']?(\d{4}|\d{2})\s?(?:г\.?|года|р\.?|року)?\.?$/iu.exec(
      after,
    )
  if (!parts || !rest || (parts[1] !== undefined && rest[1] !== undefined)) return undefined
  const written = rest[2] ?? ''
  const year = fullYear(written, habits.notAfter)
  if (year === undefined) return noCentury(text)
  const remark = written.length === 2 ? centuryTaken(written, year) : null
  return fromParts(text, year, String(month), parts[1] ?? rest[1], remark)
}

function fullYear(written: string, notAfter: CalendarDate | null): string | undefined {
  if (written.length === 4) return written
  if (notAfter === null) return undefined
  const last = Number(notAfter.slice(0, 4))
  const inCentury = last - (last % 100) + Number(written)
  return String(inCentury > last ? inCentury - 100 : inCentury)
}

function noCentury(text: string): WrittenDate {
  return { is: 'ambiguous', remark: `${quote(text)} has a year of two digits; write four.` }
}

function centuryTaken(written: string, year: string): string {
  return `The year “${written}” was read as ${year}.`
}

/** Year, month and day as figures; a part that does not exist leaves those before it. */
function fromParts(
  text: string,
  year = '',
  month?: string,
  day?: string,
  remark: string | null = null,
): WrittenDate {
  const [m, d] = [month?.padStart(2, '0'), day?.padStart(2, '0')]
  const full = [year, m, d].filter((part) => part !== undefined).join('-')
  const date = readDate(full)
  if (date) return { is: 'date', date, remark }
  const sound = m !== undefined && isCalendarDate(`${year}-${m}-01`) ? `${year}-${m}` : year
  return {
    is: 'impossible',
    rest: readDate(sound) ?? null,
    remark: `${quote(text)} is no date that exists.`,
  }
}

function fromYears(text: string, from: string, to: string): WrittenDate {
  const last = to.length === 2 ? `${from.slice(0, 2)}${to}` : to
  const date = readDate(`${from}/${last}`)
  if (date) return { is: 'date', date, remark: null }
  return {
    is: 'impossible',
    rest: readDate(from) ?? null,
    remark: `${quote(text)} ends before it begins.`,
  }
}

/** Words that are no date; the one year in them is kept as about that year. */
function leftOver(text: string): WrittenDate {
  const years = [...text.matchAll(/(?<!\d)(1[89]\d{2}|20\d{2})(?!\d)/g)].map(([year]) => year)
  const [only, more] = [...new Set(years)]
  const rest = only !== undefined && more === undefined ? (readDate(`${only}~`) ?? null) : null
  return { is: 'no date', rest, remark: `${quote(text)} is not read as a date.` }
}
