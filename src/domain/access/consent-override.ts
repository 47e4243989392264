/**
 * Where someone answers for a use without consent, and whom that covers (rules R148, R242).
 *
 * An override covers whom it names. One that names a family covers members who were not asked, whose
 * yes has ended, or for whom the family refused; a person's own refusal is overridden only by naming that
 * person. A refusal that is later than the override stands against it.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { FamilyId, PersonId, SubjectId } from '../basics/ids.ts'
import type { ConsentEntry, ConsentUse } from './consent.ts'
import { isOwnWord, isRefusal, type ConsentStanding } from './consent-standing.ts'

/** A use that was made of something without a consent that covers it: by whom, when, and why. */
export type ConsentOverride = {
  readonly entry: number
  readonly subject: SubjectId
  readonly use: ConsentUse
  readonly by: string
  readonly on: CalendarDate
  readonly reason: string
}

/** One person with all entries merged into it, and the families that may speak for that person. */
type OverrideSubject = {
  readonly ids: readonly PersonId[]
  readonly families: readonly FamilyId[]
}

/** Whether an override of this use covers a person whose consent stands so. */
export function overrideCovers(
  { subject, on }: Pick<ConsentOverride, 'subject' | 'on'>,
  { ids, families }: OverrideSubject,
  consent: ConsentStanding,
): boolean {
  const names = isOneOf(subject, ids)
  if (!names && !isOneOf(subject, families)) return false
  if (!isRefusal(consent)) return true
  return on >= refusedSince(consent) && (names || !isOwnWord(consent.decidedBy, ids))
}

function refusedSince({
  standing,
  decidedBy,
}: ConsentStanding & { readonly decidedBy: ConsentEntry }): CalendarDate {
  return standing === 'withdrawn' && decidedBy.withdrawn !== null
    ? decidedBy.withdrawn
    : decidedBy.date.latest
}

function isOneOf(id: string, ids: readonly string[]): boolean {
  return ids.includes(id)
}
