import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staticFiles } from './static-files.ts'

const root = mkdtempSync(join(tmpdir(), 'demarche-pages-'))
const pages = join(root, 'web')
const SCRIPT = 'console.log("a page");\n'.repeat(100)

beforeAll(() => {
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.txt'), 'not a page')
  writeFileSync(join(pages, 'index.html'), '<title>Demarche</title>')
  writeFileSync(join(pages, 'mark.svg'), '<svg/>')
  writeFileSync(join(pages, 'assets', 'index-abc123.js'), SCRIPT)
  writeFileSync(join(pages, 'assets', 'font-abc123.woff2'), 'font')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const files = staticFiles(pages)
const app = new Hono().get('*', async (c) => (await files(c)) ?? c.text('nothing', 404))
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

it('gives the page at every address that is no file', async () => {
  for (const path of ['/', '/index.html', '/programmes/soviet-union/goals/exit', '/a%2Fb']) {
    const answer = await get(path)
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      200,
      '<title>Demarche</title>',
    ])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  }
})

it('lets the browser keep what carries its hash in its name', async () => {
  const answer = await get('/assets/index-abc123.js')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await get('/mark.svg')).headers.get('cache-control')).toBe('no-cache')
})

it('has no page for a missing asset, which a cached page may ask for after an upgrade', async () => {
  expect((await get('/assets/index-old.js')).status).toBe(404)
})

it('sends less where the browser takes it, twice the same', async () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const
  for (const encoding of ['br', 'gzip', 'gzip'] as const) {
    const answer = await get('/assets/index-abc123.js', { 'accept-encoding': encoding })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(SCRIPT.length / 5)
    expect(unpack[encoding](bytes).toString()).toBe(SCRIPT)
  }
  const font = await get('/assets/font-abc123.woff2', { 'accept-encoding': 'br' })
  expect(font.headers.get('content-encoding')).toBeNull()
})

it.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00', '/%ff'])(
  'gives nothing outside its folder for %s',
  async (path) => {
    expect(await (await get(path)).text()).not.toContain('not a page')
  },
)
