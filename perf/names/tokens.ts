/**
 * How often the right English token is among the ten best of a set's whole vocabulary, for tokens in
 * other scripts that training has not seen.
 * `node perf/names/tokens.ts DIR [how many a language] [languages]`
 *
 * A token is found when any of the English tokens it is paired with is; beside it, how many of all its
 * pairs are, and how often blocking would have let the two meet.
 */
import { foldWord } from '../../src/domain/names/fold-word.ts'
import { prepareLetterOdds } from '../../src/domain/names/letter-odds.ts'
import type { Phonemes } from '../../src/domain/names/name-token.ts'
import { toPhonemes } from '../../src/domain/names/phonemes.ts'
import { skeletonsOf } from '../../src/domain/names/skeletons.ts'
import { isHeldApart, LANGUAGES, readPairs } from './read-pairs.ts'
import type { Language, TokenPair } from './read-pairs.ts'

const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('Say where the sets are: node perf/names/tokens.ts DIR [how many]\n')
  process.exit(2)
}
const most = Number(process.argv[3] ?? 1000)
const wanted = process.argv[4]?.split(',') ?? LANGUAGES

for (const language of LANGUAGES)
  if (wanted.includes(language)) measure(language, readPairs(folder, language))

function measure(language: Language, rows: readonly TokenPair[]): void {
  const vocabulary = new Map<string, Phonemes>()
  const right = new Map<string, Map<string, number>>()
  const scripts = new Map(rows.map((row) => [row.foreign, row.script]))
  for (const row of rows) {
    const key = foldWord(row.english, 'Latn')
    const [phonemes] = toPhonemes(key, 'Latn')
    if (!phonemes) continue
    vocabulary.set(key, phonemes)
    if (!isHeldApart(row.foreign)) continue
    const known = right.get(row.foreign) ?? new Map<string, number>()
    right.set(row.foreign, known.set(key, (known.get(key) ?? 0) + row.count))
  }
  const keys = [...vocabulary.keys()]
  const tokens = [...vocabulary.values()]
  const asked = [...right].filter((_, at) => at % Math.max(1, Math.floor(right.size / most)) === 0)
  let [any, pairs, pairHits, top, shared, sharing] = [0, 0, 0, 0, 0, 0]
  let [scored, elapsed] = [0, 0]
  const scores = new Float64Array(tokens.length)
  for (const [foreign, answers] of asked) {
    const script = scripts.get(foreign)!
    const readings = toPhonemes(foldWord(foreign, script), script)
    scores.fill(-Infinity)
    const started = performance.now()
    for (const reading of readings) {
      const score = prepareLetterOdds(reading, script, 'Latn')
      for (let at = 0; at < tokens.length; at += 1)
        scores[at] = Math.max(scores[at]!, score(tokens[at]!))
      scored += tokens.length
    }
    elapsed += performance.now() - started
    const rankOf = (key: string): number => {
      const own = scores[keys.indexOf(key)]!
      let [above, equal] = [0, 0]
      for (const score of scores)
        if (score > own) above += 1
        else if (score === own) equal += 1
      return above + (equal + 1) / 2
    }
    const ranks = [...answers.keys()].map(rankOf)
    const best = Math.min(...ranks)
    if (best <= 10) any += 1
    if (best < 2) top += 1
    pairs += ranks.length
    pairHits += ranks.filter((rank) => rank <= 10).length
    const blocks = new Set(readings.flatMap((reading) => skeletonsOf(reading, script)))
    const meets = [...answers.keys()].map((key) =>
      skeletonsOf(vocabulary.get(key)!, 'Latn').some((block) => blocks.has(block)),
    )
    if (best <= 10) {
      sharing += 1
      if (meets.some((meet, at) => meet && ranks[at]! <= 10)) shared += 1
    }
  }
  const share = (count: number, of: number): string => (count / of).toFixed(3)
  process.stdout.write(
    `${language}: ${String(asked.length)} tokens against ${String(keys.length)}: ` +
      `among ten ${share(any, asked.length)}, first ${share(top, asked.length)}, ` +
      `each pair among ten ${share(pairHits, pairs)}; ` +
      `of those found, with a skeleton in common ${share(shared, sharing)}; ` +
      `${(scored / elapsed / 1000).toFixed(1)} M a second\n`,
  )
}
