import {
  Explanation,
  type ExplanationJson,
  type ReadingJson,
  type TraceNode,
} from '../../contract/assessment.ts'
import { address } from '../client.ts'
import {
  DAY_OPTIONS,
  daysQuery,
  JSON_OPTION,
  print,
  printJson,
  withStore,
  type Command,
} from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { glyph, inWords, printableIn, strong, widthOf, wrap } from '../terminal.ts'

export const explain: Command = {
  spec: {
    name: 'explain',
    summary: 'Shows what the standing of one benchmark rests on, part by part.',
    operands: ['PROGRAMME', 'BENCHMARK'],
    options: { ...DAY_OPTIONS, ...JSON_OPTION },
  },
  run: (given) => {
    const days = daysQuery(given)
    const path = address(
      'programmes',
      given.operand('PROGRAMME'),
      'benchmarks',
      given.operand('BENCHMARK'),
    )
    return withStore(given, async (client) => {
      const found = await client.get(`${path}${days}`, Explanation)
      if (given.flag('json')) printJson(found)
      else print(textOf(printableIn(found)))
      return EXIT.done
    })
  },
}

function textOf(found: ExplanationJson): string {
  const { benchmark, goal, asOf, knownOn, text, trace, reviews, sources, warnings } = found
  const width = widthOf(process.stdout)
  const list = (title: string, sign: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ['', strong(title), ...items.map((each) => wrap(each, width, '    ', `  ${sign} `))]
  const words = [benchmark.standing, benchmark.life, benchmark.gesture ? 'gesture' : null]
  const shown = reviews.slice(-LAST_REVIEWS)
  const cited = Object.entries(sources).map(
    ([id, { title, published }]) => `${id}: ${title}${published === null ? '' : `, ${published}`}`,
  )
  return [
    strong(benchmark.title),
    `${glyph(benchmark.standing)} ${words.flatMap((word) => (word ? inWords(word) : [])).join(', ')} (${benchmark.id}), as of ${asOf}, as known on ${knownOn}`,
    wrap(benchmark.why, width),
    ...(goal ? [wrap(`Goal: ${goal.statement}`, width)] : []),
    '',
    strong(benchmark.version === null ? 'The text' : `The text, set ${benchmark.version}`),
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '',
    strong('Part by part'),
    ...trace.flatMap((node) => traceLines(node, '  ', width)),
    ...list('What is missing', '?', benchmark.missing),
    ...list('What is disputed', '≠', benchmark.disputes),
    ...list('Why it counts as a gesture', '·', benchmark.gestureBecause),
    ...list(
      'Latest reviews',
      '·',
      shown.map(
        ({ day, standing, life }) =>
          `${day}  ${[standing, life].flatMap((word) => (word ? inWords(word) : [])).join(', ')}`,
      ),
    ),
    ...list('Sources', '·', cited),
    ...list('Worth a look', '!', warnings),
  ].join('\n')
}

const LAST_REVIEWS = 12

function traceLines(node: TraceNode, indent: string, width: number): string[] {
  const within = `${indent}  `
  return [
    wrap(node.text, width, within, `${indent}${glyph(node.verdict)} `),
    ...node.readings.map((reading) => {
      const aside = reading.setAside === null ? '' : ` Set aside: ${reading.setAside}`
      const cites = reading.citations.length > 0 ? ` [${reading.citations.join('; ')}]` : ''
      const words = `${reading.reporter ?? 'events'}${reading.claim ? ' (a claim)' : ''}: ${amount(reading)}, ${inWords(reading.verdict)}${cites}${aside}`
      return wrap(words, width, `${within}  `, `${within}– `)
    }),
    ...node.notes.map((note) => wrap(note, width, `${within}  `, `${within}· `)),
    ...node.parts.flatMap((part) => traceLines(part, within, width)),
  ]
}

function amount({ low, high }: Pick<ReadingJson, 'low' | 'high'>): string {
  const text = (number: number) => number.toLocaleString('en', { maximumFractionDigits: 2 })
  if (low === null && high === null) return 'nothing stated'
  if (low === null) return `at most ${text(high ?? Infinity)}`
  if (high === null) return `at least ${text(low)}`
  return low === high ? text(low) : `${text(low)} to ${text(high)}`
}
