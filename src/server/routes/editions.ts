/** Scorecard editions: issued, shown, compared, and on paper. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { DocumentFile } from '../../actions/scorecard-editions.ts'
import { listEditions, type EditionHead } from '../../actions/editions.ts'
import { recordOf } from '../../actions/record-cache.ts'
import {
  DocumentFormat,
  EditionDiff,
  EditionList,
  EditionPage,
  NewEdition,
} from '../../contract/editions.ts'
import type { EditionId, ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { askedDays, dayIn } from '../days.ts'
import {
  asDescribed,
  inProgramme,
  named,
  NOTHING,
  onDays,
  reads,
  sends,
  takes,
} from '../describe-route.ts'
import type { Env } from '../env.ts'

export const editionRoutes = new OpenAPIHono<Env>()

/** Loaded when first asked for: what writes documents is large, and most commands need none. */
const editions = () => import('../../actions/scorecard-editions.ts')

const ofEdition = inProgramme.extend({ edition: z.string() })
const inFormat = z.object({ format: DocumentFormat })

editionRoutes.openapi(
  reads(
    '/programmes/{programme}/editions',
    'The editions in the order of issue',
    inProgramme,
    NOTHING,
    named('EditionList', EditionList),
  ),
  async (c) => {
    const id = c.req.valid('param').programme as ProgrammeId
    await recordOf(c.var.context, id) // a programme that is not there has no list, not an empty one
    const rows = (await listEditions(c.var.context, id)).map(rowOf)
    return c.json(toJson(EditionList, { editions: rows }), 200)
  },
)

editionRoutes.openapi(
  takes(
    '/programmes/{programme}/editions',
    'Freezes the scorecard of a day and signs it',
    inProgramme,
    named('NewEdition', NewEdition),
    named('IssuedEdition', z.object({ id: z.string() })),
  ),
  async (c) => {
    const { asOf, knownOn, ...given } = c.req.valid('json')
    const days = { asOf: dayIn('asOf', asOf), knownOn: dayIn('knownOn', knownOn) }
    const programme = c.req.valid('param').programme as ProgrammeId
    const { id } = await (
      await editions()
    ).issueScorecard(c.var.context, programme, { ...given, ...days })
    return c.json({ id }, 200)
  },
)

editionRoutes.openapi(
  reads(
    '/programmes/{programme}/editions/{edition}',
    'One edition as it was frozen',
    ofEdition,
    NOTHING,
    named('EditionPage', EditionPage),
  ),
  async (c) => {
    const { programme, edition } = c.req.valid('param')
    const page = await (
      await editions()
    ).editionPage(c.var.context, programme as ProgrammeId, edition as EditionId)
    const shown = { ...page, edition: rowOf(page.edition), method: page.edition.method }
    return c.json(toJson(EditionPage, shown), 200)
  },
)

editionRoutes.openapi(
  reads(
    '/programmes/{programme}/editions/{edition}/diff',
    'What differs between two editions',
    ofEdition,
    z.object({ with: z.string() }),
    named('EditionDiff', EditionDiff),
  ),
  async (c) => {
    const { programme, edition } = c.req.valid('param')
    const other = c.req.valid('query').with as EditionId
    const { before, after, changes } = await (
      await editions()
    ).editionDiff(c.var.context, programme as ProgrammeId, edition as EditionId, other)
    const shown = { before: rowOf(before), after: rowOf(after), changes }
    return c.json(toJson(EditionDiff, shown), 200)
  },
)

const TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/html',
]

editionRoutes.openapi(
  sends(
    '/programmes/{programme}/editions/{edition}/document',
    'An edition as a file',
    ofEdition,
    inFormat,
    TYPES,
  ),
  async (c) => {
    const { programme, edition } = c.req.valid('param')
    const file = await (
      await editions()
    ).editionDocument(
      c.var.context,
      programme as ProgrammeId,
      edition as EditionId,
      c.req.valid('query').format,
    )
    return asDescribed(fileAnswer(file))
  },
)

editionRoutes.openapi(
  sends(
    '/programmes/{programme}/scorecard/document',
    'The scorecard of a day as a file, marked as no edition',
    inProgramme,
    onDays.extend(inFormat.shape),
    TYPES,
  ),
  async (c) => {
    const { format, ...days } = c.req.valid('query')
    const id = c.req.valid('param').programme as ProgrammeId
    const file = await (
      await editions()
    ).scorecardDocument(c.var.context, id, format, askedDays(days))
    return asDescribed(fileAnswer(file))
  },
)

function rowOf({ recordedAt, ...head }: EditionHead) {
  return { ...head, issuedAt: recordedAt }
}

function fileAnswer({ name, type, bytes }: DocumentFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      // The name is made of ids and days; other letters go as RFC 5987 has them.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
