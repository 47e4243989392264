import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import {
  aCase,
  aCaseEvent,
  aMerge,
  aName,
  EXIT_CASE,
  FAMILY,
  HEAD,
  LIST,
  PRISONER,
  someParts,
} from '../../test/register-builders.ts'
import type { PersonId, SourceId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import { readRecord } from './exports.ts'
import { importRecord, type Imported } from './imports.ts'
import { listReadings } from './read-log.ts'
import type { RegisterParts } from './register-import.ts'
import { engagementsOf, listRecordOf, registerOf } from './register-record.ts'
import { verifyStore } from './verify.ts'

const content = (parts: RegisterParts = someParts()) => ({ record: aRecord(), kept: [], ...parts })

/** Rows without their numbers, which the store gives. */
const bare = (rows: readonly { readonly entry: number }[]) =>
  rows.map(({ entry: _, ...row }) => {
    const { knownBy: __, ...rest } = row as { knownBy?: unknown }
    return rest
  })

onEachEngine('the register in a store', (db) => {
  const context = () => aContext(db())
  const take = (parts?: RegisterParts): Promise<Imported> => importRecord(context(), content(parts))

  it('gives every row back as it came, in the order of writing', async () => {
    await take()
    const parts = someParts()
    const { register, erased } = await registerOf(context(), PROGRAMME)
    expect(erased.size).toBe(0)
    for (const table of ['persons', 'families', 'cases', 'contacts', 'consents', 'merges'] as const)
      expect(bare(register[table]), table).toEqual(bare(parts.register[table]))
    // What neither says nor has a source is known on the day it was entered.
    const [refused, permitted, detained] = parts.register.caseEvents
    expect(bare(register.caseEvents)).toEqual(
      bare([refused, permitted, { ...detained, known: TODAY }] as never),
    )
    const lists = await listRecordOf(context(), PROGRAMME)
    for (const table of ['lists', 'versions', 'entries', 'presentations', 'responses'] as const)
      expect(bare(lists[table]), table).toEqual(bare(parts.lists[table]))
    expect(bare(await engagementsOf(context(), PROGRAMME))).toEqual(bare(parts.engagements))
  })

  it('changes nothing when it is taken again, or when what was exported comes back', async () => {
    await take()
    const { register, lists, engagements } = await readRecord(context(), PROGRAMME)
    for (const parts of [someParts(), { register, lists, engagements }]) {
      const { taken, unchanged } = await take(parts)
      expect(Object.values(taken).every((count) => count === 0)).toBe(true)
      expect(unchanged).toMatchObject({ persons: 4, caseEvents: 3, responses: 1, engagements: 1 })
    }
  })

  it('takes other content under one identity as a correction, and keeps both', async () => {
    await take()
    const birth = uncertainDate('1949-01-20')
    const { taken } = await take(
      someParts({
        persons: [aName({ birth })],
        cases: [aCase({ region: 'Ukraine' })],
        caseEvents: [aCaseEvent({ verification: 'likely', known: TODAY })],
      }),
    )
    expect(taken).toMatchObject({ persons: 1, cases: 1, caseEvents: 1 })
    const { register } = await registerOf(context(), PROGRAMME)
    expect(
      register.persons.filter(({ person }) => person === HEAD).map((each) => each.birth),
    ).toEqual([uncertainDate('1948-01-20'), null, birth])
    expect(register.cases.filter(({ id }) => id === EXIT_CASE).map(({ region }) => region)).toEqual(
      ['RSFSR', 'Ukraine'],
    )
  })

  it('writes beside each event what SQL counts it by', async () => {
    await take(
      someParts({
        caseEvents: [
          aCaseEvent(),
          aCaseEvent({ kind: 'promised', known: uncertainDate('1990-01-05').latest, source: null }),
          aCaseEvent({ kind: 'permitted', verification: 'likely' }),
          aCaseEvent({ kind: 'departed', source: 'tass' as SourceId }),
          aCaseEvent({ kind: 'arrived', source: null }),
        ],
      }),
    )
    const rows = await db()
      .selectFrom('case_event')
      .select(['kind', 'earliest', 'latest', 'known_on', 'known_by', 'effective', 'subject_id'])
      .orderBy('entry')
      .execute()
    const all = { earliest: '1979-05-01', latest: '1979-05-31', subject_id: FAMILY }
    const published = { known_on: '1988-08-03', known_by: null }
    expect(rows).toEqual([
      { ...all, kind: 'refused', ...published, effective: 'confirmed' },
      {
        ...all,
        kind: 'promised',
        known_on: '1990-01-05',
        known_by: 'stated',
        effective: 'unknown',
      },
      { ...all, kind: 'permitted', ...published, effective: 'likely' },
      { ...all, kind: 'departed', known_on: TODAY, known_by: 'entered', effective: 'unknown' },
      { ...all, kind: 'arrived', known_on: TODAY, known_by: 'entered', effective: 'unknown' },
    ])
  })

  it('leaves no name in any table', async () => {
    await take()
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`.execute(db())
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`
        select row_to_json(t)::text as row from ${sql.table(name)} as t`.execute(db())
      for (const { row } of rows)
        expect(row).not.toMatch(/Velon|Велон|Tarkhov|1948-01-20|engineer|he is ill|secrets|mother/)
    }
  })

  it('verifies without keys', async () => {
    await take()
    await sql`delete from subject_key`.execute(db())
    expect(await verifyStore(context())).toEqual([])
  })

  it('finds a sealed field that was changed, and a reading that was taken out of the log', async () => {
    await take()
    await readRecord(context(), PROGRAMME)
    await readRecord(context(), PROGRAMME)
    await db()
      .transaction()
      .execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        await sql`update contact set sealed = ${'AAAA'}`.execute(tx)
        await sql`delete from read_entry where read_id = 1`.execute(tx)
      })
    expect((await verifyStore(context())).map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('was changed after it was written'),
      'The log of readings has no entry 1; the next is 2.',
    ])
  })

  it('refuses an id that a person and a family would share', async () => {
    await take()
    const person = FAMILY as string as PersonId // the very mistake
    await expect(take(someParts({ persons: [aName({ person })] }))).rejects.toThrow(
      '"f-1" is a person and a family',
    )
    const family = someParts().register.families.map((each) => ({ ...each, family: HEAD as never })) // as above
    await expect(take(someParts({ families: family }))).rejects.toThrow(
      '"p-1" is a person and a family',
    )
  })

  it('refuses a merge that closes a circle with those on record, and takes nothing', async () => {
    await take()
    const back = aMerge({ kept: PRISONER, merged: HEAD })
    await expect(take(someParts({ merges: [back] }))).rejects.toThrow(
      /"p-[13]" and "p-[13]" are merged into one another in a circle/,
    )
    const { register } = await registerOf(context(), PROGRAMME)
    expect(register.merges).toHaveLength(1)
    const undone = aMerge({ undone: back.known })
    expect((await take(someParts({ merges: [undone, back] }))).taken).toMatchObject({ merges: 2 })
  })

  it('reads with a case all that belongs to it, and no one else', async () => {
    await take(someParts({ merges: [] }))
    const { register } = await registerOf(context(), PROGRAMME, { cases: [EXIT_CASE] })
    expect(new Set(register.persons.map(({ person }) => person))).toEqual(new Set(['p-1', 'p-2']))
    expect(register.cases.map(({ id }) => id)).toEqual([EXIT_CASE])
    expect(register.caseEvents).toHaveLength(2)
    expect([register.contacts.length, register.consents.length]).toEqual([1, 1])
    await take()
    const merged = await registerOf(context(), PROGRAMME, { persons: [HEAD] })
    expect(merged.register.cases.map(({ id }) => id)).toEqual(['c-1', 'c-2'])
  })

  it('reads one list alone', async () => {
    await take()
    expect((await listRecordOf(context(), PROGRAMME, [LIST])).entries).toHaveLength(1)
    expect((await listRecordOf(context(), PROGRAMME, ['XV' as never])).entries).toEqual([])
  })

  it('notes an export as one reading of the whole register', async () => {
    await take()
    await readRecord(context(), PROGRAMME)
    expect(await listReadings(context(), PROGRAMME)).toMatchObject([
      { read: 1, person: 'ann', purpose: 'export', subjects: null, subjectCount: 3 },
    ])
  })

  it('keeps readers from names', async () => {
    await take()
    const reader = aContext(db(), { role: 'reader' })
    await expect(registerOf(reader, PROGRAMME)).rejects.toThrow('does not allow this')
    await expect(listRecordOf(reader, PROGRAMME)).rejects.toThrow('does not allow this')
  })

  it('takes nothing when a text cannot be kept', async () => {
    const cases = someParts().register.cases.map((each) => ({ ...each, ground: 'a\u0000b' }))
    await expect(take(someParts({ cases }))).rejects.toThrow('cannot be kept')
    await expect(registerOf(context(), PROGRAMME)).resolves.toMatchObject({
      register: { persons: [], cases: [] },
    })
  })
})
