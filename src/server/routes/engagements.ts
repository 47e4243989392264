/** Meetings and other acts towards the other side, what was attached, and what is to be followed up. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { readAttachment, readEngagement, readEngagements } from '../../actions/engagement-views.ts'
import { judgeEngagement, recordEngagement } from '../../actions/engagements.ts'
import { changeFollowUp, listFollowUps, recordFollowUp } from '../../actions/follow-ups.ts'
import { Day } from '../../contract/assessment.ts'
import {
  ChangedFollowUp,
  EngagementList,
  EngagementMade,
  EngagementPage,
  FollowUpList,
  NewEngagement,
  NewFollowUp,
  NewJudgement,
} from '../../contract/engagements.ts'
import { Written } from '../../contract/evidence.ts'
import { FollowUp } from '../../contract/representation-lists.ts'
import type { EngagementId, ProgrammeId } from '../../domain/basics/ids.ts'
import { toJson } from '../answer.ts'
import { dayIn, daysIn } from '../days.ts'
import {
  asDescribed,
  inProgramme,
  knownOnDay,
  named,
  NOTHING,
  reads,
  sends,
  takes,
} from '../describe-route.ts'
import type { Env } from '../env.ts'
import { fileAnswer } from '../file-answer.ts'

export const engagementRoutes = new OpenAPIHono<Env>()

const ofEngagement = inProgramme.extend({ engagement: z.string() })

engagementRoutes.openapi(
  reads(
    '/programmes/{programme}/engagements',
    'Meetings and other acts towards the other side, the latest first',
    inProgramme,
    knownOnDay,
    named('EngagementList', EngagementList),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const id = c.req.valid('param').programme as ProgrammeId
    const { engagements, ...list } = await readEngagements(c.var.context, id, knownOn)
    return c.json(toJson(EngagementList, { ...list, engagements: engagements.map(shown) }), 200)
  },
)

engagementRoutes.openapi(
  takes(
    '/programmes/{programme}/engagements',
    'Puts a meeting or another act on record, with what was undertaken, attached and is to be followed up',
    inProgramme,
    named('NewEngagement', NewEngagement),
    named('EngagementMade', EngagementMade),
  ),
  async (c) => {
    const { date, ...typed } = c.req.valid('json')
    const id = c.req.valid('param').programme as ProgrammeId
    const made = await recordEngagement(c.var.context, id, { ...typed, date: dayIn('date', date) })
    return c.json(toJson(EngagementMade, made), 200)
  },
)

engagementRoutes.openapi(
  reads(
    '/programmes/{programme}/engagements/{engagement}',
    'One engagement, with what came of it',
    ofEngagement,
    knownOnDay,
    named('EngagementPage', EngagementPage),
  ),
  async (c) => {
    const { knownOn } = daysIn(c.req.valid('query'), c.var.context.today)
    const { programme, engagement } = c.req.valid('param')
    const page = await readEngagement(
      c.var.context,
      programme as ProgrammeId,
      engagement as EngagementId,
      knownOn,
    )
    const answer = { ...page, engagement: shown(page.engagement) }
    return c.json(toJson(EngagementPage, answer), 200)
  },
)

engagementRoutes.openapi(
  takes(
    '/programmes/{programme}/engagements/{engagement}/judgement',
    'Says after an engagement what it achieved',
    ofEngagement,
    named('NewJudgement', NewJudgement),
    named('Written', Written),
  ),
  async (c) => {
    const { programme, engagement } = c.req.valid('param')
    const written = await judgeEngagement(
      c.var.context,
      programme as ProgrammeId,
      engagement as EngagementId,
      c.req.valid('json'),
    )
    return c.json(toJson(Written, written), 200)
  },
)

engagementRoutes.openapi(
  sends(
    '/programmes/{programme}/attachments/{sha256}',
    'A file as it was attached',
    inProgramme.extend({ sha256: z.string() }),
    NOTHING,
    ['application/octet-stream'],
  ),
  async (c) => {
    const { programme, sha256 } = c.req.valid('param')
    const file = await readAttachment(c.var.context, programme as ProgrammeId, sha256)
    // Never shown in the browser, whatever it says it is: it came from outside.
    return asDescribed(fileAnswer({ ...file, type: 'application/octet-stream' }))
  },
)

engagementRoutes.openapi(
  reads(
    '/programmes/{programme}/follow-ups',
    'What is to be done, by whom and by when, open ones first',
    inProgramme,
    z.object({ owner: z.string().optional(), asOf: Day.optional() }),
    named('FollowUpList', FollowUpList),
  ),
  async (c) => {
    const { owner, asOf } = c.req.valid('query')
    const id = c.req.valid('param').programme as ProgrammeId
    const found = await listFollowUps(c.var.context, id, {
      ...(owner !== undefined && { owner }),
      ...(asOf !== undefined && { asOf: dayIn('asOf', asOf) }),
    })
    return c.json(toJson(FollowUpList, found), 200)
  },
)

engagementRoutes.openapi(
  takes(
    '/programmes/{programme}/follow-ups',
    'Puts something to do on record',
    inProgramme,
    named('NewFollowUp', NewFollowUp),
    named('WithId', z.object({ id: z.string() })),
  ),
  async (c) => {
    const programme = c.req.valid('param').programme as ProgrammeId
    return c.json(await recordFollowUp(c.var.context, programme, c.req.valid('json')), 200)
  },
)

engagementRoutes.openapi(
  takes(
    '/programmes/{programme}/follow-ups/{followUp}',
    'Changes, closes or reopens something to do',
    inProgramme.extend({ followUp: z.string() }),
    named('ChangedFollowUp', ChangedFollowUp),
    named('FollowUp', FollowUp),
  ),
  async (c) => {
    const { programme, followUp } = c.req.valid('param')
    const change = c.req.valid('json')
    const after = await changeFollowUp(c.var.context, programme as ProgrammeId, followUp, change)
    return c.json(toJson(FollowUp, after), 200)
  },
)

type Engagement = Awaited<ReturnType<typeof readEngagement>>['engagement']

function shown({ attachments, ...engagement }: Engagement) {
  return {
    ...engagement,
    attachments: attachments.map(({ sha256, name, type, length }) => ({
      sha256,
      name,
      type,
      bytes: length,
    })),
  }
}
