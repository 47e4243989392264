/** The whole server as one function from request to answer; `serve.ts` gives it an address. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { Context } from '../actions/context.ts'
import { TraceNode } from '../contract/assessment.ts'
import { named } from './describe-route.ts'
import type { Env } from './env.ts'
import { access, isApi } from './middleware/access.ts'
import { accessLog } from './middleware/access-log.ts'
import { keptText } from './middleware/kept-text.ts'
import { ownAddress } from './middleware/own-address.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { answerProblems, RequestRefused } from './problems.ts'
import { assessmentRoutes } from './routes/assessments.ts'
import { benchmarkRoutes } from './routes/benchmarks.ts'
import { editionRoutes } from './routes/editions.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { entryRoutes } from './routes/entries.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { nameMatchRoutes } from './routes/name-matches.ts'
import { personRoutes } from './routes/persons.ts'
import { programmeRoutes } from './routes/programmes.ts'
import { readingRoutes } from './routes/readings.ts'
import { registerRoutes } from './routes/register.ts'
import { listRoutes } from './routes/representation-lists.ts'
import { spreadsheetRoutes } from './routes/spreadsheet-imports.ts'
import { storeRoutes, type StoreInWords } from './routes/store.ts'
import { todayRoutes } from './routes/today.ts'
import { Sessions } from './sessions.ts'
import { plainPage } from './plain-pages.ts'
import { staticFiles } from './static-files.ts'
import { refuseInvalid } from './validation-sentences.ts'

export type AppOptions = {
  /** A context for whoever asks. */
  readonly contextFor: () => Context
  /** Opens the server to the command line. */
  readonly token: string
  /** `127.0.0.1:PORT`, asked at each request. */
  readonly host: () => string
  readonly words: StoreInWords
  readonly version: string
  /** The built pages; without it there is only the API. */
  readonly pages?: string
  /** Each gets a line; neither ever holds a name, an id of a person, or what was asked for. */
  readonly logAccess?: (line: string) => void
  readonly logFault?: (text: string) => void
}

export type App = {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly sessions: Sessions
  /** A link that lets one browser in, once. */
  readonly newLink: () => string
  /** Method and path of every route of the API. */
  readonly routes: () => readonly { readonly method: string; readonly path: string }[]
}

export function createApp(options: AppOptions): App {
  const { host, contextFor } = options
  const sessions = new Sessions(options.token)
  const link = (key: string) => `http://${host()}/enter?key=${key}`
  const app = new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
  const report = options.logFault ?? ((text: string) => process.stderr.write(`${text}\n`))
  app.onError(answerProblems(report))
  if (options.logAccess) app.use(accessLog(options.logAccess))
  app.use(securityHeaders, ownAddress(host), access(sessions, host))
  app.use('/api/*', requireJson, limitBody, keptText, async (c, next) => {
    c.set('context', contextFor())
    await next()
  })

  for (const routes of [
    storeRoutes({ words: options.words, version: options.version, sessions, link, report }),
    programmeRoutes,
    assessmentRoutes,
    evidenceRoutes,
    entryRoutes,
    benchmarkRoutes,
    editionRoutes,
    readingRoutes,
    registerRoutes,
    personRoutes,
    nameMatchRoutes(report),
    spreadsheetRoutes({ report }),
    listRoutes,
    engagementRoutes,
    todayRoutes,
  ])
    app.route('/api', routes)
  named('TraceNode', TraceNode)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Demarche',
      version: options.version,
      description:
        'Where the goals of a programme stand, on any day, as known on any day. Every error is problem details (RFC 9457).',
    },
  })
  app.notFound(unknownAddress(app, options.pages))
  return {
    fetch: (request) => app.fetch(request),
    sessions,
    newLink: () => link(sessions.newKey()),
    routes: () => routesOf(app),
  }
}

const WRITES = new Set(['POST', 'PUT', 'PATCH'])

// Only JSON: a form on a page of another site can send any other type without asking first.
const requireJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (WRITES.has(c.req.method) && type !== 'application/json')
    throw new RequestRefused(415, 'Send the body as JSON, with the content type application/json.')
  await next()
}

const limitedTo = (megabytes: number) =>
  bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: () => {
      throw new RequestRefused(
        413,
        `The body has more than ${String(megabytes)} MB, which is more than is taken here.`,
      )
    },
  })
const limitMost = limitedTo(16)
// A spreadsheet of 45 MB is a third more in base64.
const limitFiles = limitedTo(62)

const limitBody: MiddlewareHandler = (c, next) =>
  /\/spreadsheet-imports(?:\/look)?$/.test(c.req.path) ? limitFiles(c, next) : limitMost(c, next)

function routesOf(app: OpenAPIHono<Env>) {
  return app.routes.filter(({ method, path }) => method !== 'ALL' && isApi(path))
}

function unknownAddress(app: OpenAPIHono<Env>, pages: string | undefined) {
  const files = pages === undefined ? undefined : staticFiles(pages)
  return async (c: HonoContext<Env>): Promise<Response> => {
    if (isApi(c.req.path)) throw unknownRoute(app, c)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD')
      throw new RequestRefused(405, 'A page can only be read.')
    }
    const file = await files?.(c)
    return file ?? plainPage(c, 404, 'Nothing is here', 'There is no such page or file.')
  }
}

function unknownRoute(app: OpenAPIHono<Env>, c: HonoContext<Env>): RequestRefused {
  const methods = routesOf(app)
    .filter(({ path }) => patternOf(path).test(c.req.path))
    .map(({ method }) => method)
  if (methods.length === 0) return new RequestRefused(404, 'There is no such address in the API.')
  c.header('allow', [...new Set(methods)].join(', '))
  return new RequestRefused(405, `This address takes ${[...new Set(methods)].join(' or ')} only.`)
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`)
}
