/**
 * Where a benchmark stands on a day, as known on a day: the finding, its life, waivers and gestures
 * (rules R84–R108).
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import { dueOf, scaleOf, waiverClauseOf } from '../goals/language/clauses.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import type { Waiver } from '../goals/waiver.ts'
import type { BenchmarkVersion, CompiledBenchmark } from './compiled-benchmark.ts'
import { versionOn } from './compiled-benchmark.ts'
import type { Evaluator, Requirement, Reviewed } from './evaluator.ts'
import type { GestureReason } from './gesture.ts'
import { gestureReasons } from './gesture.ts'
import type { MeasureValue } from './measure-reading.ts'
import { readMeasure } from './measure.ts'
import type { Verdict } from './verdict.ts'
import { later } from './window.ts'

export const LIVES = [
  'not-due',
  'waived',
  'lapsed',
  'unverified',
  'slipping',
  'by-a-later-standard',
] as const
export type Life = (typeof LIVES)[number]

export type WaiverInForce = {
  readonly by: string
  readonly ground: string
  readonly from: string
  readonly until: string | null
}

export type BenchmarkFinding = {
  readonly benchmark: CompiledBenchmark
  readonly version: BenchmarkVersion
  readonly asOf: DayNumber
  readonly standing: Verdict
  /** Every life that applies, the one shown first. */
  readonly lives: readonly Life[]
  readonly reviewed: Reviewed
  readonly requirement: Requirement
  readonly holdingSince: DayNumber | null
  readonly waiver: WaiverInForce | null
  /** Waivers on record that the benchmark's `waiver` clause does not allow. */
  readonly waiversRefused: readonly Waiver[]
  readonly due: { readonly on: DayNumber; readonly graceUntil: DayNumber | null } | null
  /** The first review at which it stood met; tells how late. */
  readonly metSince: DayNumber | null
  readonly gesture: readonly GestureReason[]
  /** What its `scale` clause pays by; it has no part in the standing. */
  readonly scale: readonly MeasureValue[]
}

/** The finding on one benchmark; entries of the register are named where `named` asks for it. */
export function findStanding(
  evaluator: Evaluator,
  benchmark: CompiledBenchmark,
  asOfDate: CalendarDate,
  knownOn: CalendarDate,
  named = true,
): BenchmarkFinding {
  const asOf = toDayNumber(asOfDate)
  const view = evaluator.viewOn(knownOn)
  const { version, later: laterStandard } = versionOn(benchmark, asOf)
  const reviews = evaluator.reviewsOf(benchmark, asOf, view)
  const reviewed = reviews.at(-1)
  if (!reviewed) throw new Error('the day itself is always reviewed')
  const requirement = evaluator.requirementOn(version, asOf, view, named)
  const { standing, state } = reviewed
  const due = readDue(version)
  const day = Math.min(asOf, toDayNumber(knownOn))
  const { waiver, refused } = findWaiver(evaluator, benchmark, version, asOf, knownOn, standing)
  const lives: Life[] = []
  if (due && day < due.on) lives.push('not-due')
  if (waiver) lives.push('waived')
  if (state.lapsedSince !== null) lives.push('lapsed')
  if (state.unverifiedSince !== null) lives.push('unverified')
  if (state.slippingSince !== null) lives.push('slipping')
  if (laterStandard) lives.push('by-a-later-standard')
  return {
    benchmark,
    version,
    asOf,
    standing,
    lives,
    reviewed,
    requirement,
    holdingSince: state.held ? null : (state.run?.since ?? null),
    waiver,
    waiversRefused: refused,
    due,
    metSince: sinceWhen(reviews),
    gesture: gestureReasons(evaluator, version, asOf, view, requirement, state.held),
    scale: scaleOf(version.syntax).flatMap(({ term }) =>
      measuresOf(term).map((measure) =>
        readMeasure(measure, evaluator.contextOn(version, asOf, view, named), 'more'),
      ),
    ),
  }
}

/** The start of the unbroken run of reviews that stood met, up to the last. */
function sinceWhen(reviews: readonly Reviewed[]): DayNumber | null {
  let since: DayNumber | null = null
  for (const { day, standing } of reviews) since = standing === 'met' ? (since ?? day) : null
  return since
}

function readDue(version: BenchmarkVersion): BenchmarkFinding['due'] {
  const clause = dueOf(version.syntax)
  if (!clause) return null
  const on = toDayNumber(uncertainDate(clause.date).latest)
  return { on, graceUntil: clause.grace ? later(on, clause.grace) : null }
}

/**
 * The row is the waiver, a `waiver` clause limits who and how long, and it lies over anything but *met*
 * (rules R97–R99). A part that a later version lacks is waived from that version's `set`, without end.
 */
function findWaiver(
  { record }: Evaluator,
  benchmark: CompiledBenchmark,
  version: BenchmarkVersion,
  asOf: DayNumber,
  knownOn: CalendarDate,
  standing: Verdict,
): { waiver: WaiverInForce | null; refused: Waiver[] } {
  const own = record.waivers
    .filter((waiver) => waiver.benchmark === benchmark.id && waiver.known.latest <= knownOn)
    .toSorted((a, b) => toDayNumber(a.from.latest) - toDayNumber(b.from.latest))
  const { max = null } = waiverClauseOf(version.syntax) ?? {}
  const within = own.filter((waiver) => allows(version, waiver)).slice(0, max ?? Infinity)
  const refused = own.filter((waiver) => !within.includes(waiver))
  if (standing === 'met') return { waiver: null, refused }
  const granted = within.findLast(
    (waiver) =>
      toDayNumber(waiver.from.latest) <= asOf &&
      (waiver.until === null || asOf <= toDayNumber(waiver.until.latest)),
  )
  if (granted)
    return {
      waiver: {
        by: granted.by,
        ground: granted.ground,
        from: granted.from.text,
        until: granted.until?.text ?? null,
      },
      refused,
    }
  const dropped = version.dropped.find(({ on }) => on <= asOf)
  if (!dropped) return { waiver: null, refused }
  return {
    waiver: {
      by: dropped.by,
      ground: 'a later version of the benchmark lacks a part of it',
      from: dropped.set,
      until: null,
    },
    refused,
  }
}

/** Whether the clause of the benchmark, if it has one, allows such a waiver. */
function allows(version: BenchmarkVersion, waiver: Waiver): boolean {
  const clause = waiverClauseOf(version.syntax)
  if (!clause) return true
  if (clause.by.trim().toLocaleLowerCase('en') !== waiver.by.trim().toLocaleLowerCase('en'))
    return false
  if (waiver.until === null) return false
  const from = toDayNumber(waiver.from.earliest)
  const last =
    typeof clause.until === 'string'
      ? toDayNumber(uncertainDate(clause.until).latest)
      : later(from, clause.until)
  return toDayNumber(waiver.until.latest) <= last
}
