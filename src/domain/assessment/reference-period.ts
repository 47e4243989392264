/**
 * Whether a reference period asks for anything (rules R102): would the value of the day on
 * which the benchmark was set have passed already, and can the reference be told from it?
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { hullOf } from '../basics/interval.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import { printTerm } from '../goals/language/print-benchmark.ts'
import type { Term, Test } from '../goals/language/syntax.ts'
import type { BenchmarkVersion } from './compiled-benchmark.ts'
import { evaluateTest } from './evaluate-test.ts'
import type { Evaluator } from './evaluator.ts'
import { readMeasure } from './measure.ts'
import { intervalOf } from './terms.ts'
import { sayDay, sayInterval } from './words.ts'

/** A sentence for each comparison with a reference period that asks for nothing or cannot be told. */
export function warnOfReference(
  evaluator: Evaluator,
  version: BenchmarkVersion,
  view: EvidenceView,
): string[] {
  if (!version.requirement) return []
  const setOn = Number.isFinite(version.inForce) ? version.inForce : toDayNumber(view.knownOn)
  return comparisonsIn(version.requirement).flatMap((test) => {
    if (test.test !== 'compare') return []
    const reference = [test.left, test.right].find(isReference)
    if (!reference) return []
    return warn(evaluator, version, view, test, reference, setOn)
  })
}

function warn(
  evaluator: Evaluator,
  version: BenchmarkVersion,
  view: EvidenceView,
  test: Extract<Test, { test: 'compare' }>,
  reference: Term,
  setOn: DayNumber,
): string[] {
  const context = evaluator.contextOn(version, setOn, view, false)
  const valueOf = (term: Term) =>
    intervalOf(term, (measure) => {
      const readings = readMeasure(measure, context, 'more').readings
      return (
        hullOf(readings.flatMap(({ interval }) => interval ?? [])) ?? {
          low: -Infinity,
          high: Infinity,
        }
      )
    })
  const standard = valueOf(reference)
  if (standard.low === -Infinity || standard.high === Infinity)
    return [`The reference ${printTerm(reference)} cannot be told from the figures on record.`]
  if (evaluateTest(test, context, 'met').verdict === 'met')
    return [
      `On ${sayDay(setOn)}, when it was set, ${printTerm(test.left)} already passed: the reference period asks for nothing.`,
    ]
  const value = valueOf(reference === test.right ? test.left : test.right)
  if (value.low <= standard.high && value.high >= standard.low)
    return [
      `On ${sayDay(setOn)}, when it was set, the value (${sayInterval(value)}) could not be told from the reference (${sayInterval(standard)}).`,
    ]
  return []
}

/** Every measure of the term speaks of a fixed time. */
function isReference(term: Term): boolean {
  const measures = measuresOf(term)
  return (
    measures.length > 0 &&
    measures.every(({ window }) => window?.window === 'in' || window?.window === 'at')
  )
}

/** Comparisons of two measures, one of them with a fixed time. */
function comparisonsIn(test: Test): Test[] {
  switch (test.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(comparisonsIn)
    case 'at-least':
      return test.of.flatMap(comparisonsIn)
    case 'not':
      return comparisonsIn(test.part)
    case 'compare':
      return measuresOf(test.left).length > 0 && measuresOf(test.right).length > 0 ? [test] : []
    default:
      return []
  }
}
