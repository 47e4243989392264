/** Meetings and other acts towards the other side as pages show them, and what was attached to them. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { compareText, groupBy } from '../domain/basics/collections.ts'
import type { EngagementId, ProgrammeId } from '../domain/basics/ids.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import { findAttachmentBytes, listAttachments, type Attachment } from '../store/attachments.ts'
import { keyOfEngagement, listEngagements } from '../store/engagements.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { listPresentations } from '../store/representation-lists.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { listFollowUps, type FollowUpSeen } from './follow-ups.ts'
import { keyringOf } from './keyring.ts'
import { recordOf } from './record-cache.ts'
import { noteReading } from './read-log.ts'
import { whyNot } from './why-not.ts'

export type EngagementSeen = Omit<EngagementEntry, 'entry' | 'withdrawn'> & {
  readonly attachments: readonly Attachment[]
  /** How many earlier contents it has. */
  readonly corrected: number
  /** What it still needs before it can be closed, in words. */
  readonly missing: readonly string[]
}

/** Those that were on record by that day, the latest day first. Throws `ActionRefused`. */
export async function readEngagements(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<{
  readonly knownOn: CalendarDate
  readonly engagements: readonly EngagementSeen[]
  readonly instruments: readonly string[]
  readonly audiences: readonly string[]
  readonly mayNotWrite: string | null
}> {
  await recordOf(context, programme)
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  const engagements = await seenEngagements(context, keyring, programme, knownOn)
  const said = engagements.filter(
    ({ words, attachments }) => words !== '' || attachments.length > 0,
  )
  await noteReading(
    context,
    programme,
    'engagements',
    said.map(({ id }) => keyOfEngagement(id)),
  )
  return {
    knownOn,
    engagements,
    instruments: [...new Set(engagements.map(({ instrument }) => instrument))].toSorted(
      compareText,
    ),
    audiences: [...new Set(engagements.map(({ audience }) => audience))].toSorted(compareText),
    mayNotWrite: whyNot(context, 'engagement.record'),
  }
}

export async function readEngagement(
  context: Context,
  programme: ProgrammeId,
  id: EngagementId,
  knownOn: CalendarDate,
): Promise<{
  readonly engagement: EngagementSeen
  readonly undertakings: readonly {
    readonly id: string
    readonly text: string
    readonly by: string
    readonly due: string | null
  }[]
  readonly followUps: readonly FollowUpSeen[]
  readonly presentations: readonly { list: string; version: string; to: string }[]
}> {
  const { engagements } = await readEngagements(context, programme, knownOn)
  const engagement = engagements.find((each) => each.id === id)
  if (!engagement) throw new ActionRefused('not-found', `There is no engagement "${id}".`)
  const record = await recordOf(context, programme)
  const { followUps } = await listFollowUps(context, programme)
  const presented = await listPresentations(context.database, programme)
  return {
    engagement,
    undertakings: engagement.undertakings.flatMap((wanted) => {
      const found = record.undertakings.findLast((each) => each.id === wanted)
      return found
        ? [{ id: found.id, text: found.text, by: found.by, due: found.due?.text ?? null }]
        : []
    }),
    followUps: followUps.filter(({ about }) => about.kind === 'engagement' && about.ref === id),
    presentations: presented
      .filter(({ date, list, withdrawn }) => {
        const standing = withdrawn === null || withdrawn > knownOn
        return standing && date === engagement.date && engagement.lists.includes(list)
      })
      .map(({ list, version, to }) => ({ list, version, to })),
  }
}

async function seenEngagements(
  { database }: Context,
  keyring: Keyring,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<readonly EngagementSeen[]> {
  const rows = await listEngagements(database, keyring, programme)
  const attached = groupBy(
    await listAttachments(database, keyring, programme),
    ({ engagement }) => engagement,
  )
  return [...groupBy(rows, ({ id }) => id).values()]
    .flatMap((versions) => {
      const last = versions.at(-1)
      const gone = versions.findLast(({ withdrawn }) => withdrawn !== null)?.withdrawn ?? null
      if (!last || last.date > knownOn || (gone !== null && gone <= knownOn)) return []
      const { entry: _, withdrawn: __, ...shown } = last
      const seen: EngagementSeen = {
        ...shown,
        attachments: attached.get(last.id) ?? [],
        corrected: versions.length - 1,
        missing: missingIn(last),
      }
      return [seen]
    })
    .toSorted((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id))
}

/** Objectives are set before it and judged after it; without both it is not closed (rules R252). */
function missingIn({ objectives, judgement }: EngagementEntry): readonly string[] {
  return [
    ...(objectives.trim() === '' ? ['what it was to achieve, set before it'] : []),
    ...(judgement.trim() === '' ? ['what it achieved, judged after it'] : []),
  ]
}

/** A file as it was attached. Throws `ActionRefused`: not-found, also where it was erased. */
export async function readAttachment(
  context: Context,
  programme: ProgrammeId,
  sha256: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }> {
  requirePermission(context, 'register.read')
  const keyring = await keyringOf(context)
  const found = (await listAttachments(context.database, keyring, programme)).find(
    (each) => each.sha256 === sha256,
  )
  const bytes = found && (await findAttachmentBytes(context.database, keyring, programme, found.id))
  if (!found || bytes === undefined)
    throw new ActionRefused('not-found', 'There is no attachment with this hash.')
  if (bytes === null)
    throw new ActionRefused('not-found', 'This attachment was erased with a person it named.')
  await noteReading(context, programme, 'attachment', [keyOfEngagement(found.engagement)])
  return { name: found.name, type: found.type || 'application/octet-stream', bytes }
}
