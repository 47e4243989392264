/** What the register and the lists say, in words: no number of people without its unit and its day. */
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { Interval } from '../basics/interval.ts'
import { readCaseConditions } from '../cases/case-conditions.ts'
import type { Measure, Test } from '../goals/language/syntax.ts'
import type { MeasureValue } from './measure-reading.ts'
import type { Missing } from './missing.ts'
import type { ListFound } from './test-result.ts'
import { sayAsked, sayDay, sayDays, sayInterval, sayList, sayNumber } from './words.ts'

const NAMED = 5

/** `12 persons detained (category prisoner) on 31 December 1988` */
export function sayCaseCount(
  measure: Measure,
  over: NonNullable<MeasureValue['over']>,
  interval: Interval | null,
): string {
  const [argument] = measure.arguments
  const { attributes, state, event } = readCaseConditions(
    argument?.argument === 'subject' ? argument.where : [],
  )
  const which = attributes.map(({ key, value }) => `${key} ${value}`).join(', ')
  const stock = measure.name === 'stock'
  const what = stock ? (state ?? 'with an open case') : (event ?? '')
  const when = stock ? `on ${sayDay(over.to)}` : `in ${sayDays(over)}`
  const net = measure.name === 'net' ? 'net ' : ''
  const counted = `${net}${sayUnits(interval, over.unit)} ${what}`.trim()
  return `${counted}${which === '' ? '' : ` (${which})`} ${when}`
}

/** `61 of 274 family units on “XVI” are resolved on 1 August 1974; asked: all` */
export function sayListFound(
  { op, percent }: Extract<Test, { test: 'resolved' }>,
  { list, asOf, unit, resolved, of }: ListFound,
): string {
  const asked =
    percent === null
      ? op === '=' || op === '>='
        ? 'all'
        : `${op} all`
      : sayAsked(op, `${sayNumber(percent)}%`)
  const whole = `${sayNumber(of)} ${wordOf(unit, of)} on “${list}”`
  const [sure, verb] = [sayNumber(resolved.low), of === 1 ? 'is' : 'are']
  const more =
    resolved.high > resolved.low
      ? `, and ${sayNumber(resolved.high - resolved.low)} more may be`
      : ''
  return `${sure} of ${whole} ${verb} resolved on ${sayDay(asOf)}${more}; asked: ${asked}`
}

/** `of 3 family units it is not confirmed (c-17, c-18 and c-40)` */
export function sayUnconfirmed({
  unit,
  count,
  cases,
}: Extract<Missing, { missing: 'confirmation' }>): string {
  const named = cases.slice(0, NAMED)
  const more = cases.length > NAMED ? ' …' : ''
  const which = named.length === 0 ? '' : ` (${sayList(named)}${more})`
  return `of ${sayNumber(count)} ${wordOf(unit, count)} it is not confirmed${which}`
}

export function sayMissingList({
  list,
  why,
  frozen,
}: Extract<Missing, { missing: 'list' }>): string {
  switch (why) {
    case 'not-on-record':
      return `no list “${list}” on record in a version of ${sayDay(frozen)} or before`
    case 'not-frozen':
      return `the list “${list}” is frozen on ${sayDay(frozen)}, which has not come`
    case 'empty':
      return `nobody is left on the list “${list}” to tell by: all were resolved before ${sayDay(frozen)}, or it is empty`
  }
}

function sayUnits(interval: Interval | null, unit: CountingUnit): string {
  if (!interval) return 'cannot be told'
  const { low, high } = interval
  if (low === high)
    return low === 0 ? `no ${wordOf(unit, 1)}` : `${sayNumber(low)} ${wordOf(unit, low)}`
  if (high === Infinity || low < 0) return `${sayInterval(interval)} ${wordOf(unit, 2)}`
  const sure = low === 0 ? 'none' : sayNumber(low)
  return `${sure} sure, at most ${sayNumber(high)} ${wordOf(unit, high)}`
}

export function wordOf(unit: CountingUnit, count: number): string {
  const one = unit === 'person' ? 'person' : 'family unit'
  return Math.abs(count) === 1 ? one : `${one}s`
}
