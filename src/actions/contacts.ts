/** Puts conversations with families, lawyers and sponsors on record, with what we promised them. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { ContactEntry } from '../domain/cases/contact.ts'
import { readContacts } from '../exchange/read-contacts.ts'
import { REGISTER_COLUMNS } from '../exchange/register-columns.ts'
import { subjectIn } from './consents.ts'
import type { Context } from './context.ts'
import type { Recorded } from './evidence.ts'
import { noReferences, rowReader, taken, type Typed } from './form-entries.ts'
import { entering, refuseField, requireHold, UNNUMBERED, writeRows } from './register-entries.ts'

const readContact = rowReader<ContactEntry>('contacts', REGISTER_COLUMNS.contacts.all, readContacts)

/** Throws `ActionRefused`: invalid with the field, not-allowed. */
export function enterContact(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<Recorded> {
  return entering(context, programme, 'contact', async (open) => {
    const subject = await subjectIn(open, typed['subject'] ?? '')
    await requireHold(open, subject)
    const references = noReferences()
    references.persons.add(subject)
    const contact = taken(readContact(typed, references))
    if (contact.words.trim() === '' && contact.promised.trim() === '')
      throw refuseField('words', 'Say what was said, or what we promised.')
    return writeRows(open, { contacts: [{ ...contact, entry: UNNUMBERED }] })
  })
}
