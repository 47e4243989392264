/**
 * Words that make one name together become one word; titles, articles and particles are left out.
 *
 * Arabic names are written in one word or several (Abd al-Rahman, Abdurrahman, عبد الرحمن): servant-of
 * names, fathers' and mothers' names (Abu, Umm), names in -din and in -allah are one word with one
 * spelling of the joint. "Son of" and "daughter of" stand between names and are no part of one. The last
 * word of a name is never a particle.
 */
import {
  ABD,
  ARTICLES,
  DIN,
  ENDINGS_OF_TITLE,
  FATHER,
  GOD,
  KIN_ENDINGS,
  MOTHER,
  OF_ANY_CASE,
  OF_LOWER_CASE,
  SON_OF,
  SUN_ARTICLES,
  TITLES,
} from './joining-words.ts'
import { joinInOneWord } from './join-in-one-word.ts'
import type { NameWord } from './name-word.ts'

/** The words of a name in their order, each a name of its own. */
export function joinWords(words: readonly NameWord[]): readonly NameWord[] {
  const joined: NameWord[] = []
  let at = 0
  while (at < words.length) {
    const [word, next] = readFrom(words, at, joined)
    if (word) joined.push(word)
    at = next
  }
  // A name of nothing but titles and particles keeps its words.
  const named = joined.length > 0 ? joined : words
  return named.map(joinInOneWord)
}

/** The next word, if there is one, and where to go on. May lengthen the last of `joined`. */
function readFrom(
  words: readonly NameWord[],
  at: number,
  joined: NameWord[],
): readonly [NameWord | undefined, number] {
  const word = words[at]
  if (!word) return [undefined, at + 1]
  const isLast = at === words.length - 1
  const previous = joined.at(-1)
  if (isTitle(words, at, joined.length)) return [undefined, at + 1]
  if (previous && KIN_ENDINGS.has(word.key)) {
    joined[joined.length - 1] = { ...withForm(previous, word), isPatronymic: true }
    return [undefined, at + 1]
  }
  if (previous && word.after !== 'comma') {
    const tail = tailFrom(words, at)
    if (tail) {
      joined[joined.length - 1] = joinedTo(previous, tail.sound, words.slice(at, tail.next))
      return [undefined, tail.next]
    }
    if (word.after === 'hyphen' && isSyllable(previous) && isSyllable(word)) {
      joined[joined.length - 1] = joinedTo(previous, word.key, [word])
      return [undefined, at + 1]
    }
  }
  if (isLast) return [word, at + 1]
  const head = headOf(word)
  if (head) {
    let next = at + 1
    while (next < words.length - 1 && isArticle(words, next)) next += 1
    const rest = words[next]
    if (rest && rest.after !== 'comma') {
      const key = head + (head === 'عبد' ? rest.key : withoutArticle(rest))
      return [{ ...word, form: formOf(words.slice(at, next + 1)), key }, next + 1]
    }
  }
  if (isArticle(words, at)) {
    const [rest, next] = readFrom(words, at + 1, joined)
    return [rest && { ...rest, form: formOf([word, rest]), after: word.after }, next]
  }
  if (isParticle(word, words[at + 1], joined.length)) return [undefined, at + 1]
  return [word, at + 1]
}

function isTitle(words: readonly NameWord[], at: number, before: number): boolean {
  const word = words[at]
  if (!word) return false
  if (before > 0 && ENDINGS_OF_TITLE.has(word.key)) return true
  const opens = word.after === 'start' || word.after === 'comma' || before === 0
  return opens && TITLES.has(word.key) && at < words.length - 1
}

/** A word, or an article and a word, that belongs to the name before it: al-Din, Allah. */
function tailFrom(
  words: readonly NameWord[],
  at: number,
): { readonly sound: string; readonly next: number } | undefined {
  const word = words[at]
  if (!word) return undefined
  const after = words[at + 1]
  const [din, god] = [DIN.get(word.key), GOD.get(word.key)]
  if (din !== undefined) return { sound: din, next: at + 1 }
  if (god !== undefined) return { sound: god, next: at + 1 }
  if (!after || after.after === 'comma' || !isArticle(words, at)) return undefined
  const joinedDin = DIN.get(after.key)
  return joinedDin === undefined ? undefined : { sound: joinedDin, next: at + 2 }
}

function headOf(word: NameWord): string | undefined {
  return ABD.get(word.key) ?? FATHER.get(word.key) ?? MOTHER.get(word.key)
}

/** al, el; as-, ar- and the like only where a hyphen and the consonant they have taken on follow. */
function isArticle(words: readonly NameWord[], at: number): boolean {
  const word = words[at]
  const next = words[at + 1]
  if (!word || !next || next.after === 'comma') return false
  if (ARTICLES.has(word.key)) return true
  return (
    next.after === 'hyphen' && SUN_ARTICLES.has(word.key) && next.key.startsWith(word.key.charAt(1))
  )
}

function isParticle(word: NameWord, next: NameWord | undefined, before: number): boolean {
  if (!next || next.after === 'comma' || word.isInitial) return false
  if (SON_OF.has(word.key)) return before > 0 || next.after === 'hyphen' || word.script === 'Arab'
  if (word.after === 'hyphen') return false
  if (OF_ANY_CASE.has(word.key)) return true
  return OF_LOWER_CASE.has(word.key) && (before > 0 || word.form === word.form.toLowerCase())
}

function withoutArticle(word: NameWord): string {
  return word.script === 'Arab' ? word.key.replace(/^ال(?=.{3})/u, '') : word.key
}

function joinedTo(word: NameWord, sound: string, tail: readonly NameWord[]): NameWord {
  return { ...word, form: formOf([word, ...tail]), key: word.key + sound, isInitial: false }
}

function withForm(word: NameWord, tail: NameWord): NameWord {
  return { ...word, form: formOf([word, tail]) }
}

function formOf(words: readonly NameWord[]): string {
  return words
    .map((word, place) =>
      place === 0 ? word.form : (word.after === 'hyphen' ? '-' : ' ') + word.form,
    )
    .join('')
}

// Chinese and Korean given names are written Hsiao-po, Dae-jung: syllables with a hyphen.
const SYLLABLE =
  /^(?:ch|ts|tz|hs|sh|zh|kh|ph|th|kk|pp|tt|ss|jj|[bcdfghjklmnpqrstwxyz])?(?:[aeiou]|ai|ae|ao|au|ei|eo|eu|ia|iao|ie|io|iu|oe|oo|ou|ee|ua|uai|ue|ui|uo|ya|yae|ye|yeo|yo|yu|you|wa|wae|we|wi|wo|weo|ü)(?:n|ng|m|k|g|l|p|b|t|h)?$/

function isSyllable(word: NameWord): boolean {
  return word.script === 'Latn' && word.key.length <= 6 && SYLLABLE.test(word.key)
}
