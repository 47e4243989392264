/** Judgements: one coder's score of one unit on one question. */
import type { JudgementEntry } from '../domain/evidence/judgement.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { refuseForeknown } from './read-events.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `judgements.csv`. */
export function* readJudgements(
  text: TableText,
  report: Report,
): Generator<number, Taken<JudgementEntry>> {
  return yield* readTable(text, EVIDENCE_COLUMNS.judgements, report, readJudgement)
}

function readJudgement(row: RowReader, entry: number): RowOutcome<JudgementEntry> {
  const question = row.required('question', 'The question')
  const unit = row.required('unit', 'The unit that is judged')
  const coder = row.required('coder', 'The coder')
  const date = row.requiredDate('date', 'The date of the judgement')
  const score = row.number('score')
  const known = row.day('known')
  const withdrawn = row.day('withdrawn')
  if (score === null) row.refuse('score', () => 'The score is missing.')
  if (date && known) refuseForeknown(row, date, known)
  if (row.refused || question === undefined || unit === undefined || !date) return 'refused'
  if (coder === undefined || typeof score !== 'number') return 'refused'
  if (known === undefined || withdrawn === undefined) return 'refused'
  return { entry, question, unit, coder, date, score, known, note: row.text('note'), withdrawn }
}
