/** The benchmarks of a scorecard, one by one: text, standing, why, readings, what is missing. */
import type { BenchmarkView, ReadingView } from '../../domain/assessment/scorecard.ts'
import { sayNumber } from '../../domain/assessment/words.ts'
import type { Block, Cell, Column, NotedText, Row } from '../document.ts'
import type { CitationNotes } from './citation-notes.ts'
import type { ScorecardReport } from './scorecard-report.ts'
import { glyphAndWord, LIFE_WORDS } from './standing-words.ts'

/** Goal by goal, then those that stand under no goal. A benchmark under two goals is shown with each. */
export function benchmarkBlocks(
  { goals, benchmarks }: ScorecardReport['scorecard'],
  texts: ScorecardReport['texts'],
  citations: CitationNotes,
): readonly Block[] {
  const underGoals = goals.flatMap((goal): Block[] => [
    { kind: 'heading', level: 2, text: [goal.statement] },
    ...(goal.benchmarks.length === 0
      ? [{ kind: 'paragraph', text: ['No benchmark has been written for this goal.'] } as const]
      : goal.benchmarks.flatMap((each) => oneBenchmark(each, texts[each.id], citations))),
  ])
  if (benchmarks.length === 0) return underGoals
  return [
    ...underGoals,
    { kind: 'heading', level: 2, text: ['Under no goal'] },
    ...benchmarks.flatMap((each) => oneBenchmark(each, texts[each.id], citations)),
  ]
}

function oneBenchmark(
  benchmark: BenchmarkView,
  text: string | undefined,
  citations: CitationNotes,
): readonly Block[] {
  const { id, title, kind, version, why } = benchmark
  const rows = benchmark.measures.flatMap(({ term, readings }) =>
    readings.map((reading) => readingRow(term, reading, citations)),
  )
  const details = detailsOf(benchmark, citations)
  const set = version === null ? 'as old as the programme' : 'set '
  return [
    { kind: 'heading', level: 3, text: [title] },
    {
      kind: 'paragraph',
      text: [
        ...sayStanding(benchmark),
        ` · ${kind} · `,
        { text: id, mono: true },
        `, ${set}`,
        ...(version === null ? [] : [{ text: version, mono: true }]),
      ],
    },
    { kind: 'paragraph', text: [why] },
    ...(text === undefined ? [] : [{ kind: 'verbatim', text: text.trimEnd() } as const]),
    ...(rows.length === 0 ? [] : [readingTable(id, rows)]),
    ...(details.length === 0 ? [] : [{ kind: 'definitions', items: details } as const]),
  ]
}

/** `○ not met, waived, holding since 1988-11-30, gesture` */
function sayStanding({ standing, life, holdingSince, gesture }: BenchmarkView): NotedText {
  return [
    { text: glyphAndWord(standing), strong: true },
    ...(life === null ? [] : [`, ${LIFE_WORDS[life]}`]),
    ...(holdingSince === null ? [] : [', holding since ', { text: holdingSince, mono: true }]),
    ...(gesture ? [', ', { text: 'gesture', emphasis: true }] : []),
  ]
}

const READING_COLUMNS: readonly Column[] = [
  { header: ['Reporter'], align: 'start', weight: 4 },
  { header: ['At least'], align: 'end', weight: 2 },
  { header: ['At most'], align: 'end', weight: 2 },
  { header: ['Rests on'], align: 'start', weight: 3 },
]

function readingTable(benchmark: string, rows: readonly Row[]): Block {
  return {
    kind: 'table',
    name: 'Readings',
    caption: [],
    columns: READING_COLUMNS,
    part: { header: 'Benchmark', text: benchmark },
    groupedBy: 'Measure',
    rows,
  }
}

function readingRow(term: string, reading: ReadingView, { cite }: CitationNotes): Row {
  const { reporter, low, high, citations } = reading
  // Nothing or more says nothing: no number stands for it.
  const untold = high === null && (low === null || low === 0)
  const least = low === null ? { text: ['not stated'] } : amount(low)
  const most = high === null ? { text: ['and more'] } : amount(high)
  const cells: readonly Cell[] = [
    { text: [reporter ?? 'from events'] },
    ...(untold ? [{ text: ['cannot be told'] }, { text: [] }] : [least, most]),
    { text: cite(citations) },
  ]
  return { group: [{ text: term, mono: true }], cells }
}

function amount(value: number): Cell {
  return { text: [sayNumber(value)], number: value }
}

function detailsOf(benchmark: BenchmarkView, { cite }: CitationNotes) {
  const { missing, disputes, waiver, gestureBecause, measures, restsOn } = benchmark
  const inReadings = new Set(
    measures.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations)),
  )
  const others = restsOn.filter((citation) => !inReadings.has(citation))
  const items: readonly (readonly [string, NotedText])[] = [
    ['Missing', [missing.join('\n')]],
    ['Disputed', [disputes.join('\n')]],
    ['Gesture', [gestureBecause.join('\n')]],
    ['Waived', waiver === null ? [''] : sayWaiver(waiver)],
    ['Rests also on', others.length === 0 ? [''] : ['events and reports ', ...cite(others)]],
  ]
  return items
    .filter(([, description]) => description.join('') !== '')
    .map(([term, description]) => ({ term: [term], description }))
}

function sayWaiver({ by, ground, from, until }: NonNullable<BenchmarkView['waiver']>): NotedText {
  return [
    `by ${by === '' ? 'a later version' : by}, from `,
    { text: from, mono: true },
    ...(until === null ? [', without end'] : [' until ', { text: until, mono: true }]),
    ...(ground === '' ? [] : [`: ${ground}`]),
  ]
}
