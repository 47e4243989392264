/**
 * What differs between two versions, of one list or of two (rules R185): added, removed, carried on,
 * resolved meanwhile, and changed in category or region. The same case is one subject and category,
 * merged entries as one, so that a name under a new number is not a new name.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, ListId } from '../basics/ids.ts'
import type { CaseGroup, Register, RegisterView } from '../cases/register.ts'
import { outcomeOn } from '../cases/resolved.ts'
import { fold } from '../evidence/detail.ts'
import type { ListRecord } from './list-record.ts'
import { entriesOf, listedCases, versionsOf } from './list-view.ts'
import type { ListedCase } from './list-view.ts'

export type VersionName = { readonly list: ListId; readonly version: string }
export type DatedVersion = VersionName & { readonly date: CalendarDate }

export type Changed = {
  readonly case: CaseId
  readonly what: 'category' | 'region'
  /** Empty is unknown. */
  readonly before: string
  readonly after: string
}

export type ListDiff = {
  readonly before: DatedVersion
  readonly after: DatedVersion
  readonly added: readonly ListedCase[]
  /** No longer on it, and not resolved between the two days. */
  readonly removed: readonly ListedCase[]
  readonly carried: readonly ListedCase[]
  /** Resolved between the day of the first version and of the second, on the second or not. */
  readonly resolvedMeanwhile: readonly ListedCase[]
  readonly changed: readonly Changed[]
}

/** Two versions compared, as known on one day; undefined where one is not on record by then. */
export function diffVersions(
  register: Register,
  lists: ListRecord,
  before: VersionName,
  after: VersionName,
  knownOn: CalendarDate,
): ListDiff | undefined {
  const [first, second] = [before, after].map(({ list, version }) => {
    const found = versionsOf(lists, list, knownOn).find((each) => each.version === version)
    return found && { list, version, date: found.date }
  })
  if (!first || !second) return undefined
  const view = register.asKnownOn(knownOn)
  const of = ({ list, version }: VersionName) =>
    byGroup(listedCases(view, entriesOf(lists, list, version, knownOn)))
  return {
    before: first,
    after: second,
    ...diffCases(of(first), of(second), first.date, second.date),
  }
}

/** Their list beside ours: whom both name, whom only they do, whom only we do. */
export function diffWithTheirs(
  view: RegisterView,
  ours: readonly ListedCase[],
  theirs: readonly CaseId[],
): {
  readonly both: readonly ListedCase[]
  readonly oursOnly: readonly ListedCase[]
  /** Cases on record that we do not have on this version. */
  readonly theirsOnly: readonly CaseGroup[]
} {
  const named = new Map(
    theirs.flatMap((id) => {
      const group = view.groupOf(id)
      return group ? [[group.key, group] as const] : []
    }),
  )
  const own = byGroup(ours)
  return {
    both: ours.filter(({ group }) => named.has(group.key)),
    oursOnly: ours.filter(({ group }) => !named.has(group.key)),
    theirsOnly: [...named.values()].filter(({ key }) => !own.has(key)),
  }
}

function diffCases(
  before: ReadonlyMap<string, ListedCase>,
  after: ReadonlyMap<string, ListedCase>,
  from: CalendarDate,
  to: CalendarDate,
): Omit<ListDiff, 'before' | 'after'> {
  const resolvedMeanwhile = [...before.values()].filter(
    ({ group }) => !isResolved(group, from) && isResolved(group, to),
  )
  const over = new Set(resolvedMeanwhile.map(({ group }) => group.key))
  const carried = [...after.values()].filter(({ group }) => before.has(group.key))
  return {
    added: [...after.values()].filter(({ group }) => !before.has(group.key)),
    removed: [...before.values()].filter(
      ({ group }) => !after.has(group.key) && !over.has(group.key),
    ),
    carried,
    resolvedMeanwhile,
    changed: carried.flatMap(({ entry, group }) => {
      const old = before.get(group.key)?.entry
      if (!old) return []
      return (['category', 'region'] as const).flatMap((what) =>
        fold(old[what]) === fold(entry[what])
          ? []
          : [{ case: entry.case, what, before: old[what], after: entry[what] }],
      )
    }),
  }
}

function isResolved(group: CaseGroup, asOf: CalendarDate): boolean {
  return (
    group.persons.length > 0 &&
    group.persons.every((person) => outcomeOn(group, person, asOf).resolved)
  )
}

function byGroup(listed: readonly ListedCase[]): ReadonlyMap<string, ListedCase> {
  return new Map(listed.map((each) => [each.group.key, each]))
}
