import { describe, expect, it } from 'vitest'
import type { Context } from '../actions/context.ts'
import { createApp, type AppOptions } from './app.ts'

const HOST = '127.0.0.1:4711'
const TOKEN = 'a-token-for-tests'

/** An app whose store is never reached: what is refused here is refused before that. */
function anApp(options: Partial<AppOptions> = {}) {
  return createApp({
    // The cast: never read by what is asked for here.
    contextFor: () => ({}) as Context,
    token: TOKEN,
    host: () => HOST,
    words: { location: 'nowhere', example: 'nowhere' },
    logFault: () => undefined,
    version: '1.2.3',
    ...options,
  })
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string; host?: string }

function ask(app: ReturnType<typeof anApp>, path: string, { host = HOST, ...init }: Asked = {}) {
  return app.fetch(
    new Request(`http://${HOST}${path}`, { ...init, headers: { host, ...init.headers } }),
  )
}

const bearer = { authorization: `Bearer ${TOKEN}` }

async function sessionOf(app: ReturnType<typeof anApp>): Promise<string> {
  const { pathname, search } = new URL(app.newLink())
  const entered = await ask(app, pathname + search)
  return entered.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const body: unknown = await answer.json()
  expect(body).toMatchObject({
    type: expect.stringMatching(/^urn:demarche:problem:/),
    title: expect.any(String),
    status: answer.status,
    detail: expect.stringMatching(/\.$/),
  })
  return body
}

describe('access', () => {
  it('refuses the API without a session, as a problem', async () => {
    const answer = await ask(anApp(), '/api/programmes')
    expect(answer.status).toBe(401)
    await problemOf(answer)
  })

  it('shows a plain page without a session elsewhere, and no script', async () => {
    const answer = await ask(anApp(), '/programmes/soviet-union')
    expect(answer.status).toBe(401)
    const page = await answer.text()
    expect(page).toContain('demarche start')
    expect(page).not.toContain('<script')
  })

  it('lets a link in once, with a cookie that no script and no other site can send', async () => {
    const app = anApp()
    const { pathname, search } = new URL(app.newLink())
    const first = await ask(app, pathname + search)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)

    const second = await ask(app, pathname + search)
    expect(second.status).toBe(401)
    expect(second.headers.get('set-cookie')).toBeNull()
    expect(await second.text()).toContain('has been used')
  })

  it('does not use a link up for a preview', async () => {
    const app = anApp()
    const { pathname, search } = new URL(app.newLink())
    await ask(app, pathname + search, { method: 'HEAD' })
    await ask(app, pathname + search, { headers: { 'sec-purpose': 'prefetch' } })
    expect((await ask(app, pathname + search)).status).toBe(303)
  })

  it('takes the session and the token, and no other', async () => {
    const app = anApp()
    const cookie = await sessionOf(app)
    const statusWith = async (headers: Record<string, string>) =>
      (await ask(app, '/api/openapi.json', { headers })).status
    expect(await statusWith({ cookie })).toBe(200)
    expect(await statusWith(bearer)).toBe(200)
    expect(await statusWith({ cookie: `${cookie}x` })).toBe(401)
    expect(await statusWith({ authorization: `Bearer ${TOKEN}x` })).toBe(401)
    expect(await statusWith({ authorization: `Basic ${TOKEN}` })).toBe(401)
  })

  it('asks a page that another site has opened to ask again, since the cookie stays home', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const answer = await ask(anApp(), '/', { headers })
    expect([answer.status, answer.headers.get('refresh')]).toEqual([200, '0'])
  })
})

describe('requests from elsewhere', () => {
  it.each(['evil.test', 'localhost:4711', '127.0.0.1', '127.0.0.1:4712', '[::1]:4711'])(
    'refuses the address %s',
    async (host) => {
      const answer = await ask(anApp(), '/api/openapi.json', { host, headers: bearer })
      expect(answer.status).toBe(421)
      await problemOf(answer)
    },
  )

  it.each(['https://evil.test', 'null', 'http://127.0.0.1:4712', 'http://localhost:4711'])(
    'refuses a request from the page %s',
    async (origin) => {
      const headers = { ...bearer, origin }
      const answer = await ask(anApp(), '/api/openapi.json', { headers })
      expect(answer.status).toBe(403)
      await problemOf(answer)
    },
  )

  it('refuses a session that writes without saying that the page is ours', async () => {
    const app = anApp()
    const cookie = await sessionOf(app)
    const statusWith = async (headers: Record<string, string>) => {
      const path = '/api/programmes/p/figures'
      const sent = { cookie, 'content-type': 'application/json', ...headers }
      return (await ask(app, path, { method: 'POST', body: '{', headers: sent })).status
    }
    expect(await statusWith({})).toBe(403)
    expect(await statusWith({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await statusWith({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await statusWith({ origin: `http://${HOST}`, 'sec-fetch-site': 'same-site' })).toBe(403)
    // From our own pages the request gets as far as its body, which is broken.
    expect(await statusWith({ origin: `http://${HOST}` })).toBe(400)
    expect(await statusWith({ 'sec-fetch-site': 'same-origin' })).toBe(400)
  })

  it('refuses a session where a page of another port on this machine reads', async () => {
    const app = anApp()
    const headers = { cookie: await sessionOf(app), 'sec-fetch-site': 'same-site' }
    expect((await ask(app, '/api/openapi.json', { headers })).status).toBe(403)
  })

  it.each(['/api/imports', '/api/exports', '/api/links'])(
    'keeps %s for the command line',
    async (path) => {
      const app = anApp()
      const cookie = await sessionOf(app)
      const headers = { cookie, origin: `http://${HOST}`, 'content-type': 'application/json' }
      const body = '{"directory":"/etc","programme":"p"}'
      const answer = await ask(app, path, { method: 'POST', body, headers })
      expect(answer.status).toBe(403)
      expect(await problemOf(answer)).toMatchObject({
        detail: expect.stringContaining('command line'),
      })
    },
  )
})

describe('what is sent back', () => {
  it('guards every answer against other pages', async () => {
    for (const path of ['/', '/api/programmes', '/api/openapi.json']) {
      const { headers } = await ask(anApp(), path, { headers: path === '/' ? {} : bearer })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('problems', () => {
  const send = (path: string, init: Asked) =>
    ask(anApp(), path, {
      method: 'POST',
      ...init,
      headers: { ...bearer, 'content-type': 'application/json', ...init.headers },
    })

  it('answers an address that is not there', async () => {
    const answer = await ask(anApp(), '/api/nowhere', { headers: bearer })
    expect(answer.status).toBe(404)
    await problemOf(answer)
  })

  it('answers a wrong method with those that are right', async () => {
    const answer = await ask(anApp(), '/api/programmes/p/series', {
      method: 'PATCH',
      headers: bearer,
    })
    // PATCH carries a body, and this one says nothing about its type.
    expect(answer.status).toBe(415)
    const removed = await send('/api/programmes/p/series', { method: 'DELETE' })
    expect([removed.status, removed.headers.get('allow')]).toEqual([405, 'GET, POST'])
    await problemOf(removed)
  })

  it.each([
    ['JSON that cannot be read', { body: '{"figures":' }, 400],
    [
      'no JSON',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
    ['a body that lacks what is asked', { body: '{}' }, 422],
    ['a body of 17 MB', { body: `"${'x'.repeat(17 * 1024 * 1024)}"` }, 413],
  ])('answers %s', async (_, init, status) => {
    const answer = await send('/api/programmes/p/figures', init)
    expect(answer.status).toBe(status)
    await problemOf(answer)
  })

  it('names each place that does not fit', async () => {
    const answer = await send('/api/programmes/p/figures', { body: '{"figures":[{"series":5}]}' })
    expect(await problemOf(answer)).toMatchObject({
      errors: expect.arrayContaining([
        { pointer: '/figures/0/series', detail: 'figures.0.series: expected text.' },
        { pointer: '/figures/0/reporter', detail: 'figures.0.reporter: this is missing.' },
      ]),
    })
  })

  it.each([
    ['a NUL', '{"figures":[{"series":"a\\u0000b"}]}', 'figures.0.series'],
    ['half of a character', '{"figures":[{"series":"a\\ud83d"}]}', 'figures.0.series'],
  ])('names where %s stands, which nothing can keep', async (_, body, place) => {
    const answer = await send('/api/programmes/p/figures', { body })
    expect(answer.status).toBe(422)
    const pointer = `/${place.replaceAll('.', '/')}`
    expect(await problemOf(answer)).toMatchObject({
      errors: [{ pointer, detail: expect.stringContaining(`${place}: this holds a character`) }],
    })
  })

  it.each(['/api/programmes/%00', '/api/programmes/p/register/choices?asOf=%00'])(
    'asks the store nothing by the address %s',
    async (path) => {
      const answer = await ask(anApp(), path, { headers: bearer })
      expect(answer.status).toBe(422)
      expect(await problemOf(answer)).toMatchObject({
        detail: expect.stringMatching(/^The address/),
      })
    },
  )

  it('lets a whole pair, and an escaped escape, pass', async () => {
    const body = String.raw`{"figures":[{"series":5,"note":"\\ud83d\\ude00 \\\\u0000"}]}`
    const answer = await send('/api/programmes/p/figures', { body })
    expect(await problemOf(answer)).toMatchObject({
      errors: expect.arrayContaining([
        { pointer: '/figures/0/series', detail: 'figures.0.series: expected text.' },
      ]),
    })
  })

  it('says between which numbers one is taken', async () => {
    const answer = await send('/api/programmes/p/register/search', {
      body: '{"page":-1,"size":999}',
    })
    expect(await problemOf(answer)).toMatchObject({
      errors: [
        { pointer: '/page', detail: 'page: at least 0 is taken.' },
        { pointer: '/size', detail: 'size: at most 200 is taken.' },
      ],
    })
  })

  it('says nothing of what went wrong inside, and logs it without what was said', async () => {
    const faults: string[] = []
    const app = anApp({
      contextFor: () => {
        throw new Error('the store was asked for a name')
      },
      logFault: (text) => faults.push(text),
    })
    const answer = await ask(app, '/api/programmes', { headers: bearer })
    expect(answer.status).toBe(500)
    expect(JSON.stringify(await problemOf(answer))).not.toContain('store was asked')
    expect(faults.join('\n')).toMatch(/^Error\n +at /)
    expect(faults.join('\n')).not.toContain('a name')
  })
})

describe('the access log', () => {
  it('has the route and never what was asked for', async () => {
    const logged: string[] = []
    const app = anApp({ logAccess: (line) => logged.push(line) })
    await ask(app, '/api/programmes/some-place/series/some-name?knownOn=1987', { headers: bearer })
    expect(logged).toEqual([
      expect.stringMatching(/^GET \/api\/programmes\/:programme\/series\/:series 422 \d+ ms$/),
    ])
  })
})

describe('openapi.json', () => {
  it('describes every route of the API, and refers to nothing that is missing', async () => {
    const app = anApp()
    const answer = await ask(app, '/api/openapi.json', { headers: bearer })
    const text = await answer.text()
    const document = JSON.parse(text) as OpenApi
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = app
      .routes()
      .map(({ method, path }) => `${method} ${path.replace(/:([^/]+)/g, '{$1}')}`)
      .filter((route) => route !== 'GET /api/openapi.json')
    expect(described.toSorted()).toEqual([...new Set(routes)].toSorted())
    const references = Array.from(text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty(name)
    expect(references.length).toBeGreaterThan(10)
  })

  it('says for every path which parts it has, and what every error looks like', async () => {
    const answer = await ask(anApp(), '/api/openapi.json', { headers: bearer })
    const document = (await answer.json()) as OpenApi
    for (const [path, methods] of Object.entries(document.paths))
      for (const operation of Object.values(methods)) {
        const parts = Array.from(path.matchAll(/\{([^}]+)\}/g), ([, name]) => name)
        const named = (operation.parameters ?? []).filter((each) => each.in === 'path')
        expect(named.map(({ name }) => name).toSorted()).toEqual(parts.toSorted())
        expect(operation.summary).not.toBe('')
        expect(operation.responses['default']).toHaveProperty('content.application/problem+json')
      }
  })
})

type OpenApi = {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        summary: string
        parameters?: { name: string; in: string }[]
        responses: Record<string, object>
      }
    >
  >
  components: { schemas: object }
}
