/** Scores by coders on record. Rows are added and read, never changed. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { JudgementEntry } from '../domain/evidence/judgement.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import { readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { Entered } from './known-by.ts'

export async function listJudgements(
  db: Reader,
  programme: ProgrammeId,
  after = 0,
): Promise<JudgementEntry[]> {
  return (await readRows(db, 'judgement', programme, after)).map((row) => ({
    entry: row.entry,
    question: row.question,
    unit: row.unit,
    coder: row.coder,
    date: uncertainDate(row.date),
    score: row.score,
    known: toDay(row.known),
    note: row.note,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertJudgements(
  tx: Writer,
  action: OpenAction,
  judgements: readonly Entered<JudgementEntry>[],
): Promise<void> {
  return append(
    tx,
    action,
    'judgement',
    judgements.map((judgement) => ({
      question: judgement.question,
      unit: judgement.unit,
      coder: judgement.coder,
      date: judgement.date.text,
      score: judgement.score,
      known: judgement.known,
      known_by: judgement.knownBy,
      note: judgement.note,
      withdrawn: judgement.withdrawn,
    })),
  )
}
