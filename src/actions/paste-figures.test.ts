import { beforeEach, describe, expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aFigure, aRecord, aSeries, PROGRAMME } from '../../test/record-builders.ts'
import type { SeriesId } from '../domain/basics/ids.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { importRecord } from './imports.ts'
import { previewFigures } from './paste-figures.ts'
import { recordOf } from './record-cache.ts'

const july = aFigure() // 1,698 for July 1988, NCSJ

onEachEngine('a preview of pasted figures', (db) => {
  beforeEach(() => importRecord(aContext(db()), { record: aRecord({ figures: [july] }), kept: [] }))
  const preview = (text: string) => previewOn(db(), text)

  it('reads cells with and without a header, and with commas', async () => {
    const rows = [
      await preview('1988-03\t1988-03\t2000'),
      await preview('From\tEnd\tNumber\n1988-03\t1988-03\t2000'),
      await preview('from,to,value\n1988-03,1988-03,2000'),
      await preview('from;to;value\r\n1988-03;1988-03;2000\r\n'),
      await preview('1988-03\t\t2000'),
    ]
    for (const [row] of rows)
      expect(row).toMatchObject({
        effect: 'new',
        figure: { from: '1988-03', to: '1988-03', value: '2000', reporter: 'NCSJ' },
      })
    expect(rows.map(([row]) => row?.line)).toEqual([1, 2, 2, 2, 1])
  })

  it('tells what is new, on record already, and a correction', async () => {
    const rows = await preview(
      'from\tto\tvalue\tpublished\tat\n1988-07-01\t1988-07-31\t1698\t\tp. 1\n' +
        '1988-07\t\t1378\t1988-08-05\t\n1988-03\t\t2000\t1988-10\t\n1988-03\t\t2000\t1988-10\t',
    )
    expect(rows.map(({ effect }) => effect)).toEqual([
      'on-record',
      'correction',
      'new',
      'on-record',
    ])
  })

  it('takes a bound as a bound', async () => {
    const [row] = await preview('from\tlow\n1988\t7000')
    expect(row).toMatchObject({ effect: 'new', figure: { low: '7000', value: '', high: '' } })
  })

  it.each([
    ['1988-03\t\t0,092', /two ways: a comma between thousands or a decimal comma/],
    ['1988-03\t\t3092,125', /two ways: a comma between thousands or a decimal comma/],
    ['1988-03\t\t1,23,456', /is not a number/],
    ['1988-03\t\t3,092.5', /commas between its digits/],
    ['1988-03\t\t1.000', /“1.000” may mean one or one thousand: write 1 or 1000/],
    ['1988-03\t\t871,5', /decimal comma. Write a point: 871.5/],
    ['1988-03\t\t1 698', /marks between its thousands/],
    ['1988-03\t\t1.234.567', /marks between its thousands/],
    ['Apr-87\t\t717', /a spreadsheet has turned into a date/],
    ['4-Apr\t\t717', /a spreadsheet has turned into a date/],
    ['04/1987\t\t717', /which part is the month. Write it as 1987-04\./],
    ['01/04/1987\t\t717', /which part is the month/],
    ['1988-03-01\t\t717', /one day, which a spreadsheet may have made of a month/],
    ['31868\t\t717', /a date that a spreadsheet shows as a number/],
    ['1988-03\t\tmany', /is not a number/],
    ['1988-03\t1988-02\t5', /ends \(1988-02\) before it begins/],
    ['1988-03\t\t', /has no number/],
    ['1988-03\t\t-4', /flows are not negative/],
    ['1989-01\t\t4\t1988-01', /before its period begins/],
    ['1988-03\t\t4\t\tnobody', /no source “nobody”/],
    ['1988-03\t\t4\t\t\t\t\tmore', /“more” stands beyond the last column/],
  ])('refuses %j and says why', async (text, why) => {
    const [row] = await preview(text)
    expect(row).toMatchObject({
      effect: 'refused',
      figure: null,
      refusal: expect.stringMatching(why),
    })
  })

  it('reads commas between thousands, and says so', async () => {
    const [row, bounds, plain] = await preview(
      'from\tvalue\tlow\thigh\n1988-03\t4,690\n1988-04\t\t1,000\t1,234,567\n1988-05\t12',
    )
    expect(row).toMatchObject({
      effect: 'new',
      figure: { value: '4690' },
      remark: '“4,690” is read as 4690.',
    })
    expect(bounds).toMatchObject({
      figure: { low: '1000', high: '1234567' },
      remark: '“1,000” is read as 1000. “1,234,567” is read as 1234567.',
    })
    expect(plain?.remark).toBeNull()
  })

  it('refuses a comma that may be a decimal one where the series does not count', async () => {
    const series = aSeries({ id: 'voice' as SeriesId, kind: 'index', unit: 'points' })
    await importRecord(aContext(db()), { record: aRecord({ series: [series] }), kept: [] })
    const [row, many] = await previewOn(db(), '1988\t\t4,690\n1987\t\t1,234,567', 'voice')
    expect(row?.refusal).toMatch(/two ways/)
    expect(many).toMatchObject({ figure: { value: '1234567' } })
  })

  it('takes the sound rows beside refused ones, and writes nothing', async () => {
    const before = await recordOf(aContext(db()), PROGRAMME)
    const rows = await preview('1988-03\t\t2000\n1988-10\t\tmany\n\n1988-05\t\t2200')
    expect(rows.map(({ line, effect }) => [line, effect])).toEqual([
      [1, 'new'],
      [2, 'refused'],
      [4, 'new'],
    ])
    expect(await recordOf(aContext(db()), PROGRAMME)).toBe(before)
  })

  describe('a header', () => {
    it.each([
      ['from\tvalue\tcolour\n1988\t1\tred', /“colour” is not one of a figure's/],
      ['from\tfrom\tvalue\n1988\t1988\t1', /“from” stands twice/],
      ['from\tnote\n1988\tx', /needs “from”, and “value”, “low” or “high”/],
      ['from\tvalue\n"1988\t1', /quote/],
    ])('that cannot be read refuses the whole: %j', async (text, why) => {
      await expect(preview(text)).rejects.toThrow(why)
    })
  })
})

async function previewOn(db: Database, text: string, series = 'emigration') {
  const context = aContext(db)
  const pasted = { series, source: 'jta-1988-08-03', reporter: 'NCSJ', text }
  return (await previewFigures(context, PROGRAMME, pasted)).rows
}
