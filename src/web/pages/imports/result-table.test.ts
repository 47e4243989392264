import { describe, expect, it } from 'vitest'
import type { SpreadsheetRowJson } from '../../../contract/spreadsheet-imports.ts'
import { resultTable } from './result-table.ts'

const aRow = (given: Partial<SpreadsheetRowJson>): SpreadsheetRowJson => ({
  row: 2,
  outcome: 'taken',
  name: 'Pavel Orlenko',
  theirId: '',
  person: 'p-1',
  remarks: [],
  candidates: [],
  ...given,
})

describe('resultTable', () => {
  it('says of each row what became of it and why, with the column', () => {
    const remarks = [
      {
        sort: 'parked',
        column: 'Arrested',
        cell: 3,
        message: 'It can be read in two ways.',
      } as const,
    ]
    const rows = [aRow({}), aRow({ row: 3, outcome: 'parked', person: null, remarks })]
    expect(resultTable(rows).split('\r\n').slice(1, 3)).toEqual([
      '2,taken,Pavel Orlenko,,p-1,',
      '3,parked,Pavel Orlenko,,,Arrested: It can be read in two ways.',
    ])
  })

  it('never hands on a formula that somebody wrote into their table', () => {
    const [, line] = resultTable([aRow({ name: '=HYPERLINK("x")' })]).split('\r\n')
    expect(line).toBe(`2,taken,"'=HYPERLINK(""x"")",,p-1,`)
  })
})
