/**
 * Texts of benchmarks on record. A later `set` under one id is another version, and all are kept; of
 * several texts with one id and one `set` the latest stands.
 */
import type { BenchmarkId, ProgrammeId } from '../domain/basics/ids.ts'
import type { BenchmarkKind, BenchmarkText } from '../domain/goals/benchmark.ts'
import { append, type OpenAction } from './database/append.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export async function listBenchmarks(db: Reader, programme: ProgrammeId): Promise<BenchmarkText[]> {
  const rows = await readRows(db, 'benchmark', programme)
  return latestOfEach(rows, (row) => JSON.stringify([row.id, row.set_on])).map((row) => ({
    id: row.id as BenchmarkId,
    title: row.title,
    kind: row.kind as BenchmarkKind, // only this store writes it
    set: row.set_on,
    text: row.text,
  }))
}

export function insertBenchmarks(
  tx: Writer,
  action: OpenAction,
  benchmarks: readonly BenchmarkText[],
): Promise<void> {
  return append(
    tx,
    action,
    'benchmark',
    benchmarks.map(({ id, title, kind, set, text }) => ({ id, title, kind, set_on: set, text })),
  )
}
