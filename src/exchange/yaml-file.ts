/**
 * Reads the parts of a YAML file (1.2, core schema) with their places.
 *
 * Dates, numbers and words are taken as they are written: `1988` and `1988-11` are text. Keys that
 * are not known, keys that stand twice, anchors and aliases are refused with their place.
 */
import { Composer, isMap, isScalar, isSeq, LineCounter, Parser, visit } from 'yaml'
import type { CST, Document, Node, Scalar } from 'yaml'
import { HALF_CHARACTER } from './decode-text.ts'
import type { KnownIds } from './known-ids.ts'
import { anyOf, didYouMean, quote } from './nearest-name.ts'
import type { Report, Unread } from './report.ts'

/** Far above any real file of this kind; the library is not made for more. */
export const YAML_CEILING = 8 * 1024 * 1024

/** A value in the file: where it stands is known even where it is empty. */
export type YamlValue = { readonly node: Node | null; readonly at: number }

export class YamlFile {
  readonly file: string
  readonly #text: string
  readonly #report: Report
  readonly #lines = new LineCounter()
  #unread: Unread | undefined

  constructor(file: string, text: string, report: Report) {
    this.file = file
    this.#text = text
    this.#report = report
  }

  /** How much was refused so far. */
  get count(): number {
    return this.#report.count
  }

  /**
   * The file that could not be read, where nothing else was refused since `before`, a `count` and the
   * `consequential` of the same moment.
   */
  because(before: { readonly count: number; readonly consequential: number }): Unread | undefined {
    const consequences = this.consequential - before.consequential
    const all = this.count - before.count
    return consequences > 0 && consequences === all ? this.#unread : undefined
  }

  get consequential(): number {
    return this.#report.consequential
  }

  /** The whole file as a value; `undefined` where it is not YAML, and refused. */
  read(): YamlValue | undefined {
    if (this.#text.length > YAML_CEILING) {
      const most = String(YAML_CEILING / 1024 / 1024)
      this.refuse(0, `The file is larger than ${most} MB; a file of this kind never is.`)
      return undefined
    }
    const before = this.count
    const node = this.#parse()
    return this.count === before && node !== undefined ? { node, at: 0 } : undefined
  }

  refuse(at: number, message: string): undefined {
    this.#report.refuse(
      this.file,
      () => this.placeAt(at),
      () => message,
    )
    return undefined
  }

  /** Refuses a reference to an id that was not taken. */
  refuseReference(at: number, ids: KnownIds, id: string): undefined {
    const unread = ids.unread(id)
    if (!unread) return this.refuse(at, ids.whyNot(id))
    this.#unread = unread
    this.#report.refuseConsequence(this.file, () => this.placeAt(at), unread)
    return undefined
  }

  placeAt(at: number): { line: number; column: number } {
    const { line } = this.#lines.linePos(at)
    const start = this.#lines.lineStarts[line - 1] ?? 0
    return line < 1
      ? { line: 1, column: 1 }
      : { line, column: 1 + [...this.#text.slice(start, at)].length }
  }

  /** The values of a mapping by key; empty ones are left out. Refuses what is none, and unknown keys. */
  mapping(
    { node, at }: YamlValue,
    keys: readonly string[],
    what: string,
  ): ReadonlyMap<string, YamlValue> | undefined {
    if (!isMap(node)) return this.refuse(at, `${what} is a mapping of keys; ${found(node)}.`)
    const values = new Map<string, YamlValue>()
    const seen = new Set<string>()
    for (const { key, value } of node.items) {
      const keyAt = startOf(key, at)
      const name = isScalar(key) ? written(key) : undefined
      if (name === undefined) this.refuse(keyAt, `A key of ${what.toLowerCase()} is a word.`)
      else if (!keys.includes(name)) this.refuse(keyAt, unknownKey(name, keys, what))
      else if (seen.has(name)) this.refuse(keyAt, `The key ${quote(name)} stands twice.`)
      else {
        seen.add(name)
        if (!isEmpty(value))
          // The cast: a parsed pair holds nodes, which its type leaves open.
          values.set(name, { node: value as Node, at: startOf(value, keyAt) })
      }
    }
    return values
  }

  /** The items of a list; what is left out is an empty one. */
  list(value: YamlValue | undefined, what: string): readonly YamlValue[] {
    if (value === undefined || isEmpty(value.node)) return []
    if (!isSeq(value.node)) {
      this.refuse(value.at, `${what} is a list; ${found(value.node)}.`)
      return []
    }
    // The cast: a parsed list holds nodes, which its type leaves open.
    return value.node.items.map((item) => ({ node: item as Node, at: startOf(item, value.at) }))
  }

  /** A text as it is written. */
  text(value: YamlValue | undefined, what: string): string | undefined {
    if (value === undefined) return undefined
    if (!isScalar(value.node) || isEmpty(value.node))
      return this.refuse(value.at, `${what} is a text; ${found(value.node)}.`)
    const text = written(value.node)
    if (text.includes('\0') || HALF_CHARACTER.test(text))
      return this.refuse(value.at, `${what} has a character that no text can have.`)
    return text
  }

  texts(value: YamlValue | undefined, what: string, each: string): readonly string[] {
    return this.list(value, what).flatMap((item) => this.text(item, each) ?? [])
  }

  #parse(): Node | null | undefined {
    try {
      const [document, second] = this.#documents()
      if (second) this.refuse(startOf(second.contents, 0), 'The file holds more than one document.')
      if (!document) return null
      const problems = [...document.errors, ...document.warnings]
      const deep = problems.find(({ message }) => OUT_OF_STACK.test(message))
      if (deep) return this.refuse(deep.pos[0], TOO_DEEP)
      for (const { pos, message } of problems.slice(0, MOST_PROBLEMS))
        this.refuse(pos[0], notYaml(message))
      visit(document, {
        Alias: (_, alias) => {
          this.refuse(startOf(alias, 0), 'Aliases (*) are not taken; write the value out.')
        },
        Node: (_, node) => {
          if ('anchor' in node && node.anchor)
            this.refuse(startOf(node, 0), 'Anchors (&) are not taken; write the value out.')
        },
      })
      return document.contents
    } catch (error) {
      // The library descends with the nesting and runs out of stack; to us that is a value.
      if (!(error instanceof RangeError)) throw error
      return this.refuse(0, TOO_DEEP)
    }
  }

  /** At most two, and read no further than a few problems: noise would keep the library for hours. */
  #documents(): Document.Parsed[] {
    const parser = new Parser(this.#lines.addNewLine)
    // Keys that stand twice are found by our own walk: the library's is quadratic in their number.
    const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false })
    const documents: Document.Parsed[] = []
    const tokens = untilProblems(parser.parse(this.#text))
    for (const document of composer.compose(tokens, true, this.#text.length)) {
      documents.push(document)
      if (documents.length === 2) break
    }
    return documents
  }
}

const MOST_PROBLEMS = 20
const OUT_OF_STACK = /call stack|stack overflow/i
const TOO_DEEP = 'The file is nested too deep to be read.'

function* untilProblems(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let problems = 0
  for (const token of tokens) {
    yield token
    if (token.type === 'error' && ++problems === MOST_PROBLEMS) return
  }
}

function notYaml(message: string): string {
  const line = (message.split('\n')[0] ?? '').trim().replace(/[.:]+$/, '')
  return `This is not YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}.`
}

function startOf(node: unknown, otherwise: number): number {
  return hasRange(node) ? node.range[0] : otherwise
}

function hasRange(node: unknown): node is { range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null)
}

/** A plain scalar as its letters stand, whatever the schema makes of them. */
function written(scalar: Scalar): string {
  if (typeof scalar.value === 'string') return scalar.value
  return scalar.source ?? String(scalar.value)
}

function found(node: unknown): string {
  if (isEmpty(node)) return 'here is nothing'
  if (isMap(node)) return 'here is a mapping'
  if (isSeq(node)) return 'here is a list'
  return isScalar(node) ? `here is ${quote(written(node))}` : 'here is something else'
}

function unknownKey(name: string, keys: readonly string[], what: string): string {
  const near = didYouMean(name, keys)
  return `${what} has no key ${quote(name)}${near || `; known are ${anyOf(keys)}.`}`
}
