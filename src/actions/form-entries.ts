/**
 * Reads what a person typed into a form, or pasted, as the row of a table that it would be: with the
 * same checks and sentences as the rows of a programme folder.
 */
import type { EventEntry } from '../domain/evidence/event.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { Series } from '../domain/evidence/series.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { OutcomeEntry, UndertakingEntry } from '../domain/evidence/undertaking.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { EVIDENCE_COLUMNS } from '../exchange/evidence-columns.ts'
import { KnownIds, type Referable } from '../exchange/known-ids.ts'
import { readEvents } from '../exchange/read-events.ts'
import { readFigures } from '../exchange/read-figures.ts'
import { readSeries, readSources } from '../exchange/read-sources.ts'
import type { TableText, Taken } from '../exchange/read-table.ts'
import { readOutcomes, readUndertakings } from '../exchange/read-undertakings.ts'
import { quote } from '../exchange/nearest-name.ts'
import type { Place } from '../exchange/place.ts'
import type { References } from '../exchange/references.ts'
import { Report } from '../exchange/report.ts'
import { Subjects } from '../exchange/subjects.ts'
import { ActionRefused } from './errors.ts'

/** Texts by column; a column that is left out is empty. */
export type Typed = Readonly<Record<string, string | undefined>>
export type ReadRow<Entry> =
  | { readonly entry: Entry; readonly refusal: null }
  | { readonly entry: null; readonly refusal: string; readonly fields: readonly RefusedField[] }

/** A field that was refused, by its pointer in the request, with the sentence for it. */
export type RefusedField = { readonly pointer: string; readonly detail: string }

/** Refuses what was typed; each sentence has its field. */
export class EntryRefused extends ActionRefused {
  override name = 'EntryRefused'
  readonly fields: readonly RefusedField[]

  constructor(message: string, fields: readonly RefusedField[]) {
    super('invalid', message)
    this.fields = fields
  }
}

type Reader<Entry> = (
  text: TableText,
  report: Report,
  references: References,
) => Generator<number, Taken<Entry>>

export const readFigureRow = rowReader<FigureEntry>(
  'figures',
  EVIDENCE_COLUMNS.figures.all,
  readFigures,
)
export const readEventRow = rowReader<EventEntry>('events', EVIDENCE_COLUMNS.events.all, readEvents)
export const readUndertakingRow = rowReader<UndertakingEntry>(
  'undertakings',
  EVIDENCE_COLUMNS.undertakings.all,
  readUndertakings,
)
export const readOutcomeRow = rowReader<OutcomeEntry>(
  'outcomes',
  EVIDENCE_COLUMNS.outcomes.all,
  readOutcomes,
)
/** Without `origin`: the source that a new one repeats stands on record, not in the same table. */
export const readSourceRow = rowReader<Source>('sources', EVIDENCE_COLUMNS.sources.all, readSources)
export const readSeriesRow = rowReader<Series>('series', EVIDENCE_COLUMNS.series.all, readSeries)

/** The entry, or `EntryRefused` with the sentences. `row` is named where there are several. */
export function taken<Entry>(read: ReadRow<Entry>, row?: number): Entry {
  if (read.refusal === null) return read.entry
  if (row === undefined) throw new EntryRefused(read.refusal, read.fields)
  const fields = read.fields.map(({ pointer, detail }) => ({
    pointer: pointer.replace(FIRST_FIGURE, `/figures/${row - 1}/`),
    detail,
  }))
  throw new EntryRefused(`Row ${row}: ${read.refusal}`, fields)
}

/** Figures alone are asked for in a list. */
const FIRST_FIGURE = '/figures/0/'

/** What rows may refer to: what the record holds and has not been withdrawn. */
export function referencesOf(record: ProgrammeRecord): References {
  const standing = <T extends { withdrawn: string | null }>(rows: readonly T[]) =>
    rows.filter(({ withdrawn }) => withdrawn === null)
  const references = noReferences()
  const fill = (ids: KnownIds, known: readonly { readonly id: string }[]) => {
    for (const { id } of known) ids.add(id)
  }
  fill(references.benchmarks, record.benchmarks)
  fill(references.goals, record.goals)
  fill(references.sources, standing(record.sources))
  fill(references.series, standing(record.series))
  fill(references.undertakings, record.undertakings)
  for (const { id, published } of record.sources)
    if (published) references.publishedOf.set(id, published)
  for (const { id, kind, unit } of record.series) {
    references.kindOf.set(id, kind)
    references.unitOf?.set(id, unit)
  }
  return references
}

/** For a row that refers to nothing: whoever knows what is on record adds it. */
export function noReferences(): References {
  const ids = (noun: string) => {
    const none = new KnownIds(noun, 'this programme')
    none.found('whole')
    return none
  }
  const [persons, families] = [ids('person'), ids('family')]
  const subjectIds: Referable = {
    has: (id) => persons.has(id) || families.has(id),
    unread: () => undefined,
    whyNot: (id) => `There is no person or family ${quote(id)} in this programme.`,
  }
  return {
    provisions: ids('provision'),
    benchmarks: ids('benchmark'),
    goals: ids('goal'),
    sources: ids('source'),
    series: ids('series'),
    undertakings: ids('undertaking'),
    ...{ persons, families, subjectIds },
    cases: ids('case'),
    lists: ids('list'),
    versions: ids('version'),
    onVersion: new Map(),
    subjects: new Subjects(),
    publishedOf: new Map(),
    kindOf: new Map(),
    unitOf: new Map(),
  }
}

/** Reads one typed row of a table as a row of its file would be read. */
export function rowReader<Entry>(table: string, columns: readonly string[], read: Reader<Entry>) {
  return (typed: Typed, references: References): ReadRow<Entry> => {
    const cells = columns.map((column) => quoted(typed[column] ?? ''))
    const csv = [columns.map(quoted).join(','), cells.join(',')].join('\n')
    const report = new Report()
    const [entry] = lastOf(
      read({ file: table, utf8: Buffer.from(csv) }, report, references),
    ).entries
    // One thing wrong in two cells is said once.
    const refused = report.refusals([]).map((one) => ({ ...one, message: onScreen(one.message) }))
    const refusals = [...new Set(refused.map(({ message }) => message))]
    if (entry !== undefined && refusals.length === 0) return { entry, refusal: null }
    const fields = refused.flatMap((place) => {
      const column = columns[indexAt(place, cells)]
      if (column === undefined) return []
      const pointer = `${table === 'figures' ? FIRST_FIGURE : '/'}${column}`
      return [{ pointer, detail: place.message }]
    })
    return { entry: null, refusal: refusals.join(' ') || 'Every field is empty.', fields }
  }
}

/** A form says by examples how a date is written; the name of the standard is for files. */
const onScreen = (message: string) => message.replace(' (EDTF)', '')

/** Which of the cells of the second line begins at the place; -1 where none does. */
function indexAt({ line, column }: Place, cells: readonly string[]): number {
  return cells.findIndex((_, index) => {
    const before = cells
      .slice(0, index)
      .map((cell) => `${cell},`)
      .join('')
    const lines = before.split('\n')
    // Characters, as the places in files are counted, not UTF-16 units.
    return lines.length + 1 === line && Array.from(lines.at(-1) ?? '').length + 1 === column
  })
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""').replace(/\r\n?/g, '\n')}"`
}

function lastOf<Last>(steps: Generator<unknown, Last>): Last {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
