/**
 * Keys that two spellings of one name are likely to share, whatever their scripts: the classes of the
 * token's consonants in order. Tokens without a key in common are never compared.
 *
 * A fine skeleton tells l from r, and has its consonants left out one by one and its doubtful letters
 * (soft c and g, j, w) read the other way. A broad one does not tell l from r and hears no r before a
 * consonant, as Chinese, Korean and Japanese write foreign names: tokens of those scripts have only
 * broad keys, tokens of other scripts have a few of them besides.
 */
import type { Phonemes, ScriptCode } from './name-token.ts'
import { soundScriptOf, symbolsOf } from './phonemes.ts'
import type { SoundScript } from './phonemes.ts'
import { soundsOf } from './sound-likeness.ts'

/** Sounds that spellings take for one another are one class; vowels, h and ayn are in none. */
const CLASSES = classesFrom(
  '1 p b f v|2 t d th dh|3 s z sh zh ts ch j dz shch|4 r er|5 k g q kh gh|6 m|7 n ng nh|8 l|53 ks|35 sk|43 rzh',
)
const NOT_HEARD = ''
const SYLLABIC: readonly SoundScript[] = ['Kana', 'Hang', 'Hani']

/** What those scripts leave out or hear otherwise: r in a syllable's end, a silent last letter, th. */
const BROAD: ReadonlyMap<string, Readings> = new Map<string, Readings>([
  ['r/coda', ['', '4']],
  ['r|:/long', ['', '4']],
  ['er|r|l/er', ['4', '']],
  ['er|r|a/er', ['4', '']],
  ['t/final', ['2', '']],
  ['s/final', ['3', '']],
  ['th|t/th', ['3', '2']],
  ['t|th/final', ['3', '2']],
  ['kh|k/kh', ['5', '']],
])

const MOST_CLASSES = 7
/** From so many classes on, the first and the last four are keys of their own. */
const LONG = 5
const END = 4
const MOST_FINE_VARIANTS = 3
const MOST_BROAD_VARIANTS = 4
const SEEDS = { fine: 0x811c9dc5, broad: 0x2f0b4a27, head: 0x51ed270b, tail: 0x68e31da4 } as const
const PRIME = 0x01000193

/** The classes of one symbol by its likeliest reading, then by its others. */
type Readings = readonly [first: string, ...others: string[]]
type Tables = { readonly fine: readonly Readings[]; readonly broad: readonly Readings[] }

/** Whole numbers below 2^31, without repeats. */
export function skeletonsOf(phonemes: Phonemes, script: ScriptCode): readonly number[] {
  const soundScript = soundScriptOf(script)
  const { fine, broad } = tablesOf(soundScript)
  const keys = new Set<number>()
  const isSyllabic = SYLLABIC.includes(soundScript)
  if (!isSyllabic) {
    const [first, ...others] = variantsOf(phonemes, fine, MOST_FINE_VARIANTS)
    keys.add(hash(first, -1, 'fine'))
    for (const variant of others) keys.add(hash(variant, -1, 'fine'))
    if (first.length > 2)
      for (let at = 0; at < first.length; at += 1) keys.add(hash(first, at, 'fine'))
  }
  const [first, ...others] = variantsOf(phonemes, broad, MOST_BROAD_VARIANTS)
  keys.add(hash(first, -1, 'broad'))
  for (const variant of others) keys.add(hash(variant, -1, 'broad'))
  if (first.length >= (isSyllabic ? END : LONG)) {
    keys.add(hash(first.slice(0, END), -1, 'head'))
    keys.add(hash(first.slice(-END), -1, 'tail'))
  }
  if (isSyllabic && first.length > 2)
    for (let at = 0; at < first.length; at += 1) keys.add(hash(first, at, 'broad'))
  return [...keys]
}

/** The skeleton by first readings, then with one doubtful letter at a time read otherwise. */
function variantsOf(
  phonemes: Phonemes,
  readings: readonly Readings[],
  most: number,
): readonly [string, ...string[]] {
  const others: string[] = []
  for (let at = phonemes.length - 1; at >= 0 && others.length < most; at -= 1)
    for (const other of readings[phonemes[at] ?? 0]?.slice(1) ?? [])
      others.push(skeleton(phonemes, readings, at, other))
  return [skeleton(phonemes, readings, -1, ''), ...others]
}

function skeleton(
  phonemes: Phonemes,
  readings: readonly Readings[],
  changed: number,
  reading: string,
): string {
  let classes = ''
  for (let at = 0; at < phonemes.length; at += 1)
    for (const each of at === changed ? reading : (readings[phonemes[at] ?? 0]?.[0] ?? ''))
      if (!classes.endsWith(each)) classes += each
  return classes.slice(0, MOST_CLASSES)
}

function hash(classes: string, leftOut: number, kind: keyof typeof SEEDS): number {
  let value: number = SEEDS[kind]
  for (let at = 0; at < classes.length; at += 1)
    if (at !== leftOut) value = Math.imul(value ^ classes.charCodeAt(at), PRIME)
  return (value ^ (value >>> 15)) & 0x7fffffff
}

const tables = new Map<SoundScript, Tables>()

function tablesOf(script: SoundScript): Tables {
  const known = tables.get(script)
  if (known) return known
  const symbols = symbolsOf(script)
  const made = {
    fine: symbols.map((symbol) => readingsOf(symbol)),
    broad: symbols.map((symbol) => BROAD.get(symbol) ?? broaden(readingsOf(symbol))),
  }
  tables.set(script, made)
  return made
}

function readingsOf(symbol: string): Readings {
  const [first = '', ...others] = new Set(soundsOf(symbol).map((sound) => CLASSES.get(sound) ?? ''))
  return [first, ...others.slice(0, 2)]
}

function broaden(readings: Readings): Readings {
  const [first = '', ...others] = new Set(readings.map((reading) => reading.replaceAll('8', '4')))
  return [first, ...others]
}

function classesFrom(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('|').flatMap((line) => {
      const [classes = NOT_HEARD, ...sounds] = line.split(' ')
      return sounds.map((sound): [string, string] => [sound, classes])
    }),
  )
}
