/** Runs `bin/demarche.js` as a person would, each store in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'bin', 'demarche.js')

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
export type Running = {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Waits until what it has printed matches. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>
}

/** Folders and processes of one suite, and the end of them. */
export class Workplace {
  readonly #root = mkdtempSync(join(tmpdir(), 'demarche-cli-'))
  readonly #running = new Set<ChildProcess>()
  #made = 0

  folder(): string {
    return join(this.#root, `f${(this.#made += 1)}`)
  }

  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
    const { DATABASE_URL: _, DEMARCHE_DATA: __, ...own } = process.env
    const cache = { DEMARCHE_CACHE: join(tmpdir(), 'demarche-test-cache') }
    const child = spawn(process.execPath, [BIN, ...args], {
      env: { ...own, NO_COLOR: '1', ...cache, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#running.add(child)
    const [out, err]: string[][] = [[], []]
    child.stdout.on('data', (bytes) => out?.push(String(bytes)))
    child.stderr.on('data', (bytes) => err?.push(String(bytes)))
    const text = () => ({ out: out?.join('') ?? '', err: err?.join('') ?? '' })
    const ended = once(child, 'close').then(([code]: unknown[]): Ended => {
      this.#running.delete(child)
      return { code: typeof code === 'number' ? code : null, ...text() }
    })
    return { child, ended, said: (pattern) => waitFor(() => pattern.exec(text().out), ended, text) }
  }

  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return this.start(args, env).ended
  }

  async end(): Promise<void> {
    for (const child of this.#running) child.kill('SIGTERM')
    await Promise.all([...this.#running].map((child) => once(child, 'close')))
    rmSync(this.#root, { recursive: true, force: true })
  }
}

/** The process of the server itself, behind the one that was started. */
export function serverPid(data: string): number {
  return Number(JSON.parse(readFileSync(join(data, 'server.json'), 'utf8')).pid)
}

export function hasNote(data: string): boolean {
  return existsSync(join(data, 'server.json'))
}

async function waitFor<T>(
  look: () => T | null,
  ended: Promise<unknown>,
  text: () => object,
): Promise<T> {
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    const found = look()
    if (found !== null) return found
    if (over) throw new Error(`it ended before: ${JSON.stringify(text())}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
