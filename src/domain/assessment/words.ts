/** Amounts, days and spans in plain English words, the same on screen, on paper and in a terminal. */
import type { DayNumber } from '../basics/calendar-date.ts'
import { isMonthEnd, toCalendarDate } from '../basics/calendar-date.ts'
import type { Interval } from '../basics/interval.ts'
import { exactly, multiply } from '../basics/interval.ts'
import type { DayRange } from '../evidence/coverage.ts'
import type { Comparison } from '../goals/language/syntax.ts'

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** `19,286`; up to three decimals, or three figures of what would else read as none. */
export function sayNumber(value: number): string {
  const small = value !== 0 && Math.abs(value) < 0.001
  return value.toLocaleString(
    'en',
    small ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 3 },
  )
}

/**
 * `4,919`, `8,011–8,155`, `-5 to 3`, `at least 7,000`, `at most 20`; nothing known is `cannot be told`.
 */
export function sayInterval({ low, high }: Interval): string {
  if (low === high) return sayNumber(low)
  if (low === -Infinity && high === Infinity) return 'cannot be told'
  if (high === Infinity) return low === 0 ? 'cannot be told' : `at least ${sayNumber(low)}`
  if (low === -Infinity) return `at most ${sayNumber(high)}`
  return `${sayNumber(low)}${low < 0 ? ' to ' : '–'}${sayNumber(high)}`
}

/** A share as `12.5%`, `10–12%`. */
export function sayPercent(share: Interval): string {
  const words = sayInterval(multiply(share, exactly(100)))
  return words === 'cannot be told' ? words : `${words}%`
}

/** `29 November 1988` */
export function sayDay(day: DayNumber): string {
  const [year = '', month = '', date = ''] = toCalendarDate(day).split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** `July 1987`, `July–November 1987`, `1988`, `25 May–3 June 1987`. */
export function sayDays({ from, to }: DayRange): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  if (from === to) return sayDay(from)
  const wholeMonths = first.date === 1 && isMonthEnd(to)
  if (!wholeMonths) {
    if (first.year !== last.year) return `${sayDay(from)}–${sayDay(to)}`
    if (first.month !== last.month)
      return `${first.date} ${MONTHS[first.month - 1] ?? ''}–${sayDay(to)}`
    return `${first.date}–${sayDay(to)}`
  }
  if (first.month === 1 && last.month === 12)
    return first.year === last.year ? String(first.year) : `${first.year}–${last.year}`
  const [begin, end] = [MONTHS[first.month - 1] ?? '', MONTHS[last.month - 1] ?? '']
  if (first.year !== last.year) return `${begin} ${first.year}–${end} ${last.year}`
  return first.month === last.month ? `${begin} ${first.year}` : `${begin}–${end} ${last.year}`
}

function partsOf(day: DayNumber): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = toCalendarDate(day).split('-').map(Number)
  return { year, month, date }
}

/** `at least 10,000`, `none`, `exactly 3`: what is asked for. */
export function sayAsked(op: Comparison, value: string): string {
  if (op === '=' && value === '0') return 'none'
  return `${{ '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than', '=': 'exactly', '!=': 'other than' }[op]} ${value}`
}

/** `a`, `a and b`, `a, b and c`; with a limit, `a, b and 3 more`. */
export function sayList(words: readonly string[], most = Infinity): string {
  if (words.length > most)
    return `${words.slice(0, most).join(', ')} and ${words.length - most} more`
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** With a capital and a full stop. */
export function asSentence(words: string): string {
  const trimmed = words.trim()
  if (trimmed === '') return ''
  const ended = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
  // An id stays as it is written.
  return /^[^\s:]*[/-]/.test(ended)
    ? ended
    : ended.charAt(0).toLocaleUpperCase('en') + ended.slice(1)
}
