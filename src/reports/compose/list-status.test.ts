import { describe, expect, it } from 'vitest'
import { joinedTables, plainText, tablesOf } from '../document.ts'
import { composeListStatus, percent, statusTable } from './list-status.ts'
import type { ListStatusReport } from './list-status-report.ts'

const both = (entries: number, resolved: number) => ({
  family: { entries, resolved },
  person: { entries: entries * 3, resolved: resolved * 3 },
})
const survival = [0, 1, 2].map((months) => ({
  months,
  family: { share: 100 - months * 10 },
  person: { share: null },
}))

const REPORT: ListStatusReport = {
  programme: 'Human rights in the Soviet Union',
  list: { number: 'XVI', title: 'List sixteen' },
  status: {
    asOf: '1974-12-01',
    knownOn: '1974-12-20',
    presentedOn: '1974-04-01',
    family: { entries: 272, resolved: 77, excluded: 1 },
    person: { entries: 801, resolved: 240, excluded: 3 },
    byRegion: [
      { region: 'Armenia', ...both(32, 20) },
      { region: null, ...both(5, 0) },
    ],
    byCategory: [],
    byAuthority: [],
    atAge: [{ months: 4, ...both(272, 60) }],
    carriedOver: [{ case: 'c-17', times: 3, firstListed: '1971-05-01' }],
  },
  sentences: ['77 of 272 family units.'],
  restatements: [
    { known: '1974-12-15', sentence: 'A double.', before: both(274, 79), after: both(272, 77) },
  ],
  cohorts: [
    {
      list: 'XVI',
      presentedOn: '1974-04-01',
      ages: [{ months: 4, knownOn: '1974-08-01', ...both(274, 61) }],
      survival,
    },
    {
      list: 'XV',
      presentedOn: '1973-06-08',
      ages: [{ months: 4, knownOn: '1973-10-08', ...both(221, 38) }],
      survival,
    },
  ],
  waiting: { median: 90, longest: 200 },
  responses: [{ code: 'already-departed', cases: 2 }],
  madeOn: '1974-12-20',
}

describe('the status of a list on paper', () => {
  it('has no percentage without both numbers, in both units', () => {
    const totals = tablesOf(composeListStatus(REPORT)).find(({ name }) => name === 'Totals')
    const [row] = totals?.rows ?? []
    expect(row?.cells.map(({ text }) => plainText(text))).toEqual([
      ...['All entries', '272', '77', '28 %', '801', '240', '30 %'],
    ])
    expect(percent({ entries: 0, resolved: 0 })).toBeNull()
    expect(percent({ entries: 200, resolved: 3 })).toBe(2)
  })

  it('shows what is not known of a region as a row of its own', () => {
    const table = joinedTables(composeListStatus(REPORT)).find(({ name }) => name === 'By region')
    expect(table?.rows.map(({ cells }) => plainText(cells[0]?.text ?? []))).toEqual([
      'Armenia',
      'not stated',
    ])
  })

  it('draws the lists beside each other, and says in words what is drawn', () => {
    const figure = composeListStatus(REPORT).body.find((block) => block.kind === 'figure')
    expect(figure).toMatchObject({
      alt: expect.stringContaining('list XV: 80 % after 2 months'),
      svg: expect.stringMatching(/^<svg/),
    })
    const alone = { ...REPORT, cohorts: [] }
    expect(composeListStatus(alone).body.some((block) => block.kind === 'figure')).toBe(false)
  })

  it('leaves out the tables that have no row, and says so where there is no answer', () => {
    const document = composeListStatus({ ...REPORT, responses: [] })
    expect(tablesOf(document).map(({ name }) => name)).not.toContain('By category')
    expect(JSON.stringify(document)).toContain('No answer to any entry is on record.')
  })

  it('is one table as data, each row with what it is by', () => {
    expect(
      statusTable(REPORT).rows.map(({ cells }) => cells.map(({ text }) => plainText(text))),
    ).toEqual([
      ['all', '', '272', '77', '801', '240'],
      ['region', 'Armenia', '32', '20', '96', '60'],
      ['region', 'not stated', '5', '0', '15', '0'],
      ['months', '4', '272', '60', '816', '180'],
    ])
  })
})
