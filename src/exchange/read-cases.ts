/**
 * Cases and what happened in them.
 *
 * Nothing is known before it may have happened, and an event names only a person whom the case is
 * about (rules R127). A case may be corrected: of rows of one id the later stands.
 */
import type { CaseId, PersonId, SourceId, SubjectId } from '../domain/basics/ids.ts'
import { CASE_CATEGORIES } from '../domain/cases/case.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import { CASE_EVENT_KINDS } from '../domain/cases/case-event.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import { VERIFICATIONS } from '../domain/evidence/event.ts'
import { NearWords } from './near-words.ts'
import { quote } from './nearest-name.ts'
import { refuseForeknown } from './read-events.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import { LaterStands } from './repeated-ids.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

/** How others call what a rule reads. */
const OTHER_CATEGORIES: Readonly<Record<string, string>> = {
  prisoners: 'prisoner',
  'political-prisoner': 'prisoner',
  refusenik: 'refused-exit',
  refused: 'refused-exit',
  'separated-spouse': 'divided-spouse',
  'separated-family': 'divided-family',
}
const OTHER_KINDS: Readonly<Record<string, string>> = {
  arrested: 'detained',
  imprisoned: 'detained',
  rearrested: 're-detained',
  're-arrested': 're-detained',
  convicted: 'sentenced',
  indicted: 'charged',
  freed: 'released',
  denied: 'refused',
  granted: 'permitted',
  revoked: 'rescinded',
  left: 'departed',
  emigrated: 'departed',
  deported: 'expelled',
  deceased: 'died',
  conditional: 'released-conditionally',
}

/** Reads `cases.csv`; persons and families are known by then. */
export function* readCases(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<CaseEntry>> {
  const seen = new LaterStands()
  const categories = new NearWords(CASE_CATEGORIES, OTHER_CATEGORIES, true)
  return yield* readTable(text, REGISTER_COLUMNS.cases, report, (row, entry) => {
    const one = readCase(row, entry, references, seen)
    if (one === 'refused') references.cases.refuse(row.word('id'), row.line, row.because)
    if (typeof one === 'string') return one
    categories.look(row, 'category')
    references.cases.add(one.id)
    references.subjects.addCase(one.id, one.subject)
    return one
  })
}

function readCase(
  row: RowReader,
  entry: number,
  { subjectIds }: References,
  seen: LaterStands,
): RowOutcome<CaseEntry> {
  const id = row.registerId('id', 'The id of the case') as CaseId | undefined
  const subject = row.requiredReference('subject', subjectIds, 'Whom the case is about') as
    SubjectId | undefined
  const category = row.required('category', 'The category of the case')
  const opened = row.date('opened')
  const withdrawn = row.day('withdrawn')
  if (row.refused || id === undefined || subject === undefined || category === undefined)
    return 'refused'
  if (opened === undefined || withdrawn === undefined) return 'refused'
  const words = {
    subject,
    category,
    ground: row.text('ground'),
    region: row.word('region'),
    authority: row.word('authority'),
  }
  const content = { ...words, opened: opened?.text }
  if (seen.look(row, 'id', 'case', id, content, withdrawn) === 'again') return 'taken already'
  return { entry, id, ...words, opened, withdrawn }
}

/** Reads `case-events.csv`; cases, merges and sources are known by then. */
export function* readCaseEvents(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<CaseEventEntry>> {
  const kinds = new NearWords(CASE_EVENT_KINDS, OTHER_KINDS)
  return yield* readTable(text, REGISTER_COLUMNS.caseEvents, report, (row, entry) => {
    const event = readCaseEvent(row, entry, references)
    if (typeof event !== 'string') kinds.look(row, 'kind')
    return event
  })
}

function readCaseEvent(
  row: RowReader,
  entry: number,
  references: References,
): RowOutcome<CaseEventEntry> {
  const of = row.requiredReference('case', references.cases, 'The case') as CaseId | undefined
  const person = row.reference('person', references.persons) as PersonId | null | undefined
  const kind = row.required('kind', 'The kind of the event')
  const date = row.requiredDate('date', 'The date of the event')
  const verification = row.oneOf('verification', VERIFICATIONS)
  const known = row.day('known')
  const source = row.reference('source', references.sources) as SourceId | null | undefined
  const withdrawn = row.day('withdrawn')
  if (of !== undefined && person) refuseOthers(row, of, person, references)
  if (date && known) refuseForeknown(row, date, known)
  if (row.refused || of === undefined || person === undefined || kind === undefined || !date)
    return 'refused'
  if (verification === undefined || known === undefined) return 'refused'
  if (source === undefined || withdrawn === undefined) return 'refused'
  return {
    entry,
    case: of,
    person,
    kind,
    date,
    known,
    verification,
    detail: row.text('detail'),
    source,
    at: row.text('at'),
    withdrawn,
  }
}

/** Refuses an event on someone whom the case is not about, or who is abroad and not counted. */
function refuseOthers(
  row: RowReader,
  of: CaseId,
  person: PersonId,
  { subjects }: References,
): void {
  const standing = subjects.standingIn(of, person)
  if (standing === 'of the subject') return
  const subject = quote(subjects.subjectOf(of) ?? '')
  row.refuse('person', () =>
    standing === 'abroad'
      ? `${quote(person)} is abroad in ${subject}; the case ${quote(of)} is about the others.`
      : `${quote(person)} does not belong to ${subject}, whom the case ${quote(of)} is about.`,
  )
}
