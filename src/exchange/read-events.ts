/**
 * Events: switches of a state, stages of a rule, coverage reports, and acts that are counted.
 *
 * Nothing is known before it may have happened (rules R127).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { EventId, SourceId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { BASES, RULE_STAGES, SWITCHES, VERIFICATIONS } from '../domain/evidence/event.ts'
import type { EventEntry } from '../domain/evidence/event.ts'
import { EVIDENCE_COLUMNS } from './evidence-columns.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { ContentInTime } from './repeated-ids.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `events.csv`; sources are known by then. */
export function* readEvents(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<EventEntry>> {
  const seen = new ContentInTime()
  return yield* readTable(text, EVIDENCE_COLUMNS.events, report, (row, entry) =>
    readEvent(row, entry, references, seen),
  )
}

function readEvent(
  row: RowReader,
  entry: number,
  references: References,
  seen: ContentInTime,
): RowOutcome<EventEntry> {
  const id = row.id('id', 'The id of the event') as EventId | undefined
  const date = row.requiredDate('date', 'The date of the event')
  const kind = row.required('kind', 'The kind of the event')
  const basis = row.oneOf('basis', BASES)
  const verification = row.oneOf('verification', VERIFICATIONS)
  const known = row.day('known')
  const source = row.requiredReference('source', references.sources, 'The source of the event')
  const withdrawn = row.day('withdrawn')
  if (kind !== undefined) readSubjectAndStage(row, kind)
  if (date && known) refuseForeknown(row, date, known)
  if (row.refused || id === undefined || !date || kind === undefined) return 'refused'
  if (source === undefined || basis === undefined || verification === undefined) return 'refused'
  if (known === undefined || withdrawn === undefined) return 'refused'
  const words = {
    kind,
    subject: row.word('subject'),
    stage: row.word('stage'),
    basis,
    verification,
    claimedBy: row.word('claimedBy'),
    detail: row.text('detail'),
  }
  const effective = known ?? references.publishedOf.get(source)?.latest ?? null
  seen.look(row, 'event', id, { ...words, date: date.text }, known, effective)
  if (row.refused) return 'refused'
  const at = row.text('at')
  return { entry, id, date, ...words, known, source: source as SourceId, at, withdrawn }
}

const WATCHED = ['state', 'rule', 'coverage']

function readSubjectAndStage(row: RowReader, kind: string): void {
  if (WATCHED.includes(kind)) row.required('subject', `The subject of the ${kind}`)
  if (kind === 'state') row.requiredOneOf('stage', SWITCHES, 'The stage of the state')
  if (kind === 'rule') row.requiredOneOf('stage', RULE_STAGES, 'The stage of the rule')
}

/** Refuses a row that is known before the earliest day of its date. */
export function refuseForeknown(row: RowReader, date: UncertainDate, known: CalendarDate): void {
  if (known < date.earliest)
    row.refuse('known', () => `It is known (${known}) before it happened (${date.text}).`)
}
