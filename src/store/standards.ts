/** Instruments and their provisions on record: of several versions of one the latest stands. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Instrument } from '../domain/standards/instrument.ts'
import { append, type OpenAction } from './database/append.ts'
import { latestOfEach, readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'

export async function listStandards(db: Reader, programme: ProgrammeId): Promise<Instrument[]> {
  const rows = latestOfEach(await readRows(db, 'instrument', programme), (row) => row.id)
  return rows.map(({ id, title, date, provisions }) => ({
    id,
    title,
    date,
    provisions: provisions.map((each) => ({ id: each.id, title: each.title, text: each.text })),
  }))
}

export function insertStandards(
  tx: Writer,
  action: OpenAction,
  standards: readonly Instrument[],
): Promise<void> {
  return append(
    tx,
    action,
    'instrument',
    standards.map(({ id, title, date, provisions }) => ({
      id,
      title,
      date,
      provisions: provisions.map((each) => ({ ...each })),
    })),
  )
}
