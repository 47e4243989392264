/**
 * What someone is to do by a day: verify a claim of the other side, ask again, write to a family. Each
 * has an owner; a change is a later entry under the same id (rules R250).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { compareText } from '../domain/basics/collections.ts'
import type { CaseId, ProgrammeId } from '../domain/basics/ids.ts'
import { findSubjects } from '../store/cases.ts'
import type { OpenAction } from '../store/database/append.ts'
import type { Reader, Writer } from '../store/database/reader-writer.ts'
import {
  insertFollowUps,
  keyOfFollowUp,
  listFollowUps as listOnRecord,
  type FollowUp,
  type FollowUpKind,
} from '../store/follow-ups.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { dayOrNull, refusedField } from './field-refusals.ts'
import { keyringOf } from './keyring.ts'
import { noteReading } from './read-log.ts'
import { whyNot } from './why-not.ts'

export type FollowUpSeen = Omit<FollowUp, 'entry' | 'key'> & { readonly overdue: boolean }
export type FollowUpDraft = {
  readonly about: FollowUp['about']
  readonly text: string
  readonly owner: string
  readonly due: CalendarDate | null
  /** Under whose key its words are sealed; null gives it a key of its own. */
  readonly key: string | null
}

/** Open ones first, by the day they are due; undated ones after those. Throws `ActionRefused`. */
export async function listFollowUps(
  context: Context,
  programme: ProgrammeId,
  { owner, asOf = context.today }: { readonly owner?: string; readonly asOf?: CalendarDate } = {},
): Promise<{
  readonly asOf: CalendarDate
  readonly followUps: readonly FollowUpSeen[]
  readonly owners: readonly string[]
  readonly mayNotWrite: string | null
}> {
  requirePermission(context, 'register.read')
  const all = await listOnRecord(context.database, await keyringOf(context), programme)
  const made = all.filter(({ madeOn }) => madeOn <= asOf)
  await noteReading(
    context,
    programme,
    'follow-ups',
    made.map(({ key }) => key),
  )
  return {
    asOf,
    followUps: made
      .filter((each) => owner === undefined || each.owner === owner)
      .map((each) => seenOn(each, asOf))
      .toSorted(byUrgency),
    owners: [...new Set(made.map((each) => each.owner))].toSorted(compareText),
    mayNotWrite: whyNot(context, 'engagement.record'),
  }
}

export function seenOn(
  { entry: _, key: __, ...shown }: FollowUp,
  asOf: CalendarDate,
): FollowUpSeen {
  const done = shown.doneOn !== null && shown.doneOn <= asOf
  return {
    ...shown,
    ...(!done && { doneOn: null, doneBy: null }),
    overdue: !done && shown.due !== null && shown.due < asOf,
  }
}

function byUrgency(a: FollowUpSeen, b: FollowUpSeen): number {
  const rank = ({ doneOn, due }: FollowUpSeen) => (doneOn !== null ? 2 : due === null ? 1 : 0)
  return (
    rank(a) - rank(b) || compareText(a.due ?? '', b.due ?? '') || compareText(a.madeOn, b.madeOn)
  )
}

export type TypedFollowUp = {
  readonly kind: FollowUpKind
  readonly ref: string
  readonly text: string
  readonly owner: string
  readonly due: string
}

/** Puts something to do on record; without an owner it is the person's own. Throws `ActionRefused`. */
export async function recordFollowUp(
  context: Context,
  programme: ProgrammeId,
  { kind, ref, text, owner, due }: TypedFollowUp,
): Promise<{ readonly id: string }> {
  const draft = {
    about: { kind, ref },
    text: requireText(text),
    owner: owner.trim() || context.person.name,
    due: dayOrNull(due, '/due'),
  }
  const keyring = await keyringOf(context)
  const key = await keyOfAbout(context.database, programme, draft.about)
  return act(
    context,
    { permission: 'engagement.record', programme, subject: 'follow-up' },
    async (tx, action) => {
      const [id = ''] = await writeFollowUps(tx, action, context, keyring, [{ ...draft, key }])
      return { id }
    },
  )
}

export type FollowUpChange = {
  readonly text: string
  readonly owner: string
  readonly due: string
  readonly note: string
  readonly done: boolean
  readonly reopened: boolean
}

/** Changes, closes or reopens it; what is left empty stays. Throws `ActionRefused`. */
export async function changeFollowUp(
  context: Context,
  programme: ProgrammeId,
  id: string,
  change: FollowUpChange,
): Promise<FollowUpSeen> {
  const keyring = await keyringOf(context)
  const due = dayOrNull(change.due, '/due')
  return act(
    context,
    { permission: 'engagement.record', programme, subject: 'follow-up' },
    async (tx, action) => {
      const which = { column: 'id', values: [id] }
      const [before] = await listOnRecord(tx, keyring, programme, which)
      if (!before) throw new ActionRefused('not-found', `There is no follow-up "${id}".`)
      if (change.done && before.doneOn !== null)
        throw new ActionRefused('out-of-date', `It was done already, on ${before.doneOn}.`)
      const after: FollowUp = {
        ...before,
        text: change.text.trim() || before.text,
        owner: change.owner.trim() || before.owner,
        due: due ?? before.due,
        note: change.note.trim() || before.note,
        ...(change.done && { doneOn: context.today, doneBy: context.person.name }),
        ...(change.reopened && { doneOn: null, doneBy: null }),
      }
      await insertFollowUps(tx, action, keyring, [after])
      return seenOn(after, context.today)
    },
  )
}

/** Writes follow-ups within an action that is open, and returns their ids in order. */
export async function writeFollowUps(
  tx: Writer,
  action: OpenAction,
  { newId, today, person }: Context,
  keyring: Keyring,
  drafts: readonly FollowUpDraft[],
): Promise<readonly string[]> {
  const rows = drafts.map(({ key, ...draft }) => {
    const id = newId()
    return {
      ...draft,
      id,
      note: '',
      madeOn: today,
      madeBy: person.name,
      doneOn: null,
      doneBy: null,
      key: key ?? keyOfFollowUp(id),
    }
  })
  await insertFollowUps(tx, action, keyring, rows)
  return rows.map(({ id }) => id)
}

/** What is about a person or a case goes when that person is erased. */
async function keyOfAbout(
  db: Reader,
  programme: ProgrammeId,
  { kind, ref }: FollowUp['about'],
): Promise<string | null> {
  if (kind === 'person') return ref
  if (kind === 'engagement') return `engagement:${ref}`
  if (kind !== 'case') return null
  const subject = (await findSubjects(db, programme, [ref as CaseId])).get(ref as CaseId)
  if (subject === undefined) throw refusedField('/ref', `There is no case "${ref}".`)
  return subject
}

function requireText(text: string): string {
  const trimmed = text.trim()
  if (trimmed !== '') return trimmed
  throw refusedField('/text', 'Say what is to be done.')
}
