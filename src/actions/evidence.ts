/**
 * What entry forms write: each entry with its citation, appended. A correction is another entry with
 * the same id; a withdrawal is the entry again with the day from which it is gone.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { EventEntry } from '../domain/evidence/event.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { Series } from '../domain/evidence/series.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { OutcomeEntry, UndertakingEntry } from '../domain/evidence/undertaking.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { OpenAction } from '../store/database/append.ts'
import type { Writer } from '../store/database/reader-writer.ts'
import { insertEvents } from '../store/events.ts'
import { insertFigures } from '../store/figures.ts'
import { insertJudgements } from '../store/judgements.ts'
import { listFilledKnown } from '../store/known-by.ts'
import { findProgrammeRecord } from '../store/programme-records.ts'
import { insertSeries } from '../store/series.ts'
import { insertSources } from '../store/sources.ts'
import { insertOutcomes, insertUndertakings } from '../store/undertakings.ts'
import { act, type Context } from './context.ts'
import { checkDated, checkEvent, checkFigure, checkSeries, checkSource } from './entry-checks.ts'
import { ActionRefused } from './errors.ts'
import { newEvidence, publishedBySource, type KnownRules, type Sorted } from './new-rows.ts'
import { newVersions } from './new-versions.ts'
import { heldRecord, noProgramme } from './record-cache.ts'
import { EVENTS, FIGURES, OUTCOMES, UNDERTAKINGS } from './row-kinds.ts'

/** An entry as a form gives it; the store numbers it. */
export type New<T> = Omit<T, 'entry'>
/** How many rows were new and written, and how many were on record already. */
export type Recorded = { readonly taken: number; readonly unchanged: number }

const UNNUMBERED = 0

/** Puts a source on record, or a new version of one. Throws `ActionRefused`, as all of these do. */
export function recordSource(
  context: Context,
  programme: ProgrammeId,
  source: New<Source>,
): Promise<Recorded> {
  return record(context, programme, 'source', async ({ tx, action, before }) => {
    checkSource(before, source)
    const given = [{ ...source, entry: UNNUMBERED }]
    const sorted = newVersions('source', ({ id }) => id, before.sources, given)
    await insertSources(tx, action, sorted.rows)
    return sorted
  })
}

/** Puts a series on record, or a new version of one. */
export function recordSeries(
  context: Context,
  programme: ProgrammeId,
  series: New<Series>,
): Promise<Recorded> {
  return record(context, programme, 'series', async ({ tx, action, before }) => {
    checkSeries(before, series)
    const given = [{ ...series, entry: UNNUMBERED }]
    const sorted = newVersions('series', ({ id }) => id, before.series, given)
    await insertSeries(tx, action, sorted.rows)
    return sorted
  })
}

/** Puts figures on record: all of them, or none where one is refused. */
export function recordFigures(
  context: Context,
  programme: ProgrammeId,
  figures: readonly New<FigureEntry>[],
): Promise<Recorded> {
  return record(context, programme, 'figure', async ({ tx, action, before, rules }) => {
    for (const [i, figure] of figures.entries()) checkFigure(before, figure, i + 1)
    const sorted = newEvidence(FIGURES, before.figures, unnumbered(figures), rules)
    await insertFigures(tx, action, sorted.rows)
    return sorted
  })
}

export function recordEvent(
  context: Context,
  programme: ProgrammeId,
  event: New<EventEntry>,
): Promise<Recorded> {
  return record(context, programme, 'event', async ({ tx, action, before, rules }) => {
    checkEvent(before, event)
    const sorted = newEvidence(EVENTS, before.events, unnumbered([event]), rules)
    await insertEvents(tx, action, sorted.rows)
    return sorted
  })
}

export function recordUndertaking(
  context: Context,
  programme: ProgrammeId,
  undertaking: New<UndertakingEntry>,
): Promise<Recorded> {
  return record(context, programme, 'undertaking', async ({ tx, action, before, rules }) => {
    checkDated(before, undertaking)
    if (undertaking.goal !== null && !before.goals.some(({ id }) => id === undertaking.goal))
      throw new ActionRefused('invalid', `There is no goal "${undertaking.goal}".`)
    const given = unnumbered([undertaking])
    const sorted = newEvidence(UNDERTAKINGS, before.undertakings, given, rules)
    await insertUndertakings(tx, action, sorted.rows)
    return sorted
  })
}

export function recordOutcome(
  context: Context,
  programme: ProgrammeId,
  outcome: New<OutcomeEntry>,
): Promise<Recorded> {
  return record(context, programme, 'outcome', async ({ tx, action, before, rules }) => {
    checkDated(before, outcome)
    if (!before.undertakings.some(({ id }) => id === outcome.undertaking))
      throw new ActionRefused('invalid', `There is no undertaking "${outcome.undertaking}".`)
    const sorted = newEvidence(OUTCOMES, before.outcomes, unnumbered([outcome]), rules)
    await insertOutcomes(tx, action, sorted.rows)
    return sorted
  })
}

export type WithdrawableTable =
  'sources' | 'series' | 'figures' | 'events' | 'undertakings' | 'outcomes' | 'judgements'

/** Withdraws an entry from a day on: the entry is appended once more, with that day. */
export function withdrawEntry(
  context: Context,
  programme: ProgrammeId,
  table: WithdrawableTable,
  entry: number,
  on: CalendarDate,
): Promise<Recorded> {
  return record(
    context,
    programme,
    table,
    async ({ tx, action, before, rules }) => {
      const again = <T extends { entry: number; withdrawn: CalendarDate | null }>(
        rows: readonly T[],
      ) => [{ ...standing(rows, entry), withdrawn: on }]
      const evidence = <
        T extends { entry: number; known: CalendarDate | null; withdrawn: CalendarDate | null },
      >(
        rows: readonly T[],
      ) => again(rows).map((row) => ({ ...row, knownBy: knownBy(rules, row) }))
      const { sources, series, figures, events, undertakings, outcomes, judgements } = before
      if (table === 'sources') await insertSources(tx, action, again(sources))
      if (table === 'series') await insertSeries(tx, action, again(series))
      if (table === 'figures') await insertFigures(tx, action, evidence(figures))
      if (table === 'events') await insertEvents(tx, action, evidence(events))
      if (table === 'undertakings') await insertUndertakings(tx, action, evidence(undertakings))
      if (table === 'outcomes') await insertOutcomes(tx, action, evidence(outcomes))
      if (table === 'judgements') await insertJudgements(tx, action, evidence(judgements))
      return { rows: [entry], unchanged: 0 }
    },
    'evidence.withdraw',
  )
}

function standing<T extends { entry: number; withdrawn: CalendarDate | null }>(
  rows: readonly T[],
  entry: number,
): T {
  const row = rows.find((each) => each.entry === entry)
  if (!row) throw new ActionRefused('not-found', `There is no entry ${entry} here.`)
  if (row.withdrawn !== null)
    throw new ActionRefused(
      'out-of-date',
      `Entry ${entry} is withdrawn already, from ${row.withdrawn}.`,
    )
  return row
}

function knownBy(rules: KnownRules, row: { entry: number; known: CalendarDate | null }) {
  return row.known === null ? null : (rules.filled.get(row.entry) ?? 'stated')
}

type Given = {
  readonly tx: Writer
  readonly action: OpenAction
  readonly before: ProgrammeRecord
  readonly rules: KnownRules
}

function record(
  context: Context,
  programme: ProgrammeId,
  subject: string,
  work: (given: Given) => Promise<Sorted<unknown>>,
  permission: 'evidence.record' | 'evidence.withdraw' = 'evidence.record',
): Promise<Recorded> {
  return act(context, { permission, programme, subject }, async (tx, action) => {
    const held = heldRecord(context.database, programme)
    const before = (await findProgrammeRecord(tx, programme, held))?.record
    if (!before) throw noProgramme(programme)
    const rules = {
      today: context.today,
      publishedOf: publishedBySource(before.sources),
      filled: await listFilledKnown(tx, programme),
    }
    const { rows, unchanged } = await work({ tx, action, before, rules })
    return { taken: rows.length, unchanged }
  })
}

function unnumbered<T>(rows: readonly T[]): (T & { entry: number })[] {
  return rows.map((row) => ({ ...row, entry: UNNUMBERED }))
}
