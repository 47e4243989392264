/**
 * The rule by which cases come onto a list, as an expression over cases (rules R172):
 *
 *     category = "divided-spouse" and count(refused) >= 2 and not resolved
 *
 * Tests: `KEY = "…"` and `!=` (category, region, authority, ground, state, or a key of the ground),
 * `count(KIND) >= N` confirmed happenings of a kind on different days, `months(KIND) >= N` months since
 * the first, `persons >= N`, `resolved`, `died`; joined by `not`, `and`, `or` and parentheses. A text is
 * read whole or not at all.
 */
import { lexRule } from './inclusion-rule-words.ts'
import type { RuleFault, RuleWord } from './inclusion-rule-words.ts'

export type RuleComparison = '=' | '!=' | '>=' | '<=' | '>' | '<'

export type InclusionRule =
  | { readonly test: 'and' | 'or'; readonly parts: readonly InclusionRule[] }
  | { readonly test: 'not'; readonly part: InclusionRule }
  | { readonly test: 'is'; readonly key: string; readonly equal: boolean; readonly value: string }
  | {
      readonly test: 'count' | 'months'
      readonly event: string
      readonly op: RuleComparison
      readonly number: number
    }
  | { readonly test: 'persons'; readonly op: RuleComparison; readonly number: number }
  | { readonly test: 'resolved' | 'died' }

export type RuleRead =
  | { readonly rule: InclusionRule; readonly faults: readonly [] }
  | { readonly rule: null; readonly faults: readonly RuleFault[] }

/** Reads a rule. With a fault there is no rule; the faults say where and what was expected. */
export function parseInclusionRule(text: string): RuleRead {
  const { words, faults } = lexRule(text)
  if (faults.length > 0) return { rule: null, faults }
  try {
    const parser = new Parser(words)
    const rule = parser.whole()
    return { rule, faults: [] }
  } catch (error) {
    if (error instanceof Unreadable) return { rule: null, faults: [error.fault] }
    throw error
  }
}

/** The rule in a sentence. */
export function ruleInWords(rule: InclusionRule): string {
  const inside = (part: InclusionRule) =>
    part.test === 'and' || part.test === 'or' ? `(${ruleInWords(part)})` : ruleInWords(part)
  switch (rule.test) {
    case 'and':
    case 'or':
      return rule.parts.map(inside).join(` ${rule.test} `)
    case 'not':
      return rule.part.test === 'resolved'
        ? 'not resolved'
        : rule.part.test === 'died'
          ? 'alive'
          : `not ${inside(rule.part)}`
    case 'is':
      return `${rule.key} is ${rule.equal ? '' : 'not '}“${rule.value}”`
    case 'count':
      return `${rule.event} ${inNumbers(rule.op, rule.number)} ${rule.number === 1 ? 'time' : 'times'}`
    case 'months':
      return `first ${rule.event} ${inNumbers(rule.op, rule.number)} months ago`
    case 'persons':
      return `${inNumbers(rule.op, rule.number)} ${rule.number === 1 ? 'person' : 'persons'}`
    case 'resolved':
    case 'died':
      return rule.test
  }
}

export function inNumbers(op: RuleComparison, number: number): string {
  const words = {
    '=': 'exactly',
    '!=': 'other than',
    '>=': 'at least',
    '<=': 'at most',
    '>': 'more than',
    '<': 'fewer than',
  }
  return `${words[op]} ${String(number)}`
}

/** Deeper than anyone writes, and far from where reading would run out of room. */
const DEEPEST = 100

class Unreadable extends Error {
  readonly fault: RuleFault

  constructor(fault: RuleFault) {
    super(fault.message)
    this.fault = fault
  }
}

class Parser {
  readonly #words: readonly RuleWord[]
  #at = 0
  #depth = 0

  constructor(words: readonly RuleWord[]) {
    this.#words = words
  }

  whole(): InclusionRule {
    const rule = this.#or()
    if (this.#next.kind !== 'end') this.#fail('“and”, “or” or the end of the rule')
    return rule
  }

  #or(): InclusionRule {
    return this.#joined('or', () => this.#joined('and', () => this.#single()))
  }

  #joined(word: 'and' | 'or', part: () => InclusionRule): InclusionRule {
    const parts = [part()]
    while (this.#takes('word', word)) parts.push(part())
    const [only] = parts
    return parts.length === 1 && only ? only : { test: word, parts }
  }

  #single(): InclusionRule {
    this.#depth += 1
    if (this.#depth > DEEPEST) this.#fail('a rule that is less deep')
    try {
      if (this.#takes('word', 'not')) return { test: 'not', part: this.#single() }
      if (this.#takes('mark', '(')) {
        const rule = this.#or()
        if (!this.#takes('mark', ')')) this.#fail('“)”')
        return rule
      }
      return this.#test()
    } finally {
      this.#depth -= 1
    }
  }

  #test(): InclusionRule {
    const word = this.#next
    if (word.kind !== 'word' || word.text === 'and' || word.text === 'or')
      this.#fail('a test, such as category = "prisoner", count(refused) >= 2 or resolved')
    this.#at += 1
    const key = word.text.toLocaleLowerCase('en')
    if ((key === 'count' || key === 'months') && this.#takes('mark', '(')) {
      const event = this.#next
      if (event.kind !== 'word') this.#fail('what happened, such as refused')
      this.#at += 1
      if (!this.#takes('mark', ')')) this.#fail('“)”')
      return { test: key, event: event.text, op: this.#comparison(), number: this.#number() }
    }
    if (key === 'persons') return { test: key, op: this.#comparison(), number: this.#number() }
    const compared = this.#next.kind === 'comparison'
    if ((key === 'resolved' || key === 'died') && !compared) return { test: key }
    const op = this.#comparison()
    if (op !== '=' && op !== '!=') {
      this.#at -= 1
      this.#fail(`“=” or “!=”: ${key} is compared with words`)
    }
    const value = this.#next
    if (value.kind !== 'text') this.#fail('words in quotes, such as "prisoner"')
    this.#at += 1
    return { test: 'is', key, equal: op === '=', value: value.text }
  }

  #comparison(): RuleComparison {
    const word = this.#next
    if (word.kind !== 'comparison') this.#fail('a comparison: =, !=, >=, <=, > or <')
    this.#at += 1
    return word.text as RuleComparison // the words of kind `comparison` are these six
  }

  #number(): number {
    const word = this.#next
    if (word.kind !== 'number') this.#fail('a whole number')
    this.#at += 1
    return Number(word.text)
  }

  #takes(kind: RuleWord['kind'], text: string): boolean {
    const word = this.#next
    if (word.kind !== kind || word.text !== text) return false
    this.#at += 1
    return true
  }

  get #next(): RuleWord {
    const word = this.#words[this.#at]
    if (!word) throw new Error('a rule was read beyond its end')
    return word
  }

  #fail(expected: string): never {
    const { kind, text, place } = this.#next
    const found = kind === 'end' ? 'The rule ends here' : `“${text}” does not fit here`
    throw new Unreadable({ ...place, message: `${found}; expected is ${expected}.` })
  }
}
