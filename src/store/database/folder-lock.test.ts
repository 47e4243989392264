import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

const module = join(import.meta.dirname, 'folder-lock.ts')
let folder = ''

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'demarche-lock-')), 'data')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

/** Another process that takes the lock, says whether it did, and stays until it is ended. */
async function holder() {
  const script = `const { lockFolder } = await import(${JSON.stringify(module)})
    console.log(lockFolder(${JSON.stringify(folder)}) ? 'held' : 'refused')
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [said] = (await once(child.stdout, 'data')) as [Buffer] // a pipe gives bytes
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { said: said.toString().trim(), end }
}

describe('lockFolder', () => {
  it('keeps another process out until it is released', async () => {
    const lock = lockFolder(folder)
    const other = await holder()
    await other.end('SIGTERM')
    expect(other.said).toBe('refused')
    lock?.release()
    const next = await holder()
    await next.end('SIGTERM')
    expect(next.said).toBe('held')
  })

  it('is free again when its holder is killed', async () => {
    const other = await holder()
    expect(other.said).toBe('held')
    expect(lockFolder(folder)).toBeUndefined()
    await other.end('SIGKILL')
    const lock = lockFolder(folder)
    expect(lock).toBeDefined()
    lock?.release()
  })

  it('keeps a second opener of the same process out', () => {
    const lock = lockFolder(folder)
    expect(lockFolder(folder)).toBeUndefined()
    // The refused one has closed its handle; the lock must not have gone with it.
    expect(lockFolder(folder)).toBeUndefined()
    lock?.release()
    const again = lockFolder(folder)
    expect(again).toBeDefined()
    again?.release()
  })

  it('still keeps another process out after a second opener of its own was refused', async () => {
    const lock = lockFolder(folder)
    expect(lockFolder(folder)).toBeUndefined()
    const other = await holder()
    await other.end('SIGTERM')
    expect(other.said).toBe('refused')
    lock?.release()
  })

  it('makes the folder and the file for their owner alone', () => {
    const lock = lockFolder(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'lock')).mode & 0o777).toBe(0o600)
    lock?.release()
  })

  it('says what is wrong where it cannot try', () => {
    expect(() => lockFolder(join(module, 'below-a-file'))).toThrow(/ENOTDIR|EEXIST/)
  })
})
