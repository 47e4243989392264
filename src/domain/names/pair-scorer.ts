/** Scores a person of the register against the others that come after it, for finding doubles. */
import { FieldReader } from './field-terms.ts'
import { UNKNOWN } from './field-columns.ts'
import type { TextColumn } from './field-columns.ts'
import { CandidateFinder, NARROW_REACH, WIDE_REACH } from './find-candidates.ts'
import { logitOf } from './matcher.ts'
import type { ListHabits } from './matcher.ts'
import type { NameIndex } from './name-index.ts'
import { Postings, spread } from './postings.ts'
import { prepareTokens } from './prepare-name.ts'
import { fieldsOf } from './record-of.ts'
import { NameScorer } from './score-names.ts'
import { TokenNeighbours } from './token-neighbours.ts'

/** A birthday or an identifier that more persons share leads to nobody. */
const MOST_SHARING = 150
/** Above so many persons only what is likely is compared. */
const LARGE = 100_000
const IN_LARGE = { compared: 100, kept: 500_000 }

export class PairScorer {
  private readonly index: NameIndex
  private readonly habits: ListHabits
  private readonly finder: CandidateFinder
  private readonly neighbours: TokenNeighbours
  private readonly scorer: NameScorer
  private readonly fields: FieldReader
  /** Persons by birthday and by identifier. */
  private readonly keys: Postings
  private readonly seen: Float64Array
  private readonly touched: number[] = []

  constructor(index: NameIndex, habits: ListHabits) {
    this.index = index
    this.habits = habits
    const isLarge = index.size > LARGE
    this.finder = new CandidateFinder(index, isLarge ? NARROW_REACH : WIDE_REACH)
    this.neighbours = isLarge
      ? new TokenNeighbours(index.tokens, { ...index.weights.name, most: 12 }, IN_LARGE)
      : index.neighbours
    this.scorer = new NameScorer(index, habits.weights.name)
    this.fields = new FieldReader(index.fields, habits.weights.field)
    const persons = index.personIds.length
    this.seen = new Float64Array(persons)
    this.keys = new Postings(powerAbove(persons * 2))
    this.keys.seal((post) => {
      for (let person = 0; person < persons; person += 1)
        if (!index.removed[person])
          for (const key of this.keysOf(person)) post(key & this.keys.mask, person)
    })
  }

  /** Calls with each later person and the log-odds that the two are one, where they are `least`. */
  others(person: number, least: number, call: (other: number, logOdds: number) => void): void {
    const { index, finder, scorer, seen, touched } = this
    const terms = this.fields.of(fieldsOf(index, person))
    for (const row of index.rowsOf(person)) {
      const name = prepareTokens(this.neighbours, index.formsOfRow(row))
      finder.find(name)
      if (index.size <= LARGE) this.addSharing(person)
      scorer.load(name)
      for (let i = 0; i < finder.count; i += 1) {
        const otherRow = finder.rows[i] ?? 0
        const other = index.rowPersons.at(otherRow)
        if (other <= person || index.removed[other]) continue
        const score = scorer.score(otherRow)
        const before = seen[other] ?? 0
        if (before === 0) touched.push(other)
        // Zero is "not seen": scores are moved well above it.
        if (before === 0 || score + MOVED > before) seen[other] = score + MOVED
      }
    }
    for (const other of touched) {
      const score = (seen[other] ?? 0) - MOVED + terms.weigh(other)
      seen[other] = 0
      const logOdds = logitOf(score, index, this.habits.weights)
      if (logOdds >= least) call(other, logOdds)
    }
    touched.length = 0
  }

  private addSharing(person: number): void {
    const { keys, finder, index } = this
    for (const key of this.keysOf(person)) {
      const bucket = key & keys.mask
      if (keys.sizeOf(bucket) > MOST_SHARING) continue
      const to = keys.starts[bucket + 1] ?? 0
      for (let at = keys.starts[bucket] ?? 0; at < to; at += 1) {
        const other = keys.items[at] ?? 0
        if (other > person) for (const row of index.rowsOf(other)) finder.take(row)
      }
    }
  }

  private keysOf(person: number): readonly number[] {
    const { fields } = this.index
    const keys: number[] = []
    const earliest = fields.earliest.at(person)
    if (earliest !== UNKNOWN && earliest === fields.latest.at(person)) keys.push(spread(earliest))
    let kind = 1
    const add = (column: TextColumn) => {
      const value = column.values.at(person)
      kind += 1
      if (value > 0) keys.push(spread(Math.imul(value, 0x9e3779b1) + kind))
    }
    for (const column of fields.identifiers.values()) add(column)
    add(fields.place)
    return keys
  }
}

const MOVED = 1e6

function powerAbove(count: number): number {
  let power = 1024
  while (power < count) power *= 2
  return power
}
