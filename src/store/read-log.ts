/**
 * Who looked at personal fields: one entry a look, however many persons it showed. The entries of a
 * programme are a chain of their own, so that looking does not make the record look changed.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Person } from '../domain/access/may.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export type ReadEntry = {
  readonly programme: ProgrammeId
  readonly read: number
  readonly person: string
  readonly personName: string
  /** The page, file or action that showed them. */
  readonly purpose: string
  readonly subjectCount: number
  /** Their ids; null is the whole register. */
  readonly subjects: readonly string[] | null
  readonly previousHash: string
  readonly hash: string
  /** An instant in UTC with microseconds. */
  readonly recordedAt: string
}

const instant = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`)

/** Writes one entry. Looks at one programme are written one after the other. */
export async function insertReadEntry(
  tx: Writer,
  programme: ProgrammeId,
  person: Person,
  purpose: string,
  subjects: readonly string[] | null,
  subjectCount: number = subjects?.length ?? 0,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`demarche reads ${programme}`}, 0))`.execute(
    tx,
  )
  const last = await findLast(tx, programme)
  const { rows } = await sql<{ at: string }>`
    select to_char(clock_timestamp() at time zone 'UTC', ${instant}) as at`.execute(tx)
  const at = rows[0]?.at
  if (at === undefined) throw new Error('the database did not tell the time')
  const entry = {
    programme,
    read: (last?.read_id ?? 0) + 1,
    person: person.id,
    personName: person.name,
    purpose,
    subjectCount,
    subjects,
    previousHash: last?.hash ?? '',
    recordedAt: at,
  }
  await tx
    .insertInto('read_entry')
    .values({
      programme_id: programme,
      read_id: entry.read,
      person_id: entry.person,
      person_name: entry.personName,
      purpose,
      subject_count: subjectCount,
      subjects: subjects && JSON.stringify(subjects),
      previous_hash: entry.previousHash,
      hash: hashOfReadEntry(entry),
      recorded_at: at,
    })
    .execute()
}

/** What the hash of an entry must be. */
export function hashOfReadEntry(entry: Omit<ReadEntry, 'hash'>): string {
  const { programme, read, person, personName, purpose, subjectCount, subjects } = entry
  const said = [programme, read, person, personName, purpose, subjectCount, subjects]
  return createHash('sha256')
    .update(JSON.stringify([...said, entry.previousHash, entry.recordedAt]))
    .digest('hex')
}

/** Page by page, in the order of writing. */
export async function* readReadEntries(
  db: Reader,
  programme: ProgrammeId,
  pageSize = 1000,
): AsyncGenerator<ReadEntry[]> {
  for (let last = 0; ;) {
    const rows = await db
      .selectFrom('read_entry')
      .select(['read_id', 'person_id', 'person_name', 'purpose', 'subject_count', 'subjects'])
      .select(['previous_hash', 'hash'])
      .select(sql<string>`to_char(recorded_at at time zone 'UTC', ${instant})`.as('recorded_at'))
      .where('programme_id', '=', programme)
      .where('read_id', '>', last)
      .orderBy('read_id')
      .limit(pageSize)
      .execute()
    if (rows.length > 0)
      yield rows.map((row) => ({
        programme,
        read: row.read_id,
        person: row.person_id,
        personName: row.person_name,
        purpose: row.purpose,
        subjectCount: row.subject_count,
        subjects: row.subjects,
        previousHash: row.previous_hash,
        hash: row.hash,
        recordedAt: row.recorded_at,
      }))
    if (rows.length < pageSize) return
    last = rows.at(-1)?.read_id ?? last
  }
}

function findLast(db: Reader, programme: ProgrammeId) {
  return db
    .selectFrom('read_entry')
    .select(['read_id', 'hash'])
    .where('programme_id', '=', programme)
    .orderBy('read_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
