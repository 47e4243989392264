import { resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { ImportStep, type ImportStepJson, type RefusalJson } from '../../contract/programmes.ts'
import { Problem } from '../../contract/problem.ts'
import { address, type Client } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { errorOfAnswer, EXIT, OurFault, Refused } from '../exit-codes.ts'
import { progressLine } from '../progress-line.ts'
import { printable } from '../terminal.ts'

export const importCommand: Command = {
  spec: {
    name: 'import',
    summary: 'Takes a programme folder into the store: all of it, or nothing.',
    operands: ['DIR'],
    options: {
      'keep-going': { type: 'boolean', help: 'take the sound rows where others are refused' },
      ...JSON_OPTION,
    },
    notes: [
      'With a refused row the exit code is 3: without --keep-going nothing is taken, with it all else is (“taken in part”).',
      'Importing again changes nothing. A row with a known id and other content is a correction; a missing row withdraws nothing. Ctrl-C gives the import up, and nothing is taken.',
    ],
  },
  run: (given) => {
    const stopped = untilStopped()
    return withStore(given, async (client) => {
      const directory = resolve(given.operand('DIR'))
      const last = await runImport(client, directory, given.flag('keep-going'), stopped)
      if (given.flag('json')) printJson(last)
      else sayLast(last)
      // A refusal may be about the whole, and name no place.
      return last.step === 'done' && last.refusals.length === 0 ? EXIT.done : EXIT.refused
    })
  },
}

/** Ctrl-C, or the end that another program asks for; asked twice, it is one. */
function untilStopped(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  return stop.signal
}

type Progress = Exclude<ImportStepJson, { step: 'done' | 'refused' }>
type LastStep = Exclude<ImportStepJson, Progress>

/** Imports with progress on the terminal; the signal gives it up. Throws where the program fails. */
export async function runImport(
  client: Client,
  directory: string,
  keepGoing: boolean,
  stopped: AbortSignal,
): Promise<LastStep> {
  if (stopped.aborted) throw new Refused('The import was given up. Nothing was taken.')
  const id = randomUUID()
  const progress = progressLine()
  const giveUp = () => {
    progress.show('Giving up …')
    // Whether it was in time is the last word of the stream; so is that it could not be asked.
    client.remove(address('imports', id)).catch(() => undefined)
  }
  stopped.addEventListener('abort', giveUp)
  try {
    for await (const line of client.stream(`${address('imports')}?id=${id}`, {
      directory,
      keepGoing,
    })) {
      const step = readStep(line)
      if (step.step === 'done' || step.step === 'refused') return step
      progress.show(wordsOf(step))
    }
  } finally {
    stopped.removeEventListener('abort', giveUp)
    progress.clear()
  }
  throw new OurFault(
    'The import ended without a word. Run it again: what was taken is not taken twice.',
  )
}

function readStep(line: unknown): ImportStepJson {
  const step = ImportStep.safeParse(line)
  if (step.success) return step.data
  const problem = Problem.safeParse(line)
  if (problem.success) throw errorOfAnswer(problem.data.status, problem.data.detail)
  throw new OurFault('The server answered something that this version does not understand.')
}

function wordsOf(step: Progress): string {
  if (step.step === 'reading') return `Reading ${step.file}: ${step.rows.toLocaleString('en')} rows`
  const share = step.of === 0 ? 100 : Math.floor((step.done / step.of) * 100)
  return `Writing: ${step.done.toLocaleString('en')} of ${step.of.toLocaleString('en')} rows (${share} %)`
}

function sayLast(last: LastStep): void {
  for (const { file, line, column, message } of last.notices)
    process.stderr.write(`${printable(`${file}:${line}:${column}: note: ${message}`)}\n`)
  sayRefusals(last.refusals)
  if (last.step === 'refused') {
    process.stderr.write(`${printable(last.message)}\n`)
    return
  }
  const taken = countsOf(last.taken)
  print(`${last.programme}: ${taken === '' ? 'nothing new' : `taken: ${taken}`}.`)
  const unchanged = countsOf(last.unchanged)
  if (unchanged !== '') print(`Already on record: ${unchanged}.`)
  if (last.refusals.length > 0)
    process.stderr.write(
      `The folder was taken in part: ${inPlaces(last.refusals.length)} refused. Mend what is refused and import the folder again.\n`,
    )
}

export function sayRefusals(refusals: readonly RefusalJson[]): void {
  for (const { file, line, column, message } of refusals)
    process.stderr.write(`${printable(`${file}:${line}:${column}: ${message}`)}\n`)
}

function inPlaces(count: number): string {
  return count === 1 ? 'one place was' : `${count.toLocaleString('en')} places were`
}

/** What the rows of a table are, where its name says something else: a person has a row for each name. */
const ROWS: Readonly<Record<string, string>> = {
  persons: 'names',
  families: 'family members',
  caseEvents: 'case events',
}

function countsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${ROWS[table] ?? table} ${count.toLocaleString('en')}`)
    .join(', ')
}
