import { beforeEach, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { listParts } from '../../../test/list-parts.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import { recordOf } from '../../actions/record-cache.ts'
import type {
  EngagementListJson,
  EngagementPageJson,
  FollowUpListJson,
} from '../../contract/engagements.ts'
import { keyringOf } from '../../actions/keyring.ts'
import type { ConsentUse } from '../../domain/access/consent.ts'
import type { SubjectId } from '../../domain/basics/ids.ts'
import { uncertainDate } from '../../domain/basics/uncertain-date.ts'
import { listConsentOverrides } from '../../store/consents.ts'
import type { Database } from '../../store/database/reader-writer.ts'

const NOTE = Buffer.from('What was handed over')

const MEETING = {
  date: '2026-11-20',
  instrument: 'meeting',
  visibility: 'quiet',
  audience: 'Deputy minister',
  handler: 'Ambassador',
  objectives: 'an answer on every case',
  words: 'he will look into it',
  lists: ['XIX'],
  cases: ['c-10'],
  undertaken: [{ text: 'An answer within a month', due: '2026-12-20' }],
  attachments: [{ name: 'note.txt', type: 'text/plain', base64: NOTE.toString('base64') }],
  followUps: [{ text: 'ask again', owner: 'Consul', due: '2026-12-21' }],
}

onEachEngine('engagements over HTTP', (db: () => Database) => {
  const app = askApp(db)
  const at = (path: string) => `/api/programmes/${PROGRAMME}/${path}`
  const get = async <T>(path: string) => (await app.get(at(path))).body as T // by the contract

  beforeEach(async () => {
    const { register, ...parts } = listParts()
    const agreed = (use: ConsentUse, from: string) => ({
      ...{ entry: 0, subject: 'f-10' as SubjectId, use, answer: 'yes' as const, by: 'family' },
      ...{ date: uncertainDate(from), expires: null, withdrawn: null },
    })
    const consents = [...register.consents, agreed('raise-privately', '2026-01-10')]
    consents.push(agreed('name-publicly', '2026-11-21'))
    await importRecord(aContext(db()), {
      record: aRecord(),
      kept: [],
      ...parts,
      register: { ...register, consents },
    })
  })

  it('put a meeting on record with what was undertaken, attached and is to be done', async () => {
    const made = await app.post(at('engagements'), MEETING)
    expect(made).toMatchObject({
      status: 200,
      body: { id: 'meeting-2026-11-20', undertakings: ['meeting-2026-11-20-1'] },
    })
    const page = await get<EngagementPageJson>('engagements/meeting-2026-11-20')
    expect(page).toMatchObject({
      engagement: {
        words: 'he will look into it',
        undertakings: ['meeting-2026-11-20-1'],
        attachments: [{ name: 'note.txt', bytes: NOTE.length }],
        missing: ['what it achieved, judged after it'],
      },
      undertakings: [
        { text: 'An answer within a month', by: 'Deputy minister', due: '2026-12-20' },
      ],
      followUps: [{ text: 'ask again', owner: 'Consul', due: '2026-12-21' }],
    })
    const { undertakings, sources } = await recordOf(aContext(db()), PROGRAMME)
    expect(undertakings.at(-1)).toMatchObject({
      source: 'record-meeting-2026-11-20',
      channel: 'meeting',
    })
    expect(sources.at(-1)?.published?.text).toBe('2026-11-20')
    const sha256 = page.engagement.attachments[0]?.sha256 ?? ''
    const file = await app.send(at(`attachments/${sha256}`))
    expect(Buffer.from(await file.arrayBuffer()).equals(NOTE)).toBe(true)
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
  })

  it('write nothing at all where one part is refused, and name its field', async () => {
    const refused = await app.post(at('engagements'), {
      ...MEETING,
      undertaken: [{ text: 'An answer', goal: 'no-such-goal' }],
    })
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/undertaken/0/goal' }] },
    })
    const raised = await app.post(at('engagements'), { ...MEETING, cases: ['c-10', 'c-99'] })
    expect(raised.body).toMatchObject({ errors: [{ pointer: '/cases/1' }] })
    expect((await get<EngagementListJson>('engagements')).engagements).toEqual([])
    expect((await get<FollowUpListJson>('follow-ups')).followUps).toEqual([])
  })

  it('raise no case without consent to that, on the day of the act', async () => {
    const cases = ['c-10', 'c-11', 'c-13']
    const quiet = await app.post(at('engagements'), { ...MEETING, cases })
    expect(quiet).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/cases', detail: expect.stringContaining('Case c-11 lacks consent') },
          { pointer: '/cases', detail: expect.stringContaining('Case c-13 lacks consent') },
        ],
      },
    })
    // Consent to be named came the day after.
    const named = { ...MEETING, visibility: 'public' }
    const early = await app.post(at('engagements'), named)
    expect(early.body).toMatchObject({ errors: [{ pointer: '/cases' }] })
    const later = await app.post(at('engagements'), { ...named, date: '2026-11-21' })
    expect(later.status).toBe(200)
  })

  it('raise a case for which someone with the right answers, by name and with a reason', async () => {
    const raised = { ...MEETING, cases: ['c-10', 'c-11'] }
    const override = { by: 'The Ambassador', reason: 'his life is in danger' }
    const officer = askApp(db, { role: 'officer' })
    const refused = await officer.post(at('engagements'), { ...raised, override })
    expect(refused.status).toBe(403)
    const unsaid = { ...raised, override: { by: 'The Ambassador', reason: ' ' } }
    expect((await app.post(at('engagements'), unsaid)).status).toBe(422)
    const made = await app.post(at('engagements'), { ...raised, override })
    expect(made.status).toBe(200)
    const context = aContext(db())
    const keyring = await keyringOf(context)
    expect(await listConsentOverrides(db(), keyring, PROGRAMME)).toMatchObject([
      { subject: 'p-12', use: 'raise-privately', by: 'The Ambassador', on: '2026-11-22' },
    ])
    // What was answered for is not asked again; to be named publicly is another use.
    const again = { ...raised, id: 'meeting-2026-11-20', words: 'he refused', undertaken: [] }
    expect((await officer.post(at('engagements'), again)).status).toBe(200)
    const aloud = await app.post(at('engagements'), { ...again, visibility: 'public' })
    expect(aloud.status).toBe(422)
  })

  it('are judged after they took place, against what they were to achieve', async () => {
    await app.post(at('engagements'), { ...MEETING, objectives: '', undertaken: [] })
    const early = await app.post(at('engagements/meeting-2026-11-20/judgement'), {
      judgement: 'little',
    })
    expect(early.status).toBe(422)
    await app.post(at('engagements'), { ...MEETING, id: 'meeting-2026-11-20', undertaken: [] })
    await app.post(at('engagements/meeting-2026-11-20/judgement'), { judgement: 'little' })
    const { engagements } = await get<EngagementListJson>('engagements')
    expect(engagements).toMatchObject([{ judgement: 'little', missing: [], corrected: 2 }])
  })

  it('have follow-ups that are changed, closed and reopened', async () => {
    const made = await app.post(at('follow-ups'), {
      kind: 'case',
      ref: 'c-10',
      text: 'write to the family',
      due: '2026-11-01',
    })
    const { id } = made.body as { id: string }
    const open = await get<FollowUpListJson>('follow-ups')
    expect(open.followUps).toMatchObject([{ id, owner: 'Ann', overdue: true, doneOn: null }])
    const change = (body: object) => app.post(at(`follow-ups/${id}`), body)
    expect((await change({ done: true, note: 'written' })).body).toMatchObject({
      doneOn: '2026-11-22',
      doneBy: 'Ann',
      note: 'written',
      overdue: false,
    })
    expect((await change({ done: true })).status).toBe(409)
    expect((await change({ reopened: true, owner: 'Consul' })).body).toMatchObject({
      doneOn: null,
      owner: 'Consul',
    })
    const lost = await app.post(at('follow-ups'), { kind: 'case', ref: 'c-99', text: 'ask' })
    expect(lost.body).toMatchObject({ errors: [{ pointer: '/ref' }] })
  })
})
