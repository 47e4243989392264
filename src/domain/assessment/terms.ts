/** Terms of the benchmark language as intervals, and what a comparison of two of them comes to. */
import type { Interval } from '../basics/interval.ts'
import { add, divide, exactly, multiply, subtract } from '../basics/interval.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import type { Comparison, Measure, Term, Test } from '../goals/language/syntax.ts'
import type { Verdict } from './verdict.ts'
import { negated } from './verdict.ts'

/** Gives the interval of each measure of a test, for one reporter or for all together. */
export type ReadAs = (measure: Measure) => Interval

/** The interval of a term, its measures read as `read` says. */
export function intervalOf(term: Term, read: ReadAs): Interval {
  switch (term.term) {
    case 'quantity':
      return exactly(inPlainUnits(term))
    case 'measure':
      return read(term)
    case 'arithmetic': {
      const [left, right] = [intervalOf(term.left, read), intervalOf(term.right, read)]
      return { '+': add, '-': subtract, '×': multiply, '÷': divide }[term.op](left, right)
    }
  }
}

/** A percentage as a share; a rate as a yearly one. */
export function inPlainUnits({ value, percent, per }: Extract<Term, { term: 'quantity' }>): number {
  const yearly = per === 'month' ? 12 : per === 'quarter' ? 4 : 1
  return (percent ? value / 100 : value) * yearly
}

export function wantedBy(op: Comparison): 'more' | 'less' {
  return op === '<' || op === '<=' ? 'less' : 'more'
}

export function opposite(wanted: 'more' | 'less'): 'more' | 'less' {
  return wanted === 'more' ? 'less' : 'more'
}

/**
 * Which way is better for what a comparison measures: the way its left side is asked to go, or, where
 * that is only a number, the way its right side is. Where failing is what helps (a lapse test), the
 * other way.
 */
export function betterIn(
  { op, left }: Extract<Test, { test: 'compare' }>,
  favourable: 'met' | 'not-met',
): 'more' | 'less' {
  const asked = measuresOf(left).length > 0 ? wantedBy(op) : opposite(wantedBy(op))
  return favourable === 'met' ? asked : opposite(asked)
}

/**
 * Both sides of a comparison as they are reckoned with: against a series that is itself in percent a
 * percentage is the number before its sign, elsewhere a share (rules R70, R71).
 */
export function sidesOf(
  { left, right }: Extract<Test, { test: 'compare' }>,
  unitOf: (series: string) => string | undefined,
): { readonly left: Term; readonly right: Term } {
  const inPercent = [left, right]
    .flatMap(measuresOf)
    .some((measure) => PERCENT.includes(unitOfMeasure(measure, unitOf) ?? ''))
  return inPercent ? { left: unsigned(left), right: unsigned(right) } : { left, right }
}

const PERCENT = ['%', 'percent']

function unitOfMeasure(
  { name, arguments: [first] }: Measure,
  unitOf: (series: string) => string | undefined,
): string | undefined {
  if (name === 'share' || name === 'count' || name === 'net' || !first) return undefined
  return first.argument === 'measure' ? unitOfMeasure(first.measure, unitOf) : unitOf(first.name)
}

/** A percentage that is a factor stays a share. */
function unsigned(term: Term): Term {
  if (term.term === 'quantity') return { ...term, percent: false }
  if (term.term === 'measure' || term.op === '×' || term.op === '÷') return term
  return { ...term, left: unsigned(term.left), right: unsigned(term.right) }
}

/** Met if it holds of every pair of amounts, not met if of none (rules R73). */
export function compareIntervals(op: Comparison, left: Interval, right: Interval): Verdict {
  switch (op) {
    case '>=':
      return left.low >= right.high ? 'met' : left.high < right.low ? 'not-met' : 'insufficient'
    case '>':
      return left.low > right.high ? 'met' : left.high <= right.low ? 'not-met' : 'insufficient'
    case '<=':
      return compareIntervals('>=', right, left)
    case '<':
      return compareIntervals('>', right, left)
    case '=': {
      const apart = left.high < right.low || right.high < left.low
      const same = left.low === left.high && right.low === right.high && left.low === right.low
      return apart ? 'not-met' : same ? 'met' : 'insufficient'
    }
    case '!=':
      return negated(compareIntervals('=', left, right))
  }
}
