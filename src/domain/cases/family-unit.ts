/** Persons counted together. Figures are kept in persons and in family units (rules R150). */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { FamilyId, PersonId } from '../basics/ids.ts'

/** Free words, but for one that a rule reads: who lives abroad already is not counted. */
export const ABROAD = 'abroad'

export type FamilyMember = {
  readonly entry: number
  readonly family: FamilyId
  readonly person: PersonId
  readonly role: string
  readonly withdrawn: CalendarDate | null
}
