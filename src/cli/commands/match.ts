import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { MatchStep, type MatchAnswerJson, type MatchStepJson } from '../../contract/name-matches.ts'
import { Problem } from '../../contract/problem.ts'
import { readMatchFile, type MatchRow } from '../../exchange/match-file.ts'
import { address, type Client } from '../client.ts'
import { JSON_OPTION, print, printJson, withStore, type Command } from '../command.ts'
import { errorOfAnswer, EXIT, OurFault, Refused } from '../exit-codes.ts'
import { progressLine } from '../progress-line.ts'
import { printable, strong, widthOf, wrap } from '../terminal.ts'

export const match: Command = {
  spec: {
    name: 'match',
    summary: 'Says who of the register each entry of a list may be, how likely, and why.',
    operands: ['PROGRAMME', 'FILE'],
    options: { ...JSON_OPTION },
    notes: [
      'FILE is CSV with a column name and, where there, birth, age, sex, place and category. Nothing is written.',
      'Each entry is “match” (somebody is more likely than not), “review” (somebody may be meant; a person decides) or “new”. Ctrl-C gives it up.',
    ],
  },
  run: async (given) => {
    const file = given.operand('FILE')
    const rows = await readRows(file)
    const stopped = untilStopped()
    const path = address('programmes', given.operand('PROGRAMME'), 'matches')
    return withStore(given, async (client) => {
      const entries = rows.length === 0 ? [] : await lookUp(client, path, rows, stopped)
      if (given.flag('json')) printJson({ entries })
      else print(textOf(rows, entries))
      return EXIT.done
    })
  },
}

async function readRows(file: string): Promise<readonly MatchRow[]> {
  const bytes = await readFile(resolve(file)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
    throw new Refused(`The file ${file} cannot be read (${code}).`)
  })
  const { rows, refusals, notices } = readMatchFile(basename(file), bytes)
  const say = ({ file: of, line, column, message }: (typeof refusals)[number], note = '') =>
    process.stderr.write(`${printable(`${of}:${line}:${column}: ${note}${message}`)}\n`)
  for (const notice of notices) say(notice, 'note: ')
  for (const refusal of refusals) say(refusal)
  if (refusals.length === 0) return rows
  throw new Refused('Nothing was looked up. Mend what is refused and ask again.')
}

/** Ctrl-C, or the end that another program asks for. */
function untilStopped(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  return stop.signal
}

/** So many entries go into one request. */
const AT_MOST = 50_000

async function lookUp(
  client: Client,
  path: string,
  rows: readonly MatchRow[],
  stopped: AbortSignal,
): Promise<readonly MatchAnswerJson[]> {
  if (rows.length > AT_MOST)
    throw new Refused(
      `The list has ${rows.length.toLocaleString('en')} entries; at most ${AT_MOST.toLocaleString('en')} are looked up at once. Cut it into several.`,
    )
  const id = randomUUID()
  const progress = progressLine()
  const giveUp = () => {
    progress.show('Giving up …')
    // Whether it was in time is the last word of the stream; so is that it could not be asked.
    client.remove(`${path}/${id}`).catch(() => undefined)
  }
  stopped.addEventListener('abort', giveUp)
  const found: MatchAnswerJson[] = []
  try {
    for await (const line of client.stream(`${path}?id=${id}`, { entries: rows.map(entryOf) })) {
      const step = readStep(line)
      if (step.step === 'entries') found.push(...step.entries)
      else if (step.step === 'given-up') throw new Refused(step.message)
      else if (step.step === 'done') return found
      else progress.show(wordsOf(step))
    }
  } finally {
    stopped.removeEventListener('abort', giveUp)
    progress.clear()
  }
  throw new OurFault('The looking up ended without a word. Ask again: nothing was written.')
}

function entryOf({ name, birth, age, sex, place, category }: MatchRow) {
  return { name, birth: birth?.text ?? '', age, sex, place, category }
}

function readStep(line: unknown): MatchStepJson {
  const step = MatchStep.safeParse(line)
  if (step.success) return step.data
  const problem = Problem.safeParse(line)
  if (problem.success) throw errorOfAnswer(problem.data.status, problem.data.detail)
  throw new OurFault('The server answered something that this version does not understand.')
}

function wordsOf({ step, done, of }: Extract<MatchStepJson, { done: number }>): string {
  const counts = `${done.toLocaleString('en')} of ${of.toLocaleString('en')}`
  return step === 'reading' ? `Reading the register: ${counts} names` : `Looking up: ${counts}`
}

const DECISION_WORDS = {
  match: 'found',
  review: 'perhaps found: a person decides',
  new: 'not in the register',
} as const

function textOf(rows: readonly MatchRow[], entries: readonly MatchAnswerJson[]): string {
  const width = widthOf(process.stdout)
  const lines = entries.flatMap(({ row, decision, candidates }, at) => [
    strong(printable(`${row}. ${rows[at]?.name ?? ''}: ${DECISION_WORDS[decision]}`)),
    ...candidates
      .slice(0, decision === 'new' ? 0 : 3)
      .map((candidate) => wrap(printable(candidateWords(candidate)), width, '       ', '     ')),
  ])
  const count = (decision: MatchAnswerJson['decision']) =>
    entries.filter((entry) => entry.decision === decision).length
  return [
    ...lines,
    '',
    `${entries.length.toLocaleString('en')} entries: ${count('match')} found, ${count('review')} to be reviewed, ${count('new')} not in the register.`,
  ].join('\n')
}

function candidateWords({
  person,
  probability,
  reasons,
}: MatchAnswerJson['candidates'][number]): string {
  const terms = reasons.map(({ kind, theirs, ours, relation, weight }) => {
    const sides = [theirs, ours].filter((side) => side !== undefined).join(' / ')
    const what = [sides === '' ? kind : sides, relation?.replaceAll('-', ' ')]
    const sign = weight < 0 ? '−' : '+'
    return `${what.filter(Boolean).join(', ')} ${sign}${Math.abs(weight).toFixed(1)}`
  })
  return `${person} (${percent(probability)}): ${terms.join('; ')}`
}

/** Nothing is certain: the ends stay open. */
function percent(probability: number): string {
  const share = probability * 100
  if (share > 99.9) return 'above 99.9 %'
  return share < 0.1 ? 'below 0.1 %' : `${share.toFixed(1)} %`
}
