/** Undertakings, and what became of them. */
import type { GoalId, SourceId, UndertakingId } from '../domain/basics/ids.ts'
import { OUTCOMES } from '../domain/evidence/undertaking.ts'
import type { OutcomeEntry, UndertakingEntry } from '../domain/evidence/undertaking.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { refuseForeknown } from './read-events.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { ContentInTime } from './repeated-ids.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `undertakings.csv`; goals and sources are known by then. */
export function* readUndertakings(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<UndertakingEntry>> {
  const seen = new ContentInTime()
  return yield* readTable(text, EVIDENCE_COLUMNS.undertakings, report, (row, entry) => {
    const undertaking = readUndertaking(row, entry, references, seen)
    if (undertaking === 'refused')
      references.undertakings.refuse(row.word('id'), row.line, row.because)
    if (typeof undertaking !== 'string') references.undertakings.add(undertaking.id)
    return undertaking
  })
}

function readUndertaking(
  row: RowReader,
  entry: number,
  references: References,
  seen: ContentInTime,
): RowOutcome<UndertakingEntry> {
  const id = row.id('id', 'The id of the undertaking') as UndertakingId | undefined
  const date = row.requiredDate('date', 'The date of the undertaking')
  const text = row.requiredText('text', 'What was undertaken')
  const due = row.date('due')
  const goal = row.reference('goal', references.goals) as GoalId | null | undefined
  const known = row.day('known')
  const source = row.requiredReference('source', references.sources, 'The source')
  const withdrawn = row.day('withdrawn')
  if (date && known) refuseForeknown(row, date, known)
  if (row.refused || id === undefined || !date || text === undefined) return 'refused'
  if (source === undefined || due === undefined || goal === undefined) return 'refused'
  if (known === undefined || withdrawn === undefined) return 'refused'
  const words = {
    by: row.word('by'),
    to: row.word('to'),
    channel: row.word('channel'),
    text,
  }
  const content = { ...words, date: date.text, due: due?.text, goal }
  const effective = known ?? references.publishedOf.get(source)?.latest ?? null
  seen.look(row, 'undertaking', id, content, known, effective)
  if (row.refused) return 'refused'
  const at = row.text('at')
  return { entry, id, date, ...words, due, goal, known, source: source as SourceId, at, withdrawn }
}

/** Reads `outcomes.csv`; undertakings and sources are known by then. */
export function* readOutcomes(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<OutcomeEntry>> {
  return yield* readTable(text, EVIDENCE_COLUMNS.outcomes, report, (row, entry) =>
    readOutcome(row, entry, references),
  )
}

function readOutcome(
  row: RowReader,
  entry: number,
  { undertakings, sources }: References,
): RowOutcome<OutcomeEntry> {
  const undertaking = row.requiredReference('undertaking', undertakings, 'The undertaking')
  const date = row.requiredDate('date', 'The date of the outcome')
  const outcome = row.requiredOneOf('outcome', OUTCOMES, 'The outcome')
  const known = row.day('known')
  const source = row.requiredReference('source', sources, 'The source of the outcome')
  const withdrawn = row.day('withdrawn')
  if (date && known) refuseForeknown(row, date, known)
  if (row.refused || undertaking === undefined || !date || !outcome) return 'refused'
  if (source === undefined || known === undefined || withdrawn === undefined) return 'refused'
  return {
    entry,
    undertaking: undertaking as UndertakingId,
    date,
    outcome,
    known,
    source: source as SourceId,
    at: row.text('at'),
    withdrawn,
  }
}
