import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DOUBLE, doubleParts, MARDUK } from '../../test/double-register.ts'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, PROGRAMME } from '../../test/record-builders.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import { insertNameDecisions } from '../store/name-decisions.ts'
import { act } from './context.ts'
import { importRecord } from './imports.ts'
import { keyringOf } from './keyring.ts'
import { decide, type DecisionAsked } from './name-matches-decisions.ts'
import { lookAtPair } from './name-matches-pair.ts'
import { readReviewQueue, type QueueSeen } from './name-matches-queue.ts'
import { matchEntries, type EntryAsked } from './name-matches.ts'
import type { ParkedRow } from './parked-rows.ts'
import { enterName } from './persons.ts'
import { registerOf } from './register-record.ts'

const ROW = 'their-list.csv:4'

onEachEngine('names of the register', (db) => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-names-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const context = () => ({ ...aContext(db()), erasureJournal: join(folder, 'erasures.jsonl') })
  const anEntry = (given: Partial<EntryAsked>): EntryAsked => ({
    ...{ name: '', birth: '', age: null, sex: '', place: '', category: '' },
    ...given,
  })
  const lookUp = async (given: Partial<EntryAsked>) => {
    const [found] = await matchEntries(context(), PROGRAMME, [anEntry(given)])
    return { decision: found?.decision, persons: found?.candidates.map(({ person }) => person) }
  }
  const queue = async (status: 'open' | 'parked' | 'decided' = 'open'): Promise<QueueSeen> => {
    for (;;) {
      const seen = await readReviewQueue(context(), PROGRAMME, { status, size: 100 })
      if (seen.comparison.state !== 'comparing') return seen
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const aPair = { a: MARDUK, b: DOUBLE, row: null }
  const decideOn = (given: Partial<DecisionAsked>) =>
    decide(context(), PROGRAMME, {
      ...{ ...aPair, decision: 'accept', reason: 'the same passport', kept: null },
      ...given,
    })

  beforeEach(() => importRecord(context(), doubleParts()))

  it('finds who an entry is in another script, with reasons that sum up', async () => {
    const [found] = await matchEntries(context(), PROGRAMME, [
      anEntry({ name: 'Томас Белан', birth: '1970-10-10' }),
    ])
    expect(found).toMatchObject({ row: 1, decision: 'match' })
    const [best] = found?.candidates ?? []
    expect(best).toMatchObject({ person: 'p-14' })
    const sum = (best?.reasons ?? []).reduce((total, { weight }) => total + weight, 0)
    expect(sum + (best?.prior ?? 0)).toBeCloseTo(best?.logOdds ?? NaN)
    expect(best?.reasons.map(({ kind }) => kind)).toContain('birth')
    expect((await lookUp({ name: 'Zbigniew Quandt' })).decision).not.toBe('match')
  })

  it('compares the register with itself, and leaves out what was decided', async () => {
    const [first] = (await queue()).items
    expect([first?.a, first?.b].toSorted()).toEqual([MARDUK, DOUBLE])
    expect(first?.cluster).toBe(`double-${MARDUK}`)
    await decideOn({ decision: 'reject', reason: '' })
    expect((await queue()).items).toEqual([])
    expect((await queue('decided')).items).toMatchObject([{ decision: 'rejected' }])
    await decideOn({ decision: 'undo', reason: '' })
    expect((await queue()).items).toHaveLength(1)
    await decideOn({ decision: 'park', reason: 'ask the family' })
    expect((await queue('parked')).items).toHaveLength(1)
    expect((await queue()).counts).toEqual({ open: 0, parked: 1, decided: 0 })
  })

  it('shows a pair side by side, with the sum and what was decided', async () => {
    await decideOn({ decision: 'park', reason: 'ask the family' })
    const { left, right, match, decisions } = await lookAtPair(context(), PROGRAMME, aPair)
    expect([left.person, right.person]).toEqual([MARDUK, DOUBLE])
    expect(left.cases[0]?.listings[0]).toMatchObject({ list: 'XIX' })
    expect(match?.reasons.find(({ theirs }) => theirs === 'Lev')).toMatchObject({ ours: 'Lew' })
    expect(decisions).toMatchObject([{ decision: 'parked', by: 'Ann', reason: 'ask the family' }])
  })

  it('restates the list by a merge, keeps both histories, and undoes it', async () => {
    const { restated } = await decideOn({})
    expect(restated).toMatchObject([
      {
        list: 'XIX',
        before: { person: { entries: 3 }, family: { entries: 3 } },
        after: { person: { entries: 2 }, family: { entries: 2 } },
      },
    ])
    expect(restated[0]?.sentence).toMatch(/2 family units .* where it was .* 3 family units/)
    const { register } = await registerOf(context(), PROGRAMME)
    expect(register.merges).toMatchObject([{ kept: MARDUK, merged: DOUBLE, by: 'Ann' }])
    expect(register.cases.map(({ id }) => id)).toContain('c-15')
    expect((await lookUp({ name: 'Lew Marduk', birth: '1955' })).persons).toEqual([MARDUK])
    await expect(decideOn({ decision: 'reject' })).rejects.toMatchObject({ code: 'out-of-date' })
    const undone = await decideOn({ decision: 'undo', reason: 'another man' })
    expect(undone.restated).toMatchObject([{ after: { person: { entries: 3 } } }])
    expect((await queue()).items).toHaveLength(1)
  })

  it('merges nobody without a reason, and nobody with himself', async () => {
    await expect(decideOn({ reason: ' ' })).rejects.toThrow(/why the two are one/)
    await expect(decideOn({ b: MARDUK })).rejects.toThrow(/another entry/)
    await expect(decideOn({ decision: 'undo' })).rejects.toThrow(/no decision here/)
    const reader = decide(aContext(db(), { role: 'reader' }), PROGRAMME, {
      ...{ ...aPair, decision: 'accept', reason: 'x', kept: null },
    })
    await expect(reader).rejects.toMatchObject({ code: 'not-allowed' })
  })

  const parked: ParkedRow = {
    kind: 'spreadsheet-row',
    file: 'their-list.csv',
    row: 4,
    cells: [['Name', 'Tomas Bielan']],
    why: ['May be Tomas Belan.'],
    candidates: [{ person: 'p-14' as PersonId, probability: 0.8, reasons: [] }],
    draft: {
      persons: [
        {
          ...{ person: 'p-new' as PersonId, name: 'Tomas Bielan', script: 'Latn', entry: 0 },
          ...{ kind: 'official', birth: '1970', sex: 'm', nationality: '', place: 'Riga' },
          ...{ occupation: '', withdrawn: null },
        },
      ],
      cases: [],
      caseEvents: [],
    },
  }
  const park = async () => {
    const keyring = await keyringOf(context())
    await act(
      context(),
      { permission: 'record.import', programme: PROGRAMME, subject: 'name_decision' },
      (tx, action) =>
        insertNameDecisions(tx, action, keyring, [
          {
            ...{ person: 'p-14' as PersonId, other: { row: ROW }, decision: 'parked', score: 0.8 },
            ...{ by: 'Ann', on: context().today, content: parked },
          },
        ]),
    )
  }
  const ofRow = { a: 'p-14' as PersonId, b: null, row: ROW }
  const namesOf = async (person: string) => {
    const { register } = await registerOf(context(), PROGRAMME)
    const last = new Map(
      register.persons.filter((row) => row.person === person).map((row) => [row.name, row]),
    )
    return [...last.values()].flatMap(({ name, withdrawn }) => (withdrawn === null ? [name] : []))
  }

  it('puts a parked row on record under the person, and takes it back', async () => {
    await park()
    const [item] = (await queue()).items
    expect(item).toMatchObject({ kind: 'row', row: ROW, left: { name: { name: 'Tomas Bielan' } } })
    const page = await lookAtPair(context(), PROGRAMME, ofRow)
    expect(page).toMatchObject({ left: { from: 'their-list.csv, row 4' }, why: parked.why })
    expect(page.match?.reasons.length).toBeGreaterThan(0)
    await decideOn(ofRow)
    expect(await namesOf('p-14')).toEqual(['Tomas Belan', 'Tomas Bielan'])
    expect((await queue('decided')).items).toHaveLength(1)
    await decideOn({ ...ofRow, decision: 'undo' })
    expect(await namesOf('p-14')).toEqual(['Tomas Belan'])
    expect((await queue()).items.filter(({ kind }) => kind === 'row')).toHaveLength(1)
  })

  it('takes a row that is nobody of these as a person of its own, and asks no more', async () => {
    await park()
    await decideOn({ ...ofRow, decision: 'reject', reason: 'another birthplace' })
    expect(await namesOf('p-new')).toEqual(['Tomas Bielan'])
    const open = await queue()
    expect(open.items.some(({ a, b }) => [a, b].includes('p-new' as PersonId))).toBe(false)
    await decideOn({ ...ofRow, decision: 'undo', reason: '' })
    expect(await namesOf('p-new')).toEqual([])
  })

  it('gives a list up when told to, and reads it in the order of its rows', async () => {
    const entries = ['Lev Marduk', 'Nobody Anywhere', 'Павел Орленко'].map((name) =>
      anEntry({ name }),
    )
    const found = await matchEntries(context(), PROGRAMME, entries)
    expect(found.map(({ row, decision }) => [row, decision])).toMatchObject([
      [1, expect.stringMatching(/match|review/)],
      [2, 'new'],
      [3, 'match'],
    ])
    const signal = AbortSignal.abort(new Error('given up'))
    await expect(matchEntries(context(), PROGRAMME, entries, { signal })).rejects.toThrow(
      'given up',
    )
  })

  it('reads from the list itself for which day its ages hold', async () => {
    const family = 'Abakov Brezlin Czarnik Dubrava Eklund Fanta Gorsky Havel Ilves Jansen'.split(
      ' ',
    )
    const born = (at: number) => 1930 + ((at * 3) % 50)
    const entries = family.map((name, at) =>
      anEntry({ name: `Anders ${name}`, age: 1985 - born(at) }),
    )
    const found = await matchEntries(context(), PROGRAMME, entries)
    const ages = found.flatMap(({ candidates: [best] }) =>
      (best?.reasons ?? []).filter(({ kind }) => kind === 'age'),
    )
    expect(ages).toHaveLength(entries.length)
    for (const { weight } of ages) expect(weight).toBeGreaterThan(0)
  })

  it('names the field of a birth that is no date', async () => {
    const asked = lookUp({ name: 'Lev Marduk', birth: '1955-13' })
    await expect(asked).rejects.toMatchObject({ fields: [{ pointer: '/entries/0/birth' }] })
  })

  it('compares an uncertain birth by the days that all rows allow', async () => {
    const typed = { name: 'Lev Marduk senior', kind: 'alias', birth: '1955-03-08' }
    await enterName(context(), PROGRAMME, MARDUK, typed, null)
    const [found] = await matchEntries(context(), PROGRAMME, [
      anEntry({ name: 'Lev Marduk', birth: '1955-03-08' }),
    ])
    const birth = found?.candidates
      .find(({ person }) => person === MARDUK)
      ?.reasons.find(({ kind }) => kind === 'birth')
    expect(birth).toMatchObject({ ours: '1955-03-08', relation: 'same' })
  })
})
