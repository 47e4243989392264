/**
 * Sets one name against the names of the register, token by token, on numbers alone.
 *
 * Tokens are paired heaviest first. What is left on both sides contradicts, what is left on one side
 * was left out; pairs that stand the other way round cost a little, since many lists put the family
 * name first.
 */
import type { NameIndex } from './name-index.ts'
import { MOST_TOKENS } from './name-index.ts'
import type { NameToken } from './name-token.ts'
import type { Neighbours } from './token-neighbours.ts'
import type { NameWeights } from './weights.ts'

export type PreparedName = {
  readonly tokens: readonly NameToken[]
  readonly neighbours: readonly Neighbours[]
}

const WIDTH = MOST_TOKENS

export class NameScorer {
  /** For each of their tokens the place of ours that it is paired with, or -1. Of the last row scored. */
  readonly pairedWith = new Int8Array(WIDTH)
  readonly pairedWeight = new Float64Array(WIDTH)
  /** Bits of the places that are paired. */
  theirsPaired = 0
  oursPaired = 0
  inversions = 0
  /** Length of the row that was scored last. */
  length = 0
  private readonly table = new Float64Array(WIDTH * WIDTH)
  /** Row of `slotWeights` for a token of the register, plus one; 0 for no neighbour of the name. */
  private slots = new Uint16Array(0)
  private slotWeights = new Float32Array(WIDTH * 512)
  private slotTokens: number[] = []
  private name: PreparedName = { tokens: [], neighbours: [] }
  private initials = 0
  private patronymics = 0
  private readonly index: NameIndex
  private readonly weights: NameWeights

  constructor(index: NameIndex, weights: NameWeights) {
    this.index = index
    this.weights = weights
  }

  /** Takes the name that rows are then scored against. */
  load(name: PreparedName): void {
    this.unload()
    this.name = name
    const { size } = this.index.tokens
    // Weights are held as what is gained over a contradiction, so that 0 is no neighbour.
    const { conflict } = this.weights
    if (this.slots.length < size) this.slots = new Uint16Array(size + (size >> 2) + 64)
    this.initials = bitsOf(name.tokens, 'initial')
    this.patronymics = bitsOf(name.tokens, 'patronymic')
    name.neighbours.forEach(({ ids, weights }, place) => {
      ids.forEach((id, at) => {
        this.slotWeights[this.slotOf(id) * WIDTH + place] = (weights[at] ?? 0) - conflict
      })
    })
  }

  /** Writes the weights of the last row scored, by the place of their token; 0 where none tells. */
  writeWeights(into: Float32Array, from: number): void {
    for (let q = 0; q < this.name.tokens.length; q += 1) {
      const weight = (this.pairedWith[q] ?? -1) < 0 ? 0 : (this.pairedWeight[q] ?? 0)
      into[from + q] = weight > 0 ? weight : 0
    }
  }

  private slotOf(token: number): number {
    const known = this.slots[token] ?? 0
    if (known > 0) return known - 1
    const slot = this.slotTokens.length
    this.slotTokens.push(token)
    this.slots[token] = slot + 1
    if ((slot + 1) * WIDTH > this.slotWeights.length) {
      const grown = new Float32Array(this.slotWeights.length * 2)
      grown.set(this.slotWeights)
      this.slotWeights = grown
    }
    this.slotWeights.fill(0, slot * WIDTH, (slot + 1) * WIDTH)
    return slot
  }

  private unload(): void {
    for (const token of this.slotTokens) this.slots[token] = 0
    this.slotTokens = []
  }

  /** Nats for the name in the row, without what is left joined; the pairing stays readable. */
  score(row: number): number {
    const { rowTokens, rowStarts, tokens } = this.index
    const start = rowStarts.at(row)
    const ours = Math.min(rowStarts.at(row + 1) - start, WIDTH)
    const theirs = this.name.tokens.length
    const { table, slots, slotWeights } = this
    let initials = this.initials
    let patronymics = 0
    for (let r = 0; r < ours; r += 1) {
      const token = rowTokens.values[start + r] ?? 0
      const slot = slots[token] ?? 0
      const from = (slot - 1) * WIDTH
      const at = r * WIDTH
      for (let q = 0; q < theirs; q += 1)
        table[at + q] = slot > 0 ? (slotWeights[from + q] ?? 0) : 0
      const flags = tokens.flags[token] ?? 0
      if (flags & 1) initials |= 1 << 16
      if (flags & 2) patronymics |= 1 << r
    }
    if (initials !== 0) this.addInitials(start, ours)
    this.length = ours
    const sum = this.pair(theirs, ours)
    return sum + this.leftOver(theirs, ours, patronymics) + this.inversions * this.weights.inversion
  }

  /** Pairs tokens, the heaviest pair first; gives the sum of their weights. */
  private pair(theirs: number, ours: number): number {
    const { table, pairedWith, pairedWeight } = this
    const { conflict } = this.weights
    let usedTheirs = 0
    let usedOurs = 0
    let sum = 0
    for (let q = 0; q < theirs; q += 1) pairedWith[q] = -1
    for (;;) {
      let best = 0
      let bestTheirs = -1
      let bestOurs = -1
      for (let r = 0; r < ours; r += 1) {
        if (usedOurs & (1 << r)) continue
        const at = r * WIDTH
        for (let q = 0; q < theirs; q += 1) {
          const gain = table[at + q] ?? 0
          if (gain < best || gain === 0 || usedTheirs & (1 << q)) continue
          // Of equal gains the pair that stands in the same place goes first.
          if (gain === best && (q !== r || bestTheirs === bestOurs)) continue
          best = gain
          bestTheirs = q
          bestOurs = r
        }
      }
      if (bestTheirs < 0) break
      usedTheirs |= 1 << bestTheirs
      usedOurs |= 1 << bestOurs
      pairedWith[bestTheirs] = bestOurs
      pairedWeight[bestTheirs] = best + conflict
      sum += best + conflict
    }
    this.theirsPaired = usedTheirs
    this.oursPaired = usedOurs
    this.inversions = this.countInversions(theirs)
    return sum
  }

  private countInversions(theirs: number): number {
    const { pairedWith } = this
    let inversions = 0
    let highest = -1
    for (let q = 0; q < theirs; q += 1) {
      const place = pairedWith[q] ?? -1
      if (place < 0) continue
      if (place < highest) inversions += 1
      else highest = place
    }
    return inversions
  }

  /** What contradicts and what is left out. */
  private leftOver(theirs: number, ours: number, ourPatronymics: number): number {
    const { weights } = this
    const leftTheirs = ~this.theirsPaired & ((1 << theirs) - 1)
    const leftOurs = ~this.oursPaired & ((1 << ours) - 1)
    if (leftTheirs === 0 && leftOurs === 0) return 0
    const patronymicTheirs = bitCount(leftTheirs & this.patronymics)
    const patronymicOurs = bitCount(leftOurs & ourPatronymics)
    const plainTheirs = bitCount(leftTheirs) - patronymicTheirs
    const plainOurs = bitCount(leftOurs) - patronymicOurs
    const conflicts = Math.min(plainTheirs, plainOurs) + Math.min(patronymicTheirs, patronymicOurs)
    const first = conflicts > 0 && (leftTheirs & 1) === 1 && (leftOurs & 1) === 1
    return (
      conflicts * weights.conflict +
      (first ? weights.firstConflict - weights.conflict : 0) +
      Math.abs(plainTheirs - plainOurs) * weights.omission +
      Math.abs(patronymicTheirs - patronymicOurs) * weights.patronymicOmission
    )
  }

  private addInitials(start: number, length: number): void {
    const { tokens, rowTokens } = this.index
    const { weights } = this
    for (let r = 0; r < length; r += 1) {
      const token = rowTokens.values[start + r] ?? 0
      const ourInitial = ((tokens.flags[token] ?? 0) & 1) === 1
      const ours = tokens.tokens[token]
      this.name.tokens.forEach((theirs, q) => {
        const theirInitial = (this.initials & (1 << q)) !== 0
        if (!ours || (!ourInitial && !theirInitial)) return
        const tells = theirInitial
          ? tokens.initialTells(theirs, token)
          : tokens.tellsAsInitial(theirs, ours)
        this.table[r * WIDTH + q] =
          tells === undefined ? 0 : weights.scale * weights.initial * tells - weights.conflict
      })
    }
  }
}

function bitsOf(tokens: readonly NameToken[], role: NameToken['role']): number {
  return tokens.reduce((bits, token, at) => (token.role === role ? bits | (1 << at) : bits), 0)
}

export function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
