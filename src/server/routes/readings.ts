/** The log of readings: ids and counts, never a name of someone in the register. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listReadings } from '../../actions/read-log.ts'
import { Day } from '../../contract/assessment.ts'
import { Readings } from '../../contract/readings.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { dayIn } from '../days.ts'
import { inProgramme, named, reads } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const readingRoutes = new OpenAPIHono<Env>()

readingRoutes.openapi(
  reads(
    '/programmes/{programme}/readings',
    'Who looked at personal fields, when, for what and whose',
    inProgramme,
    z.object({ from: Day.optional() }),
    named('Readings', Readings),
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    const asked = c.req.valid('query').from
    const from = asked === undefined ? null : dayIn('from', asked)
    const readings = (await listReadings(c.var.context, programme))
      .filter(({ recordedAt }) => from === null || recordedAt.slice(0, 10) >= from)
      .map(({ read, recordedAt: at, person, personName, purpose, subjectCount, subjects }) => ({
        ...{ read, at, person, personName, purpose, subjects: subjects && [...subjects] },
        count: subjectCount,
      }))
    return c.json(toJson(Readings, { programme, from, readings }), 200)
  },
)
