/** What could stand at a place where the grammar gave up: each token is tried there. */
import { CASE_CONDITION_KEYS } from '../../cases/case-conditions.ts'
import { CASE_WORDS } from './check-cases.ts'
import { parser } from './grammar.ts'

/** What to try, and how to call it to a person. */
const TOKENS: readonly (readonly [text: string, called: string])[] = [
  // Signs first: where much can stand, that a benchmark may end here must not be cut off.
  ...['{', '}', '(', ')', ';', ',', '=', '%'].map((sign) => [sign, `“${sign}”`] as const),
  ...'benchmark structural process outcome set by require hurdle scale list frozen peers hold across reviews due grace lapse when waiver until max evidence independent of reading source on do note and or not resolved families off for rule kept judged coders alpha never below best less since at least count total rate level latest stock net share mean lowest median highest estimate where over last in within per year days months years all'
    .split(' ')
    .map((word) => [word, `“${word}”`] as const),
  ['>=', 'a comparison such as “>=”'],
  ['zzz', 'an id'],
  ['"zzz"', 'words in quotation marks'],
  ['7', 'a number'],
  ['1987-01', 'a date'],
]

const IDS_FROM = 'zzz'

/** Longer than any benchmark; each token costs a reading of it. */
const LONGEST = 20_000

/** Names of what may stand at `at`, most specific first. Empty when nothing helps. */
export function expectedAt(text: string, at: number): string[] {
  // From the benchmark in which the place lies; one that begins there is what cannot stand.
  const start = text.lastIndexOf('\nbenchmark', at - 2) + 1
  const before = text.slice(start, at)
  if (before.length > LONGEST) return []
  // A token fits when the text is read beyond it.
  const fits = TOKENS.filter(
    ([token]) => firstErrorAt(`${before} ${token} `) > before.length + token.length,
  )
  const anyId = fits.some(([token]) => token === IDS_FROM)
  // Where any id fits, so does every keyword: the id says it better.
  const told = anyId
    ? fits.filter(([token]) => !/^[a-z]+$/.test(token) || token === IDS_FROM)
    : fits
  return [...casesAt(before), ...told.map(([, called]) => called)]
}

/** Keys of cases, and the words that a key takes, where such a condition is being written. */
function casesAt(before: string): string[] {
  const asked = /\bcases\s+where\s+(?:[\w-]+\s*=\s*"[^"\n]*"\s+and\s+)*(?:([\w-]+)\s*=\s*)?$/.exec(
    before,
  )
  if (!asked) return []
  const [, key] = asked
  const words = key === undefined ? CASE_CONDITION_KEYS : (CASE_WORDS[key] ?? [])
  return words.map((word) => (key === undefined ? `“${word}”` : `“"${word}"”`))
}

/** The place of the first error, or of the end if the text is only unfinished. */
function firstErrorAt(text: string): number {
  let place = Infinity
  parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError && node.from < place) place = node.from
    },
  })
  return place
}
