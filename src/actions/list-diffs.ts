/** What differs between two versions, case by case. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { diffVersions } from '../domain/lists/list-diff.ts'
import { versionsOf, type ListedCase } from '../domain/lists/list-view.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { requireVersion } from './list-changes.ts'
import { personsNamed, subjectsShown, type PersonNamed } from './list-entry-views.ts'
import { casesOnLists, openListsWith, requireList, type ListPart } from './list-part.ts'
import { noteReading } from './read-log.ts'
import { namesHidden } from './why-not.ts'

export type DiffEntry = {
  readonly case: CaseId
  readonly persons: readonly PersonNamed[]
  readonly sentence: string
}
export type DiffSeen = {
  readonly before: { list: ListId; version: string; date: CalendarDate }
  readonly after: { list: ListId; version: string; date: CalendarDate }
  readonly added: readonly DiffEntry[]
  readonly removed: readonly DiffEntry[]
  readonly carried: readonly DiffEntry[]
  readonly resolvedMeanwhile: readonly DiffEntry[]
  readonly changed: readonly DiffEntry[]
  readonly sentence: string
  readonly namesHidden: string | null
}

/** What differs between a version and an earlier one, of this list or another. Throws `ActionRefused`. */
export async function readDiff(
  context: Context,
  programme: ProgrammeId,
  name: string,
  asked: {
    readonly with: string | undefined
    readonly version: string | undefined
    readonly withVersion: string | undefined
    readonly knownOn: CalendarDate
  },
): Promise<DiffSeen> {
  const { knownOn } = asked
  const part = await openListsWith(
    context,
    programme,
    (each) =>
      casesOnLists(
        each,
        new Set([name, asked.with ?? name].map((one) => requireList(each, one, knownOn).id)),
      ),
    { names: true },
  )
  const after = versionNamed(part, name, asked.version, knownOn)
  const before =
    asked.with === undefined && asked.withVersion === undefined
      ? versionBefore(part, after.list, after.version, knownOn)
      : versionNamed(part, asked.with ?? name, asked.withVersion, knownOn)
  const diff = diffVersions(part.register, part.lists, before, after, knownOn)
  if (!diff)
    throw new ActionRefused('not-found', 'One of the two versions is not on record by then.')
  const view = part.register.asKnownOn(knownOn)
  const entry = ({ entry: row, group }: ListedCase, sentence: string): DiffEntry => ({
    case: row.case,
    persons: personsNamed(view, group),
    sentence,
  })
  const all = [...diff.added, ...diff.removed, ...diff.carried, ...diff.resolvedMeanwhile]
  await noteReading(
    context,
    programme,
    `difference between lists ${before.list} ${before.version} and ${after.list} ${after.version}`,
    subjectsShown(all.map(({ group }) => group)),
  )
  const byCase = new Map(diff.carried.map((each) => [each.entry.case, each]))
  return {
    before: diff.before,
    after: diff.after,
    added: diff.added.map((each) =>
      entry(each, `${named(each)}: new on ${after.list} ${after.version}.`),
    ),
    removed: diff.removed.map((each) =>
      entry(each, `${named(each)}: not on it any more, and not resolved.`),
    ),
    carried: diff.carried.map((each) => entry(each, `${named(each)}: on both.`)),
    resolvedMeanwhile: diff.resolvedMeanwhile.map((each) =>
      entry(each, `${named(each)}: resolved between ${diff.before.date} and ${diff.after.date}.`),
    ),
    changed: diff.changed.flatMap(({ case: id, what, before: was, after: is }) => {
      const each = byCase.get(id)
      const sentence = `${id}: ${what} ${was || 'not stated'} before, now ${is || 'not stated'}.`
      return each ? [entry(each, sentence)] : []
    }),
    sentence: `${diff.added.length} added, ${diff.removed.length} removed, ${diff.carried.length} carried over, ${diff.resolvedMeanwhile.length} resolved in between, ${diff.changed.length} changed.`,
    namesHidden: namesHidden(context),
  }
}

function named({ entry, group }: ListedCase): string {
  const count = group.persons.length
  return count === 1 ? entry.case : `${entry.case} (${count} persons)`
}

function versionNamed(
  part: ListPart,
  name: string,
  version: string | undefined,
  knownOn: CalendarDate,
): { readonly list: ListId; readonly version: string } {
  const { id } = requireList(part, name, knownOn)
  return { list: id, version: requireVersion(part, id, version, knownOn).version }
}

function versionBefore(
  { lists }: ListPart,
  list: ListId,
  version: string,
  knownOn: CalendarDate,
): { readonly list: ListId; readonly version: string } {
  const all = versionsOf(lists, list, knownOn)
  const at = all.findIndex((each) => each.version === version)
  const before = all[at - 1]
  if (before) return { list, version: before.version }
  throw new ActionRefused(
    'invalid',
    `Version ${version} of list ${list} is its first: name another list to compare it with.`,
  )
}
