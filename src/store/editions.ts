/** Scorecard editions: frozen when issued. A correction is a new edition that names the one it corrects. */
import { sql } from 'kysely'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { EditionId, ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { RowOf } from './database/tables.ts'

export type EditionHead = {
  readonly entry: number
  readonly id: EditionId
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly method: string
  /** SHA-256 of the content as UTF-8, in hex. */
  readonly sha256: string
  readonly signedBy: string
  readonly corrects: EditionId | null
  readonly reason: string
  /** When it was written here, in UTC. */
  readonly recordedAt: string
}

/** With what was frozen: JSON, byte for byte as it was composed. */
export type Edition = EditionHead & { readonly content: string }

const HEAD = ['entry', 'id', 'as_of', 'known_on', 'method', 'sha256', 'signed_by'] as const
const instant = sql<string>`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

export async function findEdition(
  db: Reader,
  programme: ProgrammeId,
  id: EditionId,
): Promise<Edition | undefined> {
  const row = await db
    .selectFrom('edition')
    .select([...HEAD, 'corrects_id', 'reason', 'content', instant.as('recorded_at')])
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...toHead(row), content: row.content }
}

/** Every edition in the order of issue, without its content. */
export async function listEditions(db: Reader, programme: ProgrammeId): Promise<EditionHead[]> {
  const rows = await db
    .selectFrom('edition')
    .select([...HEAD, 'corrects_id', 'reason', instant.as('recorded_at')])
    .where('programme_id', '=', programme)
    .orderBy('entry')
    .execute()
  return rows.map(toHead)
}

export function insertEdition(
  tx: Writer,
  action: OpenAction,
  edition: Omit<Edition, 'entry' | 'recordedAt'>,
): Promise<void> {
  return append(tx, action, 'edition', [
    {
      id: edition.id,
      as_of: edition.asOf,
      known_on: edition.knownOn,
      method: edition.method,
      content: edition.content,
      sha256: edition.sha256,
      signed_by: edition.signedBy,
      corrects_id: edition.corrects,
      reason: edition.reason,
    },
  ])
}

type HeadRow = Omit<RowOf<'edition'>, 'content'> & { entry: number; recorded_at: string }

function toHead(row: HeadRow): EditionHead {
  return {
    entry: row.entry,
    id: row.id as EditionId,
    asOf: row.as_of as CalendarDate, // a `date` column holds nothing but days
    knownOn: row.known_on as CalendarDate, // as above
    method: row.method,
    sha256: row.sha256,
    signedBy: row.signed_by,
    corrects: row.corrects_id as EditionId | null,
    reason: row.reason,
    recordedAt: row.recorded_at,
  }
}
