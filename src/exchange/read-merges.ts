/**
 * Merges: two entries of the register that are one person.
 *
 * One of them must be the last: a circle of merges, on any day, is refused with all its rows
 * (rules R160). A row repeated with `undone` stands in place of the one before it.
 */
import { groupBy } from '../domain/basics/collections.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import { quote } from './nearest-name.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

type Row = { readonly merge: MergeEntry; readonly row: RowReader }

/** Reads `merges.csv`; persons are known by then. */
export function* readMerges(
  text: TableText,
  report: Report,
  { persons, subjects }: References,
): Generator<number, Taken<MergeEntry>> {
  const rows: Row[] = []
  const taken = yield* readTable(text, REGISTER_COLUMNS.merges, report, (row, entry) => {
    const merge = readMerge(row, entry, persons)
    if (typeof merge !== 'string') rows.push({ merge, row })
    return merge
  })
  const circular = refuseCircles(rows)
  const stays = taken.entries.map((merge) => !circular.has(merge))
  const entries = taken.entries.filter((_, index) => stays[index])
  for (const { kept, merged } of entries) subjects.addMerge(kept, merged)
  return {
    ...taken,
    entries: entries.map((merge, index) => ({ ...merge, entry: index + 1 })),
    lines: taken.lines.filter((_, index) => stays[index]),
  }
}

function readMerge(
  row: RowReader,
  entry: number,
  persons: References['persons'],
): RowOutcome<MergeEntry> {
  const kept = row.requiredReference('kept', persons, 'The person kept') as PersonId | undefined
  const merged = row.requiredReference('merged', persons, 'The person merged') as
    PersonId | undefined
  const known = row.requiredDay('known', 'The day since when the merge is known')
  const undone = row.day('undone')
  if (kept !== undefined && kept === merged)
    row.refuse('merged', () => `${quote(kept)} cannot be merged with itself.`)
  if (known && undone && undone < known)
    row.refuse('undone', () => `It is undone (${undone}) before it is known (${known}).`)
  if (row.refused || kept === undefined || merged === undefined) return 'refused'
  if (known === undefined || undone === undefined) return 'refused'
  return { entry, kept, merged, known, by: row.word('by'), reason: row.text('reason'), undone }
}

/** Refuses every row that is part of a circle on some day, and gives those merges. */
function refuseCircles(rows: readonly Row[]): ReadonlySet<MergeEntry> {
  const standing = new Map<string, Row>()
  for (const each of rows) {
    const { kept, merged, known, undone } = each.merge
    const key = JSON.stringify([kept, merged, known])
    // One row a merge, undone where one of them says so.
    if (undone !== null || !standing.has(key)) standing.set(key, each)
  }
  const from = groupBy(standing.values(), ({ merge }) => merge.merged)
  const circular = new Map<Row, readonly Row[]>()
  // A circle closes on the day on which the last of its rows is known.
  for (const last of standing.values()) {
    if (circular.has(last)) continue
    const circle = wayBack(last, from)
    for (const each of circle ?? []) circular.set(each, circle ?? [])
  }
  const gone = new Set<MergeEntry>()
  for (const each of rows) {
    const { kept, merged, known } = each.merge
    const stands = standing.get(JSON.stringify([kept, merged, known]))
    const circle = stands && circular.get(stands)
    if (!circle) continue
    gone.add(each.merge)
    const lines = circle.map(({ row }) => row.line).toSorted((a, b) => a - b)
    each.row.refuse('merged', () => leadsBack(each.merge, lines))
  }
  return gone
}

/** The rows that lead from the person kept back to the one merged, on the day the row is known. */
function wayBack(
  last: Row,
  from: ReadonlyMap<PersonId, readonly Row[]>,
): readonly Row[] | undefined {
  const day = last.merge.known
  if (last.merge.undone !== null && last.merge.undone <= day) return undefined
  const cameBy = new Map<PersonId, Row>()
  const open = [last.merge.kept]
  for (let person = open.pop(); person !== undefined; person = open.pop())
    for (const next of from.get(person) ?? []) {
      const { kept, known, undone } = next.merge
      if (known > day || (undone !== null && undone <= day) || cameBy.has(kept)) continue
      cameBy.set(kept, next)
      if (kept === last.merge.merged) return [last, ...backFrom(kept, last.merge.kept, cameBy)]
      open.push(kept)
    }
  return undefined
}

function backFrom(
  end: PersonId,
  start: PersonId,
  cameBy: ReadonlyMap<PersonId, Row>,
): readonly Row[] {
  const way: Row[] = []
  for (let at = end; at !== start;) {
    const step = cameBy.get(at)
    if (!step) break
    way.push(step)
    at = step.merge.merged
  }
  return way
}

function leadsBack({ kept, merged }: MergeEntry, lines: readonly number[]): string {
  const those = lines.map(String)
  const last = those.pop() ?? ''
  return `${quote(merged)} is merged into ${quote(kept)}, which leads back to it (lines ${those.join(', ')} and ${last}); one of them must be the last.`
}
