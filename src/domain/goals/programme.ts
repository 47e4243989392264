/** A programme and the choices that hold for all its goals: one mapping in `programme.yaml`. */
import type { CalendarDate } from '../basics/calendar-date.ts'
import type { ProgrammeId } from '../basics/ids.ts'
import type { UncertainDate } from '../basics/uncertain-date.ts'
import type { CountingUnit } from '../basics/counting-unit.ts'

/** Month ends unless the programme sets another rhythm, or its own days. */
export type Reviews =
  | { readonly every: 'month' | 'quarter' | 'half-year' | 'year' }
  | { readonly on: readonly CalendarDate[] }

export type Baseline = { readonly id: string; readonly title: string; readonly in: UncertainDate }

export type Programme = {
  readonly id: ProgrammeId
  readonly title: string
  /** ISO 3166, -3 for former countries. */
  readonly counterpart: string
  readonly sender: string
  /** Since when it runs; benchmarks without `set` are as old. */
  readonly from: CalendarDate | null
  readonly counting: CountingUnit
  readonly baselines: readonly Baseline[]
  readonly reviews: Reviews
  /** Reporters and sources that speak for the counterpart. */
  readonly claims: readonly string[]
  /** Further groups of subjects of which one can take the place of another. */
  readonly substitutes: readonly (readonly string[])[]
}
