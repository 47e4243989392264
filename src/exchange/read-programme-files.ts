/**
 * Reads a programme from its files: everything that can be taken, and everything that cannot with
 * its place and a sentence.
 *
 * Files are read in an order in which what is referred to comes first, so that a row that refers to
 * nothing is refused at its cell. Nothing here throws for what a file holds.
 */
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { refuseFaulty } from './benchmark-faults.ts'
import { evidenceFile } from './evidence-columns.ts'
import type { FolderContent, Progress } from './folder-content.ts'
import { READ_FILES } from './folder-names.ts'
import type { Place } from './place.ts'
import { readEvents } from './read-events.ts'
import { readFigures } from './read-figures.ts'
import { readGoals, readStandards, readWaivers } from './read-goals.ts'
import { readJudgements } from './read-judgements.ts'
import { readProgramme } from './read-programme.ts'
import { partsOf, readRegister } from './read-register.ts'
import { readSeries, readSources } from './read-sources.ts'
import type { Taken } from './read-table.ts'
import { readOutcomes, readUndertakings } from './read-undertakings.ts'
import { Reading } from './reading.ts'
import { Report } from './report.ts'

export { FILE_CEILING, tooLarge } from './reading.ts'

/** Reads a programme from its files in memory, by path with `/`. Never throws for what they hold. */
export function readProgrammeFiles(files: ReadonlyMap<string, Uint8Array>): FolderContent {
  const steps = readInSteps(files, new Report())
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps of about a megabyte of table, so that the caller can show progress and stop. */
export function* readInSteps(
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): Generator<Progress, FolderContent> {
  const reading = new Reading(files, report)
  const programme = reading.yaml('programme.yaml', readProgramme)
  // A folder that could not be looked into is said to be that, not to lack a file.
  const unread = report.refusedIn('programme.yaml') || (files.size === 0 && report.count > 0)
  if (!files.has('programme.yaml') && !unread)
    report.refuseAt(
      { file: 'programme.yaml', line: 1, column: 1 },
      'The folder has no programme.yaml; a programme begins with it.',
    )
  const standards = reading.yamlList('standards.yaml', readStandards, reading.references.provisions)
  const benchmarks = reading.benchmarks()
  const sources = yield* reading.table(
    evidenceFile('sources'),
    readSources,
    reading.references.sources,
  )
  const series = yield* reading.table(evidenceFile('series'), readSeries, reading.references.series)
  const goals = reading.yamlList('goals.yaml', readGoals, reading.references.goals)
  const figures = yield* reading.table(evidenceFile('figures'), readFigures)
  const events = yield* reading.table(evidenceFile('events'), readEvents)
  const undertakings = yield* reading.table(
    evidenceFile('undertakings'),
    readUndertakings,
    reading.references.undertakings,
  )
  const outcomes = yield* reading.table(evidenceFile('outcomes'), readOutcomes)
  const judgements = yield* reading.table(evidenceFile('judgements'), readJudgements)
  const waivers = reading.yamlList('leverage.yaml', readWaivers)
  const register = yield* readRegister(reading)
  const lists = {
    standards,
    goals,
    benchmarks,
    waivers,
    sources,
    series,
    figures,
    events,
    undertakings,
    outcomes,
    judgements,
    ...register,
  }
  const record: ProgrammeRecord | null = programme
    ? {
        programme,
        standards: standards.entries,
        goals: goals.entries,
        benchmarks: benchmarks.entries,
        waivers: waivers.entries,
        sources: sources.entries,
        series: series.entries,
        figures: figures.entries,
        events: events.entries,
        undertakings: undertakings.entries,
        outcomes: outcomes.entries,
        judgements: judgements.entries,
      }
    : null
  const sound = record && { ...record, benchmarks: refuseFaulty(benchmarks, record, report) }
  const taken = Object.values(lists).filter(({ file }) => files.has(file))
  return {
    record: sound,
    ...partsOf(register),
    kept: reading.kept(),
    refusals: report.refusals(READ_FILES),
    notices: report.notices,
    taken: Object.fromEntries([
      ...(programme ? [['programme.yaml', 1] as const] : []),
      ...taken.map(({ file, entries }) => [file, entries.length] as const),
    ]),
    placeOf: (table, entry) => placeOfEntry(lists, table, entry),
  }
}

function placeOfEntry(
  lists: Readonly<Record<string, Taken<unknown>>>,
  table: string,
  entry: number,
): Place {
  const list = lists[table] ?? Object.values(lists).find(({ file }) => file === table)
  const line = list?.lines[entry - 1]
  if (!list || line === undefined)
    throw new RangeError(`no entry ${String(entry)} in what was read of "${table}"`)
  return { file: list.file, line, column: 1 }
}
