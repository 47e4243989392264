import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tablesOf } from '../document.ts'
import type { Table } from '../document.ts'
import { FULL_DOCUMENT } from '../some-document.ts'
import { renderCsv } from './csv.ts'
import { legible } from './legible.ts'

it('is UTF-8 without a mark, with CRLF, numbers bare and groups in a column', async () => {
  const [table] = tablesOf(FULL_DOCUMENT)
  const bytes = table && (await renderCsv(table))
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    'Reporter,Period,Number,Remark\r\n' +
      'NCSJ,1987-04,8155,as published\r\n' +
      'NCSJ,1988,19286,=1+1\r\n' +
      'ICM,1988-01/1988-06,"6,930 and more",\r\n',
  )
})

it('gives every text back as it was', async () => {
  const texts = fc.array(fc.string({ unit: 'binary' }).map(legible), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(texts, async (row) => {
      const table: Table = {
        kind: 'table',
        name: 'Texts',
        caption: [],
        columns: row.map((_, index) => ({ header: [`c${index}`], align: 'start', weight: 1 })),
        rows: [{ cells: row.map((text) => ({ text: [text] })) }],
      }
      const read = parse(Buffer.from(await renderCsv(table)), { record_delimiter: '\r\n' })
      expect(read[1]).toEqual(row)
    }),
  )
})
