/**
 * A waiver changes what follows from a benchmark and never the finding: it shows as "not met, waived".
 * A row of `leverage.yaml` under `waivers`; a `waiver` clause limits who may give it and how long.
 */
import type { BenchmarkId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'
import type { Citation } from '../evidence/source.ts'

export type Waiver = {
  readonly benchmark: BenchmarkId
  readonly by: string
  readonly ground: string
  readonly from: UncertainDate
  /** Inclusive; null is without end. */
  readonly until: UncertainDate | null
  /** By default `from`. */
  readonly known: UncertainDate
  readonly cites: readonly Citation[]
}
