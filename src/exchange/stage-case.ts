/**
 * Makes a case and what happened in it from a row.
 *
 * A status says what has happened some day up to when the list was made. A release that lies ahead is
 * the end of a term, not a release. What is only alleged is `possible`.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, PersonId, SourceId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import { CASE_CATEGORIES } from '../domain/cases/case.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { plainHeader } from './header-words.ts'
import { DATE_FIELDS, isDateField } from './mapped-field.ts'
import type { DateField } from './mapped-field.ts'
import { quote } from './nearest-name.ts'
import { readDate } from './row-reader.ts'
import { heldByExcel } from './stage-person.ts'
import type { RowInHand, Value } from './staged-row.ts'
import { inDetail, wordIn } from './staged-words.ts'
import { readWrittenDate } from './written-date.ts'
import type { DateHabits } from './written-date.ts'

export type CaseTerms = {
  readonly mapping: ColumnMapping
  readonly habits: DateHabits
  /** The day on which statuses were so. */
  readonly heldOn: CalendarDate
  readonly known: CalendarDate | null
  readonly source: SourceId | null
  /** Sources that a cell may name; others are words. */
  readonly sources: ReadonlySet<string>
}

type Event = {
  readonly kind: string
  readonly date: UncertainDate
  readonly alleged: boolean
  readonly parts: readonly string[]
}

export type StagedCase = {
  readonly case: Omit<CaseEntry, 'entry'>
  readonly events: readonly Omit<CaseEventEntry, 'entry'>[]
}

/** The case of a row; nothing where the row says nothing that is a case. */
export function stageCase(
  row: RowInHand,
  subject: PersonId,
  id: () => CaseId,
  terms: CaseTerms,
): StagedCase | undefined {
  const ends: string[] = []
  const dated = datedEvents(row, terms, ends)
  const events = withStatus(row, dated, terms)
  const category = categoryOf(row, terms.mapping)
  const isCase = events.length > 0 || row.has('ground') || row.has('charge') || row.has('category')
  if (category === null && !isCase) return undefined
  if (category === null) {
    row.park(
      row.value('category'),
      'The row has a case and says no category; state one for the whole table.',
    )
    return undefined
  }
  const about = detailParts(row, ends)
  const grounds = [...ground(row), ...(events.length === 0 ? about : [])]
  const opened = earliestOf(dated)
  const one: StagedCase['case'] = {
    id: id(),
    subject,
    category,
    ground: grounds.join('; '),
    region: row.text('region') || (terms.mapping.region ?? ''),
    authority: row.text('authority') || (terms.mapping.authority ?? ''),
    opened,
    withdrawn: null,
  }
  const cited = citation(row, terms)
  return {
    case: one,
    events: events.map(({ kind, date, alleged, parts }, index) => ({
      case: one.id,
      person: null,
      kind,
      date,
      known: terms.known,
      verification: alleged ? 'possible' : null,
      // What the row tells beside its days stands with the first of them.
      detail: [...parts, ...(index === 0 ? about : [])].join('; '),
      ...cited,
      withdrawn: null,
    })),
  }
}

function datedEvents(row: RowInHand, terms: CaseTerms, ends: string[]): readonly Event[] {
  const isDetained = row.has('detained')
  return Object.keys(DATE_FIELDS)
    .filter(isDateField)
    .flatMap((field) => {
      const value = row.value(field)
      const read = value && dateIn(row, value, field, terms, ends)
      if (!value || !read) return []
      const kind = field === 'arrested' && !isDetained ? 'detained' : DATE_FIELDS[field]
      const parts = read.written === null ? [] : [`written: ${inDetail(read.written)}`]
      const sentence = kind === 'sentenced' ? sentenceOf(row) : ''
      return [
        {
          kind,
          date: read.date,
          alleged: value.alleged,
          parts: sentence === '' ? parts : [`sentence: ${sentence}`, ...parts],
        },
      ]
    })
}

type Read = { readonly date: UncertainDate; readonly written: string | null }

function dateIn(
  row: RowInHand,
  value: Value,
  field: DateField,
  { habits, heldOn, known }: CaseTerms,
  ends: string[],
): Read | undefined {
  const { text } = value
  const read = readWrittenDate(text, habits)
  if (row.isDated(value)) row.flag(value, heldByExcel(text))
  if (read.is === 'unknown') return undefined
  if (read.is === 'life') {
    if (field === 'released') ends.push('ends: life')
    else row.flag(value, `${quote(text)} is no date; it is not taken.`)
    return undefined
  }
  if (read.is === 'ambiguous') {
    row.park(value, read.remark)
    return undefined
  }
  const date = read.is === 'date' ? read.date : read.rest
  if (read.is !== 'date')
    row.flag(
      value,
      date
        ? `${read.remark} It is taken as ${date.text} and kept as written.`
        : `${read.remark} It is kept as written.`,
    )
  else if (read.remark !== null) row.flag(value, read.remark)
  if (!date) {
    ends.push(`${DATE_FIELDS[field]}: ${inDetail(text)}`)
    return undefined
  }
  if (date.earliest > (known ?? heldOn)) return ahead(row, value, field, date, ends)
  if (read.is === 'date' && date.earliest !== date.latest)
    row.flag(value, `${quote(text)} is known as ${date.text} only.`)
  const doubted = (value.alleged && readDate(`${date.text}?`)) || date
  return { date: doubted, written: date.text === text ? null : text }
}

/** A release that lies ahead is the end of a term; anything else cannot have happened. */
function ahead(
  row: RowInHand,
  value: Value,
  field: DateField,
  date: UncertainDate,
  ends: string[],
): undefined {
  if (field === 'released') {
    ends.push(`ends: ${date.text}`)
    row.flag(value, `The release on ${date.text} lies ahead; it is kept as the end of the term.`)
  } else row.park(value, `${date.text} is after the day on which the list was made.`)
  return undefined
}

/** Adds what the status says beyond the days that the row gives. */
function withStatus(
  row: RowInHand,
  events: readonly Event[],
  { mapping, heldOn }: CaseTerms,
): readonly Event[] {
  const status = row.value('status')
  if (!status) return events
  const kind = kindOfStatus(status.text, mapping.statuses)
  if (kind === undefined) {
    row.park(status, `The status ${quote(status.text)} is not known; say what it means.`)
    return events
  }
  if (kind === 'none') return events
  if (kind === 'detained' && events.some((event) => event.kind === 'released')) {
    row.park(status, `The status is ${quote(status.text)} and the row gives a release.`)
    return events
  }
  const same = events.filter((event) => event.kind === kind)
  if (same.length > 0)
    return status.alleged
      ? events.map((event) => (event.kind === kind ? { ...event, alleged: true } : event))
      : events
  const date = readDate(statusSpan(kind, events, heldOn))
  if (!date) return events
  row.flag(status, `When it came to ${quote(status.text)} is not said: some day in ${date.text}.`)
  const parts = [`status: ${inDetail(status.text)}`]
  return [...events, { kind, date, alleged: status.alleged, parts }]
}

/** The days on which it may have come to a status: before what presupposes it, else after all else. */
function statusSpan(kind: string, events: readonly Event[], heldOn: CalendarDate): string {
  const [first] = events.map(({ date }) => date.latest).toSorted()
  if (kind === 'detained' && first !== undefined) return `../${first}`
  const last = events
    .map(({ date }) => date.earliest)
    .toSorted()
    .at(-1)
  if (last === undefined) return `../${heldOn}`
  return last < heldOn ? `${last}/${heldOn}` : heldOn
}

/** By the whole code, in any case, else by what stands before its hyphen. */
function kindOfStatus(
  code: string,
  statuses: Readonly<Record<string, string>>,
): string | undefined {
  const find = (wanted: string) =>
    Object.entries(statuses).find(([each]) => each.toLowerCase() === wanted.toLowerCase())?.[1]
  return find(code) ?? (code.includes('-') ? find(code.slice(0, code.indexOf('-'))) : undefined)
}

function categoryOf(row: RowInHand, mapping: ColumnMapping): string | null {
  const value = row.value('category')
  if (!value) return mapping.category
  const { text } = value
  const plain = plainHeader(text).replaceAll(' ', '-')
  const known = wordIn(mapping.categories, text) ?? CASE_CATEGORIES.find((each) => each === plain)
  if (known !== undefined) return known
  if (mapping.category !== null) return mapping.category
  row.park(value, `The category ${quote(text)} is not known; say which of ours it is.`)
  return null
}

/** Why they are held, as the row says it; letters of a category that is not ours with it. */
function ground(row: RowInHand): readonly string[] {
  const theirs = row.value('category')
  const isOurs = theirs && CASE_CATEGORIES.some((each) => each === theirs.text)
  return [
    ...row.values('ground').map(({ text }) => inDetail(text)),
    ...row.values('charge').map(({ text }) => `charge: ${inDetail(text)}`),
    ...(theirs && !isOurs ? [`category: ${inDetail(theirs.text)}`] : []),
    ...row.values('their-id').map(({ text }) => `record: ${inDetail(text)}`),
  ]
}

function detailParts(row: RowInHand, ends: readonly string[]): readonly string[] {
  const sentence = row.has('sentenced') ? '' : sentenceOf(row)
  return [
    ...(sentence === '' ? [] : [`sentence: ${sentence}`]),
    ...ends,
    ...row.values('held-at').map(({ text }) => `place: ${inDetail(text)}`),
    ...row.values('note').map(({ text }) => `note: ${inDetail(text)}`),
  ]
}

const TERM_PARTS = [
  ['sentence-years', 'year'],
  ['sentence-months', 'month'],
  ['sentence-weeks', 'week'],
  ['sentence-days', 'day'],
] as const

function sentenceOf(row: RowInHand): string {
  const written = row.value('sentence')
  const parts = TERM_PARTS.flatMap(([field, unit]) => {
    const text = row.value(field)?.text
    if (text === undefined || text === '0') return []
    return [/^\d+$/.test(text) ? `${text} ${unit}${text === '1' ? '' : 's'}` : inDetail(text)]
  })
  const terms = [...(written ? [inDetail(written.text)] : []), ...parts]
  const unknown = readWrittenDate(terms.join(' '), { order: null, notAfter: null }).is === 'unknown'
  return unknown ? '' : terms.join(' ')
}

function earliestOf(events: readonly Event[]): UncertainDate | null {
  return events.reduce<UncertainDate | null>(
    (first, { date }) => (first === null || date.earliest < first.earliest ? date : first),
    null,
  )
}

/** A source by its id; any other words are the place in the source of the whole table. */
function citation(
  row: RowInHand,
  { source, sources }: CaseTerms,
): { readonly source: SourceId | null; readonly at: string } {
  const named = row.text('source')
  const at = row.text('source-place')
  if (named !== '' && sources.has(named)) return { source: named as SourceId, at }
  return { source, at: [named, at].filter((part) => part !== '').join(', ') }
}
