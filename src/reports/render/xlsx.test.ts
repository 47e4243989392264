import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { ReportDocument, Table } from '../document.ts'
import { FULL_DOCUMENT, someDocument } from '../some-document.ts'
import { xmlProblems } from '../xml-problems.ts'
import { nameSheets } from './sheet-names.ts'
import { renderXlsx } from './xlsx.ts'
import { readZip } from './zip.ts'

async function partsOf(document: ReportDocument): Promise<ReadonlyMap<string, string>> {
  const parts = readZip(await renderXlsx(document))
  return new Map(parts.map(({ name, data }) => [name, Buffer.from(data).toString('utf8')]))
}

async function sheetsOf(document: ReportDocument) {
  return readExcelFile(Buffer.from(await renderXlsx(document)))
}

function tableOf(...texts: readonly string[]): Table {
  return {
    kind: 'table',
    name: 'Texts',
    caption: [],
    columns: [{ header: ['Text'], align: 'start', weight: 1 }],
    rows: texts.map((text) => ({ cells: [{ text: [text] }] })),
  }
}

describe('a report as a workbook', () => {
  it('has a sheet about itself, then one for each table', async () => {
    const sheets = await sheetsOf(FULL_DOCUMENT)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Figures'])
    const about = sheets[0]?.data ?? []
    expect(about).toContainEqual(['Where it stands', null])
    expect(about).toContainEqual(['As known on', '1989-01-04'])
    expect(about).toContainEqual(['[3]', 'Газета «Пример», с. 3'])
  })

  it('gives numbers as numbers, and dates, ranges and formulas as text', async () => {
    const [, figures] = await sheetsOf(FULL_DOCUMENT)
    expect(figures?.data).toEqual([
      ['Reporter', 'Period', 'Number', 'Remark'],
      ['NCSJ', '1987-04', 8155, 'as published [3]'],
      ['NCSJ', '1988', 19286, '=1+1'],
      ['ICM', '1988-01/1988-06', '6,930 and more', null],
    ])
  })

  it('puts tables of one name on one sheet, with whose part a row is', async () => {
    const part = (text: string) => ({ ...tableOf(`of ${text}`), part: { header: 'Part', text } })
    const sheets = await sheetsOf(someDocument({ body: [part('one'), part('two')] }))
    expect(sheets.slice(1).map(({ data }) => data)).toEqual([
      [
        ['Part', 'Text'],
        ['one', 'of one'],
        ['two', 'of two'],
      ],
    ])
  })

  it('holds no formula, whatever a cell begins with', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|x']
    const parts = await partsOf(someDocument({ body: [tableOf(...texts)] }))
    expect([...parts.values()].join('')).not.toMatch(/<f[ >]/)
    const [, sheet] = await sheetsOf(someDocument({ body: [tableOf(...texts)] }))
    expect(sheet?.data.slice(1)).toEqual(texts.map((text) => [text]))
  })

  it('keeps the header row in sight and sets it bold', async () => {
    const parts = await partsOf(FULL_DOCUMENT)
    const sheet = parts.get('xl/worksheets/sheet2.xml') ?? ''
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    const style = Number(/<c r="A1"[^>]* s="(\d+)"/.exec(sheet)?.[1])
    const styles = parts.get('xl/styles.xml') ?? ''
    const formats = [...(/<cellXfs[^]*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*/g)]
    const font = Number(/fontId="(\d+)"/.exec(formats[style]?.[0] ?? '')?.[1])
    expect([...styles.matchAll(/<font>[^]*?<\/font>/g)][font]?.[0]).toContain('<b/>')
  })

  it('is printed as wide as the paper, with the header row on each page', async () => {
    const parts = await partsOf(someDocument({ body: [{ ...tableOf('a'), name: "A & B's" }] }))
    for (const name of ['sheet1', 'sheet2']) {
      const sheet = parts.get(`xl/worksheets/${name}.xml`) ?? ''
      expect(sheet).toMatch(/<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
      expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"\/>/)
    }
    expect(parts.get('xl/workbook.xml')).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="1">&#39;A &#38; B&#39;&#39;s&#39;!\$1:\$1</,
    )
  })

  it('makes a row as high as the text that wraps in it', async () => {
    const texts = ['short', 'five words and no more '.repeat(40), 'long '.repeat(2000)]
    const parts = await partsOf(someDocument({ body: [tableOf(...texts)] }))
    const rows = (parts.get('xl/worksheets/sheet2.xml') ?? '').matchAll(/<row [^>]* ht="([\d.]+)"/g)
    const [header = 0, short = 0, longer = 0, longest = 0] = [...rows].map(([, ht]) => Number(ht))
    expect(header).toBe(short)
    expect(longer).toBeGreaterThan(4 * short)
    expect(longest).toBe(409)
  })

  it('takes any text whatever and stays well-formed', async () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }))
    await fc.assert(
      fc.asyncProperty(
        units.map((codes) => String.fromCharCode(...codes)),
        async (text) => {
          const table = { ...tableOf(text), name: text, caption: [text] }
          const parts = await partsOf(someDocument({ title: text, body: [table, table] }))
          for (const [name, xml] of parts)
            if (/\.(xml|rels)$/.test(name))
              expect({ name, problems: xmlProblems(xml) }).toEqual({ name, problems: [] })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('shows where a character stood that no file can hold', async () => {
    const [, sheet] = await sheetsOf(someDocument({ body: [tableOf('a\u0001b')] }))
    expect(sheet?.data[1]).toEqual(['a\u25a1b'])
  })

  it('keeps text that Excel would take for the number of a character', async () => {
    const parts = await partsOf(someDocument({ body: [tableOf('_x0041_')] }))
    expect([...parts.values()].join('')).toContain('_x005F_x0041_')
  })

  it('refuses what one cell cannot hold', async () => {
    const document = someDocument({ body: [tableOf('a'.repeat(40_000))] })
    await expect(renderXlsx(document)).rejects.toThrow('An Excel cell holds 32767 characters')
  })

  it('is the same bytes for the same report', async () => {
    const [first, second] = [await renderXlsx(FULL_DOCUMENT), await renderXlsx(FULL_DOCUMENT)]
    expect(Buffer.compare(first, second)).toBe(0)
  })
})

describe('names of sheets', () => {
  it('are as near to the words as Excel allows', () => {
    expect(nameSheets(['Figures', 'figures', 'a/b: [c]', "'x'", '', 'History'])).toEqual([
      'Figures',
      'figures (2)',
      'a b c',
      'x',
      '5',
      'History (2)',
    ])
    expect(nameSheets(['The figures of every reporter by month'])).toEqual([
      'The figures of every reporter b',
    ])
  })

  it('are all different, at most 31 long and without forbidden signs, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a'.repeat(40), "'", '/', 'A'),
    )
    fc.assert(
      fc.property(fc.array(words), (texts) => {
        const names = nameSheets(texts)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(texts.length)
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(31)
          expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
