/** New versions of a list: empty, copied from another, or those whom the rule asks for (rules R241, R172). */
import { LAST_DAY, type CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId } from '../domain/basics/ids.ts'
import type { CaseGroup } from '../domain/cases/register.ts'
import { outcomeOn } from '../domain/cases/resolved.ts'
import { parseInclusionRule } from '../domain/lists/inclusion-rule.ts'
import { entriesOf, listedCases, versionsOf } from '../domain/lists/list-view.ts'
import type { ListEntry } from '../domain/lists/representation-list.ts'
import { candidatesOf, hasDied } from '../domain/lists/rule-candidates.ts'
import { insertListEntries, insertVersions } from '../store/representation-lists.ts'
import { act, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { refusedField } from './field-refusals.ts'
import { requireVersion } from './list-changes.ts'
import {
  openLists,
  openListsWith,
  readListRecord,
  requireList,
  type ListPart,
} from './list-part.ts'
import { NAMED_OF_OTHERS, openCandidates } from './list-rules.ts'

export type TypedVersion = {
  readonly version: string
  readonly date: CalendarDate
  readonly from: 'empty' | 'version' | 'rule'
  readonly copyList: string
  readonly copyVersion: string
  readonly leaveOutResolved: boolean
}

export type VersionMade = {
  readonly version: string
  readonly taken: number
  readonly included: readonly Included[]
  readonly leftOut: readonly Included[]
  readonly leftOutInAll: number
}
type Included = { readonly case: CaseId; readonly why: readonly string[] }
type NewEntry = Omit<ListEntry, 'entry' | 'list' | 'version' | 'withdrawn'>
type Contents = {
  readonly entries: readonly NewEntry[]
  readonly included: readonly Included[]
  readonly leftOut: readonly Included[]
}

/** Begins a version; the answer says who is on it, who is not, and why. Throws `ActionRefused`. */
export async function recordVersion(
  context: Context,
  programme: ProgrammeId,
  name: string,
  typed: TypedVersion,
): Promise<VersionMade> {
  const version = typed.version.trim()
  if (version === '') throw refusedField('/version', 'A version needs a name, such as 2.')
  const part = await openLists(context, programme)
  const list = requireList(part, name, context.today)
  const contents = await contentsOf(context, programme, part, list.id, typed)
  return act(
    context,
    { permission: 'list.write', programme, subject: 'list_version' },
    async (tx, action) => {
      const lists = await readListRecord(tx, part.keyring, programme)
      if (lists.versions.some((each) => each.list === list.id && each.version === version))
        throw refusedField('/version', `List ${list.id} has a version "${version}" already.`)
      const last = versionsOf(lists, list.id, LAST_DAY).at(-1)
      if (last && typed.date < last.date)
        throw refusedField(
          '/date',
          `Version ${last.version} is of ${last.date}: a later version cannot be of an earlier day.`,
        )
      await insertVersions(tx, action, [
        { list: list.id, version, date: typed.date, withdrawn: null },
      ])
      await insertListEntries(
        tx,
        action,
        contents.entries.map((each) => ({ ...each, list: list.id, version, withdrawn: null })),
      )
      return {
        version,
        taken: contents.entries.length,
        included: contents.included,
        leftOut: contents.leftOut.slice(0, NAMED_OF_OTHERS),
        leftOutInAll: contents.leftOut.length,
      }
    },
  )
}

function contentsOf(
  context: Context,
  programme: ProgrammeId,
  part: ListPart,
  list: ListId,
  typed: TypedVersion,
): Promise<Contents> {
  if (typed.from === 'version') return copied(context, programme, part, list, typed)
  if (typed.from === 'rule') return byRule(context, programme, part, list, typed)
  return Promise.resolve({ entries: [], included: [], leftOut: [] })
}

/** Entries of another version; after merges one case stands on the new version once. */
async function copied(
  context: Context,
  programme: ProgrammeId,
  lists: ListPart,
  list: ListId,
  { date, copyList, copyVersion, leaveOutResolved }: TypedVersion,
): Promise<Contents> {
  const { today } = context
  const from = copyList.trim() === '' ? list : requireList(lists, copyList.trim(), today).id
  const { version } = requireVersion(lists, from, copyVersion.trim() || undefined, today)
  const rows = entriesOf(lists.lists, from, version, today)
  const part = await openListsWith(context, programme, () => rows.map((each) => each.case))
  const listed = listedCases(part.register.asKnownOn(today), rows)
  const out = listed.flatMap(({ entry, group }) => {
    const why = leaveOutResolved ? whyOver(group, date) : null
    return why === null ? [] : [{ case: entry.case, why: [why] }]
  })
  const gone = new Set(out.map((each) => each.case))
  const kept = listed.filter(({ entry }) => !gone.has(entry.case))
  return {
    entries: kept.map(({ entry }) => ({
      case: entry.case,
      category: entry.category,
      region: entry.region,
    })),
    included: kept.map(({ entry }) => ({
      case: entry.case,
      why: [`On version ${version} of list ${from}.`],
    })),
    leftOut: out,
  }
}

function whyOver(group: CaseGroup, asOf: CalendarDate): string | null {
  const over = group.persons.map((person) =>
    outcomeOn(group, person, asOf).resolved
      ? 'resolved'
      : hasDied(group, person, asOf) === 'yes'
        ? 'died'
        : null,
  )
  if (over.length === 0 || over.includes(null)) return null
  return over.every((each) => each === 'resolved')
    ? `Resolved by ${asOf}.`
    : `Nobody of it is left by ${asOf}: resolved or died.`
}

async function byRule(
  context: Context,
  programme: ProgrammeId,
  lists: ListPart,
  list: ListId,
  { date }: TypedVersion,
): Promise<Contents> {
  const { today } = context
  const text = requireList(lists, list, today).rule.trim()
  const { rule, faults } = parseInclusionRule(text)
  if (text === '')
    throw refusedField('/from', `List ${list} has no rule: give it one, or begin an empty version.`)
  if (!rule)
    throw new ActionRefused(
      'invalid',
      `The rule of list ${list} cannot be read: ${faults[0]?.message ?? ''}`,
    )
  const part = await openCandidates(context, programme, rule, () => [])
  const found = candidatesOf(rule, part.register.asKnownOn(today), date)
  const fit = found.filter(({ answer }) => answer === 'yes')
  const others = [
    ...found.filter(({ answer }) => answer === 'unknown'),
    ...found.filter(({ answer }) => answer === 'no'),
  ]
  const named = (each: (typeof found)[number]) => ({ case: each.group.leading.id, why: each.why })
  return {
    entries: fit.map(({ group: { leading } }) => ({
      case: leading.id,
      category: leading.category,
      region: leading.region,
    })),
    included: fit.map(named),
    leftOut: others.map(named),
  }
}
