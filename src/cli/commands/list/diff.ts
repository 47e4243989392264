import { ListDiff, type ListDiffJson } from '../../../contract/representation-lists.ts'
import { query } from '../../client.ts'
import {
  DAY_OPTIONS,
  JSON_OPTION,
  localToday,
  print,
  printJson,
  withStore,
  type Command,
} from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { printableIn, strong, widthOf, wrap } from '../../terminal.ts'
import { listAddress } from './list-words.ts'

export const diff: Command = {
  spec: {
    name: 'list diff',
    summary: 'Says what differs between two lists, or two versions of one.',
    operands: ['PROGRAMME', 'LIST'],
    optional: ['OTHER'],
    options: {
      version: {
        type: 'string',
        value: 'VERSION',
        help: 'the version of LIST (default: the latest)',
      },
      'other-version': {
        type: 'string',
        value: 'VERSION',
        help: 'the version of OTHER (default: the latest, or the one before)',
      },
      ...DAY_OPTIONS,
      ...JSON_OPTION,
    },
    notes: ['OTHER is the earlier list; without it the version of LIST before is compared.'],
  },
  run: (given) => {
    const today = localToday()
    const asked = query({
      with: given.optionalOperand('OTHER'),
      version: given.text('version'),
      withVersion: given.text('other-version'),
      asOf: given.day('as-of') ?? today,
      knownOn: given.day('known-on') ?? today,
    })
    return withStore(given, async (client) => {
      const found = await client.get(`${listAddress(given, 'diff')}${asked}`, ListDiff)
      if (given.flag('json')) printJson(found)
      else print(textOf(printableIn(found)))
      return EXIT.done
    })
  },
}

function textOf(found: ListDiffJson): string {
  const width = widthOf(process.stdout)
  const { before, after, sentence } = found
  const part = (title: string, sign: string, entries: ListDiffJson['added']) =>
    entries.length === 0
      ? []
      : [
          '',
          strong(`${title}: ${entries.length}`),
          ...entries.map((each) => wrap(each.sentence, width, '      ', `  ${sign} `)),
        ]
  return [
    strong(
      `${before.list} ${before.version} (${before.date}) → ${after.list} ${after.version} (${after.date})`,
    ),
    wrap(sentence, width),
    ...part('Added', '+', found.added),
    ...part('Removed', '−', found.removed),
    ...part('Resolved in between', '●', found.resolvedMeanwhile),
    ...part('Changed', '~', found.changed),
  ].join('\n')
}
