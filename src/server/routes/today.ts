/** What waits for someone. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { readToday } from '../../actions/today.ts'
import { Today } from '../../contract/today.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { daysIn } from '../days.ts'
import { inProgramme, named, reads, onDays } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const todayRoutes = new OpenAPIHono<Env>()

todayRoutes.openapi(
  reads(
    '/programmes/{programme}/today',
    'What waits for someone: due, overdue, quiet, to be decided',
    inProgramme,
    onDays,
    named('Today', Today),
  ),
  async (c) => {
    const days = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(Today, await readToday(c.var.context, id, days)), 200)
  },
)
