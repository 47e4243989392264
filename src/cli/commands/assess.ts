import {
  Assessment,
  Scorecard,
  type BenchmarkRowJson,
  type ScorecardJson,
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
import { glyph, inWords, LEGEND, printableIn, strong, widthOf, wrap } from '../terminal.ts'

export const assess: Command = {
  spec: {
    name: 'assess',
    summary: 'Says where each goal of a programme stands on a day, as known on a day.',
    operands: ['PROGRAMME'],
    options: { ...DAY_OPTIONS, ...JSON_OPTION },
    notes: [`Signs: ${LEGEND.join(', ')}.`],
  },
  run: (given) => {
    const days = daysQuery(given)
    const path = address('programmes', given.operand('PROGRAMME'))
    return withStore(given, async (client) => {
      if (given.flag('json')) printJson(await client.get(`${path}/assessment${days}`, Assessment))
      else print(textOf(printableIn(await client.get(`${path}/scorecard${days}`, Scorecard))))
      return EXIT.done
    })
  },
}

const TIERS: Readonly<Record<string, string>> = {
  immediate: 'Immediate',
  intermediate: 'Intermediate',
  'long-range': 'Long-range',
}

function textOf({ programme, asOf, knownOn, goals, benchmarks, alerts }: ScorecardJson): string {
  const width = widthOf(process.stdout)
  const lines = [strong(programme.title), `as of ${asOf}, as known on ${knownOn}`]
  for (const [tier, title] of Object.entries(TIERS)) {
    const ofTier = goals.filter((goal) => goal.tier === tier)
    if (ofTier.length > 0) lines.push('', strong(title))
    for (const goal of ofTier) {
      const statement = `${goal.statement} (${inWords(goal.standing)})`
      lines.push('', wrap(statement, width, '    ', `  ${glyph(goal.standing)} `))
      for (const benchmark of goal.benchmarks) lines.push(benchmarkLines(benchmark, width))
    }
  }
  if (benchmarks.length > 0) lines.push('', strong('Under no goal'), '')
  for (const benchmark of benchmarks) lines.push(benchmarkLines(benchmark, width))
  if (alerts.length > 0) lines.push('', strong('Alerts'), '')
  for (const { kind, subject, since, why } of alerts)
    lines.push(wrap(`${why} (${inWords(kind)}: ${subject}, since ${since})`, width, '    ', '  ! '))
  return lines.join('\n')
}

function benchmarkLines(benchmark: BenchmarkRowJson, width: number): string {
  const { id, title, standing, life, gesture, why, missing, disputes } = benchmark
  const words = [standing, life, gesture ? 'gesture' : null].filter((word) => word !== null)
  const indent = ' '.repeat(8)
  const head = `${title}: ${words.map(inWords).join(', ')} (${id})`
  return [
    wrap(head, width, indent, `      ${glyph(standing)} `),
    wrap(why, width, indent),
    ...missing.map((each) => wrap(each, width, `${indent}  `, `${indent}? `)),
    ...disputes.map((each) => wrap(each, width, `${indent}  `, `${indent}≠ `)),
  ].join('\n')
}
