/**
 * Reads benchmark texts. Lezer recovers from errors without a word, so any error node refuses the
 * text, and what was expected there is found by trying the tokens of the language. A text with an
 * error is read benchmark by benchmark, so that the first fault of each is told.
 */
import type { SyntaxNode, Tree } from '@lezer/common'
import { parseUncertainDate } from '../../basics/uncertain-date.ts'
import type { BenchmarkId } from '../../basics/ids.ts'
import type { BenchmarkKind } from '../benchmark.ts'
import { expectedAt } from './expected.ts'
import { parser } from './grammar.ts'
import type {
  Argument,
  BenchmarkSyntax,
  Clause,
  ClauseBody,
  Comparison,
  Condition,
  Duration,
  DurationUnit,
  Measure,
  MeasureName,
  Span,
  Term,
  TermBody,
  Test,
  TestBody,
  Window,
} from './syntax.ts'

/** Something wrong in a text: where, and a sentence that says what and what was expected. */
export type TextFault = Span & { readonly message: string }

export type ParsedBenchmarks = {
  /** Empty when there is a fault: a text is read whole or not at all. */
  readonly benchmarks: readonly BenchmarkSyntax[]
  readonly faults: readonly TextFault[]
}

/** Deeper nesting than any condition needs; keeps hostile texts from exhausting the stack. */
const MAX_DEPTH = 200
const MAX_LENGTH = 1_000_000
const MAX_TERMS = 1_000

/** A part of a text with the faults that keep it from being read. */
export type UnreadPart = Span & {
  /** The id in its head, where that could be read. */
  readonly id: string | null
  /** Where its head begins. */
  readonly at: number
  readonly faults: readonly TextFault[]
}

/** Parses a whole `benchmarks.txt`. Never throws: what is wrong is in `faults`. */
export function parseBenchmarks(text: string): ParsedBenchmarks {
  const whole = parseWhole(text)
  if (whole.faults.length === 0) return whole
  return { benchmarks: [], faults: unreadParts(text).flatMap(({ faults }) => faults) }
}

/**
 * The benchmarks of a text that cannot be read, each with its first fault (where the grammar took it,
 * all of them); what stands before the first benchmark is a part too. Empty for a sound text.
 */
export function unreadParts(text: string): UnreadPart[] {
  const { faults } = parseWhole(text)
  if (faults.length === 0) return []
  const all = { from: 0, to: text.length, id: null, at: 0, faults }
  if (text.length > MAX_LENGTH) return [all]
  const unread: UnreadPart[] = []
  const parts = partsOf(text)
  for (const [index, { from, to, at }] of parts.entries()) {
    const part = text.slice(from, to)
    const next = parts[index + 1]
    // What follows a benchmark that was not closed is quoted, and is where it should have been.
    const found = parseWhole(part, next ? part + KEYWORD : part)
    if (found.faults.length === 0) continue
    const id = HEAD.exec(text.slice(at, to))?.[1] ?? null
    const faults = found.faults.map((fault) =>
      next && fault.from >= part.length
        ? { ...fault, from: next.at, to: next.at + KEYWORD.length }
        : { ...fault, from: fault.from + from, to: fault.to + from },
    )
    unread.push({ from, to, id, at, faults })
    if (unread.length < MOST_UNREAD || !next) continue
    const rest = { from: next.at, to: next.at + KEYWORD.length, message: TOO_MANY }
    unread.push({ from: next.from, to: text.length, id: null, at: next.at, faults: [rest] })
    break
  }
  // Two halves may each be sound where the whole is not.
  return unread.length > 0 ? unread : [all]
}

function parseWhole(text: string, seen = text): ParsedBenchmarks {
  if (text.length > MAX_LENGTH)
    return { benchmarks: [], faults: [{ from: 0, to: 0, message: TOO_LONG }] }
  const deep = tooDeep(text)
  if (deep) return { benchmarks: [], faults: [deep] }
  const tree = parser.parse(text)
  const error = firstError(tree)
  if (error) return { benchmarks: [], faults: [describeError(seen, error)] }

  const reader = new Reader(text)
  const benchmarks = childrenOf(tree.topNode, 'Benchmark').map((node) => reader.benchmark(node))
  return reader.faults.length > 0
    ? { benchmarks: [], faults: reader.faults }
    : { benchmarks, faults: [] }
}

const TOO_LONG = `The text is longer than ${MAX_LENGTH.toLocaleString('en')} characters. Divide it into several files.`

const KEYWORD = 'benchmark'
/** Trying what could stand at a fault costs many readings. */
const MOST_UNREAD = 200
const TOO_MANY = `From here on nothing is read: ${MOST_UNREAD} benchmarks above cannot be. Mend those first.`
const HEAD = /^[\s\u00a0\ufeff]*benchmark\s+(\p{L}[\p{L}\p{N}/_-]*)/u
const BENCHMARK_LINE = /^[^\S\n]*benchmark(?=\s|$)/
const BLANK_LINE = /^\s*(?:#.*)?$/

/**
 * The parts that begin with a benchmark, each with the comments before it; `at` is its first line. No
 * text in quotation marks and no comment goes on beyond its line, so that a line tells where one begins.
 */
function partsOf(text: string): (Span & { at: number })[] {
  const heads: { from: number; at: number }[] = []
  let blankSince: number | null = null
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    if (BENCHMARK_LINE.test(line)) heads.push({ from: blankSince ?? at, at })
    if (BLANK_LINE.test(line)) blankSince ??= at
    else blankSince = null
    at = end < 0 ? text.length : end + 1
  }
  if (heads[0]?.from !== 0) heads.unshift({ from: 0, at: 0 })
  return heads.map((head, index) => ({ ...head, to: heads[index + 1]?.from ?? text.length }))
}

function tooDeep(text: string): TextFault | undefined {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at += 1
      else if (char === '"' || char === '\n') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '#') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (char === '(' || char === '{') {
      depth += 1
      if (depth > MAX_DEPTH)
        return {
          from: at,
          to: at + 1,
          message: `More than ${MAX_DEPTH} parentheses stand inside one another here.`,
        }
    } else if (char === ')' || char === '}') depth = Math.max(0, depth - 1)
  }
  return undefined
}

function firstError(tree: Tree): SyntaxNode | undefined {
  let found: SyntaxNode | undefined
  tree.iterate({
    enter: (node) => {
      if (found) return false
      if (node.type.isError) found = node.node
      return true
    },
  })
  return found
}

function describeError(text: string, error: SyntaxNode): TextFault {
  const at = skipBlank(text, error.from)
  const word = wordAt(text, at)
  const expected = expectedAt(text, at)
  const what = word === '' ? 'The text ends too early' : `“${word}” cannot stand here`
  const instead = expected.length > 0 ? `; expected ${listed(expected)}` : ''
  return {
    from: at,
    to: Math.min(text.length, at + Math.max(1, word.length)),
    message: `${what}${instead}.`,
  }
}

/** Past blanks and comments, so that the place named is that of a word. */
function skipBlank(text: string, from: number): number {
  const blank = /(?:[\s\u00a0\ufeff]|#[^\n]*)*/y
  blank.lastIndex = from
  blank.exec(text)
  return blank.lastIndex
}

function wordAt(text: string, at: number): string {
  const word = /[\p{L}\p{N}_/.-]+|"[^"\n]{0,40}"?|\S/uy
  word.lastIndex = at
  return word.exec(text)?.[0].slice(0, 42) ?? ''
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 12)
  const more = words.length > shown.length ? ' …' : ''
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')}${more ? ', ' : ' or '}${shown.at(-1) ?? ''}${more}`
}

function childrenOf(node: SyntaxNode, name: string): SyntaxNode[] {
  return node.getChildren(name)
}

/** The grammar has accepted the text, so that every node it promises is there. */
class Reader {
  readonly #text: string
  readonly faults: TextFault[] = []

  constructor(text: string) {
    this.#text = text
  }

  benchmark(node: SyntaxNode): BenchmarkSyntax {
    return {
      id: this.#name(node) as BenchmarkId,
      title: this.#string(node),
      kind: this.#slice(must(node.getChild('Kind'))) as BenchmarkKind, // the grammar allows these three
      clauses: childrenOf(node, 'Clause').map((clause) => this.#clause(clause)),
      span: spanOf(node),
    }
  }

  #clause(node: SyntaxNode): Clause {
    const inner = must(node.firstChild)
    return { ...this.#clauseBody(inner), span: spanOf(node) }
  }

  #clauseBody(node: SyntaxNode): ClauseBody {
    switch (node.name) {
      case 'SetClause':
        return { clause: 'set', date: this.#date(node), by: this.#string(node) }
      case 'RequireClause':
        return { clause: 'require', test: this.#test(must(node.lastChild)) }
      case 'HurdleClause':
        return { clause: 'hurdle', test: this.#test(must(node.lastChild)) }
      case 'LapseClause':
        return { clause: 'lapse', test: this.#test(must(node.lastChild)) }
      case 'ScaleClause':
        return { clause: 'scale', term: this.#term(must(node.lastChild)) }
      case 'ListClause':
        return {
          clause: 'list',
          name: this.#name(node),
          title: this.#string(node),
          frozen: this.#date(node),
        }
      case 'PeersClause':
        return { clause: 'peers', name: this.#name(node), title: this.#string(node) }
      case 'HoldClause':
        return {
          clause: 'hold',
          duration: this.#duration(node),
          reviews: node.getChild('across') ? this.#whole(must(node.getChild('Number')), 1) : null,
        }
      case 'DueClause':
        return {
          clause: 'due',
          date: this.#date(node),
          grace: node.getChild('grace') ? this.#duration(node) : null,
        }
      case 'WaiverClause':
        return {
          clause: 'waiver',
          by: this.#string(node),
          until: node.getChild('Duration') ? this.#duration(node) : this.#date(node),
          max: node.getChild('max') ? this.#whole(must(node.lastChild), 1) : null,
        }
      case 'EvidenceClause': {
        const set = node.getChild('Set')
        return {
          clause: 'evidence',
          count: this.#whole(must(node.getChild('Number')), 1),
          of: set ? this.#set(set) : null,
        }
      }
      case 'ReadingClause': {
        if (node.getChild('source'))
          return { clause: 'reading', reading: { read: 'source', reporter: this.#string(node) } }
        const read = this.#slice(must(node.lastChild)) as 'all' | 'lowest' | 'highest' | 'median' // the grammar allows these
        return { clause: 'reading', reading: { read } }
      }
      case 'OnClause':
        return { clause: 'on', status: this.#name(node), does: this.#string(node) }
      default:
        return { clause: 'note', text: this.#string(node) }
    }
  }

  #test(node: SyntaxNode): Test {
    if (node.name === 'ParenTest') return this.#test(must(node.firstChild?.nextSibling))
    return { ...this.#testBody(node), span: spanOf(node) }
  }

  #testBody(node: SyntaxNode): TestBody {
    switch (node.name) {
      case 'And':
      case 'Or': {
        const test = node.name === 'And' ? 'and' : 'or'
        return { test, parts: this.#partsBetween(node, test) }
      }
      case 'Not':
        return { test: 'not', part: this.#test(must(node.lastChild)) }
      case 'AtLeast':
        return {
          test: 'at-least',
          count: this.#whole(must(node.getChild('Number')), 1),
          of: this.#partsBetween(node, 'at', 'least', 'Number', 'of', '{', ',', '}'),
        }
      case 'Resolved': {
        const by = node.getChild('By')
        const percent = node.getChild('Percent')
        return {
          test: 'resolved',
          list: this.#name(node),
          unit: node.getChild('families') ? 'family' : 'person',
          by: by && {
            every: by.getChild('all') !== null,
            outcomes: this.#set(must(by.getChild('Set'))),
          },
          op: this.#comparison(node),
          percent: percent ? this.#number(must(percent.firstChild)) : null,
        }
      }
      case 'Off':
        return { test: 'off', state: this.#name(node), for: this.#duration(node) }
      case 'RuleStage': {
        const [rule, stage] = childrenOf(node, 'Name').map((each) => this.#slice(each))
        return { test: 'rule', rule: rule ?? '', op: this.#comparison(node), stage: stage ?? '' }
      }
      case 'Kept':
        return { test: 'kept', undertaking: this.#name(node) }
      case 'Judged': {
        const [score, coders, alpha] = childrenOf(node, 'Number')
        const [op, floor] = childrenOf(node, 'Comparison')
        if (this.#readComparison(must(floor)) !== '>=')
          this.#fault(
            must(floor),
            'Agreement has a floor: write alpha >= and a number, such as 0.67.',
          )
        return {
          test: 'judged',
          question: this.#string(node),
          op: this.#readComparison(must(op)),
          score: this.#number(must(score)),
          coders: this.#whole(must(coders), 2),
          alpha: this.#number(must(alpha)),
        }
      }
      case 'Ratchet': {
        const percent = node.getChild('Percent')
        // Without a percent sign the first number is the tolerance; a bare year after `since` is the date.
        const amount = percent ? must(percent.firstChild) : must(node.getChild('less')?.nextSibling)
        return {
          test: 'ratchet',
          less: this.#number(amount),
          percent: percent !== null,
          since: this.#readDate(must(node.lastChild)),
        }
      }
      default: {
        const [left, right] = [must(node.firstChild), must(node.lastChild)]
        return {
          test: 'compare',
          op: this.#comparison(node),
          left: this.#term(left),
          right: this.#term(right),
        }
      }
    }
  }

  #partsBetween(node: SyntaxNode, ...joints: string[]): Test[] {
    const parts: Test[] = []
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (!joints.includes(child.name)) parts.push(this.#test(child))
    return parts
  }

  #term(node: SyntaxNode): Term {
    if (node.name === 'ParenTerm') return this.#term(must(node.firstChild?.nextSibling))
    if (node.name === 'Sum' || node.name === 'Product') return this.#arithmetic(node)
    return { ...this.#termBody(node), span: spanOf(node) }
  }

  #arithmetic(node: SyntaxNode): Term {
    const first = must(node.firstChild)
    let sum = this.#term(first)
    // Sums nest as deep as they are long.
    const length = node.getChildren('SumSign').length + node.getChildren('ProductSign').length + 1
    if (length > MAX_TERMS) {
      this.#fault(node, `More than ${MAX_TERMS.toLocaleString('en')} terms stand in one sum here.`)
      return sum
    }
    for (let sign = first.nextSibling; sign;) {
      const right = must(sign.nextSibling)
      this.#needsSpaces(sign)
      sum = {
        term: 'arithmetic',
        op: SIGNS[this.#slice(sign)] ?? '+',
        left: sum,
        right: this.#term(right),
        span: { from: sum.span.from, to: right.to },
      }
      sign = right.nextSibling
    }
    return sum
  }

  #needsSpaces(sign: SyntaxNode): void {
    const around = [this.#text[sign.from - 1], this.#text[sign.to]]
    if (!around.every((char) => char !== undefined && /\s/.test(char)))
      this.#fault(
        sign,
        `“${this.#slice(sign)}” needs a space on either side, since ids may hold hyphens and slashes.`,
      )
  }

  #termBody(node: SyntaxNode): TermBody {
    if (node.name === 'Measure') return this.#measure(node)
    const percent = node.getChild('Percent')
    const per = node.getChild('per')?.nextSibling
    return {
      term: 'quantity',
      value: this.#number(must(percent ? percent.firstChild : node.firstChild)),
      percent: percent !== null,
      per: per ? (this.#slice(per) as 'year' | 'quarter' | 'month') : null, // the grammar allows these
    }
  }

  #measure(node: SyntaxNode): Measure {
    const window = node.getChild('Window')
    const parts: Argument[] = []
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Subject') parts.push(this.#subject(child))
      else if (child.name === 'Measure')
        parts.push({ argument: 'measure', measure: this.#measure(child), span: spanOf(child) })
    }
    return {
      term: 'measure',
      name: this.#slice(must(node.getChild('Function'))) as MeasureName, // the grammar allows these
      arguments: parts,
      window: window && this.#window(must(window.firstChild)),
    }
  }

  #subject(node: SyntaxNode): Argument {
    return {
      argument: 'subject',
      name: this.#name(node),
      where: childrenOf(node, 'Condition').map((each): Condition => ({
        key: this.#name(each),
        value: this.#string(each),
        span: spanOf(each),
      })),
      span: spanOf(node),
    }
  }

  #window(node: SyntaxNode): Window {
    switch (node.name) {
      case 'Last':
        return { window: 'last', duration: this.#duration(node) }
      case 'Within':
        return { window: 'within', duration: this.#duration(node) }
      case 'In':
        return { window: 'in', date: this.#readDate(must(node.lastChild)) }
      case 'Since':
        return { window: 'since', date: this.#readDate(must(node.lastChild)) }
      default:
        return { window: 'at', date: this.#readDate(must(node.lastChild)) }
    }
  }

  #duration(parent: SyntaxNode): Duration {
    const node = must(parent.getChild('Duration'))
    const unit = this.#slice(must(node.lastChild)).replace(/s$/, '') as DurationUnit // the grammar allows these
    return { count: this.#whole(must(node.firstChild), 1), unit }
  }

  #whole(node: SyntaxNode, least: number): number {
    const value = Number(this.#slice(node))
    if (!Number.isInteger(value) || value < least || value > 10_000)
      this.#fault(node, `“${this.#slice(node)}” must be a whole number from ${least} to 10,000.`)
    return value
  }

  #number(node: SyntaxNode): number {
    const value = Number(this.#slice(node))
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      this.#fault(node, `“${this.#slice(node)}” is a larger number than can be counted exactly.`)
    return value === 0 ? 0 : value // and not −0
  }

  #date(parent: SyntaxNode): string {
    return this.#readDate(must(parent.getChild('Date') ?? parent.getChild('Number')))
  }

  #readDate(node: SyntaxNode): string {
    const text = this.#slice(node)
    if (!parseUncertainDate(text))
      this.#fault(
        node,
        `“${text}” is not a date. Write a day, month, year or span: 1987-03-01, 1987-03, 1987 or 1958/1965.`,
      )
    return text
  }

  #comparison(node: SyntaxNode): Comparison {
    return this.#readComparison(must(node.getChild('Comparison')))
  }

  #readComparison(node: SyntaxNode): Comparison {
    return COMPARISONS[this.#slice(node)] ?? '='
  }

  #set(node: SyntaxNode): string[] {
    return childrenOf(node, 'Name').map((each) => this.#slice(each))
  }

  #name(parent: SyntaxNode): string {
    return this.#slice(must(parent.getChild('Name')))
  }

  #string(parent: SyntaxNode): string {
    return this.#slice(must(parent.getChild('String')))
      .slice(1, -1)
      .replace(/\\(["\\])/g, '$1')
  }

  #slice(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to)
  }

  #fault(node: SyntaxNode, message: string): void {
    this.faults.push({ ...spanOf(node), message })
  }
}

const SIGNS: Readonly<Record<string, '+' | '-' | '×' | '÷'>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '×',
  '×': '×',
  '/': '÷',
  '÷': '÷',
}
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '>=': '>=',
  '≥': '>=',
  '>': '>',
  '<=': '<=',
  '≤': '<=',
  '<': '<',
  '=': '=',
  '!=': '!=',
  '≠': '!=',
}

function spanOf({ from, to }: SyntaxNode): Span {
  return { from, to }
}

function must(node: SyntaxNode | null | undefined): SyntaxNode {
  if (!node) throw new Error('the grammar promises a node that is not there')
  return node
}
