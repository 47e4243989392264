/** Who of the family, a lawyer or a sponsor was spoken to, what was said, and what we promised them. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { SubjectId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

/** Promises that a rule reads: the gate asks for those who were told that they would be on the list. */
export const PROMISED_INCLUSION = 'inclusion'

export type ContactEntry = {
  readonly entry: number
  readonly subject: SubjectId
  readonly date: UncertainDate
  readonly with: string
  /** `family`, `lawyer`, `sponsor`, or another word. */
  readonly role: string
  readonly words: string
  /** What we promised, in words; `inclusion` or `inclusion: LIST` is a place on a list. Empty: nothing. */
  readonly promised: string
  readonly known: CalendarDate | null
  readonly withdrawn: CalendarDate | null
}

/** A contact is known from its own day, else from when it took place. */
export function contactKnownSince({ known, date }: ContactEntry): CalendarDate {
  return known ?? date.latest
}
