/**
 * Where a case stands after what happened (rules R152–R159, R192): tables under
 * `test/worked/case-states/` that an expert can read and correct, one file a rule. A failing row is a
 * question to an expert: is the table wrong, or the program?
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import type { CaseId, FamilyId, PersonId, SourceId } from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { CaseEventEntry } from '../src/domain/cases/case-event.ts'
import { CASE_EVENT_KINDS } from '../src/domain/cases/case-event.ts'
import type { RegisterOptions } from '../src/domain/cases/case-history.ts'
import { stateOn } from '../src/domain/cases/case-state.ts'
import type { FamilyMember } from '../src/domain/cases/family-unit.ts'
import { openRegister } from '../src/domain/cases/register.ts'
import { all, outcomeOn } from '../src/domain/cases/resolved.ts'
import type { NamedOutcomes } from '../src/domain/cases/resolved.ts'
import { VERIFICATIONS } from '../src/domain/evidence/event.ts'

const TABLES = join(import.meta.dirname, 'worked', 'case-states')
const COLUMNS = [
  'case',
  'category',
  'persons',
  'events',
  'by',
  'as of',
  'known on',
  'state',
  'resolved',
  'can be told',
  'source',
  'why it is so',
] as const
type Row = Readonly<Record<(typeof COLUMNS)[number], string>> & { readonly line: number }

const PUBLISHED: Readonly<Record<string, string>> = {
  embassy: '1970-01-01',
  tass: '1970-01-01',
  weekly: '1987-02-21',
}
const OPTIONS: RegisterOptions = {
  publishedOf: (id) => calendarDate(PUBLISHED[id] ?? 'no such source'),
  speaksForCounterpart: (id) => id === 'tass',
  enteredOn: () => calendarDate('1970-01-01'),
}

const files = readdirSync(TABLES).filter((file) => file.endsWith('.csv'))

it('every rule has a table', () => {
  expect(files.length).toBeGreaterThanOrEqual(11)
})

describe.each(files)('%s', (file) => {
  it.each(readTable(file))('line $line: $case', (row) => {
    const about = `${file}, line ${row.line}: ${row.events}\nthe table says why: ${row['why it is so']}`
    const found = standingOf(row)
    if (row.state !== '') expect(found.state, about).toBe(row.state)
    expect({ resolved: found.resolved, 'can be told': found.answer }, about).toEqual({
      resolved: row.resolved,
      'can be told': row['can be told'],
    })
  })
})

function standingOf(row: Row): { state: string; resolved: string; answer: string } {
  const members = (row.persons || 'p-1').split(',').map((part) => part.trim().split(' '))
  const family = row.persons !== ''
  const register = openRegister(
    {
      persons: [],
      families: family
        ? members.map(([person, role = ''], at): FamilyMember => ({
            entry: at + 1,
            family: 'f-1' as FamilyId,
            person: person as PersonId,
            role,
            withdrawn: null,
          }))
        : [],
      cases: [
        {
          entry: 1,
          id: 'c-1' as CaseId,
          subject: (family ? 'f-1' : 'p-1') as PersonId,
          category: row.category,
          ground: '',
          region: '',
          authority: '',
          opened: null,
          withdrawn: null,
        },
      ],
      caseEvents: row.events.split('|').map(readEvent),
      contacts: [],
      consents: [],
      merges: [],
    },
    OPTIONS,
  )
  const asOf = calendarDate(row['as of'])
  const group = register.asKnownOn(calendarDate(row['known on'])).groups[0]!
  const outcomes = group.persons.map((person) => outcomeOn(group, person, asOf, readBy(row.by)))
  return {
    state: stateOn(group, group.persons[0]!, asOf).state,
    resolved: outcomes.every(({ resolved }) => resolved) ? 'yes' : 'no',
    answer: all(outcomes.map(({ answer }) => answer)),
  }
}

/** `arrived 1974-06-01 likely of p-2 known 1974-06-05 source tass withdrawn 1974-08-01` */
function readEvent(text: string, at: number): CaseEventEntry {
  const [kind = '', date = '', ...rest] = text.trim().split(/\s+/)
  if (!(CASE_EVENT_KINDS as readonly string[]).includes(kind))
    throw new Error(`“${kind}” in “${text}” is no kind of event`)
  const after = (word: string) => (rest.includes(word) ? rest[rest.indexOf(word) + 1]! : undefined)
  const known = after('known')
  const source = after('source') ?? 'embassy'
  const withdrawn = after('withdrawn')
  return {
    entry: at + 1,
    case: 'c-1' as CaseId,
    person: (after('of') ?? null) as PersonId | null,
    kind,
    date: uncertainDate(date),
    known: known === undefined ? null : calendarDate(known),
    verification: VERIFICATIONS.find((each) => rest.includes(each)) ?? null,
    detail: '',
    source: source === 'none' ? null : (source as SourceId),
    at: '',
    withdrawn: withdrawn === undefined ? null : calendarDate(withdrawn),
  }
}

function readBy(by: string): NamedOutcomes | null {
  if (by === '') return null
  const every = by.includes(' and ')
  return { every, outcomes: by.split(every ? ' and ' : ' or ') }
}

function readTable(file: string): Row[] {
  const [head = [], ...body] = parse(readFileSync(join(TABLES, file)))
  if (head.join() !== COLUMNS.join())
    throw new Error(
      `${file}: the columns are ${head.join(', ')}; expected are ${COLUMNS.join(', ')}`,
    )
  // Line 1 names the columns; no cell has line breaks.
  return body.map((cells, index) => {
    const row = Object.fromEntries(COLUMNS.map((name, at) => [name, cells[at]!.trim()]))
    return { ...(row as Omit<Row, 'line'>), line: index + 2 }
  })
}
