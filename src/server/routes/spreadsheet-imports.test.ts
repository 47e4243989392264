import { expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import type { SpreadsheetLookJson } from '../../contract/spreadsheet-imports.ts'

const AT = `/api/programmes/${PROGRAMME}`
const LIST = 'Name,Born\nPavel Orlenko,1951\nBohdan Tarchuk,1948-13\n'
const file = { name: 'camp.csv', base64: Buffer.from(LIST).toString('base64') }

onEachEngine('the addresses of a spreadsheet', (db) => {
  const app = askApp(db)
  const begin = () => importRecord(aContext(db()), { record: aRecord(), kept: [] })
  const look = async () => {
    const { body } = await app.post(`${AT}/spreadsheet-imports/look`, { file })
    return body as SpreadsheetLookJson // as the contract says
  }
  const steps = async (body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    const answer = await app.send(`${AT}/spreadsheet-imports`, init)
    const lines = (await answer.text()).trimEnd().split('\n')
    return lines.map((line) => JSON.parse(line) as { step: string })
  }

  it('look at it and take it, step by step', async () => {
    await begin()
    const { mapping, columns } = await look()
    expect(columns.map(({ field }) => field)).toEqual(['name', 'birth'])
    const told = await steps({ file, mapping })
    expect(told[0]).toEqual({ step: 'reading' })
    expect(told.at(-2)).toMatchObject({
      step: 'rows',
      rows: [
        { row: 2, outcome: 'taken', name: 'Pavel Orlenko' },
        { row: 3, outcome: 'taken', remarks: [{ sort: 'flagged', column: 'Born', cell: 2 }] },
      ],
    })
    expect(told.at(-1)).toMatchObject({ step: 'done', dryRun: false, counts: { taken: 2 } })
  })

  it('say in the last step why nothing is taken', async () => {
    await begin()
    const { mapping } = await look()
    const told = await steps({ file, mapping: { ...mapping, columns: [] } })
    expect(told.at(-1)).toEqual({ step: 'refused', message: 'No column is taken for the name.' })
  })

  it('refuse a file that did not arrive whole, and one that is no table', async () => {
    await begin()
    const broken = { name: 'camp.csv', base64: 'abc' }
    expect(await app.post(`${AT}/spreadsheet-imports/look`, { file: broken })).toMatchObject({
      status: 422,
      body: { detail: 'The file did not arrive whole. Choose it once more.' },
    })
    const zip = { name: 'camp.xlsx', base64: Buffer.from('PK\u0003\u0004none').toString('base64') }
    expect(await app.post(`${AT}/spreadsheet-imports/look`, { file: zip })).toMatchObject({
      status: 422,
    })
  })

  it('save mappings and give them back', async () => {
    await begin()
    const { mapping } = await look()
    const saved = await app.post(`${AT}/import-mappings`, { name: 'Camp list', mapping })
    expect(saved).toMatchObject({ status: 200, body: { taken: 1 } })
    expect((await app.get(`${AT}/import-mappings`)).body).toEqual({
      mappings: [{ name: 'Camp list', mapping }],
    })
    expect(await app.post(`${AT}/import-mappings`, { name: ' ', mapping })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/name' }] },
    })
  })

  it('say that no such import is under way', async () => {
    const path = `${AT}/spreadsheet-imports/${crypto.randomUUID()}`
    const answer = await app.send(path, { method: 'DELETE' })
    expect(answer.status).toBe(404)
  })
})
