/**
 * Answers only requests that were meant for this server: addressed to the loopback address with its
 * port (a name that someone points here is refused), and never from another origin's page.
 */
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'
import { RequestRefused } from '../problems.ts'

/** `host` is asked at each request, since the port is known only when the server listens. */
export function ownAddress(host: () => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const own = host()
    if (c.req.header('host') !== own)
      throw new RequestRefused(421, `This server answers at http://${own} only.`)
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${own}`)
      throw new RequestRefused(403, 'This request comes from a page of another site.')
    await next()
  }
}
