import { ListOverview, type ListRowJson } from '../../contract/representation-lists.ts'
import { ProgrammeList } from '../../contract/programmes.ts'
import { address, type Client } from '../client.ts'
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
import type { Arguments } from '../read-arguments.ts'
import { printableIn, strong, widthOf, wrap } from '../terminal.ts'
import { diff } from './list/diff.ts'
import { gate } from './list/gate.ts'
import { inBoth } from './list/list-words.ts'
import { present } from './list/present.ts'
import { respond } from './list/respond.ts'
import { show } from './list/show.ts'
import { status } from './list/status.ts'

export const list: Command = {
  spec: {
    name: 'list',
    summary: 'Representation lists: which there are, and what became of what was handed over.',
    operands: [],
    optional: ['PROGRAMME'],
    options: { ...DAY_OPTIONS, ...JSON_OPTION },
    notes: [
      'Without more it names the lists of a programme, or of all. “demarche list status PROGRAMME LIST” and the like do the rest.',
    ],
  },
  run: (given) =>
    withStore(given, async (client) => {
      const programmes = await programmesOf(given, client)
      const found = []
      for (const programme of programmes)
        found.push({
          programme,
          ...(await client.get(
            `${address('programmes', programme, 'lists')}${daysQuery(given)}`,
            ListOverview,
          )),
        })
      if (given.flag('json')) printJson(found)
      else
        print(
          found.map(({ programme, lists }) => textOf(programme, printableIn(lists))).join('\n\n'),
        )
      return EXIT.done
    }),
  parts: { show, gate, present, respond, status, diff },
}

async function programmesOf(given: Arguments, client: Client): Promise<readonly string[]> {
  const named = given.optionalOperand('PROGRAMME')
  if (named !== undefined) return [named]
  const { programmes } = await client.get(address('programmes'), ProgrammeList)
  return programmes.map(({ id }) => id)
}

function textOf(programme: string, lists: readonly ListRowJson[]): string {
  if (lists.length === 0) return `${strong(programme)}\n  no list`
  const width = widthOf(process.stdout)
  return [
    strong(programme),
    ...lists.flatMap(({ id, title, versions, status, lastPresented, reminders }) => [
      wrap(
        `${id}: ${title} (${versions.length === 1 ? 'one version' : `${versions.length} versions`})`,
        width,
        '      ',
        '  ',
      ),
      ...(lastPresented && status
        ? [
            wrap(
              `version ${lastPresented.version}, handed over ${lastPresented.date} to ${lastPresented.to}: ${inBoth(status)}`,
              width,
              '      ',
            ),
          ]
        : ['      not handed over yet']),
      ...reminders.map(({ sentence }) => wrap(sentence, width, '        ', '      ! ')),
    ]),
  ].join('\n')
}
