/** The programmes on record, moving them as folders, and whether the store is sound. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import {
  exportFolder,
  importFolder,
  type ImportProgress,
  type ImportResult,
} from '../../actions/programme-folders.ts'
import { backUp } from '../../actions/backups.ts'
import { isStoreEncrypted } from '../../actions/keyring.ts'
import { listProgrammes } from '../../actions/programmes.ts'
import { verification } from '../../actions/verification.ts'
import {
  BackupRequest,
  BackupResult,
  ExportRequest,
  ExportResult,
  ImportRequest,
  ImportStep,
  ProgrammeList,
  Verification,
} from '../../contract/programmes.ts'
import { Problem } from '../../contract/problem.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { asDescribed, named, NOTHING, problemResponses, reads, takes } from '../describe-route.ts'
import type { Env } from '../env.ts'
import { tokenOnly } from '../middleware/access.ts'
import { describeFault, RequestRefused, toProblem } from '../problems.ts'
import { LinkAnswer, ServerAnswer } from '../server-answers.ts'
import type { Sessions } from '../sessions.ts'

export type StoreInWords = {
  /** Where the store is. */
  readonly location: string
  /** The folder of the example. */
  readonly example: string
}

export type StoreRouteOptions = {
  readonly words: StoreInWords
  readonly version: string
  readonly sessions: Sessions
  readonly link: (key: string) => string
  readonly report: (text: string) => void
}

export function storeRoutes({ words, version, sessions, link, report }: StoreRouteOptions) {
  const routes = new OpenAPIHono<Env>()
  const imports = new Map<string, AbortController>()

  routes.openapi(
    reads(
      '/programmes',
      'The programmes on record, and how to begin one',
      NOTHING,
      NOTHING,
      named('ProgrammeList', ProgrammeList),
    ),
    async (c) => {
      const programmes = await listProgrammes(c.var.context)
      const list = {
        programmes: programmes.map(({ id, title, counterpart }) => ({ id, title, counterpart })),
        begin: { example: words.example, command: 'demarche import DIR' },
        store: { location: words.location, encrypted: await isStoreEncrypted(c.var.context) },
      }
      return c.json(toJson(ProgrammeList, list), 200)
    },
  )

  routes.openapi(
    {
      method: 'post',
      path: '/imports',
      summary: 'Takes a programme folder of this machine; answers step by step, one JSON a line',
      middleware: tokenOnly,
      request: {
        query: z.object({ id: z.uuid().optional() }),
        body: {
          required: true,
          content: { 'application/json': { schema: named('ImportRequest', ImportRequest) } },
        },
      },
      responses: {
        200: {
          description: 'The steps, the last of which is done, refused, or a problem.',
          content: {
            'application/x-ndjson': {
              schema: z.union([named('ImportStep', ImportStep), named('Problem', Problem)]),
            },
          },
        },
        ...problemResponses,
      },
    },
    (c) => {
      const { directory, keepGoing } = c.req.valid('json')
      const { id = crypto.randomUUID() } = c.req.valid('query')
      const given = new AbortController()
      imports.set(id, given)
      const signal = AbortSignal.any([given.signal, c.req.raw.signal])
      c.header('content-type', 'application/x-ndjson')
      const answer = stream(c, async (out) => {
        out.onAbort(() => given.abort())
        const say = (step: object) => out.write(`${JSON.stringify(step)}\n`)
        const onProgress = throttled((progress) => void say(progress))
        try {
          await say(await importFolder(c.var.context, directory, { keepGoing, onProgress, signal }))
        } catch (error) {
          await say(signal.aborted ? CANCELLED : lastStep(error, report))
        } finally {
          imports.delete(id)
        }
      })
      return asDescribed(answer)
    },
  )

  routes.openapi(
    {
      method: 'delete',
      path: '/imports/{import}',
      summary: 'Gives up an import that is under way; its stream then says whether it was in time',
      middleware: tokenOnly,
      request: { params: z.object({ import: z.uuid() }) },
      responses: {
        200: {
          description: 'It was told to stop.',
          content: { 'application/json': { schema: NOTHING } },
        },
        ...problemResponses,
      },
    },
    (c) => {
      const given = imports.get(c.req.valid('param').import)
      if (!given) throw new RequestRefused(404, 'There is no such import under way.')
      given.abort()
      return c.json({}, 200)
    },
  )

  routes.openapi(
    {
      ...takes(
        '/exports',
        'Writes a programme to a folder of this machine',
        NOTHING,
        named('ExportRequest', ExportRequest),
        named('ExportResult', ExportResult),
      ),
      middleware: tokenOnly,
    },
    async (c) => {
      const { programme, directory } = c.req.valid('json')
      const written = await exportFolder(c.var.context, programme as ProgrammeId, directory)
      return c.json(toJson(ExportResult, written), 200)
    },
  )

  routes.openapi(
    {
      ...takes(
        '/backups',
        'Writes everything in the store to one file of this machine',
        NOTHING,
        named('BackupRequest', BackupRequest),
        named('BackupResult', BackupResult),
      ),
      middleware: tokenOnly,
    },
    async (c) => {
      const written = await backUp(c.var.context, c.req.valid('json').file)
      const encrypted = await isStoreEncrypted(c.var.context)
      return c.json(toJson(BackupResult, { ...written, encrypted }), 200)
    },
  )

  routes.openapi(
    reads(
      '/verification',
      'Whether the store agrees with its own audit',
      NOTHING,
      NOTHING,
      named('Verification', Verification),
    ),
    async (c) => c.json(toJson(Verification, await verification(c.var.context)), 200),
  )

  routes.openapi(
    reads('/server', 'Which version answers here', NOTHING, NOTHING, named('Server', ServerAnswer)),
    (c) => c.json({ version }, 200),
  )

  routes.openapi(
    {
      ...takes(
        '/links',
        'A new link that lets one browser in',
        NOTHING,
        NOTHING,
        named('Link', LinkAnswer),
      ),
      middleware: tokenOnly,
    },
    (c) => c.json({ link: link(sessions.newKey()) }, 200),
  )

  return routes
}

/** A refusal is a step of the import; what is our fault leaves as the problem that it is. */
function lastStep(
  error: unknown,
  report: (text: string) => void,
): ImportResult | ReturnType<typeof toProblem> {
  const found = toProblem(error)
  if (found.status < 500)
    return { step: 'refused', refusals: [], notices: [], message: found.detail }
  report(describeFault(error))
  return found
}

const CANCELLED: ImportResult = {
  step: 'refused',
  refusals: [],
  notices: [],
  message: 'The import was given up. Nothing was taken.',
}

/** Lets the first step of each kind and file through, then one in a tenth of a second. */
function throttled(say: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let last = { about: '', at: 0 }
  return (progress) => {
    const about = progress.step === 'reading' ? progress.file : progress.step
    const at = performance.now()
    if (about === last.about && at - last.at < 100) return
    last = { about, at }
    say(progress)
  }
}
