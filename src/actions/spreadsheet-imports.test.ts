import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, aSource, PROGRAMME } from '../../test/record-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { SourceId } from '../domain/basics/ids.ts'
import type { ColumnMapping } from '../exchange/column-mapping.ts'
import { saveMapping, savedMappings } from './import-mappings.ts'
import { importRecord } from './imports.ts'
import { keyringOf } from './keyring.ts'
import { readParkedRow, takeParkedRow } from './parked-rows.ts'
import { listReadings } from './read-log.ts'
import { entering } from './register-entries.ts'
import { registerOf } from './register-record.ts'
import { importSpreadsheet, type SpreadsheetImported } from './spreadsheet-imports.ts'
import { lookAtSpreadsheet } from './spreadsheet-looks.ts'
import { insertNameDecisions, listNameDecisions } from '../store/name-decisions.ts'

const LIST = `Name,Date of birth,Date of arrest,Place,Charge
Orlenko Pavel Ivanovich,1951-03-02,12.03.1984,Kharkiv,Art. 62
Тарчук Богдан,1948,1983-05,Lviv,Art. 62
حسين الكرمي,1960-01-09,1985-02-01,Kazan,Art. 190
Orlenko Pavlo Ivanovych,1951-03-02,12.03.1984,Kharkiv,Art. 62
Velonin Karl,1954-02-29,3/4/85,Perm,
,1950,1984,Perm,Art. 70
`

const file = (text: string, name = 'camp.csv') => ({ name, bytes: Buffer.from(text), options: {} })

onEachEngine('a spreadsheet', (db) => {
  const context = () => aContext(db())
  const begin = () => importRecord(context(), { record: aRecord(), kept: [] })
  const guess = async (text: string) =>
    (await lookAtSpreadsheet(context(), PROGRAMME, file(text), { preset: null, mapping: null }))
      .mapping
  const run = async (
    text: string,
    { dryRun = false, ...more }: Partial<ColumnMapping> & { dryRun?: boolean; name?: string } = {},
  ): Promise<SpreadsheetImported> => {
    const { name, ...mapping } = more
    const asked = {
      given: file(text, name),
      mapping: { ...(await guess(text)), ...mapping },
      ...{ source: null, known: null, dryRun },
    }
    return importSpreadsheet(context(), PROGRAMME, asked)
  }
  const outcomes = ({ rows }: SpreadsheetImported) => rows.map(({ outcome }) => outcome)
  const waiting = async () => listNameDecisions(db(), await keyringOf(context()), PROGRAMME)

  it('says what its columns are taken for, and why', async () => {
    await begin()
    const choice = { preset: null, mapping: null }
    const look = await lookAtSpreadsheet(context(), PROGRAMME, file(LIST), choice)
    expect(look).toMatchObject({ rows: 6, delimiter: ',', headerRow: 1 })
    expect(look.mapping.preset).toBe('ngo-list')
    expect(look.columns.map(({ field }) => field)).toEqual([
      ...['name', 'birth', 'arrested', 'place', 'charge'],
    ])
    expect(look.columns[0]).toMatchObject({
      letter: 'A',
      filled: 5,
      samples: [
        'Orlenko Pavel Ivanovich',
        'Тарчук Богдан',
        'حسين الكرمي',
        'Orlenko Pavlo Ivanovych',
      ],
    })
  })

  it('shows what would become of each row, and writes nothing', async () => {
    await begin()
    const preview = await run(LIST, { dryRun: true })
    expect(outcomes(preview)).toEqual(['taken', 'taken', 'taken', 'review', 'parked', 'refused'])
    expect(preview.rows[3]).toMatchObject({
      row: 5,
      remarks: [{ sort: 'review', message: 'It may be the same person as row 2.' }],
      candidates: [{ person: null, row: 2 }],
    })
    expect(preview.rows[4]?.remarks).toContainEqual(
      expect.objectContaining({ sort: 'parked', column: 'Date of arrest', cell: 3 }),
    )
    expect(preview.rows[5]?.remarks).toMatchObject([{ sort: 'refused' }])
    expect((await registerOf(context(), PROGRAMME)).register.persons).toEqual([])
    expect(await waiting()).toEqual([])
  })

  it('is taken with its cases, and again changes nothing', async () => {
    await begin()
    const first = await run(LIST)
    expect(first.counts).toEqual({ taken: 3, onRecord: 0, review: 1, parked: 1, refused: 1 })
    expect(first.written).toEqual({ persons: 3, names: 3, cases: 3, caseEvents: 3, review: 1 })
    const before = (await registerOf(context(), PROGRAMME)).register
    expect(before.persons.map(({ name }) => name)).toEqual([
      ...['Orlenko Pavel Ivanovich', 'Тарчук Богдан', 'حسين الكرمي'],
    ])
    expect(before.caseEvents[0]).toMatchObject({ kind: 'detained', date: { text: '1984-03-12' } })
    const again = await run(LIST)
    expect(outcomes(again)).toEqual([
      ...['on-record', 'on-record', 'on-record', 'review', 'parked', 'refused'],
    ])
    expect(again.written).toEqual({ persons: 0, names: 0, cases: 0, caseEvents: 0, review: 0 })
    expect((await registerOf(context(), PROGRAMME)).register).toEqual(before)
    expect(await waiting()).toHaveLength(1)
  })

  it('is again nothing new on a later day, though statuses and ages move with the day', async () => {
    await begin()
    const text = 'Name,Age,Status\nPavel Orlenko,40,detained\nBohdan Tarchuk,51,detained\n'
    expect((await run(text, { category: 'prisoner' })).counts.taken).toBe(2)
    const later = { ...context(), today: calendarDate('2026-12-20') }
    const mapping = { ...(await guess(text)), category: 'prisoner' }
    const asked = { given: file(text), mapping, source: null, known: null, dryRun: false }
    const again = await importSpreadsheet(later, PROGRAMME, asked)
    expect(again.counts).toMatchObject({ taken: 0, onRecord: 2 })
  })

  it('sends who may be on record to the review queue, with whom and why', async () => {
    await begin()
    await run(LIST)
    const { persons } = (await registerOf(context(), PROGRAMME)).register
    const text = 'Имя,Дата рождения\nПавел Орленко,1951-03-02\n'
    const other = await run(text, { name: 'other.csv' })
    expect(outcomes(other)).toEqual(['review'])
    expect(other.rows[0]?.candidates[0]).toMatchObject({
      person: persons[0]?.person,
      name: 'Orlenko Pavel Ivanovich',
    })
    const parked = (await waiting()).at(-1)
    expect(parked).toMatchObject({
      person: persons[0]?.person,
      other: { row: 'other.csv:2' },
      decision: 'parked',
    })
    expect(readParkedRow(parked?.content)).toMatchObject({
      cells: [
        ['Имя', 'Павел Орленко'],
        ['Дата рождения', '1951-03-02'],
      ],
      draft: { persons: [{ name: 'Павел Орленко', birth: '1951-03-02' }] },
    })
    const readings = await listReadings(context(), PROGRAMME)
    expect(readings.at(-1)).toMatchObject({ purpose: 'spreadsheet import' })
  })

  it('takes a row as new once all whom it may be were rejected, and onto whom it was accepted as', async () => {
    await begin()
    await run(LIST)
    const text = 'Name,Date of birth,Occupation\nPavel Orlenko,1951-03-02,welder\n'
    const name = 'other.csv'
    await run(text, { name })
    const parked = (await waiting()).at(-1)
    const decide = (decision: 'accepted' | 'rejected') =>
      entering(context(), PROGRAMME, 'name_decision', async ({ db: tx, action, keyring }) => {
        if (!parked) throw new Error('nothing waits')
        await insertNameDecisions(tx, action, keyring, [{ ...parked, decision }])
      })
    await decide('accepted')
    const accepted = await run(text, { name, dryRun: true })
    expect(accepted.rows[0]).toMatchObject({ outcome: 'taken', person: parked?.person })
    await decide('rejected')
    const rejected = await run(text, { name })
    expect(rejected.rows[0]?.outcome).toBe('taken')
    expect(rejected.rows[0]?.person).not.toBe(parked?.person)
    expect(outcomes(await run(text, { name }))).toEqual(['on-record'])
  })

  it('brings a parked row onto a person without taking anything from what is on record', async () => {
    await begin()
    await run('Name,Date of birth,Place\nPavel Orlenko,1951,Kharkiv\n')
    await run('Name,Date of birth,Occupation\nPavel Orlenko,1951-03-02,welder\n', { name: 'b.csv' })
    const [decision] = await waiting()
    const parked = readParkedRow(decision?.content)
    if (!parked || !decision) throw new Error('nothing waits')
    await entering(context(), PROGRAMME, 'name_decision', (open) =>
      takeParkedRow(open, parked, decision.person),
    )
    const { persons } = (await registerOf(context(), PROGRAMME)).register
    expect(
      persons.map(({ kind, birth, place, occupation }) => [kind, birth, place, occupation]),
    ).toEqual([
      ['official', expect.objectContaining({ text: '1951' }), 'Kharkiv', ''],
      ['spelling', expect.objectContaining({ text: '1951-03-02' }), '', 'welder'],
    ])
  })

  it('is given up whole: nothing is taken', async () => {
    await begin()
    const stop = new AbortController()
    const asked = {
      given: file(LIST),
      mapping: await guess(LIST),
      ...{ source: null, known: null, dryRun: false },
    }
    const options = {
      signal: stop.signal,
      onProgress: ({ step }: { step: string }) => {
        if (step === 'writing') stop.abort(new Error('given up'))
      },
    }
    await expect(importSpreadsheet(context(), PROGRAMME, asked, options)).rejects.toThrow(
      'given up',
    )
    expect((await registerOf(context(), PROGRAMME)).register.persons).toEqual([])
  })

  it('cites what it says, and refuses a source that is not there', async () => {
    const source = aSource({ id: 'helsinki-group' as SourceId })
    await importRecord(context(), { record: aRecord({ sources: [source] }), kept: [] })
    const asked = { given: file(LIST), mapping: await guess(LIST), known: null, dryRun: false }
    await importSpreadsheet(context(), PROGRAMME, { ...asked, source: 'helsinki-group' })
    const { caseEvents } = (await registerOf(context(), PROGRAMME)).register
    expect(caseEvents[0]?.source).toBe('helsinki-group')
    await expect(
      importSpreadsheet(context(), PROGRAMME, { ...asked, source: 'nobody' }),
    ).rejects.toThrow('There is no source "nobody" in this programme.')
  })

  it('keeps a mapping by name, of which the latest stands', async () => {
    await begin()
    const mapping = await guess(LIST)
    expect(await saveMapping(context(), PROGRAMME, { name: 'Camp list', mapping })).toEqual({
      taken: 1,
      unchanged: 0,
    })
    expect(await saveMapping(context(), PROGRAMME, { name: 'Camp list', mapping })).toEqual({
      taken: 0,
      unchanged: 1,
    })
    const changed = { ...mapping, region: 'Ukraine' }
    await saveMapping(context(), PROGRAMME, { name: 'Camp list', mapping: changed })
    expect(await savedMappings(context(), PROGRAMME)).toMatchObject([
      { name: 'Camp list', mapping: { region: 'Ukraine' } },
    ])
    const look = await lookAtSpreadsheet(context(), PROGRAMME, file(LIST), {
      preset: null,
      mapping: 'Camp list',
    })
    expect(look).toMatchObject({ mappingName: 'Camp list', mapping: { region: 'Ukraine' } })
    await expect(
      saveMapping(context(), PROGRAMME, { name: 'x', mapping: { columns: 3 } }),
    ).rejects.toThrow('In a mapping “columns” is a list.')
  })
})
