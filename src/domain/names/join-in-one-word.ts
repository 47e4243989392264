/**
 * The joints of names that are already written in one word, with the same spelling as those joined from
 * several: Abdurrahman, Selahattin, Habibullah, عبدالرحمن.
 */
import type { NameWord } from './name-word.ts'
import { remember } from './remember.ts'

export function joinInOneWord(word: NameWord): NameWord {
  const key = keyOf(word)
  return key === word.key ? word : { ...word, key }
}

function keyOf({ key, script }: NameWord): string {
  if (key.length < 5) return key
  if (script === 'Latn') return joinedLatin(key)
  if (script === 'Cyrl') return joinedCyrillic(key)
  if (script === 'Arab') return arabicKey(key)
  return key
}

const joinedLatin = remember(latinKey)
const joinedCyrillic = remember(cyrillicKey)

function latinKey(key: string): string {
  if (key.startsWith('abd')) {
    if (/^abd[aeou]{1,2}ll?ah?$/.test(key)) return 'abdallah'
    return key
      .replace(/^abd[aeiou]{1,2}l-?(?=[a-z]{3})/, 'abdal')
      .replace(/^abd(?:[aeiou]|ou)([rsnzdtj])h?\1(?=[a-z]{2})/, 'abdal$1')
      .replace(/^abd(?:u|e|ou)r(?=a[hsz])/, 'abdalr')
  }
  return key
    .replace(/(?<=^[a-z]{2,})[aeou]?(?:dd|tt)[iey]+ne?$/, 'aldin')
    .replace(/(?<=^[a-z]{3,})(?:[aou]ll?ah|ulla)$/, 'allah')
}

function cyrillicKey(key: string): string {
  if (key.startsWith('абд')) {
    if (/^абд[уао]лл?ах?$/.test(key)) return 'абдулла'
    return key
      .replace(/^абд[уаэе]ль?(?=\p{L}{3})/u, 'абдул')
      .replace(/^абд[уаэе]([рснздт])\1(?=\p{L}{2})/u, 'абдул$1')
  }
  return key
    .replace(/(?<=^\p{L}{2,})[уаэеи]ддин$|(?<=^\p{L}{3,})удин$/u, 'уддин')
    .replace(/(?<=^\p{L}{3,})[уао]ллах?$/u, 'улла')
}

// Names from elsewhere that begin with the letters of the article and have none.
const NO_ARTICLE = /^ال(?:كس|يز[اه]|ياس$|برت|فريد$|فونس|ينا$|ان$|يك|يسا|يانا$|دو$|ما$)/u

/** Without the article, where three letters are left and it is one. */
function arabicKey(key: string): string {
  return key.startsWith('ال') && !NO_ARTICLE.test(key) ? key.slice(2) : key
}
