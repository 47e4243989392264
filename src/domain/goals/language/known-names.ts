/** What stands on record and a benchmark can name; undefined where a text is checked on its own. */
import type { CountingUnit } from '../../basics/counting-unit.ts'
import type { SeriesKind } from '../../evidence/series.ts'
import type { Span } from './syntax.ts'

export type KnownNames = {
  readonly seriesOf: (
    id: string,
  ) => { readonly kind: SeriesKind; readonly unit: string } | undefined
  readonly series: readonly string[]
  readonly states: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
  readonly acts: ReadonlySet<string>
  readonly undertakings: ReadonlySet<string>
  readonly questions: ReadonlySet<string>
  readonly reporters: ReadonlySet<string>
  /** What the programme counts in. */
  readonly counting?: CountingUnit
  /** Ids, numbers and titles of lists; undefined where they are not looked up. */
  readonly lists?: ReadonlySet<string>
}

/** Errors make a text unfit to judge by; warnings say that it can be judged and will not be told yet. */
export type Severity = 'error' | 'warning'
export type Tell = (severity: Severity, span: Span, message: string) => void
