/** `docs/reference/api.md`, from the description that the server gives of itself. */
import type { Context } from '../src/actions/context.ts'
import { createApp, type App } from '../src/server/app.ts'
import { MADE, table } from './write-markdown.ts'

const HOST = '127.0.0.1:0'
const TOKEN = 'for-the-description-only'

/** The app without a store: enough to describe itself. */
export function describedApp(): App {
  return createApp({
    contextFor: () => ({}) as Context, // no route that is asked here has a use for one
    token: TOKEN,
    host: () => HOST,
    words: { location: '', example: '' },
    version: '',
  })
}

type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly default?: unknown
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Operation = {
  readonly summary?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

async function readDescription(app = describedApp()): Promise<Description> {
  const answer = await app.fetch(
    new Request(`http://${HOST}/api/openapi.json`, {
      headers: { host: HOST, authorization: `Bearer ${TOKEN}` },
    }),
  )
  if (!answer.ok) throw new Error(`the server does not describe itself: ${answer.status}`)
  return (await answer.json()) as Description // OpenAPI 3.1, as the server makes it
}

export async function apiReference(): Promise<string> {
  const { paths, components } = await readDescription()
  const routes = Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    )
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const schemas = Object.entries(components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    '# The HTTP interface',
    MADE,
    'The server describes itself in OpenAPI 3.1 at `/api/openapi.json`; this page is the same to read. It answers on this machine only. A request carries the session that the one-time link gave a browser, or `Authorization: Bearer TOKEN` with the token that stands beside the store’s lock. `Host` must be the server’s own address, and a body is JSON of at most 16 MB, where it holds a spreadsheet of at most 62 MB. Import, export and new links take the token only.',
    'Every error is problem details (RFC 9457), of the type `application/problem+json`; its `detail` is a sentence to be shown as it stands. A day is `YYYY-MM-DD`. A citation is `source-id @ locator`. An unbounded end of an interval is `null`.',
    '## Routes',
    table(
      ['route', 'what it gives'],
      routes.map(({ method, path, operation }) => [
        `\`${method} ${path}\``,
        operation.summary ?? '',
      ]),
    ),
    ...routes.flatMap(({ method, path, operation }) => routeOf(method, path, operation)),
    '## Schemas',
    ...schemas.flatMap(([name, schema]) => [`### ${name}`, bodyOf(schema)]),
    '',
  ].join('\n\n')
}

function routeOf(method: string, path: string, operation: Operation): string[] {
  const { summary = '', parameters = [], requestBody, responses } = operation
  const taken = Object.entries(requestBody?.content ?? {})
  const given = Object.entries(responses['200']?.content ?? {})
  const types = (content: readonly (readonly [string, { schema: Schema }])[]) =>
    content
      .map(([type, { schema }]) =>
        schema.format === 'binary' ? `\`${type}\`` : `${inWords(schema)} (\`${type}\`)`,
      )
      .join(', ')
  return [
    `### \`${method} ${path}\``,
    `${summary}.`,
    ...(parameters.length === 0
      ? []
      : [
          table(
            ['parameter', 'in', 'type', 'needed'],
            parameters.map(({ name, in: place, schema, required }) => [
              `\`${name}\``,
              place,
              inWords(schema),
              required ? 'yes' : defaultOf(schema),
            ]),
          ),
        ]),
    ...(taken.length === 0 ? [] : [`Takes ${types(taken)}.`]),
    `Answers ${types(given) || 'nothing'}.`,
  ]
}

function bodyOf(schema: Schema): string {
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return choices.map((each) => bodyOf(each)).join('\n\nor\n\n')
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) return `${inWords(schema)}.`
  return table(
    ['field', 'type', 'needed'],
    fields.map(([name, field]) => [
      `\`${name}\``,
      inWords(field),
      schema.required?.includes(name) ? 'yes' : defaultOf(field),
    ]),
  )
}

function defaultOf({ default: value }: Schema): string {
  return value === undefined ? 'no' : `no (default \`${JSON.stringify(value)}\`)`
}

/** A schema in a few words; what is nested without a name stands in braces. */
function inWords(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return `[${name}](#${name.toLowerCase()})`
  }
  const choices = schema.oneOf ?? schema.anyOf ?? (schema.allOf?.length === 1 ? schema.allOf : null)
  if (choices) return choices.map(inWords).join(' or ')
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (schema.enum)
    return schema.enum.map((value) => (value === null ? 'null' : `\`${String(value)}\``)).join(', ')
  return types.map((type) => typeInWords(type, schema)).join(' or ') || 'anything'
}

const DAY = String.raw`^\d{4}-\d{2}-\d{2}$`

function typeInWords(type: string, schema: Schema): string {
  if (schema.pattern === DAY) return 'day'
  if (type === 'array') return `list of ${schema.items ? inWords(schema.items) : 'anything'}`
  if (type !== 'object')
    return (
      { string: 'text', number: 'number', integer: 'whole number', boolean: 'yes or no' }[type] ??
      type
    )
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length > 0)
    return `{ ${fields.map(([name, field]) => `${name}: ${inWords(field)}`).join('; ')} }`
  const { additionalProperties: values } = schema
  return typeof values === 'object' ? `mapping of text to ${inWords(values)}` : 'empty mapping'
}
