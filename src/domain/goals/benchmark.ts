/** A benchmark is fixed beforehand, in the benchmark language; a later `set` under the same id is a new version. */
import type { BenchmarkId } from '../basics/ids.ts'

export const BENCHMARK_KINDS = ['structural', 'process', 'outcome'] as const
export type BenchmarkKind = (typeof BENCHMARK_KINDS)[number]

/** One `benchmark … { … }` as written, with the comments that stand before it. */
export type BenchmarkText = {
  readonly id: BenchmarkId
  readonly title: string
  readonly kind: BenchmarkKind
  /** The `set` date as written (EDTF); null is as old as the programme. */
  readonly set: string | null
  readonly text: string
}
