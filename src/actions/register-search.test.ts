import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import { aConsent, HEAD, PRISONER, someParts, SPOUSE } from '../../test/register-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import { importRecord } from './imports.ts'
import { withdrawFromRegister } from './register-withdrawals.ts'
import { mergePersons, undoMerge } from './persons.ts'
import { erasePerson } from './person-erasure.ts'
import { personPage } from './person-page.ts'
import { listReadings } from './read-log.ts'
import { searchRegister, type RegisterPageAsked } from './register-search.ts'

const DAY = calendarDate('1988-12-31')
const NOTHING: RegisterPageAsked = {
  ...{ text: '', category: [], state: [], region: [], authority: [], listed: [] },
  ...{ resolved: '', consent: null, asOf: DAY, knownOn: DAY, order: 'nearest', page: 0, size: 50 },
}

onEachEngine('the search of the register', (db) => {
  const context = () => aContext(db())
  const fill = (given: Parameters<typeof someParts>[0] = {}) =>
    importRecord(context(), {
      record: aRecord(),
      kept: [],
      ...someParts({ merges: [], ...given }),
    })
  const search = (asked: Partial<RegisterPageAsked>) =>
    searchRegister(context(), PROGRAMME, { ...NOTHING, ...asked })
  const found = async (asked: Partial<RegisterPageAsked>) =>
    (await search(asked)).rows.map(({ person }) => person)

  it('finds a name in another script, by its beginning, and an id as a whole', async () => {
    await fill()
    expect((await found({ text: 'Велонин' }))[0]).toBe(HEAD)
    expect(await found({ text: 'Velon' })).toContain(SPOUSE)
    expect(await found({ text: PRISONER })).toEqual([PRISONER])
    expect(await found({ text: 'Nobodyofthatname' })).toEqual([])
  })

  it('finds whom a case or a family is about by its id', async () => {
    await fill()
    const { register } = someParts()
    const { id, subject } = register.cases.find(({ category }) => category === 'refused-exit')!
    expect(await found({ text: id })).toEqual([HEAD, SPOUSE])
    expect(await found({ text: subject })).toEqual([HEAD, SPOUSE])
  })

  it('narrows by what is known of one case, on the days looked at', async () => {
    await fill()
    const late = { asOf: calendarDate('2030-01-01'), knownOn: calendarDate('2030-01-01') }
    expect(await found({ category: ['prisoner'] })).toEqual([PRISONER])
    expect(await found({ category: ['refused-exit'] })).toEqual([HEAD, SPOUSE])
    expect(await found({ category: ['prisoner'], region: ['Nowhere'] })).toEqual([])
    expect(await found({ state: ['refused'], ...late })).toEqual([HEAD])
    expect(await found({ state: ['permitted'], ...late })).toEqual([SPOUSE])
    expect(await found({ resolved: 'yes', ...late })).toEqual([])
    expect(await found({ state: ['refused'], asOf: calendarDate('1979-04-01') })).toEqual([])
  })

  it('knows who is on a list and who on none', async () => {
    await fill()
    expect(await found({ listed: ['*'] })).toEqual([HEAD, SPOUSE])
    expect(await found({ listed: ['-'] })).toEqual([PRISONER])
    expect(await found({ listed: ['XVI'], knownOn: calendarDate('1986-02-01') })).toEqual([])
  })

  it('takes no consent that is unknown for a yes', async () => {
    await fill()
    const use = 'list-to-the-government'
    expect(await found({ consent: { use, standing: ['yes'] } })).toEqual([HEAD, SPOUSE])
    expect(await found({ consent: { use, standing: ['unknown'] } })).toEqual([PRISONER])
    expect(await found({ consent: { use: 'pass-on', standing: ['yes'] } })).toEqual([])
  })

  it('gives each person once, pages in one order, and says how many there are', async () => {
    await fill()
    const [first, second] = [await search({ size: 2 }), await search({ size: 2, page: 1 })]
    expect(first.rows.map(({ person }) => person)).toEqual([HEAD, SPOUSE])
    expect(second.rows.map(({ person }) => person)).toEqual([PRISONER])
    expect(first).toMatchObject({ total: 3, totalIsLeast: false })
  })

  it('counts merged entries as one person until the merge is undone', async () => {
    await fill()
    const merge = { kept: HEAD, merged: PRISONER, by: 'Ann', reason: 'the same mother' }
    await mergePersons(context(), PROGRAMME, merge)
    const late = { asOf: DAY, knownOn: calendarDate('2030-01-01') }
    expect(await found(late)).toEqual([HEAD, SPOUSE])
    expect(await found({ ...late, category: ['prisoner'] })).toEqual([HEAD])
    const { merges } = await personPage(context(), PROGRAMME, HEAD, late)
    await undoMerge(context(), PROGRAMME, { entry: merges[0]?.entry ?? 0, kept: HEAD })
    expect(await found(late)).toEqual([HEAD, SPOUSE, PRISONER])
  })

  it('finds a name that was added since the last search', async () => {
    await fill()
    expect(await found({ text: 'Tarkhov' })).toEqual([PRISONER])
    const page = await personPage(context(), PROGRAMME, PRISONER, { asOf: DAY, knownOn: DAY })
    const entry = page.names[0]?.entry ?? 0
    await withdrawFromRegister(context(), PROGRAMME, {
      ...{ table: 'names', of: PRISONER, entry, on: calendarDate('1988-01-01') },
    })
    const [row] = (await search({ text: 'Tarkhov' })).rows
    expect(row).toMatchObject({ person: PRISONER, names: [] })
  })

  it('finds nobody who was erased by their name, and shows them by id alone', async () => {
    await fill()
    expect(await found({ text: 'Tarkhov' })).toEqual([PRISONER])
    const folder = await mkdtemp(join(tmpdir(), 'demarche-erasure-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const erasing = { ...context(), erasureJournal: join(folder, 'erasures.jsonl') }
    const typed = { ground: 'asked for', approvedBy: 'Ann', also: [], confirm: PRISONER }
    await erasePerson(erasing, PROGRAMME, PRISONER, typed)
    expect(await found({ text: 'Tarkhov' })).toEqual([])
    const [row] = (await search({ text: PRISONER })).rows
    expect(row).toMatchObject({
      person: PRISONER,
      erasedOn: TODAY,
      names: [],
      birth: [],
      place: '',
    })
    const page = await personPage(context(), PROGRAMME, PRISONER, { asOf: DAY, knownOn: DAY })
    expect(page).toMatchObject({ erasure: { on: TODAY, ground: 'asked for' }, names: [] })
  })

  it('notes who was shown, by id and never by name', async () => {
    await fill({ consents: [aConsent()] })
    await search({ text: 'Velonin' })
    const last = (await listReadings(context(), PROGRAMME)).at(-1)
    expect(last).toMatchObject({ person: 'ann', purpose: 'register' })
    expect(last?.subjects).toContain(HEAD)
    expect(JSON.stringify(last)).not.toContain('Velonin')
  })

  it('refuses the pages of a programme that is not there', async () => {
    const asked = searchRegister(context(), 'no-programme' as typeof PROGRAMME, NOTHING)
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
    await fill()
    const nobody = personPage(context(), PROGRAMME, 'p-99' as PersonId, { asOf: DAY, knownOn: DAY })
    await expect(nobody).rejects.toMatchObject({ code: 'not-found' })
  })
})
