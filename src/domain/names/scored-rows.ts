/**
 * The rows that were scored against one name, and what their number says: names run in families. Who
 * shares a family name and a grandfather's name with many others is told apart by the given name
 * alone; so where several persons share all but one token of the name, the shared tokens tell no more
 * than how rare they are together.
 */
import { MOST_TOKENS } from './name-index.ts'
import type { NameScorer } from './score-names.ts'

export type Relatives = {
  /** Nats by which the sum of the token weights is too high; 0 or below. */
  readonly weight: number
  /** How many other persons share all of the name but one token. */
  readonly sharing: number
}

const NONE: Relatives = { weight: 0, sharing: 0 }

export class ScoredRows {
  private count = 0
  private rows = new Int32Array(0)
  private persons = new Int32Array(0)
  private scores = new Float64Array(0)
  private weights = new Float32Array(0)

  begin(most: number): void {
    this.count = 0
    if (most <= this.rows.length) return
    const room = most + (most >> 1)
    this.rows = new Int32Array(room)
    this.persons = new Int32Array(room)
    this.scores = new Float64Array(room)
    this.weights = new Float32Array(room * MOST_TOKENS)
  }

  add(row: number, person: number, score: number, scorer: NameScorer): void {
    const place = this.count
    this.rows[place] = row
    this.persons[place] = person
    this.scores[place] = score
    scorer.writeWeights(this.weights, place * MOST_TOKENS)
    this.count += 1
  }

  row(place: number): number {
    return this.rows[place] ?? 0
  }

  person(place: number): number {
    return this.persons[place] ?? 0
  }

  score(place: number): number {
    return this.scores[place] ?? 0
  }

  /** Places of the best rows, one a person, best first. */
  best(most: number): readonly number[] {
    const { scores, persons } = this
    const places: number[] = []
    const before = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) || (persons[a] ?? 0) - (persons[b] ?? 0)
    let floor = -Infinity
    for (let place = 0; place < this.count; place += 1) {
      if ((scores[place] ?? 0) < floor) continue
      places.push(place)
      if (places.length < most * 4) continue
      places.sort(before)
      places.length = most * 2
      floor = scores[places[places.length - 1] ?? 0] ?? 0
    }
    const taken = new Set<number>()
    return places
      .sort(before)
      .filter((place) => {
        const person = persons[place] ?? 0
        return taken.has(person) ? false : taken.add(person)
      })
      .slice(0, most)
  }

  /** How far the weights of the row's pairing are too high, by the others that were scored. */
  relatives(place: number, length: number, persons: number, scale: number): Relatives {
    const { weights } = this
    const own = place * MOST_TOKENS
    const end = own + length
    let first = own
    while (first < end && weights[first] === 0) first += 1
    let last = end - 1
    while (last > first && weights[last] === 0) last -= 1
    if (last - first < 2) return NONE
    let sum = 0
    for (let at = own; at < end; at += 1) sum += weights[at] ?? 0
    const restWithoutFirst = sum - (weights[first] ?? 0) - scale
    const restWithoutLast = sum - (weights[last] ?? 0) - scale
    let withoutFirst = 1
    let withoutLast = 1
    for (let other = 0; other < this.count; other += 1) {
      if (this.persons[other] === this.persons[place]) continue
      let shared = 0
      const from = other * MOST_TOKENS
      for (let at = 0; at < length; at += 1)
        shared += Math.min(weights[own + at] ?? 0, weights[from + at] ?? 0)
      // Who shares the whole name may be the same person twice, and takes nothing away.
      if (shared > sum - scale) continue
      const sharedFirst = Math.min(weights[first] ?? 0, weights[from + first - own] ?? 0)
      const sharedLast = Math.min(weights[last] ?? 0, weights[from + last - own] ?? 0)
      if (shared - sharedFirst >= restWithoutFirst) withoutFirst += 1
      if (shared - sharedLast >= restWithoutLast) withoutLast += 1
    }
    const least = softLeast(
      sum,
      (weights[first] ?? 0) + scale * Math.log(persons / withoutFirst),
      (weights[last] ?? 0) + scale * Math.log(persons / withoutLast),
    )
    return { weight: least - sum, sharing: Math.max(withoutFirst, withoutLast) - 1 }
  }
}

/** The odds against several ways of being mistaken add up. */
function softLeast(a: number, b: number, c: number): number {
  const least = Math.min(a, b, c)
  return least - Math.log(Math.exp(least - a) + Math.exp(least - b) + Math.exp(least - c))
}
