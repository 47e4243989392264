/**
 * Learns the letter costs of every pair of scripts from sets of name pairs and writes them, with where
 * they come from, to `src/domain/names/letter-costs-data.ts`. A fifth of the tokens is left out, for
 * `perf/names/tokens.ts` to measure on. `npm run names:train -- DIR`
 *
 * DIR holds the files of NETransliteration-COLING2018 (`wd_*_80.tsv.gz`) and of google/transliteration
 * (`ar2en-train.txt`).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFromSounds } from '../../src/domain/names/letter-model.ts'
import { packModel } from '../../src/domain/names/pack-model.ts'
import type { PackedModel } from '../../src/domain/names/pack-model.ts'
import { SOUND_SCRIPTS, symbolsOf } from '../../src/domain/names/phonemes.ts'
import { trainLetters } from '../../src/domain/names/train-letters.ts'
import { spellingPairsOf } from './spelling-pairs.ts'
import { readTrainingPairs } from './read-pairs.ts'

const ROUNDS = 10
const SMOOTHING = 400

const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('Say where the sets are: npm run names:train -- DIR\n')
  process.exit(2)
}
const only = process.argv[3]
const rows = readTrainingPairs(folder)
const packed: PackedModel[] = []
SOUND_SCRIPTS.forEach((a, place) => {
  for (const b of SOUND_SCRIPTS.slice(place)) {
    if (only !== undefined && !`${a}-${b}`.startsWith(only)) continue
    const started = performance.now()
    const pairs = spellingPairsOf(rows, a, b)
    const start = modelFromSounds(symbolsOf(a), symbolsOf(b))
    const training = { rounds: ROUNDS, smoothing: SMOOTHING, symmetric: a === b }
    const model = trainLetters(pairs, start, training)
    packed.push(packModel(`${a}-${b}`, model, symbolsOf(a), symbolsOf(b)))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`${a}-${b}: ${String(pairs.length)} pairs, ${seconds} s\n`)
  }
})

const text = `/**
 * Learned letter costs of each pair of scripts (see pack-model.ts for their form). Made by
 * \`npm run names:train\` on ${new Date().toISOString().slice(0, 10)}; not written by hand.
 *
 * From ${String(rows.length)} pairs of name tokens, after a fifth was left out: Wikidata names of
 * steveash/NETransliteration-COLING2018 (CC0 1.0; English with Arabic, Chinese, Hebrew, Japanese,
 * Korean, Russian), and Arabic with English of google/transliteration (Apache-2.0). The costs are
 * statistics of letters: no name of a set is in them.
 */
import type { PackedModel } from './pack-model.ts'

// prettier-ignore
export const LETTER_COSTS: { readonly pairs: readonly PackedModel[] } = {
  pairs: [
${packed.map((each) => `    { scripts: '${each.scripts}', symbols: ${String(each.symbols)}, end: ${String(each.end)}, costs: '${each.costs}' },`).join('\n')}
  ],
}
`
const file = join(import.meta.dirname, '../../src/domain/names/letter-costs-data.ts')
writeFileSync(file, text)
process.stdout.write(`${String(packed.length)} pairs of scripts, ${String(text.length)} bytes\n`)
