/** Programmes on record: of several versions the latest stands. */
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CountingUnit } from '../domain/basics/counting-unit.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Programme, Reviews } from '../domain/goals/programme.ts'
import { append, type OpenAction } from './database/append.ts'
import { readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { StoredRow } from './database/tables.ts'

export async function findProgramme(
  db: Reader,
  programme: ProgrammeId,
): Promise<Programme | undefined> {
  const row = (await readRows(db, 'programme', programme)).at(-1)
  return row && toProgramme(row)
}

/** Every programme, in the order of their ids. */
export async function listProgrammes(db: Reader): Promise<Programme[]> {
  const ids = await listProgrammeIds(db)
  const found = await Promise.all(ids.map((id) => findProgramme(db, id)))
  return found.filter((programme) => programme !== undefined)
}

/** Every id under which something was ever done, also where the programme's own row is missing. */
export async function listProgrammeIds(db: Reader): Promise<ProgrammeId[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select('programme_id')
    .distinct()
    .orderBy('programme_id')
    .execute()
  return rows.map((row) => row.programme_id as ProgrammeId)
}

export function insertProgramme(
  tx: Writer,
  action: OpenAction,
  programme: Programme,
): Promise<void> {
  return append(tx, action, 'programme', [
    {
      title: programme.title,
      counterpart: programme.counterpart,
      sender: programme.sender,
      from_day: programme.from,
      counting: programme.counting,
      baselines: programme.baselines.map((each) => ({ ...each, in: each.in.text })),
      reviews:
        'every' in programme.reviews
          ? { every: programme.reviews.every }
          : { on: [...programme.reviews.on] },
      claims: [...programme.claims],
      substitutes: programme.substitutes.map((group) => [...group]),
    },
  ])
}

function toProgramme(row: StoredRow<'programme'>): Programme {
  return {
    id: row.programme_id as ProgrammeId,
    title: row.title,
    counterpart: row.counterpart,
    sender: row.sender,
    from: row.from_day === null ? null : calendarDate(row.from_day),
    counting: row.counting as CountingUnit, // only this store writes it
    baselines: row.baselines.map(({ id, title, in: span }) => ({
      id,
      title,
      in: uncertainDate(span),
    })),
    reviews: toReviews(row.reviews),
    claims: row.claims,
    substitutes: row.substitutes,
  }
}

type Rhythm = Extract<Reviews, { readonly every: string }>

function toReviews(reviews: StoredRow<'programme'>['reviews']): Reviews {
  return 'every' in reviews
    ? { every: reviews.every as Rhythm['every'] } // only this store writes it
    : { on: reviews.on as CalendarDate[] } // checked before they were written
}
