/** Reads everything a programme has on record, as one moment shows it. */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { Programme } from '../domain/goals/programme.ts'
import { findAuditHead, isInChain, type AuditHead } from './audit.ts'
import { listBenchmarks } from './benchmarks.ts'
import { hasRowsAfter } from './database/read-rows.ts'
import type { Database, Reader } from './database/reader-writer.ts'
import type { RecordTable } from './database/tables.ts'
import { listEvents } from './events.ts'
import { listFigures } from './figures.ts'
import { listGoals } from './goals.ts'
import { listJudgements } from './judgements.ts'
import { findProgramme } from './programmes.ts'
import { listSeries } from './series.ts'
import { listSources } from './sources.ts'
import { listStandards } from './standards.ts'
import { listOutcomes, listUndertakings } from './undertakings.ts'
import { listWaivers } from './waivers.ts'

/** The record, and the end of its audit chain when it was read: while that stays, so does the record. */
export type RecordAt = { readonly record: ProgrammeRecord; readonly head: AuditHead }

/** Runs reads so that all see the same moment, also while another process writes. */
export function atOneMoment<T>(db: Database, read: (tx: Reader) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    // As a statement: what Kysely offers for it is dropped without a word on PGlite.
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    return read(tx)
  })
}

/**
 * The record of a programme; `undefined` without one. With `before`, an earlier reading, only tables
 * that were added to since are read, and of evidence, which is never changed, only the rows added;
 * where nothing was added it is the same object.
 */
export async function findProgrammeRecord(
  db: Reader,
  programme: ProgrammeId,
  before?: RecordAt,
): Promise<RecordAt | undefined> {
  const head = await findAuditHead(db, programme)
  if (head && before?.head.hash === head.hash) return before
  const row = head && (await findProgramme(db, programme))
  if (!row) return undefined
  const record =
    before && (await isInChain(db, programme, before.head))
      ? await readAdded(db, programme, row, before)
      : await readAll(db, programme, row)
  return { record, head }
}

async function readAll(
  db: Reader,
  programme: ProgrammeId,
  row: Programme,
): Promise<ProgrammeRecord> {
  return {
    programme: row,
    standards: await listStandards(db, programme),
    goals: await listGoals(db, programme),
    benchmarks: await listBenchmarks(db, programme),
    waivers: await listWaivers(db, programme),
    sources: await listSources(db, programme),
    series: await listSeries(db, programme),
    figures: await listFigures(db, programme),
    events: await listEvents(db, programme),
    undertakings: await listUndertakings(db, programme),
    outcomes: await listOutcomes(db, programme),
    judgements: await listJudgements(db, programme),
  }
}

async function readAdded(
  db: Reader,
  programme: ProgrammeId,
  row: Programme,
  { record: old, head: { lastEntry: after } }: RecordAt,
): Promise<ProgrammeRecord> {
  let isSame = true
  /** What `read` gives where the table was added to, else what was there. */
  const renewed = async <T>(table: RecordTable, there: T, read: () => Promise<T>): Promise<T> => {
    if (!(await hasRowsAfter(db, table, programme, after))) return there
    isSame = false
    return read()
  }
  const added = async <T>(
    there: readonly T[],
    read: (db: Reader, programme: ProgrammeId, after: number) => Promise<T[]>,
  ) => [...there, ...(await read(db, programme, after))]
  const record: ProgrammeRecord = {
    programme: await renewed('programme', old.programme, () => Promise.resolve(row)),
    standards: await renewed('instrument', old.standards, () => listStandards(db, programme)),
    goals: await renewed('goal', old.goals, () => listGoals(db, programme)),
    benchmarks: await renewed('benchmark', old.benchmarks, () => listBenchmarks(db, programme)),
    waivers: await renewed('waiver', old.waivers, () => listWaivers(db, programme)),
    sources: await renewed('source', old.sources, () => listSources(db, programme)),
    series: await renewed('series', old.series, () => listSeries(db, programme)),
    figures: await renewed('figure', old.figures, () => added(old.figures, listFigures)),
    events: await renewed('event', old.events, () => added(old.events, listEvents)),
    undertakings: await renewed('undertaking', old.undertakings, () =>
      added(old.undertakings, listUndertakings),
    ),
    outcomes: await renewed('outcome', old.outcomes, () => added(old.outcomes, listOutcomes)),
    judgements: await renewed('judgement', old.judgements, () =>
      added(old.judgements, listJudgements),
    ),
  }
  return isSame ? old : record
}
