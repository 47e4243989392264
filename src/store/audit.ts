/**
 * What was done, by whom: one entry an action, in the transaction of the action. The entries of a
 * programme are a chain. Each hash covers the entry, the rows that the action wrote, and the hash
 * before it, so that a change or a gap anywhere shows.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Permission, Person } from '../domain/access/may.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export type AuditEntry = {
  readonly programme: ProgrammeId
  readonly action: number
  readonly person: string
  readonly personName: string
  readonly permission: string
  readonly subject: string
  readonly rowCount: number
  readonly lastEntry: number
  readonly rowsHash: string
  readonly previousHash: string
  readonly hash: string
  /** An instant in UTC with microseconds, `2026-11-22T08:31:43.123456Z`. */
  readonly recordedAt: string
}

type Watch = Partial<Pick<OpenAction, 'onRows' | 'signal'>>

const instant = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`)

/** Begins an action. Until the transaction ends no other action on this programme begins. */
export async function openAction(
  tx: Writer,
  programme: ProgrammeId,
  { onRows, signal }: Watch = {},
): Promise<OpenAction> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`demarche programme ${programme}`}, 0))`.execute(
    tx,
  )
  const last = await findLastLink(tx, programme)
  return {
    programme,
    id: (last?.action_id ?? 0) + 1,
    lastEntry: last?.last_entry ?? 0,
    rowCount: 0,
    rowsHash: createHash('sha256'),
    onRows,
    signal,
  }
}

/** Ends an action: writes its audit entry. Nothing is appended under it afterwards. */
export async function closeAction(
  tx: Writer,
  action: OpenAction,
  person: Person,
  permission: Permission,
  subject: string,
): Promise<void> {
  const { rows } = await sql<{ at: string }>`
    select to_char(clock_timestamp() at time zone 'UTC', ${instant}) as at`.execute(tx)
  const at = rows[0]?.at
  if (at === undefined) throw new Error('the database did not tell the time')
  const entry = {
    programme: action.programme,
    action: action.id,
    person: person.id,
    personName: person.name,
    permission,
    subject,
    rowCount: action.rowCount,
    lastEntry: action.lastEntry,
    rowsHash: action.rowsHash.digest('hex'),
    previousHash: (await findLastLink(tx, action.programme))?.hash ?? '',
    recordedAt: at,
  }
  await tx
    .insertInto('audit_entry')
    .values({
      programme_id: entry.programme,
      action_id: entry.action,
      person_id: entry.person,
      person_name: entry.personName,
      permission,
      subject,
      row_count: entry.rowCount,
      last_entry: entry.lastEntry,
      rows_hash: entry.rowsHash,
      previous_hash: entry.previousHash,
      hash: hashOfEntry(entry),
      recorded_at: at,
    })
    .execute()
}

/** What the hash of an entry must be. */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { programme, action, person, personName, permission, subject } = entry
  const { rowCount, lastEntry, rowsHash, previousHash, recordedAt } = entry
  const said = [programme, action, person, personName, permission, subject]
  const wrote = [rowCount, lastEntry, rowsHash, previousHash, recordedAt]
  return createHash('sha256')
    .update(JSON.stringify([...said, ...wrote]))
    .digest('hex')
}

/** Where a programme's chain ends: while that stays, nothing was done to it. */
export type AuditHead = {
  readonly action: number
  readonly lastEntry: number
  readonly hash: string
}

/** `undefined` where nothing was ever done. */
export async function findAuditHead(
  db: Reader,
  programme: ProgrammeId,
): Promise<AuditHead | undefined> {
  const row = await findLastLink(db, programme)
  return row && { action: row.action_id, lastEntry: row.last_entry, hash: row.hash }
}

/** Whether the chain still goes through there; it does not once an older store was put in its place. */
export async function isInChain(
  db: Reader,
  programme: ProgrammeId,
  { action, hash }: AuditHead,
): Promise<boolean> {
  const row = await db
    .selectFrom('audit_entry')
    .select('hash')
    .where('programme_id', '=', programme)
    .where('action_id', '=', action)
    .executeTakeFirst()
  return row?.hash === hash
}

export async function listAuditEntries(db: Reader, programme: ProgrammeId): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['programme_id', 'action_id', 'person_id', 'person_name', 'permission', 'subject'])
    .select(['row_count', 'last_entry', 'rows_hash', 'previous_hash', 'hash'])
    .select(sql<string>`to_char(recorded_at at time zone 'UTC', ${instant})`.as('recorded_at'))
    .where('programme_id', '=', programme)
    .orderBy('action_id')
    .execute()
  return rows.map((row) => ({
    programme,
    action: row.action_id,
    person: row.person_id,
    personName: row.person_name,
    permission: row.permission,
    subject: row.subject,
    rowCount: row.row_count,
    lastEntry: row.last_entry,
    rowsHash: row.rows_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
    recordedAt: row.recorded_at,
  }))
}

function findLastLink(db: Reader, programme: ProgrammeId) {
  return db
    .selectFrom('audit_entry')
    .select(['action_id', 'last_entry', 'hash'])
    .where('programme_id', '=', programme)
    .orderBy('action_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
