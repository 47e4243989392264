import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import { ResponsesPreview, ResponsesTaken } from '../../../contract/representation-lists.ts'
import type { Client } from '../../client.ts'
import {
  JSON_OPTION,
  localToday,
  print,
  printJson,
  withStore,
  type Command,
} from '../../command.ts'
import { EXIT, Refused, WrongUsage, type ExitCode } from '../../exit-codes.ts'
import type { Arguments } from '../../read-arguments.ts'
import { printable, printableIn, widthOf } from '../../terminal.ts'
import { listAddress } from './list-words.ts'
import { notWritten, previewInWords } from './responses-in-words.ts'

export const respond: Command = {
  spec: {
    name: 'list respond',
    summary:
      'Records what the other side answered, entry by entry, or reads their list against ours.',
    operands: ['PROGRAMME', 'LIST'],
    optional: ['FILE'],
    options: {
      version: {
        type: 'string',
        value: 'VERSION',
        help: 'the version that was answered (default: the last handed over)',
      },
      date: { type: 'string', value: 'DAY', help: 'the day of the answer (default: today)' },
      case: { type: 'string', value: 'CASE', help: 'the case that one answer is about' },
      code: {
        type: 'string',
        value: 'CODE',
        help: 'the answer, such as refuses, pledged, already-departed; with FILE that of rows without one',
      },
      words: { type: 'string', value: 'TEXT', help: 'their words' },
      owner: { type: 'string', value: 'NAME', help: 'who verifies what is claimed (default: you)' },
      due: { type: 'string', value: 'DAY', help: 'by when (default: a month after the answer)' },
      record: { type: 'boolean', help: 'put the rows of FILE that match one entry on record' },
      ...JSON_OPTION,
    },
    notes: [
      'FILE is their list as CSV, XLSX or lines of text. Without --record nothing is written: each row is shown as matched, to review, not ours, or refused. Rows to review are decided on the pages; while there are any, or rows that say no answer were not written, the exit code is 3.',
    ],
  },
  run: (given) => {
    const file = given.optionalOperand('FILE')
    const one = given.text('case')
    if ((file === undefined) === (one === undefined))
      throw new WrongUsage('Give either FILE or --case.')
    return withStore(given, (client) =>
      file === undefined ? recordOne(given, client, one ?? '') : readTheirs(given, client, file),
    )
  },
}

async function recordOne(given: Arguments, client: Client, id: string): Promise<ExitCode> {
  const code = given.text('code')
  if (code === undefined) throw new WrongUsage('--code is missing.')
  const response = {
    case: id,
    code,
    words: given.text('words') ?? '',
    ...claimOf(given),
  }
  const done = await record(given, client, given.text('version'), [response])
  if (given.flag('json')) printJson(done)
  return EXIT.done
}

async function readTheirs(given: Arguments, client: Client, file: string): Promise<ExitCode> {
  const body = {
    version: given.text('version') ?? '',
    file: { name: basename(file), base64: bytesOf(file).toString('base64') },
    code: given.text('code') ?? '',
  }
  const path = listAddress(given, 'responses', 'preview')
  const preview = await client.post(path, body, ResponsesPreview)
  const silent = preview.rows.filter(({ effect, code }) => effect === 'matched' && code === null)
  if (given.flag('record')) {
    const ready = preview.rows.flatMap(({ effect, case: id, code, words }) =>
      effect === 'matched' && id !== null && code !== null
        ? [{ case: id, code, words, ...claimOf(given) }]
        : [],
    )
    if (ready.length === 0)
      throw new Refused('No row matches one entry and says an answer: nothing was recorded.')
    const done = await record(given, client, preview.version, ready)
    if (given.flag('json')) printJson({ ...done, notWritten: silent.map(({ row }) => row) })
    else if (silent.length > 0) print(notWritten(printableIn(silent), widthOf(process.stdout)))
    if (silent.length > 0) return EXIT.refused
  } else if (given.flag('json')) printJson(preview)
  else print(previewInWords(printableIn(preview), widthOf(process.stdout)))
  return preview.review + preview.refused === 0 ? EXIT.done : EXIT.refused
}

async function record(
  given: Arguments,
  client: Client,
  version: string | undefined,
  responses: readonly object[],
): Promise<z.infer<typeof ResponsesTaken>> {
  const body = { version: version ?? '', date: given.day('date') ?? localToday(), responses }
  const done = await client.post(listAddress(given, 'responses'), body, ResponsesTaken)
  if (!given.flag('json'))
    print(
      [
        `${done.taken} ${done.taken === 1 ? 'answer' : 'answers'} recorded, ${done.unchanged} on record already.`,
        ...done.followUps.map(({ text, owner, due }) =>
          printable(`  to verify${due === null ? '' : ` by ${due}`}, ${owner}: ${text}`),
        ),
      ].join('\n'),
    )
  return done
}

function claimOf(given: Arguments): { owner: string; due: string } {
  return { owner: given.text('owner') ?? '', due: given.day('due') ?? '' }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refused(`${file} cannot be read (${code}).`)
  }
}
