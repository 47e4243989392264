/**
 * Refuses text that no store can keep, wherever it stands in a request: NUL, and half of a surrogate
 * pair. Asked of the database, it would be a fault of ours; sealed, it would come back in an export
 * that nobody can import.
 */
import type { MiddlewareHandler } from 'hono'
import { RequestRefused } from '../problems.ts'

const BROKEN = /\0|\p{Surrogate}/u
const WHAT = 'this holds a character that cannot be kept (a NUL or a broken one). Take it out.'

export const keptText: MiddlewareHandler = async (c, next) => {
  const { pathname, searchParams } = new URL(c.req.url)
  // An address that cannot be decoded is left to the routes, which know nothing by such a name.
  if (pathname.includes('%00') || BROKEN.test([...searchParams].flat().join('')))
    throw new RequestRefused(422, `The address: ${WHAT}`)
  if (c.req.method === 'POST') refuseBroken(await c.req.text())
  await next()
}

/** Only escapes can bring such a character into JSON: without them the body is not read twice. */
function refuseBroken(json: string): void {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return
  const found = firstBroken(parsed(json), [])
  if (!found) return
  const detail = `${found.join('.')}: ${WHAT}`
  throw new RequestRefused(422, detail, [{ pointer: `/${found.join('/')}`, detail }])
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined // what is no JSON is refused as such by the route
  }
}

function firstBroken(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return BROKEN.test(value) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, each] of Object.entries(value)) {
    const found = BROKEN.test(key) ? path : firstBroken(each, [...path, key])
    if (found) return found
  }
  return undefined
}
