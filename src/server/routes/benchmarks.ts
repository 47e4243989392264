/** Writing benchmarks: checked while they are typed, then kept as a new version. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { checkDraft, keepDraft } from '../../actions/benchmark-drafts.ts'
import { listWords } from '../../actions/vocabulary.ts'
import { CheckRequest, CheckResult, Vocabulary, WriteRequest } from '../../contract/benchmarks.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { dayIn, daysIn } from '../days.ts'
import { inProgramme, knownOnDay, named, reads, takes } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const benchmarkRoutes = new OpenAPIHono<Env>()

benchmarkRoutes.openapi(
  takes(
    '/programmes/{programme}/benchmarks/check',
    'What is wrong in a text, and what it would come to; writes nothing',
    inProgramme,
    named('CheckRequest', CheckRequest),
    named('CheckResult', CheckResult),
  ),
  async (c) => {
    const { text, asOf, knownOn } = c.req.valid('json')
    const days = { asOf: dayIn('asOf', asOf), knownOn: dayIn('knownOn', knownOn) }
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(CheckResult, await checkDraft(c.var.context, id, text, days)), 200)
  },
)

benchmarkRoutes.openapi(
  takes(
    '/programmes/{programme}/benchmarks',
    'Keeps a benchmark as a new version',
    inProgramme,
    named('WriteRequest', WriteRequest),
    named('KeptBenchmark', z.object({ id: z.string(), set: z.string().nullable() })),
  ),
  async (c) => {
    const { text, goal } = c.req.valid('json')
    const programme = c.req.valid('param').programme as ProgrammeId
    const { id, set } = await keepDraft(c.var.context, programme, text, goal)
    return c.json({ id, set }, 200)
  },
)

benchmarkRoutes.openapi(
  reads(
    '/programmes/{programme}/vocabulary',
    'The words that a benchmark of this programme can be written with',
    inProgramme,
    knownOnDay,
    named('Vocabulary', Vocabulary),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(Vocabulary, await listWords(c.var.context, id, knownOn)), 200)
  },
)
