/** Somebody's spreadsheet into the register: a look, saved mappings, and the import step by step. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { saveMapping, savedMappings } from '../../actions/import-mappings.ts'
import {
  importSpreadsheet,
  type SpreadsheetImported,
  type SpreadsheetProgress,
} from '../../actions/spreadsheet-imports.ts'
import { lookAtSpreadsheet, type SpreadsheetGiven } from '../../actions/spreadsheet-looks.ts'
import { Written } from '../../contract/evidence.ts'
import { Problem } from '../../contract/problem.ts'
import {
  ImportMappings,
  NewImportMapping,
  SPREADSHEET_CEILING,
  SpreadsheetImport,
  SpreadsheetLook,
  SpreadsheetStep,
  SpreadsheetToLookAt,
  type SpreadsheetFile,
  type SpreadsheetStepJson,
} from '../../contract/spreadsheet-imports.ts'
import { calendarDate } from '../../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import {
  asDescribed,
  inProgramme,
  named,
  NOTHING,
  problemResponses,
  reads,
  takes,
} from '../describe-route.ts'
import type { Env } from '../env.ts'
import { describeFault, RequestRefused, toProblem } from '../problems.ts'

/** `report` gets what only the person who runs the server may see. */
export function spreadsheetRoutes({ report }: { readonly report: (text: string) => void }) {
  const routes = new OpenAPIHono<Env>()
  const underWay = new Map<string, AbortController>()

  routes.openapi(
    takes(
      '/programmes/{programme}/spreadsheet-imports/look',
      'What the columns of a spreadsheet are taken for, and why; writes nothing',
      inProgramme,
      named('SpreadsheetToLookAt', SpreadsheetToLookAt),
      named('SpreadsheetLook', SpreadsheetLook),
    ),
    async (c) => {
      const { preset, mapping, ...file } = c.req.valid('json')
      const programme = programmeOf(c.req.valid('param'))
      const choice = { preset, mapping }
      const look = await lookAtSpreadsheet(c.var.context, programme, givenFile(file), choice)
      return c.json(toJson(SpreadsheetLook, look), 200)
    },
  )

  routes.openapi(
    {
      method: 'post',
      path: '/programmes/{programme}/spreadsheet-imports',
      summary:
        'Takes a spreadsheet into the register, or says what would become of each row; answers step by step, one JSON a line',
      request: {
        params: inProgramme,
        query: z.object({ id: z.uuid().optional() }),
        body: {
          required: true,
          content: {
            'application/json': { schema: named('SpreadsheetImport', SpreadsheetImport) },
          },
        },
      },
      responses: {
        200: {
          description: 'The steps, the last of which is done, refused, or a problem.',
          content: {
            'application/x-ndjson': {
              schema: z.union([
                named('SpreadsheetStep', SpreadsheetStep),
                named('Problem', Problem),
              ]),
            },
          },
        },
        ...problemResponses,
      },
    },
    (c) => {
      const { mapping, source, known, dryRun, ...file } = c.req.valid('json')
      const { id = crypto.randomUUID() } = c.req.valid('query')
      const programme = programmeOf(c.req.valid('param'))
      const asked = {
        given: givenFile(file),
        ...{ mapping, source, dryRun },
        known: known === null ? null : calendarDate(known),
      }
      const given = new AbortController()
      underWay.set(id, given)
      const signal = AbortSignal.any([given.signal, c.req.raw.signal])
      c.header('content-type', 'application/x-ndjson')
      const answer = stream(c, async (out) => {
        out.onAbort(() => given.abort())
        const say = (step: object) => out.write(`${JSON.stringify(step)}\n`)
        const onProgress = throttled((step) => void say(step))
        try {
          const done = await importSpreadsheet(c.var.context, programme, asked, {
            onProgress,
            signal,
          })
          for (const step of stepsOf(done)) await say(toJson(SpreadsheetStep, step))
        } catch (error) {
          await say(signal.aborted ? GIVEN_UP : lastStep(error, report))
        } finally {
          underWay.delete(id)
        }
      })
      return asDescribed(answer)
    },
  )

  routes.openapi(
    {
      method: 'delete',
      path: '/programmes/{programme}/spreadsheet-imports/{import}',
      summary: 'Gives up an import that is under way; its stream then says whether it was in time',
      request: { params: inProgramme.extend({ import: z.uuid() }) },
      responses: {
        200: {
          description: 'It was told to stop.',
          content: { 'application/json': { schema: NOTHING } },
        },
        ...problemResponses,
      },
    },
    (c) => {
      const given = underWay.get(c.req.valid('param').import)
      if (!given) throw new RequestRefused(404, 'There is no such import under way.')
      given.abort()
      return c.json({}, 200)
    },
  )

  routes.openapi(
    reads(
      '/programmes/{programme}/import-mappings',
      'How columns of other people’s files are read, as saved by name',
      inProgramme,
      NOTHING,
      named('ImportMappings', ImportMappings),
    ),
    async (c) => {
      const mappings = await savedMappings(c.var.context, programmeOf(c.req.valid('param')))
      return c.json(toJson(ImportMappings, { mappings }), 200)
    },
  )

  routes.openapi(
    takes(
      '/programmes/{programme}/import-mappings',
      'Saves a mapping under a name; a later one of that name stands',
      inProgramme,
      named('NewImportMapping', NewImportMapping),
      named('Written', Written),
    ),
    async (c) => {
      const programme = programmeOf(c.req.valid('param'))
      const written = await saveMapping(c.var.context, programme, c.req.valid('json'))
      return c.json(toJson(Written, written), 200)
    },
  )

  return routes
}

const programmeOf = ({ programme }: { readonly programme: string }) => programme as ProgrammeId

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Throws `RequestRefused` where the file did not arrive whole, or is too large. */
function givenFile({
  file: { name, base64 },
  sheet,
  delimiter,
  encoding,
  headerRow,
}: z.output<typeof SpreadsheetFile>): SpreadsheetGiven {
  if (base64.length % 4 !== 0 || !BASE64.test(base64.slice(-4)))
    throw new RequestRefused(422, 'The file did not arrive whole. Choose it once more.')
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > SPREADSHEET_CEILING)
    throw new RequestRefused(
      413,
      `The file has ${inMegabytes(bytes.length)}; at most ${inMegabytes(SPREADSHEET_CEILING)} are taken here. Divide it.`,
    )
  return {
    name,
    bytes,
    options: {
      ...(sheet !== null && { sheet }),
      ...(delimiter !== null && { delimiter }),
      ...(encoding !== null && { encoding }),
      ...(headerRow !== null && { headerRow: headerRow === 0 ? null : headerRow }),
    },
  }
}

const inMegabytes = (bytes: number) => `${String(Math.ceil(bytes / 1024 / 1024))} MB`

const ROWS_A_LINE = 2000

/** The rows in several lines, then the sum. */
function* stepsOf({
  rows,
  dryRun,
  counts,
  written,
}: SpreadsheetImported): Generator<Parameters<typeof toJson<typeof SpreadsheetStep>>[1]> {
  for (let at = 0; at < rows.length; at += ROWS_A_LINE)
    yield { step: 'rows', rows: rows.slice(at, at + ROWS_A_LINE) }
  yield { step: 'done', dryRun, counts, written }
}

const GIVEN_UP: SpreadsheetStepJson = {
  step: 'refused',
  message: 'The import was given up. Nothing was taken.',
}

/** A refusal is a step of the import; what is our fault leaves as the problem that it is. */
function lastStep(error: unknown, report: (text: string) => void): object {
  const found = toProblem(error)
  if (found.status < 500) return { step: 'refused', message: found.detail }
  report(describeFault(error))
  return found
}

/** Lets the first step of each kind through, then one in a tenth of a second. */
function throttled(say: (step: SpreadsheetProgress) => void): (step: SpreadsheetProgress) => void {
  let last = { about: '', at: 0 }
  return (step) => {
    const at = performance.now()
    if (step.step === last.about && at - last.at < 100) return
    last = { about: step.step, at }
    say(step)
  }
}
