import type { BenchmarkRowJson } from '../../../contract/assessment.ts'

/** What stands beside a benchmark's standing: its life, and since when. */
export function lifeOf(benchmark: BenchmarkRowJson) {
  const { life, holdingSince, slippingSince, lapsedSince, unverifiedSince } = benchmark
  const since =
    life === 'slipping'
      ? slippingSince
      : life === 'lapsed'
        ? lapsedSince
        : life === 'unverified'
          ? unverifiedSince
          : null
  return { life, since, holdingSince }
}
