/** What was handed over, and what the other side answered on each entry. */
import type { CaseId } from '../domain/basics/ids.ts'
import { RECEPTIONS } from '../domain/lists/presentation.ts'
import type { Presentation } from '../domain/lists/presentation.ts'
import { RESPONSE_CODES } from '../domain/lists/response.ts'
import type { ListResponse } from '../domain/lists/response.ts'
import { quote } from './nearest-name.ts'
import { readListVersion } from './read-lists.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import { versionOf } from './references.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** Reads `presentations.csv`; versions are known by then. */
export function* readPresentations(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<Presentation>> {
  return yield* readTable(text, REGISTER_COLUMNS.presentations, report, (row, entry) =>
    readPresentation(row, entry, references),
  )
}

function readPresentation(
  row: RowReader,
  entry: number,
  references: References,
): RowOutcome<Presentation> {
  const of = readListVersion(row, references)
  const date = row.requiredDay('date', 'The day of the presentation')
  const received = row.oneOf('received', RECEPTIONS)
  const withdrawn = row.day('withdrawn')
  if (row.refused || !of || date === undefined || received === undefined) return 'refused'
  if (withdrawn === undefined) return 'refused'
  return {
    entry,
    ...of,
    date,
    by: row.word('by'),
    to: row.word('to'),
    rank: row.word('rank'),
    channel: row.word('channel'),
    received,
    withdrawn,
  }
}

/** Reads `responses.csv`; entries are known by then. */
export function* readResponses(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<ListResponse>> {
  return yield* readTable(text, REGISTER_COLUMNS.responses, report, (row, entry) =>
    readResponse(row, entry, references),
  )
}

function readResponse(
  row: RowReader,
  entry: number,
  references: References,
): RowOutcome<ListResponse> {
  const of = readListVersion(row, references)
  const one = row.requiredReference('case', references.cases, 'The case') as CaseId | undefined
  const date = row.requiredDay('date', 'The day of the response')
  const code = row.requiredOneOf('code', RESPONSE_CODES, 'The code of the response')
  const withdrawn = row.day('withdrawn')
  if (row.refused || !of || one === undefined || date === undefined || code === undefined)
    return 'refused'
  if (withdrawn === undefined) return 'refused'
  const { list, version } = of
  if (!references.onVersion.get(versionOf(list, version))?.has(one))
    row.remark(
      'case',
      () =>
        `The case ${quote(one)} is not on version ${quote(version)} of the list ${quote(list)}.`,
    )
  return { entry, list, version, case: one, date, code, words: row.text('words'), withdrawn }
}
