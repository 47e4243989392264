/**
 * Free words of which some are read by a rule: one that nearly is such a word would be kept, shown
 * and count for nothing, so it gets a word in the report, once.
 */
import { fold } from '../domain/evidence/detail.ts'
import { nearestName, quote } from './nearest-name.ts'
import type { RowReader } from './row-reader.ts'

/** Below this many letters one change makes another word. */
const LONG_ENOUGH = 6

export class NearWords {
  readonly #known: readonly string[]
  readonly #meant: Readonly<Record<string, string>>
  readonly #caseless: boolean
  readonly #seen = new Set<string>()

  /**
   * `meant`: other words, in small letters, for known ones. `caseless`: the rule that reads them takes
   * capitals too.
   */
  constructor(
    known: readonly string[],
    meant: Readonly<Record<string, string>> = {},
    caseless = false,
  ) {
    this.#known = known
    this.#meant = meant
    this.#caseless = caseless
    for (const word of known) this.#seen.add(word)
  }

  /** Remarks on the cell where its word nearly is, or means, a known one. */
  look(row: RowReader, column: string): void {
    const word = row.word(column)
    if (word === '' || this.#seen.has(word)) return
    this.#seen.add(word)
    if (this.#caseless && this.#known.includes(fold(word))) return
    const near = this.#knownFor(word)
    if (near === undefined) return
    row.remark(
      column,
      () => `No rule reads the ${column} ${quote(word)}; did you mean ${quote(near)}?`,
    )
  }

  #knownFor(word: string): string | undefined {
    const plain = word.toLowerCase().replace(/[\s_]+/g, '-')
    const meant = Object.hasOwn(this.#meant, plain) ? this.#meant[plain] : undefined
    if (meant !== undefined) return meant
    return nearestName(plain, this.#known, plain.length < LONG_ENOUGH ? 1 : 2)
  }
}
