/**
 * The lists of the cables (rules R150–R189): a register as a programme folder under `test/worked/lists/`
 * with tables of the figures that must come out, each with the cable that it is from.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import type { CountingUnit } from '../src/domain/basics/counting-unit.ts'
import { readCaseConditions } from '../src/domain/cases/case-conditions.ts'
import { registerOptionsOf } from '../src/domain/cases/case-history.ts'
import { shareOf } from '../src/domain/cases/counting.ts'
import { openRegister } from '../src/domain/cases/register.ts'
import { outcomeOn } from '../src/domain/cases/resolved.ts'
import { answerCaseRequests } from '../src/domain/lists/case-request.ts'
import type { CaseRequest } from '../src/domain/lists/case-request.ts'
import { compareAtAge, readCohorts } from '../src/domain/lists/cohorts.ts'
import { passGate } from '../src/domain/lists/gate.ts'
import { readListStatus } from '../src/domain/lists/list-status.ts'
import type { Counts, ListStatus } from '../src/domain/lists/list-status.ts'
import { findList } from '../src/domain/lists/list-view.ts'
import { readRestatements } from '../src/domain/lists/restatements.ts'
import { readProgrammeFiles } from '../src/exchange/programme-folder.ts'

const DIR = join(import.meta.dirname, 'worked', 'lists')
const TABLES = ['cases', 'lists', 'evidence', 'programme.yaml']
const content = readProgrammeFiles(filesOf(DIR))
const register = openRegister(
  content.register,
  registerOptionsOf(content.record?.sources ?? [], content.record?.programme.claims ?? []),
)
const { lists } = content

it('the folder is read without a refusal', () => {
  expect(content.refusals).toEqual([])
  expect(content.register.cases).toHaveLength(471)
})

describe('the figures of expected.csv', () => {
  it.each(rowsOf('expected.csv'))('line %#: $list, $figure', (row) => {
    const status = statusOf(row['list']!, row['as of']!, row['known on']!)
    const counts = figureOf(status, row['figure']!)
    const found = {
      'family resolved': counts.family.resolved,
      'family entries': counts.family.entries,
      'person resolved': counts.person.resolved,
      'person entries': counts.person.entries,
      'family excluded': row['figure'] === 'head' ? status.family.excluded : '',
      'person excluded': row['figure'] === 'head' ? status.person.excluded : '',
    }
    const asked = Object.keys(found).filter((name) => row[name] !== '')
    const picked = Object.entries(found).filter(([name]) => asked.includes(name))
    expect(
      Object.fromEntries(picked.map(([name, value]) => [name, String(value)])),
      row['why it is so'],
    ).toEqual(Object.fromEntries(asked.map((name) => [name, row[name]])))
  })
})

describe('the figures of expected-measures.csv', () => {
  it.each(rowsOf('expected-measures.csv'))('line %#: $measure', (row) => {
    const [reading] = answerCaseRequests(register, lists, [requestOf(row)])
    expect({ low: String(reading!.low), high: String(reading!.high) }, row['why it is so']).toEqual(
      {
        low: row['low'],
        high: row['high'],
      },
    )
  })
})

const NO_ANSWERS = { settlements: [], overrides: [] }

it('the gate finds in the draft of list XVII what an embassy found', () => {
  const draft = findList(lists, 'XVII', calendarDate('1975-05-20'))!
  const { findings, open } = passGate(
    register,
    lists,
    draft,
    '1',
    calendarDate('1975-05-20'),
    NO_ANSWERS,
    {
      printedName: (_, names) => names[0]?.name ?? '',
      nearNames: () => [],
    },
  )
  const found = findings.map(({ kind, case: id }) => `${kind} ${id}`).toSorted()
  const expected = rowsOf('expected-gate.csv').map((row) => `${row['finding']} ${row['case']}`)
  expect(found).toEqual(expected.toSorted())
  expect(open).toBe(findings.length)
})

it('shares are whole percent, half up, beside both numbers', () => {
  expect(shareOf(statusOf('XVI', '1974-12-01', '1974-12-10').family)).toBe(29)
  expect(shareOf(statusOf('XVI', '1974-12-01', '1974-12-20').family)).toBe(28)
})

it('list XVI is set beside list XV at the same age', () => {
  const day = calendarDate('1974-08-01')
  const [sixteen, fifteen] = readCohorts(register, lists, day, day, { asReportedThen: true })
  expect(compareAtAge(sixteen!, fifteen!, 4)).toBe(
    'After 4 months 61 of 274 (22 %) family units of list XVI were resolved, as known on 1974-08-01, against 38 of 221 (17 %) of list XV at the same age, as known on 1973-10-08.',
  )
})

it('the first figure is restated once, and the reasons are named', () => {
  const [asOf, first, last] = ['1974-12-01', '1974-12-10', '1975-06-01'].map(calendarDate)
  const restatements = readRestatements(register, lists, 'XVI', asOf!, first!, last!)
  expect(
    restatements.map(({ known, before, after }) => [known, before.family, after.family]),
  ).toEqual([
    [
      '1974-12-15',
      { entries: 274, resolved: 79, excluded: 0 },
      { entries: 272, resolved: 77, excluded: 1 },
    ],
  ])
  const why = restatements[0]!.why.join('\n')
  expect(why).toContain('one couple listed twice under two spellings')
  expect(why).toContain('arrived 1973-11-02')
})

it('a case that was carried over is named with the lists before and the first of them', () => {
  const { carriedOver } = statusOf('XVI', '1974-12-01', '1974-12-20')
  expect(carriedOver.find((each) => each.case === 'c-17')).toEqual({
    case: 'c-17',
    times: 3,
    firstListed: '1971-05-01',
  })
  expect(carriedOver).toHaveLength(150)
})

it('a permission that is rescinded takes its case out of resolved', () => {
  const kindsOf = (id: string) =>
    content.register.caseEvents.filter((row) => row.case === id).map(({ kind }) => kind)
  const [id] = content.register.cases
    .map((each) => each.id)
    .filter((each) => kindsOf(each).includes('arrived') && kindsOf(each).includes('rescinded'))
  expect(kindsOf(id!)).toEqual(['refused', 'permitted', 'arrived', 'rescinded', 'refused'])
  const group = register.asKnownOn(calendarDate('1974-12-20')).groupOf(id!)!
  const isResolved = (asOf: string) =>
    group.persons.every((person) => outcomeOn(group, person, calendarDate(asOf)).resolved)
  expect([isResolved('1974-09-19'), isResolved('1974-09-20')]).toEqual([true, false])
})

it('before anything was presented there is nothing to report on', () => {
  const [asOf] = [calendarDate('1974-03-31')]
  expect(readListStatus(register, lists, 'XVI', asOf!, asOf!)).toEqual({
    refused:
      'No version of list XVI had been presented by 1974-03-31: there is nothing to report on yet.',
  })
})

function statusOf(list: string, asOf: string, knownOn: string): ListStatus {
  const status = readListStatus(register, lists, list, calendarDate(asOf), calendarDate(knownOn))
  if ('refused' in status) throw new Error(status.refused)
  return status
}

function figureOf(status: ListStatus, figure: string): Counts {
  if (figure === 'head') return status
  const [kind, value = ''] = figure.split(':')
  const found =
    kind === 'age'
      ? status.atAge.find(({ months }) => String(months) === value)
      : kind === 'region'
        ? status.byRegion.find(({ region }) => (region ?? '') === value)
        : kind === 'category'
          ? status.byCategory.find(({ category }) => category === value)
          : status.byAuthority.find(({ authority }) => authority === value)
  if (!found) throw new Error(`the status has no ${figure}`)
  return found
}

function requestOf(row: Readonly<Record<string, string>>): CaseRequest {
  const [kind, what = ''] = row['measure']!.split(' ')
  const where = row['conditions']!.split(' and ').flatMap((condition) => {
    const [key, value] = condition.split(' = ')
    return key && value !== undefined ? [{ key, value }] : []
  })
  const clocks = {
    asOf: calendarDate(row['to']!),
    knownOn: calendarDate(row['known on']!),
    unit: row['unit'] as CountingUnit,
  }
  if (kind === 'stock') {
    const asked = what === '' ? where : [...where, { key: 'state', value: what }]
    return { kind, conditions: readCaseConditions(asked), ...clocks }
  }
  return {
    kind: kind as 'count' | 'net',
    event: what,
    conditions: readCaseConditions(where),
    from: calendarDate(row['from']!),
    to: calendarDate(row['to']!),
    ...clocks,
  }
}

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(join(DIR, file)), { columns: true })
}

/** The files of the programme folder, without the tables of what must come out. */
function filesOf(dir: string): Map<string, Uint8Array> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return new Map(
    paths
      .filter((path) => TABLES.some((each) => path === each || path.startsWith(`${each}/`)))
      .map((path) => [path, readFileSync(join(dir, path))]),
  )
}
