import {
  Assessment,
  type AssessmentJson,
  type BenchmarkAssessmentJson,
} from '../../contract/assessment.ts'
import { ProgrammePage, type ProgrammePageJson } from '../../contract/programmes.ts'
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
import { glyph, GLYPHS, pad, printableIn, strong, widthOf, wrap } from '../terminal.ts'

export const assess: Command = {
  spec: {
    name: 'assess',
    summary: 'Says where each goal of a programme stands on a day, as known on a day.',
    operands: ['PROGRAMME'],
    options: { ...DAY_OPTIONS, ...JSON_OPTION },
    notes: [
      `Signs: ${Object.entries(GLYPHS)
        .map(([word, sign]) => `${sign} ${word}`)
        .join(', ')}.`,
    ],
  },
  run: (given) => {
    const days = daysQuery(given)
    const path = address('programmes', given.operand('PROGRAMME'))
    return withStore(given, async (client) => {
      const assessment = await client.get(`${path}/assessment${days}`, Assessment)
      if (given.flag('json')) printJson(assessment)
      else {
        const page = await client.get(`${path}${days}`, ProgrammePage)
        print(textOf(printableIn(assessment), printableIn(page)))
      }
      return EXIT.done
    })
  },
}

const TIERS: Readonly<Record<string, string>> = {
  immediate: 'Immediate',
  intermediate: 'Intermediate',
  'long-range': 'Long-range',
}

function textOf(assessment: AssessmentJson, page: ProgrammePageJson): string {
  const width = widthOf(process.stdout)
  const { asOf, knownOn, goals, benchmarks, alerts } = assessment
  const statements = new Map(
    page.tiers.flatMap((tier) => tier.goals.map(({ id, statement }) => [id, statement])),
  )
  const all = [...goals.flatMap((goal) => goal.benchmarks), ...benchmarks]
  const column = Math.min(40, Math.max(0, ...all.map(({ id }) => id.length)))
  const lines = [`${strong(page.programme.title)}`, `as of ${asOf}, as known on ${knownOn}`]
  for (const { tier } of page.tiers) {
    lines.push('', strong(TIERS[tier] ?? tier))
    for (const goal of goals.filter((each) => each.tier === tier)) {
      const statement = statements.get(goal.id) ?? goal.id
      lines.push('', wrap(statement, width, '    ', `  ${glyph(goal.standing)} `))
      for (const benchmark of goal.benchmarks) lines.push(benchmarkLines(benchmark, column, width))
    }
  }
  if (benchmarks.length > 0) lines.push('', strong('Under no goal'), '')
  for (const benchmark of benchmarks) lines.push(benchmarkLines(benchmark, column, width))
  if (alerts.length > 0) lines.push('', strong('Alerts'), '')
  for (const { kind, subject, since, why } of alerts)
    lines.push(wrap(`${kind}, ${subject}, since ${since}: ${why}`, width, '    ', '  ! '))
  return lines.join('\n')
}

function benchmarkLines(benchmark: BenchmarkAssessmentJson, column: number, width: number): string {
  const { id, standing, life, gesture, why, missing, disputes } = benchmark
  const words = [standing, life, gesture ? 'gesture' : null].filter((word) => word !== null)
  const indent = ' '.repeat(8)
  return [
    `      ${glyph(standing)} ${pad(id, column)}  ${words.join(', ')}`,
    wrap(why, width, indent),
    ...missing.map((each) => wrap(each, width, `${indent}  `, `${indent}? `)),
    ...disputes.map((each) => wrap(each, width, `${indent}  `, `${indent}≠ `)),
  ].join('\n')
}
