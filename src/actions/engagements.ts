/**
 * Meetings and other acts towards the other side. A meeting is put on record in one action: the day,
 * with whom, what was raised, said, undertaken and attached, and who follows it up (rules R251).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type {
  CaseId,
  EngagementId,
  GoalId,
  ListId,
  ProgrammeId,
  SourceId,
  UndertakingId,
} from '../domain/basics/ids.ts'
import { parseUncertainDate, uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { EngagementEntry, Visibility } from '../domain/engagement/engagement.ts'
import type { Source } from '../domain/evidence/source.ts'
import type { UndertakingEntry } from '../domain/evidence/undertaking.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { isRegisterId } from '../exchange/register-id.ts'
import { insertAttachment } from '../store/attachments.ts'
import { findSubjects } from '../store/cases.ts'
import { insertConsentOverrides } from '../store/consents.ts'
import { insertEngagements, keyOfEngagement, listEngagements } from '../store/engagements.ts'
import { listFilledKnown } from '../store/known-by.ts'
import { listLists } from '../store/representation-lists.ts'
import { insertSources } from '../store/sources.ts'
import { insertUndertakings } from '../store/undertakings.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { dayOrNull, refusedField } from './field-refusals.ts'
import { writeFollowUps, type FollowUpDraft } from './follow-ups.ts'
import { keyringOf } from './keyring.ts'
import { newEvidence, publishedBySource } from './new-rows.ts'
import { newVersions } from './new-versions.ts'
import { overridesOf, unconsented, type TypedRaisingOverride } from './raised-cases.ts'
import { recordOf } from './record-cache.ts'
import { optionsOf } from './register-part.ts'
import { UNDERTAKINGS } from './row-kinds.ts'

export type TypedEngagement = {
  readonly id: string
  readonly date: CalendarDate
  readonly instrument: string
  readonly visibility: Visibility | ''
  readonly audience: string
  readonly handler: string
  readonly title: string
  readonly objectives: string
  readonly judgement: string
  readonly words: string
  readonly lists: readonly string[]
  readonly cases: readonly string[]
  readonly undertakings: readonly string[]
  readonly undertaken: readonly TypedUndertaking[]
  readonly attachments: readonly { name: string; type: string; base64: string }[]
  readonly followUps: readonly { text: string; owner: string; due: string }[]
  /** Who answers for raising what no consent covers, and why. */
  readonly override: TypedRaisingOverride
}
type TypedUndertaking = {
  readonly text: string
  readonly by: string
  readonly to: string
  readonly due: string
  readonly goal: string
  readonly source: string
  readonly at: string
}

export type EngagementMade = {
  readonly id: string
  readonly undertakings: readonly string[]
  readonly followUps: readonly string[]
  readonly attachments: readonly string[]
}

/**
 * Puts a meeting or another act on record, with what was undertaken, attached and is to be followed
 * up: all of it or nothing. The same id again is a correction. What lacks consent is refused unless
 * someone answers for it by name. Throws `ActionRefused`.
 */
export async function recordEngagement(
  context: Context,
  programme: ProgrammeId,
  typed: TypedEngagement,
): Promise<EngagementMade> {
  const record = await recordOf(context, programme)
  const keyring = await keyringOf(context)
  const files = typed.attachments.map((each, at) => ({ ...each, bytes: bytesOf(each.base64, at) }))
  return act(
    context,
    { permission: 'engagement.record', programme, subject: 'engagement' },
    async (tx, action) => {
      const before = await listEngagements(tx, keyring, programme)
      const id = idOf(typed, before)
      await checkRaised(tx, programme, typed, record)
      const lacking = await unconsented(
        { db: tx, keyring, programme, options: optionsOf(record), today: context.today },
        typed,
        before.findLast((each) => each.id === id),
      )
      const overrides = overridesOf(context, lacking, typed.override)
      if (overrides.length > 0) {
        requirePermission(context, 'consent.override')
        await insertConsentOverrides(tx, action, keyring, overrides)
      }
      const { source, undertakings } = undertakingsOf(id, typed, record)
      if (source) {
        const sorted = newVersions('source', (each) => each.id, record.sources, [source])
        await insertSources(tx, action, sorted.rows)
      }
      const sources = source ? [...record.sources, source] : record.sources
      const fresh = newEvidence(UNDERTAKINGS, record.undertakings, undertakings, {
        today: context.today,
        publishedOf: publishedBySource(sources),
        filled: await listFilledKnown(tx, programme),
      })
      await insertUndertakings(tx, action, fresh.rows)
      const named = [...typed.undertakings, ...undertakings.map((each) => each.id)]
      await insertEngagements(tx, action, keyring, [
        {
          id,
          date: typed.date,
          instrument: typed.instrument.trim(),
          visibility: typed.visibility === '' ? null : typed.visibility,
          audience: typed.audience.trim(),
          handler: typed.handler,
          title: typed.title,
          objectives: typed.objectives,
          judgement: typed.judgement,
          words: typed.words,
          lists: typed.lists as readonly ListId[], // checked above
          cases: typed.cases as readonly CaseId[], // checked above
          undertakings: [...new Set(named)] as UndertakingId[], // checked above, or just made
          withdrawn: null,
        },
      ])
      const attachments: string[] = []
      for (const { name, type, bytes } of files) {
        const given = { id: context.newId(), engagement: id, name, type }
        attachments.push((await insertAttachment(tx, action, keyring, given, bytes)).sha256)
      }
      const drafts = followUpsOf(id, typed, context)
      const followUps = await writeFollowUps(tx, action, context, keyring, drafts)
      return { id, undertakings: undertakings.map((each) => each.id), followUps, attachments }
    },
  )
}

/** Says after it what it achieved. Throws `ActionRefused`. */
export async function judgeEngagement(
  context: Context,
  programme: ProgrammeId,
  id: EngagementId,
  { judgement, words }: { readonly judgement: string; readonly words: string },
): Promise<{ readonly taken: number }> {
  const keyring = await keyringOf(context)
  return act(
    context,
    { permission: 'engagement.record', programme, subject: 'engagement' },
    async (tx, action) => {
      const which = { column: 'id', values: [id] }
      const last = (await listEngagements(tx, keyring, programme, which)).at(-1)
      if (!last) throw new ActionRefused('not-found', `There is no engagement "${id}".`)
      if (last.objectives.trim() === '')
        throw new ActionRefused(
          'invalid',
          'It is judged against what it was to achieve: say that first.',
        )
      await insertEngagements(tx, action, keyring, [
        { ...last, judgement: judgement.trim(), words: words.trim() || last.words },
      ])
      return { taken: 1 }
    },
  )
}

function idOf(typed: TypedEngagement, before: readonly EngagementEntry[]): EngagementId {
  const asked = typed.id.trim()
  if (asked !== '') {
    if (!isRegisterId(asked))
      throw refusedField('/id', `"${asked}" cannot be an id: letters, digits, "-", "/" and "_".`)
    return asked as EngagementId
  }
  const word = typed.instrument
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const plain = `${word.replace(/^-+|-+$/g, '') || 'act'}-${typed.date}`
  const taken = new Set<string>(before.map(({ id }) => id))
  let id = plain
  for (let at = 2; taken.has(id); at += 1) id = `${plain}-${at}`
  return id as EngagementId
}

async function checkRaised(
  tx: Parameters<typeof findSubjects>[0],
  programme: ProgrammeId,
  { lists, cases, undertakings }: TypedEngagement,
  record: ProgrammeRecord,
): Promise<void> {
  const known = new Set<string>((await listLists(tx, programme)).map(({ id }) => id))
  for (const [at, id] of lists.entries())
    if (!known.has(id)) throw refusedField(`/lists/${at}`, `There is no list "${id}".`)
  const subjects = await findSubjects(tx, programme, cases as CaseId[]) // looked up as typed
  for (const [at, id] of cases.entries())
    if (!subjects.has(id as CaseId)) throw refusedField(`/cases/${at}`, `There is no case "${id}".`)
  for (const [at, id] of undertakings.entries())
    if (!record.undertakings.some((each) => each.id === id))
      throw refusedField(`/undertakings/${at}`, `There is no undertaking "${id}".`)
}

/** What was said at a meeting has the record of the meeting as its source, unless another is named. */
function undertakingsOf(
  id: EngagementId,
  typed: TypedEngagement,
  record: ProgrammeRecord,
): { readonly source: Source | null; readonly undertakings: readonly UndertakingEntry[] } {
  const ownSource = `record-${id}` as SourceId
  const taken = new Set<string>(record.undertakings.map((each) => each.id))
  const undertakings = typed.undertaken.map((said, at): UndertakingEntry => {
    const due = said.due.trim() === '' ? null : parseUncertainDate(said.due.trim())
    if (due === undefined)
      throw refusedField(
        `/undertaken/${at}/due`,
        `“${said.due}” is not a date. Write it as 1988-12-31, 1988-12 or 1988.`,
      )
    const goal = said.goal.trim()
    if (goal !== '' && !record.goals.some((each) => each.id === goal))
      throw refusedField(`/undertaken/${at}/goal`, `There is no goal "${goal}".`)
    const source = said.source.trim()
    if (
      source !== '' &&
      !record.sources.some((each) => each.id === source && each.withdrawn === null)
    )
      throw refusedField(`/undertaken/${at}/source`, `There is no source "${source}".`)
    let own = `${id}-${at + 1}`
    for (let next = at + 2; taken.has(own); next += 1) own = `${id}-${next}`
    taken.add(own)
    return {
      entry: 0,
      id: own as UndertakingId,
      date: uncertainDate(typed.date),
      by: said.by.trim() || typed.audience.trim(),
      to: said.to.trim() || typed.handler.trim(),
      channel: typed.instrument.trim(),
      text: said.text.trim(),
      due,
      goal: goal === '' ? null : (goal as GoalId),
      known: null,
      source: source === '' ? ownSource : (source as SourceId),
      at: said.at,
      withdrawn: null,
    }
  })
  const needsOwn = undertakings.some(({ source }) => source === ownSource)
  return { source: needsOwn ? sourceOf(ownSource, typed) : null, undertakings }
}

function sourceOf(id: SourceId, { date, instrument, audience, title }: TypedEngagement): Source {
  return {
    entry: 0,
    id,
    title: title.trim() || `Record: ${instrument.trim()} with ${audience.trim()}, ${date}`,
    kind: 'record of conversation',
    published: uncertainDate(date),
    url: '',
    reliability: '',
    protected: false,
    origin: null,
    withdrawn: null,
  }
}

function followUpsOf(
  id: EngagementId,
  { followUps, handler }: TypedEngagement,
  { person }: Context,
): readonly FollowUpDraft[] {
  return followUps.map(({ text, owner, due }, at) => ({
    about: { kind: 'engagement', ref: id },
    text: text.trim(),
    owner: owner.trim() || handler.trim() || person.name,
    due: dayOrNull(due, `/followUps/${at}/due`),
    key: keyOfEngagement(id),
  }))
}

const BASE64 = /^[A-Za-z0-9+/\r\n]*={0,2}\s*$/

function bytesOf(base64: string, at: number): Uint8Array {
  if (!BASE64.test(base64))
    throw refusedField(`/attachments/${at}/base64`, 'The attachment did not arrive whole.')
  return Buffer.from(base64, 'base64')
}
