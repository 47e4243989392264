/**
 * How many acts there were (rules R42–R46, R48).
 *
 * Silence is not zero: without coverage a count is [n, ∞), with it [n, n]; unconfirmed acts, uncertain
 * dates and acts that lack the key asked for widen the upper end.
 */
import { toDayNumber } from '../basics/calendar-date.ts'
import type { Interval } from '../basics/interval.ts'
import { exactly, subtract } from '../basics/interval.ts'
import { coverageOver, standsUnder } from '../evidence/coverage.ts'
import { fold, readDetail } from '../evidence/detail.ts'
import { OPPOSITES } from '../evidence/event.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import type { EventInView } from '../evidence/known-evidence.ts'
import type { Condition } from '../goals/language/syntax.ts'
import type { MeasureReading } from './measure-reading.ts'
import { sober } from './measure-reading.ts'
import type { Missing } from './missing.ts'
import type { Days } from './window.ts'

/** How many acts of a kind fall in the days. */
export function countActs(
  kind: string,
  where: readonly Condition[],
  days: Days,
  view: EvidenceView,
): MeasureReading {
  let sure = 0
  const [counted, doubtful]: [EventInView[], EventInView[]] = [[], []]
  for (const act of view.acts(kind).events) {
    const fits = matches(act, where)
    const within = lies(act, days)
    if (fits === 'no' || within === 'no') continue
    if (fits === 'yes' && within === 'yes' && act.verification === 'confirmed') {
      sure += 1
      counted.push(act)
    } else doubtful.push(act)
  }
  const { gaps, reports } = coverageOver(view.coverage().events, kind, where, days)
  const missing: Missing[] = []
  if (gaps.length > 0)
    missing.push({ missing: 'coverage', subject: kind, where: printWhere(where), gaps })
  if (doubtful.length > 0) missing.push({ missing: 'certainty', events: doubtful })
  if (days.running) missing.push({ missing: 'future', after: days.to })
  const closed = gaps.length === 0 && !days.running
  const atMost = (perhaps: number): Interval => ({
    low: sure,
    high: closed ? sure + perhaps : Infinity,
  })
  const claims = doubtful.filter(({ claim }) => claim).length
  return {
    reporter: null,
    claim: false,
    interval: atMost(doubtful.length),
    withoutClaims: claims === 0 ? null : atMost(doubtful.length - claims),
    contradiction: [],
    figures: [],
    events: [...counted, ...(closed ? reports : [])],
    entries: [],
    missing,
  }
}

/** Acts that add less acts that take away. */
export function netActs(
  kind: string,
  where: readonly Condition[],
  days: Days,
  view: EvidenceView,
): MeasureReading {
  const { adds, takes } = OPPOSITES[kind] ?? { adds: [kind], takes: [] }
  const count = (kinds: readonly string[]) =>
    kinds.map((each) => countActs(each, where, days, view))
  const [added, taken] = [count(adds), count(takes)]
  const all = [...added, ...taken]
  return {
    reporter: null,
    claim: false,
    interval: subtract(sumOf(added), sumOf(taken)),
    withoutClaims: all.some(({ withoutClaims }) => withoutClaims)
      ? subtract(sumOf(added.map(sober)), sumOf(taken.map(sober)))
      : null,
    contradiction: [],
    figures: [],
    events: all.flatMap((reading) => reading.events),
    entries: [],
    missing: all.flatMap((reading) => reading.missing),
  }
}

function sumOf(readings: readonly MeasureReading[]): Interval {
  return readings.reduce<Interval>(
    (sum, { interval }) => ({
      low: sum.low + (interval?.low ?? 0),
      high: sum.high + (interval?.high ?? Infinity),
    }),
    exactly(0),
  )
}

/** Conditions are joined by `and`, caseless; an act that lacks a key may or may not fit. */
function matches(act: EventInView, where: readonly Condition[]): 'yes' | 'no' | 'perhaps' {
  let answer: 'yes' | 'perhaps' = 'yes'
  for (const { key, value } of where) {
    const actual = valueOf(act, fold(key))
    if (actual === undefined || actual === '') answer = 'perhaps'
    else if (fold(key) === 'subject' ? !standsUnder(actual, fold(value)) : actual !== fold(value))
      return 'no'
  }
  return answer
}

function valueOf({ event }: EventInView, key: string): string | undefined {
  if (key === 'subject') return fold(event.subject)
  if (key === 'basis') return event.basis ?? undefined
  return readDetail(event.detail).get(key)
}

function lies({ event }: EventInView, { from, to }: Days): 'yes' | 'no' | 'perhaps' {
  const [earliest, latest] = [toDayNumber(event.date.earliest), toDayNumber(event.date.latest)]
  if (latest < from || earliest > to) return 'no'
  return earliest >= from && latest <= to ? 'yes' : 'perhaps'
}

function printWhere(where: readonly Condition[]): string {
  return where.map(({ key, value }) => `${key} = ${value}`).join(' and ')
}
