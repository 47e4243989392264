/** What keeps a verdict open, as data; `sentences.ts` puts it into words. */
import type { DayNumber } from '../basics/calendar-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'
import type { CaseId } from '../basics/ids.ts'
import type { DayRange } from '../evidence/coverage.ts'
import type { ReporterFigures } from '../evidence/evidence-view.ts'
import type { EventInView, KnownFigure } from '../evidence/known-evidence.ts'

export type Missing =
  /** No reporter has a figure in reach, or not the one that was chosen. Series as they are called. */
  | {
      readonly missing: 'figures'
      readonly series: string
      readonly days: DayRange | null
      readonly by: string | null
    }
  /** A reporter's figures leave part of the window open. */
  | {
      readonly missing: 'part'
      readonly reporter: ReporterFigures
      readonly days: DayRange
    }
  /** The window has days that have not come yet. */
  | { readonly missing: 'future'; readonly after: DayNumber }
  | {
      readonly missing: 'coverage'
      readonly subject: string
      readonly where: string
      readonly gaps: readonly DayRange[]
    }
  /** Acts that may or may not count: unconfirmed, of uncertain date, or without the key asked for. */
  | { readonly missing: 'certainty'; readonly events: readonly EventInView[] }
  | {
      readonly missing: 'stage'
      readonly subject: string
      readonly kind: 'state' | 'rule'
      readonly since: DayNumber | null
    }
  | {
      readonly missing: 'outcome'
      readonly undertaking: string
      readonly why: 'no-undertaking' | 'no-outcome' | 'open' | 'only-their-word'
    }
  /** No version by the frozen day, the day itself not come, or nobody on it to tell by. */
  | {
      readonly missing: 'list'
      readonly list: string
      readonly why: 'not-on-record' | 'not-frozen' | 'empty'
      readonly frozen: DayNumber
    }
  /** Units whose outcome is likely, possible or unknown and not confirmed. */
  | {
      readonly missing: 'confirmation'
      readonly unit: CountingUnit
      readonly count: number
      readonly cases: readonly CaseId[]
    }
  | { readonly missing: 'register' }
  | {
      readonly missing: 'judgement'
      readonly question: string
      readonly why: 'no-unit' | 'too-few-units' | 'no-variation' | 'low-agreement' | 'coders-differ'
      readonly units: number
      readonly alpha: number | null
    }
  | { readonly missing: 'only-claims'; readonly reporters: readonly string[] }
  | { readonly missing: 'peers'; readonly series: string }
  | { readonly missing: 'independence'; readonly asked: number; readonly found: number }
  | { readonly missing: 'more-than-an-index' }
  | { readonly missing: 'more-than-a-model' }
  | { readonly missing: 'a-level' }
  | { readonly missing: 'track-record'; readonly since: DayNumber | null }
  /** Reviews within a hold at which it could not be told. */
  | { readonly missing: 'paused-reviews'; readonly count: number; readonly since: DayNumber }

/** Why sources lead to different verdicts. */
export type Dispute =
  | {
      readonly dispute: 'reporters'
      readonly met: readonly string[]
      readonly notMet: readonly string[]
    }
  | {
      readonly dispute: 'contradiction'
      readonly reporter: string
      readonly figures: readonly KnownFigure[]
    }
