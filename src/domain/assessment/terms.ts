/** Terms of the benchmark language as intervals, and what a comparison of two of them comes to. */
import type { Interval } from '../basics/interval.ts'
import { add, divide, exactly, multiply, subtract } from '../basics/interval.ts'
import type { Comparison, Measure, Term } from '../goals/language/syntax.ts'
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

/** Met if it holds of every pair of amounts, not met if of none (domain.md § 5 rule 2). */
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
