/**
 * Persons of the register who may be one (rules R268–R269). The register is compared with itself in the
 * background, part by part, in the last of its threads; what is written afterwards is compared as it
 * comes. Which of them may all be one keeps its id while most of its members stay.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { clusterPersons } from '../domain/names/match-names.ts'
import type { Cluster, Edge } from '../domain/names/match-names.ts'
import { listNamesOfPersons } from '../store/name-index-rows.ts'
import type { Database } from '../store/database/reader-writer.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { pairKey } from './name-decision-content.ts'
import { recordsOf, type RegisterNames } from './name-service.ts'

export type ComparisonState = {
  readonly state: 'not-yet' | 'comparing' | 'done'
  /** Parts of the register that were compared with it, of all. */
  readonly done: number
  readonly of: number
}

/** Pairs held to be one, and held to be two. */
export type Decisions = {
  readonly mustLink: readonly (readonly [string, string])[]
  readonly cannotLink: readonly (readonly [string, string])[]
}

/** So many persons are compared without a pause: about a second. */
const PART = 2_000
/** Beginning a part takes longer the larger the register. */
const MOST_PARTS = 64
const NEAR = 10
const LEAST_KEPT = -3

export class Doubles {
  readonly #names: RegisterNames
  #edges = new Map<string, Edge>()
  #state: ComparisonState = { state: 'not-yet', done: 0, of: 0 }
  #generation = 0
  #clusters: { readonly of: string; readonly all: readonly Cluster[] } | undefined
  /** Counts up with every change of the pairs. */
  #version = 0

  constructor(names: RegisterNames) {
    this.#names = names
  }

  get state(): ComparisonState {
    if (this.#generation === this.#names.generation) return this.#state
    return { state: 'not-yet', done: 0, of: 0 }
  }

  /** Likeliest first. */
  get pairs(): readonly Edge[] {
    if (this.state.state === 'not-yet') return []
    return [...this.#edges.values()].sort((a, b) => b.logOdds - a.logOdds)
  }

  /** Compares the whole register in the background; while that runs it is not begun again. */
  begin(): void {
    if (this.state.state === 'comparing') return
    const names = this.#names
    const of = Math.max(1, Math.min(MOST_PARTS, Math.ceil(names.persons / PART)))
    this.#generation = names.generation
    this.#state = { state: 'comparing', done: 0, of }
    names.takeWritten()
    void this.#compare(of, names.generation).catch(() => {
      // The index was given up: the next one who looks finds that nothing has been compared.
      if (this.#generation === names.generation) this.#state = { state: 'not-yet', done: 0, of: 0 }
    })
  }

  /** Compares those whom entries were about since, where the register has been compared before. */
  async catchUp(database: Database, keyring: Keyring, programme: ProgrammeId): Promise<void> {
    if (this.state.state !== 'done') return
    const written = this.#names.takeWritten()
    if (written.length === 0) return
    const changed = new Set(written)
    const persons = written as readonly PersonId[] // ids that were put in
    const records = recordsOf(await listNamesOfPersons(database, keyring, programme, persons))
    const found = await this.#names.ask({}, 'lookUp', records, NEAR + 1)
    for (const [key, { a, b }] of this.#edges)
      if (changed.has(a) || changed.has(b)) this.#edges.delete(key)
    for (const [at, candidates] of found.entries())
      for (const { person, logOdds } of candidates)
        this.#keep({ a: records[at]?.id ?? '', b: person, logOdds })
    this.#version += 1
  }

  /** Who may all be one. */
  clusters(decisions: Decisions): readonly Cluster[] {
    const of = `${this.#version} ${JSON.stringify(decisions)}`
    if (this.#clusters?.of !== of) {
      const previous = this.#clusters?.all ?? []
      const all = clusterPersons(this.#edges.values(), { ...decisions, previous })
      this.#clusters = { of, all }
    }
    return this.#clusters.all
  }

  async #compare(of: number, generation: number): Promise<void> {
    const names = this.#names
    const edges = new Map<string, Edge>()
    for (let rest = 0; rest < of; rest += 1) {
      const asked = { urgency: 'later', at: names.width - 1 } as const
      for (const edge of await names.ask(asked, 'scoreDoubles', { rest, of }))
        edges.set(pairKey(edge.a, edge.b), edge)
      if (names.generation !== generation) return
      this.#state = { state: 'comparing', done: rest + 1, of }
    }
    this.#edges = edges
    this.#version += 1
    this.#state = { state: 'done', done: of, of }
  }

  #keep(edge: Edge): void {
    if (edge.a === edge.b || edge.logOdds < LEAST_KEPT) return
    this.#edges.set(pairKey(edge.a, edge.b), edge)
  }
}

const held = new WeakMap<RegisterNames, Doubles>()

export function doublesOf(names: RegisterNames): Doubles {
  const doubles = held.get(names) ?? new Doubles(names)
  held.set(names, doubles)
  return doubles
}
