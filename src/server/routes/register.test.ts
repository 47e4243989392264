import { expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { aConsent, HEAD, PRISONER, someParts } from '../../../test/register-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import { listReadings } from '../../actions/read-log.ts'
import { previewExport } from '../../actions/register-exports.ts'
import { RegisterExport } from '../../contract/register.ts'
import { calendarDate } from '../../domain/basics/calendar-date.ts'
import type { SubjectId } from '../../domain/basics/ids.ts'
import { uncertainDate } from '../../domain/basics/uncertain-date.ts'

const AT = `/api/programmes/${PROGRAMME}`
const DAYS = { asOf: '1988-12-31', knownOn: '1988-12-31' }
const ON = '?asOf=1988-12-31&knownOn=1988-12-31'

onEachEngine('the addresses of the register', (db) => {
  const app = askApp(db)
  const context = () => aContext(db())
  const passOn = aConsent({ subject: PRISONER as SubjectId, use: 'pass-on', by: 'himself' })
  const fill = () =>
    importRecord(context(), {
      record: aRecord(),
      kept: [],
      ...someParts({ merges: [], consents: [passOn] }),
    })

  it('find by a name that stands in the body, page by page', async () => {
    await fill()
    const { status, body } = await app.post(`${AT}/register/search`, { ...DAYS, text: 'Tarkhov' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...DAYS,
      total: 1,
      totalIsLeast: false,
      rows: [{ person: PRISONER, names: [{ name: 'Boris Tarkhov' }], birth: ['1950-02-31'] }],
    })
    expect(await app.post(`${AT}/register/search`, { size: 1000 })).toMatchObject({ status: 422 })
  })

  it('say what can be chosen, and whether there is anyone at all', async () => {
    await importRecord(context(), { record: aRecord(), kept: [] })
    expect((await app.get(`${AT}/register/choices`)).body).toMatchObject({ isEmpty: true })
    await fill()
    expect((await app.get(`${AT}/register/choices`)).body).toMatchObject({
      isEmpty: false,
      categories: ['prisoner', 'refused-exit'],
      lists: [{ id: 'XVI' }],
    })
  })

  it('show a person, and a sentence where there is none', async () => {
    await fill()
    expect((await app.get(`${AT}/persons/${HEAD}${ON}`)).body).toMatchObject({
      person: HEAD,
      name: 'Karl Velonin',
      cases: [{ category: 'refused-exit', listings: [{ list: 'XVI', responses: [{}] }] }],
      families: [{ family: 'f-1' }],
    })
    expect(await app.get(`${AT}/persons/p-99${ON}`)).toMatchObject({
      status: 404,
      body: { detail: 'There is no person "p-99" in the register.' },
    })
  })

  it('refuse a form with the sentence under its field', async () => {
    await fill()
    const event = { kind: 'released', date: 'May' }
    expect(await app.post(`${AT}/cases/c-2/events`, event)).toMatchObject({
      status: 422,
      body: {
        errors: [{ pointer: '/date', detail: expect.stringContaining('“May” is not a date') }],
      },
    })
  })

  it('pass on only who agreed to it, and note for whom it was taken away', async () => {
    await fill()
    const asked = { ...DAYS, format: 'csv', columns: ['id', 'name', 'state'], purpose: 'the UN' }
    expect((await app.post(`${AT}/register/export/preview`, asked)).body).toMatchObject({
      ...{ persons: 1, leftOut: 2 },
      words:
        '1 person is in the file. 2 are left out: no consent on record allows that we pass it on.',
    })
    const file = await app.send(`${AT}/register/export`, {
      method: 'POST',
      body: JSON.stringify(asked),
    })
    expect(file.headers.get('content-disposition')).not.toMatch(/Tarkhov/)
    expect((await file.text()).split('\r\n')).toEqual([
      'Id,Name,State',
      expect.stringMatching(/^p-3,Boris Tarkhov,/),
      '',
    ])
    const last = (await listReadings(context(), PROGRAMME)).at(-1)
    expect(last).toMatchObject({ purpose: 'register as csv: the UN', subjects: [PRISONER] })
    for (const format of ['xlsx', 'ftm']) {
      const body = JSON.stringify({ ...asked, format })
      const sent = await app.send(`${AT}/register/export`, { method: 'POST', body })
      expect(sent.status).toBe(200)
      if (format === 'ftm') expect(await sent.text()).toMatch(/"schema":"Person"/)
    }
  })

  it('let nobody’s yes of an earlier day cover what is taken away today', async () => {
    const ended = aConsent({ ...passOn, expires: calendarDate('1989-06-30') })
    const said = someParts({ merges: [], consents: [ended] })
    await importRecord(context(), { record: aRecord(), kept: [], ...said })
    const asked = { ...DAYS, format: 'csv', columns: ['id'], purpose: 'the UN' }
    const preview = () => app.post(`${AT}/register/export/preview`, asked)
    expect((await preview()).body).toMatchObject({ persons: 0, leftOut: 3 })
    expect(await app.post(`${AT}/register/export`, asked)).toMatchObject({ status: 422 })
    const override = { subject: PRISONER, use: 'pass-on', by: 'Ann', reason: 'in danger' }
    await app.post(`${AT}/consent-overrides`, override)
    expect((await preview()).body).toMatchObject({ persons: 1 })
  })

  it.each([
    ['2026-11-22', 1],
    ['2026-11-23', 0],
  ])('hear a refusal of %s beside an override of the twenty-second', async (said, persons) => {
    const no = aConsent({
      ...passOn,
      answer: 'no',
      date: uncertainDate(said),
    })
    const parts = someParts({ merges: [], consents: [no] })
    await importRecord(context(), { record: aRecord(), kept: [], ...parts })
    const override = { subject: PRISONER, use: 'pass-on', by: 'Ann', reason: 'in danger' }
    await app.post(`${AT}/consent-overrides`, override)
    const asked = RegisterExport.parse({ format: 'csv', columns: ['id'], purpose: 'the UN' })
    const later = { ...context(), today: calendarDate('2026-12-24') }
    const days = { asOf: calendarDate('1988-12-31'), knownOn: calendarDate('1988-12-31') }
    expect(await previewExport(later, PROGRAMME, { ...asked, ...days })).toMatchObject({ persons })
  })

  it('print a case sheet by id', async () => {
    await fill()
    const override = { subject: PRISONER, use: 'hold', by: 'Ann', reason: 'in danger' }
    await app.post(`${AT}/consent-overrides`, override)
    const sheet = await app.send(`${AT}/persons/${PRISONER}/case-sheet${ON}&format=html`)
    expect(sheet.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(sheet.headers.get('content-disposition')).toContain(`${PRISONER}-1988-12-31.html`)
    expect(await sheet.text()).toContain('Boris Tarkhov')
  })

  it('set releases beside new arrests, around a day or over a period', async () => {
    await fill()
    const { body } = await app.get(
      `${AT}/register/net?from=1981-01-01&to=1981-12-31&knownOn=2030-01-01`,
    )
    expect(body).toMatchObject({ around: null, periods: [{ from: '1981-01-01', net: {} }] })
    const around = await app.get(`${AT}/register/net?around=1988-01-01&months=6`)
    expect(around.body).toMatchObject({
      periods: [
        { from: '1987-07-01', to: '1987-12-31' },
        { from: '1988-01-01', to: '1988-06-30' },
      ],
    })
    expect(await app.get(`${AT}/register/net?from=1988-01-01`)).toMatchObject({
      status: 422,
      body: { detail: 'A period has both its days: from and to.' },
    })
  })

  it('erase nobody whose id is not typed once more', async () => {
    await fill()
    const erasure = { ground: 'asked for', approvedBy: 'Ann', confirm: 'p-2' }
    expect(await app.post(`${AT}/persons/${PRISONER}/erasure`, erasure)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/confirm' }] },
    })
    expect((await app.get(`${AT}/persons/${PRISONER}/erasure`)).body).toMatchObject({
      subject: PRISONER,
      cases: ['c-2'],
    })
  })
})
