/**
 * Which days of a window reports have watched (rules R45, R46).
 *
 * Coverage of a subject covers what stands below it after `/`. A report without keys covers all
 * values; one with keys covers only a question that asks for those values. Reports that abut join;
 * one missing day is a gap. Coverage by the counterpart closes nothing.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { fold, readDetail } from './detail.ts'
import type { EventInView } from './known-evidence.ts'

export type DayRange = { readonly from: DayNumber; readonly to: DayNumber }
export type Condition = { readonly key: string; readonly value: string }

export type Coverage = {
  /** Maximal runs of days that no report covers, in order. */
  readonly gaps: readonly DayRange[]
  readonly reports: readonly EventInView[]
}

export function coverageOver(
  reports: readonly EventInView[],
  subject: string,
  where: readonly Condition[],
  window: DayRange,
): Coverage {
  const asked = new Map(where.map(({ key, value }) => [fold(key), fold(value)]))
  const used = reports
    .filter(
      ({ event, claim, byCounterpart, verification }) =>
        !claim &&
        !byCounterpart &&
        verification === 'confirmed' &&
        standsUnder(subject, event.subject) &&
        [...readDetail(event.detail)].every(([key, value]) => asked.get(key) === value),
    )
    .map((report) => ({
      report,
      from: toDayNumber(report.event.date.earliest),
      to: toDayNumber(report.event.date.latest),
    }))
    .filter(({ from, to }) => from <= window.to && to >= window.from)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)

  const gaps: DayRange[] = []
  let next = window.from as number
  for (const { from, to } of used) {
    if (from > next) gaps.push({ from: next as DayNumber, to: (from - 1) as DayNumber })
    next = Math.max(next, to + 1)
  }
  if (next <= window.to) gaps.push({ from: next as DayNumber, to: window.to })
  return { gaps, reports: used.map(({ report }) => report) }
}

/** Whether `name` is the subject or stands below it: `jamming/voa` stands under `jamming`. */
export function standsUnder(name: string, subject: string): boolean {
  return name === subject || name.startsWith(`${subject}/`)
}
