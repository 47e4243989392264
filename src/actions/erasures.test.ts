import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import {
  aName,
  anEngagement,
  EXIT_CASE,
  FAMILY,
  HEAD,
  PRISONER,
  someParts,
  SPOUSE,
} from '../../test/register-builders.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import { insertKeptPaper, findPaperBytes } from '../store/kept-papers.ts'
import { insertNameDecisions, listNameDecisions } from '../store/name-decisions.ts'
import { act, type Context } from './context.ts'
import { eraseSubjects, erasuresOf, previewErasure, type ErasureRequest } from './erasures.ts'
import { readRecord } from './exports.ts'
import { importRecord } from './imports.ts'
import { keyringOf } from './keyring.ts'
import { registerOf } from './register-record.ts'
import { verifyStore } from './verify.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-erasures-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

onEachEngine('erasure', (db) => {
  const context = (): Context => ({ ...aContext(db()), erasureJournal: join(folder, 'e.jsonl') })
  const take = () => importRecord(context(), { record: aRecord(), kept: [], ...someParts() })
  const request = (given: Partial<ErasureRequest> = {}): ErasureRequest => ({
    subjects: [HEAD],
    ground: 'asked by the family',
    counts: { refused: 1 },
    approvedBy: 'Ann',
    ...given,
  })

  it('leaves the id, the tombstone and the counts, and no name', async () => {
    await take()
    await eraseSubjects(context(), PROGRAMME, request())
    const { register, erased } = await registerOf(context(), PROGRAMME)
    const names = register.persons.map(({ person, name }) => `${person} ${name}`)
    expect(names).toEqual(['p-1 ', 'p-1 ', 'p-2 Anna Velonina', 'p-3 Boris Tarkhov'])
    expect(register.persons[0]).toMatchObject({ birth: null, sex: '', place: '', occupation: '' })
    expect(register.merges[0]?.reason).toBe('')
    expect(register.caseEvents).toHaveLength(3)
    expect([...erased.keys()]).toEqual(['p-1'])
    expect(await erasuresOf(context(), PROGRAMME)).toMatchObject([
      {
        subject: 'p-1',
        on: TODAY,
        by: 'Ann',
        ground: 'asked by the family',
        counts: { refused: 1 },
      },
    ])
    expect(await verifyStore(context())).toEqual([])
  })

  it('writes ids and days to the journal, and no name', async () => {
    await take()
    await eraseSubjects(context(), PROGRAMME, request({ subjects: [HEAD, SPOUSE] }))
    const journal = readFileSync(join(folder, 'e.jsonl'), 'utf8')
    expect(journal.trim().split('\n')).toEqual(
      ['p-1', 'p-2'].map((subject) =>
        JSON.stringify({ programme: PROGRAMME, subject, on: TODAY, also: ['names:p-1:p-3'] }),
      ),
    )
  })

  it('erases a family with its contacts, its consents and what is said in its cases', async () => {
    await take()
    await eraseSubjects(context(), PROGRAMME, request({ subjects: [FAMILY] }))
    const { register } = await registerOf(context(), PROGRAMME)
    expect(register.contacts).toMatchObject([{ with: '', words: '', promised: '' }])
    expect(register.consents).toMatchObject([{ by: '', answer: 'yes' }])
    expect(register.caseEvents.map(({ detail }) => detail)).toEqual([
      '',
      '',
      'knows secrets of a factory',
    ])
  })

  it('shows beforehand what it would touch', async () => {
    await take()
    expect(await previewErasure(context(), PROGRAMME, FAMILY)).toMatchObject({
      cases: [EXIT_CASE],
      lists: ['XVI'],
      engagements: ['engagement:e-1'],
      counts: { cases: 1, 'list entries': 1, refused: 1, permitted: 1 },
    })
    expect(await previewErasure(context(), PROGRAMME, HEAD)).toMatchObject({
      families: [FAMILY],
      mergedWith: [PRISONER],
    })
  })

  it('destroys a paper with it where that is asked', async () => {
    await take()
    const keyring = await keyringOf(context())
    const paper = { id: 'x', list: 'XVI' as never, version: '1', format: 'pdf', language: 'en' }
    await act(
      context(),
      { permission: 'list.present', programme: PROGRAMME, subject: 'XVI' },
      async (tx, action) => {
        const kept = await insertKeptPaper(tx, action, keyring, paper, Buffer.from('Velonin'))
        expect(kept).toMatchObject({ length: 7 })
      },
    )
    const read = () => findPaperBytes(db(), keyring, PROGRAMME, 'x')
    expect(String(await read())).toBe('Velonin')
    expect((await previewErasure(context(), PROGRAMME, FAMILY)).papers).toEqual(['paper:x'])
    await eraseSubjects(context(), PROGRAMME, request({ subjects: [FAMILY], also: ['paper:x'] }))
    expect(await read()).toBeNull()
    expect(await findPaperBytes(db(), keyring, PROGRAMME, 'y')).toBeUndefined()
    expect(await verifyStore(context())).toEqual([])
  })

  it('takes everything that was written of an engagement, its title too', async () => {
    const engagement = anEngagement({
      title: 'About Velonin',
      objectives: 'Velonin’s leave',
      judgement: 'They know Velonin.',
    })
    const parts = { ...someParts(), engagements: [engagement] }
    await importRecord(context(), { record: aRecord(), kept: [], ...parts })
    const rows = await db().selectFrom('engagement').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('Velonin')
    const read = async () => (await readRecord(context(), PROGRAMME)).engagements
    expect(await read()).toMatchObject([{ ...engagement, entry: expect.any(Number) }])
    const { engagements } = await previewErasure(context(), PROGRAMME, HEAD)
    await eraseSubjects(context(), PROGRAMME, request({ also: engagements }))
    const gone = { title: '', objectives: '', judgement: '', words: '' }
    expect(await read()).toMatchObject([{ id: 'e-1', audience: 'Deputy minister', ...gone }])
  })

  it('takes what was said when names were compared, whoever of the two is erased', async () => {
    await take()
    const keyring = await keyringOf(context())
    const decision = {
      person: HEAD,
      other: { person: PRISONER },
      decision: 'parked',
      score: 0.7,
      by: 'Ann',
      on: TODAY,
      content: { theirs: 'Tarkhov', ours: 'Velonin' },
    } as const
    await act(
      context(),
      { permission: 'match.decide', programme: PROGRAMME, subject: 'p-1' },
      (tx, action) => insertNameDecisions(tx, action, keyring, [decision]),
    )
    expect(await listNameDecisions(db(), keyring, PROGRAMME)).toMatchObject([decision])
    await eraseSubjects(context(), PROGRAMME, request({ subjects: [PRISONER] }))
    expect(await listNameDecisions(db(), keyring, PROGRAMME)).toMatchObject([
      { ...decision, content: null },
    ])
  })

  it('does not let what was erased come back by an import, and says whose rows were passed over', async () => {
    await take()
    await eraseSubjects(context(), PROGRAMME, request({ subjects: [HEAD, FAMILY] }))
    const { taken, erased } = await take()
    expect([...erased].sort()).toEqual(['f-1', 'p-1'])
    expect(Object.values(taken).every((count) => count === 0)).toBe(true)
    const { register } = await registerOf(context(), PROGRAMME, { persons: [HEAD] })
    expect(register.persons.every(({ person, name }) => person !== HEAD || name === '')).toBe(true)
  })

  it('leaves with the id alone in an export, which a fresh store takes', async () => {
    await take()
    await eraseSubjects(context(), PROGRAMME, request())
    const { register } = await readRecord(context(), PROGRAMME)
    const own = register.persons.filter(({ person }) => person === HEAD)
    expect(own).toMatchObject([{ name: '(erased)', birth: null }])
  })

  it('needs someone on record, a ground, and whoever approved the counts', async () => {
    await take()
    const erase = (given: Partial<ErasureRequest>) =>
      eraseSubjects(context(), PROGRAMME, request(given))
    await expect(erase({ subjects: ['p-9'] })).rejects.toThrow(
      'There is no person or family "p-9".',
    )
    await expect(erase({ ground: ' ' })).rejects.toThrow('needs its ground')
    await expect(erase({ approvedBy: '' })).rejects.toThrow('who approved')
    await erase({})
    await expect(erase({})).rejects.toThrow('"p-1" was erased before.')
    const officer = { ...context(), person: { id: 'o', name: 'O', role: 'officer' } as const }
    await expect(eraseSubjects(officer, PROGRAMME, request())).rejects.toThrow('does not allow')
  })

  it('is written about no more', async () => {
    await take()
    await eraseSubjects(context(), PROGRAMME, request())
    const parts = someParts({
      persons: [aName({ person: 'p-4' as PersonId }), aName({ name: 'New' })],
    })
    const { taken, erased } = await importRecord(context(), {
      record: aRecord(),
      kept: [],
      ...parts,
    })
    expect([taken.persons, erased]).toEqual([1, ['p-1']])
  })
})
