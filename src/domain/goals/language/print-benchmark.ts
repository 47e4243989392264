/**
 * Prints what was parsed, in one fixed form: parsing what is printed gives the same benchmark.
 */
import type {
  Argument,
  BenchmarkSyntax,
  Clause,
  Duration,
  Measure,
  Term,
  Test,
  Window,
} from './syntax.ts'

export function printBenchmark(benchmark: BenchmarkSyntax): string {
  const head = `benchmark ${benchmark.id} ${quoted(benchmark.title)} ${benchmark.kind} {`
  return [head, ...benchmark.clauses.map((clause) => `  ${printClause(clause)};`), '}', ''].join(
    '\n',
  )
}

function printClause(clause: Clause): string {
  switch (clause.clause) {
    case 'set':
      return `set ${clause.date} by ${quoted(clause.by)}`
    case 'require':
    case 'hurdle':
      return `${clause.clause} ${printTest(clause.test)}`
    case 'lapse':
      return `lapse when ${printTest(clause.test)}`
    case 'scale':
      return `scale ${printTerm(clause.term)}`
    case 'list':
      return `list ${clause.name} = ${quoted(clause.title)} frozen ${clause.frozen}`
    case 'peers':
      return `peers ${clause.name} = ${quoted(clause.title)}`
    case 'hold':
      return `hold ${printDuration(clause.duration)}${clause.reviews === null ? '' : ` across ${clause.reviews} reviews`}`
    case 'due':
      return `due ${clause.date}${clause.grace === null ? '' : ` grace ${printDuration(clause.grace)}`}`
    case 'waiver': {
      const until = typeof clause.until === 'string' ? clause.until : printDuration(clause.until)
      return `waiver by ${quoted(clause.by)} until ${until}${clause.max === null ? '' : ` max ${clause.max}`}`
    }
    case 'evidence':
      return `evidence ${clause.count} independent${clause.of === null ? '' : ` of ${braces(clause.of)}`}`
    case 'reading':
      return `reading ${clause.reading.read}${clause.reading.read === 'source' ? ` ${quoted(clause.reading.reporter)}` : ''}`
    case 'on':
      return `on ${clause.status} do ${quoted(clause.does)}`
    case 'note':
      return `note ${quoted(clause.text)}`
  }
}

/** A test as text. `within` is how tightly the place around it binds. */
export function printTest(test: Test, within: 'or' | 'and' | 'not' = 'or'): string {
  switch (test.test) {
    case 'or': {
      const text = test.parts
        .map((part) => (part.test === 'or' ? `(${printTest(part)})` : printTest(part, 'or')))
        .join(' or ')
      return within === 'or' ? text : `(${text})`
    }
    case 'and': {
      const text = test.parts
        .map((part) => (part.test === 'and' ? `(${printTest(part)})` : printTest(part, 'and')))
        .join(' and ')
      return within === 'not' ? `(${text})` : text
    }
    case 'not':
      return within === 'not'
        ? `(not ${printTest(test.part, 'not')})`
        : `not ${printTest(test.part, 'not')}`
    case 'at-least':
      return `at least ${test.count} of { ${test.of.map((part) => printTest(part)).join(', ')} }`
    case 'compare':
      return `${printTerm(test.left)} ${test.op} ${printTerm(test.right)}`
    case 'resolved': {
      const goal = test.percent === null ? 'all' : `${printNumber(test.percent)}%`
      return `${printList(test)} ${test.op} ${goal}`
    }
    case 'off':
      return `off(${test.state}) for ${printDuration(test.for)}`
    case 'rule':
      return `rule(${test.rule}) ${test.op} ${test.stage}`
    case 'kept':
      return `kept(${test.undertaking})`
    case 'judged':
      return `judged(${quoted(test.question)}) ${test.op} ${printNumber(test.score)} by ${test.coders} coders alpha >= ${printNumber(test.alpha)}`
    case 'ratchet':
      return `never below best less ${printNumber(test.less)}${test.percent ? '%' : ''} since ${test.since}`
  }
}

/** `resolved(political by { released })`, without what is asked of it. */
export function printList({ unit, list, by }: Extract<Test, { test: 'resolved' }>): string {
  const how = by ? ` by ${by.every ? 'all ' : ''}${braces(by.outcomes)}` : ''
  return `${unit === 'family' ? 'families' : 'resolved'}(${list}${how})`
}

/** A term as text, with only the parentheses it needs. */
export function printTerm(term: Term): string {
  switch (term.term) {
    case 'quantity':
      return `${printNumber(term.value)}${term.percent ? '%' : ''}${term.per === null ? '' : ` per ${term.per}`}`
    case 'arithmetic': {
      const binds = strength(term.op)
      const left = inParentheses(term.left, (op) => strength(op) < binds)
      const right = inParentheses(term.right, (op) => strength(op) <= binds)
      return `${left} ${term.op} ${right}`
    }
    case 'measure':
      return printMeasure(term)
  }
}

export function printMeasure({ name, arguments: parts, window }: Measure): string {
  return `${name}(${parts.map(printArgument).join(', ')})${window ? ` ${printWindow(window)}` : ''}`
}

export function printArgument(argument: Argument): string {
  if (argument.argument === 'measure') return printMeasure(argument.measure)
  const where = argument.where.map(({ key, value }) => `${key} = ${quoted(value)}`).join(' and ')
  return where === '' ? argument.name : `${argument.name} where ${where}`
}

function printWindow(window: Window): string {
  switch (window.window) {
    case 'last':
      return `over last ${printDuration(window.duration)}`
    case 'within':
      return `within ${printDuration(window.duration)}`
    case 'in':
    case 'since':
    case 'at':
      return `${window.window} ${window.date}`
  }
}

export function printDuration({ count, unit }: Duration): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function inParentheses(term: Term, needed: (op: '+' | '-' | '×' | '÷') => boolean): string {
  const text = printTerm(term)
  return term.term === 'arithmetic' && needed(term.op) ? `(${text})` : text
}

function strength(op: '+' | '-' | '×' | '÷'): number {
  return op === '+' || op === '-' ? 1 : 2
}

/** Without an exponent, which the language does not have; only numbers below one can have one here. */
function printNumber(value: number): string {
  const [digits = '', exponent] = String(Math.abs(value)).split('e-')
  if (exponent === undefined) return String(value)
  const zeros = '0'.repeat(Number(exponent) - 1)
  return `${value < 0 ? '-' : ''}0.${zeros}${digits.replace('.', '')}`
}

function braces(names: readonly string[]): string {
  return `{ ${names.join(', ')} }`
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
