/**
 * The one place where a refusal becomes a status. Every error leaves as problem details (RFC 9457);
 * `detail` is a sentence to be shown as it stands. What is our fault keeps its details in the log, and
 * the log keeps no values: a message may hold a name, so of most errors only kind and place are kept.
 */
import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ActionRefused } from '../actions/errors.ts'
import { EntryRefused } from '../actions/form-entries.ts'
import type { ProblemJson } from '../contract/problem.ts'
import type { Env } from './env.ts'

const STATUS = { 'not-found': 404, 'not-allowed': 403, invalid: 422, 'out-of-date': 409 } as const

const TITLES: Readonly<Record<number, string>> = {
  400: 'Not readable',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Wrong method',
  409: 'Out of date',
  413: 'Too large',
  415: 'Wrong content type',
  421: 'Wrong address',
  422: 'Not valid',
  500: 'Unexpected',
}

/** What the framework itself refuses, in our words. */
const FRAMEWORK: Readonly<Record<number, string>> = {
  400: 'The body is not JSON that can be read.',
  413: 'The body is larger than this server takes.',
  415: 'Send the body as JSON, with the content type application/json.',
}

const UNEXPECTED =
  'Something went wrong on our side. What was asked was not done. The terminal in which Demarche runs shows where.'

/** An error of the request itself, refused before any action is asked. */
export class RequestRefused extends Error {
  override name = 'RequestRefused'
  readonly status: ContentfulStatusCode
  readonly errors: ProblemJson['errors']

  constructor(status: ContentfulStatusCode, detail: string, errors?: ProblemJson['errors']) {
    super(detail)
    this.status = status
    this.errors = errors
  }
}

export function problem(
  status: number,
  detail: string,
  errors?: ProblemJson['errors'],
): ProblemJson {
  const title = TITLES[status] ?? 'Error'
  const type = `urn:demarche:problem:${title.toLowerCase().replaceAll(' ', '-')}`
  return { type, title, status, detail, ...(errors && { errors }) }
}

export function problemResponse(c: Context, { status, ...rest }: ProblemJson): Response {
  return c.json({ ...rest, status }, status as ContentfulStatusCode, {
    // The cast: every status above carries a body.
    'content-type': 'application/problem+json',
  })
}

/** Answers any error. `report` gets what only the person who runs the server may see. */
export function answerProblems(report: (text: string) => void): ErrorHandler<Env> {
  return (error, c) => {
    const found = toProblem(error)
    if (found.status === 500) report(describeFault(error))
    return problemResponse(c, found)
  }
}

export function toProblem(error: unknown): ProblemJson {
  if (error instanceof EntryRefused)
    return problem(STATUS[error.code], error.message, [...error.fields])
  if (error instanceof ActionRefused) return problem(STATUS[error.code], error.message)
  if (error instanceof RequestRefused) return problem(error.status, error.message, error.errors)
  if (error instanceof HTTPException && FRAMEWORK[error.status] !== undefined)
    return problem(error.status, FRAMEWORK[error.status] ?? '')
  return problem(500, UNEXPECTED)
}

// The engine's own sentences about code name no values; those of a database or a parser may.
const SAFE = [TypeError, ReferenceError]

/** Kind and place of a fault, and of what caused it, without what it says about anyone. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return `A ${typeof error} was thrown.`
  const safe = SAFE.some((kind) => error instanceof kind) ? `: ${error.message}` : ''
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeFault(error.cause)}`
  return [`${error.name}${code}${safe}`, ...frames].join('\n') + cause
}
