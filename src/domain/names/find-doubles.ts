/**
 * Persons of the register that are one: pairs that share tokens of a name, a birthday or an
 * identifier are scored, and clustered by average linkage.
 */
import { birthLevel } from './birth-terms.ts'
import { clusterPersons } from './clusters.ts'
import type { Cluster, ClusterOptions, Edge } from './clusters.ts'
import { civilDay, UNKNOWN } from './field-columns.ts'
import { learnRegisterHabits } from './list-habits.ts'
import type { ListHabits } from './matcher.ts'
import type { NameIndex } from './name-index.ts'
import { PairScorer } from './pair-scorer.ts'

export type DoubleOptions = ClusterOptions & {
  /** Learned from the register where they are not given. */
  readonly habits?: ListHabits
  /** Persons from one list or source are different persons. */
  readonly distinctWithinOrigin?: boolean
  /** Called now and then with how many persons have been compared. */
  readonly onProgress?: (compared: number, of: number) => void
  /** Compares only persons whose number leaves this rest, to share the work among threads. */
  readonly part?: { readonly rest: number; readonly of: number }
}

/** Pairs with log-odds below this are not kept. */
const LEAST_KEPT = -3
const PROGRESS_EVERY = 5000

/** The doubles of a register. */
export function findDoubles(index: NameIndex, options: DoubleOptions = {}): readonly Cluster[] {
  return clusterPersons(scoreDoubles(index, options), options)
}

/** The pairs that `findDoubles` clusters; parts of them can be scored apart and put together. */
export function scoreDoubles(index: NameIndex, options: DoubleOptions = {}): readonly Edge[] {
  const habits = options.habits ?? learnRegisterHabits(index)
  const { part = { rest: 0, of: 1 }, distinctWithinOrigin = false, onProgress } = options
  const scorer = new PairScorer(index, habits)
  const edges: Edge[] = []
  const persons = index.personIds.length
  for (let person = part.rest; person < persons; person += part.of) {
    if (!index.removed[person])
      scorer.others(person, LEAST_KEPT, (other, logOdds) => {
        if (contradict(index, person, other)) return
        if (distinctWithinOrigin && sameOrigin(index, person, other)) return
        edges.push({
          a: index.personIds[person] ?? '',
          b: index.personIds[other] ?? '',
          logOdds,
        })
      })
    if (person % PROGRESS_EVERY < part.of) onProgress?.(person, persons)
  }
  onProgress?.(persons, persons)
  return edges
}

/** Two full dates of birth that no slip explains. */
function contradict({ fields }: NameIndex, a: number, b: number): boolean {
  const [x, y] = [fields.earliest.at(a), fields.earliest.at(b)]
  if (x === UNKNOWN || y === UNKNOWN) return false
  if (x !== fields.latest.at(a) || y !== fields.latest.at(b)) return false
  const level = birthLevel(civilDay(x), civilDay(y))
  return level === 'other'
}

function sameOrigin({ fields }: NameIndex, a: number, b: number): boolean {
  const origin = fields.origin.values.at(a)
  return origin > 0 && origin === fields.origin.values.at(b)
}
