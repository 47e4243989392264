import { beforeEach, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { aContext, aRecord } from '../../../test/record-builders.ts'
import { importRecord } from '../../actions/imports.ts'

const PROGRAMME = '/api/programmes/soviet-union'
const DAYS = 'asOf=1988-12-31&knownOn=1989-01-04'

onEachEngine('assessment routes', (db) => {
  const { get, post, send } = askApp(db)
  beforeEach(() => importRecord(aContext(db()), { record: aRecord(), kept: [] }))

  it('answer with what the contract names and no more', async () => {
    const { status, body } = await get(`${PROGRAMME}/assessment?${DAYS}`)
    expect(status).toBe(200)
    const { goals, ...rest } = body as { goals: Record<string, unknown>[] }
    expect(Object.keys(rest).toSorted()).toEqual([
      'alerts',
      'asOf',
      'benchmarks',
      'knownOn',
      'programme',
    ])
    expect(Object.keys(goals[0] ?? {}).toSorted()).toEqual(['benchmarks', 'id', 'standing', 'tier'])
  })

  it.each([
    ['', ['programme', 'asOf', 'knownOn', 'span', 'tiers', 'alerts', 'counts']],
    ['/scorecard', ['programme', 'strips', 'goals', 'span']],
    ['/changes?since=1988-01-01&', ['standings', 'figures', 'events']],
    ['/goals/emigration-goal', ['goal', 'provisions', 'undertakings', 'strip']],
    ['/benchmarks/step-up', ['benchmark', 'text', 'trace', 'reviews', 'charts', 'sources']],
    ['/vocabulary', ['keywords', 'series', 'states', 'stages']],
    ['/editions', ['editions']],
  ])('answer %s', async (path, fields) => {
    const { status, body } = await get(`${PROGRAMME}${path}${path.includes('?') ? '' : '?'}${DAYS}`)
    expect(status).toBe(200)
    for (const field of fields) expect(body).toHaveProperty(field)
  })

  it('know the day of the programme where a page names none, and today where a command does', async () => {
    expect((await get(`${PROGRAMME}/assessment`)).body).toMatchObject({ asOf: '2026-11-22' })
    const { body } = await get(`${PROGRAMME}/scorecard`)
    expect(body).toMatchObject({ asOf: (body as { span: { to: string } }).span.to })
  })

  it('give a history as known on one day, or each day as known then', async () => {
    const span = 'from=1988-01-01&to=1988-12-31&every=quarter'
    const days = ['1988-03-31', '1988-06-30', '1988-09-30', '1988-12-31']
    expect((await get(`${PROGRAMME}/history?${span}&knownOn=1989-01-04`)).body).toMatchObject({
      knownOn: '1989-01-04',
      days,
      benchmarks: [{ id: 'step-up' }],
    })
    expect((await get(`${PROGRAMME}/history?${span}&asKnownThen=true`)).body).toMatchObject({
      knownOn: null,
      days,
    })
  })

  it.each([
    ['/goals/none', 404],
    ['/benchmarks/none', 404],
    ['/editions/none', 404],
    ['/history', 422],
    ['/history?from=1988-01-01&to=1987-01-01', 422],
    ['/history?from=1988-01-01&to=1988-02-30', 422],
    ['/scorecard?asOf=1988-02-30', 422],
    ['/scorecard/document?format=doc', 422],
  ])('refuse %s with %i and a sentence', async (path, status) => {
    expect(await get(`${PROGRAMME}${path}`)).toMatchObject({
      status,
      body: { status, detail: expect.stringMatching(/\.$/) },
    })
  })

  it.each(['assessment', 'scorecard', 'series', 'events', 'editions', 'vocabulary', ''])(
    'have no /%s of a programme that is not there',
    async (path) => {
      const asked = `/api/programmes/atlantis${path === '' ? '' : `/${path}`}`
      expect(await get(asked)).toMatchObject({
        status: 404,
        body: { detail: 'There is no programme "atlantis".' },
      })
    },
  )

  it('check a draft while it is typed, and keep it when it is right', async () => {
    const draft = (series: string) =>
      `benchmark twelve-thousand "12,000" outcome {\n  set 1988-06 by "Schifter";\n  require total(${series}) over last 12 months >= 12000;\n}\n`
    const days = { asOf: '1988-12-31', knownOn: '1989-01-04' }
    const check = (text: string) => post(`${PROGRAMME}/benchmarks/check`, { text, ...days })
    expect(await check(draft('emigratoin'))).toMatchObject({
      status: 200,
      body: { diagnostics: [{ severity: 'error', line: 3 }], verdicts: [] },
    })
    expect((await check(draft('emigration'))).body).toMatchObject({
      verdicts: [{ id: 'twelve-thousand' }],
    })
    const write = (text: string) =>
      post(`${PROGRAMME}/benchmarks`, { text, goal: 'emigration-goal' })
    expect(await write(draft('emigratoin'))).toMatchObject({ status: 422 })
    expect(await write(draft('emigration'))).toEqual({
      status: 200,
      body: { id: 'twelve-thousand', set: '1988-06' },
    })
    expect((await get(`${PROGRAMME}/benchmarks/twelve-thousand?${DAYS}`)).body).toMatchObject({
      goal: { id: 'emigration-goal' },
    })
    // Fixed beforehand: another text under the same id and day is refused.
    expect(await write(draft('emigration').replaceAll('12000', '9000'))).toMatchObject({
      status: 409,
    })
  })

  it('issue an edition, show it, compare it and write it on paper', async () => {
    const edition = { asOf: '1988-12-31', knownOn: '1989-01-04', signedBy: 'Ann' }
    const { body } = await post(`${PROGRAMME}/editions`, edition)
    const { id } = body as { id: string }
    const path = `${PROGRAMME}/editions/${encodeURIComponent(id)}`
    expect((await get(path)).body).toMatchObject({
      edition: { id, signedBy: 'Ann', corrects: null },
      scorecard: { asOf: '1988-12-31' },
      texts: { 'step-up': expect.stringContaining('benchmark step-up') },
    })
    expect((await get(`${path}/diff?with=${id}`)).body).toMatchObject({ changes: [] })
    const file = await send(`${path}/document?format=html`)
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ])
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''.+\.html$/,
    )
    const draft = await send(`${PROGRAMME}/scorecard/document?format=csv&${DAYS}`)
    expect([draft.status, (await draft.text()).length > 20]).toEqual([200, true])
    expect(await post(`${PROGRAMME}/editions`, { ...edition, asOf: '1988-02-31' })).toMatchObject({
      status: 422,
    })
  })
})
