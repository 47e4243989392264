/** A person's or a family's matter under one category. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, SubjectId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

/** Those that a rule reads; a programme may use others, and says nothing resolves them (rules R152). */
export const CASE_CATEGORIES = [
  'prisoner',
  'exile',
  'psychiatric',
  'divided-spouse',
  'dual-national',
  'divided-family',
  'refused-exit',
] as const
export type CaseCategory = (typeof CASE_CATEGORIES)[number]

export type CaseEntry = {
  readonly entry: number
  readonly id: CaseId
  readonly subject: SubjectId
  /** A `CaseCategory` or the programme's own word. */
  readonly category: string
  /** `key: value; key: value` or plain words: the right exercised, PACE 1900 § 3 letter, Working Group category, who recognises it and since when. */
  readonly ground: string
  readonly region: string
  /** The authority that decides on it. */
  readonly authority: string
  readonly opened: UncertainDate | null
  readonly withdrawn: CalendarDate | null
}
