import { expect, it } from 'vitest'
import { onEachEngine } from '../../test/engines.ts'
import { aContext, aRecord, PROGRAMME, TODAY } from '../../test/record-builders.ts'
import { calendarDate } from '../domain/basics/calendar-date.ts'
import type { EditionId } from '../domain/basics/ids.ts'
import {
  findEdition,
  hashOfContent,
  issueEdition,
  listEditions,
  type NewEdition,
} from './editions.ts'
import { importRecord } from './imports.ts'
import { recordOf } from './record-cache.ts'

const first: NewEdition = {
  id: 'january-1989' as EditionId,
  asOf: calendarDate('1988-12-31'),
  knownOn: calendarDate('1989-01-04'),
  method: 'version 1',
  content: '{ "b": 1,\n "a": "Щ" }',
  signedBy: 'Ann',
}
const second: NewEdition = {
  ...first,
  id: 'january-1989-2' as EditionId,
  corrects: first.id,
  reason: 'A couple stood twice.',
}

onEachEngine('editions', (db) => {
  const fill = () => importRecord(aContext(db()), { record: aRecord(), kept: [] })
  const issue = (edition: NewEdition, role: 'lead' | 'officer' = 'lead') =>
    issueEdition(aContext(db(), { role }), PROGRAMME, edition)

  it('are frozen byte for byte, and corrected by another that says why', async () => {
    await fill()
    await issue(first)
    await issue(second)
    const found = await findEdition(aContext(db()), PROGRAMME, first.id)
    expect(found).toMatchObject({ ...first, corrects: null, sha256: hashOfContent(first.content) })
    expect(found.recordedAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
    const listed = await listEditions(aContext(db()), PROGRAMME)
    expect(listed.map(({ id, corrects, reason }) => [id, corrects, reason])).toEqual([
      [first.id, null, ''],
      [second.id, first.id, second.reason],
    ])
  })

  it('leave the record in memory as it is', async () => {
    await fill()
    const record = await recordOf(aContext(db()), PROGRAMME)
    await issue(first)
    expect(await recordOf(aContext(db()), PROGRAMME)).toBe(record)
  })

  it.each([
    ['no name', { signedBy: ' ' }, 'invalid'],
    ['a day to come', { knownOn: calendarDate('2026-11-23') }, 'invalid'],
    ['no JSON', { content: 'met' }, 'invalid'],
    ['a correction without a reason', { corrects: first.id }, 'invalid'],
    ['a correction of nothing', { corrects: 'gone' as EditionId, reason: 'x' }, 'not-found'],
  ])('refuse %s', async (_, given, code) => {
    await fill()
    await expect(issue({ ...first, ...given })).rejects.toMatchObject({ code })
  })

  it('refuse an id twice, a programme that is not there, and whoever may not sign', async () => {
    await expect(issue(first)).rejects.toMatchObject({ code: 'not-found' })
    await fill()
    await issue(first)
    await expect(issue({ ...first, knownOn: TODAY })).rejects.toMatchObject({ code: 'out-of-date' })
    await expect(issue(second, 'officer')).rejects.toMatchObject({ code: 'not-allowed' })
    const finding = findEdition(aContext(db()), PROGRAMME, second.id)
    await expect(finding).rejects.toMatchObject({ code: 'not-found' })
  })
})
