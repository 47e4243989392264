/**
 * Learns letter costs from pairs of spellings of one name: expectation and maximisation over all ways
 * of writing the one beside the other. Pairs that are not one name after all weigh as little as the
 * costs learned so far make them believable.
 */
import type { LetterModel } from './letter-model.ts'
import type { Phonemes } from './name-token.ts'

export type SpellingPair = { readonly a: Phonemes; readonly b: Phonemes; readonly weight: number }

type Training = {
  readonly rounds: number
  /** How many steps of the starting model are mixed in, so that what was never seen stays possible. */
  readonly smoothing: number
  /** Whether the two alphabets are one, and the costs the same both ways. */
  readonly symmetric: boolean
}

type Counts = {
  readonly pair: Float64Array
  readonly aloneA: Float64Array
  readonly aloneB: Float64Array
  end: number
}

/** Costs learned from the pairs, starting from `start`. */
export function trainLetters(
  pairs: readonly SpellingPair[],
  start: LetterModel,
  training: Training,
): LetterModel {
  const { rows, columns } = start
  const bySide = [chancesOf(pairs, 'a', rows), chancesOf(pairs, 'b', columns)] as const
  const both = training.symmetric ? meanOf(...bySide) : undefined
  const [chanceA, chanceB] = both ? [both, both] : bySide
  const prior = emptyCounts(start)
  let priorSum = 0
  const setPrior = (into: Float64Array, at: number, value: number): void => {
    into[at] = value
    priorSum += value
  }
  for (let a = 0; a < rows; a += 1) {
    setPrior(prior.aloneA, a, start.aloneA[a]! * chanceA.symbols[a]!)
    for (let b = 0; b < columns; b += 1) {
      const at = a * columns + b
      setPrior(prior.pair, at, start.pair[at]! * chanceA.symbols[a]! * chanceB.symbols[b]!)
    }
  }
  for (let b = 0; b < columns; b += 1)
    setPrior(prior.aloneB, b, start.aloneB[b]! * chanceB.symbols[b]!)
  for (const table of [prior.pair, prior.aloneA, prior.aloneB])
    for (let at = 0; at < table.length; at += 1)
      table[at] = (table[at]! / priorSum) * training.smoothing

  let model = start
  let believable = 0.9
  for (let round = 0; round < training.rounds; round += 1) {
    const counts = copyOf(prior)
    let believed = 0
    let seen = 0
    for (const pair of pairs) {
      const share = addCounts(pair, model, believable, counts)
      believed += share * pair.weight
      seen += pair.weight
    }
    if (training.symmetric) makeSymmetric(counts, rows)
    believable = Math.min(0.99, believed / seen)
    model = modelFrom(counts, rows, columns, chanceA, chanceB)
  }
  return withStartWhereUnseen(model, start, chanceA, chanceB)
}

type Chances = {
  readonly symbols: Float64Array
  readonly end: number
  /** How often each symbol was seen. */
  readonly seen: Float64Array
}

/** How often each symbol stands in a token, with the chance that a token ends; sums to 1. */
function chancesOf(pairs: readonly SpellingPair[], side: 'a' | 'b', size: number): Chances {
  const symbols = new Float64Array(size).fill(0.5)
  const seen = new Float64Array(size)
  let total = 0.5 * size
  let ends = 0
  for (const pair of pairs) {
    for (const symbol of pair[side]) {
      symbols[symbol] = symbols[symbol]! + pair.weight
      seen[symbol] = seen[symbol]! + pair.weight
    }
    total += pair.weight * (pair[side].length + 1)
    ends += pair.weight
  }
  return { symbols: symbols.map((count) => count / total), end: ends / total, seen }
}

function meanOf(a: Chances, b: Chances): Chances {
  const mean = (left: Float64Array, right: Float64Array): Float64Array =>
    left.map((each, at) => (each + right[at]!) / 2)
  return {
    symbols: mean(a.symbols, b.symbols),
    end: (a.end + b.end) / 2,
    seen: mean(a.seen, b.seen),
  }
}

const SIZE = 200
const forward = new Float64Array(SIZE * SIZE)
const backward = new Float64Array(SIZE * SIZE)

/** Adds the expected steps of one pair; answers how believable it is that the two are one name. */
function addCounts(
  { a, b, weight }: SpellingPair,
  model: LetterModel,
  believable: number,
  counts: Counts,
): number {
  const { pair, aloneA, aloneB, columns } = model
  const [height, width] = [a.length, b.length]
  const wide = width + 1
  for (let i = 0; i <= height; i += 1)
    for (let j = 0; j <= width; j += 1) {
      let sum = i === 0 && j === 0 ? 1 : 0
      if (i > 0) sum += forward[(i - 1) * wide + j]! * aloneA[a[i - 1]!]!
      if (j > 0) sum += forward[i * wide + j - 1]! * aloneB[b[j - 1]!]!
      if (i > 0 && j > 0)
        sum += forward[(i - 1) * wide + j - 1]! * pair[a[i - 1]! * columns + b[j - 1]!]!
      forward[i * wide + j] = sum
    }
  for (let i = height; i >= 0; i -= 1)
    for (let j = width; j >= 0; j -= 1) {
      let sum = i === height && j === width ? 1 : 0
      if (i < height) sum += backward[(i + 1) * wide + j]! * aloneA[a[i]!]!
      if (j < width) sum += backward[i * wide + j + 1]! * aloneB[b[j]!]!
      if (i < height && j < width)
        sum += backward[(i + 1) * wide + j + 1]! * pair[a[i]! * columns + b[j]!]!
      backward[i * wide + j] = sum
    }
  const total = forward[height * wide + width]!
  const odds = (believable / (1 - believable)) * total * model.end
  const share = odds / (1 + odds)
  const scale = (share * weight) / total
  for (let i = 0; i <= height; i += 1)
    for (let j = 0; j <= width; j += 1) {
      const here = forward[i * wide + j]! * scale
      if (i < height) {
        const symbol = a[i]!
        counts.aloneA[symbol] =
          counts.aloneA[symbol]! + here * aloneA[symbol]! * backward[(i + 1) * wide + j]!
      }
      if (j < width) {
        const symbol = b[j]!
        counts.aloneB[symbol] =
          counts.aloneB[symbol]! + here * aloneB[symbol]! * backward[i * wide + j + 1]!
      }
      if (i < height && j < width) {
        const at = a[i]! * columns + b[j]!
        counts.pair[at] = counts.pair[at]! + here * pair[at]! * backward[(i + 1) * wide + j + 1]!
      }
    }
  counts.end += share * weight
  return share
}

function modelFrom(
  counts: Counts,
  rows: number,
  columns: number,
  chanceA: Chances,
  chanceB: Chances,
): LetterModel {
  const sum = (table: Float64Array): number => table.reduce((total, count) => total + count, 0)
  const total = sum(counts.pair) + sum(counts.aloneA) + sum(counts.aloneB) + counts.end
  return {
    rows,
    columns,
    pair: counts.pair.map(
      (count, at) =>
        count / total / chanceA.symbols[Math.floor(at / columns)]! / chanceB.symbols[at % columns]!,
    ),
    aloneA: counts.aloneA.map((count, at) => count / total / chanceA.symbols[at]!),
    aloneB: counts.aloneB.map((count, at) => count / total / chanceB.symbols[at]!),
    end: counts.end / total / chanceA.end / chanceB.end,
  }
}

/** Symbols seen this often have half their costs from the pairs, half from the start. */
const HALF_SEEN = 20

function withStartWhereUnseen(
  model: LetterModel,
  start: LetterModel,
  { seen: seenA }: Chances,
  { seen: seenB }: Chances,
): LetterModel {
  const blend = (learned: number, begun: number, seen: number): number =>
    (seen * learned + HALF_SEEN * begun) / (seen + HALF_SEEN)
  return {
    ...model,
    pair: model.pair.map((learned, at) => {
      const seen = Math.min(seenA[Math.floor(at / model.columns)]!, seenB[at % model.columns]!)
      return blend(learned, start.pair[at]!, seen)
    }),
    aloneA: model.aloneA.map((learned, a) => blend(learned, start.aloneA[a]!, seenA[a]!)),
    aloneB: model.aloneB.map((learned, b) => blend(learned, start.aloneB[b]!, seenB[b]!)),
  }
}

function makeSymmetric(counts: Counts, size: number): void {
  for (let a = 0; a < size; a += 1) {
    const alone = (counts.aloneA[a]! + counts.aloneB[a]!) / 2
    counts.aloneA[a] = alone
    counts.aloneB[a] = alone
    for (let b = 0; b < a; b += 1) {
      const both = (counts.pair[a * size + b]! + counts.pair[b * size + a]!) / 2
      counts.pair[a * size + b] = both
      counts.pair[b * size + a] = both
    }
  }
}

function emptyCounts({ rows, columns }: LetterModel): Counts {
  return {
    pair: new Float64Array(rows * columns),
    aloneA: new Float64Array(rows),
    aloneB: new Float64Array(columns),
    end: 0,
  }
}

function copyOf(counts: Counts): Counts {
  return {
    pair: counts.pair.slice(),
    aloneA: counts.aloneA.slice(),
    aloneB: counts.aloneB.slice(),
    end: counts.end,
  }
}
