/**
 * How a route is described once, for the server and for `/api/openapi.json`: what it takes, what it
 * answers, and that every error is problem details.
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { ZodObject, ZodType } from 'zod'
import { Day } from '../contract/assessment.ts'
import { Problem } from '../contract/problem.ts'

/** Gives a schema of the contract its name in the description. */
export function named<S extends ZodType>(name: string, schema: S): S {
  // The method stands on the prototype: a schema that was made before the extension lacks it otherwise.
  return z.ZodType.prototype.openapi.call(schema, name) as S // the same schema, with a name
}

const ProblemBody = named('Problem', Problem)
const json = <S extends ZodType>(schema: S) => ({ 'application/json': { schema } })
const PROBLEM = {
  description: 'What was refused, and why: a sentence to be shown as it stands.',
  content: { 'application/problem+json': { schema: ProblemBody } },
} as const

/** A route that reads. */
export function reads<
  P extends string,
  I extends ZodObject,
  Q extends ZodObject,
  A extends ZodType,
>(path: P, summary: string, params: I, query: Q, answer: A) {
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { params, query },
    responses: { 200: { description: 'As asked.', content: json(answer) }, default: PROBLEM },
  })
}

/** A route that writes, or that needs more than an address can hold to answer. */
export function takes<P extends string, I extends ZodObject, B extends ZodType, A extends ZodType>(
  path: P,
  summary: string,
  params: I,
  body: B,
  answer: A,
) {
  return createRoute({
    method: 'post',
    path,
    summary,
    request: { params, body: { required: true, content: json(body) } },
    responses: { 200: { description: 'Done.', content: json(answer) }, default: PROBLEM },
  })
}

/** A route that answers with a file or a stream rather than JSON. */
export function sends<P extends string, I extends ZodObject, Q extends ZodObject>(
  path: P,
  summary: string,
  params: I,
  query: Q,
  types: readonly string[],
) {
  const file = { schema: z.string().openapi({ format: 'binary' }) }
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { params, query },
    responses: {
      200: {
        description: 'The file.',
        content: Object.fromEntries(types.map((type) => [type, file])),
      },
      default: PROBLEM,
    },
  })
}

/** Problems of a route that is described by hand. */
export const problemResponses = { default: PROBLEM }

export const NOTHING = z.object({})
export const inProgramme = z.object({ programme: z.string() })
/** Both days are today where they are left out. */
export const onDays = z.object({ asOf: Day.optional(), knownOn: Day.optional() })
export const knownOnDay = z.object({ knownOn: Day.optional() })

/** A stream or a file, whose type the description names and TypeScript cannot follow. */
export function asDescribed(answer: Response): never {
  return answer as never // what is sent is described in words, not in a schema
}
