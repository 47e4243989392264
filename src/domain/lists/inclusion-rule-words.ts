/** The words of an inclusion rule, each with its place; lines and columns count from 1. */

export type RulePlace = {
  readonly from: number
  readonly line: number
  readonly column: number
  readonly length: number
}
export type RuleFault = RulePlace & { readonly message: string }

export type RuleWord = {
  readonly kind: 'word' | 'text' | 'number' | 'comparison' | 'mark' | 'end'
  /** Of a text, what stands between the quotes. */
  readonly text: string
  readonly place: RulePlace
}

const WORDS: readonly (readonly [RuleWord['kind'], RegExp])[] = [
  ['text', /"[^"\n]*"/y],
  ['number', /\d+(?![\p{L}\p{N}_])/uy],
  ['word', /\p{L}[\p{L}\p{N}_/-]*/uy],
  ['comparison', />=|<=|!=|≥|≤|≠|=|>|</y],
  ['mark', /[()]/y],
]
const PLAIN: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=' }

export function lexRule(text: string): {
  readonly words: readonly RuleWord[]
  readonly faults: readonly RuleFault[]
} {
  const words: RuleWord[] = []
  let at = 0
  while (at < text.length) {
    const blank = /\s/.test(text.charAt(at))
    const word = blank ? undefined : wordAt(text, at)
    if (!blank && !word) return { words, faults: [faultAt(text, at)] }
    if (word) words.push(word)
    at += word?.place.length ?? 1
  }
  words.push({ kind: 'end', text: '', place: placeOf(text, text.length, 0) })
  return { words, faults: [] }
}

function wordAt(text: string, at: number): RuleWord | undefined {
  for (const [kind, form] of WORDS) {
    form.lastIndex = at
    const [found] = form.exec(text) ?? []
    if (found === undefined) continue
    const said = kind === 'text' ? found.slice(1, -1) : (PLAIN[found] ?? found)
    return { kind, text: said, place: placeOf(text, at, found.length) }
  }
  return undefined
}

function faultAt(text: string, at: number): RuleFault {
  const [sign = ''] = [...text.slice(at)]
  const message =
    sign === '"'
      ? 'These quotes are not closed.'
      : `“${sign}” has no meaning in a rule; write category = "prisoner" and count(refused) >= 2.`
  return { ...placeOf(text, at, sign.length), message }
}

function placeOf(text: string, from: number, length: number): RulePlace {
  const before = text.slice(0, from)
  const line = before.split('\n').length
  return { from, line, column: [...before.slice(before.lastIndexOf('\n') + 1)].length + 1, length }
}
