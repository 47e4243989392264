/**
 * Finds the store. Where a server has its folder open, the command goes to that server; where no one
 * has, this process opens it and asks the app directly; where another command has, it waits a little.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { placeOf, type StoreChoice, type Workbench } from '../actions/open-workbench.ts'
import { readServerNote, removeServerNote, type ServerNote } from '../actions/server-note.ts'
import { ServerAnswer } from '../server/server-answers.ts'
import { clientOf, withToken, type Client } from './client.ts'
import { OurFault, Refused } from './exit-codes.ts'
import { readVersion } from './version.ts'

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
  const folder = place.kind === 'folder' ? place.folder : undefined
  const until = performance.now() + patienceMs
  for (;;) {
    const note = folder === undefined ? undefined : readServerNote(folder)
    if (note && (await answers(note))) return { by: 'server', note }
    // Loaded here: a command that goes to a server needs neither the engine nor the app.
    const { openIfFree } = await import('./own-store.ts')
    const workbench = await openIfFree(choice)
    if (workbench) {
      // No server has the folder, or it would not have been free: a note there is one that was left.
      if (folder !== undefined) removeServerNote(folder)
      return { by: 'us', workbench, folder }
    }
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
  const { clientOn } = await import('./own-store.ts')
  return clientOn(found.workbench)
}

/** A client of the server that holds the store. Where it ends before it is asked, another is looked for. */
export function remoteClient(note: ServerNote, choice: StoreChoice): Client {
  let next: Client | undefined
  const url = `http://127.0.0.1:${note.port}`
  const send = (path: string, init: RequestInit) =>
    fetch(`${url}${path}`, { ...init, headers: withToken(init, note.token) }).catch(
      (error: unknown) => {
        throw isRefusedConnection(error) ? new ServerGone() : lost(error)
      },
    )
  const client = clientOf(send, async () => next?.close())
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
      const { first, lines } = await orElsewhere(async (each) => {
        const lines = each.stream(path, body)
        return { first: await lines.next(), lines }
      })
      if (first.done) return
      yield first.value
      try {
        yield* lines
      } catch (error) {
        throw error instanceof TypeError ? lost(error) : error
      }
    },
    remove: (path) => (next ?? client).remove(path),
    close: client.close,
  }
}

class ServerGone extends Error {
  override name = 'ServerGone'
}

/** Whether a Demarche of this version answers there with that token. */
async function answers({ port, token, pid }: ServerNote): Promise<boolean> {
  if (!isAlive(pid)) return false
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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // That a process may not be signalled says that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isRefusedConnection(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}

function lost(error: unknown): Error {
  return new OurFault(
    'The server that has the store ended while it was asked. Look what it did, or ask again: what is on record already is not taken twice.',
    { cause: error },
  )
}
