/**
 * The index of one register and what is asked of it, one thing after the other: in a thread of its own,
 * or in the process itself for a small register. Everything that goes in and comes out is plain data.
 */
import type { DayNumber } from '../domain/basics/calendar-date.ts'
import {
  explainPair,
  findMatches,
  habitsOf,
  learnRegisterHabits,
  NameIndex,
  scoreDoubles,
  searchNames,
  withListDay,
} from '../domain/names/match-names.ts'
import type {
  Edge,
  ListHabits,
  MatchCandidate,
  MatchWeights,
  NameRecord,
} from '../domain/names/match-names.ts'

/** What a list shows of its own ways; a short list shows nothing. */
export type ListWays = {
  readonly habits?: ListHabits
  /** The day for which its ages hold. */
  readonly day?: DayNumber
}

export class NameJobs {
  #index = new NameIndex()
  /** What each list under way has shown of its ways, by the list's number. */
  readonly #lists = new Map<number, ListWays>()
  #registerHabits: ListHabits | undefined

  /** What the terms weigh. To be called before any are added. */
  begin(weights: MatchWeights): void {
    this.#index = new NameIndex(weights)
  }

  add(records: readonly NameRecord[]): void {
    for (const record of records) this.#index.add(record)
  }

  /** To be called once, after all have been added. Returns how many persons there are. */
  seal(): number {
    this.#index.seal()
    return this.#index.size
  }

  /** Puts what is known now in the place of what was known. */
  change(records: readonly NameRecord[], gone: readonly string[]): number {
    for (const id of gone) this.#index.remove(id)
    for (const record of records) this.#index.add(record)
    return this.#index.size
  }

  search(text: string, limit: number): readonly string[] {
    return searchNames(this.#index, text, { limit })
  }

  /** Candidates of each record, read one by one. */
  lookUp(records: readonly NameRecord[], limit: number): readonly (readonly MatchCandidate[])[] {
    return records.map((record) => findMatches(this.#index, record, { limit }))
  }

  /** What the list shows of its own ways. */
  learnList(records: readonly NameRecord[]): ListWays {
    const dated = withListDay(this.#index, records)
    const day = dated.find((_, at) => isUndated(records[at]))?.age?.on
    const habits = habitsOf(this.#index, dated)
    return { ...(habits && { habits }), ...(day !== undefined && { day }) }
  }

  beginList(list: number, ways: ListWays): void {
    this.#lists.set(list, ways)
  }

  /** As `lookUp`, with the ways of a list that was begun. */
  lookUpPart(
    list: number,
    records: readonly NameRecord[],
    limit: number,
  ): readonly (readonly MatchCandidate[])[] {
    const { habits, day } = this.#lists.get(list) ?? {}
    return records.map((record) => {
      const { age } = record
      const dated = age && day !== undefined && isUndated(record) ? { ...age, on: day } : age
      const asked = dated ? { ...record, age: dated } : record
      return findMatches(this.#index, asked, { limit, ...(habits && { habits }) })
    })
  }

  endList(list: number): void {
    this.#lists.delete(list)
  }

  /** Null where one of the two is not in the index. */
  explain(
    pairs: readonly (readonly [NameRecord | string, string])[],
  ): readonly (MatchCandidate | null)[] {
    const isThere = (side: NameRecord | string) => typeof side !== 'string' || this.#index.has(side)
    return pairs.map(([a, b]) => (isThere(a) && isThere(b) ? explainPair(this.#index, a, b) : null))
  }

  /**
   * Pairs of persons that may be one, with one of them in this part of the register; by what the register
   * shows of its own ways, or by weights in general, which takes half as long.
   */
  scoreDoubles(
    part: { readonly rest: number; readonly of: number },
    ways: 'its own' | 'in general' = 'its own',
  ): readonly Edge[] {
    if (ways === 'in general')
      return scoreDoubles(this.#index, {
        habits: { weights: this.#index.weights, tokens: [] },
        part,
      })
    this.#registerHabits ??= learnRegisterHabits(this.#index)
    return scoreDoubles(this.#index, { habits: this.#registerHabits, part })
  }
}

function isUndated(record: NameRecord | undefined): boolean {
  return record?.age !== undefined && record.age.on === undefined
}

/** What can be asked, by name, as a thread is asked it. */
export type NameCall = Exclude<keyof NameJobs, symbol>
export type Given<C extends NameCall> = Parameters<NameJobs[C]>
export type Told<C extends NameCall> = ReturnType<NameJobs[C]>
