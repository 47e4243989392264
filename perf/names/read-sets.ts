/**
 * Reads the sets that matching is measured on, from the folder named by DEMARCHE_NAME_SETS or the
 * first argument. Nothing of them is kept or printed: only figures leave these scripts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { parse } from 'csv-parse/sync'

export type Row = Readonly<Record<string, string>>

/** The folder of the sets. Ends the process with a sentence where none is named. */
export function setsFolder(): string {
  const named = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
  const folder = named ?? process.env['DEMARCHE_NAME_SETS']
  if (!folder || !existsSync(folder)) {
    console.log('Name the folder of the sets as the first argument or in DEMARCHE_NAME_SETS.')
    process.exit(2)
  }
  return folder
}

/** A CSV or TSV file, packed or not, as rows by column name. */
export function readTable(folder: string, path: string): readonly Row[] {
  return parse(readText(folder, path), {
    columns: true,
    delimiter: /\.tsv(\.gz)?$/.test(path) ? '\t' : ',',
    bom: true,
    quote: /\.tsv(\.gz)?$/.test(path) ? false : '"',
    relax_column_count: true,
  })
}

/** A file without column names, line by line. */
export function readLines(folder: string, path: string): readonly string[] {
  return readText(folder, path)
    .split('\n')
    .filter((line) => line !== '')
}

function readText(folder: string, path: string): string {
  const bytes = readFileSync(join(folder, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/**
 * A Parquet file, by Python's pyarrow or duckdb. Undefined where neither can be had.
 * DEMARCHE_PYTHON names the interpreter.
 */
export function readParquet(folder: string, path: string): readonly Row[] | undefined {
  const script = [
    'import sys',
    'try:',
    '  import pyarrow.parquet as pq, pyarrow.csv as pc',
    '  pc.write_csv(pq.read_table(sys.argv[1]), sys.stdout.buffer)',
    'except ImportError:',
    '  import duckdb',
    '  duckdb.sql("copy (from read_parquet(\'" + sys.argv[1] + "\')) to \'/dev/stdout\' (format csv, header)")',
  ].join('\n')
  const python = process.env['DEMARCHE_PYTHON'] ?? 'python3'
  const { status, stdout } = spawnSync(python, ['-c', script, join(folder, path)], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  })
  if (status !== 0) return undefined
  return parse(stdout, { columns: true, bom: true })
}

/** Numbers between 0 and 1 that are the same in every run. */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Time of the processor, so that what else runs on the machine does not count. */
export function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { result, ms: (user + system) / 1000 }
}
