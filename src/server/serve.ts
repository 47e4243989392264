/** Gives an app its address: the loopback interface only, a free port unless one is asked for. */
import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Served = {
  readonly port: number
  /** Takes no new request, lets those under way finish, and ends the rest after a while. */
  readonly close: () => Promise<void>
}

/** The port that was asked for is taken by another program. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

const LOOPBACK = '127.0.0.1'
const PATIENCE_MS = 10_000

/** `fetch` is given the request as it came. Throws `PortTaken`. */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  port = 0,
): Promise<Served> {
  const server = createAdaptorServer({ fetch }) as Server // plain HTTP, as no other is asked for
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, port)))
    server.listen(port, LOOPBACK, resolve)
  })
  // The cast: a server that listens on a port has such an address.
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) }
}

function inWords(error: Error, port: number): Error {
  if ('code' in error && error.code === 'EADDRINUSE')
    return new PortTaken(
      `Port ${port} is taken by another program. Leave --port out, or name another.`,
    )
  if ('code' in error && error.code === 'EACCES')
    return new PortTaken(`Port ${port} may not be used by this account. Name one above 1023.`)
  return error
}

function closeServer(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}
