/**
 * What a met requirement must rest on besides (rules R76, R77, R80).
 *
 * An expert index may inform or block and never closes a benchmark alone; a gain over an earlier time
 * never suffices without a level; `evidence N independent` asks for different reporters, and different
 * source kinds where `of` is given, a source that repeats another counting with it.
 */
import type { SourceId } from '../basics/ids.ts'
import type { KnownEvidence } from '../evidence/known-evidence.ts'
import { measuresOf, namesIn, readsRegister } from '../goals/language/inputs.ts'
import { printArgument } from '../goals/language/print-benchmark.ts'
import type { Argument, Measure, Term, Test } from '../goals/language/syntax.ts'
import type { Series } from '../evidence/series.ts'
import type { Missing } from './missing.ts'
import type { TestResult } from './test-result.ts'

/** As `casesOf` names them. */
const CASES_READ = /^(?:stock|count|net) cases/

type Weight = 'closes' | 'index' | 'gain'

/** Why a met requirement may not close the benchmark; undefined when it may. */
export function whyNotClosed(
  result: TestResult,
  seriesOf: (id: string) => Series | undefined,
): Missing | undefined {
  const weight = weigh(result, seriesOf)
  if (weight === 'index') return { missing: 'more-than-an-index' }
  return weight === 'gain' ? { missing: 'a-level' } : undefined
}

function weigh(result: TestResult, seriesOf: (id: string) => Series | undefined): Weight {
  const { test } = result
  if (test.test === 'compare') return weighComparison(test, seriesOf)
  if (result.parts.length === 0) return 'closes'
  const counted =
    test.test === 'not' ? result.parts : result.parts.filter(({ verdict }) => verdict === 'met')
  const weights = counted.map((part) => weigh(part, seriesOf))
  return weights.includes('closes') ? 'closes' : (weights[0] ?? 'closes')
}

function weighComparison(
  test: Extract<Test, { test: 'compare' }>,
  seriesOf: (id: string) => Series | undefined,
): Weight {
  const [left, right] = [readIn(test.left), readIn(test.right)]
  const all = [...left, ...right]
  if (all.length > 0 && all.every((id) => seriesOf(id)?.kind === 'index')) return 'index'
  const sameBothSides = left.some((id) => right.includes(id))
  const times = [test.left, test.right].flatMap(measuresOf).flatMap(timesOf)
  const atTwoTimes = times.some(
    ({ name, time }) =>
      (seriesOf(name) !== undefined || CASES_READ.test(name)) &&
      times.some((other) => other.name === name && other.time !== time),
  )
  const overPeers = [test.left, test.right]
    .flatMap(measuresOf)
    .some(({ name, arguments: [, peers] }) => peers && name !== 'share')
  return (sameBothSides || atTwoTimes) && !overPeers ? 'gain' : 'closes'
}

/** What a measure reads and over which time, each measure within it by itself. */
function timesOf(measure: Measure): { readonly name: string; readonly time: string }[] {
  const time = JSON.stringify(measure.window)
  return measure.arguments.flatMap((each) =>
    each.argument === 'measure'
      ? timesOf(each.measure)
      : [{ name: readsRegister(measure, each) ? casesOf(measure, each) : each.name, time }],
  )
}

/** What a term reads: series, kinds of act, and choices among the cases of the register. */
function readIn(term: Term): string[] {
  return measuresOf(term).flatMap((measure) => [...namesIn(measure), ...registerIn(measure)])
}

function registerIn(measure: Measure): string[] {
  return measure.arguments.flatMap((each) =>
    each.argument === 'measure'
      ? registerIn(each.measure)
      : readsRegister(measure, each)
        ? [casesOf(measure, each)]
        : [],
  )
}

function casesOf({ name }: Measure, argument: Argument): string {
  return `${name} ${printArgument(argument)}`
}

/** How many independent words a result rests on. */
export function countIndependent(
  result: TestResult,
  evidence: KnownEvidence,
  of: readonly string[] | null,
): number {
  const words = wordsBehind(result, evidence).filter(({ kind }) => of === null || of.includes(kind))
  return largestIndependent(words, of !== null)
}

type Word = { readonly reporter: string; readonly root: SourceId; readonly kind: string }

function wordsBehind(result: TestResult, evidence: KnownEvidence): Word[] {
  const figures = result.figures
    .filter(({ claim }) => !claim)
    .flatMap(({ reporter, citations }) => citations.map(({ source }) => ({ reporter, source })))
  const events = result.events
    .filter(({ byCounterpart }) => !byCounterpart)
    .flatMap(({ citations }) =>
      citations.map(({ source }) => ({ reporter: source as string, source })),
    )
  const outcomes = result.outcomes.flatMap(({ citations }) =>
    citations
      .filter(({ source }) => !evidence.speaksForCounterpart(source))
      .map(({ source }) => ({ reporter: source as string, source })),
  )
  const entries = result.entries
    .filter(({ source }) => !evidence.speaksForCounterpart(source))
    .map(({ source }) => ({ reporter: source as string, source }))
  const own = [...figures, ...events, ...outcomes, ...entries].map(({ reporter, source }) => ({
    reporter,
    root: rootOf(source, evidence),
    kind: evidence.sources.get(source)?.kind ?? '',
  }))
  const counted = result.test.test === 'not' || result.parts.length === 0
  const parts = counted ? result.parts : result.parts.filter(({ verdict }) => verdict === 'met')
  return [...own, ...parts.flatMap((part) => wordsBehind(part, evidence))]
}

/** The source at the end of the chain of repetitions. */
function rootOf(id: SourceId, evidence: KnownEvidence): SourceId {
  const seen = new Set<SourceId>()
  let root = id
  for (let next = evidence.sources.get(root)?.origin; next && !seen.has(next);) {
    seen.add(next)
    root = next
    next = evidence.sources.get(root)?.origin
  }
  return root
}

/** Beyond this many steps the best found so far is the answer: it can only be too strict. */
const MOST_STEPS = 20_000

/** The most words no two of which share a reporter, a root or (where asked) a kind. */
function largestIndependent(words: readonly Word[], byKind: boolean): number {
  const distinct = [
    ...new Map(
      words.map((word) => [`${word.reporter}\n${word.root}\n${word.kind}`, word]),
    ).values(),
  ]
  const different = (keyOf: (word: Word) => string) => new Set(distinct.map(keyOf)).size
  const bound = Math.min(
    different(({ reporter }) => reporter),
    different(({ root }) => root),
    byKind ? different(({ kind }) => kind) : Infinity,
  )
  let best = 0
  let steps = 0
  const search = (from: number, taken: readonly Word[]): void => {
    best = Math.max(best, taken.length)
    const word = distinct[from]
    if (!word || best >= bound || (steps += 1) > MOST_STEPS) return
    const clash = taken.some(
      (other) =>
        other.reporter === word.reporter ||
        other.root === word.root ||
        (byKind && other.kind === word.kind),
    )
    if (!clash) search(from + 1, [...taken, word])
    search(from + 1, taken)
  }
  search(0, [])
  return best
}
