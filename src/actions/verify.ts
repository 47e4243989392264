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
import { listRowHashes, type RowHash } from '../store/row-hashes.ts'
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
  const rows = await listRowHashes(tx, programme)
  const record: ProgrammeRecord | undefined = (await findProgrammeRecord(tx, programme))?.record
  return [
    ...verifyChain(audit),
    ...verifyRows(audit, rows),
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

function* verifyRows(audit: readonly AuditEntry[], rows: readonly RowHash[]): Generator<string> {
  const byAction = new Map<number, RowHash[]>()
  for (const row of rows) {
    const those = byAction.get(row.action)
    if (those) those.push(row)
    else byAction.set(row.action, [row])
  }
  for (const { action, rowCount, rowsHash, lastEntry } of audit) {
    const written = (byAction.get(action) ?? []).sort((a, b) => a.entry - b.entry)
    byAction.delete(action)
    const first = lastEntry - rowCount + 1
    if (written.length !== rowCount)
      yield `Action ${action} wrote ${rowCount} rows (entries ${first} to ${lastEntry}); ${written.length} are there.`
    else if (written.some((row, i) => row.entry !== first + i))
      yield `The rows of action ${action} do not count up from entry ${first} to ${lastEntry}.`
    else if (hashOf(written) !== rowsHash)
      yield `A row of action ${action} (entries ${first} to ${lastEntry}) was changed after it was written.`
  }
  for (const [action, orphans] of byAction)
    yield `Entries ${orphans.map(({ entry }) => entry).join(', ')} name action ${action}, which the audit does not have.`
}

function hashOf(rows: readonly RowHash[]): string {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(row.hash)
  return hash.digest('hex')
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
