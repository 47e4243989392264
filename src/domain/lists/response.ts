/** What the other side answered on one entry: a claim to verify, never an outcome. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { CaseId, ListId } from '../basics/ids.ts'

export const RESPONSE_CODES = [
  'favourable',
  'pledged',
  'refuses',
  'denies-facts',
  'asks-for-information',
  'already-departed',
  'does-not-wish-to-leave',
  'third-country',
  'deceased',
  'unknown-person',
  'token',
  'none',
] as const
export type ResponseCode = (typeof RESPONSE_CODES)[number]

export type ListResponse = {
  readonly entry: number
  readonly list: ListId
  readonly version: string
  readonly case: CaseId
  /** Also the day since which it is known. */
  readonly date: CalendarDate
  readonly code: ResponseCode
  readonly words: string
  readonly withdrawn: CalendarDate | null
}
