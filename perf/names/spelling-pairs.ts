/** Pairs of spellings of one name in two scripts, from rows of English and another script. */
import type { ScriptCode } from '../../src/domain/names/name-token.ts'
import { foldWord } from '../../src/domain/names/fold-word.ts'
import { chinese } from '../../src/domain/names/phonemes-chinese.ts'
import { toPhonemes } from '../../src/domain/names/phonemes.ts'
import type { SoundScript } from '../../src/domain/names/phonemes.ts'
import type { SpellingPair } from '../../src/domain/names/train-letters.ts'
import type { TokenPair } from './read-pairs.ts'
import { spellChinese } from './spell-chinese.ts'

const MOST_PAIRS = 60_000
/** Forms of one name that are taken from one side of a pivot, the most frequent first. */
const MOST_FORMS = 4
/** A share of tokens paired with themselves: in one script most spellings of a name are equal. */
const EQUAL_SHARE = 0.3
const MOST_EQUAL = 6000
const MOST_SPELLED = 8000

type Weighted = { readonly a: string; readonly b: string; readonly weight: number }

/** Latin with another script as the rows have it; two others by the English they share. */
export function spellingPairsOf(
  rows: readonly TokenPair[],
  a: SoundScript,
  b: SoundScript,
): readonly SpellingPair[] {
  const keys = a === 'Latn' && b !== 'Latn' ? directPairs(rows, b) : pivotPairs(rows, a, b)
  return thinned(keys, MOST_PAIRS)
    .flatMap((pair): SpellingPair[] => {
      const [left] = toPhonemes(pair.a, a)
      const [right] = toPhonemes(pair.b, b)
      return left && right ? [{ a: left, b: right, weight: pair.weight }] : []
    })
    .concat(b === 'Hani' ? spelledPairs(rows, a) : [])
}

/** Chinese characters as names are spelled by rule; for Chinese names, which the sets hardly have. */
function spelledPairs(rows: readonly TokenPair[], a: SoundScript): readonly SpellingPair[] {
  const tokens = rows
    .filter((row) => row.script === 'Hani')
    .map((row) => [...foldWord(row.foreign, 'Hani')].slice(0, 2).join(''))
  return thinned([...new Set(tokens)], MOST_SPELLED).flatMap((token): SpellingPair[] => {
    const spelled = chinese.spell(token)
    const { pinyin, wade, palladius } = spellChinese(token)
    const make = (other: string, weight: number): readonly SpellingPair[] => {
      const [sounds] = toPhonemes(other, a)
      return sounds && spelled.length > 0 ? [{ a: sounds, b: spelled, weight }] : []
    }
    if (a === 'Hani') return [{ a: spelled, b: spelled, weight: 1 }]
    if (a === 'Cyrl') return [...make(palladius, 1)]
    return a === 'Latn' ? [...make(pinyin, 1), ...make(wade, 0.4)] : []
  })
}

function directPairs(rows: readonly TokenPair[], script: ScriptCode): readonly Weighted[] {
  return rows
    .filter((row) => row.script === script)
    .map((row) => ({
      a: foldWord(row.english, 'Latn'),
      b: foldWord(row.foreign, script),
      weight: 1 + Math.log(row.count),
    }))
    .filter((row) => row.a !== '' && row.b !== '')
}

function pivotPairs(
  rows: readonly TokenPair[],
  a: SoundScript,
  b: SoundScript,
): readonly Weighted[] {
  const formsA = new Map<string, Map<string, number>>()
  const formsB = new Map<string, Map<string, number>>()
  const add = (
    forms: Map<string, Map<string, number>>,
    pivot: string,
    form: string,
    count: number,
  ): void => {
    if (pivot === '' || form === '') return
    const known = forms.get(pivot) ?? new Map<string, number>()
    forms.set(pivot, known.set(form, (known.get(form) ?? 0) + count))
  }
  for (const row of rows) {
    const english = foldWord(row.english, 'Latn')
    const foreign = foldWord(row.foreign, row.script)
    if (a === 'Latn') {
      // Latin with Latin: what they share is a form in a script of single letters.
      if (['Cyrl', 'Arab', 'Hebr'].includes(row.script)) add(formsA, foreign, english, row.count)
      continue
    }
    if (row.script === a) add(formsA, english, foreign, row.count)
    if (row.script === b) add(formsB, english, foreign, row.count)
  }
  const found: Weighted[] = []
  for (const [pivot, left] of formsA) {
    const right = a === b ? left : formsB.get(pivot)
    if (!right) continue
    const [bestLeft, bestRight] = [mostFrequent(left), mostFrequent(right)]
    for (const one of bestLeft)
      for (const other of bestRight)
        if (a !== b || one < other)
          found.push({ a: one, b: other, weight: 1 / Math.max(bestLeft.length, bestRight.length) })
  }
  if (a === b) {
    const equal = thinned([...new Set([...formsA.values()].flatMap(mostFrequent))], MOST_EQUAL)
    const weight = (EQUAL_SHARE * found.length) / equal.length
    for (const form of equal) found.push({ a: form, b: form, weight })
  }
  return found
}

function mostFrequent(forms: ReadonlyMap<string, number>): readonly string[] {
  return [...forms]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map(([form]) => form)
}

/** At most so many, evenly from the whole. */
function thinned<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!)
}
