import { describe, expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import {
  aConsent,
  EXIT_CASE,
  FAMILY,
  HEAD,
  PRISON_CASE,
  PRISONER,
  someParts,
  SPOUSE,
} from '../../test/register-builders.ts'
import type { SubjectId } from '../domain/basics/ids.ts'
import { enterCase, enterCaseEvent } from './cases.ts'
import { enterConsent, overrideConsent } from './consents.ts'
import { enterContact } from './contacts.ts'
import { importRecord } from './imports.ts'
import { personPage } from './person-page.ts'
import { enterFamilyMember, enterName, enterPerson, mergePersons } from './persons.ts'
import { withdrawFromRegister } from './register-withdrawals.ts'
import { verifyStore } from './verify.ts'

const NAME = {
  name: 'Ludmila Orsova',
  kind: '',
  script: '',
  birth: '1951-02-30',
  sex: 'f',
  nationality: '',
  place: 'Tartu',
  occupation: '',
}
const EVENT = {
  person: '',
  kind: 'released',
  date: '1988-02-01',
  known: '1988-02-03',
  verification: 'confirmed',
  detail: '',
  source: '',
  at: '',
}
const fieldsOf = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => undefined,
    (reason: { fields?: readonly { pointer: string; detail: string }[] }) => reason,
  )
  return error?.fields?.map(({ pointer, detail }) => `${pointer} ${detail}`)
}

onEachEngine('the forms of the register', (db) => {
  const context = () => aContext(db())
  const fill = (given: Parameters<typeof someParts>[0] = {}) =>
    importRecord(context(), {
      record: aRecord(),
      kept: [],
      ...someParts({ merges: [], ...given }),
    })
  const page = (person = PRISONER) =>
    personPage(context(), PROGRAMME, person, { asOf: TODAY, knownOn: TODAY })

  it('put a person on record with a birth that does not exist, flagged', async () => {
    await fill()
    const { id } = await enterPerson(context(), PROGRAMME, { id: '', ...NAME })
    expect(id).toMatch(/^p-[0-9a-f]{8}$/)
    expect(await page(id)).toMatchObject({
      name: NAME.name,
      names: [{ script: 'Latn', kind: 'official', place: 'Tartu' }],
      births: [{ birth: '1951-02-30', impossible: true }],
    })
    expect(await verifyStore(context())).toEqual([])
  })

  it('refuse an id that is taken, by a person or a family, under its field', async () => {
    await fill()
    for (const id of [HEAD, FAMILY]) {
      const refused = await fieldsOf(enterPerson(context(), PROGRAMME, { id, ...NAME }))
      expect(refused).toEqual([`/id "${id}" is in the register already.`])
    }
  })

  it('correct a name: the old one is struck out, the new one stands', async () => {
    await fill()
    const [before] = (await page()).names
    const right = { ...NAME, name: 'Boris Tarkov' }
    await enterName(context(), PROGRAMME, PRISONER, right, before?.entry ?? 0)
    const { name, names } = await page()
    expect(name).toBe('Boris Tarkov')
    expect(names.map((each) => [each.name, each.withdrawnOn])).toEqual([
      ['Boris Tarkhov', TODAY],
      ['Boris Tarkov', null],
    ])
  })

  it('derive the state from an event that is added, and from its correction', async () => {
    await fill()
    await enterCaseEvent(context(), PROGRAMME, PRISON_CASE, EVENT, null)
    const freed = (await page()).cases[0]
    expect(freed).toMatchObject({ state: 'released', resolved: true })
    const event = freed?.events.find(({ kind }) => kind === 'released')
    expect(event).toMatchObject({ decides: true, known: '1988-02-03' })

    const doubted = { ...EVENT, verification: 'possible', known: '' }
    await enterCaseEvent(context(), PROGRAMME, PRISON_CASE, doubted, event?.entry ?? 0)
    const after = (await page()).cases[0]
    expect(after).toMatchObject({ state: 'unknown', resolved: false })
    expect(after?.doubt).toContain('Perhaps released 1988-02-01 (possible).')
    expect(after?.events.at(-1)?.corrected).toEqual([
      '1988-02-01 · released · confirmed (known 1988-02-03)',
    ])
  })

  it('move an event to another day: the first is withdrawn, and what was known then stays', async () => {
    await fill()
    await enterCaseEvent(context(), PROGRAMME, PRISON_CASE, EVENT, null)
    const event = (await page()).cases[0]?.events.find(({ kind }) => kind === 'released')
    const moved = { ...EVENT, date: '1988-03-01', known: '1988-03-02' }
    await enterCaseEvent(context(), PROGRAMME, PRISON_CASE, moved, event?.entry ?? 0)
    const shown = (await page()).cases[0]?.events.filter(({ kind }) => kind === 'released')
    expect(shown?.map(({ date, withdrawnOn }) => [date, withdrawnOn])).toEqual([
      ['1988-02-01', TODAY],
      ['1988-03-01', null],
    ])
  })

  it('refuse an event under the field that is wrong', async () => {
    await fill()
    const enter = (typed: Partial<typeof EVENT>, id = EXIT_CASE) =>
      fieldsOf(enterCaseEvent(context(), PROGRAMME, id, { ...EVENT, ...typed }, null))
    expect(await enter({ date: '1988-02-31' })).toEqual([
      expect.stringMatching(/^\/date “1988-02-31” is not a date/),
    ])
    expect(await enter({ known: '1987-01-01' })).toEqual([
      '/known It is known (1987-01-01) before it happened (1988-02-01).',
    ])
    expect(await enter({ person: PRISONER })).toEqual([
      '/person “p-3” is nobody whom the case c-1 is about.',
    ])
    expect(await enter({ source: 'no-such-source' })).toEqual([
      expect.stringMatching(/^\/source There is no source “no-such-source” in this programme/),
    ])
  })

  it('refuse an answer that would end before it was given', async () => {
    await fill()
    const typed = { subject: PRISONER, use: 'hold', answer: 'yes', by: 'himself' }
    const enter = (date: string, expires: string) =>
      enterConsent(context(), PROGRAMME, { ...typed, date, expires })
    expect(await fieldsOf(enter('1988-02-01', '1988-01-31'))).toEqual([
      '/expires The last day lies before the day of the answer.',
    ])
    expect(await enter('1988-02-01', '1988-02-01')).toMatchObject({ taken: 1 })
  })

  it('give a family its first member, and a case its subject', async () => {
    await fill()
    const family = await enterFamilyMember(context(), PROGRAMME, {
      ...{ family: '', person: PRISONER, role: 'head' },
    })
    const typed = { id: '', subject: family.id, category: 'divided-family', ground: '' }
    const { id } = await enterCase(context(), PROGRAMME, typed)
    const shown = await page()
    expect(shown.families.map((each) => each.family)).toEqual([family.id])
    expect(shown.cases.map((each) => each.case)).toContain(id)
    expect(await fieldsOf(enterCase(context(), PROGRAMME, { ...typed, subject: 'p-99' }))).toEqual([
      '/subject There is no person or family “p-99” in this programme.',
    ])
  })

  it('say what is owed until it is done', async () => {
    await fill({ contacts: [] })
    const contact = {
      ...{ subject: PRISONER, date: '1988-01-05', with: 'His mother', role: 'family' },
      ...{ words: 'She is alone.', promised: 'a letter to the prison', known: '1988-01-05' },
    }
    await enterContact(context(), PROGRAMME, contact)
    expect((await page()).owed).toMatchObject([
      { done: false, keptBy: 'done: a letter to the prison' },
    ])
    expect((await page()).contacts[0]?.promisedWords).toBe('We promised: a letter to the prison')
    const done = {
      ...contact,
      ...{ date: '1988-01-09', known: '', promised: 'done: a letter to the prison' },
    }
    await enterContact(context(), PROGRAMME, done)
    const after = await page()
    expect(after.owed).toMatchObject([{ done: true, keptBy: null }])
    expect(after.contacts[0]?.promisedWords).toBe('We kept our promise: a letter to the prison')
    const place = { ...contact, date: '1988-02-01', known: '', promised: 'inclusion: A-1' }
    await enterContact(context(), PROGRAMME, place)
    const { owed, contacts } = await page()
    expect(contacts[0]?.promisedWords).toBe('We promised: a place on list A-1')
    // Only an entry on the list keeps this one.
    expect(owed.at(-1)).toMatchObject({ done: false, keptBy: null })
  })

  it('show who was merged once in the family, under the entry that was kept', async () => {
    await fill()
    await enterFamilyMember(context(), PROGRAMME, { family: FAMILY, person: PRISONER, role: '' })
    const members = async () => (await page(HEAD)).families[0]?.members.map(({ person }) => person)
    expect(await members()).toContain(PRISONER)
    const before = (await members())?.length ?? 0
    await mergePersons(context(), PROGRAMME, {
      ...{ kept: HEAD, merged: PRISONER, by: 'Ann', reason: 'the same mother' },
    })
    expect(await members()).not.toContain(PRISONER)
    expect(await members()).toHaveLength(before - 1)
  })

  it('merge nobody with themselves, nor twice', async () => {
    await fill()
    const merge = { kept: HEAD, merged: PRISONER, by: 'Ann', reason: 'the same mother' }
    expect(await fieldsOf(mergePersons(context(), PROGRAMME, { ...merge, merged: HEAD }))).toEqual([
      '/merged Pick another entry than the one itself.',
    ])
    await mergePersons(context(), PROGRAMME, merge)
    expect(await fieldsOf(mergePersons(context(), PROGRAMME, merge))).toEqual([
      `/merged "${PRISONER}" and "${HEAD}" are one person already.`,
    ])
    expect(await page()).toMatchObject({ mergedInto: HEAD })
  })

  it('take an entry back once, and keep what was known before', async () => {
    await fill()
    const entry = (await page()).cases[0]?.entry ?? 0
    const withdrawal = { table: 'cases', of: PRISON_CASE, entry, on: TODAY } as const
    await withdrawFromRegister(context(), PROGRAMME, withdrawal)
    expect((await page()).cases).toMatchObject([{ case: PRISON_CASE, withdrawnOn: TODAY }])
    const missing = withdrawFromRegister(context(), PROGRAMME, { ...withdrawal, entry: 99_999 })
    await expect(missing).rejects.toMatchObject({ code: 'not-found' })
  })

  describe('of someone who has refused that we hold data', () => {
    const refusal = aConsent({
      ...{ subject: PRISONER as SubjectId, use: 'hold', answer: 'no', by: 'lawyer' },
    })

    it('write nothing more', async () => {
      await fill({ consents: [refusal] })
      for (const write of [
        () => enterName(context(), PROGRAMME, PRISONER, NAME, null),
        () => enterCaseEvent(context(), PROGRAMME, PRISON_CASE, EVENT, null),
        () => enterCase(context(), PROGRAMME, { id: '', subject: PRISONER, category: 'exile' }),
        () =>
          enterContact(context(), PROGRAMME, { subject: PRISONER, date: '1988', words: 'heard' }),
      ])
        await expect(write()).rejects.toMatchObject({
          code: 'not-allowed',
          message: expect.stringContaining(`Consent to hold data about "${PRISONER}" was refused`),
        })
      expect((await page()).refusals).toHaveProperty('record')
      await enterName(context(), PROGRAMME, SPOUSE, NAME, null)
    })

    it('write again once someone answers for it, or once they agree', async () => {
      await fill({ consents: [refusal] })
      const override = { subject: PRISONER, use: 'hold', by: 'The Ambassador', reason: 'at risk' }
      await overrideConsent(context(), PROGRAMME, override)
      await enterName(context(), PROGRAMME, PRISONER, NAME, null)
      expect((await page()).consents[0]?.overrides).toMatchObject([{ by: 'The Ambassador' }])

      const yes = { subject: PRISONER, use: 'hold', answer: 'yes', by: 'himself', date: '1999' }
      await enterConsent(context(), PROGRAMME, yes)
      expect((await page()).consents[0]).toMatchObject({ use: 'hold', standing: 'yes' })
    })

    it('let nobody but a lead answer for it', async () => {
      await fill({ consents: [refusal] })
      const officer = aContext(db(), { role: 'officer' })
      const override = { subject: PRISONER, use: 'hold', by: 'An officer', reason: 'haste' }
      await expect(overrideConsent(officer, PROGRAMME, override)).rejects.toMatchObject({
        code: 'not-allowed',
      })
    })
  })
})
