/** Whom of a family we spoke to, and what each consents to. */
import { CONSENT_ANSWERS, CONSENT_USES } from '../domain/access/consent.ts'
import type { ConsentEntry } from '../domain/access/consent.ts'
import type { SubjectId } from '../domain/basics/ids.ts'
import type { ContactEntry } from '../domain/cases/contact.ts'
import { PROMISED_INCLUSION } from '../domain/cases/contact.ts'
import { NearWords } from './near-words.ts'
import { refuseForeknown } from './read-events.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import type { Report } from './report.ts'
import type { RowReader } from './row-reader.ts'

const CONTACT_ROLES = ['family', 'lawyer', 'sponsor']

/** Reads `contacts.csv`; persons and families are known by then. */
export function* readContacts(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<ContactEntry>> {
  const roles = new NearWords(CONTACT_ROLES)
  const promises = new NearWords([PROMISED_INCLUSION])
  return yield* readTable(text, REGISTER_COLUMNS.contacts, report, (row, entry) => {
    const contact = readContact(row, entry, references)
    if (typeof contact === 'string') return contact
    roles.look(row, 'role')
    promises.look(row, 'promised')
    return contact
  })
}

function readContact(
  row: RowReader,
  entry: number,
  { subjectIds }: References,
): RowOutcome<ContactEntry> {
  const subject = row.requiredReference('subject', subjectIds, 'Whom the contact is about') as
    SubjectId | undefined
  const date = row.requiredDate('date', 'The date of the contact')
  const known = row.day('known')
  const withdrawn = row.day('withdrawn')
  if (date && known) refuseForeknown(row, date, known)
  if (row.refused || subject === undefined || !date) return 'refused'
  if (known === undefined || withdrawn === undefined) return 'refused'
  return {
    entry,
    subject,
    date,
    with: row.word('with'),
    role: row.word('role'),
    words: row.text('words'),
    promised: row.text('promised'),
    known,
    withdrawn,
  }
}

/** Reads `consents.csv`; persons and families are known by then. */
export function* readConsents(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<ConsentEntry>> {
  return yield* readTable(text, REGISTER_COLUMNS.consents, report, (row, entry) =>
    readConsent(row, entry, references),
  )
}

function readConsent(
  row: RowReader,
  entry: number,
  { subjectIds }: References,
): RowOutcome<ConsentEntry> {
  const subject = row.requiredReference('subject', subjectIds, 'Who is asked to consent') as
    SubjectId | undefined
  const use = row.requiredOneOf('use', CONSENT_USES, 'What is consented to')
  const answer = row.requiredOneOf('answer', CONSENT_ANSWERS, 'The answer')
  const date = row.requiredDate('date', 'The date of the consent')
  const expires = row.day('expires')
  const withdrawn = row.day('withdrawn')
  if (row.refused || subject === undefined || use === undefined || answer === undefined || !date)
    return 'refused'
  if (expires === undefined || withdrawn === undefined) return 'refused'
  if (expires && expires < date.earliest)
    row.remark('expires', () => `It expires (${expires}) before it is given (${date.text}).`)
  return { entry, subject, use, answer, by: row.word('by'), date, expires, withdrawn }
}
