/**
 * Dates as historical sources give them, in EDTF (ISO 8601-2): `1987`, `1987-04~`, `1987-03/1987-09`.
 *
 * A date is the interval of days on which it may lie. `?`, `~` and `%` are kept and shown and widen
 * nothing (rules R4). The text stays as it was written.
 */
import edtf from 'edtf'
import {
  FIRST_DAY,
  isCalendarDate,
  LAST_DAY,
  monthEndOf,
  toCalendarDate,
  toDayNumber,
} from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

export type UncertainDate = {
  /** As written. */
  readonly text: string
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
  /** `~` or `%`: the source says "about". */
  readonly approximate: boolean
  /** `?` or `%`: the source doubts it. */
  readonly uncertain: boolean
}

const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/

/** Parsed dates are values and the same texts come again and again; the library takes 0.25 ms each. */
const known = new Map<string, UncertainDate>()
const KNOWN_LIMIT = 100_000

/** Reads an EDTF date. `undefined` when the text is not one, or lies outside the years 1 to 9999. */
export function parseUncertainDate(text: string): UncertainDate | undefined {
  const seen = known.get(text)
  if (seen) return seen
  const parsed = parseInterval(text)
  if (parsed) {
    if (known.size >= KNOWN_LIMIT) known.clear()
    known.set(text, parsed)
  }
  return parsed
}

/** As `parseUncertainDate`, for text that has been checked before. Throws a RangeError otherwise. */
export function uncertainDate(text: string): UncertainDate {
  const parsed = parseUncertainDate(text)
  if (!parsed) throw new RangeError(`not an EDTF date: "${text}"`)
  return parsed
}

export function printUncertainDate(date: UncertainDate): string {
  return date.text
}

/** How two dates lie to each other: -1 or 1 when every reading agrees, 0 when they may be the same day. */
export function compareUncertainDates(a: UncertainDate, b: UncertainDate): -1 | 0 | 1 {
  if (a.latest < b.earliest) return -1
  if (b.latest < a.earliest) return 1
  return 0
}

function parseInterval(text: string): UncertainDate | undefined {
  const parts = text.split('/')
  if (parts.length > 2) return undefined
  const [first = '', second] = parts
  if (second === undefined) return parsePoint(text)
  const from = first === '..' ? openAt(FIRST_DAY) : parsePoint(first)
  const to = second === '..' ? openAt(LAST_DAY) : parsePoint(second)
  if (!from || !to || from.earliest > to.latest || from.earliest > to.earliest) return undefined
  if (first === '..' && second === '..') return undefined
  return {
    text,
    earliest: from.earliest,
    latest: to.latest,
    approximate: from.approximate || to.approximate,
    uncertain: from.uncertain || to.uncertain,
  }
}

function openAt(day: CalendarDate): UncertainDate {
  return { text: '..', earliest: day, latest: day, approximate: false, uncertain: false }
}

function parsePoint(text: string): UncertainDate | undefined {
  const plain = PLAIN.exec(text)
  if (plain) return parsePlain(text, plain)
  // Years of four places only: the library reads `19` as a century.
  return /^[[{]?[~?%]?[\dX]{4}(?![\dX])[\dX?~%,.[\]{}-]*$/.test(text)
    ? parseWithLibrary(text)
    : undefined
}

function parsePlain(
  text: string,
  [, year, month, day, mark]: RegExpExecArray,
): UncertainDate | undefined {
  const earliest = `${year}-${month ?? '01'}-${day ?? '01'}`
  if (year === '0000' || !isCalendarDate(earliest)) return undefined
  const latest = day ? earliest : month ? endOfMonth(earliest) : (`${year}-12-31` as CalendarDate)
  return {
    text,
    earliest,
    latest,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  }
}

function endOfMonth(first: CalendarDate): CalendarDate {
  return toCalendarDate(monthEndOf(toDayNumber(first)))
}

function parseWithLibrary(text: string): UncertainDate | undefined {
  const parsed = readEdtf(text)
  if (!parsed) return undefined
  const { min, max } = parsed
  if (!(min <= max)) return undefined
  const [earliest, latest] = [min, max].map((time) => new Date(time).toISOString().slice(0, 10))
  if (!earliest || !latest || !isCalendarDate(earliest) || !isCalendarDate(latest)) return undefined
  if (earliest < FIRST_DAY) return undefined
  return {
    text,
    earliest,
    latest,
    approximate: /[~%]/.test(text),
    uncertain: /[?%]/.test(text),
  }
}

// The library answers a text that is not EDTF by throwing; to us it is a value.
function readEdtf(text: string): { min: number; max: number } | undefined {
  try {
    const { min, max } = edtf(text)
    return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : undefined
  } catch {
    return undefined
  }
}
