/** One line a request: method, route, status, time. Never an address as asked: it may hold an id or a name. */
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

export function accessLog(write: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const route =
      matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'a page or file'
    const ms = (performance.now() - start).toFixed(0)
    write(`${c.req.method} ${route} ${c.res.status} ${ms} ms`)
  }
}
