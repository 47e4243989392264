/** The store opened by this process, and the app asked directly, without a socket. */
import { randomBytes } from 'node:crypto'
import {
  localPerson,
  openWorkbench,
  StoreHeld,
  StoreUnusable,
  type OpenOptions,
  type StoreChoice,
  type Workbench,
} from '../actions/open-workbench.ts'
import { createApp, type App, type AppOptions } from '../server/app.ts'
import { clientOf, withToken, type Client } from './client.ts'
import { askHidden, isAtTerminal } from './ask-hidden.ts'
import { Refused } from './exit-codes.ts'
import { EXAMPLE, readVersion } from './version.ts'

/** `undefined` where another process has the folder open. Throws `Refused` where it cannot be opened. */
export async function openIfFree(choice: StoreChoice): Promise<Workbench | undefined> {
  try {
    return await openWorkbench(choice, process.env, terminalOptions())
  } catch (error) {
    if (error instanceof StoreHeld) return undefined
    if (error instanceof StoreUnusable) throw new Refused(error.message)
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    // Without a code it is no answer of the system or of a database, and a fault of ours.
    if (code === undefined) throw error
    throw new Refused(`The store cannot be opened (${code}): ${messageOf(error)}.`)
  }
}

/** A passphrase is asked for where a person sits at a terminal. */
function terminalOptions(): OpenOptions {
  return isAtTerminal() ? { askPassphrase: () => askHidden('Passphrase of the store: ') } : {}
}

function messageOf(error: unknown): string {
  // A connection that fails at several addresses at once carries its words in the parts.
  if (error instanceof AggregateError) return messageOf(error.errors[0])
  return error instanceof Error ? error.message.replace(/\.$/, '') : 'no reason was given'
}

/** The app on a store, and the token that opens it. */
export function appOn(
  workbench: Workbench,
  options: Pick<AppOptions, 'host' | 'pages' | 'logAccess'>,
): { app: App; token: string } {
  const token = randomBytes(32).toString('base64url')
  const person = localPerson()
  const app = createApp({
    ...options,
    token,
    contextFor: () => workbench.contextFor(person),
    words: { location: workbench.location, example: EXAMPLE },
    version: readVersion(),
  })
  return { app, token }
}

/** No address is listened on; the app only sees that the request was meant for it. */
const NOWHERE = '127.0.0.1:0'

/** A client that closes the store when it is closed. */
export function clientOn(workbench: Workbench): Client {
  const { app, token } = appOn(workbench, { host: () => NOWHERE })
  return ownClient(app, token, NOWHERE, workbench.close)
}

/** A client of an app in this process. */
export function ownClient(app: App, token: string, host: string, close: Client['close']): Client {
  const send = async (path: string, init: RequestInit) => {
    const headers = { ...withToken(init, token), host }
    return app.fetch(new Request(`http://${host}${path}`, { ...init, headers }))
  }
  return clientOf(send, close)
}
