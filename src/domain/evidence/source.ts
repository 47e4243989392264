/** Where something known comes from: a publication, document, organisation or person. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { SourceId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'

export type Source = {
  readonly entry: number
  readonly id: SourceId
  readonly title: string
  /** Publication, document, organisation, person, family, monitor, court, embassy …: a free word. */
  readonly kind: string
  readonly published: UncertainDate | null
  readonly url: string
  /** Reliability of the source, apart from the validity of what it said: a free word. */
  readonly reliability: string
  /** Its identity is kept apart from what it said. */
  readonly protected: boolean
  /** The source that this one repeats; the two count as one where independence is asked. */
  readonly origin: SourceId | null
  /** Gone from that day. */
  readonly withdrawn: CalendarDate | null
}

/** A place in a source: `p. 263`, `n. 3`, `¶ 4`. */
export type Citation = { readonly source: SourceId; readonly at: string }

/** A citation as printed: `source-id @ locator` (rules R10). */
export function printCitation({ source, at }: Citation): string {
  return at === '' ? source : `${source} @ ${at}`
}
