import {
  ListReport,
  ListStatus,
  type ListReportJson,
} from '../../../contract/representation-lists.ts'
import {
  DAY_OPTIONS,
  daysQuery,
  JSON_OPTION,
  print,
  printJson,
  withStore,
  type Command,
} from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { pad, printableIn, strong, widthOf, wrap } from '../../terminal.ts'
import { asWords, counted, listAddress } from './list-words.ts'

export const status: Command = {
  spec: {
    name: 'list status',
    summary: 'Says what was resolved since a list was handed over, in family units and in persons.',
    operands: ['PROGRAMME', 'LIST'],
    options: { ...DAY_OPTIONS, ...JSON_OPTION },
    notes: [
      'It reads the version that was last handed over by both days; where there is none the exit code is 3.',
    ],
  },
  run: (given) => {
    const days = daysQuery(given)
    return withStore(given, async (client) => {
      if (given.flag('json'))
        printJson(await client.get(`${listAddress(given, 'status')}${days}`, ListStatus))
      else
        print(
          textOf(
            printableIn(await client.get(`${listAddress(given, 'report')}${days}`, ListReport)),
          ),
        )
      return EXIT.done
    })
  },
}

type Counted = ListReportJson['status']['byRegion'][number]

function textOf({ status, sentences, restatements, responses }: ListReportJson): string {
  const width = widthOf(process.stdout)
  const { byRegion, byCategory, byAuthority, atAge, carriedOver } = status
  return [
    strong(`List ${status.list}`),
    `handed over ${status.presentedOn}, as of ${status.asOf}, as known on ${status.knownOn}`,
    '',
    ...sentences.map((sentence) => wrap(sentence, width)),
    ...table(
      'By region',
      byRegion.map((row) => [row.region ?? 'not stated', row]),
    ),
    ...table(
      'By category',
      byCategory.map((row) => [row.category ?? 'not stated', row]),
    ),
    ...table(
      'By authority',
      byAuthority.map((row) => [row.authority ?? 'not stated', row]),
    ),
    ...table(
      `At age, as known on ${status.knownOn}`,
      atAge.map((row) => [`${row.months} months`, row]),
    ),
    ...(carriedOver.length === 0
      ? []
      : [
          '',
          `${counted(carriedOver.length, 'case')} stood on earlier lists, on ${Math.max(...carriedOver.map(({ times }) => times))} of them at most.`,
        ]),
    ...(responses.length === 0
      ? []
      : [
          '',
          `Answered: ${responses.map(({ code, cases }) => `${asWords(code)} ${counted(cases, 'case')}`).join(', ')}.`,
        ]),
    ...restatements.map(({ known, sentence }) =>
      wrap(`${known}: ${sentence}`, width, '    ', '  ! '),
    ),
  ].join('\n')
}

function table(
  title: string,
  rows: readonly (readonly [string, Pick<Counted, 'family' | 'person'>])[],
): readonly string[] {
  if (rows.length === 0) return []
  const wide = Math.max(...rows.map(([name]) => name.length), 12)
  const ratio = ({ entries, resolved }: { entries: number; resolved: number }) =>
    `${resolved} of ${entries}`
  return [
    '',
    strong(title),
    `  ${pad('', wide)}  ${pad('family units', 14)}  persons`,
    ...rows.map(
      ([name, { family, person }]) =>
        `  ${pad(name, wide)}  ${pad(ratio(family), 14)}  ${ratio(person)}`,
    ),
  ]
}
