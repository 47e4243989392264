/** What an entry must have before it is written: ids that can be written, references that exist, periods in order. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { isId } from '../domain/basics/ids.ts'
import type { SourceId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { RULE_STAGES, SWITCHES, type EventEntry } from '../domain/evidence/event.ts'
import type { FigureEntry } from '../domain/evidence/figure.ts'
import type { Series } from '../domain/evidence/series.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { ActionRefused } from './errors.ts'

type New<T> = Omit<T, 'entry'>

export function checkSource(record: ProgrammeRecord, source: New<Source>): void {
  checkId(source.id)
  if (source.origin === source.id) throw invalid(`Source "${source.id}" cannot repeat itself.`)
  if (source.origin !== null) checkCited(record, source.origin)
}

export function checkSeries(record: ProgrammeRecord, series: New<Series>): void {
  checkId(series.id)
  const standing = record.series.find(({ id }) => id === series.id)
  const isUsed = record.figures.some((figure) => figure.series === series.id)
  // Its figures were published as what it was: another kind or unit is another series.
  if (standing && isUsed && (standing.kind !== series.kind || standing.unit !== series.unit))
    throw invalid(
      `Series "${series.id}" has figures as ${standing.kind} in ${standing.unit || 'no unit'}. Another kind or unit is another series.`,
    )
}

/** `row` counts the figures given together from 1, for the sentence. */
export function checkFigure(record: ProgrammeRecord, figure: New<FigureEntry>, row: number): void {
  const at = `Figure ${row}: `
  if (!record.series.some(({ id, withdrawn }) => id === figure.series && withdrawn === null))
    throw invalid(`${at}there is no series "${figure.series}".`)
  checkCited(record, figure.source, at)
  if (figure.reporter.trim() === '') throw invalid(`${at}say who reports it.`)
  if (figure.low === null && figure.high === null)
    throw invalid(`${at}give a value, or a lower or upper bound.`)
  for (const bound of [figure.low, figure.high])
    if (bound !== null && !Number.isFinite(bound)) throw invalid(`${at}a bound is not a number.`)
  if (figure.low !== null && figure.high !== null && figure.low > figure.high)
    throw invalid(`${at}the lower bound ${figure.low} is above the upper bound ${figure.high}.`)
  if (figure.from.earliest > figure.to.latest)
    throw invalid(`${at}the period ${figure.from.text} to ${figure.to.text} ends before it begins.`)
  if (figure.published !== null && figure.published.latest < figure.from.earliest)
    throw invalid(
      `${at}it was published (${figure.published.text}) before its period begins (${figure.from.text}).`,
    )
}

type Dated = {
  readonly id?: string
  readonly date: UncertainDate
  readonly known: CalendarDate | null
  readonly source: SourceId
}

export function checkDated(record: ProgrammeRecord, entry: Dated): void {
  if (entry.id !== undefined) checkId(entry.id)
  checkCited(record, entry.source)
  if (entry.known !== null && entry.known < entry.date.earliest)
    throw invalid(`It is known (${entry.known}) before it happened (${entry.date.text}).`)
}

export function checkEvent(record: ProgrammeRecord, event: New<EventEntry>): void {
  checkDated(record, event)
  for (const [what, text] of Object.entries({ kind: event.kind, subject: event.subject }))
    if (text.trim() === '') throw invalid(`An event needs a ${what}.`)
  const stages: readonly string[] =
    event.kind === 'state' ? SWITCHES : event.kind === 'rule' ? RULE_STAGES : ['']
  if (stages.includes(event.stage)) return
  if (event.kind !== 'state' && event.kind !== 'rule')
    throw invalid(`Only a state or a rule has a stage; this is an act ("${event.kind}").`)
  throw invalid(
    `The stage of a ${event.kind} is one of ${stages.join(', ')}, not "${event.stage}".`,
  )
}

function checkId(id: string): void {
  if (!isId(id))
    throw invalid(`"${id}" cannot be an id: a letter, then letters, digits, "-", "/" or "_".`)
}

function checkCited(record: ProgrammeRecord, source: SourceId, at = ''): void {
  if (!record.sources.some(({ id, withdrawn }) => id === source && withdrawn === null))
    throw invalid(`${at}${at ? 'there' : 'There'} is no source "${source}".`)
}

function invalid(sentence: string): ActionRefused {
  return new ActionRefused('invalid', sentence)
}
