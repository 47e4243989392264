/** Engagements: meetings, letters, lists handed over, with what was raised and received there. */
import type { CaseId, EngagementId, ListId, UndertakingId } from '../domain/basics/ids.ts'
import { VISIBILITIES } from '../domain/engagement/engagement.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import { LaterStands } from './repeated-ids.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `engagements.csv`; lists, cases and undertakings are known by then. */
export function* readEngagements(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<EngagementEntry>> {
  const seen = new LaterStands()
  return yield* readTable(text, REGISTER_COLUMNS.engagements, report, (row, entry) =>
    readEngagement(row, entry, references, seen),
  )
}

function readEngagement(
  row: RowReader,
  entry: number,
  references: References,
  seen: LaterStands,
): RowOutcome<EngagementEntry> {
  const id = row.registerId('id', 'The id of the engagement') as EngagementId | undefined
  const date = row.requiredDay('date', 'The day of the engagement')
  const visibility = row.oneOf('visibility', VISIBILITIES)
  const lists = row.references('lists', references.lists)
  const cases = row.references('cases', references.cases)
  const undertakings = row.references('undertakings', references.undertakings)
  const withdrawn = row.day('withdrawn')
  if (row.refused || id === undefined || date === undefined || visibility === undefined)
    return 'refused'
  if (!lists || !cases || !undertakings || withdrawn === undefined) return 'refused'
  const content = {
    date,
    instrument: row.word('instrument'),
    visibility,
    audience: row.word('audience'),
    handler: row.word('handler'),
    title: row.text('title'),
    objectives: row.text('objectives'),
    judgement: row.text('judgement'),
    words: row.text('words'),
    lists: lists as readonly ListId[],
    cases: cases as readonly CaseId[],
    undertakings: undertakings as readonly UndertakingId[],
  }
  if (seen.look(row, 'id', 'engagement', id, content, withdrawn) === 'again') return 'taken already'
  return { entry, id, ...content, withdrawn }
}
