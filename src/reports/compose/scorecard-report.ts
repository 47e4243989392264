/** What a scorecard on paper is made from: the assessment of a day, frozen as an edition or not. */
import type { Scorecard } from '../../domain/assessment/scorecard.ts'
import type { CitedSource } from './citation-notes.ts'

export type ScorecardReport = {
  readonly scorecard: Omit<Scorecard, 'strips' | 'span'>
  /** Paragraphs, an empty line between them; for a new one `METHOD`. */
  readonly method: string
  /** The texts of the benchmarks as they then stood, by id. */
  readonly texts: Readonly<Record<string, string>>
  /** Every source that is cited, by id. */
  readonly sources: Readonly<Record<string, CitedSource>>
  /** Null where the scorecard is a reading of the day that nobody has signed. */
  readonly edition: {
    readonly id: string
    readonly signedBy: string
    /** `YYYY-MM-DD` */
    readonly issuedOn: string
    readonly corrects: string | null
    readonly reason: string
  } | null
  /** The day it is printed, `YYYY-MM-DD`; of an edition the day of issue. */
  readonly madeOn: string
}
