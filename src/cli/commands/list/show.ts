import {
  ListPage,
  type ListEntryRowJson,
  type ListPageJson,
} from '../../../contract/representation-lists.ts'
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
import { asWords, counted, listAddress } from './list-words.ts'

export const show: Command = {
  spec: {
    name: 'list show',
    summary: 'Shows the entries of a version, each with its state and the last answer.',
    operands: ['PROGRAMME', 'LIST'],
    options: {
      version: { type: 'string', value: 'VERSION', help: 'the version (default: the latest)' },
      ...DAY_OPTIONS,
      ...JSON_OPTION,
    },
  },
  run: (given) => {
    const today = localToday()
    const asked = query({
      version: given.text('version'),
      asOf: given.day('as-of') ?? today,
      knownOn: given.day('known-on') ?? today,
    })
    return withStore(given, async (client) => {
      const page = await client.get(`${listAddress(given)}${asked}`, ListPage)
      if (given.flag('json')) printJson(page)
      else print(textOf(printableIn(page)))
      return EXIT.done
    })
  },
}

function textOf(page: ListPageJson): string {
  const { list, asOf, knownOn, versions, presentations, version, entries, namesHidden } = page
  const width = widthOf(process.stdout)
  return [
    strong(`List ${list.number}: ${list.title}`),
    `as of ${asOf}, as known on ${knownOn}`,
    ...(page.ruleSentence === null ? [] : [wrap(page.ruleSentence, width)]),
    '',
    ...versions.map(
      ({ version: name, date, cases, entries: count, presentedOn }) =>
        `  ${name} (${date}): ${counted(cases, 'case')}, ${counted(count.family, 'family unit')}, ${counted(count.person, 'person')}; ${presentedOn === null ? 'a draft' : `handed over ${presentedOn}`}`,
    ),
    ...presentations.map(({ version: name, date, by, to, rank, channel, received }) => {
      const how = [rank, channel, received === null ? 'reception unknown' : asWords(received)]
      return wrap(
        `${date}: ${name} to ${to} by ${by} (${how.filter((word) => word !== '').join(', ')})`,
        width,
        '    ',
        '  ',
      )
    }),
    ...(namesHidden === null ? [] : ['', wrap(namesHidden, width)]),
    ...(version === null ? ['', 'No version yet.'] : ['', strong(`Version ${version.version}`)]),
    ...entries.flatMap((entry) => entryLines(entry, width)),
  ].join('\n')
}

function entryLines(entry: ListEntryRowJson, width: number): readonly string[] {
  const names = entry.persons.flatMap(({ names: [name], person }) =>
    name ? [name.name] : [person],
  )
  const where = [asWords(entry.category), entry.region, entry.authority].filter((word) => word)
  const standing = entry.resolved ? `resolved ${entry.resolvedOn ?? ''}`.trim() : entry.state.words
  const answer = entry.lastResponse
    ? `answered ${entry.lastResponse.date}: ${asWords(entry.lastResponse.code)}`
    : 'no answer'
  return [
    wrap(`${entry.case}  ${names.join(', ')} (${where.join(', ')})`, width, '      ', '  '),
    wrap(
      `${standing}; ${answer}${entry.excluded ? '; resolved before it was handed over, left out' : ''}`,
      width,
      '      ',
    ),
    ...entry.state.doubts.map((doubt) => wrap(doubt, width, '        ', '      ? ')),
    ...entry.urgency.map((word) => wrap(word, width, '        ', '      ! ')),
  ]
}
