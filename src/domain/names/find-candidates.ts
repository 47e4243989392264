/**
 * Which rows of the register are worth scoring against a name: those that hold two tokens that may
 * be two of its own, and those that hold a rare one.
 */
import type { NameIndex } from './name-index.ts'
import { pairHash } from './postings.ts'
import type { PreparedName } from './score-names.ts'
import type { Neighbours } from './token-neighbours.ts'

export type Reach = {
  /** Neighbours of a token that are looked for in pairs. */
  readonly probed: number
  /** Two tokens, or one rare one, that tell less than this (nats, scaled) lead to nobody. */
  readonly leastTogether: number
  /** A token in fewer names than this is looked for alone. */
  readonly rare: number
  /** A pair of tokens in more rows than this is left to rarer pairs, where there are any. */
  readonly crowded: number
}

/** For looking up one record. */
export const WIDE_REACH: Reach = { probed: 14, leastTogether: 1.2, rare: 300, crowded: 3000 }
/** For setting every person of a large register against every other. */
export const NARROW_REACH: Reach = { probed: 5, leastTogether: 2.4, rare: 30, crowded: 250 }

/** A name with one token only is set against so many rows. */
const MOST_ALONE = 4000
const MOST_ROWS = 30_000

export class CandidateFinder {
  rows = new Int32Array(MOST_ROWS)
  count = 0
  private seen = new Uint32Array(0)
  private round = 0
  private readonly index: NameIndex

  private readonly reach: Reach

  constructor(index: NameIndex, reach: Reach = WIDE_REACH) {
    this.index = index
    this.reach = reach
  }

  /** Fills `rows` up to `count` with rows that may be the name. */
  find(name: PreparedName): void {
    this.begin()
    const { neighbours } = name
    for (let i = 0; i < neighbours.length; i += 1)
      for (let j = i + 1; j < neighbours.length; j += 1)
        this.takePairs(name, i, j, this.reach.crowded)
    for (let i = 0; i < neighbours.length; i += 1) this.takeRare(name, i)
    if (this.count > 0 || this.reach === NARROW_REACH) return
    for (let i = 0; i < neighbours.length; i += 1)
      for (let j = i + 1; j < neighbours.length; j += 1) this.takePairs(name, i, j, Infinity)
    if (this.count === 0) this.takeAlone(name)
  }

  private begin(): void {
    this.count = 0
    this.round += 1
    const { rowCount } = this.index
    if (this.seen.length < rowCount || this.round > 0xfffffff0) {
      this.seen = new Uint32Array(rowCount + (rowCount >> 3) + 64)
      this.round = 1
    }
  }

  private takePairs(name: PreparedName, i: number, j: number, crowded: number): void {
    const [a, b] = [name.neighbours[i], name.neighbours[j]]
    if (!a || !b) return
    const { pairs } = this.index
    const { leastTogether, probed } = this.reach
    const countA = telling(a, probed)
    const countB = telling(b, probed)
    for (let x = 0; x < countA; x += 1)
      for (let y = 0; y < countB; y += 1) {
        // Neighbours are in the order of their weights: no later one weighs more.
        if ((a.weights[x] ?? 0) + (b.weights[y] ?? 0) < leastTogether) break
        const bucket = pairHash(a.ids[x] ?? 0, b.ids[y] ?? 0) & pairs.mask
        const from = pairs.starts[bucket] ?? 0
        const to = pairs.starts[bucket + 1] ?? 0
        if (to - from <= crowded)
          for (let at = from; at < to; at += 1) this.take(pairs.items[at] ?? 0)
        if (pairs.later.size > 0) pairs.later.get(bucket)?.forEach((row) => this.take(row))
      }
  }

  private takeRare(name: PreparedName, i: number): void {
    const neighbours = name.neighbours[i]
    if (!neighbours) return
    const { rare, leastTogether, probed } = this.reach
    let room = rare * 2
    for (let x = 0, most = telling(neighbours, probed); x < most && room > 0; x += 1) {
      if ((neighbours.weights[x] ?? 0) < leastTogether) return
      const id = neighbours.ids[x] ?? 0
      const count = this.index.tokens.counts.at(id)
      if (count > rare) continue
      room -= count
      this.takeSingle(id)
    }
  }

  private takeAlone(name: PreparedName): void {
    for (const { ids } of name.neighbours)
      for (const id of ids) {
        if (this.count >= MOST_ALONE) return
        this.takeSingle(id)
      }
  }

  private takeSingle(id: number): void {
    const { singles } = this.index
    const bucket = id & singles.mask
    const to = singles.starts[bucket + 1] ?? 0
    for (let at = singles.starts[bucket] ?? 0; at < to; at += 1) this.take(singles.items[at] ?? 0)
    if (singles.later.size > 0) singles.later.get(bucket)?.forEach((row) => this.take(row))
  }

  /** Adds a row to those found. */
  take(row: number): void {
    if (this.seen[row] === this.round || this.count >= MOST_ROWS) return
    this.seen[row] = this.round
    this.rows[this.count++] = row
  }
}

/** How many neighbours are worth looking for. */
function telling({ weights }: Neighbours, most: number): number {
  let count = 0
  while (count < most && (weights[count] ?? 0) > 0) count += 1
  return count
}
