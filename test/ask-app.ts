/** Asks the app as the command line does, on a test's store. */
import type { Person } from '../src/domain/access/may.ts'
import { createApp } from '../src/server/app.ts'
import type { Database } from '../src/store/database/reader-writer.ts'
import { aContext } from './record-builders.ts'

const HOST = '127.0.0.1:4711'
const TOKEN = 'a-token-for-tests'

export type Answered = { readonly status: number; readonly body: unknown }

/** Each answer as its status and its JSON. */
export function askApp(db: () => Database, person: Partial<Person> = {}) {
  const app = createApp({
    contextFor: () => aContext(db(), person),
    token: TOKEN,
    host: () => HOST,
    words: { location: 'a test', example: 'examples/soviet-union' },
    version: '0.0.0',
  })
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = {
      host: HOST,
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    }
    return app.fetch(new Request(`http://${HOST}${path}`, { ...init, headers }))
  }
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const answer = await send(path, init)
    return { status: answer.status, body: await answer.json() }
  }
  return {
    send,
    get: (path: string) => ask(path),
    post: (path: string, body: unknown) =>
      ask(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}
