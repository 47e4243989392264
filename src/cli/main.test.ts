import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  it.each([
    [['asess'], 'Did you mean “demarche assess”?'],
    [['quux'], '“quux” is not a command'],
    [['assess', 'p', '--as-off', '1988-01-01'], 'Did you mean --as-of?'],
    [['assess', 'p', '--as-of', '1988-02-30'], '“1988-02-30” is not a day'],
    [['assess', 'p', '--as-of', '1987-04~'], 'Write it as YYYY-MM-DD'],
    [['assess', 'p', '--as-of'], '--as-of needs a value: --as-of DAY'],
    [['assess'], 'PROGRAMME is missing'],
    [['assess', 'p', 'q'], '“q” is one argument too many'],
    [['assess', 'p', '--json=yes'], '--json takes no value'],
    [['explain', 'p'], 'BENCHMARK is missing'],
    [['history', 'p', '--to', '1988-01-01'], '--from is missing'],
    [['history', 'p', '--from', '1989-01-01', '--to', '1988-01-01'], '--from is after --to'],
    [['history', 'p', '--from', '1988-01-01', '--to', '1988-02-01', '--every', 'week'], '“week”'],
    [['start', '--port', '99999'], '“99999” is not a port'],
  ])('%j ends with 2 and says what is wrong', async (args, words) => {
    const { code, out, err } = await place.run(args)
    expect(err).toContain(words)
    expect([code, out]).toEqual([2, ''])
  })

  it('is also no command at all', async () => {
    const { code, out } = await place.run([])
    expect([code, out.includes('Usage: demarche COMMAND')]).toEqual([2, true])
  })
})

describe('help', () => {
  it('lists every command, and each has its own', async () => {
    const { code, out } = await place.run(['--help'])
    expect(code).toBe(0)
    const commands = Array.from(out.matchAll(/^ {2}(\w+) {2,}\S/gm), ([, name = '']) => name)
    expect(commands).toEqual([
      'start',
      'import',
      'export',
      'assess',
      'explain',
      'history',
      'check',
      'verify',
    ])
    const helps = await Promise.all(commands.map((name) => place.run([name, '--help'])))
    for (const [index, help] of helps.entries()) {
      expect(help.code).toBe(0)
      expect(help.out).toMatch(new RegExp(`^demarche ${commands[index] ?? ''}.*--data DIR`))
    }
  })

  it('has the version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string
    }
    expect((await place.run(['--version'])).out).toBe(`${version}\n`)
  })
})

describe('check', () => {
  it('needs no store, and looks up names in the folder around the file', async () => {
    const dir = aFolder('belarus')
    const file = join(dir, 'benchmarks.txt')
    expect(await place.run(['check', file])).toMatchObject({ code: 0, err: '' })
    const text = readFileSync(file, 'utf8').replace('total(exits)', 'total(exitz)')
    writeFileSync(file, text)
    const { code, out } = await place.run(['check', file])
    expect(code).toBe(3)
    expect(out).toMatch(new RegExp(`^${file}:2:\\d+: .*exitz`))
  })

  it('gives the faults as data', async () => {
    const file = join(aFolder('belarus'), 'benchmarks.txt')
    writeFileSync(file, 'benchmark x "X" outcome { require }')
    const { code, out } = await place.run(['check', file, '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ line: 1, severity: 'error' }] })
  })

  it('refuses a file that is not there', async () => {
    const { code, err } = await place.run(['check', '/nowhere/b.txt'])
    expect([code, err]).toEqual([
      3,
      '/nowhere/b.txt cannot be read: there is no such file or folder.\n',
    ])
  })
})

describe('without a server', () => {
  it('imports, assesses and exports, and a second import changes nothing', async () => {
    const [data, dir, out] = [place.folder(), aFolder('belarus'), place.folder()]
    const run = (...args: string[]) => place.run([...args, '--data', data])
    expect(await run('import', dir)).toMatchObject({ code: 0, err: '' })
    expect((await run('import', dir, '--json')).out).toMatch(/"taken": \{\s+"programme": 0,/)
    const assessed = await run('assess', 'belarus', '--as-of', '1987-01-31', '--json')
    expect(JSON.parse(assessed.out)).toMatchObject({
      programme: 'belarus',
      asOf: '1987-01-31',
      goals: [{ id: 'exit', standing: 'not-met', benchmarks: [{ id: 'hundred' }] }],
    })
    expect((await run('export', 'belarus', out)).code).toBe(0)
    const figures = 'evidence/figures.csv'
    expect(readFileSync(join(out, figures), 'utf8')).toContain('exits,ICM,1987-01,1987-01,98')
    expect((await run('verify')).out).toMatch(/^The store is sound: programmes 1/)
  })

  it('refuses a folder with a bad row whole, by file, line and column', async () => {
    const data = place.folder()
    const dir = aFolder('belarus', [
      'exits,ICM,1987-01,1987-01,98,1987-02-03,s1,p. 1',
      'exits,ICM,1987-02,1987-02,"3,092",1987-03-03,s1,p. 1',
    ])
    const { code, err } = await place.run(['import', dir, '--data', data])
    expect(code).toBe(3)
    expect(err).toMatch(/^evidence\/figures\.csv:3:27: "3,092" has commas/)
    expect(err).toContain('Nothing was taken')
    expect((await place.run(['assess', 'belarus', '--data', data])).err).toContain(
      'There is no programme "belarus".',
    )
    const rest = await place.run(['import', dir, '--keep-going', '--data', data])
    expect([rest.code, rest.out.includes('figures 1')]).toEqual([0, true])
  })
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
    expect(out).toMatch(/^ {6}● fifteen-thousand-in-1988 +met/m)
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

  it.each([
    [['assess', 'atlantis'], 'There is no programme "atlantis".'],
    [['explain', 'soviet-union', 'nothing'], 'There is no benchmark "nothing"'],
    [['export', 'soviet-union', ROOT], 'is not empty and is no programme folder'],
    [['import', '/nowhere'], 'Nothing was taken'],
  ])('refuses %j with 3 and a sentence', async (args, words) => {
    const { code, err } = await run(...args)
    expect(err).toContain(words)
    expect(code).toBe(3)
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
    const found = await Promise.all(ids.map((id) => run('assess', id, '--json')))
    expect(found.map(({ code }) => code)).toEqual(Array(5).fill(0))
    expect(hasNote(data)).toBe(false)
    expect((await run('verify')).code).toBe(0)
  }, 120_000)
})

describe('the end of a server', () => {
  it('finishes, removes its note, and ends with 0', async () => {
    const data = place.folder()
    cpSync(aFolder('belarus'), join(data, '..', 'kept'), { recursive: true })
    expect((await place.run(['import', join(data, '..', 'kept'), '--data', data])).code).toBe(0)
    const server = place.start(['start', '--no-open', '--data', data])
    await server.said(/Ctrl-C ends/)
    expect(hasNote(data)).toBe(true)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(hasNote(data)).toBe(false)
  }, 60_000)

  it('comes too when the process that started it is killed', async () => {
    const data = place.folder()
    const server = place.start(['start', '--no-open', '--data', data])
    await server.said(/Ctrl-C ends/)
    const pid = serverPid(data)
    server.child.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
    expect(hasNote(data)).toBe(false)
  }, 60_000)
})

describe('a port that is taken', () => {
  it('is named', async () => {
    const { createServer } = await import('node:net')
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const data = place.folder()
    const { code, err } = await place.run(['start', '--no-open', '--port', port, '--data', data])
    taken.close()
    expect([code, err]).toEqual([3, expect.stringContaining(`Port ${port} is taken`)])
  }, 60_000)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false // the system has no such process
  }
}
