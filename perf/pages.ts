/**
 * From the command to the first page, on an empty store and on one that exists, and from a step of a
 * time control to the redrawn page, in the system's Chromium.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { chromium, type Page } from 'playwright-core'

const BIN = join(import.meta.dirname, '../bin/demarche.js')
const folder = mkdtempSync(join(tmpdir(), 'demarche-perf-'))
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
})
try {
  await firstPage('start to first page, empty store, with the example', '≤ 20,000 ms')
  await firstPage('start to first page, existing store', '≤ 3,000 ms')
  await firstPage('start to first page, existing store, again', '≤ 3,000 ms')
  await timeControl()
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

async function firstPage(name: string, target: string): Promise<void> {
  const began = performance.now()
  const server = start()
  const link = await linkOf(server)
  const linked = performance.now() - began
  const page = await browser.newPage()
  await page.goto(link)
  await page.getByRole('heading', { level: 1 }).waitFor()
  report(name, performance.now() - began, `${target}, link after ${linked.toFixed(0)} ms`)
  await page.close()
  await stop(server)
}

/** Steps *as of* by a month, again and again, and waits until the page shows the new day. */
async function timeControl(): Promise<void> {
  const server = start()
  const link = await linkOf(server)
  const page = await browser.newPage()
  await page.goto(link)
  const { origin } = new URL(link)
  await page.goto(`${origin}/p/soviet-union/scorecard?asOf=1987-01-31&knownOn=1989-12-31`)
  const slider = page.getByRole('slider', { name: 'As of' })
  await slider.waitFor()
  await slider.focus()
  const took: number[] = []
  for (let step = 0; step < 30; step += 1) took.push(await redrawAfter(page))
  const ranked = took.toSorted((a, b) => a - b)
  report('time control to redrawn page, median of 30', ranked[15] ?? NaN, '≤ 200 ms')
  report('time control to redrawn page, slowest of 30', ranked.at(-1) ?? NaN, '')
  await page.close()
  await stop(server)
}

/** Measured in the page: from the key to the frame in which the answer for the new day is drawn. */
async function redrawAfter(page: Page): Promise<number> {
  const answered = page.waitForResponse((response) => response.url().includes('/scorecard?'))
  const began = performance.now()
  await page.keyboard.press('PageUp')
  await answered
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  return performance.now() - began
}

function start(): ChildProcess {
  return spawn(process.execPath, [BIN, 'start', '--no-open', '--data', join(folder, 'store')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function linkOf(server: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk)
    const link = /http:\/\/127\.0\.0\.1:\d+\/enter\?key=\S+/.exec(said)
    if (link) return link[0]
  }
  throw new Error(`the server ended without a link: ${said}`)
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

function report(name: string, took: number, target: string): void {
  console.log(`${name.padEnd(56)} ${took.toFixed(0).padStart(7)} ms   ${target}`)
}
