/**
 * Lets in who holds the token, or a session from a one-time link. A session may change something only
 * from our own pages: a page of another site, or of another port on this machine, may not.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../env.ts'
import { NEW_LINK, onceMore, plainPage } from '../plain-pages.ts'
import { RequestRefused } from '../problems.ts'
import type { Sessions } from '../sessions.ts'

const OWN_SITES = new Set([undefined, 'same-origin', 'none'])
const READS = new Set(['GET', 'HEAD'])

export function access(sessions: Sessions, host: () => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.path === '/enter') return enter(c, sessions, host)
    const by = accessOf(c, sessions, host)
    if (by) {
      c.set('access', by)
      return next()
    }
    if (isApi(c.req.path))
      throw new RequestRefused(
        401,
        'This needs the link that “demarche start” prints, or its token.',
      )
    if (c.req.header('sec-fetch-site') === 'cross-site' && c.req.method === 'GET')
      return onceMore(c)
    return plainPage(c, 401, 'Demarche is running', `This page needs a link. ${NEW_LINK}`)
  }
}

/** What only the command line may ask: it names folders of this machine. */
export const tokenOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.var.access !== 'token')
    throw new RequestRefused(403, 'This can be asked from the command line only.')
  await next()
}

export function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}

function accessOf(c: Context, sessions: Sessions, host: () => string): 'token' | 'session' | null {
  if (sessions.knowsBearer(c.req.header('authorization'))) return 'token'
  if (!sessions.knowsSession(getCookie(c, cookieName(host())))) return null
  const site = c.req.header('sec-fetch-site')
  const fromUs = c.req.header('origin') !== undefined || site === 'same-origin'
  const mayChange = READS.has(c.req.method) || fromUs
  if (isApi(c.req.path) && !(OWN_SITES.has(site) && mayChange))
    throw new RequestRefused(403, 'This request does not come from a page of this server.')
  return 'session'
}

async function enter(c: Context, sessions: Sessions, host: () => string): Promise<Response> {
  // Programs that preview links ask with HEAD, or say that they prefetch; the key is for a person.
  const preview = c.req.method !== 'GET' || c.req.header('sec-purpose') !== undefined
  const session = preview ? undefined : sessions.enter(c.req.query('key') ?? '')
  if (session === undefined && sessions.knowsSession(getCookie(c, cookieName(host()))))
    return c.redirect('/', 303)
  if (session === undefined)
    return plainPage(c, 401, 'This link has been used', `A link works once. ${NEW_LINK}`)
  setCookie(c, cookieName(host()), session, { httpOnly: true, sameSite: 'Strict', path: '/' })
  return c.redirect('/', 303)
}

// Cookies do not tell ports apart: two servers on one machine would end each other's sessions.
function cookieName(host: string): string {
  return `demarche-${host.split(':')[1] ?? 'in-process'}`
}
