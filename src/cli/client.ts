/**
 * A command is a client of the HTTP API: of the server that holds the store, or of the same app in this
 * process, where no server runs. Answers are read by their contract.
 */
import { Problem } from '../contract/problem.ts'
import { errorOfAnswer, OurFault } from './exit-codes.ts'

/** A schema of the contract. */
export type Answer<T> = {
  readonly safeParse: (value: unknown) => { success: true; data: T } | { success: false }
}

export type Client = {
  /** Throws `Refused` or `OurFault` with the sentence of the answer. */
  readonly get: <T>(path: string, answer: Answer<T>) => Promise<T>
  readonly post: <T>(path: string, body: object, answer: Answer<T>) => Promise<T>
  /** Lines of JSON, as they come. */
  readonly stream: (path: string, body: object) => AsyncGenerator<unknown>
  readonly remove: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

export type Send = (path: string, init: RequestInit) => Promise<Response>

export function clientOf(send: Send, close: () => Promise<void>): Client {
  const post = (path: string, body: object) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    get: async (path, answer) => read(await send(path, { method: 'GET' }), answer),
    post: async (path, body, answer) => read(await post(path, body), answer),
    stream: async function* (path, body) {
      yield* linesOf(await sound(await post(path, body)))
    },
    remove: async (path) => {
      // That it has ended already is as good.
      const answer = await send(path, { method: 'DELETE' })
      if (answer.status !== 404) await sound(answer)
    },
    close,
  }
}

/** `/programmes/a%2Fb`: each part as a part of an address. */
export function address(...parts: string[]): string {
  return `/api/${parts.map(encodeURIComponent).join('/')}`
}

/** `?asOf=…&knownOn=…`, without what is not given. */
export function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

async function read<T>(answer: Response, schema: Answer<T>): Promise<T> {
  const parsed = schema.safeParse(await (await sound(answer)).json())
  if (parsed.success) return parsed.data
  throw new OurFault('The server answered something that this version does not understand.')
}

/** The answer, if it is no problem. */
async function sound(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  const body: unknown = await answer.json().catch(() => undefined) // what is no JSON is no problem of ours
  const problem = Problem.safeParse(body)
  throw problem.success
    ? errorOfAnswer(problem.data.status, problem.data.detail)
    : new OurFault(`The server answered with status ${answer.status}, and without a word.`)
}

async function* linesOf(answer: Response): AsyncGenerator<unknown> {
  if (!answer.body) return
  let rest = ''
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}

/** The headers of a request, with the token that opens the server. */
export function withToken(init: RequestInit, token: string): Record<string, string> {
  // The cast: the client gives its headers as plain names and values.
  return { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` }
}
