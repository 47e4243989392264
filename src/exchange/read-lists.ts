/** Representation lists, their versions and what stands on each. */
import type { CaseId, ListId } from '../domain/basics/ids.ts'
import { CASE_CATEGORIES } from '../domain/cases/case.ts'
import { parseInclusionRule } from '../domain/lists/inclusion-rule.ts'
import type {
  ListEntry,
  ListVersion,
  RepresentationList,
} from '../domain/lists/representation-list.ts'
import { NearWords } from './near-words.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import { versionOf } from './references.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import { LaterStands } from './repeated-ids.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `lists.csv`. */
export function* readLists(
  text: TableText,
  report: Report,
  { lists }: References,
): Generator<number, Taken<RepresentationList>> {
  const seen = new LaterStands()
  return yield* readTable(text, REGISTER_COLUMNS.lists, report, (row, entry) => {
    const list = readList(row, entry, seen)
    if (list === 'refused') lists.refuse(row.word('list'), row.line)
    if (typeof list !== 'string') lists.add(list.id)
    return list
  })
}

function readList(
  row: RowReader,
  entry: number,
  seen: LaterStands,
): RowOutcome<RepresentationList> {
  const id = row.registerId('list', 'The id of the list') as ListId | undefined
  const withdrawn = row.day('withdrawn')
  if (row.refused || id === undefined || withdrawn === undefined) return 'refused'
  const words = { number: row.word('number'), title: row.text('title'), rule: row.text('rule') }
  if (seen.look(row, 'list', 'list', id, words, withdrawn) === 'again') return 'taken already'
  remarkOnRule(row, words.rule)
  return { entry, id, ...words, withdrawn }
}

/** Words that are no rule are kept, and the gate has nothing to hold the entries to. */
function remarkOnRule(row: RowReader, rule: string): void {
  if (rule.trim() === '') return
  const [fault] = parseInclusionRule(rule.trim()).faults
  if (!fault) return
  const line = fault.line === 1 ? '' : `line ${String(fault.line)}, `
  const place = `${line}column ${String(fault.column)}`
  row.remark(
    'rule',
    () => `The rule cannot be read, and no entry is held to it: ${place}: ${fault.message}`,
  )
}

/** Reads `versions.csv`; lists are known by then. */
export function* readVersions(
  text: TableText,
  report: Report,
  { lists, versions }: References,
): Generator<number, Taken<ListVersion>> {
  const seen = new LaterStands()
  return yield* readTable(text, REGISTER_COLUMNS.versions, report, (row, entry) => {
    const read = readVersion(row, entry, lists, seen)
    if (read === 'refused')
      versions.refuse(versionOf(row.word('list'), row.word('version')), row.line, row.because)
    if (typeof read !== 'string') versions.add(versionOf(read.list, read.version))
    return read
  })
}

function readVersion(
  row: RowReader,
  entry: number,
  lists: References['lists'],
  seen: LaterStands,
): RowOutcome<ListVersion> {
  const list = row.requiredReference('list', lists, 'The list') as ListId | undefined
  const version = row.required('version', 'The version')
  const date = row.requiredDay('date', 'The date of the version')
  const withdrawn = row.day('withdrawn')
  if (row.refused || list === undefined || version === undefined || date === undefined)
    return 'refused'
  if (withdrawn === undefined) return 'refused'
  const id = versionOf(list, version)
  if (seen.look(row, 'version', 'version', id, date, withdrawn) === 'again') return 'taken already'
  return { entry, list, version, date, withdrawn }
}

/** The list and version that a row is about, which must stand in `versions.csv`. */
export function readListVersion(
  row: RowReader,
  { lists, versions }: References,
): { readonly list: ListId; readonly version: string } | undefined {
  const list = row.requiredReference('list', lists, 'The list') as ListId | undefined
  const version = row.required('version', 'The version')
  if (list === undefined || version === undefined) return undefined
  const there = row.refer('version', versions, versionOf(list, version))
  return there === undefined ? undefined : { list, version }
}

/** Reads `entries.csv`; versions and cases are known by then. */
export function* readEntries(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<ListEntry>> {
  const seen = new LaterStands()
  const categories = new NearWords(CASE_CATEGORIES, {}, true)
  return yield* readTable(text, REGISTER_COLUMNS.entries, report, (row, entry) => {
    const read = readListEntry(row, entry, references, seen)
    if (typeof read === 'string') return read
    categories.look(row, 'category')
    const id = versionOf(read.list, read.version)
    const cases = references.onVersion.get(id)
    if (cases) cases.add(read.case)
    else references.onVersion.set(id, new Set([read.case]))
    return read
  })
}

function readListEntry(
  row: RowReader,
  entry: number,
  references: References,
  seen: LaterStands,
): RowOutcome<ListEntry> {
  const of = readListVersion(row, references)
  const one = row.requiredReference('case', references.cases, 'The case') as CaseId | undefined
  const withdrawn = row.day('withdrawn')
  if (row.refused || !of || one === undefined || withdrawn === undefined) return 'refused'
  const words = { category: row.word('category'), region: row.word('region') }
  const id = JSON.stringify([of.list, of.version, one])
  if (seen.look(row, 'case', 'entry', id, words, withdrawn) === 'again') return 'taken already'
  return { entry, ...of, case: one, ...words, withdrawn }
}
