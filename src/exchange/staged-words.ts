/** Words of lists that mean the same everywhere: the sex, the script of a name, terms of years. */
import { scriptOf } from '../domain/names/script.ts'

const MALE =
  'm|male|man|м|муж|мужской|мужчина|ч|чоловік|чоловіча|masculin|homme|h|masculino|hombre|männlich|mann|男|ذكر|مرد'
const FEMALE =
  'f|female|woman|ж|жен|женский|женщина|жінка|жіноча|féminin|femme|femenino|mujer|weiblich|frau|w|女|أنثى|زن'
const SEXES: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...MALE.split('|').map((word) => [word, 'male'] as const),
  ...FEMALE.split('|').map((word) => [word, 'female'] as const),
])

/** `undefined` where the word is none that is known. */
export function sexOf(word: string): 'male' | 'female' | undefined {
  return SEXES.get(word.trim().toLowerCase().replace(/\.$/, ''))
}

/** ISO 15924; empty where a name is in several or in none that is known. */
export function scriptOfName(name: string): string {
  const scripts = new Set(
    name
      .split(/[^\p{L}\p{M}]+/u)
      .map(scriptOf)
      .filter((script) => script !== 'Zyyy'),
  )
  const [only] = scripts
  return scripts.size === 1 ? (only ?? '') : ''
}

/** What stands between names of one cell. */
export function namesIn(cell: string): readonly string[] {
  return cell
    .split(/[;/\n،、]|\b(?:a\.?k\.?a\.?|also known as)\b/iu)
    .map((name) => name.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter((name) => name !== '')
}

/** A value in `key: value; key: value`, where `;` would begin another key. */
export function inDetail(value: string): string {
  return value
    .replace(/\s*;\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a word of somebody's table stands for; `constructor` is a word like any other. */
export function wordIn<Meaning>(
  words: Readonly<Record<string, Meaning>>,
  word: string,
): Meaning | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined
}
