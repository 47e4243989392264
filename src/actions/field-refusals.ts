/** Refusals that belong to one field of what was typed. */
import { isCalendarDate, type CalendarDate } from '../domain/basics/calendar-date.ts'
import { EntryRefused } from './form-entries.ts'

/** A refusal at one field, by its pointer in the request. */
export function refusedField(pointer: string, detail: string): EntryRefused {
  return new EntryRefused(detail, [{ pointer, detail }])
}

/** A day as typed; null where it is left empty. Throws `EntryRefused` at the field. */
export function dayOrNull(text: string, pointer: string): CalendarDate | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (isCalendarDate(trimmed)) return trimmed
  throw refusedField(
    pointer,
    `“${trimmed}” is not a day. Write it as YYYY-MM-DD, such as 1988-12-31.`,
  )
}
