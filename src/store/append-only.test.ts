import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord } from '../../test/record-builders.ts'
import { importRecord } from '../actions/imports.ts'
import { columnsOf, RECORD_TABLES } from './database/columns.ts'

const tables = [...RECORD_TABLES, 'audit_entry', 'read_entry', 'migration']
/** Keys can be destroyed and wrapped anew; nothing else changes. */
const keys = ['store_key', 'subject_key']

onEachEngine('the record', (db) => {
  it.each(tables)('lets no one change, take away or empty %s', async (table) => {
    const refused = `The record is append-only`
    const name = sql.table(table)
    const first = table === 'migration' ? 'name' : 'programme_id'
    const changes = [
      sql`update ${name} set ${sql.ref(first)} = ${sql.ref(first)}`,
      sql`delete from ${name}`,
      sql`truncate ${name}`,
    ]
    for (const change of changes) await expect(change.execute(db())).rejects.toThrow(refused)
  })

  it('leads every key with the programme', async () => {
    const { rows } = await sql<{ name: string; first: string }>`
      select c.relname as name, a.attname as first
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and c.relnamespace = 'public'::regnamespace`.execute(db())
    const others = rows.filter(({ first }) => first !== 'programme_id').map(({ name }) => name)
    expect(others.sort()).toEqual(['migration', 'store_key'])
    expect(rows.map(({ name }) => name).sort()).toEqual([...tables, ...keys].sort())
  })

  it('has the columns that rows are written by', async () => {
    const { rows } = await sql<{ place: string }>`
      select table_name || '.' || column_name || ' ' || data_type as place
      from information_schema.columns where table_schema = 'public'`.execute(db())
    const there = new Set(rows.map(({ place }) => place))
    for (const table of RECORD_TABLES)
      for (const [name, type] of columnsOf(table))
        expect(there).toContain(`${table}.${name} ${type}`)
  })

  it('says when each row was written, and by which action', async () => {
    await importRecord(aContext(db()), { record: aRecord(), kept: [] })
    const rows = await db()
      .selectFrom('figure')
      .select(['entry', 'action_id', 'recorded_at'])
      .execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.action_id).toBe(1)
    expect(Math.abs(Date.now() - (rows[0]?.recorded_at.getTime() ?? 0))).toBeLessThan(60_000)
  })
})
