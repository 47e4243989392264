/**
 * Meetings and other acts towards the other side, and what we said we would follow up.
 *
 * GET  /api/programmes/:programme/engagements?knownOn                    → EngagementList
 * POST /api/programmes/:programme/engagements        NewEngagement       → EngagementMade
 * GET  /api/programmes/:programme/engagements/:engagement?knownOn        → EngagementPage
 * POST /api/programmes/:programme/engagements/:engagement/judgement NewJudgement → Written
 * GET  /api/programmes/:programme/attachments/:sha256                    → the file as it was attached
 * GET  /api/programmes/:programme/follow-ups?owner&asOf                  → FollowUpList
 * POST /api/programmes/:programme/follow-ups         NewFollowUp         → { id }
 * POST /api/programmes/:programme/follow-ups/:followUp ChangedFollowUp   → FollowUp
 *
 * A case that is raised needs consent on that day: `name-publicly` where the act is public, else
 * `raise-privately`. Without it the request is refused at `/cases`, or answered for in `override`.
 *
 * What was undertaken at a meeting is put on record in the same action, with the record of the meeting
 * as its source unless another is named.
 */
import { z } from 'zod'
import { Day } from './assessment.ts'
import { FollowUp } from './representation-lists.ts'

const words = z.string().default('')
const id = z.string().min(1)

export const Visibility = z.enum(['public', 'quiet'])
export const Attachment = z.object({
  sha256: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
})
export const EngagementRow = z.object({
  id: z.string(),
  date: Day,
  instrument: z.string(),
  visibility: Visibility.nullable(),
  audience: z.string(),
  handler: z.string(),
  title: z.string(),
  objectives: z.string(),
  judgement: z.string(),
  words: z.string(),
  lists: z.array(z.string()),
  cases: z.array(z.string()),
  undertakings: z.array(z.string()),
  attachments: z.array(Attachment),
  /** Earlier contents under the same id, oldest first. */
  corrected: z.number(),
  /** What it still needs before it can be closed: objectives set before it, a judgement after it. */
  missing: z.array(z.string()),
})
export const EngagementList = z.object({
  knownOn: Day,
  engagements: z.array(EngagementRow),
  /** Words in use, for suggestions. */
  instruments: z.array(z.string()),
  audiences: z.array(z.string()),
  mayNotWrite: z.string().nullable(),
})
export const EngagementPage = z.object({
  engagement: EngagementRow,
  undertakings: z.array(
    z.object({ id: z.string(), text: z.string(), by: z.string(), due: z.string().nullable() }),
  ),
  followUps: z.array(FollowUp),
  /** Lists handed over on that day. */
  presentations: z.array(z.object({ list: z.string(), version: z.string(), to: z.string() })),
})
export const NewEngagement = z.object({
  /** Made from the day where it is left out. */
  id: words,
  date: Day,
  instrument: z.string().min(1),
  visibility: Visibility.or(z.literal('')).default(''),
  audience: z.string().min(1),
  handler: words,
  title: words,
  objectives: words,
  judgement: words,
  words,
  lists: z.array(id).default([]),
  cases: z.array(id).default([]),
  /** Ids of undertakings that are on record already. */
  undertakings: z.array(id).default([]),
  /** What they said they would do, to be put on record with it. */
  undertaken: z
    .array(
      z.object({
        text: z.string().min(1),
        /** Whom of their side; empty is the audience. */
        by: words,
        to: words,
        due: words,
        goal: words,
        source: words,
        at: words,
      }),
    )
    .default([]),
  attachments: z
    .array(z.object({ name: z.string().min(1), type: words, base64: z.string() }))
    .default([]),
  followUps: z.array(z.object({ text: z.string().min(1), owner: words, due: words })).default([]),
  /** Who answers for raising what no consent covers (empty: who asks), and why; for those with the right. */
  override: z.object({ by: words, reason: words }).default({ by: '', reason: '' }),
})
export const EngagementMade = z.object({
  id: z.string(),
  undertakings: z.array(z.string()),
  followUps: z.array(z.string()),
  attachments: z.array(z.string()),
})
export const NewJudgement = z.object({ judgement: z.string().min(1), words })

export const FollowUpList = z.object({
  asOf: Day,
  /** Open ones first, by day due. */
  followUps: z.array(FollowUp),
  owners: z.array(z.string()),
  mayNotWrite: z.string().nullable(),
})
export const NewFollowUp = z.object({
  kind: FollowUp.shape.about.shape.kind.default('other'),
  ref: words,
  text: z.string().min(1),
  owner: words,
  due: words,
})
/** What changes; empty stays as it was. `done` closes it today with a note. */
export const ChangedFollowUp = z.object({
  text: words,
  owner: words,
  due: words,
  done: z.boolean().default(false),
  reopened: z.boolean().default(false),
  note: words,
})

export type EngagementRowJson = z.infer<typeof EngagementRow>
export type EngagementListJson = z.infer<typeof EngagementList>
export type EngagementPageJson = z.infer<typeof EngagementPage>
export type NewEngagementJson = z.infer<typeof NewEngagement>
export type FollowUpListJson = z.infer<typeof FollowUpList>
