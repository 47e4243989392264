/**
 * What changes a list before it is handed over: the list itself, its versions, and the entries of a
 * draft. A version that was presented is frozen (rules R241).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { entriesOf, isFrozen, versionsOf } from '../domain/lists/list-view.ts'
import type { RepresentationList } from '../domain/lists/representation-list.ts'
import { isRegisterId, notARegisterId } from '../exchange/register-id.ts'
import { listCases } from '../store/cases.ts'
import { insertListEntries, insertLists } from '../store/representation-lists.ts'
import { act, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { refusedField } from './field-refusals.ts'
import { openLists, readListRecord, requireList, type ListPart } from './list-part.ts'
import { checkRule } from './list-rules.ts'

export type TypedList = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly rule: string
}

/** Begins a list, or corrects its number, title or rule. Throws `ActionRefused`. */
export async function recordList(
  context: Context,
  programme: ProgrammeId,
  typed: TypedList,
): Promise<{ readonly id: string }> {
  const id = typed.id.trim()
  if (!isRegisterId(id)) throw refusedField('/id', notARegisterId(id))
  if (typed.title.trim() === '') throw refusedField('/title', 'A list needs a title.')
  const part = await openLists(context, programme)
  const rule = checkRule(typed.rule)
  const list: Omit<RepresentationList, 'entry'> = {
    id: id as ListId,
    number: typed.number.trim() || id,
    title: typed.title.trim(),
    rule,
    withdrawn: null,
  }
  return act(
    context,
    { permission: 'list.write', programme, subject: 'representation_list' },
    async (tx, action) => {
      const { lists } = await readListRecord(tx, part.keyring, programme)
      const before = lists.findLast((each) => each.id === id)
      if (before?.withdrawn != null)
        throw refusedField(
          '/id',
          `List "${id}" was withdrawn on ${before.withdrawn}; take another id.`,
        )
      const same =
        before?.number === list.number && before.title === list.title && before.rule === list.rule
      if (!same) await insertLists(tx, action, [list])
      return { id }
    },
  )
}

export type NewEntry = { readonly case: string; readonly category: string; readonly region: string }

/** Puts cases on a draft; those that are on it already are left. Throws `ActionRefused`. */
export async function addEntries(
  context: Context,
  programme: ProgrammeId,
  name: string,
  version: string,
  entries: readonly NewEntry[],
): Promise<{ readonly taken: number; readonly unchanged: number }> {
  const part = await openLists(context, programme)
  const list = requireList(part, name, context.today)
  return act(
    context,
    { permission: 'list.write', programme, subject: 'list_entry' },
    async (tx, action) => {
      const lists = await readListRecord(tx, part.keyring, programme)
      requireDraft({ ...part, lists }, list.id, version, context.today)
      const own = lists.entries.filter((each) => each.list === list.id && each.version === version)
      const there = new Set(
        entriesOf(lists, list.id, version, context.today).map((each) => each.case),
      )
      const wanted = [...new Map(entries.map((each) => [each.case, each])).values()]
      const ids = wanted.map((each) => each.case as CaseId) // looked up as typed
      const cases = new Map(
        (await listCases(tx, programme, { column: 'id', values: ids })).map((each) => [
          each.id,
          each,
        ]),
      )
      const fresh = wanted.flatMap((each) => {
        const id = each.case as CaseId // looked up as typed
        const found = cases.get(id)
        const at = entries.indexOf(each)
        if (!found || found.withdrawn !== null)
          throw refusedField(`/entries/${at}/case`, `There is no case "${id}" in the register.`)
        if (there.has(id)) return []
        if (own.some((row) => row.case === id && row.withdrawn !== null))
          throw refusedField(
            `/entries/${at}/case`,
            `Case "${id}" was taken off this version, and what is withdrawn does not come back. Make a new version from this one and put it on there.`,
          )
        return [
          {
            list: list.id,
            version,
            case: id,
            category: each.category.trim() || found.category,
            region: each.region.trim() || found.region,
            withdrawn: null,
          },
        ]
      })
      await insertListEntries(tx, action, fresh)
      return { taken: fresh.length, unchanged: entries.length - fresh.length }
    },
  )
}

/** Takes cases off a draft, from today. Throws `ActionRefused`. */
export async function removeEntries(
  context: Context,
  programme: ProgrammeId,
  name: string,
  version: string,
  cases: readonly string[],
): Promise<{ readonly taken: number }> {
  const part = await openLists(context, programme)
  const list = requireList(part, name, context.today)
  return act(
    context,
    { permission: 'list.write', programme, subject: 'list_entry' },
    async (tx, action) => {
      const lists = await readListRecord(tx, part.keyring, programme)
      requireDraft({ ...part, lists }, list.id, version, context.today)
      const there = entriesOf(lists, list.id, version, context.today)
      const gone = [...new Set(cases)].map((id) => {
        const entry = there.find((each) => each.case === id)
        if (!entry)
          throw refusedField(
            `/cases/${cases.indexOf(id)}`,
            `Case "${id}" is not on version ${version} of list ${list.id}.`,
          )
        return { ...entry, withdrawn: context.today }
      })
      await insertListEntries(tx, action, gone)
      return { taken: gone.length }
    },
  )
}

/** Refuses what is not there, and what was handed over. */
export function requireDraft(
  { lists }: Pick<ListPart, 'lists'>,
  list: ListId,
  version: string,
  today: CalendarDate,
): void {
  if (!lists.versions.some((each) => each.list === list && each.version === version))
    throw new ActionRefused('not-found', `List ${list} has no version "${version}".`)
  const frozen = frozenSentence({ lists }, list, version, today)
  if (frozen !== null) throw new ActionRefused('out-of-date', frozen)
}

/** Null for a draft. */
export function frozenSentence(
  { lists }: Pick<ListPart, 'lists'>,
  list: ListId,
  version: string,
  today: CalendarDate,
): string | null {
  if (!isFrozen(lists, list, version, today)) return null
  return `Version ${version} of list ${list} was handed over and is frozen. Make a new version to change it.`
}

/** The version asked for, else the latest. Throws `ActionRefused` where there is none. */
export function requireVersion(
  { lists }: Pick<ListPart, 'lists'>,
  list: ListId,
  version: string | undefined,
  knownOn: CalendarDate,
): { readonly version: string; readonly date: CalendarDate } {
  const all = versionsOf(lists, list, knownOn)
  const found = version ? all.findLast((each) => each.version === version) : all.at(-1)
  if (found) return found
  throw new ActionRefused(
    'not-found',
    version
      ? `List ${list} has no version "${version}" by ${knownOn}.`
      : `List ${list} has no version by ${knownOn} yet.`,
  )
}
