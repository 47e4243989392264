import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { emptyStore, onEachEngine, pgliteStore, type TestStore } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import { HEAD, someParts } from '../../test/register-builders.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { backUp, restore } from './backups.ts'
import type { Context } from './context.ts'
import { eraseSubjects } from './erasures.ts'
import { readRecord } from './exports.ts'
import { importRecord } from './imports.ts'
import { registerOf } from './register-record.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

onEachEngine('a backup', (db) => {
  /** Restored into here, whatever engine it was made on. */
  let other: TestStore
  beforeAll(async () => {
    other = await pgliteStore()
  })
  beforeEach(() => emptyStore(other.db))
  afterAll(() => other.drop())

  const contextOn = (database: Database, journal: string): Context => ({
    ...aContext(database),
    erasureJournal: join(folder, journal),
  })
  const here = () => contextOn(db(), 'here.jsonl')
  const there = () => contextOn(other.db, 'there.jsonl')
  const file = () => join(folder, 'a.backup')
  const take = () => {
    const kept = [{ path: 'README.md', bytes: Buffer.from([0, 1, 255, 10, 13]) }]
    return importRecord(here(), { record: aRecord(), kept, ...someParts() })
  }

  /** Every row of every table that a backup has, as text. */
  async function everything(database: Database): Promise<Record<string, string[]>> {
    const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = 'public' and tablename <> 'migration' and tablename !~ '^case_.*_mark$'
      order by 1`.execute(database)
    const all: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row
        from ${sql.table(name)} as t order by 1`.execute(database)
      all[name] = rows.map(({ row }) => row)
    }
    return all
  }

  it('brings back every row of every table as it was', async () => {
    await take()
    const { bytes } = await backUp(here(), file())
    expect(bytes).toBe(readFileSync(file()).length)
    const { findings, erased } = await restore(there(), file())
    expect([findings, erased]).toEqual([[], []])
    expect(await everything(other.db)).toEqual(await everything(db()))
    const { register } = await registerOf(there(), PROGRAMME)
    expect(register.persons[0]?.name).toBe('Karl Velonin')
  })

  it('does not bring back who was erased after it was made', async () => {
    await take()
    await backUp(here(), file())
    const request = { subjects: [HEAD], ground: 'asked', counts: {}, approvedBy: 'Ann' }
    await eraseSubjects(here(), PROGRAMME, request)
    const { erased, findings } = await restore(there(), file(), [join(folder, 'here.jsonl')])
    expect([erased, findings]).toEqual([['p-1'], []])
    const read = await registerOf(there(), PROGRAMME)
    expect(read.register.persons[0]).toMatchObject({ person: 'p-1', name: '' })
    expect(read.erased.get('p-1')).toMatchObject({ on: TODAY })
    // From now on the journal beside this store repeats it too.
    expect(readFileSync(join(folder, 'there.jsonl'), 'utf8')).toContain('"subject":"p-1"')
    await emptyStore(other.db)
    expect((await restore(there(), file())).erased).toEqual(['p-1'])
  })

  it('repeats all of an erasure that stands in the journal in two parts', async () => {
    await take()
    await backUp(here(), file())
    const line = { programme: PROGRAMME, subject: HEAD, on: TODAY }
    const parts = [
      { ...line, also: ['engagement:e-1'] },
      { ...line, also: [] },
    ]
    const journal = join(folder, 'two-parts.jsonl')
    writeFileSync(journal, parts.map((each) => `${JSON.stringify(each)}\n`).join(''))
    await restore(there(), file(), [journal])
    const { engagements } = await readRecord(there(), PROGRAMME)
    expect(engagements).toMatchObject([{ id: 'e-1', words: '' }])
    expect(readFileSync(join(folder, 'there.jsonl'), 'utf8')).toBe(readFileSync(journal, 'utf8'))
  })

  it('erases nobody twice', async () => {
    await take()
    const request = { subjects: [HEAD], ground: 'asked', counts: {}, approvedBy: 'Ann' }
    await eraseSubjects(here(), PROGRAMME, request)
    await backUp(here(), file())
    const { erased } = await restore(there(), file(), [join(folder, 'here.jsonl')])
    expect(erased).toEqual([])
    expect(await everything(other.db)).toEqual(await everything(db()))
  })

  it('goes into an empty store only, and over no file', async () => {
    await take()
    await backUp(here(), file())
    await expect(backUp(here(), file())).rejects.toThrow('is there already')
    await expect(restore(here(), file())).rejects.toThrow('The store is not empty.')
    await expect(restore(there(), join(folder, 'none'))).rejects.toThrow('ENOENT')
    await expect(restore(there(), file(), [join(folder, 'none')])).rejects.toThrow(
      'There is no file',
    )
    const officer = { ...here(), person: { id: 'o', name: 'O', role: 'officer' } as const }
    await expect(backUp(officer, join(folder, 'b'))).rejects.toThrow('does not allow')
  })

  it('that is torn, changed, or none is refused, and nothing of it is taken', async () => {
    await take()
    await backUp(here(), file())
    const whole = readFileSync(file())
    const text = gunzipSync(whole).toString('utf8')
    const lines = text.trimEnd().split('\n')
    const spoilt: [Uint8Array, string][] = [
      [whole.subarray(0, whole.length / 2), 'is not a backup, or is damaged'],
      [Buffer.from('hello'), 'is not a backup, or is damaged'],
      [gzipSync('hello\n'), 'is not a backup, or is damaged'],
      [gzipSync('{}\n'), 'is not a backup that this version can read'],
      [gzipSync(''), 'its end is missing'],
      [gzipSync(lines.slice(0, -1).join('\n')), 'its end is missing'],
      [gzipSync(text.replace('1698', '1378')), 'was changed after it was made'],
      [gzipSync([lines[0], ...lines.slice(2)].join('\n')), 'was changed after it was made'],
      [gzipSync(text.replace('"0002-register"', '"0002-other"')), 'another version of Demarche'],
    ]
    for (const [bytes, sentence] of spoilt) {
      writeFileSync(file(), bytes)
      await expect(restore(there(), file())).rejects.toThrow(sentence)
    }
    expect((await everything(other.db))['audit_entry']).toEqual([])
    writeFileSync(file(), whole)
    writeFileSync(join(folder, 'there.jsonl'), '{"programme":"x"}\n')
    await expect(restore(there(), file())).rejects.toThrow('line 1: this is no line of a journal')
  })
})
