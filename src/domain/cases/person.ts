/**
 * A person one is trying to help. Each row of `cases/persons.csv` is a name with what came with it;
 * rows of one id are one person. Rows that say different things about one person all stand and show.
 */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { PersonId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export const NAME_KINDS = [
  'official',
  'legal',
  'religious',
  'patronymic',
  'alias',
  'spelling',
] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** One row: a name, and what the row says besides. Empty text and null are "not said". */
export type PersonName = {
  readonly entry: number
  readonly person: PersonId
  readonly name: string
  /** ISO 15924 (`Latn`, `Cyrl`, `Arab` …); empty where the row does not say. */
  readonly script: string
  readonly kind: NameKind
  /** As written where it is no date that exists: such a birth stays, flagged, and is compared with nothing. */
  readonly birth: UncertainDate | string | null
  readonly sex: string
  readonly nationality: string
  readonly place: string
  readonly occupation: string
  readonly withdrawn: CalendarDate | null
}
