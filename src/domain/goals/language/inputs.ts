/** What a test reads: the names in it, by what they name. */
import type { Argument, Measure, MeasureName, Term, Test } from './syntax.ts'

export type Input =
  /** A series or a kind of act, read by a measure. */
  | { readonly input: 'subject'; readonly name: string; readonly measure: Measure }
  | { readonly input: 'state' | 'rule' | 'undertaking' | 'question'; readonly name: string }
  /** The register of cases, read by a measure. */
  | { readonly input: 'cases'; readonly measure: Measure }
  /** A list, by the name it has in the text. */
  | { readonly input: 'list'; readonly name: string }
  /** A comparison that reads nothing and holds on any day. */
  | { readonly input: 'always' }

/** Every name in a test, in the order of the text. */
export function inputsOf(test: Test): Input[] {
  switch (test.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(inputsOf)
    case 'at-least':
      return test.of.flatMap(inputsOf)
    case 'not':
      return inputsOf(test.part)
    case 'compare': {
      const measures = [...measuresOf(test.left), ...measuresOf(test.right)]
      return measures.length === 0 ? [{ input: 'always' }] : measures.flatMap(subjectsOf)
    }
    case 'off':
      return [{ input: 'state', name: test.state }]
    case 'rule':
      return [{ input: 'rule', name: test.rule }]
    case 'kept':
      return [{ input: 'undertaking', name: test.undertaking }]
    case 'judged':
      return [{ input: 'question', name: test.question }]
    case 'resolved':
      return [{ input: 'list', name: test.list }]
    case 'ratchet': // it reads what the benchmark's first comparison reads
      return []
  }
}

/** The measures in a term, in the order of the text. */
export function measuresOf(term: Term): Measure[] {
  switch (term.term) {
    case 'quantity':
      return []
    case 'arithmetic':
      return [...measuresOf(term.left), ...measuresOf(term.right)]
    case 'measure':
      return [term]
  }
}

/** The second argument of a measure over peers names their group and reads nothing. */
function subjectsOf(measure: Measure): Input[] {
  const { arguments: all, name } = measure
  const read = name === 'share' ? all : all.slice(0, 1)
  return read.flatMap((each): Input[] =>
    each.argument === 'measure'
      ? subjectsOf(each.measure)
      : readsRegister(measure, each)
        ? [{ input: 'cases', measure }]
        : [{ input: 'subject', name: each.name, measure }],
  )
}

/** The word that stands for the register in `stock(cases where …)` (rules R220). */
export const CASES = 'cases'
const OVER_CASES: readonly MeasureName[] = ['stock', 'count', 'net', 'share']

/** Whether a measure reads its argument from the register: `cases`, or any `cases where …`. */
export function readsRegister({ name }: Pick<Measure, 'name'>, argument: Argument): boolean {
  return argument.argument === 'subject' && argument.name === CASES && OVER_CASES.includes(name)
}

/** Every name of a series or kind of act in a measure, nested ones included; the register has none. */
export function namesIn(measure: Measure): string[] {
  return subjectsOf(measure).flatMap((each) => (each.input === 'subject' ? [each.name] : []))
}
