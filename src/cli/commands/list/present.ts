import { Presented } from '../../../contract/representation-lists.ts'
import {
  JSON_OPTION,
  localToday,
  print,
  printJson,
  withStore,
  type Command,
} from '../../command.ts'
import { EXIT, WrongUsage } from '../../exit-codes.ts'
import type { Arguments } from '../../read-arguments.ts'
import { listAddress } from './list-words.ts'

export const present: Command = {
  spec: {
    name: 'list present',
    summary: 'Puts on record that a version was handed over, freezes it and keeps the paper.',
    operands: ['PROGRAMME', 'LIST'],
    options: {
      version: { type: 'string', value: 'VERSION', required: true, help: 'the version' },
      by: { type: 'string', value: 'NAME', required: true, help: 'who handed it over' },
      to: { type: 'string', value: 'NAME', required: true, help: 'to whom' },
      date: { type: 'string', value: 'DAY', help: 'the day (default: today)' },
      rank: { type: 'string', value: 'RANK', help: 'the rank of who took it' },
      channel: { type: 'string', value: 'CHANNEL', help: 'such as meeting, note, letter' },
      received: {
        type: 'string',
        value: 'HOW',
        help: 'accepted, left-with-staff or refused (default: unknown)',
      },
      language: {
        type: 'string',
        value: 'CODE',
        help: 'of the paper: en, ru, fr, de, ar, zh (default: en)',
      },
      formats: {
        type: 'string',
        value: 'LIST',
        help: 'docx,pdf,xlsx or some of them (default: all)',
      },
      ...JSON_OPTION,
    },
    notes: ['It is refused while the gate has an open finding; “demarche list gate” names them.'],
  },
  run: (given) => {
    const body = {
      version: required(given, 'version'),
      date: given.day('date') ?? localToday(),
      by: required(given, 'by'),
      to: required(given, 'to'),
      rank: given.text('rank') ?? '',
      channel: given.text('channel') ?? '',
      received: given.text('received') ?? '',
      ...(given.text('language') !== undefined && { language: given.text('language') }),
      ...(given.text('formats') !== undefined && { formats: given.text('formats')?.split(',') }),
    }
    return withStore(given, async (client) => {
      const done = await client.post(listAddress(given, 'presentations'), body, Presented)
      if (given.flag('json')) printJson(done)
      else
        print(
          [
            `Version ${done.version} was handed over on ${done.date}${done.frozenNow ? ' and is frozen' : ''}.`,
            ...done.papers.map(
              ({ name, bytes, sha256 }) => `  ${name}  ${bytes} bytes  SHA-256 ${sha256}`,
            ),
          ].join('\n'),
        )
      return EXIT.done
    })
  },
}

function required(given: Arguments, name: string): string {
  const value = given.text(name)
  if (value === undefined || value.trim() === '') throw new WrongUsage(`--${name} is missing.`)
  return value
}
