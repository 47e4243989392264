/**
 * Finds the store. Where no one has its folder open, this process opens it and asks the app directly;
 * where a server has, the command goes to that server; where another command has, it waits a little.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  localPerson,
  openWorkbench,
  placeOf,
  StoreHeld,
  StoreUnusable,
  type StoreChoice,
  type Workbench,
} from '../actions/open-workbench.ts'
import { readServerNote, removeServerNote, type ServerNote } from '../actions/server-note.ts'
import { createApp, type App, type AppOptions } from '../server/app.ts'
import { ServerAnswer } from '../server/server-answers.ts'
import { clientOf, type Client } from './client.ts'
import { OurFault, Refused } from './exit-codes.ts'
import { EXAMPLE, readVersion } from './version.ts'

/** How long a command waits for another one to end. */
const PATIENCE_MS = 20_000
const ROUND_MS = 100
/** A server that is in the middle of something long may take its time to answer. */
const ANSWER_MS = 15_000

/** A store that this process has open, or the server that has it. */
export type Found =
  | { readonly by: 'us'; readonly workbench: Workbench; readonly folder: string | undefined }
  | { readonly by: 'server'; readonly note: ServerNote }

/** Throws `Refused` with a sentence where the store cannot be had. */
export async function findStore(choice: StoreChoice, patienceMs = PATIENCE_MS): Promise<Found> {
  const place = placeOf(choice)
  const until = performance.now() + patienceMs
  for (;;) {
    const workbench = await openIfFree(choice)
    const folder = place.kind === 'folder' ? place.folder : undefined
    if (workbench) {
      // No server has the folder, or it would not have been free: a note there is one that was left.
      if (folder !== undefined) removeServerNote(folder)
      return { by: 'us', workbench, folder }
    }
    const note = folder === undefined ? undefined : readServerNote(folder)
    if (note && (await answers(note))) return { by: 'server', note }
    if (performance.now() > until)
      throw new Refused(
        `Another command of Demarche has the data folder ${folder ?? ''} open and has not ended. Try again when it has.`,
      )
    await sleep(ROUND_MS + Math.random() * ROUND_MS)
  }
}

/** A client of whoever has the store. Whoever asks closes it. */
export async function connect(choice: StoreChoice): Promise<Client> {
  const found = await findStore(choice)
  if (found.by === 'server') return remoteClient(found.note, choice)
  const { workbench } = found
  const { app, token } = appOn(workbench, { host: () => NOWHERE })
  return ownClient(app, token, NOWHERE, workbench.close)
}

/** No address is listened on; the app only sees that the request was meant for it. */
const NOWHERE = '127.0.0.1:0'

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

/** A client of an app in this process, without a socket. */
export function ownClient(app: App, token: string, host: string, close: Client['close']): Client {
  return clientOf(
    async (path, init) =>
      app.fetch(
        new Request(`http://${host}${path}`, {
          ...init,
          headers: { ...withToken(init, token), host },
        }),
      ),
    close,
  )
}

/** A client of the server that holds the store. Where it ends before it is asked, another is looked for. */
export async function remoteClient(note: ServerNote, choice: StoreChoice): Promise<Client> {
  let next: Client | undefined
  const url = `http://127.0.0.1:${note.port}`
  const sent = (path: string, init: RequestInit) =>
    fetch(`${url}${path}`, { ...init, headers: withToken(init, note.token) })
  const client = clientOf(
    (path, init) =>
      sent(path, init).catch((error: unknown) => {
        throw isRefusedConnection(error) ? new ServerGone() : lost(error)
      }),
    async () => next?.close(),
  )
  const orElsewhere = async <T>(ask: (client: Client) => Promise<T>): Promise<T> => {
    try {
      return await ask(next ?? client)
    } catch (error) {
      if (!(error instanceof ServerGone)) throw error
      next = await connect(choice)
      return ask(next)
    }
  }
  return {
    get: (path, answer) => orElsewhere((each) => each.get(path, answer)),
    post: (path, body, answer) => orElsewhere((each) => each.post(path, body, answer)),
    stream: async function* (path, body) {
      const lines = await orElsewhere(async (each) => {
        const stream = each.stream(path, body)
        return { first: await stream.next(), stream }
      })
      if (lines.first.done) return
      yield lines.first.value
      yield* lines.stream
    },
    remove: (path) => (next ?? client).remove(path),
    close: client.close,
  }
}

class ServerGone extends Error {
  override name = 'ServerGone'
}

async function openIfFree(choice: StoreChoice): Promise<Workbench | undefined> {
  try {
    return await openWorkbench(choice)
  } catch (error) {
    if (error instanceof StoreHeld) return undefined
    if (error instanceof StoreUnusable) throw new Refused(error.message)
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    // Without a code it is no answer of the system or of a database, and a fault of ours.
    if (code === undefined) throw error
    throw new Refused(`The store cannot be opened (${code}): ${messageOf(error)}.`)
  }
}

function messageOf(error: unknown): string {
  // A connection that fails at several addresses at once carries its words in the parts.
  if (error instanceof AggregateError) return messageOf(error.errors[0])
  return error instanceof Error ? error.message.replace(/\.$/, '') : 'no reason was given'
}

/** Whether a Demarche of this version answers there with that token. */
async function answers({ port, token }: ServerNote): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/server`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch(() => undefined) // nothing answers there: the note was left, or the server is ending
  if (!answer?.ok) return false
  const body: unknown = await answer.json().catch(() => undefined) // another program's answer is none
  const server = ServerAnswer.safeParse(body)
  if (!server.success) return false
  if (server.data.version === readVersion()) return true
  throw new Refused(
    `A server of version ${server.data.version} has the data folder open, and this is version ${readVersion()}. End that server (Ctrl-C in its terminal) and start it again.`,
  )
}

function withToken(init: RequestInit, token: string): Record<string, string> {
  // The cast: the client gives its headers as plain names and values.
  return { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` }
}

function isRefusedConnection(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}

function lost(error: unknown): Error {
  return new OurFault(
    'The server that has the store ended while it was asked. What it had not confirmed was not done, or must be looked up.',
    { cause: error },
  )
}
