import { beforeEach, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { listParts } from '../../../test/list-parts.ts'
import { aContext, aRecord, PROGRAMME } from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'
import type { MatchesJson, MatchStepJson } from '../../contract/name-matches.ts'
import type { Database } from '../../store/database/reader-writer.ts'

onEachEngine('looking names up', (db: () => Database) => {
  const app = askApp(db)
  const at = (path: string) => `/api/programmes/${PROGRAMME}/${path}`
  const entries = [{ name: 'Павел Орленко', birth: '1961-04-02' }, { name: 'Томас Белан' }]

  beforeEach(() => importRecord(aContext(db()), { record: aRecord(), kept: [], ...listParts() }))

  const stepsOf = async (path: string, body: object) => {
    const answer = await app.send(at(path), { method: 'POST', body: JSON.stringify(body) })
    const lines = (await answer.text()).split('\n').filter((line) => line !== '')
    return lines.map((line) => JSON.parse(line) as MatchStepJson) // by the contract
  }

  it('answers in the order of the entries with the keys that others read', async () => {
    const { status, body } = await app.post(at('matches'), { entries })
    expect(status).toBe(200)
    const [first] = (body as MatchesJson).entries // by the contract
    expect(Object.keys(first ?? {})).toEqual(['row', 'decision', 'candidates'])
    expect(Object.keys(first?.candidates[0] ?? {})).toEqual(['person', 'probability', 'reasons'])
    expect(first?.candidates[0]).toMatchObject({ person: 'p-10' })
    expect(first?.candidates[0]?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'birth', weight: expect.any(Number) as number }),
    )
  })

  it('says step by step how far it is, and the same in the end', async () => {
    const id = crypto.randomUUID()
    const steps = await stepsOf(`matches?id=${id}`, { entries })
    expect(steps.at(-1)).toEqual({ step: 'done' })
    expect(steps).toContainEqual({ step: 'matching', done: 0, of: 2 })
    const found = steps.flatMap((step) => (step.step === 'entries' ? step.entries : []))
    const { body } = await app.post(at('matches'), { entries })
    expect({ entries: found }).toEqual(body)
    const gone = await app.send(at(`matches/${id}`), { method: 'DELETE' })
    expect(gone.status).toBe(404)
  })

  it('ends the stream with the problem where it cannot go on', async () => {
    const steps = await stepsOf(`matches?id=${crypto.randomUUID()}`, {
      entries: [{ name: 'Lev', birth: 'soon' }],
    })
    expect(steps).toMatchObject([{ status: 422, errors: [{ pointer: '/entries/0/birth' }] }])
  })

  it('keeps the register from those who may not read it', async () => {
    const reader = askApp(db, { role: 'reader' })
    expect((await reader.post(at('matches'), { entries })).status).toBe(403)
    expect((await reader.get(at('name-matches'))).status).toBe(403)
  })

  it('refuses a pair of one, and a row that nobody parked', async () => {
    const look = (body: object) => app.post(at('name-matches/look'), body)
    expect((await look({ a: 'p-10' })).status).toBe(422)
    expect((await look({ a: 'p-10', row: 'a.csv:1' })).status).toBe(404)
    expect((await look({ a: 'p-10', b: 'p-99' })).status).toBe(404)
    expect((await look({ a: 'p-10', b: 'p-14' })).status).toBe(200)
  })

  it('says how far the register is compared with itself', async () => {
    const { status, body } = await app.post(at('name-matches/comparison'), {})
    expect(status).toBe(200)
    expect(body).toMatchObject({ of: 1, words: expect.stringMatching(/5 persons/) as string })
  })
})
