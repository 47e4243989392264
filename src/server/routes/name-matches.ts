/** Names: who an entry may be, and what people decide. Names go in the body, never in an address. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { decide } from '../../actions/name-matches-decisions.ts'
import { lookAtPair } from '../../actions/name-matches-pair.ts'
import { beginComparison, readReviewQueue } from '../../actions/name-matches-queue.ts'
import { matchEntries, type EntryFound, type MatchProgress } from '../../actions/name-matches.ts'
import {
  Comparison,
  Decided,
  LookAtMatch,
  Matches,
  MatchPage,
  MatchRequest,
  MatchStep,
  NewDecision,
  ReviewQueue,
  ReviewStatus,
  type MatchStepJson,
} from '../../contract/name-matches.ts'
import { Problem } from '../../contract/problem.ts'
import type { PersonId, ProgrammeId } from '../../domain/basics/ids.ts'
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

/** A line of the stream holds so many entries. */
const ENTRIES_A_LINE = 200
const STEP_MS = 100

export function nameMatchRoutes(report: (text: string) => void) {
  const routes = new OpenAPIHono<Env>()
  const underWay = new Map<string, AbortController>()

  routes.openapi(
    {
      method: 'post',
      path: '/programmes/{programme}/matches',
      summary: 'Who of the register each entry may be, with reasons; with an id, step by step',
      request: {
        params: inProgramme,
        query: z.object({ id: z.uuid().optional() }),
        body: {
          required: true,
          content: { 'application/json': { schema: named('MatchRequest', MatchRequest) } },
        },
      },
      responses: {
        200: {
          description: 'The entries; with an id steps, one JSON a line, the last of which is done.',
          content: {
            'application/json': { schema: named('Matches', Matches) },
            'application/x-ndjson': {
              schema: z.union([named('MatchStep', MatchStep), named('Problem', Problem)]),
            },
          },
        },
        ...problemResponses,
      },
    },
    async (c) => {
      const programme = c.req.valid('param').programme as ProgrammeId
      const { entries } = c.req.valid('json')
      const { id } = c.req.valid('query')
      const { context } = c.var
      const asked = c.req.raw.signal
      if (id === undefined) {
        const found = await matchEntries(context, programme, entries, { signal: asked })
        return asDescribed(c.json(toJson(Matches, { entries: found.map(entryJson) }), 200))
      }
      const given = new AbortController()
      underWay.set(id, given)
      const signal = AbortSignal.any([given.signal, asked])
      c.header('content-type', 'application/x-ndjson')
      const answer = stream(c, async (out) => {
        out.onAbort(() => given.abort())
        const say = (step: MatchStepJson) => out.write(`${JSON.stringify(step)}\n`)
        try {
          const onProgress = throttled((progress) => void say(progress))
          const found = await matchEntries(context, programme, entries, { onProgress, signal })
          for (let at = 0; at < found.length; at += ENTRIES_A_LINE) {
            const some = found.slice(at, at + ENTRIES_A_LINE).map(entryJson)
            await say(toJson(MatchStep, { step: 'entries', entries: some }))
          }
          await say({ step: 'done' })
        } catch (error) {
          if (signal.aborted)
            await say({ step: 'given-up', message: 'The looking up was given up.' })
          else await out.write(`${JSON.stringify(problemOf(error, report))}\n`)
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
      path: '/programmes/{programme}/matches/{id}',
      summary: 'Gives up a list that is being looked up; its stream then says so',
      request: { params: inProgramme.extend({ id: z.uuid() }) },
      responses: {
        200: {
          description: 'It was told to stop.',
          content: { 'application/json': { schema: NOTHING } },
        },
        ...problemResponses,
      },
    },
    (c) => {
      const given = underWay.get(c.req.valid('param').id)
      if (!given) throw new RequestRefused(404, 'There is no such list being looked up.')
      given.abort()
      return c.json({}, 200)
    },
  )

  routes.openapi(
    reads(
      '/programmes/{programme}/name-matches',
      'What waits for a decision about names, and how far the register is compared with itself',
      inProgramme,
      z.object({
        status: ReviewStatus.default('open'),
        size: z.coerce.number().int().min(1).max(500).default(100),
      }),
      named('ReviewQueue', ReviewQueue),
    ),
    async (c) => {
      const programme = c.req.valid('param').programme as ProgrammeId
      const queue = await readReviewQueue(c.var.context, programme, c.req.valid('query'))
      return c.json(toJson(ReviewQueue, queue), 200)
    },
  )

  routes.openapi(
    takes(
      '/programmes/{programme}/name-matches/comparison',
      'Compares the register with itself once more, in the background',
      inProgramme,
      NOTHING,
      named('Comparison', Comparison),
    ),
    async (c) => {
      const programme = c.req.valid('param').programme as ProgrammeId
      const begun = await beginComparison(c.var.context, programme)
      return c.json(toJson(Comparison, begun), 200)
    },
  )

  routes.openapi(
    takes(
      '/programmes/{programme}/name-matches/look',
      'Two who may be one, side by side, with the reasons that sum up',
      inProgramme,
      named('LookAtMatch', LookAtMatch),
      named('MatchPage', MatchPage),
    ),
    async (c) => {
      const programme = c.req.valid('param').programme as ProgrammeId
      const seen = await lookAtPair(c.var.context, programme, ofPersons(c.req.valid('json')))
      return c.json(toJson(MatchPage, seen), 200)
    },
  )

  routes.openapi(
    takes(
      '/programmes/{programme}/name-matches/decisions',
      'Decides that two are one or two, parks it, or undoes what was decided',
      inProgramme,
      named('NewNameDecision', NewDecision),
      named('Decided', Decided),
    ),
    async (c) => {
      const programme = c.req.valid('param').programme as ProgrammeId
      const { decision, reason, kept, ...asked } = c.req.valid('json')
      const done = await decide(c.var.context, programme, {
        ...ofPersons(asked),
        ...{ decision, reason, kept },
      })
      return c.json(toJson(Decided, done), 200)
    },
  )

  return routes
}

function ofPersons({ a, b, row }: z.output<typeof LookAtMatch>) {
  return { a: a as PersonId, b: b as PersonId | null, row } // looked up as they came
}

/** Field by field: a reason says no more than the contract names. */
function entryJson({ row, decision, candidates }: EntryFound) {
  return {
    row,
    decision,
    candidates: candidates.map(({ person, probability, reasons }) => ({
      ...{ person, probability },
      reasons: reasons.map((reason) => ({ ...reason, weight: rounded(reason.weight) })),
    })),
  }
}

/** Further digits of a nat tell nobody anything, and a list has a hundred thousand of them. */
function rounded(weight: number): number {
  return Math.round(weight * 10_000) / 10_000
}

function problemOf(error: unknown, report: (text: string) => void) {
  const found = toProblem(error)
  if (found.status >= 500) report(describeFault(error))
  return found
}

/** The first of each kind, then one in a tenth of a second. */
function throttled(say: (progress: MatchProgress) => void): (progress: MatchProgress) => void {
  let last = { step: '', at: 0 }
  return (progress) => {
    const at = performance.now()
    if (progress.step === last.step && at - last.at < STEP_MS) return
    last = { step: progress.step, at }
    say(progress)
  }
}
