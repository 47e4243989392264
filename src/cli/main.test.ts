import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, postgresDatabase } from '../../test/engines.ts'
import { hasNote, ROOT, serverPid, Workplace } from '../../test/run-demarche.ts'

const place = new Workplace()
afterAll(() => place.end())
const EXAMPLE = join(ROOT, 'examples', 'soviet-union')

/** A small sound programme; `figures` are the rows under the header. */
function aFolder(
  id: string,
  figures: readonly string[] = ['exits,ICM,1987-01,1987-01,98,1987-02-03,s1,p. 1'],
) {
  const dir = place.folder()
  mkdirSync(join(dir, 'evidence'), { recursive: true })
  const files = {
    'programme.yaml': `id: ${id}\ntitle: A test\ncounterpart: BY\nsender: US\n`,
    'goals.yaml':
      '- id: exit\n  tier: immediate\n  statement: People may leave\n  benchmarks: [hundred]\n',
    'benchmarks.txt':
      'benchmark hundred "A hundred a month" outcome {\n  require total(exits) over last 1 month >= 100;\n}\n',
    'evidence/sources.csv': 'id,title,kind,published\ns1,First,publication,1987-02-03\n',
    'evidence/series.csv': 'id,title,kind,unit\nexits,Exits,flow,persons\n',
    'evidence/figures.csv': `series,reporter,from,to,value,published,source,at\n${figures.join('\n')}\n`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}

describe('wrong usage', () => {
  it('ends with 2 and says what is wrong, on stderr alone', async () => {
    const [unknown, option, nothing] = await Promise.all([
      place.run(['asess']),
      place.run(['assess', 'p', '--as-of', '1988-02-30']),
      place.run([]),
    ])
    expect(unknown).toEqual({
      code: 2,
      out: '',
      err: '“asess” is not a command of Demarche. Did you mean “demarche assess”? See “demarche --help”.\n',
    })
    expect(option).toMatchObject({ code: 2, out: '' })
    expect(option.err).toMatch(/“1988-02-30” is not a day.*\nUsage: demarche assess PROGRAMME/)
    expect([nothing.code, nothing.out.includes('Usage: demarche COMMAND')]).toEqual([2, true])
  })

  it('is no wrong usage to ask for help or the version', async () => {
    const [help, own, version] = await Promise.all([
      place.run(['--help']),
      place.run(['verify', '--help']),
      place.run(['--version']),
    ])
    const commands = Array.from(help.out.matchAll(/^ {2}(\w+) {2,}\S/gm), ([, name]) => name)
    const all = [
      'start',
      'import',
      'export',
      'assess',
      'explain',
      'history',
      'check',
      'match',
      'list',
    ]
    expect(commands).toEqual([...all, 'readings', 'verify', 'backup', 'restore', 'protect'])
    expect(own.out).toMatch(/^demarche verify \[--json\] \[--data DIR\]/)
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect([help.code, own.code, version.code]).toEqual([0, 0, 0])
  })
})

describe('check', () => {
  it('needs no store, and looks up names in the folder around the file', async () => {
    const dir = aFolder('belarus')
    const file = join(dir, 'benchmarks.txt')
    const misspelt = join(dir, 'draft.txt')
    writeFileSync(misspelt, readFileSync(file, 'utf8').replace('total(exits)', 'total(exitz)'))
    const broken = join(dir, 'broken.txt')
    writeFileSync(broken, 'benchmark x "X" outcome { require }')
    const answers = await Promise.all([
      place.run(['check', file]),
      place.run(['check', misspelt]),
      place.run(['check', broken, '--json']),
      place.run(['check', '/nowhere/b.txt']),
    ])
    expect(answers.map(({ code }) => code)).toEqual([0, 3, 3, 3])
    const [, names, data, missing] = answers
    expect(names?.out).toMatch(new RegExp(`^${misspelt}:2:\\d+: .*exitz`))
    expect(JSON.parse(data?.out ?? '')).toMatchObject({
      diagnostics: [{ line: 1, severity: 'error' }],
    })
    expect(missing?.err).toBe('/nowhere/b.txt cannot be read: there is no such file or folder.\n')
  })

  it('tells the faults of every benchmark, and those of names beside them', async () => {
    const dir = aFolder('belarus')
    const file = join(dir, 'drafts.txt')
    const broken = 'benchmark x "X" outcome {\n  require\n}\n'
    const misspelt = readFileSync(join(dir, 'benchmarks.txt'), 'utf8').replace('exits', 'exitz')
    writeFileSync(file, `${broken}${misspelt}${broken.replace(' x ', ' y ')}`)
    const { code, out } = await place.run(['check', file])
    const lines = out.trim().split('\n')
    expect(code).toBe(3)
    expect(lines.map((line) => line.slice(file.length, line.indexOf(' ')))).toEqual([
      ':3:1:',
      ':5:17:',
      ':9:1:',
    ])
    expect(lines[1]).toContain('exitz')
  })

  it('refuses a file without a benchmark', async () => {
    const file = join(aFolder('belarus'), 'empty.txt')
    writeFileSync(file, '# nothing yet\n')
    expect(await place.run(['check', file])).toMatchObject({
      code: 3,
      out: `${file}:1:1: There is no benchmark in the file.\n`,
    })
  })
})

/** Each command on a store of its own kind, without a server. */
describe.each(ENGINES)('without a server, on %s', (engine) => {
  let env: Record<string, string> = {}
  let drop = async () => {}
  const run = (...args: string[]) => place.run(args, env)

  beforeAll(async () => {
    if (engine === 'pglite') env = { DEMARCHE_DATA: place.folder() }
    else {
      const database = await postgresDatabase({ empty: true })
      env = { DATABASE_URL: database.url }
      drop = database.drop
    }
  })
  afterAll(() => drop())

  it('two commands at once wait for each other, and a second import changes nothing', async () => {
    const [dir, other] = [aFolder('belarus'), aFolder('cuba')]
    const [first, second] = await Promise.all([run('import', dir), run('import', other, '--json')])
    expect([first, second]).toMatchObject([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ])
    const [again, assessed] = await Promise.all([
      run('import', dir, '--json'),
      run('assess', 'cuba', '--as-of', '1987-01-31', '--json'),
    ])
    const { taken, unchanged } = JSON.parse(again.out) as Record<string, Record<string, number>>
    expect([taken?.['figures'], unchanged?.['figures']]).toEqual([0, 1])
    expect(JSON.parse(assessed.out)).toMatchObject({
      programme: 'cuba',
      asOf: '1987-01-31',
      goals: [{ id: 'exit', standing: 'not-met', benchmarks: [{ id: 'hundred' }] }],
      benchmarks: [],
      alerts: [],
    })
  }, 60_000)

  it('refuses a folder with a bad row whole, by file, line and column', async () => {
    const sound = 'exits,ICM,1987-01,1987-01,98,1987-02-03,s1,p. 1'
    const dir = aFolder('albania', [sound, sound.replace(',98,', ',"3,092",')])
    const { code, err } = await run('import', dir)
    expect(code).toBe(3)
    expect(err).toMatch(/^evidence\/figures\.csv:3:27: “3,092” has commas/)
    expect(err).toContain('Nothing was taken')
    const [gone, sounder] = [await run('assess', 'albania'), await run('verify')]
    expect([gone.code, gone.err]).toEqual([3, 'There is no programme "albania".\n'])
    expect(sounder).toMatchObject({ code: 0, out: expect.stringMatching(/^The store is sound/) })
  }, 60_000)

  it('takes a folder in part with --keep-going, says so and ends with 3', async () => {
    const sound = 'exits,ICM,1987-01,1987-01,98,1987-02-03,s1,p. 1'
    const dir = aFolder('angola', [sound, sound.replace(',98,', ',many,')])
    const { code, out, err } = await run('import', dir, '--keep-going')
    expect(code).toBe(3)
    expect(out).toMatch(/^angola: taken: .*figures 1/)
    expect(err).toMatch(/^evidence\/figures\.csv:3:27: .*\nThe folder was taken in part: one place/)
    const help = await run('import', '--help')
    expect(help.out).toContain('taken in part')
  }, 60_000)

  it('refuses with 3 what is sound in itself and does not go with the record', async () => {
    const dir = aFolder('chile')
    const merge = (row: string) =>
      writeFileSync(join(dir, 'cases', 'merges.csv'), `kept,merged,known\n${row}\n`)
    mkdirSync(join(dir, 'cases'))
    writeFileSync(join(dir, 'cases', 'persons.csv'), 'id,name\np-1,Ada Norvik\np-2,Adda Norvick\n')
    merge('p-1,p-2,1987-01-01')
    expect(await run('import', dir)).toMatchObject({ code: 0 })
    merge('p-2,p-1,1987-02-01')
    expect(await run('import', dir)).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('in a circle'),
    })
  }, 60_000)

  it('says that the later of two rows stands, and judges by it on every day', async () => {
    const first = 'exits,ICM,1987-01,1987-01,98,1987-02-03,s1,p. 1'
    const dir = aFolder('laos', [first, first.replace(',98,', ',120,')])
    const { code, err } = await run('import', dir)
    expect([code, err]).toEqual([
      0,
      'evidence/figures.csv:3:27: note: Line 3 stands in place of line 2: the same series, reporter, period, publication day and source, another value.\n',
    ])
    const again = await run('import', dir, '--json')
    expect(JSON.parse(again.out)).toMatchObject({
      taken: { figures: 0 },
      notices: [{ file: 'evidence/figures.csv', line: 3, column: 27 }],
    })
    const then = ['--as-of', '1987-01-31', '--known-on', '1987-02-03', '--json']
    const { out } = await run('assess', 'laos', ...then)
    expect(JSON.parse(out)).toMatchObject({
      goals: [{ standing: 'met', benchmarks: [{ measures: [{ readings: [{ low: 120 }] }] }] }],
    })
  }, 60_000)
})

describe('with a server', () => {
  const data = place.folder()
  const run = (...args: string[]) => place.run([...args, '--data', data])
  let link = ''

  beforeAll(async () => {
    const server = place.start(['start', '--no-open', '--data', data])
    link = (await server.said(/http:\/\/127\.0\.0\.1:\d+\/enter\?key=\S+/))[0]
  }, 60_000)

  it('loads the example on an empty store, and goes on holding it', async () => {
    const asked = ['--as-of', '1988-12-31', '--known-on', '1989-01-04', '--json']
    const { code, out } = await run('assess', 'soviet-union', ...asked)
    expect(code).toBe(0)
    const { goals } = JSON.parse(out) as { goals: unknown[] }
    expect(goals).toHaveLength(13)
    expect(hasNote(data)).toBe(true)
  })

  it('prints standings for people, with a sign and a word, and without colour', async () => {
    const days = ['--as-of', '1988-12-31', '--known-on', '1989-01-04']
    const { out } = await run('assess', 'soviet-union', ...days)
    expect(out).toContain('as of 1988-12-31, as known on 1989-01-04')
    expect(out).toMatch(/^ {6}● 15,000 emigrants in 1988: met \(fifteen-thousand-in-1988\)/m)
    expect(out).toMatch(/^ {6}○ Nobody is counted as held.*: not met/m)
    expect(out).toMatch(/^ {6}\? No dual nationals are left: cannot be told/m)
    expect(out).toMatch(/^ {2}! Nothing on “Dual nationals” is newer than 27 May 1986\. \(stale/m)
    expect(out).not.toMatch(/not-met|insufficient/)
    expect(out).not.toContain('\u001b')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('explains a benchmark with its text, readings and citations', async () => {
    const days = ['--as-of', '1988-12-31', '--known-on', '1989-01-04']
    const { out } = await run('explain', 'soviet-union', 'fifteen-thousand-in-1988', ...days)
    expect(out).toContain('require total(emigration)')
    expect(out).toMatch(/NCSJ: 19,286, met \[.* @ /)
  })

  it('shows the same standing in the history as known then', async () => {
    const span = ['--from', '1988-11-01', '--to', '1989-01-31', '--as-known-then', '--json']
    const { out } = await run('history', 'soviet-union', ...span)
    const history = JSON.parse(out) as {
      days: string[]
      benchmarks: { id: string; standings: string[] }[]
    }
    expect(history.days).toEqual(['1988-11-30', '1988-12-31', '1989-01-31'])
    const found = history.benchmarks.find(({ id }) => id === 'fifteen-thousand-in-1988')
    expect(found?.standings).toHaveLength(3)
    expect(found?.standings.at(-1)).toBe('met')
  })

  it('says in the history what the ids and signs stand for, and where there is no day', async () => {
    const run1988 = (...span: string[]) => run('history', 'soviet-union', ...span)
    const [year, days, help] = await Promise.all([
      run1988('--from', '1988-01-01', '--to', '1988-12-31'),
      run1988('--from', '1988-01-02', '--to', '1988-01-20'),
      run('history', '--help'),
    ])
    expect(year.out).toContain('fifteen-thousand-in-1988: 15,000 emigrants in 1988')
    expect(year.out).toContain('○ not met  ? cannot be told')
    expect(days).toMatchObject({ code: 0, out: expect.stringMatching(/^No month ends from /) })
    expect(help.out).toContain('○ not met, ? cannot be told')
  })

  it('refuses with 3 and a sentence', async () => {
    const asked = [
      [['assess', 'atlantis'], 'There is no programme "atlantis".'],
      [['explain', 'soviet-union', 'nothing'], 'There is no benchmark "nothing"'],
      [['export', 'soviet-union', ROOT], 'is not empty and is no programme folder'],
      [['import', '/nowhere'], 'Nothing was taken'],
    ] as const
    const answers = await Promise.all(asked.map(([args]) => run(...args)))
    for (const [index, { code, err }] of answers.entries()) {
      expect(err).toContain(asked[index]?.[1])
      expect(code).toBe(3)
    }
  })

  it('writes back what the example holds', async () => {
    const out = place.folder()
    await run('export', 'soviet-union', out)
    const figures = join('evidence', 'figures.csv')
    const rows = (dir: string) => readFileSync(join(dir, figures), 'utf8').trim().split('\n').length
    expect(rows(out)).toBe(rows(EXAMPLE))
  })

  it('gives a fresh link from another start, and the first still works, once', async () => {
    const again = await run('start', '--no-open')
    expect([again.code, again.err]).toEqual([0, ''])
    const fresh = /http:\S+/.exec(again.out)?.[0] ?? ''
    expect(fresh).not.toBe(link)
    for (const each of [link, fresh]) {
      const enter = () => fetch(each, { redirect: 'manual' })
      expect([(await enter()).status, (await enter()).status]).toEqual([303, 401])
    }
  })

  it('takes eight commands at once and loses nothing that it said it took', async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `p${index}`)
    const answers = await Promise.all([
      ...ids.map((id) => run('import', aFolder(id))),
      ...Array.from({ length: 3 }, () => run('assess', 'soviet-union', '--json')),
    ])
    expect(answers.map(({ code }) => code)).toEqual(Array(8).fill(0))
    process.kill(serverPid(data), 'SIGKILL')
    const { code, out } = await run('verify', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      findings: [],
      checked: { programmes: 6, persons: 40, cases: 39, lists: 2 },
    })
    expect(hasNote(data)).toBe(false)
  }, 120_000)
})

describe('a server', () => {
  it('ends with the process that started it, and by a signal, and leaves no note', async () => {
    const data = place.folder()
    await place.run(['import', aFolder('belarus'), '--data', data])
    const orphan = place.start(['start', '--no-open', '--data', data])
    await orphan.said(/Ctrl-C ends/)
    const pid = serverPid(data)
    orphan.child.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 15_000 }).toBe(false)
    expect(hasNote(data)).toBe(false)

    const server = place.start(['start', '--no-open', '--data', data])
    await server.said(/Ctrl-C ends/)
    expect(hasNote(data)).toBe(true)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(hasNote(data)).toBe(false)

    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const refused = await place.run(['start', '--no-open', '--port', port, '--data', data])
    taken.close()
    expect([refused.code, refused.err]).toEqual([
      3,
      `Port ${port} is taken by another program. Leave --port out, or name another.\n`,
    ])
  }, 120_000)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false // the system has no such process
  }
}
