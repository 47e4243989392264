/**
 * A benchmark made ready: its versions by the day they come into force, what each requires and when it
 * lapses, and which parts a later version has dropped.
 *
 * A day is judged by the version in force on it, a day before the first by the first. A part that a
 * later version lacks is a waiver of it from that version's `set` (rules R91, R92,
 * R94–R96, R99). A part that only changed its number is not lacking.
 */
import type { CalendarDate, DayNumber } from '../basics/calendar-date.ts'
import { toDayNumber } from '../basics/calendar-date.ts'
import type { BenchmarkId } from '../basics/ids.ts'
import { uncertainDate } from '../basics/uncertain-date.ts'
import type { BenchmarkText } from '../goals/benchmark.ts'
import {
  hurdlesOf,
  lapseOf,
  listsOf,
  partsOf,
  requiresOf,
  setOf,
} from '../goals/language/clauses.ts'
import { measuresOf } from '../goals/language/inputs.ts'
import { parseBenchmarks } from '../goals/language/parse-benchmarks.ts'
import { printMeasure, printTest } from '../goals/language/print-benchmark.ts'
import type { BenchmarkSyntax, Comparison, Term, Test } from '../goals/language/syntax.ts'
import { opposite, wantedBy } from './terms.ts'

export type BenchmarkVersion = {
  readonly syntax: BenchmarkSyntax
  /** As written, comments included; spans of the syntax are places in it. */
  readonly text: string
  /** The `set` as written; null is as old as the programme. */
  readonly set: string | null
  readonly by: string | null
  /** From this day on. */
  readonly inForce: DayNumber
  /** Everything that must hold, the parts dropped by then included; undefined where it only scales. */
  readonly requirement: Test | undefined
  /** Parts of earlier versions that this one lacks, with who dropped them and when. */
  readonly dropped: readonly DroppedPart[]
  /** Met when the benchmark lapses. */
  readonly lapse: { readonly test: Test; readonly explicit: boolean } | undefined
  /** The side of the first comparison that a ratchet watches. */
  readonly watched: { readonly term: Term; readonly wanted: 'more' | 'less' } | undefined
  /** The lists that its parts read, those of dropped parts included, by their names in the text. */
  readonly lists: ReadonlyMap<string, FrozenList>
}

/** An id, else a title, in its last version on or before `frozen` (rules R223). */
export type FrozenList = { readonly title: string; readonly frozen: string }

export type DroppedPart = {
  readonly part: Test
  readonly by: string
  readonly on: DayNumber
  /** The `set` of the version that dropped it, as written. */
  readonly set: string
}

export type CompiledBenchmark = {
  readonly id: BenchmarkId
  /** By the day they come into force; one at least. */
  readonly versions: readonly [BenchmarkVersion, ...BenchmarkVersion[]]
}

/** Compiles texts that have been checked. Texts that cannot be read are left out by name. */
export function compileBenchmarks(
  texts: readonly BenchmarkText[],
  from: CalendarDate | null,
): ReadonlyMap<BenchmarkId, CompiledBenchmark> {
  const began = from === null ? (-Infinity as DayNumber) : toDayNumber(from)
  const byId = new Map<BenchmarkId, { syntax: BenchmarkSyntax; text: string }[]>()
  for (const { text } of texts)
    for (const syntax of parseBenchmarks(text).benchmarks)
      byId.set(syntax.id, [...(byId.get(syntax.id) ?? []), { syntax, text }])

  const compiled = new Map<BenchmarkId, CompiledBenchmark>()
  for (const [id, written] of byId) {
    const inOrder = written
      .map((each) => ({ ...each, inForce: inForceFrom(each.syntax, began) }))
      .toSorted((a, b) => a.inForce - b.inForce)
    const versions: BenchmarkVersion[] = []
    for (const each of inOrder) versions.push(compileVersion(each, versions.at(-1)))
    const [first, ...later] = versions
    if (first) compiled.set(id, { id, versions: [first, ...later] })
  }
  return compiled
}

function inForceFrom(syntax: BenchmarkSyntax, began: DayNumber): DayNumber {
  const set = setOf(syntax)
  return set ? toDayNumber(uncertainDate(set.date).latest) : began
}

function compileVersion(
  written: { syntax: BenchmarkSyntax; text: string; inForce: DayNumber },
  before: BenchmarkVersion | undefined,
): BenchmarkVersion {
  const { syntax, text, inForce } = written
  const set = setOf(syntax)
  const parts = partsOf(syntax)
  const heads = new Set(parts.map(headOf))
  const lacking = before
    ? [
        ...before.dropped,
        ...partsOf(before.syntax).map((part) => ({
          part,
          by: set?.by ?? '',
          on: inForce,
          set: set?.date ?? '',
        })),
      ].filter(({ part }) => !heads.has(headOf(part)))
    : []
  const requirement = conjunction([...parts, ...lacking.map(({ part }) => part)], parts)
  return {
    syntax,
    text,
    set: set?.date ?? null,
    by: set?.by ?? null,
    inForce,
    requirement,
    dropped: lacking,
    lapse: compileLapse(
      syntax,
      lacking.map(({ part }) => part),
    ),
    watched: watchedIn(parts),
    lists: new Map([
      ...(before?.lists ?? []),
      ...listsOf(syntax).map(({ name, title, frozen }) => [name, { title, frozen }] as const),
    ]),
  }
}

/** The version in force on a day, and whether the day is before the first. */
export function versionOn(
  { versions }: CompiledBenchmark,
  day: DayNumber,
): { readonly version: BenchmarkVersion; readonly later: boolean } {
  const version = versions.findLast(({ inForce }) => inForce <= day)
  return version ? { version, later: false } : { version: versions[0], later: true }
}

/**
 * What a part asks about, without the number it asks for: two parts with one head are versions of each
 * other.
 */
function headOf(part: Test): string {
  switch (part.test) {
    case 'compare':
      return `${withoutNumbers(part.left)} ${directionOf(part.op)} ${withoutNumbers(part.right)}`
    case 'off':
      return `off ${part.state}`
    case 'rule':
      return `rule ${part.rule}`
    case 'resolved': {
      const by = part.by ? `${String(part.by.every)} ${part.by.outcomes.toSorted().join(' ')}` : ''
      return `${part.unit} ${part.list} ${by}`
    }
    case 'judged':
      return `judged ${part.question}`
    case 'ratchet':
      return 'ratchet'
    case 'kept':
    case 'at-least':
    case 'and':
    case 'or':
    case 'not':
      return printTest(part)
  }
}

function directionOf(op: Comparison): string {
  return op === '=' || op === '!=' ? op : wantedBy(op)
}

function withoutNumbers(term: Term): string {
  if (term.term === 'quantity') return '#'
  if (term.term === 'measure') return printMeasure(term)
  return `(${withoutNumbers(term.left)} ${term.op} ${withoutNumbers(term.right)})`
}

/** Joined by `and`; the span is that of the parts that stand in this version's text. */
function conjunction(parts: readonly Test[], own: readonly Test[] = parts): Test | undefined {
  const [first] = parts
  if (!first || parts.length === 1) return first
  const spans = (own.length > 0 ? own : parts).map(({ span }) => span)
  const span = {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  }
  return { test: 'and', parts, span }
}

/**
 * The default lapse test is the negated requirement, its numbers moved by a tenth of themselves so that
 * a result on the line does not flap; hurdles and all other tests are negated as they stand. A failed
 * hurdle lapses beside a `lapse when` too.
 */
function compileLapse(
  syntax: BenchmarkSyntax,
  dropped: readonly Test[],
): { test: Test; explicit: boolean } | undefined {
  const hurdles = hurdlesOf(syntax).map(({ test }) => test)
  const explicit = lapseOf(syntax)
  const required = [...requiresOf(syntax), ...dropped].map((test) => relaxed(test, 1))
  const fallen = [...(explicit ? [] : required), ...hurdles]
  const kept = conjunction(fallen)
  const broken: Test | undefined = kept && { test: 'not', part: kept, span: kept.span }
  if (!explicit) return broken && { test: broken, explicit: false }
  if (!broken) return { test: explicit, explicit: true }
  return { test: { test: 'or', parts: [explicit, broken], span: explicit.span }, explicit: true }
}

const DEAD_BAND = 0.1

/** The test with its numbers moved in favour of it (`way` 1) or against it (−1, under `not`). */
function relaxed(test: Test, way: 1 | -1): Test {
  switch (test.test) {
    case 'and':
    case 'or':
      return { ...test, parts: test.parts.map((part) => relaxed(part, way)) }
    case 'at-least':
      return { ...test, of: test.of.map((part) => relaxed(part, way)) }
    case 'not':
      return { ...test, part: relaxed(test.part, way === 1 ? -1 : 1) }
    case 'compare': {
      if (test.op === '=' || test.op === '!=') return test
      const rightDown = wantedBy(test.op) === 'more' ? -way : way
      return {
        ...test,
        left: moved(test.left, -rightDown),
        right: moved(test.right, rightDown),
      }
    }
    default:
      return test
  }
}

function moved(term: Term, way: number): Term {
  if (term.term !== 'quantity') return term
  const band = Math.abs(term.value) * DEAD_BAND
  return { ...term, value: term.value + way * band }
}

function watchedIn(parts: readonly Test[]): BenchmarkVersion['watched'] {
  const compare = parts.find((part) => part.test === 'compare')
  if (compare?.test !== 'compare') return undefined
  // The measure may stand on either side of what it is compared with.
  return measuresOf(compare.left).length > 0
    ? { term: compare.left, wanted: wantedBy(compare.op) }
    : { term: compare.right, wanted: opposite(wantedBy(compare.op)) }
}
