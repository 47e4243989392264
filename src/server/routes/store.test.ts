import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askApp } from '../../../test/ask-app.ts'
import { onEachEngine } from '../../../test/engines.ts'
import { ImportStep } from '../../contract/programmes.ts'

const root = mkdtempSync(join(tmpdir(), 'demarche-store-routes-'))
const folder = join(root, 'large')
const ROWS = 20_000

beforeAll(() => {
  mkdirSync(join(folder, 'evidence'), { recursive: true })
  const figures = Array.from(
    { length: ROWS },
    (_, row) => `exits,Office ${row % 40},1987-01-01,1987-01-31,${row},1987-02-03,s1,row ${row}`,
  )
  const files = {
    'programme.yaml': 'id: large\ntitle: Large\ncounterpart: BY\nsender: US\n',
    'evidence/sources.csv': 'id,title,kind,published\ns1,First,publication,1987-02-03\n',
    'evidence/series.csv': 'id,title,kind,unit\nexits,Exits,flow,persons\n',
    'evidence/figures.csv': `series,reporter,from,to,value,published,source,at\n${figures.join('\n')}\n`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Step = { step: string; message?: string; taken?: Record<string, number> }

async function* stepsOf(answer: Response): AsyncGenerator<Step> {
  let rest = ''
  for await (const part of (answer.body ?? new ReadableStream()).pipeThrough(
    new TextDecoderStream(),
  )) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Step // a line is a step
  }
}

async function allSteps(answer: Response): Promise<Step[]> {
  const steps: Step[] = []
  for await (const step of stepsOf(answer)) steps.push(step)
  return steps
}

onEachEngine('import routes', (db) => {
  const { get, post, send } = askApp(db)
  const body = (directory: string) => ({ method: 'POST', body: JSON.stringify({ directory }) })
  const programmes = async () => (await get('/api/programmes')).body

  it('says how far it is, and in the end what it took', async () => {
    const steps = await allSteps(await send('/api/imports', body(folder)))
    expect(steps[0]?.step).toBe('reading')
    expect(steps.at(-1)).toMatchObject({
      step: 'done',
      programme: 'large',
      taken: { figures: ROWS },
      refusals: [],
    })
    expect(await programmes()).toMatchObject({ programmes: [{ id: 'large', title: 'Large' }] })
  })

  it('is given up while it writes, and takes nothing', async () => {
    const id = crypto.randomUUID()
    const steps: Step[] = []
    for await (const step of stepsOf(await send(`/api/imports?id=${id}`, body(folder)))) {
      steps.push(step)
      if (step.step !== 'writing') continue
      const given = await send(`/api/imports/${id}`, { method: 'DELETE' })
      expect([200, 404]).toContain(given.status)
    }
    expect(steps.some(({ step }) => step === 'writing')).toBe(true)
    expect(steps.at(-1)).toMatchObject({
      step: 'refused',
      message: 'The import was given up. Nothing was taken.',
    })
    expect(await programmes()).toMatchObject({ programmes: [] })
    expect((await send(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it('is given up too when the one who asked goes away', async () => {
    const reader = (await send('/api/imports', body(folder))).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    // Imports of one programme wait for each other: had the first been finished, nothing were new.
    const again = await allSteps(await send('/api/imports', body(folder)))
    expect(again.at(-1)).toMatchObject({ step: 'done', taken: { programme: 1, figures: ROWS } })
    expect((await get('/api/verification')).body).toMatchObject({ findings: [] })
  })

  it('refuses a folder that is none, and takes nothing', async () => {
    const steps = await allSteps(await send('/api/imports', body(join(root, 'nowhere'))))
    expect(steps.at(-1)).toMatchObject({
      step: 'refused',
      refusals: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining('no such file or folder') }),
      ]),
    })
  })

  it('ends with a step of the contract where the record does not allow what is read', async () => {
    const merged = (name: string, row: string) => {
      const directory = join(root, name)
      mkdirSync(join(directory, 'cases'), { recursive: true })
      const files = {
        'programme.yaml': 'id: merged\ntitle: Merged\ncounterpart: BY\nsender: US\n',
        'cases/persons.csv': 'id,name\np-1,Ada Norvik\np-2,Adda Norvick\n',
        'cases/merges.csv': `kept,merged,known\n${row}\n`,
      }
      for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text)
      return body(directory)
    }
    await allSteps(await send('/api/imports', merged('there', 'p-1,p-2,1987-01-01')))
    const steps = await allSteps(await send('/api/imports', merged('back', 'p-2,p-1,1987-02-01')))
    expect(ImportStep.parse(steps.at(-1))).toMatchObject({
      step: 'refused',
      message: expect.stringContaining('in a circle'),
    })
  })

  it('exports what it took, and refuses a programme that is not there', async () => {
    await allSteps(await send('/api/imports', body(folder)))
    const directory = join(root, `out-${crypto.randomUUID()}`)
    const { status, body: written } = await post('/api/exports', { programme: 'large', directory })
    expect([status, written]).toMatchObject([
      200,
      { files: expect.arrayContaining(['programme.yaml']) },
    ])
    expect(await post('/api/exports', { programme: 'none', directory })).toMatchObject({
      status: 404,
      body: { detail: 'There is no programme "none".' },
    })
  })
})
