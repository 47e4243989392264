/** Which script a letter or a token is written in. */
import type { ScriptCode } from './name-token.ts'

const SCRIPTS: readonly (readonly [ScriptCode, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Katakana}\p{Script=Hiragana}ー]/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Grek', /\p{Script=Greek}/u],
]

const ANY_LETTER = /\p{L}/u
const remembered = new Map<string, ScriptCode | undefined>()

/**
 * The script of one letter; `Zyyy` for a digit or a sign, and undefined for a letter of a script that
 * has no code here (Ethiopic, Burmese …).
 */
function scriptOfLetter(letter: string): ScriptCode | undefined {
  if (letter >= 'a' && letter <= 'z') return 'Latn'
  if (remembered.has(letter)) return remembered.get(letter)
  const script =
    SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ??
    (ANY_LETTER.test(letter) ? undefined : 'Zyyy')
  remembered.set(letter, script)
  return script
}

/**
 * The script most of a word's letters are in, the earlier of two that tie. Kana among Han makes a word
 * Japanese. `Zyyy` when it has no letters, undefined when most letters have no code here.
 */
export function scriptOf(word: string): ScriptCode | undefined {
  const counts = new Map<ScriptCode | undefined, number>()
  for (const letter of word) {
    const script = scriptOfLetter(letter)
    if (script !== 'Zyyy') counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  if (counts.size === 0) return 'Zyyy'
  let best: ScriptCode | undefined
  let most = 0
  for (const [script, count] of counts)
    if (count > most) {
      best = script
      most = count
    }
  return best
}
