import { beforeEach, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { listParts } from '../../../test/list-parts.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import type { TodayJson } from '../../contract/today.ts'
import type { Database } from '../../store/database/reader-writer.ts'

onEachEngine('what waits', (db: () => Database) => {
  const app = askApp(db)
  const at = (path: string) => `/api/programmes/${PROGRAMME}/${path}`
  const today = async (asOf: string) =>
    (await app.get(at(`today?asOf=${asOf}&knownOn=${asOf}`))).body as TodayJson // by the contract
  const post = async (path: string, body: object) => {
    const answer = await app.post(at(path), body)
    expect(answer).toMatchObject({ status: 200 })
    return answer.body
  }
  const ofKind = ({ lines }: TodayJson, kind: string) => lines.filter((line) => line.kind === kind)

  beforeEach(() => importRecord(aContext(db()), { record: aRecord(), kept: [], ...listParts() }))

  const handOver = async () => {
    await post('lists', { id: 'XX', title: 'List twenty', rule: 'category = "refused-exit"' })
    await post('lists/XX/versions', { version: '1', date: '2026-11-01', from: 'rule' })
    const gate = await app.get(at('lists/XX/gate?on=2026-11-20'))
    for (const { id, needsOverride } of (gate.body as { findings: Finding[] }).findings)
      await post('lists/XX/settlements', {
        version: '1',
        finding: id,
        answer: needsOverride ? 'overridden' : 'settled',
        reason: 'looked at',
      })
    await post('lists/XX/presentations', {
      ...{ version: '1', date: '2026-11-20', by: 'Ambassador', to: 'Minister', formats: ['xlsx'] },
    })
  }
  type Finding = { readonly id: string; readonly needsOverride: boolean }

  it('reminds of a list after four months, until someone says that it is done', async () => {
    await handOver()
    const before = await today('2027-02-01')
    expect(ofKind(before, 'list-review')).toEqual([])
    const later = await today('2027-03-25')
    const [review] = ofKind(later, 'list-review')
    expect(review).toMatchObject({ when: 'overdue', day: '2027-03-20', ref: { id: 'XX' } })
    const { id } = (await post('follow-ups', review?.closes?.about ?? {})) as { id: string }
    await post(`follow-ups/${id}`, { done: true })
    expect(ofKind(await today('2027-03-25'), 'list-review')).toEqual([])
  })

  it('counts by list the cases in hand that went quiet, and none that is resolved', async () => {
    await handOver()
    expect(ofKind(await today('2027-09-01'), 'stale-case')).toMatchObject([
      {
        sentence: '2 cases of list XX have nothing newer than 6 months.',
        persons: [],
        ref: { page: 'list', id: 'XX' },
      },
      {
        sentence: 'One case of list XIX has nothing newer than 6 months.',
        ref: { page: 'list', id: 'XIX' },
      },
    ])
    expect(ofKind(await today('2026-11-21'), 'stale-case')).toEqual([])
  })

  it('says of whom a case is urgent, where it is not so of everyone in it', async () => {
    await handOver()
    await post('persons/p-11/names', {
      ...{ person: 'p-11', name: 'Irina Orlenko', script: 'Latn', kind: 'official' },
      birth: '2012-05-01',
    })
    const urgent = ofKind(await today('2026-11-22'), 'urgent-case')
    const [ofFamily, ofOne] = urgent.toSorted((a, b) => b.persons.length - a.persons.length)
    expect(ofFamily).toMatchObject({ sentence: 'Irina Orlenko: A minor: 14 years.' })
    expect(ofFamily?.persons).toHaveLength(2)
    // Of the only person of a case it needs no name.
    expect(ofOne).toMatchObject({ sentence: 'Old age: 70 to 71 years.' })
  })

  it('shows a follow-up from a month before its day, and not once it is done', async () => {
    const made = { kind: 'other', text: 'ask again', owner: 'Consul', due: '2027-05-01' }
    const { id } = (await post('follow-ups', made)) as { id: string }
    expect(ofKind(await today('2027-03-01'), 'follow-up')).toEqual([])
    expect(ofKind(await today('2027-04-15'), 'follow-up')).toMatchObject([{ when: 'this-month' }])
    expect(ofKind(await today('2027-05-02'), 'follow-up')).toMatchObject([{ when: 'overdue' }])
    await post(`follow-ups/${id}`, { done: true })
    expect(ofKind(await today('2027-05-02'), 'follow-up')).toEqual([])
  })

  it('says which consents end within a month and which have just ended', async () => {
    const [person] = listParts().register.persons
    const consent = { subject: person?.person ?? '', use: 'hold', answer: 'yes', by: 'family' }
    await post('consents', { ...consent, date: '2026-11-01', expires: '2027-05-10' })
    expect(ofKind(await today('2027-03-01'), 'consent-ends')).toEqual([])
    expect(ofKind(await today('2027-05-05'), 'consent-ends')).toMatchObject([
      { when: 'this-week', day: '2027-05-10' },
    ])
    expect(ofKind(await today('2027-05-12'), 'consent-ends')).toMatchObject([{ when: 'overdue' }])
    expect(ofKind(await today('2027-07-12'), 'consent-ends')).toEqual([])
  })
})
