/** What the entry forms write. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  enterEvent,
  enterFigures,
  enterOutcome,
  enterSeries,
  enterSource,
  enterUndertaking,
} from '../../actions/entry-forms.ts'
import { previewFigures } from '../../actions/paste-figures.ts'
import {
  FiguresPreview,
  NewEvent,
  NewFigures,
  NewOutcome,
  NewSeries,
  NewSource,
  NewUndertaking,
  PastedFigures,
  Written,
} from '../../contract/evidence.ts'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { inProgramme, named, takes } from '../describe-route.ts'
import type { Env } from '../env.ts'

export const entryRoutes = new OpenAPIHono<Env>()

const WithId = named('WithId', z.object({ id: z.string() }))
const WrittenCount = named('Written', Written)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/series',
    'Puts a series on record',
    inProgramme,
    named('NewSeries', NewSeries),
    WithId,
  ),
  async (c) => {
    const typed = c.req.valid('json')
    await enterSeries(c.var.context, c.req.valid('param').programme as ProgrammeId, typed)
    return c.json({ id: typed.id }, 200)
  },
)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/figures',
    'Puts figures on record, all of them or none',
    inProgramme,
    named('NewFigures', NewFigures),
    WrittenCount,
  ),
  async (c) => {
    const { figures } = c.req.valid('json')
    const id = c.req.valid('param').programme as ProgrammeId
    return c.json(toJson(Written, await enterFigures(c.var.context, id, figures)), 200)
  },
)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/figures/preview',
    'What would be taken of figures pasted from a spreadsheet; writes nothing',
    inProgramme,
    named('PastedFigures', PastedFigures),
    named('FiguresPreview', FiguresPreview),
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    const preview = await previewFigures(c.var.context, id, c.req.valid('json'))
    return c.json(toJson(FiguresPreview, preview), 200)
  },
)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/sources',
    'Puts a source on record',
    inProgramme,
    named('NewSource', NewSource),
    WithId,
  ),
  async (c) => {
    const typed = c.req.valid('json')
    const yesOrNo = typed.protected ? 'yes' : 'no'
    const id = c.req.valid('param').programme as ProgrammeId
    await enterSource(c.var.context, id, { ...typed, protected: yesOrNo })
    return c.json({ id: typed.id }, 200)
  },
)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/events',
    'Puts an event on record, or a correction of one',
    inProgramme,
    named('NewEvent', NewEvent),
    WithId,
  ),
  async (c) => {
    const typed = c.req.valid('json')
    await enterEvent(c.var.context, c.req.valid('param').programme as ProgrammeId, typed)
    return c.json({ id: typed.id }, 200)
  },
)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/undertakings',
    'Puts an undertaking on record, or a correction of one',
    inProgramme,
    named('NewUndertaking', NewUndertaking),
    WithId,
  ),
  async (c) => {
    const typed = c.req.valid('json')
    await enterUndertaking(c.var.context, c.req.valid('param').programme as ProgrammeId, typed)
    return c.json({ id: typed.id }, 200)
  },
)

entryRoutes.openapi(
  takes(
    '/programmes/{programme}/outcomes',
    'Says what became of an undertaking',
    inProgramme,
    named('NewOutcome', NewOutcome),
    WrittenCount,
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    const written = await enterOutcome(c.var.context, id, c.req.valid('json'))
    return c.json(toJson(Written, written), 200)
  },
)
