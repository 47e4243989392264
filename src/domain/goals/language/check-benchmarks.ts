/**
 * Checks what the grammar cannot: that names are known, that a measure fits the kind of what it reads,
 * that units agree on both sides, and that clauses make sense together (rules R64, R65).
 *
 * Errors make a text unfit to judge by; warnings say that it can be judged and will not be told yet.
 */
import { RULE_STAGES } from '../../evidence/event.ts'
import type { SeriesKind } from '../../evidence/series.ts'
import { parseUncertainDate } from '../../basics/uncertain-date.ts'
import { listsOf, partsOf, peersOf, requiresOf } from './clauses.ts'
import { checkUnits } from './check-units.ts'
import { inputsOf, readsRegister } from './inputs.ts'
import { checkCases } from './check-cases.ts'
import { nearest } from './nearest-name.ts'
import type { KnownNames, Severity, Tell } from './known-names.ts'
import type { TextFault } from './parse-benchmarks.ts'
import { parseBenchmarks } from './parse-benchmarks.ts'
import type { Argument, BenchmarkSyntax, Clause, Measure, Span, Test } from './syntax.ts'

export type CheckedFault = TextFault & { readonly severity: Severity }

/** Every fault of a text, in its order. Never throws. */
export function checkBenchmarks(text: string, names: KnownNames | undefined): CheckedFault[] {
  const { benchmarks, faults } = parseBenchmarks(text)
  if (faults.length > 0) return faults.map((fault) => ({ ...fault, severity: 'error' }))
  const found: CheckedFault[] = []
  const tell: Tell = (severity, { from, to }, message) => {
    found.push({ from, to, severity, message })
  }
  const seen = new Map<string, BenchmarkSyntax>()
  for (const benchmark of benchmarks) {
    const set = benchmark.clauses.find((clause) => clause.clause === 'set')
    const key = `${benchmark.id} ${set?.clause === 'set' ? set.date : ''}`
    if (seen.has(key))
      tell(
        'error',
        { from: benchmark.span.from, to: benchmark.span.from + 'benchmark'.length },
        `${benchmark.id} stands twice with the same set date. Give the later one a later set date.`,
      )
    seen.set(key, benchmark)
    checkClauses(benchmark, tell)
    checkNames(benchmark, names, tell)
    if (names) checkUnits(benchmark, names, tell)
  }
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

const ONCE = ['set', 'hold', 'due', 'waiver', 'evidence', 'reading', 'scale'] as const
const STATUSES = [
  'met',
  'not-met',
  'insufficient',
  'disputed',
  'not-due',
  'waived',
  'lapsed',
  'slipping',
  'unverified',
]

function checkClauses(benchmark: BenchmarkSyntax, tell: Tell): void {
  const head = { from: benchmark.span.from, to: benchmark.span.from + 'benchmark'.length }
  const of = (kind: Clause['clause']) => benchmark.clauses.filter(({ clause }) => clause === kind)
  for (const kind of ONCE)
    for (const extra of of(kind).slice(1))
      tell('error', extra.span, `A benchmark has one ${kind} clause; this is another.`)
  if (requiresOf(benchmark).length === 0 && of('hurdle').length === 0 && of('scale').length === 0)
    tell(
      'error',
      head,
      `${benchmark.id} asks for nothing: it needs a require, a hurdle or a scale.`,
    )
  for (const clause of benchmark.clauses) {
    if (clause.clause === 'on' && !STATUSES.includes(clause.status))
      tell(
        'error',
        clause.span,
        `“${clause.status}” is not a status. It is one of ${STATUSES.join(', ')}.`,
      )
    if (clause.clause === 'due') checkDue(benchmark, clause, tell)
  }
  checkRatchet(benchmark, tell)
}

/** A ratchet watches the first comparison among the parts of the requirement. */
function checkRatchet(benchmark: BenchmarkSyntax, tell: Tell): void {
  if (partsOf(benchmark).some(({ test }) => test === 'compare')) return
  for (const clause of benchmark.clauses)
    if (clause.clause === 'require' || clause.clause === 'hurdle' || clause.clause === 'lapse')
      for (const { span } of ratchetsIn(clause.test))
        tell(
          'error',
          span,
          '“never below best” watches the first comparison of the benchmark, and there is none.',
        )
}

function ratchetsIn(test: Test): Test[] {
  switch (test.test) {
    case 'and':
    case 'or':
      return test.parts.flatMap(ratchetsIn)
    case 'at-least':
      return test.of.flatMap(ratchetsIn)
    case 'not':
      return ratchetsIn(test.part)
    case 'ratchet':
      return [test]
    default:
      return []
  }
}

function checkDue(benchmark: BenchmarkSyntax, due: Clause, tell: Tell): void {
  const set = benchmark.clauses.find((clause) => clause.clause === 'set')
  if (due.clause !== 'due' || set?.clause !== 'set') return
  const [dueOn, setOn] = [parseUncertainDate(due.date), parseUncertainDate(set.date)]
  if (dueOn && setOn && dueOn.latest < setOn.earliest)
    tell('error', due.span, `It is due on ${due.date}, before it was set on ${set.date}.`)
}

// Names --------------------------------------------------------------------------------------------

function checkNames(benchmark: BenchmarkSyntax, names: KnownNames | undefined, tell: Tell): void {
  const titles = new Map(listsOf(benchmark).map(({ name, title }) => [name, title]))
  const lists = new Set(titles.keys())
  const peers = new Set(peersOf(benchmark).map(({ name }) => name))
  for (const clause of benchmark.clauses) {
    if (clause.clause === 'require' || clause.clause === 'hurdle' || clause.clause === 'lapse')
      checkTest(clause.test, { names, lists, titles, peers, tell })
    else if (clause.clause === 'scale')
      checkTerm(clause.term, { names, lists, titles, peers, tell })
    else if (
      names &&
      clause.clause === 'reading' &&
      clause.reading.read === 'source' &&
      !names.reporters.has(clause.reading.reporter)
    )
      tell(
        'warning',
        clause.span,
        `No figure by ${clause.reading.reporter} is on record: nothing can be told yet.`,
      )
  }
}

type Names = {
  readonly names: KnownNames | undefined
  readonly lists: ReadonlySet<string>
  /** What each list is called on record. */
  readonly titles: ReadonlyMap<string, string>
  readonly peers: ReadonlySet<string>
  readonly tell: Tell
}

function checkTest(test: Test, scope: Names): void {
  const { names, lists, tell } = scope
  switch (test.test) {
    case 'and':
    case 'or':
      for (const part of test.parts) checkTest(part, scope)
      return
    case 'at-least':
      if (test.count > test.of.length)
        tell('error', test.span, `At least ${test.count} of ${test.of.length} can never be met.`)
      for (const part of test.of) checkTest(part, scope)
      return
    case 'not':
      checkTest(test.part, scope)
      return
    case 'compare': {
      if (inputsOf(test).some(({ input }) => input === 'always'))
        tell('warning', test.span, 'This compares two numbers and reads no evidence.')
      for (const term of [test.left, test.right]) checkTerm(term, scope)
      return
    }
    case 'resolved':
      if (!lists.has(test.list))
        tell(
          'error',
          test.span,
          `“${test.list}” is no list of this benchmark. Name it: list ${test.list} = "…" frozen DATE;`,
        )
      else if (names?.lists && !names.lists.has(scope.titles.get(test.list) ?? ''))
        tell(
          'warning',
          test.span,
          `No list “${scope.titles.get(test.list) ?? ''}” is on record yet: it cannot be told.`,
        )
      if (test.percent !== null && (test.percent < 0 || test.percent > 100))
        tell('error', test.span, 'A share of a list lies between 0% and 100%.')
      return
    case 'off':
      unknownName(test.span, test.state, 'state', names?.states, tell)
      return
    case 'rule':
      if (!(RULE_STAGES as readonly string[]).includes(test.stage))
        tell(
          'error',
          test.span,
          `“${test.stage}” is not a stage of a rule. It is one of ${RULE_STAGES.join(', ')}.`,
        )
      unknownName(test.span, test.rule, 'rule', names?.rules, tell)
      return
    case 'kept':
      unknownName(test.span, test.undertaking, 'undertaking', names?.undertakings, tell)
      return
    case 'judged':
      unknownName(test.span, test.question, 'question', names?.questions, tell)
      return
    case 'ratchet':
      return
  }
}

/** Not an error: it can come on record later, and until then cannot be told. */
function unknownName(
  span: Span,
  name: string,
  kind: string,
  known: ReadonlySet<string> | undefined,
  tell: Tell,
): void {
  if (known && !known.has(name))
    tell('warning', span, `No ${kind} “${name}” is on record yet: it cannot be told.`)
}

function checkTerm(term: Extract<Test, { test: 'compare' }>['left'], scope: Names): void {
  if (term.term === 'arithmetic') {
    checkTerm(term.left, scope)
    checkTerm(term.right, scope)
  } else if (term.term === 'measure') checkMeasure(term, term.span, scope)
}

const NEEDS_WINDOW = [
  'count',
  'total',
  'rate',
  'net',
  'mean',
  'median',
  'lowest',
  'highest',
  'best',
]
const OVER_PEERS = ['mean', 'median', 'lowest', 'highest']

function checkMeasure(measure: Measure, span: Span, scope: Names): void {
  const { name, arguments: parts, window } = measure
  const [first, second] = parts
  if (parts.length > 2 || (second && name !== 'share' && !OVER_PEERS.includes(name)))
    scope.tell('error', span, `${name} takes one argument; ${parts.length} stand here.`)
  else if (name === 'share') checkShare(measure, span, scope)
  else if (second) checkPeers(first, second, span, scope)
  else if (first?.argument === 'measure')
    scope.tell('error', span, `${name} reads a series, not another measure.`)
  else if (first && readsRegister(measure, first)) checkCases(measure, first, span, scope.tell)
  else if (first) checkSubject(measure, first.name, first.span, scope)
  const fixed = window === null && NEEDS_WINDOW.includes(name) && !second
  if (fixed) scope.tell('error', span, `${name} ${NEEDS_TIME}`)
  if (window?.window === 'within' && name !== 'latest')
    scope.tell(
      'error',
      span,
      `“within” goes with latest; ${name} takes over last, in, since or at.`,
    )
  if (
    first?.argument === 'subject' &&
    first.where.length > 0 &&
    !readsRegister(measure, first) &&
    name !== 'count' &&
    name !== 'net' &&
    name !== 'stock'
  )
    scope.tell('error', first.span, `“where” chooses among acts; ${name} reads a series.`)
}

const NEEDS_TIME = 'needs its time: over last 12 months, in 1988 or since 1987-01.'

/** A bare name in a share is a level on the day, or an amount over the share's own time. */
function checkShare(measure: Measure, span: Span, scope: Names): void {
  const { arguments: parts, window } = measure
  if (parts.length !== 2) {
    scope.tell('error', span, 'share takes two arguments: the part and the whole.')
    return
  }
  const { names } = scope
  for (const part of parts) {
    if (part.argument === 'measure') checkMeasure(part.measure, part.span, scope)
    else if (readsRegister({ name: 'share' }, part))
      checkCases({ ...measure, arguments: [part] }, part, part.span, scope.tell)
    else if (names && !names.seriesOf(part.name))
      unknownName(part.span, part.name, 'series or act of the kind', names.acts, scope.tell)
  }
  const ofAmounts = parts.some(
    (part) =>
      part.argument === 'subject' &&
      !readsRegister({ name: 'share' }, part) &&
      names &&
      !isOnTheDay(names.seriesOf(part.name)?.kind),
  )
  if (window === null && ofAmounts) scope.tell('error', span, `share of amounts ${NEEDS_TIME}`)
}

function isOnTheDay(kind: SeriesKind | undefined): boolean {
  return kind === 'level' || kind === 'index'
}

function checkPeers(first: Argument | undefined, second: Argument, span: Span, scope: Names): void {
  if (first?.argument === 'measure') checkMeasure(first.measure, first.span, scope)
  else scope.tell('error', span, 'Over peers a measure is read: median(level(x), band).')
  const name = second.argument === 'subject' ? second.name : ''
  if (!scope.peers.has(name))
    scope.tell(
      'error',
      second.span,
      `“${name}” is no group of peers of this benchmark. Name it: peers ${name || 'band'} = "…";`,
    )
}

const FITS: Readonly<Record<string, readonly SeriesKind[]>> = {
  total: ['flow'],
  rate: ['flow'],
  level: ['level', 'index'],
  estimate: ['level', 'index', 'flow'],
  stock: ['level'],
}

function checkSubject(measure: Measure, id: string, span: Span, { names, tell }: Names): void {
  if (!names) return
  const { name } = measure
  if (name === 'count' || name === 'net') {
    if (names.seriesOf(id) && !names.acts.has(id))
      tell('error', span, `${name} counts acts; “${id}” is a series. Use total or level.`)
    else unknownName(span, id, 'act of the kind', names.acts, tell)
    return
  }
  const series = names.seriesOf(id)
  if (!series) {
    const near = nearest(id, names.series)
    tell(
      'error',
      span,
      `There is no series “${id}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`,
    )
    return
  }
  const fits = FITS[name]
  if (fits && !fits.includes(series.kind))
    tell(
      'error',
      span,
      `${name} reads ${fits.map((kind) => ARTICLES[kind]).join(' or ')}; “${id}” is ${ARTICLES[series.kind]}.`,
    )
}

const ARTICLES: Readonly<Record<SeriesKind, string>> = {
  flow: 'a flow',
  level: 'a level',
  index: 'an index',
}
