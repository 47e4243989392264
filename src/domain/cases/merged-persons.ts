/**
 * Which entries of the register are one person, as known on a day (rules R160).
 *
 * A merge holds from the day it is known until the day it is undone, that day no longer. The last kept
 * stands for all. A row repeated with `undone` stands in place of the one before it.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import { compareText, groupBy } from '../basics/collections.ts'
import type { PersonId } from '../basics/ids.ts'
import type { MergeEntry } from './merge.ts'

/** The merges that hold on a day of knowledge, in the order of writing. */
export function mergesKnownOn(
  merges: readonly MergeEntry[],
  knownOn: CalendarDate,
): readonly MergeEntry[] {
  return standingRows(merges).filter(
    ({ known, undone }) => known <= knownOn && (undone === null || undone > knownOn),
  )
}

/** One row a merge: rows alike in who and when are one, undone where one of them says so. */
function standingRows(merges: readonly MergeEntry[]): readonly MergeEntry[] {
  return [
    ...groupBy(merges, ({ kept, merged, known }) => `${kept}\n${merged}\n${known}`).values(),
  ].flatMap((rows) => {
    const [first] = rows
    const undone = rows.findLast((row) => row.undone !== null)?.undone ?? null
    return first ? [{ ...first, undone }] : []
  })
}

/** Who stands for whom, as known on a day. */
export class MergedPersons {
  readonly #roots = new Map<PersonId, PersonId>()

  constructor(merges: readonly MergeEntry[], knownOn: CalendarDate) {
    const holding = mergesKnownOn(merges, knownOn)
    const parent = new Map<PersonId, PersonId>()
    const top = (person: PersonId): PersonId => {
      let at = person
      for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
      return at
    }
    for (const { kept, merged } of holding) {
      const [a, b] = [top(kept), top(merged)]
      if (a !== b) parent.set(b, a)
    }
    const persons = new Set(holding.flatMap(({ kept, merged }) => [kept, merged]))
    const mergedAway = new Set(holding.map(({ merged }) => merged))
    for (const one of groupBy(persons, top).values()) {
      // One merged into two is all three in one; the first kept that was merged into none stands.
      const last = one.filter((person) => !mergedAway.has(person))
      const root = last[0] ?? one.toSorted(compareText)[0]
      if (root !== undefined) for (const person of one) this.#roots.set(person, root)
    }
  }

  rootOf(person: PersonId): PersonId {
    return this.#roots.get(person) ?? person
  }

  /** All entries that are this person, the one that stands for them included. */
  entriesOf(person: PersonId): readonly PersonId[] {
    const root = this.rootOf(person)
    const all = [...this.#roots].flatMap(([each, its]) => (its === root ? [each] : []))
    return all.length === 0 ? [root] : all
  }
}

/**
 * The persons of a circle of merges that stands on some day, in the order in which they are merged;
 * undefined where there is none. A circle is refused: nobody would stand for the person.
 */
export function circleOfMerges(merges: readonly MergeEntry[]): readonly PersonId[] | undefined {
  for (const day of new Set(merges.map(({ known }) => known))) {
    const into = groupBy(mergesKnownOn(merges, day), ({ merged }) => merged)
    const done = new Set<PersonId>()
    const walk = (person: PersonId, trail: readonly PersonId[]): PersonId[] | undefined => {
      const at = trail.indexOf(person)
      if (at >= 0) return trail.slice(at)
      if (done.has(person)) return undefined
      for (const { kept } of into.get(person) ?? []) {
        const circle = walk(kept, [...trail, person])
        if (circle) return circle
      }
      done.add(person)
      return undefined
    }
    for (const person of into.keys()) {
      const circle = walk(person, [])
      if (circle) return circle
    }
  }
  return undefined
}
