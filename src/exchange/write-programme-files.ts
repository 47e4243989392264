/**
 * Writes a programme as its files: the same record always gives the same bytes, and reading them
 * gives the same record.
 */
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { Waiver } from '../domain/goals/waiver.ts'
import { decodeText } from './decode-text.ts'
import { NO_PARTS } from './folder-content.ts'
import type { FolderParts } from './folder-content.ts'
import { KEPT_FILES, sortFile } from './folder-names.ts'
import type { KeptFile } from './place.ts'
import { readWaivers } from './read-goals.ts'
import { REGISTER_TABLES, registerFile } from './register-columns.ts'
import { Report } from './report.ts'
import { writeRegister } from './write-register-tables.ts'
import { writeEvidence } from './write-tables.ts'
import { goalsYaml, leverageYaml, programmeYaml, standardsYaml } from './write-yaml.ts'
import { YamlFile } from './yaml-file.ts'

const LEVERAGE = 'leverage.yaml'
/** Read now; a store may hold their bytes from before they were. */
const WAS_KEPT = REGISTER_TABLES.map(registerFile)

/**
 * The files of a programme by path, in a fixed order. What was kept goes out byte for byte, except
 * `leverage.yaml` where the record has other waivers than it, and a table of the register that an
 * earlier version kept unread where `parts` has rows of it. Throws a RangeError for a kept path that
 * is no part of a programme folder.
 */
export function writeProgrammeFiles(
  record: ProgrammeRecord,
  kept: readonly KeptFile[],
  parts: FolderParts = NO_PARTS,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  files.set('programme.yaml', Buffer.from(programmeYaml(record.programme)))
  if (record.standards.length > 0)
    files.set('standards.yaml', Buffer.from(standardsYaml(record.standards)))
  if (record.goals.length > 0) files.set('goals.yaml', Buffer.from(goalsYaml(record.goals)))
  if (record.benchmarks.length > 0)
    files.set('benchmarks.txt', Buffer.from(benchmarksText(record.benchmarks)))
  const keptLeverage = kept.find(({ path }) => path === LEVERAGE)
  const leverage = leverageBytes(keptLeverage?.bytes, record)
  if (leverage) files.set(LEVERAGE, leverage)
  for (const [path, bytes] of writeEvidence(record)) files.set(path, bytes)
  for (const [path, bytes] of writeRegister(parts)) files.set(path, bytes)
  for (const { path, bytes } of inOrder(kept)) {
    if (WAS_KEPT.includes(path)) {
      if (!files.has(path)) files.set(path, bytes)
      continue
    }
    const { sort } = sortFile(path)
    if (sort !== 'kept' && sort !== 'kept unread' && path !== LEVERAGE)
      throw new RangeError(`not a part of a programme folder that is kept: "${path}"`)
    if (path !== LEVERAGE) files.set(path, bytes)
  }
  return files
}

function benchmarksText(benchmarks: readonly { readonly text: string }[]): string {
  return benchmarks.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join('\n')
}

function leverageBytes(
  kept: Uint8Array | undefined,
  { waivers }: ProgrammeRecord,
): Uint8Array | undefined {
  if (kept && JSON.stringify(waiversIn(kept)) === JSON.stringify(waivers)) return kept
  if (!kept && waivers.length === 0) return undefined
  return Buffer.from(leverageYaml(kept, waivers))
}

/** The waivers in the bytes; their references are taken as they stand. */
function waiversIn(bytes: Uint8Array): readonly Waiver[] {
  const decoded = decodeText(bytes)
  if ('message' in decoded) return []
  return readWaivers(new YamlFile(LEVERAGE, decoded.utf8.toString(), new Report())).entries
}

function inOrder(kept: readonly KeptFile[]): readonly KeptFile[] {
  const rank = (path: string) => (KEPT_FILES.includes(path) ? KEPT_FILES.indexOf(path) : Infinity)
  return kept.toSorted((a, b) => {
    const [left, right] = [rank(a.path), rank(b.path)]
    return left === right ? (a.path < b.path ? -1 : 1) : left - right
  })
}
