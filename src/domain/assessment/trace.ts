/**
 * How a verdict came about, laid beside the text: each part of the requirement with what it came to,
 * the figures used, those set aside and why (rules R81).
 */
import { printTest } from '../goals/language/print-benchmark.ts'
import type { BenchmarkVersion } from './compiled-benchmark.ts'
import type { ReadingView } from './scorecard.ts'
import { viewList, viewReading } from './scorecard.ts'
import { sayDispute, sayFigure, sayMissing, sayResult } from './sentences.ts'
import type { Evaluator } from './evaluator.ts'
import type { SeriesId } from '../basics/ids.ts'
import type { EvidenceView } from '../evidence/evidence-view.ts'
import { namesIn } from '../goals/language/inputs.ts'
import type { ReporterVerdict, TestResult } from './test-result.ts'
import type { Verdict } from './verdict.ts'
import { asSentence } from './words.ts'

export type TraceNode = {
  /** Place in the version's text; both 0 for a part that an earlier version had. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly verdict: Verdict
  readonly notes: readonly string[]
  readonly readings: readonly (ReadingView & {
    readonly verdict: Verdict
    readonly claim: boolean
    readonly setAside: string | null
  })[]
  readonly parts: readonly TraceNode[]
}

const SET_ASIDE = {
  claim: 'the counterpart’s own word, which never counts in its favour',
  'claim-contradicts-itself': 'a claim that contradicts itself',
  'not-chosen': 'the benchmark reads another source',
} as const satisfies Record<NonNullable<ReporterVerdict['setAside']>, string>

export function traceOf(
  version: BenchmarkVersion,
  result: TestResult,
  view: EvidenceView,
  evaluator: Evaluator,
  inText = true,
): TraceNode {
  const { test } = result
  // The parts of a part that an earlier version had stand in that version's text.
  const here = inText && !version.dropped.some(({ part }) => part === test)
  return {
    from: here ? test.span.from : 0,
    to: here ? test.span.to : 0,
    text: here ? version.text.slice(test.span.from, test.span.to) : printTest(test),
    verdict: result.verdict,
    notes: notesOf(result, view, evaluator),
    readings: [
      ...viewList(result).flatMap(({ readings }) =>
        readings.map((reading) => ({
          ...reading,
          verdict: result.verdict,
          claim: false,
          setAside: null,
        })),
      ),
      ...result.measures.flatMap(({ readings }) =>
        readings.map((reading) => {
          const by = result.reporters.find(({ reporter }) => reporter === reading.reporter)
          return {
            ...viewReading(reading),
            verdict: by?.verdict ?? result.verdict,
            claim: reading.claim,
            setAside: by?.setAside ? SET_ASIDE[by.setAside] : null,
          }
        }),
      ),
    ],
    parts: result.parts.map((part) => traceOf(version, part, view, evaluator, here)),
  }
}

function notesOf(result: TestResult, view: EvidenceView, { seriesOf }: Evaluator): string[] {
  if (result.parts.length > 0) return []
  const replaced = result.measures.flatMap(({ measure }) =>
    namesIn(measure).flatMap((name) => {
      if (!seriesOf(name)) return []
      const used = new Set(result.figures.map(({ entry }) => entry))
      // Only what would have stood in the place of a figure used here.
      return view
        .series(name as SeriesId)
        .setAside.filter(({ by }) => by !== null && used.has(by.entry))
        .map(
          ({ figure, by }) =>
            `set aside: ${figure.reporter} ${sayFigure(figure)}${by ? `, replaced by ${sayFigure(by)}` : ''}`,
        )
    }),
  )
  return [
    ...new Set(
      [
        sayResult(result),
        ...result.missing.map(sayMissing),
        ...result.disputes.map(sayDispute),
        ...replaced,
      ].map(asSentence),
    ),
  ]
}
