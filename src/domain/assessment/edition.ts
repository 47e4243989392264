/**
 * A scorecard edition: the readings of a day, frozen with method, texts of the benchmarks and evidence.
 * A later correction is a new edition with a diff (rules R118, R119).
 */
import type { SourceId } from '../basics/ids.ts'
import type { Evaluator } from './evaluator.ts'
import type { GoalStanding } from './goal-standing.ts'
import type { BenchmarkView, Scorecard } from './scorecard.ts'
import { findStanding } from './standing.ts'

export type EditionContent = {
  readonly scorecard: Scorecard
  /** The texts of the benchmarks as they then stood, by id. */
  readonly texts: Readonly<Record<string, string>>
  /** Every source cited, by id; a protected one without its identity. */
  readonly sources: Readonly<
    Record<
      string,
      { readonly title: string; readonly published: string | null; readonly url: string }
    >
  >
}

/** What an edition of this scorecard freezes beside it. */
export function freeze(evaluator: Evaluator, scorecard: Scorecard): EditionContent {
  const texts: Record<string, string> = {}
  for (const [id, benchmark] of evaluator.benchmarks)
    texts[id] = findStanding(evaluator, benchmark, scorecard.asOf, scorecard.knownOn).version.text
  const sources: Record<string, EditionContent['sources'][string]> = {}
  for (const citation of citationsIn(scorecard)) {
    const id = citation.split(' @ ')[0] ?? ''
    const source = evaluator.evidence.sources.get(id as SourceId)
    if (source)
      sources[id] = source.protected
        ? { title: 'A protected source', published: null, url: '' }
        : {
            title: source.title,
            published: source.published?.text ?? null,
            url: source.url,
          }
  }
  return { scorecard, texts, sources }
}

function citationsIn({ goals, benchmarks }: Scorecard): string[] {
  return [
    ...goals.flatMap(({ cites }) => cites),
    ...[...goals.flatMap((goal) => goal.benchmarks), ...benchmarks].flatMap(
      ({ restsOn, measures }) => [
        ...restsOn,
        ...measures.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations)),
      ],
    ),
  ]
}

export type EditionChange = {
  readonly kind: 'goal' | 'benchmark'
  readonly id: string
  readonly title: string
  /** null where the edition does not have it. */
  readonly before: GoalStanding | null
  readonly after: GoalStanding | null
  readonly notes: readonly string[]
}

/** Goals and benchmarks that differ, in the order of the later edition. */
export function compareEditions(before: EditionContent, after: EditionContent): EditionChange[] {
  const goals = pairs(before.scorecard.goals, after.scorecard.goals).flatMap(
    ([old, now]): EditionChange[] =>
      old?.standing === now?.standing
        ? []
        : [
            {
              kind: 'goal',
              id: (now ?? old)?.id ?? '',
              title: (now ?? old)?.statement ?? '',
              before: old?.standing ?? null,
              after: now?.standing ?? null,
              notes: [],
            },
          ],
  )
  const benchmarks = pairs(allBenchmarks(before), allBenchmarks(after)).flatMap(
    ([old, now]): EditionChange[] => {
      const id = (now ?? old)?.id ?? ''
      const notes = old && now ? differences(old, now, before.texts[id], after.texts[id]) : []
      if (old?.standing === now?.standing && notes.length === 0) return []
      return [
        {
          kind: 'benchmark',
          id,
          title: (now ?? old)?.title ?? '',
          before: old?.standing ?? null,
          after: now?.standing ?? null,
          notes,
        },
      ]
    },
  )
  return [...goals, ...benchmarks]
}

function allBenchmarks({ scorecard }: EditionContent): BenchmarkView[] {
  return [...scorecard.goals.flatMap((goal) => goal.benchmarks), ...scorecard.benchmarks]
}

function differences(
  old: BenchmarkView,
  now: BenchmarkView,
  oldText: string | undefined,
  newText: string | undefined,
): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  return [
    ...(oldText === newText ? [] : ['The text of the benchmark has changed.']),
    ...(old.why === now.why ? [] : [`Was: ${old.why}`, `Is: ${now.why}`]),
    ...(same(old.measures, now.measures) ? [] : ['The readings or their citations have changed.']),
    ...(same(old.missing, now.missing) ? [] : ['What is missing has changed.']),
    ...(old.gesture === now.gesture
      ? []
      : [now.gesture ? 'It is now seen as a gesture.' : 'It is no longer seen as a gesture.']),
    ...(same(old.waiver, now.waiver) ? [] : ['The waiver has changed.']),
  ]
}

/** By id: the later order first, then what only the earlier one has. */
function pairs<Row extends { id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): [Row | undefined, Row | undefined][] {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])))
  return [
    ...after.map((row): [Row | undefined, Row | undefined] => [old?.get(row.id), row]),
    ...before
      .filter((row) => !now?.has(row.id))
      .map((row): [Row | undefined, Row | undefined] => [row, undefined]),
  ]
}
