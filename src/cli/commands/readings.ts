import { Readings, type ReadingsJson } from '../../contract/readings.ts'
import { address, query } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { columnsOf, pad, printableIn, strong } from '../terminal.ts'

export const readings: Command = {
  spec: {
    name: 'readings',
    summary: 'Prints who looked at persons of the register, when and for what.',
    operands: ['PROGRAMME'],
    options: {
      from: { type: 'string', value: 'DAY', help: 'leave out what was read before this day (UTC)' },
      ...JSON_OPTION,
    },
    notes: [
      'Each page, file and command that shows what is said of persons leaves one line, with their ids and without their names. Times are in UTC. The lines are a chain that “demarche verify” makes again.',
    ],
  },
  run: (given) => {
    const asked = query({ from: given.day('from') })
    return withStore(given, async (client) => {
      const path = address('programmes', given.operand('PROGRAMME'), 'readings')
      const found = await client.get(`${path}${asked}`, Readings)
      if (given.flag('json')) printJson(found)
      else print(textOf(printableIn(found)))
      return EXIT.done
    })
  },
}

const HEADER = ['when', 'who', 'persons', 'for', 'ids'] as const

/** A line a reading; the ids stand last, since there may be many. */
function textOf({ programme, from, readings: found }: ReadingsJson): string {
  const since = from === null ? '' : ` from ${from} on`
  if (found.length === 0) return `${programme}: nobody has looked at anyone${since}.`
  const rows = found.map(({ at, personName, person, count, purpose, subjects }) => [
    `${at.slice(0, 10)} ${at.slice(11, 16)}`,
    personName || person,
    count.toLocaleString('en'),
    purpose,
    subjects === null ? 'the whole register' : subjects.join(' '),
  ])
  const widths = HEADER.map((word, at) =>
    Math.max(columnsOf(word), ...rows.map((row) => columnsOf(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === cells.length - 1 ? cell : pad(cell, widths[at] ?? 0)))
      .join('  ')
  return [strong(line(HEADER)), ...rows.map(line)].join('\n')
}
