/** What their side said it would do, and what became of it, on record. Rows are added and read, never changed. */
import type { GoalId, ProgrammeId, SourceId, UndertakingId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Outcome, OutcomeEntry, UndertakingEntry } from '../domain/evidence/undertaking.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay, toUncertainDate } from './database/days.ts'
import { readRows } from './database/read-rows.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { Entered } from './known-by.ts'

export async function listUndertakings(
  db: Reader,
  programme: ProgrammeId,
  after = 0,
): Promise<UndertakingEntry[]> {
  return (await readRows(db, 'undertaking', programme, after)).map((row) => ({
    entry: row.entry,
    id: row.id as UndertakingId,
    date: uncertainDate(row.date),
    by: row.said_by,
    to: row.said_to,
    channel: row.channel,
    text: row.text,
    due: toUncertainDate(row.due),
    goal: row.goal_id as GoalId | null,
    known: toDay(row.known),
    source: row.source_id as SourceId,
    at: row.locator,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertUndertakings(
  tx: Writer,
  action: OpenAction,
  undertakings: readonly Entered<UndertakingEntry>[],
): Promise<void> {
  return append(
    tx,
    action,
    'undertaking',
    undertakings.map((undertaking) => ({
      id: undertaking.id,
      date: undertaking.date.text,
      said_by: undertaking.by,
      said_to: undertaking.to,
      channel: undertaking.channel,
      text: undertaking.text,
      due: undertaking.due?.text ?? null,
      goal_id: undertaking.goal,
      known: undertaking.known,
      known_by: undertaking.knownBy,
      source_id: undertaking.source,
      locator: undertaking.at,
      withdrawn: undertaking.withdrawn,
    })),
  )
}

export async function listOutcomes(
  db: Reader,
  programme: ProgrammeId,
  after = 0,
): Promise<OutcomeEntry[]> {
  return (await readRows(db, 'outcome', programme, after)).map((row) => ({
    entry: row.entry,
    undertaking: row.undertaking_id as UndertakingId,
    date: uncertainDate(row.date),
    outcome: row.outcome as Outcome, // only this store writes it
    known: toDay(row.known),
    source: row.source_id as SourceId,
    at: row.locator,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertOutcomes(
  tx: Writer,
  action: OpenAction,
  outcomes: readonly Entered<OutcomeEntry>[],
): Promise<void> {
  return append(
    tx,
    action,
    'outcome',
    outcomes.map((outcome) => ({
      undertaking_id: outcome.undertaking,
      date: outcome.date.text,
      outcome: outcome.outcome,
      known: outcome.known,
      known_by: outcome.knownBy,
      source_id: outcome.source,
      locator: outcome.at,
      withdrawn: outcome.withdrawn,
    })),
  )
}
