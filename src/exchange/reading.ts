/**
 * The files of a folder while they are read: each is decoded, read by its reader, and marked as there
 * or not for those that refer to it.
 */
import type { BenchmarkText } from '../domain/goals/benchmark.ts'
import { splitBenchmarks } from '../domain/goals/language/split-benchmarks.ts'
import { decodeText, placeInUtf8 } from './decode-text.ts'
import type { Progress } from './folder-content.ts'
import { sortFile } from './folder-names.ts'
import type { KnownIds } from './known-ids.ts'
import { quote } from './nearest-name.ts'
import type { KeptFile } from './place.ts'
import type { TableText, Taken } from './read-table.ts'
import { References } from './references.ts'
import type { Report } from './report.ts'
import { YAML_CEILING, YamlFile } from './yaml-file.ts'

/** A larger file is refused before it is read. */
export const FILE_CEILING = 256 * 1024 * 1024

/** How a table is read: it yields the number of rows so far. */
export type ReadTable<Entry> = (
  text: TableText,
  report: Report,
  references: References,
) => Generator<number, Taken<Entry>>

const NOTHING = { entries: [], lines: [], whole: false }

export class Reading {
  readonly references = new References()
  readonly #files: ReadonlyMap<string, Uint8Array>
  readonly #report: Report

  constructor(files: ReadonlyMap<string, Uint8Array>, report: Report) {
    this.#files = files
    this.#report = report
  }

  yaml<Read>(file: string, read: (yaml: YamlFile) => Read): Read | undefined {
    const utf8 = this.#text(file, YAML_CEILING)
    return utf8 && read(new YamlFile(file, utf8.toString(), this.#report))
  }

  yamlList<Entry>(
    file: string,
    read: (yaml: YamlFile, references: References) => Taken<Entry>,
    ids?: KnownIds,
  ): Taken<Entry> {
    const taken = this.yaml(file, (yaml) => read(yaml, this.references))
    if (this.#isThere(file)) ids?.found(taken?.whole ? 'whole' : 'cut short')
    return taken ?? { file, ...NOTHING }
  }

  *table<Entry>(
    file: string,
    read: ReadTable<Entry>,
    ids?: KnownIds,
  ): Generator<Progress, Taken<Entry>> {
    const utf8 = this.#text(file, FILE_CEILING)
    if (this.#isThere(file)) ids?.found(utf8 ? 'whole' : 'cut short')
    if (!utf8) return { file, ...NOTHING }
    const steps = read({ file, utf8 }, this.#report, this.references)
    for (;;) {
      const { done, value } = steps.next()
      if (done) {
        if (!value.whole) ids?.found('cut short')
        return value
      }
      yield { file, rows: value }
    }
  }

  benchmarks(): Taken<BenchmarkText> {
    const file = 'benchmarks.txt'
    const ids = this.references.benchmarks
    const utf8 = this.#text(file, YAML_CEILING)
    const split = utf8 && splitBenchmarks(utf8.toString())
    const heads = split?.unread.every(({ id }) => id !== null)
    if (this.#isThere(file)) ids.found(heads ? 'whole' : 'cut short')
    for (const { message, ...place } of split?.errors ?? [])
      this.#report.refuseAt({ file, ...place }, message)
    // A goal may name one whose head can be read: what is wrong with it is said where it stands.
    for (const { id } of split?.unread ?? []) if (id !== null) ids.add(id)
    const entries: BenchmarkText[] = []
    const lines: number[] = []
    const seen = new Map<string, { text: string; line: number }>()
    let from = 0
    for (const benchmark of split?.benchmarks ?? []) {
      const at = utf8?.indexOf(benchmark.text.trimEnd(), from) ?? 0
      from = Math.max(from, at)
      const { line } = placeInUtf8(utf8 ?? new Uint8Array(), from)
      const earlier = seen.get(JSON.stringify([benchmark.id, benchmark.set]))
      if (earlier && earlier.text !== benchmark.text)
        this.#report.refuseAt(
          { file, line, column: 1 },
          `The benchmark ${quote(benchmark.id)} of the same “set” stands with another text on line ${String(earlier.line)}; a new version has a later date.`,
        )
      if (earlier) continue
      seen.set(JSON.stringify([benchmark.id, benchmark.set]), { text: benchmark.text, line })
      ids.add(benchmark.id)
      entries.push(benchmark)
      lines.push(line)
    }
    return { file, entries, lines, whole: split?.errors.length === 0 }
  }

  /** Says what becomes of every file that is not read, and gives those that are kept. */
  kept(): readonly KeptFile[] {
    return [...this.#files].flatMap(([path, bytes]) => {
      const sorted = sortFile(path)
      const place = { file: path, line: 1, column: 1 }
      if (sorted.sort === 'refused') this.#report.refuseAt(place, sorted.message)
      if (sorted.sort === 'ignored' || sorted.sort === 'kept unread')
        this.#report.remark(place, sorted.message)
      const isKept = ['kept', 'read and kept', 'kept unread'].includes(sorted.sort)
      return isKept ? [{ path, bytes }] : []
    })
  }

  /** In the folder, though it may have been refused before it was read. */
  #isThere(file: string): boolean {
    return this.#files.has(file) || this.#report.refusedIn(file)
  }

  /** The file as UTF-8; nothing where it is absent, or refused. */
  #text(file: string, ceiling: number): Buffer | undefined {
    const bytes = this.#files.get(file)
    if (!bytes) return undefined
    const place = { file, line: 1, column: 1 }
    if (bytes.length > ceiling) {
      this.#report.refuseAt(place, tooLarge(bytes.length, ceiling))
      return undefined
    }
    const decoded = decodeText(bytes)
    if ('message' in decoded) {
      this.#report.refuseAt({ file, ...decoded }, decoded.message)
      return undefined
    }
    if (decoded.remark !== null) this.#report.remark(place, decoded.remark)
    return decoded.utf8
  }
}

/** The sentence that refuses a file by its size. */
export function tooLarge(size: number, ceiling: number): string {
  const inMegabytes = (bytes: number) => `${String(Math.ceil(bytes / 1024 / 1024))} MB`
  return `The file has ${inMegabytes(size)}; at most ${inMegabytes(ceiling)} are read. Divide it.`
}
