/** Where goals and benchmarks stand on a day, as known on a day. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  assess,
  changes,
  explain,
  goalPage,
  history,
  scorecard,
} from '../../actions/assessments.ts'
import {
  Assessment,
  Changes,
  Day,
  Explanation,
  GoalPage,
  History,
  Scorecard,
} from '../../contract/assessment.ts'
import type { BenchmarkId, GoalId, ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { askedDays, dayIn, daysIn } from '../days.ts'
import { inProgramme, named, onDays, reads } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const assessmentRoutes = new OpenAPIHono<Env>()

assessmentRoutes.openapi(
  reads(
    '/programmes/{programme}/assessment',
    'Every goal and benchmark: its standing, what it rests on, what is missing',
    inProgramme,
    onDays,
    named('Assessment', Assessment),
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    const days = daysIn(c.req.valid('query'), c.var.context.today)
    return c.json(toJson(Assessment, await assess(c.var.context, id, days)), 200)
  },
)

assessmentRoutes.openapi(
  reads(
    '/programmes/{programme}/scorecard',
    'The scorecard of a day, with a strip of standings by month',
    inProgramme,
    onDays,
    named('Scorecard', Scorecard),
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    const days = askedDays(c.req.valid('query'))
    return c.json(toJson(Scorecard, await scorecard(c.var.context, id, days)), 200)
  },
)

const HistoryQuery = z.object({
  from: Day,
  to: Day,
  every: z.enum(['month', 'quarter', 'year']).default('month'),
  knownOn: Day.optional(),
  /** Each day as known on that day; excludes `knownOn`. */
  asKnownThen: z.enum(['true', 'false']).default('false'),
})

assessmentRoutes.openapi(
  reads(
    '/programmes/{programme}/history',
    'Standings through time, as known on one day or each as known then',
    inProgramme,
    HistoryQuery,
    named('History', History),
  ),
  async (c) => {
    const { today } = c.var.context
    const { from, to, every, knownOn, asKnownThen } = c.req.valid('query')
    const id = c.req.valid('param').programme as ProgrammeId
    const read = await history(c.var.context, id, {
      from: dayIn('from', from),
      to: dayIn('to', to),
      every,
      knownOn: asKnownThen === 'true' ? null : daysIn({ knownOn }, today).knownOn,
    })
    return c.json(toJson(History, read), 200)
  },
)

assessmentRoutes.openapi(
  reads(
    '/programmes/{programme}/changes',
    'What changed since a day: standings, and what became known',
    inProgramme,
    onDays.extend({ since: Day }),
    named('Changes', Changes),
  ),
  async (c) => {
    const query = c.req.valid('query')
    const id = c.req.valid('param').programme as ProgrammeId
    const asked = { ...askedDays(query), since: dayIn('since', query.since) }
    return c.json(toJson(Changes, await changes(c.var.context, id, asked)), 200)
  },
)

assessmentRoutes.openapi(
  reads(
    '/programmes/{programme}/goals/{goal}',
    'One goal: what it rests on, its benchmarks, its undertakings',
    inProgramme.extend({ goal: z.string() }),
    onDays,
    named('GoalPage', GoalPage),
  ),
  async (c) => {
    const { programme, goal } = c.req.valid('param')
    const days = askedDays(c.req.valid('query'))
    const page = await goalPage(c.var.context, programme as ProgrammeId, goal as GoalId, days)
    return c.json(toJson(GoalPage, page), 200)
  },
)

assessmentRoutes.openapi(
  reads(
    '/programmes/{programme}/benchmarks/{benchmark}',
    'One benchmark: its text, and part by part what its standing rests on',
    inProgramme.extend({ benchmark: z.string() }),
    onDays,
    named('Explanation', Explanation),
  ),
  async (c) => {
    const { programme, benchmark } = c.req.valid('param')
    const days = askedDays(c.req.valid('query'))
    const explanation = await explain(
      c.var.context,
      programme as ProgrammeId,
      benchmark as BenchmarkId,
      days,
    )
    return c.json(toJson(Explanation, explanation), 200)
  },
)
