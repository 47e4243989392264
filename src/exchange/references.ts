/** What rows may refer to, filled file by file in such an order that it is there when it is asked. */
import type { SeriesKind } from '../domain/evidence/series.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { evidenceFile } from './evidence-columns.ts'
import { KnownIds } from './known-ids.ts'

export class References {
  readonly provisions = new KnownIds('provision', 'standards.yaml')
  readonly benchmarks = new KnownIds('benchmark', 'benchmarks.txt')
  readonly goals = new KnownIds('goal', 'goals.yaml')
  readonly sources = new KnownIds('source', evidenceFile('sources'))
  readonly series = new KnownIds('series', evidenceFile('series'))
  readonly undertakings = new KnownIds('undertaking', evidenceFile('undertakings'))
  /** When each source was published, where that is known. */
  readonly publishedOf = new Map<string, UncertainDate>()
  readonly kindOf = new Map<string, SeriesKind>()
  readonly unitOf?: Map<string, string> = new Map()
}
