import {
  History,
  Scorecard,
  type HistoryJson,
  type ScorecardJson,
} from '../../contract/assessment.ts'
import { address, query } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { EXIT, WrongUsage } from '../exit-codes.ts'
import type { Arguments } from '../read-arguments.ts'
import { glyph, LEGEND, pad, printableIn, strong, widthOf, wrap } from '../terminal.ts'

const EVERY = ['month', 'quarter', 'year']

export const history: Command = {
  spec: {
    name: 'history',
    summary: 'Prints the standings of a programme through time.',
    operands: ['PROGRAMME'],
    options: {
      from: { type: 'string', value: 'DAY', required: true, help: 'the first day' },
      to: { type: 'string', value: 'DAY', required: true, help: 'the last day' },
      every: { type: 'string', value: 'STEP', help: 'month, quarter or year (default: month)' },
      'known-on': {
        type: 'string',
        value: 'DAY',
        help: 'nothing that became known later is used (default: today)',
      },
      'as-known-then': { type: 'boolean', help: 'each day as known on that day' },
      ...JSON_OPTION,
    },
    notes: [
      `Each sign is a standing at the end of a month, quarter or year: ${LEGEND.join(', ')}.`,
    ],
  },
  run: (given) => {
    const asked = query({
      from: given.requiredDay('from'),
      to: given.requiredDay('to'),
      every: everyOf(given),
      knownOn: given.day('known-on'),
      asKnownThen: given.flag('as-known-then') ? 'true' : undefined,
    })
    if (given.flag('as-known-then') && given.text('known-on') !== undefined)
      throw new WrongUsage('--known-on and --as-known-then exclude each other.')
    if (given.requiredDay('from') > given.requiredDay('to'))
      throw new WrongUsage('--from is after --to.')
    return withStore(given, async (client) => {
      const path = address('programmes', given.operand('PROGRAMME'), 'history')
      const found = await client.get(`${path}${asked}`, History)
      if (given.flag('json')) printJson(found)
      else if (found.days.length === 0) print(noDay(given))
      else {
        const to = found.days.at(-1) ?? ''
        const knownOn = found.knownOn ?? to
        const days = query({ asOf: to, knownOn })
        const named = await client.get(
          `${address('programmes', given.operand('PROGRAMME'), 'scorecard')}${days}`,
          Scorecard,
        )
        print(textOf(printableIn(found), titlesOf(printableIn(named))))
      }
      return EXIT.done
    })
  },
}

function everyOf(given: Arguments): string {
  const every = given.text('every') ?? 'month'
  if (EVERY.includes(every)) return every
  throw new WrongUsage(`--every: “${every}” is not one of ${EVERY.join(', ')}.`)
}

function noDay(given: Arguments): string {
  const [from, to] = [given.requiredDay('from'), given.requiredDay('to')]
  return `No ${everyOf(given)} ends from ${from} to ${to}, so that there is no day to judge: standings are those of the ends of months, quarters or years. Take a longer span, or “demarche assess” for one day.`
}

function titlesOf({ goals, benchmarks }: ScorecardJson): ReadonlyMap<string, string> {
  const all = [...goals.flatMap((goal) => goal.benchmarks), ...benchmarks]
  return new Map(all.map(({ id, title }) => [id, title]))
}

/** One sign a day; where the days do not fit beside the names, in blocks below one another. */
function textOf(
  { programme, knownOn, days, goals, benchmarks }: HistoryJson,
  titles: ReadonlyMap<string, string>,
): string {
  const names = [...goals, ...benchmarks].map(({ id }) => id)
  const column = Math.max(8, ...names.map((name) => name.length + 4))
  const fitting = Math.max(6, widthOf(process.stdout) - column - 2)
  const known = knownOn === null ? 'each day as known then' : `as known on ${knownOn}`
  const lines = [`${strong(programme)}, ${known}`]
  for (let from = 0; from < days.length; from += fitting) {
    const to = Math.min(days.length, from + fitting)
    const span = to - from > 1 ? `${days[from] ?? ''} to ${days[to - 1] ?? ''}` : (days[from] ?? '')
    lines.push('', `${' '.repeat(column)}${span}`)
    const strip = (standings: readonly string[]) => standings.slice(from, to).map(glyph).join('')
    for (const { id, standings } of goals)
      lines.push(`${pad(strong(id), column)}${strip(standings)}`)
    if (benchmarks.length > 0) lines.push('')
    for (const { id, standings } of benchmarks)
      lines.push(`${pad(`  ${id}`, column)}${strip(standings)}`)
  }
  const width = widthOf(process.stdout)
  if (benchmarks.length > 0) lines.push('')
  for (const { id } of benchmarks)
    lines.push(wrap(`${id}: ${titles.get(id) ?? id}`, width, '    ', '  '))
  lines.push('', LEGEND.join('  '))
  return lines.join('\n')
}
