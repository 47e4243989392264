import { sql, type RawBuilder } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aFigure, aGoal, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import type { BenchmarkId, EditionId } from '../domain/basics/ids.ts'
import { issueEdition } from './editions.ts'
import { recordFigures } from './evidence.ts'
import { importRecord } from './imports.ts'
import { verifyStore } from './verify.ts'

onEachEngine('verifyStore', (db) => {
  const fill = async () => {
    const context = aContext(db())
    const kept = [{ path: 'a/b.csv', bytes: Uint8Array.of(0, 1, 255) }]
    await importRecord(context, { record: aRecord(), kept })
    await recordFigures(context, PROGRAMME, [aFigure({ low: 0.1, high: 1e21 })])
    await issueEdition(context, PROGRAMME, {
      ...{ id: 'first' as EditionId, asOf: TODAY, knownOn: TODAY, method: 'as written' },
      ...{ content: '{"b":1,"a":[2]}', signedBy: 'Ann' },
    })
  }
  /** What someone could do who owns the database and gets past its triggers. */
  const tamper = (statement: RawBuilder<unknown>) =>
    db()
      .transaction()
      .execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx)
        await statement.execute(tx)
      })
  const findings = async () => (await verifyStore(aContext(db()))).map(({ sentence }) => sentence)

  it('finds nothing in a store as it was written', async () => {
    await fill()
    expect(await findings()).toEqual([])
  })

  it.each([
    ['a changed figure', sql`update figure set low = 1 where action_id = 2`],
    ['a changed list', sql`update goal set cites = '[]'`],
    ['a changed kept file', sql`update kept_file set bytes = '\\x00'`],
    ['a filled date', sql`update event set known = '1987-01-01', known_by = 'stated'`],
  ])('finds %s', async (_, statement) => {
    await fill()
    await tamper(statement)
    expect(await findings()).toEqual([
      expect.stringMatching(/^A row of action [12] \(entries \d+ to \d+\) was changed/),
    ])
  })

  it('finds a row that was taken away', async () => {
    await fill()
    await tamper(sql`delete from figure where action_id = 2`)
    expect(await findings()).toEqual(['Action 2 wrote 1 rows (entries 15 to 15); 0 are there.'])
  })

  it('finds a row that was put in', async () => {
    await fill()
    await tamper(sql`insert into benchmark (programme_id, entry, action_id, id, title, kind, text)
      values (${PROGRAMME}, 99, 9, 'x', '', 'outcome', '')`)
    expect(await findings()).toEqual(['Entries 99 name action 9, which the audit does not have.'])
  })

  it('finds a row that was moved', async () => {
    await fill()
    await tamper(sql`update event set entry = 77`)
    expect(await findings()).toEqual(['The rows of action 1 do not count up from entry 1 to 14.'])
  })

  it('finds a changed audit entry', async () => {
    await fill()
    await tamper(sql`update audit_entry set person_id = 'eve' where action_id = 2`)
    expect(await findings()).toEqual(['Audit entry 2 was changed after it was written.'])
  })

  it('finds an audit entry that was taken away', async () => {
    await fill()
    await tamper(sql`delete from audit_entry where action_id = 2`)
    expect(await findings()).toEqual([
      'The audit has no entry for action 2; the next is 3.',
      'Audit entry 3 begins after entry 15, not after 14.',
      'Entries 15 name action 2, which the audit does not have.',
    ])
  })

  it('finds an edition that was changed with its row hash in mind', async () => {
    await fill()
    await tamper(sql`update edition set content = '{}'`)
    expect(await findings()).toContain(
      'The content of edition "first" does not agree with its SHA-256.',
    )
  })

  it('finds a reference that leads nowhere', async () => {
    const record = aRecord({ goals: [aGoal({ benchmarks: ['gone' as BenchmarkId] })] })
    await importRecord(aContext(db()), { record, kept: [] })
    expect(await findings()).toEqual([
      'Goal "emigration-goal" names the benchmark "gone", which is not on record.',
    ])
  })
})
