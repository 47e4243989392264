import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, postgresDatabase } from '../../test/engines.ts'
import { aRecord, PROGRAMME, withoutNumbers } from '../../test/record-builders.ts'
import { importRecord } from './imports.ts'
import { localPerson, openWorkbench, placeOf, StoreHeld, type Workbench } from './open-workbench.ts'
import { recordOf } from './record-cache.ts'
import { verifyStore } from './verify.ts'

const root = mkdtempSync(join(tmpdir(), 'demarche-workbench-'))
const env = { DEMARCHE_CACHE: join(root, 'cache') }
let dataDir = ''
let made = 0
const children = new Set<ChildProcess>()

beforeEach(() => {
  dataDir = join(root, `data-${(made += 1)}`)
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const open = () => openWorkbench({ dataDir }, env)
const contextOf = (workbench: Workbench) => workbench.contextFor(localPerson())
const here = import.meta.dirname

/** Another process that opens the folder, puts a record into it, says so, and stays until it is killed. */
async function writer(figures = 1) {
  const script = `
    const { openWorkbench, localPerson } = await import(${JSON.stringify(join(here, 'open-workbench.ts'))})
    const { importRecord } = await import(${JSON.stringify(join(here, 'imports.ts'))})
    const { aFigure, aRecord } = await import(${JSON.stringify(join(here, '../../test/record-builders.ts'))})
    const open = openWorkbench({ dataDir: ${JSON.stringify(dataDir)} }, ${JSON.stringify(env)})
    const workbench = await open.catch((error) => error)
    if (workbench instanceof Error) console.log(workbench.name)
    else {
      const figures = Array.from({ length: ${figures} }, (_, i) => aFigure({ low: i + 1698, high: i + 1698 }))
      const options = { onProgress: ({ done, total }) => done > 5000 && done < total && console.log('begun') }
      const context = workbench.contextFor(localPerson())
      await importRecord(context, { record: aRecord({ figures }), kept: [] }, options)
      console.log('written')
    }
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const said = once(child.stdout, 'data').then(([bytes]) => String(bytes).trim().split('\n')[0])
  children.add(child)
  const kill = async () => {
    children.delete(child)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { said, kill }
}

describe('openWorkbench', () => {
  it('makes a store for its owner alone, and opens it again', async () => {
    const first = await open()
    await importRecord(contextOf(first), { record: aRecord(), kept: [] })
    expect(first.location).toBe(dataDir)
    await first.close()
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    const second = await open()
    const record = await recordOf(contextOf(second), PROGRAMME)
    await second.close()
    expect(withoutNumbers(record)).toEqual(aRecord())
  })

  it('keeps one copy of an empty store, and starts the next from it', async () => {
    await (await open()).close()
    const kept = readdirSync(env.DEMARCHE_CACHE)
    expect(kept).toEqual([expect.stringMatching(/^empty-store-pglite-[\d.]+\.tar\.gz$/)])
    dataDir = `${dataDir}-next`
    const next = await open()
    expect(await verifyStore(contextOf(next))).toEqual([])
    await next.close()
  })

  it('says who holds a folder that is open', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow(StoreHeld)
    await expect(open()).rejects.toMatchObject({ folder: dataDir })
    await first.close()
    await (await open()).close()
  })

  it('is held out by another process, and has its acknowledged rows when that is killed', async () => {
    const other = await writer()
    expect(await other.said).toBe('written')
    await expect(open()).rejects.toThrow(StoreHeld)
    await other.kill()
    const workbench = await open()
    const record = await recordOf(contextOf(workbench), PROGRAMME)
    expect(withoutNumbers(record)).toEqual(aRecord())
    expect(await verifyStore(contextOf(workbench))).toEqual([])
    await workbench.close()
  })

  it('has nothing of an import in whose midst the process was killed', async () => {
    await (await open()).close()
    const other = await writer(200_000)
    expect(await other.said).toBe('begun')
    await other.kill()
    const workbench = await open()
    await expect(recordOf(contextOf(workbench), PROGRAMME)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await verifyStore(contextOf(workbench))).toEqual([])
    await workbench.close()
  })

  it('lets one of two processes that start at once have an empty folder', async () => {
    const both = await Promise.all([writer(), writer()])
    const said = await Promise.all(both.map((each) => each.said))
    await Promise.all(both.map((each) => each.kill()))
    expect(said.sort()).toEqual(['StoreHeld', 'written'])
  })

  it('begins anew where a store was only half made', async () => {
    const half = join(dataDir, 'postgres.making')
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    const workbench = await open()
    expect(await verifyStore(contextOf(workbench))).toEqual([])
    await workbench.close()
    expect(existsSync(half)).toBe(false)
  })

  it('makes a store from nothing where the kept copy is damaged', async () => {
    await (await open()).close()
    const [name = ''] = readdirSync(env.DEMARCHE_CACHE)
    writeFileSync(join(env.DEMARCHE_CACHE, name), 'no archive')
    dataDir = `${dataDir}-next`
    await (await open()).close()
    expect(statSync(join(env.DEMARCHE_CACHE, name)).size).toBeGreaterThan(1_000_000)
  })

  it('makes a store also where no copy can be kept', async () => {
    const file = join(root, 'no-folder')
    writeFileSync(file, '')
    const workbench = await openWorkbench({ dataDir }, { DEMARCHE_CACHE: join(file, 'cache') })
    await workbench.close()
    expect(existsSync(join(dataDir, 'postgres'))).toBe(true)
  })

  it('frees the folder when it cannot be opened', async () => {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(join(dataDir, 'postgres'), 'not a folder')
    await expect(open()).rejects.toThrow(`The store in ${dataDir} cannot be opened: `)
    rmSync(join(dataDir, 'postgres'))
    await (await open()).close()
  })
})

describe.runIf(ENGINES.includes('postgres'))('openWorkbench on PostgreSQL', () => {
  it('makes what is missing, and shows no password', async () => {
    const { url, drop } = await postgresDatabase({ empty: true })
    const secret = new URL(url)
    secret.password = 'secret'
    const workbench = await openWorkbench({ databaseUrl: secret.href }, {})
    await importRecord(contextOf(workbench), { record: aRecord(), kept: [] })
    expect(await verifyStore(contextOf(workbench))).toEqual([])
    expect(workbench.location).toBe(url)
    await workbench.close()
    await drop()
  })
})

describe('openWorkbench says what is wrong', () => {
  it('with a server that does not answer', async () => {
    const opening = openWorkbench({ databaseUrl: 'postgres://ann:secret@127.0.0.1:1/x' }, {})
    await expect(opening).rejects.toThrow(
      'The database postgres://ann@127.0.0.1:1/x cannot be opened: connect ECONNREFUSED 127.0.0.1:1',
    )
  })

  it('with a folder that cannot be one', async () => {
    mkdirSync(dataDir, { recursive: true })
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    const opening = openWorkbench({ dataDir: file }, env)
    await expect(opening).rejects.toThrow(`The data folder ${file} cannot be used: EEXIST`)
  })
})

describe('placeOf', () => {
  const url = 'postgres://localhost/demarche'
  it.each([
    [
      'what is asked for first',
      { dataDir: '/a' },
      { DEMARCHE_DATA: '/b', DATABASE_URL: url },
      '/a',
    ],
    ['then the folder of the environment', {}, { DEMARCHE_DATA: '/b', DATABASE_URL: url }, '/b'],
    ['then its database', {}, { DATABASE_URL: url }, url],
    ['an asked-for database before the folder', { databaseUrl: url }, { DEMARCHE_DATA: '/b' }, url],
  ])('takes %s', (_, choice, given, expected) => {
    const place = placeOf(choice, given)
    expect(place.kind === 'folder' ? place.folder : place.url).toBe(expected)
  })

  it.runIf(process.platform === 'linux')('else takes the data folder of this user', () => {
    const share = join(homedir(), '.local', 'share', 'demarche')
    expect(placeOf({}, {})).toEqual({ kind: 'folder', folder: share })
    expect(placeOf({}, { XDG_DATA_HOME: '/x' })).toEqual({ kind: 'folder', folder: '/x/demarche' })
  })
})
