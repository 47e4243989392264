import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doubleParts, MARDUK } from '../../test/double-register.ts'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, PROGRAMME } from '../../test/record-builders.ts'
import { eraseSubjects } from './erasures.ts'
import { importRecord } from './imports.ts'
import { keyringOf } from './keyring.ts'
import { nameLimits } from './name-limits.ts'
import { readReviewQueue } from './name-matches-queue.ts'
import { matchEntries } from './name-matches.ts'
import { searchNames } from './name-search.ts'
import { heldNames, namesOf } from './name-service.ts'
import { workerThread } from './name-threads.ts'
import { enterName, enterPerson } from './persons.ts'

onEachEngine('the names of a register in memory', (db) => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-names-'))
    return importRecord(context(), doubleParts())
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const context = () => ({ ...aContext(db()), erasureJournal: join(folder, 'erasures.jsonl') })
  const lookUp = async (name: string) => {
    const entry = { name, birth: '', age: null, sex: '', place: '', category: '' }
    const [found] = await matchEntries(context(), PROGRAMME, [entry])
    return { decision: found?.decision, persons: found?.candidates.map(({ person }) => person) }
  }

  it('reads what was written since, and only that', async () => {
    expect(await lookUp('Renata Solska')).toMatchObject({ decision: 'new' })
    const before = heldNames(db(), PROGRAMME).generation
    const { id } = await enterPerson(context(), PROGRAMME, { name: 'Renata Solska' })
    expect((await lookUp('Renata Solska')).persons).toContain(id)
    await enterName(context(), PROGRAMME, id, { name: 'Renata Vorlik', kind: 'alias' }, null)
    expect((await lookUp('Renata Vorlik')).persons?.[0]).toBe(id)
    expect(heldNames(db(), PROGRAMME).generation).toBe(before)
  })

  it('leaves nothing of an erased person behind: all is read anew', async () => {
    await lookUp('Sofia Hartung')
    const before = heldNames(db(), PROGRAMME).generation
    await eraseSubjects(context(), PROGRAMME, {
      ...{ subjects: ['p-13'], ground: 'asked', counts: {}, approvedBy: 'Ann' },
    })
    expect((await lookUp('Sofia Hartung')).persons ?? []).not.toContain('p-13')
    expect(heldNames(db(), PROGRAMME).generation).toBe(before + 1)
  })

  it('says that a register is beyond the ceiling, and finds by id alone', async () => {
    process.env['DEMARCHE_NAMES_AT_MOST'] = '3'
    try {
      const found = await searchNames(db(), await keyringOf(context()), PROGRAMME, 'Lev Marduk', 10)
      expect(found.persons).toEqual([])
      expect(found.note).toMatch(/more than 3 names.*DEMARCHE_NAMES_AT_MOST/)
      await expect(lookUp('Lev Marduk')).rejects.toMatchObject({ code: 'invalid' })
      expect(
        (await readReviewQueue(context(), PROGRAMME, { status: 'open', size: 1 })).comparison.state,
      ).toBe('too-large')
    } finally {
      delete process.env['DEMARCHE_NAMES_AT_MOST']
    }
  })

  it('refuses a setting that is no number, in words', () => {
    expect(() => nameLimits({ DEMARCHE_NAME_THREADS: 'many' })).toThrow(/whole number from 1/)
    expect(nameLimits({}).threads).toBe(2)
  })

  it('reads once for all who ask at the same time', async () => {
    const keyring = await keyringOf(context())
    const before = heldNames(db(), PROGRAMME).generation
    const all = await Promise.all([1, 2, 3].map(() => namesOf(db(), keyring, PROGRAMME)))
    expect(new Set(all).size).toBe(1)
    expect(all[0]?.generation).toBe(before + 1)
  })
})

it('says the same in a thread as in the process, and ends with a word', async () => {
  const thread = workerThread()
  const marduk = { id: MARDUK, names: [{ value: 'Lev Marduk' }] }
  await thread.ask('soon', 'add', [marduk])
  expect(await thread.ask('soon', 'seal')).toBe(1)
  expect(await thread.ask('soon', 'search', 'Марду', 5)).toEqual([MARDUK])
  await thread.end()
  await expect(thread.ask('soon', 'seal')).rejects.toThrow('given up')
})
