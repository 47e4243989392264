/** What is known: series with their figures, sources, events, undertakings; and what forms write. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listEvents, listUndertakings } from '../../actions/event-views.ts'
import { listSources, readSource } from '../../actions/sources-views.ts'
import { listSeries, readSeries } from '../../actions/series-views.ts'
import {
  EventList,
  SeriesList,
  SeriesPage,
  SourceList,
  SourcePage,
  UndertakingList,
} from '../../contract/evidence.ts'
import type { ProgrammeId, SeriesId, SourceId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { daysIn } from '../days.ts'
import { inProgramme, knownOnDay, named, reads } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const evidenceRoutes = new OpenAPIHono<Env>()

evidenceRoutes.openapi(
  reads(
    '/programmes/{programme}/series',
    'The series, each with how many of its figures stand',
    inProgramme,
    knownOnDay,
    named('SeriesList', SeriesList),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(SeriesList, await listSeries(c.var.context, id, knownOn)), 200)
  },
)

evidenceRoutes.openapi(
  reads(
    '/programmes/{programme}/series/{series}',
    'One series: every figure as published, and which stand',
    inProgramme.extend({ series: z.string() }),
    knownOnDay,
    named('SeriesPage', SeriesPage),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const { programme, series } = c.req.valid('param')
    const page = await readSeries(
      c.var.context,
      programme as ProgrammeId,
      series as SeriesId,
      knownOn,
    )
    return c.json(toJson(SeriesPage, page), 200)
  },
)

evidenceRoutes.openapi(
  reads(
    '/programmes/{programme}/sources',
    'The sources, each with how many entries cite it',
    inProgramme,
    knownOnDay,
    named('SourceList', SourceList),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(SourceList, await listSources(c.var.context, id, knownOn)), 200)
  },
)

evidenceRoutes.openapi(
  reads(
    '/programmes/{programme}/sources/{source}',
    'One source, with everything that rests on it by place',
    inProgramme.extend({ source: z.string() }),
    knownOnDay,
    named('SourcePage', SourcePage),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const { programme, source } = c.req.valid('param')
    const page = await readSource(
      c.var.context,
      programme as ProgrammeId,
      source as SourceId,
      knownOn,
    )
    return c.json(toJson(SourcePage, page), 200)
  },
)

evidenceRoutes.openapi(
  reads(
    '/programmes/{programme}/events',
    'The events, with what they said before they were corrected',
    inProgramme,
    knownOnDay,
    named('EventList', EventList),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(EventList, await listEvents(c.var.context, id, knownOn)), 200)
  },
)

evidenceRoutes.openapi(
  reads(
    '/programmes/{programme}/undertakings',
    'The undertakings, with what became of them',
    inProgramme,
    knownOnDay,
    named('UndertakingList', UndertakingList),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(UndertakingList, await listUndertakings(c.var.context, id, knownOn)), 200)
  },
)
