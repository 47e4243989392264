/**
 * Makes again everything about the store that can be made again, and says where it does not agree: the
 * chain of the audit, the rows that each action wrote, the hashes of editions, the references.
 */
import { createHash } from 'node:crypto'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { hashOfEntry, listAuditEntries, type AuditEntry } from '../store/audit.ts'
import { findEdition, listEditions } from '../store/editions.ts'
import { findProgrammeRecord, atOneMoment } from '../store/programme-records.ts'
import { listProgrammeIds } from '../store/programmes.ts'
import { hashOfReadEntry, readReadEntries } from '../store/read-log.ts'
import { unresolvedInRegister } from '../store/register-references.ts'
import { readRowHashes, type RowHash } from '../store/row-hashes.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { requirePermission, type Context } from './context.ts'
import { hashOfContent } from './editions.ts'
import { unresolvedReferences } from './references.ts'

export type Finding = { readonly programme: ProgrammeId; readonly sentence: string }

/** What is wrong with the store, in sentences; empty when it is sound. */
export async function verifyStore(context: Context): Promise<Finding[]> {
  requirePermission(context, 'store.verify')
  return atOneMoment(context.database, async (tx) => {
    const findings: Finding[] = []
    for (const programme of await listProgrammeIds(tx)) {
      const sentences = await verifyProgramme(tx, programme)
      findings.push(...sentences.map((sentence) => ({ programme, sentence })))
    }
    return findings
  })
}

async function verifyProgramme(tx: Reader, programme: ProgrammeId): Promise<string[]> {
  const audit = await listAuditEntries(tx, programme)
  const record: ProgrammeRecord | undefined = (await findProgrammeRecord(tx, programme))?.record
  return [
    ...verifyChain(audit),
    ...(await verifyRows(audit, readRowHashes(tx, programme))),
    ...(await verifyReadings(tx, programme)),
    ...(await unresolvedInRegister(tx, programme)),
    ...(await verifyEditions(tx, programme)),
    ...(record ? unresolvedReferences(record) : [`Programme "${programme}" itself is missing.`]),
  ]
}

function* verifyChain(audit: readonly AuditEntry[]): Generator<string> {
  let [action, hash, lastEntry] = [0, '', 0]
  for (const entry of audit) {
    if (entry.action !== action + 1)
      yield `The audit has no entry for action ${action + 1}; the next is ${entry.action}.`
    else if (entry.previousHash !== hash)
      yield `Audit entry ${entry.action} does not follow from the one before it.`
    if (hashOfEntry(entry) !== entry.hash)
      yield `Audit entry ${entry.action} was changed after it was written.`
    if (entry.lastEntry - entry.rowCount !== lastEntry)
      yield `Audit entry ${entry.action} begins after entry ${entry.lastEntry - entry.rowCount}, not after ${lastEntry}.`
    ;({ action, hash, lastEntry } = entry)
  }
}

/** What the rows of one action come to, one after the other. */
type Written = {
  count: number
  /** Each entry is one more than the one before it, from the first of the action on. */
  isWhole: boolean
  last: number
  readonly hash: ReturnType<typeof createHash>
}

async function verifyRows(
  audit: readonly AuditEntry[],
  rows: AsyncIterable<RowHash>,
): Promise<string[]> {
  const written = new Map<number, Written>(
    audit.map(({ action, lastEntry, rowCount }) => [
      action,
      { count: 0, isWhole: true, last: lastEntry - rowCount, hash: createHash('sha256') },
    ]),
  )
  const orphans = new Map<number, number[]>()
  for await (const { entry, action, hash } of rows) {
    const those = written.get(action)
    if (those) {
      those.count += 1
      those.isWhole &&= entry === those.last + 1
      those.last = entry
      those.hash.update(hash)
    } else {
      const entries = orphans.get(action)
      if (entries) entries.push(entry)
      else orphans.set(action, [entry])
    }
  }
  return [...sentencesOnRows(audit, written), ...[...orphans].map(sentenceOnOrphans)]
}

function* sentencesOnRows(
  audit: readonly AuditEntry[],
  written: ReadonlyMap<number, Written>,
): Generator<string> {
  for (const { action, rowCount, rowsHash, lastEntry } of audit) {
    const there = written.get(action)
    const first = lastEntry - rowCount + 1
    if (there?.count !== rowCount)
      yield `Action ${action} wrote ${rowCount} rows (entries ${first} to ${lastEntry}); ${there?.count ?? 0} are there.`
    else if (!there.isWhole)
      yield `The rows of action ${action} do not count up from entry ${first} to ${lastEntry}.`
    else if (there.hash.digest('hex') !== rowsHash)
      yield `A row of action ${action} (entries ${first} to ${lastEntry}) was changed after it was written.`
  }
}

function sentenceOnOrphans([action, entries]: [number, number[]]): string {
  return `Entries ${entries.join(', ')} name action ${action}, which the audit does not have.`
}

async function verifyReadings(tx: Reader, programme: ProgrammeId): Promise<string[]> {
  const sentences: string[] = []
  let [read, hash] = [0, '']
  for await (const page of readReadEntries(tx, programme))
    for (const entry of page) {
      if (entry.read !== read + 1)
        sentences.push(`The log of readings has no entry ${read + 1}; the next is ${entry.read}.`)
      else if (entry.previousHash !== hash)
        sentences.push(
          `Entry ${entry.read} of the readings does not follow from the one before it.`,
        )
      if (hashOfReadEntry(entry) !== entry.hash)
        sentences.push(`Entry ${entry.read} of the readings was changed after it was written.`)
      ;({ read, hash } = entry)
    }
  return sentences
}

async function verifyEditions(tx: Reader, programme: ProgrammeId): Promise<string[]> {
  const sentences: string[] = []
  for (const { id, sha256, corrects } of await listEditions(tx, programme)) {
    const edition = await findEdition(tx, programme, id)
    if (!edition || hashOfContent(edition.content) !== sha256)
      sentences.push(`The content of edition "${id}" does not agree with its SHA-256.`)
    if (corrects !== null && !(await findEdition(tx, programme, corrects)))
      sentences.push(`Edition "${id}" corrects "${corrects}", which is not there.`)
  }
  return sentences
}
