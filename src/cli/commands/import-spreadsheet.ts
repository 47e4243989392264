import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Problem } from '../../contract/problem.ts'
import {
  SpreadsheetLook,
  SpreadsheetStep,
  type SpreadsheetLookJson,
  type SpreadsheetRowJson,
  type SpreadsheetStepJson,
} from '../../contract/spreadsheet-imports.ts'
import { address, type Client } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { errorOfAnswer, EXIT, OurFault, Refused } from '../exit-codes.ts'
import { progressLine } from '../progress-line.ts'
import { printable } from '../terminal.ts'

export const importSpreadsheet: Command = {
  spec: {
    name: 'import-spreadsheet',
    summary: 'Takes a list kept as a table, CSV or Excel, into the register, row by row.',
    operands: ['PROGRAMME', 'FILE'],
    options: {
      mapping: { type: 'string', value: 'NAME', help: 'a saved mapping (default: it is guessed)' },
      source: { type: 'string', value: 'ID', help: 'the source that the rows are cited as' },
      known: { type: 'string', value: 'DAY', help: 'since when it is known (default: today)' },
      'dry-run': { type: 'boolean', help: 'say what would become of each row, and write nothing' },
      ...JSON_OPTION,
    },
    notes: [
      'All sound rows are taken together or none is; again changes nothing. A row that may be someone on record waits for a person to decide. Where rows are refused or parked the exit code is 3.',
      'Mappings are made and saved on the page “Import a spreadsheet”. Ctrl-C gives the import up, and nothing is taken.',
    ],
  },
  run: async (given) => {
    const file = await readGiven(given.operand('FILE'))
    const stopped = untilStopped()
    const base = ['programmes', given.operand('PROGRAMME'), 'spreadsheet-imports']
    return withStore(given, async (client) => {
      const saved = given.text('mapping') ?? null
      const asked = { file, mapping: saved }
      const look = await client.post(address(...base, 'look'), asked, SpreadsheetLook)
      const body = {
        file,
        mapping: look.mapping,
        source: given.text('source') ?? null,
        known: given.day('known') ?? null,
        dryRun: given.flag('dry-run'),
      }
      const { rows, done } = await run(client, base, body, stopped)
      if (given.flag('json')) printJson({ ...done, mapping: look.mapping, rows })
      else sayAll(look, rows, done)
      return done.counts.refused + done.counts.parked > 0 ? EXIT.refused : EXIT.done
    })
  },
}

type GivenFile = { readonly name: string; readonly base64: string }
type Done = Extract<SpreadsheetStepJson, { step: 'done' }>
type Result = { readonly rows: readonly SpreadsheetRowJson[]; readonly done: Done }

async function readGiven(file: string): Promise<GivenFile> {
  const bytes = await readFile(resolve(file)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
    throw new Refused(`The file ${file} cannot be read (${code}).`)
  })
  if (bytes.length === 0) throw new Refused(`The file ${file} is empty.`)
  return { name: basename(file), base64: bytes.toString('base64') }
}

/** Ctrl-C, or the end that another program asks for. */
function untilStopped(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  return stop.signal
}

async function run(
  client: Client,
  base: readonly string[],
  body: object,
  stopped: AbortSignal,
): Promise<Result> {
  if (stopped.aborted) throw new Refused('The import was given up. Nothing was taken.')
  const id = randomUUID()
  const progress = progressLine()
  const rows: SpreadsheetRowJson[] = []
  const giveUp = () => {
    progress.show('Giving up …')
    // Whether it was in time is the last word of the stream; so is that it could not be asked.
    client.remove(address(...base, id)).catch(() => undefined)
  }
  stopped.addEventListener('abort', giveUp)
  try {
    for await (const line of client.stream(`${address(...base)}?id=${id}`, body)) {
      const step = readStep(line)
      if (step.step === 'rows') rows.push(...step.rows)
      else if (step.step === 'done') return { rows, done: step }
      else if (step.step === 'refused') throw new Refused(step.message)
      else progress.show(wordsOf(step))
    }
  } finally {
    stopped.removeEventListener('abort', giveUp)
    progress.clear()
  }
  throw new OurFault(
    'The import ended without a word. Run it again: what was taken is not taken twice.',
  )
}

function readStep(line: unknown): SpreadsheetStepJson {
  const step = SpreadsheetStep.safeParse(line)
  if (step.success) return step.data
  const problem = Problem.safeParse(line)
  if (problem.success) throw errorOfAnswer(problem.data.status, problem.data.detail)
  throw new OurFault('The server answered something that this version does not understand.')
}

function wordsOf(
  step: Extract<SpreadsheetStepJson, { step: 'reading' | 'comparing' | 'writing' }>,
) {
  if (step.step === 'reading') return 'Reading the table'
  const share = step.of === 0 ? 100 : Math.floor((step.done / step.of) * 100)
  return `${step.step === 'comparing' ? 'Comparing names' : 'Writing'}: ${share} %`
}

/** What is not simply taken is said row by row; the sum last. */
function sayAll(look: SpreadsheetLookJson, rows: readonly SpreadsheetRowJson[], done: Done): void {
  for (const remark of look.remarks) process.stderr.write(`${printable(`note: ${remark}`)}\n`)
  for (const { row, outcome, remarks } of rows) {
    if (outcome === 'taken' || outcome === 'on-record') continue
    for (const { sort, column, message } of remarks)
      if (sort !== 'flagged') {
        const place = column === null ? `row ${row}` : `row ${row}, ${column}`
        process.stderr.write(`${printable(`${look.file}: ${place}: ${sort}: ${message}`)}\n`)
      }
  }
  const { taken, onRecord, review, parked, refused } = done.counts
  const sums = [
    `${done.dryRun ? 'would be taken' : 'taken'} ${taken.toLocaleString('en')}`,
    `on record already ${onRecord.toLocaleString('en')}`,
    `to review ${review.toLocaleString('en')}`,
    `parked ${parked.toLocaleString('en')}`,
    `refused ${refused.toLocaleString('en')}`,
  ]
  print(`${rows.length.toLocaleString('en')} rows: ${sums.join(', ')}.`)
}
