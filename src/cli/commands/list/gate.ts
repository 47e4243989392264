import { Gate, type GateJson } from '../../../contract/representation-lists.ts'
import { query } from '../../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { printableIn, strong, widthOf, wrap } from '../../terminal.ts'
import { asWords, listAddress } from './list-words.ts'

export const gate: Command = {
  spec: {
    name: 'list gate',
    summary: 'Looks at a version before it is handed over, and says what stands in the way.',
    operands: ['PROGRAMME', 'LIST'],
    options: {
      version: { type: 'string', value: 'VERSION', help: 'the version (default: the latest)' },
      on: {
        type: 'string',
        value: 'DAY',
        help: 'the day it is to be handed over (default: today)',
      },
      ...JSON_OPTION,
    },
    notes: [
      'Each finding is settled or overridden with a reason, on the pages; who has not agreed to be listed is left off the paper where others of the case stand on it. While one is open the exit code is 3.',
    ],
  },
  run: (given) => {
    const asked = query({ version: given.text('version'), on: given.day('on') })
    return withStore(given, async (client) => {
      const found = await client.get(`${listAddress(given, 'gate')}${asked}`, Gate)
      if (given.flag('json')) printJson(found)
      else print(textOf(printableIn(found)))
      return found.open === 0 ? EXIT.done : EXIT.refused
    })
  },
}

function textOf({ list, version, on, findings, sentence }: GateJson): string {
  const width = widthOf(process.stdout)
  return [
    strong(`List ${list}, version ${version}, on ${on}`),
    wrap(sentence, width),
    ...findings.map(({ case: id, kind, persons, promise, names, sentence: said, settlement }) => {
      const settled = settlement
        ? ` (${asWords(settlement.answer)} by ${settlement.by} on ${settlement.on}: ${settlement.reason})`
        : ''
      const called = names.length === 0 ? '' : ` (${names.join(' / ')})`
      const who = persons.map(({ names: [name], person }) => name?.name ?? person).join(', ')
      const to = promise && promise.to !== '' ? ` It was said to ${promise.to}.` : ''
      return wrap(
        `${id}${who === '' ? '' : ` (${who})`}: ${said}${to}${called}${settled} [${asWords(kind)}]`,
        width,
        '      ',
        settlement ? '    · ' : '    ! ',
      )
    }),
  ].join('\n')
}
