/** Builds the pages, starts the program on an empty store with the example, and lets one browser in. */
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { launchChromium } from './launch-chromium.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    /** `http://127.0.0.1:PORT` */
    address: string
    /** The cookies of a browser that has followed the link, as JSON. */
    session: string
    /** The folder of the store, for the command line, which then goes to the server. */
    dataFolder: string
  }
}

const ROOT = join(import.meta.dirname, '../..')
const START_MS = 120_000

export default async function startServer(project: TestProject) {
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
  const data = await mkdtemp(join(tmpdir(), 'demarche-e2e-'))
  const server = spawn(
    process.execPath,
    [join(ROOT, 'src/cli/main.ts'), 'start', '--no-open', '--data', data],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const link = await linkOf(server)
  for (const id of ['unwritten', 'unwritten-lists', 'unwritten-imports'])
    await importUnwritten(data, id)
  project.provide('dataFolder', data)
  project.provide('address', new URL(link).origin)
  project.provide('session', await sessionBehind(link))
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    await rm(data, { recursive: true, force: true })
  }
}

/** A programme with one source and nobody in it, for what begins with an empty register. */
async function importUnwritten(data: string, id: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-e2e-unwritten-'))
  await writeFile(
    join(folder, 'programme.yaml'),
    `id: ${id}\ntitle: An unwritten programme\ncounterpart: BY\nsender: US\n`,
  )
  await mkdir(join(folder, 'evidence'))
  await writeFile(
    join(folder, 'evidence/sources.csv'),
    'id,title,kind,published\nschifter-1987,A paper of 1987,report,1987-01\n',
  )
  const args = [join(ROOT, 'src/cli/main.ts'), 'import', folder, '--data', data]
  await promisify(execFile)(process.execPath, args, { cwd: ROOT })
  await rm(folder, { recursive: true })
}

function linkOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const failed = (reason: string) => reject(new Error(`${reason}\n${said}`))
    const late = setTimeout(() => failed('the program printed no link in time'), START_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const link = /http:\/\/\S+\/enter\?key=\S+/.exec(said)?.[0]
      if (!link) return
      clearTimeout(late)
      resolve(link)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => failed(`the program ended with ${code} before it printed a link`))
  })
}

async function sessionBehind(link: string): Promise<string> {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('main h1').waitFor()
    return JSON.stringify(await context.storageState())
  } finally {
    await browser.close()
  }
}
