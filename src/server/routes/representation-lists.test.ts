import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { listParts } from '../../../test/list-parts.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import { settleFinding } from '../../actions/gate-settling.ts'
import { presentVersion } from '../../actions/presentations.ts'
import { listReadings } from '../../actions/read-log.ts'
import { readListPage } from '../../actions/list-pages.ts'
import type {
  GateJson,
  ListDiffJson,
  ListOverviewJson,
  ListPageJson,
  ListReportJson,
  ListStatusJson,
  ResponsesPreviewJson,
} from '../../contract/representation-lists.ts'
import { readZip } from '../../reports/render/zip.ts'
import type { Database } from '../../store/database/reader-writer.ts'

const RULE = 'category = "refused-exit" and count(refused) >= 2 and not resolved'

onEachEngine('lists over HTTP', (db: () => Database) => {
  const app = askApp(db)
  const at = (path: string) => `/api/programmes/${PROGRAMME}/${path}`
  const get = async <T>(path: string) => (await app.get(at(path))).body as T // by the contract
  const post = (path: string, body: unknown) => app.post(at(path), body)
  const detail = (answer: { body: unknown }) => (answer.body as { detail: string }).detail // a problem

  const begin = async () => {
    await post('lists', { id: 'XX', title: 'List twenty', rule: RULE })
    return post('lists/XX/versions', { version: '1', date: '2026-11-01', from: 'rule' })
  }
  /** Settles what can be settled and hands version 1 over. */
  const handOver = async (more: object = {}) => {
    const gate = await get<GateJson>('lists/XX/gate')
    for (const { id, needsOverride } of gate.findings)
      await post('lists/XX/settlements', {
        version: '1',
        finding: id,
        answer: needsOverride ? 'overridden' : 'settled',
        reason: 'looked at',
      })
    return post('lists/XX/presentations', {
      version: '1',
      date: '2026-11-20',
      by: 'Ambassador',
      to: 'Deputy minister',
      formats: ['docx', 'xlsx'],
      ...more,
    })
  }

  beforeEach(() => importRecord(aContext(db()), { record: aRecord(), kept: [], ...listParts() }))

  it('refuse a rule that cannot be read, at its field and with its place', async () => {
    const answer = await post('lists', { id: 'XX', title: 'Twenty', rule: 'category = prisoner' })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      errors: [{ pointer: '/rule', detail: expect.stringContaining('Line 1, column 12') }],
    })
    const read = await post('lists/rule', { rule: RULE })
    expect(read.body).toMatchObject({ faults: [], qualify: 2 })
  })

  it('say who comes on by the rule, who does not, and why', async () => {
    const made = await begin()
    expect(made.body).toMatchObject({ taken: 2, leftOutInAll: 1 })
    const { included, leftOut } = made.body as {
      included: { case: string }[]
      leftOut: { case: string; why: string[] }[]
    }
    expect(included.map((each) => each.case)).toEqual(['c-10', 'c-11'])
    expect(leftOut.map((each) => [each.case, each.why.join(' ')])).toEqual([
      ['c-12', expect.stringContaining('resolved')],
    ])
  })

  it('are not handed over while a finding is open, and name each in the refusal', async () => {
    await begin()
    await post('lists/XX/entries', { version: '1', entries: [{ case: 'c-12' }, { case: 'c-13' }] })
    const gate = await get<GateJson>('lists/XX/gate')
    const found = gate.findings.map(({ kind, case: id }) => `${id} ${kind}`)
    expect(found).toEqual(
      expect.arrayContaining(['c-12 resolved', 'c-12 consent-none', 'c-13 consent-none']),
    )
    expect(gate.open).toBe(gate.findings.length)
    const refused = await post('lists/XX/presentations', {
      version: '1',
      date: '2026-11-20',
      by: 'Ambassador',
      to: 'Deputy minister',
    })
    expect(refused.status).toBe(422)
    expect(detail(refused)).toMatch(/findings of the gate are open.*c-12: Resolved/)
    expect(detail(refused)).not.toMatch(/Hartung|Belan/)
  })

  it('take no word for consent, only an override by someone with that right and a reason', async () => {
    await begin()
    await post('lists/XX/entries', { version: '1', entries: [{ case: 'c-13' }] })
    const finding = 'consent-none:c-13'
    const settle = (answer: string, reason: string) =>
      post('lists/XX/settlements', { version: '1', finding, answer, reason })
    expect((await settle('settled', 'fine')).status).toBe(422)
    const officer = settleFinding(aContext(db(), { role: 'officer' }), PROGRAMME, 'XX', {
      version: '1',
      finding,
      answer: 'overridden',
      reason: 'urgent',
    })
    await expect(officer).rejects.toThrow('Your role (officer)')
    const paper = async () => {
      const file = await app.send(at('lists/XX/paper?format=docx'))
      return (await file.arrayBuffer()).byteLength
    }
    const before = await paper()
    const gate = (await settle('overridden', 'he is in danger')).body as GateJson
    expect(gate.findings.find(({ id }) => id === finding)?.settlement).toMatchObject({
      answer: 'overridden',
      by: 'Ann',
      reason: 'he is in danger',
    })
    expect(await paper()).toBeGreaterThan(before)
    // Overridden today, it stands on the paper of a hand-over of two days ago as well.
    await handOver()
    const [sheet] = (await get<ListPageJson>('lists/XX')).papers.filter(
      ({ format }) => format === 'docx',
    )
    const file = await app.send(at(`papers/${sheet?.sha256}`))
    const parts = readZip(new Uint8Array(await file.arrayBuffer()))
    const text = parts.map(({ data }) => Buffer.from(data).toString('utf8')).join('')
    expect(['Belan', 'Orlenko', 'Hartung'].map((name) => text.includes(name))).toEqual([
      true,
      true,
      false,
    ])
  })

  describe('a family of whom one refused', () => {
    const finding = 'consent-refused:c-10:p-11'
    const paperText = async () => {
      const file = await app.send(at('lists/XX/paper?format=docx'))
      const parts = readZip(new Uint8Array(await file.arrayBuffer()))
      return parts.map(({ data }) => Buffer.from(data).toString('utf8')).join('')
    }
    const refuse = async () => {
      await begin()
      await post('consents', {
        ...{ subject: 'p-11', use: 'list-to-the-government', answer: 'no', by: 'self' },
        date: '2026-11-01',
      })
    }
    const override = (subject: string) =>
      post('consent-overrides', {
        ...{ subject, use: 'list-to-the-government', by: 'Ann', reason: 'in danger' },
      })
    const findingSeen = async () =>
      (await get<GateJson>('lists/XX/gate')).findings.find(({ id }) => id === finding)

    it('is presented with that person left off the paper', async () => {
      await refuse()
      expect(await findingSeen()).toMatchObject({
        needsOverride: false,
        mayBeLeftOff: true,
        persons: [{ person: 'p-11' }],
      })
      const officer = aContext(db(), { role: 'officer' })
      const left = { version: '1', finding, answer: 'settled', reason: 'she said no' } as const
      const gate = await settleFinding(officer, PROGRAMME, 'XX', left)
      expect(gate.findings.find(({ id }) => id === finding)?.settlement).toMatchObject({
        answer: 'left-off',
      })
      expect((await handOver()).status).toBe(200)
      const text = await paperText()
      expect([text.includes('Pavel Orlenko'), text.includes('Irina')]).toEqual([true, false])
    })

    it('keeps that person off under an override of another or of the family', async () => {
      await refuse()
      await override('p-10')
      await override('f-10')
      expect((await findingSeen())?.settlement).toBeNull()
      expect(await paperText()).not.toContain('Irina')
    })

    it('is printed whole once an override names that person, and the gate is open for it', async () => {
      await refuse()
      expect((await override('p-11')).status).toBeLessThan(300)
      expect((await findingSeen())?.settlement).toMatchObject({ answer: 'overridden', by: 'Ann' })
      expect(await paperText()).toContain('Irina')
    })
  })

  it('are left out of the overview of a day before their first version', async () => {
    await begin()
    const ids = async (days: string) =>
      (await get<ListOverviewJson>(`lists${days}`)).lists.map(({ id }) => id)
    expect(await ids('')).toEqual(['XIX', 'XX'])
    expect(await ids('?asOf=2026-10-31')).toEqual(['XIX'])
    expect(await ids('?knownOn=2025-01-31')).toEqual([])
  })

  it('have several findings answered with one reason, and none of them where one needs more', async () => {
    await begin()
    await post('lists/XX/entries', { version: '1', entries: [{ case: 'c-12' }, { case: 'c-13' }] })
    const { findings } = await get<GateJson>('lists/XX/gate')
    const [first, ...others] = findings.map(({ id }) => id)
    const answers = { version: '1', finding: first, others, reason: 'telephoned' }
    expect((await post('lists/XX/settlements', { ...answers, answer: 'settled' })).status).toBe(422)
    expect((await get<GateJson>('lists/XX/gate')).open).toBe(findings.length)
    const done = await post('lists/XX/settlements', { ...answers, answer: 'overridden' })
    expect((done.body as GateJson).open).toBe(0) // by the contract
    const { findings: after } = await get<GateJson>('lists/XX/gate')
    expect(new Set(after.map(({ settlement }) => settlement?.reason))).toEqual(
      new Set(['telephoned']),
    )
  })

  it('are frozen when handed over, and keep the paper byte for byte', async () => {
    await begin()
    const done = await handOver()
    expect(done).toMatchObject({ status: 200, body: { frozenNow: true } })
    const { papers } = await get<ListPageJson>('lists/XX')
    expect(papers.map(({ format, presentedOn }) => [format, presentedOn]).sort()).toEqual([
      ['docx', '2026-11-20'],
      ['xlsx', '2026-11-20'],
    ])
    for (const { sha256 } of papers) {
      const bytes = new Uint8Array(await (await app.send(at(`papers/${sha256}`))).arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    const late = await post('lists/XX/entries', { version: '1', entries: [{ case: 'c-13' }] })
    expect(late.status).toBe(409)
    expect(detail(late)).toContain('frozen')
  })

  it('have a status only from the day a version was handed over', async () => {
    await begin()
    const early = await app.get(at('lists/XX/status'))
    expect(early.status).toBe(422)
    expect(detail(early)).toMatch(/No version of list XX had been presented by/)
    await handOver()
    expect(await get<ListStatusJson>('lists/XX/status')).toEqual({
      list: 'XX',
      asOf: '2026-11-22',
      knownOn: '2026-11-22',
      presentedOn: '2026-11-20',
      family: { entries: 2, resolved: 0, excluded: 0 },
      person: { entries: 3, resolved: 0, excluded: 0 },
      byRegion: [
        {
          region: 'North',
          family: { entries: 1, resolved: 0 },
          person: { entries: 2, resolved: 0 },
        },
        {
          region: 'South',
          family: { entries: 1, resolved: 0 },
          person: { entries: 1, resolved: 0 },
        },
      ],
      byCategory: [
        {
          category: 'refused-exit',
          family: { entries: 2, resolved: 0 },
          person: { entries: 3, resolved: 0 },
        },
      ],
      byAuthority: [
        {
          authority: 'OVIR',
          family: { entries: 2, resolved: 0 },
          person: { entries: 3, resolved: 0 },
        },
      ],
      atAge: [],
      carriedOver: [{ case: 'c-11', times: 1, firstListed: '2025-02-10' }],
    })
  })

  it('read their answers against ours: matched, to review, not ours; and write nothing', async () => {
    await begin()
    await handOver()
    const text = [
      '1. Орленко Павел – уже выехал',
      '2. Marduk Lev: refused',
      '3. Nobody Atall - unknown',
    ].join('\n')
    const answer = await post('lists/XX/responses/preview', { text })
    const preview = answer.body as ResponsesPreviewJson
    expect(preview.rows.map(({ effect, case: id, code }) => [effect, id, code])).toEqual([
      ['matched', 'c-10', 'already-departed'],
      ['matched', 'c-11', 'refuses'],
      ['not-ours', null, 'unknown-person'],
    ])
    expect(preview.unanswered).toEqual([])
    expect((await get<ListPageJson>('lists/XX')).responses).toEqual([])
  })

  it('make of each claim something to verify, with an owner and a day', async () => {
    await begin()
    await handOver()
    const body = {
      date: '2026-11-21',
      responses: [
        { case: 'c-10', code: 'already-departed', words: 'They left', owner: 'Consul' },
        { case: 'c-11', code: 'none' },
      ],
    }
    const first = await post('lists/XX/responses', body)
    expect(first.body).toMatchObject({
      taken: 2,
      unchanged: 0,
      followUps: [
        { owner: 'Consul', due: '2026-12-21', doneOn: null, about: { kind: 'response' } },
      ],
    })
    expect((await post('lists/XX/responses', body)).body).toMatchObject({ taken: 0, unchanged: 2 })
    const page = await get<ListPageJson>('lists/XX')
    expect(page.entries[0]?.lastResponse).toMatchObject({
      code: 'already-departed',
      claimStanding: 'open',
      followUp: { owner: 'Consul' },
    })
    // What they claim moves nothing.
    expect(page.entries[0]?.resolved).toBe(false)
    const wrong = { date: '2026-11-21', responses: [{ case: 'c-13', code: 'refuses' }] }
    expect((await post('lists/XX/responses', wrong)).body).toMatchObject({
      errors: [{ pointer: '/responses/0/case' }],
    })
  })

  it('show at a glance what each came to, and differ from one another by case', async () => {
    await begin()
    await handOver()
    const { lists } = await get<ListOverviewJson>('lists')
    expect(
      lists.map(({ id, status, unanswered }) => [id, status?.family.resolved, unanswered]),
    ).toEqual([
      ['XIX', 1, 2],
      ['XX', 0, 2],
    ])
    const diff = await get<ListDiffJson>('lists/XX/diff?with=XIX')
    const ids = (entries: ListDiffJson['added']) => entries.map((each) => each.case)
    expect([
      ids(diff.added),
      ids(diff.carried),
      ids(diff.resolvedMeanwhile),
      ids(diff.removed),
    ]).toEqual([['c-10'], ['c-11'], ['c-12'], []])
    const report = await get<ListReportJson>('lists/XIX/report')
    expect(report.sentences[0]).toContain('1 of 2 family units (50 %) and 1 of 2 persons (50 %)')
    for (const format of ['docx', 'pdf', 'xlsx', 'csv']) {
      const file = await app.send(at(`lists/XIX/status/document?format=${format}`))
      expect([format, file.status]).toEqual([format, 200])
    }
  })

  it('do not bring back what was taken off a version', async () => {
    await begin()
    await post('lists/XX/entries/remove', { version: '1', cases: ['c-10'] })
    expect((await get<ListPageJson>('lists/XX')).entries.map((each) => each.case)).toEqual(['c-11'])
    const again = await post('lists/XX/entries', { version: '1', entries: [{ case: 'c-10' }] })
    expect(detail(again)).toContain('Make a new version')
  })

  it('note who looked, and let only those hand over who may', async () => {
    await begin()
    await get<ListPageJson>('lists/XX')
    const looks = await listReadings(aContext(db()), PROGRAMME)
    expect(looks.at(-1)).toMatchObject({
      purpose: 'list XX 1',
      subjects: ['p-10', 'p-11', 'p-12'],
    })
    const reader = aContext(db(), { role: 'reader' })
    const typed = {
      version: '1',
      by: 'Ambassador',
      to: 'Deputy minister',
      rank: '',
      channel: '',
      received: '',
      formats: ['docx'],
      language: 'en',
    } as const
    const days = { asOf: reader.today, knownOn: reader.today, version: undefined }
    const page = await readListPage(reader, PROGRAMME, 'XX', days)
    expect(page.namesHidden).toMatch(/Names are left out: your role \(reader\)/)
    expect(JSON.stringify(page)).not.toMatch(/Orlenko|Marduk|Hartung/)
    await expect(
      presentVersion(reader, PROGRAMME, 'XX', { ...typed, date: reader.today }),
    ).rejects.toThrow('Your role (reader)')
  })
})
