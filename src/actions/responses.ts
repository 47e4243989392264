/**
 * What the other side answered, entry by entry. An answer is put on record in its code and their words,
 * and each claim becomes something to verify, with an owner and a day (rules R187, R246).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addMonths, toCalendarDate, toDayNumber } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { openRegister } from '../domain/cases/register.ts'
import { entriesOf, presentationsOf } from '../domain/lists/list-view.ts'
import { claimOf } from '../domain/lists/response-claims.ts'
import type { ListResponse, ResponseCode } from '../domain/lists/response.ts'
import { findSubjects } from '../store/cases.ts'
import { listFollowUps } from '../store/follow-ups.ts'
import { insertResponses, listResponses } from '../store/list-responses.ts'
import { act, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { dayOrNull, refusedField } from './field-refusals.ts'
import { seenOn, writeFollowUps, type FollowUpDraft, type FollowUpSeen } from './follow-ups.ts'
import { requireVersion } from './list-changes.ts'
import { openLists, requireList, type ListPart } from './list-part.ts'
import { responseRef } from './response-refs.ts'

export type TypedResponse = {
  readonly case: string
  readonly code: ResponseCode
  readonly words: string
  readonly owner: string
  readonly due: string
}

export type ResponsesTaken = {
  readonly taken: number
  readonly unchanged: number
  readonly followUps: readonly FollowUpSeen[]
}

/** Puts answers on record, all of them or none. A later answer of one day corrects. Throws `ActionRefused`. */
export async function recordResponses(
  context: Context,
  programme: ProgrammeId,
  name: string,
  typed: {
    readonly version: string
    readonly date: CalendarDate
    readonly responses: readonly TypedResponse[]
  },
): Promise<ResponsesTaken> {
  const { today } = context
  const { date, responses } = typed
  const part = await openLists(context, programme)
  const { id: list } = requireList(part, name, today)
  const { version } = answeredVersion(part, list, typed.version.trim() || undefined, today)
  if (date > today) throw refusedField('/date', `${date} has not come.`)
  const presentedOn = requirePresented(part, list, version, today)
  if (date < presentedOn)
    throw refusedField(
      '/date',
      `Version ${version} of list ${list} was handed over on ${presentedOn}: it cannot have been answered before.`,
    )
  const there = new Set<string>(
    entriesOf(part.lists, list, version, today).map((each) => each.case),
  )
  for (const [at, { case: id }] of responses.entries())
    if (!there.has(id))
      throw refusedField(
        `/responses/${at}/case`,
        `Case "${id}" is not on version ${version} of list ${list}.`,
      )
  return act(
    context,
    { permission: 'list.write', programme, subject: 'list_response' },
    async (tx, action) => {
      const which = { column: 'list_id', values: [list] }
      const before = await listResponses(tx, part.keyring, programme, which)
      const standing = new Map(before.map((each) => [responseRef(each), each]))
      const cases = responses.map((each) => each.case as CaseId) // each is on the version
      const subjects = await findSubjects(tx, programme, cases)
      const drafts: FollowUpDraft[] = []
      const rows = responses.flatMap((each, at) => {
        const row = rowOf(each, { list, version, date })
        const ref = responseRef(row)
        const same = standing.get(ref)
        if (same?.code === row.code && same.words === row.words && same.withdrawn === null)
          return []
        standing.set(ref, row)
        const subject = subjects.get(row.case)
        if (subject === undefined)
          throw refusedField(`/responses/${at}/case`, `Case "${row.case}" is not on record.`)
        const text = claimText(row)
        if (text !== null)
          drafts.push({
            about: { kind: 'response', ref },
            text,
            owner: each.owner.trim() || context.person.name,
            due: dayOrNull(each.due, `/responses/${at}/due`) ?? monthAfter(date),
            key: subject,
          })
        return [{ ...row, subject }]
      })
      await insertResponses(tx, action, part.keyring, rows)
      // One answer corrected twice is verified once: the follow-up that is open already stays.
      const open = new Set(
        (await listFollowUps(tx, part.keyring, programme, OF_RESPONSES))
          .filter(({ doneOn }) => doneOn === null)
          .map(({ about, text }) => `${about.ref} ${text}`),
      )
      const fresh = drafts.filter(({ about, text }) => !open.has(`${about.ref} ${text}`))
      const ids = new Set(await writeFollowUps(tx, action, context, part.keyring, fresh))
      const written = await listFollowUps(tx, part.keyring, programme, OF_RESPONSES)
      return {
        taken: rows.length,
        unchanged: responses.length - rows.length,
        followUps: written.filter(({ id }) => ids.has(id)).map((each) => seenOn(each, today)),
      }
    },
  )
}

const OF_RESPONSES = { column: 'about_kind', values: ['response'] }

function rowOf(
  { case: id, code, words }: TypedResponse,
  about: { readonly list: ListId; readonly version: string; readonly date: CalendarDate },
): ListResponse {
  const on = id as CaseId // it is on the version
  return { ...about, entry: 0, case: on, code, words: words.trim(), withdrawn: null }
}

/** What there is to verify, with the case and their answer; null where it claims nothing. */
function claimText(response: ListResponse): string | null {
  const { toVerify } = claimOf(NO_REGISTER, response, response.date)
  if (toVerify === null) return null
  const { list, case: id, code, date } = response
  return `Case ${id}, list ${list}: answered “${code.replaceAll('-', ' ')}” on ${date}. ${toVerify}`
}

/** What an answer claims hangs on its code alone; only how the claim stands hangs on the register. */
const NO_REGISTER = openRegister(
  {
    persons: [],
    families: [],
    cases: [],
    caseEvents: [],
    contacts: [],
    consents: [],
    merges: [],
  },
  { publishedOf: () => null, speaksForCounterpart: () => false, enteredOn: () => null },
).asKnownOn('9999-12-31' as CalendarDate)

/** The version asked for, else the one last handed over. */
export function answeredVersion(
  part: ListPart,
  list: ListId,
  version: string | undefined,
  today: CalendarDate,
): { readonly version: string } {
  if (version !== undefined) return requireVersion(part, list, version, today)
  const last = presentationsOf(part.lists, list, today, today).at(-1)
  if (last) return { version: last.version }
  throw new ActionRefused(
    'invalid',
    `No version of list ${list} was handed over: there is nothing to answer yet.`,
  )
}

function requirePresented(
  { lists }: ListPart,
  list: ListId,
  version: string,
  today: CalendarDate,
): CalendarDate {
  const first = presentationsOf(lists, list, today, today).find((each) => each.version === version)
  if (first) return first.date
  throw new ActionRefused(
    'invalid',
    `Version ${version} of list ${list} was not handed over: there is nothing to answer yet.`,
  )
}

/** By when a claim is verified unless someone says otherwise. */
function monthAfter(day: CalendarDate): CalendarDate {
  return toCalendarDate(addMonths(toDayNumber(day), 1))
}
