/** What rows may refer to, filled file by file in such an order that it is there when it is asked. */
import type { SeriesKind } from '../domain/evidence/series.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { evidenceFile } from './evidence-columns.ts'
import { KnownIds } from './known-ids.ts'
import type { Referable } from './known-ids.ts'
import type { Unread } from './report.ts'
import { registerFile } from './register-columns.ts'
import { Subjects } from './subjects.ts'

export class References {
  readonly provisions = new KnownIds('provision', 'standards.yaml')
  readonly benchmarks = new KnownIds('benchmark', 'benchmarks.txt')
  readonly goals = new KnownIds('goal', 'goals.yaml')
  readonly sources = new KnownIds('source', evidenceFile('sources'))
  readonly series = new KnownIds('series', evidenceFile('series'))
  readonly undertakings = new KnownIds('undertaking', evidenceFile('undertakings'))
  readonly persons = new KnownIds('person', registerFile('persons'))
  readonly families = new KnownIds('family', registerFile('families'))
  readonly cases = new KnownIds('case', registerFile('cases'))
  readonly lists = new KnownIds('list', registerFile('lists'))
  /** By `versionOf`. */
  readonly versions = new KnownIds('version', registerFile('versions'))
  /** The cases on each version, by `versionOf`. */
  readonly onVersion = new Map<string, Set<string>>()
  readonly subjects = new Subjects()
  /** Whom a case, a contact or a consent may be about. */
  readonly subjectIds: Referable = new EitherIds(this.persons, this.families)
  /** When each source was published, where that is known. */
  readonly publishedOf = new Map<string, UncertainDate>()
  readonly kindOf = new Map<string, SeriesKind>()
  readonly unitOf?: Map<string, string> = new Map()
}

/** A version of a list; ids of lists hold no blank. */
export function versionOf(list: string, version: string): string {
  return `${list} ${version}`
}

/** Ids that stand in one file or the other. */
class EitherIds implements Referable {
  readonly #first: KnownIds
  readonly #second: KnownIds

  constructor(first: KnownIds, second: KnownIds) {
    this.#first = first
    this.#second = second
  }

  has(id: string): boolean {
    return this.#first.has(id) || this.#second.has(id)
  }

  unread(id: string): Unread | undefined {
    if (this.#first.wasRefused(id)) return this.#first.unread(id)
    return this.#second.unread(id) ?? this.#first.unread(id)
  }

  whyNot(id: string): string {
    if (this.#first.wasRefused(id)) return this.#first.whyNot(id)
    if (this.#second.wasRefused(id) || this.#first.isAbsent) return this.#second.whyNot(id)
    if (this.#second.isAbsent) return this.#first.whyNot(id)
    return this.#first.whyNeither(id, this.#second)
  }
}
