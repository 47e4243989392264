/** Who was spoken to, what was said and promised, on record. Rows are added and read, never changed. */
import type { ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import type { ContactEntry } from '../domain/cases/contact.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { KnownBy } from './database/column-type.ts'
import type { Entered } from './known-by.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'contact'

export type StoredContact = ContactEntry & { readonly knownBy: KnownBy | null }

export function listContacts(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<StoredContact[]> {
  const pages = readOpened(db, keyring, TABLE, programme, (row) => row.subject_id, which)
  return listOpened(pages, (row, opened) => ({
    entry: row.entry,
    subject: row.subject_id as SubjectId,
    date: uncertainDate(row.date),
    with: fieldOf(opened, 0),
    role: row.role,
    words: fieldOf(opened, 1),
    promised: fieldOf(opened, 2),
    known: toDay(row.known),
    knownBy: row.known_by,
    withdrawn: toDay(row.withdrawn),
  }))
}

export async function insertContacts(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  contacts: readonly Entered<ContactEntry>[],
): Promise<void> {
  const subjects = contacts.map(({ subject }) => subject)
  const sealer = await keyring.sealer(tx, action.programme, subjects)
  await append(
    tx,
    action,
    TABLE,
    contacts.map((contact) => ({
      subject_id: contact.subject,
      date: contact.date.text,
      role: contact.role,
      known: contact.known,
      known_by: contact.knownBy,
      sealed: sealer.seal(TABLE, contact.subject, [contact.with, contact.words, contact.promised]),
      withdrawn: contact.withdrawn,
    })),
  )
}
