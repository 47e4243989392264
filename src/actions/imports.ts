/** Takes what a programme folder holds into the record: all of it or nothing; again changes nothing. */
import { createHash } from 'node:crypto'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import { NO_PARTS } from '../exchange/folder-content.ts'
import { insertBenchmarks } from '../store/benchmarks.ts'
import type { OpenAction } from '../store/database/append.ts'
import type { Writer } from '../store/database/reader-writer.ts'
import { insertEvents } from '../store/events.ts'
import { insertFigures } from '../store/figures.ts'
import { insertGoals } from '../store/goals.ts'
import { insertJudgements } from '../store/judgements.ts'
import { insertKeptFiles, listKeptFiles, type KeptFile } from '../store/kept-files.ts'
import { listFilledKnown } from '../store/known-by.ts'
import { findProgrammeRecord } from '../store/programme-records.ts'
import { insertProgramme } from '../store/programmes.ts'
import { insertSeries } from '../store/series.ts'
import { insertSources } from '../store/sources.ts'
import { insertStandards } from '../store/standards.ts'
import { insertOutcomes, insertUndertakings } from '../store/undertakings.ts'
import { insertWaivers } from '../store/waivers.ts'
import { act, requirePermission, type Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { newEvidence, publishedBySource } from './new-rows.ts'
import { newVersions, numbered } from './new-versions.ts'
import { heldRecord } from './record-cache.ts'
import { compareRegister, writeRegister, type RegisterParts } from './register-import.ts'
import { EVENTS, FIGURES, JUDGEMENTS, OUTCOMES, UNDERTAKINGS } from './row-kinds.ts'

export type ImportedTable =
  keyof ProgrammeRecord | 'kept' | keyof RegisterRecord | keyof ListRecord | 'engagements'
export type ImportCounts = Readonly<Record<ImportedTable, number>>
/** How many rows of each table were new and written, and how many were on record already. */
export type Imported = {
  readonly taken: ImportCounts
  readonly unchanged: ImportCounts
  /** Whose rows were passed over: they were erased. */
  readonly erased: readonly string[]
}

export type ImportedContent = Partial<RegisterParts> & {
  readonly record: ProgrammeRecord
  readonly kept: readonly KeptFile[]
}

export type ImportOptions = {
  /** The day that fills a `known` which nothing states; by default the person's today. */
  readonly today?: CalendarDate
  /** Told after each batch how many of the new rows are written. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  readonly signal?: AbortSignal
}

/**
 * Appends what is not on record. A missing row withdraws nothing. Throws `ActionRefused`, or the
 * signal's reason when it was given up; either way nothing is taken.
 */
export async function importRecord(
  context: Context,
  { record, kept, ...given }: ImportedContent,
  { today = context.today, onProgress, signal }: ImportOptions = {},
): Promise<Imported> {
  const programme = record.programme.id
  const parts = { ...NO_PARTS, ...given }
  requirePermission(context, 'record.import')
  const keyring = await keyringOf(context)
  let [done, total] = [0, 0]
  const onRows = (count: number) => onProgress?.({ done: (done += count), total })
  return act(
    context,
    {
      permission: 'record.import',
      programme,
      subject: programme,
      onRows,
      ...(signal && { signal }),
    },
    async (tx, action) => {
      const before = (
        await findProgrammeRecord(tx, programme, heldRecord(context.database, programme))
      )?.record
      signal?.throwIfAborted()
      const rules = {
        today,
        publishedOf: publishedBySource(before?.sources ?? [], record.sources),
        filled: await listFilledKnown(tx, programme),
      }
      const found = compare(before, record, rules)
      const files = newVersions(
        'file',
        (file) => file.path,
        fingerprints(await listKeptFiles(tx, programme)),
        fingerprints(kept),
      )
      const register = await compareRegister(tx, keyring, programme, parts, {
        today,
        sources: standingSources(before?.sources ?? [], record.sources),
        claims: record.programme.claims,
      })
      const { erased, ...newRegister } = register
      const wanted = new Set(files.rows.map((file) => file.path))
      const sorted = { ...found, kept: files, ...newRegister }
      total = sum(Object.values(sorted).map(({ rows }) => rows.length))
      await write(tx, action, found)
      await writeRegister(tx, action, keyring, register)
      await insertKeptFiles(tx, action, firstOfEach(kept, wanted))
      return {
        taken: counts(sorted, ({ rows }) => rows.length),
        unchanged: counts(sorted, ({ unchanged }) => unchanged),
        erased,
      }
    },
  )
}

/** The sources as they stand after the import. */
function standingSources(before: readonly Source[], given: readonly Source[]): Source[] {
  return [...new Map([...before, ...given].map((source) => [source.id, source])).values()]
}

type Found = ReturnType<typeof compare>

function compare(
  before: ProgrammeRecord | undefined,
  given: ProgrammeRecord,
  rules: Parameters<typeof newEvidence>[3],
) {
  const programmes = before ? [before.programme] : []
  return {
    programme: newVersions('programme', ({ id }) => id, programmes, [given.programme]),
    standards: newVersions('instrument', ({ id }) => id, before?.standards ?? [], given.standards),
    sources: newVersions('source', ({ id }) => id, before?.sources ?? [], given.sources),
    series: newVersions('series', ({ id }) => id, before?.series ?? [], given.series),
    goals: newVersions('goal', ({ id }) => id, before?.goals ?? [], given.goals),
    benchmarks: newVersions(
      'benchmark',
      ({ id, set }) => (set === null ? id : `${id} set ${set}`),
      before?.benchmarks ?? [],
      given.benchmarks,
    ),
    waivers: newVersions(
      'waiver',
      ({ waiver, occurrence }) =>
        `${waiver.benchmark} by ${waiver.by} from ${waiver.from.text} (${occurrence})`,
      numbered(before?.waivers ?? []),
      numbered(given.waivers),
    ),
    figures: newEvidence(FIGURES, before?.figures ?? [], given.figures, rules),
    events: newEvidence(EVENTS, before?.events ?? [], given.events, rules),
    undertakings: newEvidence(UNDERTAKINGS, before?.undertakings ?? [], given.undertakings, rules),
    outcomes: newEvidence(OUTCOMES, before?.outcomes ?? [], given.outcomes, rules),
    judgements: newEvidence(JUDGEMENTS, before?.judgements ?? [], given.judgements, rules),
  }
}

async function write(tx: Writer, action: OpenAction, found: Found): Promise<void> {
  for (const programme of found.programme.rows) await insertProgramme(tx, action, programme)
  await insertStandards(tx, action, found.standards.rows)
  await insertSources(tx, action, found.sources.rows)
  await insertSeries(tx, action, found.series.rows)
  await insertGoals(tx, action, found.goals.rows)
  await insertBenchmarks(tx, action, found.benchmarks.rows)
  await insertWaivers(tx, action, found.waivers.rows)
  await insertFigures(tx, action, found.figures.rows)
  await insertEvents(tx, action, found.events.rows)
  await insertUndertakings(tx, action, found.undertakings.rows)
  await insertOutcomes(tx, action, found.outcomes.rows)
  await insertJudgements(tx, action, found.judgements.rows)
}

type Counted = { readonly rows: readonly unknown[]; readonly unchanged: number }

function counts(
  sorted: Readonly<Record<ImportedTable, Counted>>,
  count: (table: Counted) => number,
): ImportCounts {
  const entries = Object.entries(sorted).map(([table, each]) => [table, count(each)])
  return Object.fromEntries(entries) as ImportCounts // the same keys
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Files are compared by their hashes: to print megabytes as text costs more than to read them. */
function fingerprints(files: readonly KeptFile[]): { path: string; sha256: string }[] {
  return files.map(({ path, bytes }) => ({
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
}

function firstOfEach(files: readonly KeptFile[], wanted: Set<string>): KeptFile[] {
  return files.filter(({ path }) => wanted.delete(path))
}
