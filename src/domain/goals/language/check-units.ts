/**
 * Units on both sides of a comparison: persons are not compared with percent. A bare number takes the
 * other side's unit (rules R70, R71).
 */
import { readCaseConditions } from '../../cases/case-conditions.ts'
import { readsRegister } from './inputs.ts'
import { printTerm } from './print-benchmark.ts'
import type { KnownNames, Tell } from './known-names.ts'
import type { BenchmarkSyntax, Measure, Term, Test } from './syntax.ts'

/** `null` is a bare number, which takes any unit; undefined could not be told and is let pass. */
type Unit = string | null | undefined

const SHARE = 'share'
const UNITS = { person: 'persons', family: 'family units' } as const

export function checkUnits(benchmark: BenchmarkSyntax, names: KnownNames, tell: Tell): void {
  for (const clause of benchmark.clauses)
    if (clause.clause === 'require' || clause.clause === 'hurdle' || clause.clause === 'lapse')
      checkTest(clause.test, names, tell)
}

function checkTest(test: Test, names: KnownNames, tell: Tell): void {
  switch (test.test) {
    case 'and':
    case 'or':
      for (const part of test.parts) checkTest(part, names, tell)
      return
    case 'at-least':
      for (const part of test.of) checkTest(part, names, tell)
      return
    case 'not':
      checkTest(test.part, names, tell)
      return
    case 'compare': {
      const [left, right] = [test.left, test.right].map((term) => unitOf(term, names, tell))
      if (left && right && left !== right)
        tell(
          'error',
          test.span,
          `${printTerm(test.left)} is in ${left}, ${printTerm(test.right)} in ${right}: they cannot be compared.`,
        )
      return
    }
    default:
      return
  }
}

function unitOf(term: Term, names: KnownNames, tell: Tell): Unit {
  switch (term.term) {
    case 'quantity':
      if (term.percent) return SHARE
      return term.per === null ? null : undefined
    case 'measure':
      return unitOfMeasure(term, names)
    case 'arithmetic': {
      const [left, right] = [unitOf(term.left, names, tell), unitOf(term.right, names, tell)]
      if (left === undefined || right === undefined) return undefined
      if (term.op === '+' || term.op === '-') {
        if (left && right && left !== right) {
          tell('error', term.span, `${left} and ${right} cannot be added or subtracted.`)
          return undefined
        }
        return left ?? right
      }
      if (term.op === '÷')
        return left !== null && left === right ? SHARE : right === null ? left : undefined
      if (right === null || right === SHARE) return left
      return left === null || left === SHARE ? right : undefined
    }
  }
}

function unitOfMeasure(measure: Measure, names: KnownNames): Unit {
  const [first] = measure.arguments
  if (measure.name === 'share') return SHARE
  if (first?.argument === 'subject' && readsRegister(measure, first))
    return UNITS[readCaseConditions(first.where).unit ?? names.counting ?? 'person']
  if (measure.name === 'count' || measure.name === 'net') return 'acts'
  if (first?.argument === 'measure') return unitOfMeasure(first.measure, names)
  const unit = first ? names.seriesOf(first.name)?.unit : undefined
  if (unit === undefined) return undefined
  if (unit === '%' || unit === 'percent') return undefined // a series in percent meets 10 and 10% alike
  return measure.name === 'rate' ? `${unit} a year` : unit
}
