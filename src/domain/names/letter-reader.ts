import { prepareLetterOdds } from './letter-odds.ts'
import type { NameToken, Phonemes, ScriptCode } from './name-token.ts'
import type { TokenTable } from './token-table.ts'

/** Two names in Han signs that are not the same signs, however they sound. */
const OTHER_SIGNS = -3

/** Sets the letters of one token against those of others. */
export class LetterReader {
  private readonly readings: readonly Phonemes[]
  private readonly token: NameToken
  private readonly table: TokenTable
  private readonly prepared = new Map<ScriptCode, readonly ((other: Phonemes) => number)[]>()

  constructor(readings: readonly Phonemes[], token: NameToken, table: TokenTable) {
    this.readings = readings
    this.token = token
    this.table = table
  }

  odds(id: number): number {
    const other = this.table.tokens[id]
    if (!other) return -Infinity
    const { script, key } = this.token
    if (script === 'Hani' && other.script === script && other.key !== key) return OTHER_SIGNS
    let best = -Infinity
    const ours = this.table.readings[id] ?? []
    const [likeliest, ...others] = this.preparedFor(other.script)
    // One of the two in its likeliest reading: that both are read otherwise is too rare to look for.
    if (likeliest) for (const reading of ours) best = Math.max(best, likeliest(reading))
    const [reading] = ours
    if (reading) for (const odds of others) best = Math.max(best, odds(reading))
    return best
  }

  private preparedFor(script: ScriptCode): readonly ((other: Phonemes) => number)[] {
    const known = this.prepared.get(script)
    if (known) return known
    const prepared = this.readings.map((reading) =>
      prepareLetterOdds(reading, this.token.script, script),
    )
    this.prepared.set(script, prepared)
    return prepared
  }
}
