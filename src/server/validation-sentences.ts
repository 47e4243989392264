/** Turns what a schema finds wrong in a request into sentences, each with its place. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { RequestRefused } from './problems.ts'

type Found = { readonly success: true } | { readonly success: false; readonly error: z.ZodError }

/** For every route: refuses what does not fit its contract. */
export function refuseInvalid(result: Found, _: Context): undefined {
  if (result.success) return undefined
  const errors = result.error.issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    detail: sentenceFor(issue),
  }))
  const [first] = errors
  throw new RequestRefused(422, first?.detail ?? 'The request does not fit what is asked.', errors)
}

/** One sentence for one thing that is wrong. */
export function sentenceFor(issue: z.core.$ZodIssue): string {
  const name = issue.path.length === 0 ? 'The body' : issue.path.map(String).join('.')
  return `${name}: ${whatIsWrong(issue)}`
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // The library tells by its own sentence alone whether anything stood there.
      return issue.message.endsWith('received undefined')
        ? 'this is missing.'
        : `expected ${typeWord(issue.expected)}.`
    case 'invalid_value':
      return `expected one of ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return 'this is not a day. Write it as YYYY-MM-DD, such as 1988-12-31.'
    case 'too_small':
      return NUMBERS.has(issue.origin) ? `at least ${issue.minimum} is taken.` : 'this is empty.'
    case 'too_big':
      return NUMBERS.has(issue.origin) ? `at most ${issue.maximum} is taken.` : 'this is too long.'
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `“${key}”`).join(', ')} is not known here.`
    default:
      return 'this does not fit what is asked.'
  }
}

const NUMBERS = new Set(['number', 'int', 'bigint'])

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named fields',
}

function typeWord(expected: string): string {
  return TYPE_WORDS[expected] ?? expected
}
