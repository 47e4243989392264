/** Puts answers about consent on record, and where someone goes ahead without one. */
import { CONSENT_USES, type ConsentEntry, type ConsentUse } from '../domain/access/consent.ts'
import type { ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { readConsents } from '../exchange/read-contacts.ts'
import { REGISTER_COLUMNS } from '../exchange/register-columns.ts'
import { insertConsentOverrides } from '../store/consents.ts'
import type { Context } from './context.ts'
import type { Recorded } from './evidence.ts'
import { noReferences, rowReader, taken, type Typed } from './form-entries.ts'
import {
  entering,
  isFamily,
  isPerson,
  refuseField,
  UNNUMBERED,
  writeRows,
  type Entering,
} from './register-entries.ts'

const readConsent = rowReader<ConsentEntry>('consents', REGISTER_COLUMNS.consents.all, readConsents)

/** Puts an answer on record, a refusal too: also of someone who has refused to be held. Throws `ActionRefused`. */
export function enterConsent(
  context: Context,
  programme: ProgrammeId,
  typed: Typed,
): Promise<Recorded> {
  return entering(context, programme, 'consent', async (open) => {
    const references = noReferences()
    const subject = await subjectIn(open, typed['subject'] ?? '')
    references.persons.add(subject)
    const consent = taken(readConsent(typed, references))
    if (consent.expires !== null && consent.expires < consent.date.earliest)
      throw refuseField('expires', 'The last day lies before the day of the answer.')
    return writeRows(open, { consents: [{ ...consent, entry: UNNUMBERED }] })
  })
}

export type TypedOverride = {
  readonly subject: string
  readonly use: string
  readonly by: string
  readonly reason: string
}

/** Someone answers by name, with a reason, for a use that nothing allows. Throws `ActionRefused`. */
export function overrideConsent(
  context: Context,
  programme: ProgrammeId,
  typed: TypedOverride,
): Promise<Recorded> {
  return entering(
    context,
    programme,
    'consent_override',
    async (open) => {
      const subject = await subjectIn(open, typed.subject)
      const use = CONSENT_USES.find((each) => each === typed.use.trim())
      if (!use) throw refuseField('use', `“${typed.use}” is none of ${CONSENT_USES.join(', ')}.`)
      const [by, reason] = [typed.by.trim(), typed.reason.trim()]
      if (by === '') throw refuseField('by', 'Who answers for it is missing.')
      if (reason === '') throw refuseField('reason', 'The reason is missing.')
      return writeOverride(open, subject, use, by, reason)
    },
    'consent.override',
  )
}

async function writeOverride(
  { db, action, keyring, context }: Entering,
  subject: SubjectId,
  use: ConsentUse,
  by: string,
  reason: string,
): Promise<Recorded> {
  const override = { subject, use, by, on: context.today, reason }
  await insertConsentOverrides(db, action, keyring, [override])
  return { taken: 1, unchanged: 0 }
}

/** Whom a form means: a person or a family of the register. */
export async function subjectIn(open: Entering, typed: string): Promise<SubjectId> {
  const id = typed.trim()
  if (id === '') throw refuseField('subject', 'Whom it is about is missing.')
  if ((await isPerson(open, id)) || (await isFamily(open, id))) return id as SubjectId
  throw refuseField('subject', `There is no person or family "${id}" in the register.`)
}
