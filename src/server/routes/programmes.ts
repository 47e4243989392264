/** One programme at a glance. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { programmePage } from '../../actions/assessments.ts'
import { ProgrammePage } from '../../contract/programmes.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { askedDays } from '../days.ts'
import { inProgramme, named, onDays, reads } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const programmeRoutes = new OpenAPIHono<Env>()

programmeRoutes.openapi(
  reads(
    '/programmes/{programme}',
    'What a programme is for, and where its goals stand',
    inProgramme,
    onDays,
    named('ProgrammePage', ProgrammePage),
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    const { programme, counterpartName, ...page } = await programmePage(
      c.var.context,
      id,
      askedDays(c.req.valid('query')),
    )
    const baselines = programme.baselines.map((each) => ({ ...each, in: each.in.text }))
    const shown = { ...page, programme: { ...programme, counterpartName, baselines } }
    return c.json(toJson(ProgrammePage, shown), 200)
  },
)
