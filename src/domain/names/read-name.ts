/**
 * A name as written, in tokens. Titles are dropped, marks folded, articles and particles left out, and
 * words that make one name together (abd al-Rahman, Abu Zayd, Salah al-Din, Hsiao-po) are one token.
 * Nothing in a name makes this fail: what is not a letter is left out.
 */
import { foldWord } from './fold-word.ts'
import { joinWords } from './join-words.ts'
import { markRoles } from './name-roles.ts'
import type { NameToken } from './name-token.ts'
import type { NameWord } from './name-word.ts'
import { remember } from './remember.ts'
import { romanise } from './romanise.ts'
import { scriptOf } from './script.ts'
import { splitSyllabicName } from './syllabic-names.ts'

/** The tokens of a name, in the order written; none when it has no letters. */
export function readName(value: string): readonly NameToken[] {
  return markRoles(joinWords(wordsOf(value)))
}

const SEPARATORS = /(\s*[,;،؛、，]\s*|\s+|[-‐‑‒–—־・·•=＝/|\\_]+|(?<=\p{L}\.)(?=\p{L}))/u
// Quotation marks and brackets set off nicknames, whose words count as any other.
const IGNORED = /["“”„«»()[\]{}<>*!?#:+~^%&@0-9\u0660-\u0669\u06f0-\u06f9]/g

const PLAIN =
  /^[A-Za-z\u0430-\u044f\u0410-\u042f\u0627-\u063a\u0641-\u064a]+(?: [A-Za-z\u0430-\u044f\u0410-\u042f\u0627-\u063a\u0641-\u064a]+)*$/

function wordsOf(value: string): readonly NameWord[] {
  const words: NameWord[] = []
  const add = (part: string, after: NameWord['after']): void => {
    for (const word of readPart(part)) {
      const stands = words.length === 0 ? 'start' : word.after === 'start' ? after : word.after
      words.push(word.after === stands ? word : { ...word, after: stands })
    }
  }
  if (PLAIN.test(value)) {
    for (const part of value.split(' ')) add(part, 'space')
    return words
  }
  const text = value
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  let after: NameWord['after'] = 'start'
  const parts = text.replace(IGNORED, ' ').trim().split(SEPARATORS)
  parts.forEach((part, place) => {
    if (place % 2 === 0) {
      const before = words.length
      add(part, after)
      if (words.length > before) after = 'space'
    } else if (after === 'comma' || /[,;،؛、，]/.test(part)) after = 'comma'
    else after = /^[-‐‑‒–—־]/.test(part) ? 'hyphen' : 'space'
  })
  return words
}

/** The words of one part of a name, as if it were the first. */
const readPart = remember((part): readonly NameWord[] => {
  const form = part.replace(/^[.'’‘`ʼ]+(?=\p{L})|[.,]+$/gu, '')
  const script = scriptOf(form)
  if (script === 'Zyyy') return []
  const made = { form, after: 'start', isInitial: false, isPatronymic: false } as const
  if (script === undefined) {
    // A script without a table of its own is read as its Latin letters.
    const key = romanise(form)
    return key === '' ? [] : [{ ...made, key, script: 'Latn' }]
  }
  if (script === 'Hani' || script === 'Hang')
    return splitSyllabicName(foldWord(form, script), script)
  const key = foldWord(form, script)
  if (key === '') return []
  const isInitial =
    [...key].length === 1
      ? script !== 'Arab' && script !== 'Kana'
      : part.endsWith('.') && key.length === 2 && /^(?:yu|ya|zh|kh|ch|sh|ts|дж|дз)$/.test(key)
  return [{ ...made, key, script, isInitial }]
})
