/**
 * The schemes that the benchmark language must express (rules R53–R62), each a programme folder under
 * `test/worked/` with a table of expected standings that was worked out by hand. A failing row is a
 * question to an expert: is the table wrong, or the program?
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { evaluatorOf } from '../src/domain/assessment/evaluator.ts'
import { knownNamesOf } from '../src/domain/assessment/known-names.ts'
import {
  NO_REGISTER,
  readingsIn,
  type CaseReadings,
} from '../src/domain/assessment/case-readings.ts'
import { assessProgramme } from '../src/domain/assessment/scorecard.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import { registerOptionsOf } from '../src/domain/cases/case-history.ts'
import { openRegister } from '../src/domain/cases/register.ts'
import type { ProgrammeRecord } from '../src/domain/goals/programme-record.ts'
import { checkBenchmarks } from '../src/domain/goals/language/check-benchmarks.ts'
import { parseBenchmarks } from '../src/domain/goals/language/parse-benchmarks.ts'
import { printBenchmark } from '../src/domain/goals/language/print-benchmark.ts'
import { placeIn } from '../src/domain/goals/language/split-benchmarks.ts'
import type { FolderContent } from '../src/exchange/folder-content.ts'
import { readProgrammeFiles } from '../src/exchange/programme-folder.ts'

const WORKED = join(import.meta.dirname, 'worked')
const TABLE = 'expected.csv'
const COLUMNS = ['benchmark', 'asOf', 'knownOn', 'standing', 'life', 'gesture', 'why it is so']
const STANDINGS = ['met', 'not-met', 'insufficient', 'disputed']
const LIVES = [
  'none',
  'not-due',
  'waived',
  'lapsed',
  'unverified',
  'slipping',
  'by-a-later-standard',
]
const GOAL = 'goal:'

type Row = {
  readonly line: number
  readonly benchmark: string
  readonly asOf: string
  readonly knownOn: string
  readonly standing: string
  readonly life: string
  readonly gesture: string
  readonly reason: string
}

const schemes = readdirSync(WORKED, { withFileTypes: true })
  // Cases and lists have tables of their own.
  .filter((entry) => entry.isDirectory() && existsSync(join(WORKED, entry.name, 'benchmarks.txt')))
  .map(({ name }) => name)
  .toSorted()

it('there is a folder for every scheme that the language must express', () => {
  expect(schemes).toEqual(
    expect.arrayContaining([
      'belarus-2012-16',
      'eu-interim',
      'gsp-plus',
      'imf-criterion',
      'jackson-vanik',
      'mcc-scorecard',
      'memorandum-1987',
      'moscow-conference-1988',
      'world-bank-scalable',
    ]),
  )
})

describe.each(schemes)('%s', (scheme) => {
  const dir = join(WORKED, scheme)
  const content = readProgrammeFiles(filesOf(dir))
  const readings = readingsOf(content)
  const rows = readTable(scheme, readFileSync(join(dir, TABLE), 'utf8'))

  it('is read without a refusal', () => {
    expect(content.refusals).toEqual([])
    expect(content.record?.benchmarks.length).toBeGreaterThan(0)
  })

  it('has a text without errors, which stays the same when printed and read again', () => {
    const text = readFileSync(join(dir, 'benchmarks.txt'), 'utf8')
    const faults = checkBenchmarks(text, knownNamesOf(recordOf(scheme, content.record)))
    expect(
      faults
        .filter(({ severity }) => severity === 'error')
        .map(({ from, message }) => `line ${placeIn(text, from).line}: ${message}`),
    ).toEqual([])

    const { benchmarks } = parseBenchmarks(text)
    const printed = benchmarks.map(printBenchmark)
    const again = parseBenchmarks(printed.join('\n\n'))
    expect(again.faults).toEqual([])
    expect(again.benchmarks.map(withoutSpans)).toEqual(benchmarks.map(withoutSpans))
    expect(again.benchmarks.map(printBenchmark)).toEqual(printed)
  })

  it('has a table in which every benchmark and goal stands', () => {
    expect(rows.length, `${scheme}/${TABLE} has no rows`).toBeGreaterThan(0)
    const record = recordOf(scheme, content.record)
    const asked = new Set(rows.map((row) => row.benchmark))
    const expected = [
      ...record.benchmarks.map(({ id }) => id),
      ...record.goals.map(({ id }) => GOAL + id),
    ]
    expect(expected.filter((id) => !asked.has(id))).toEqual([])
  })

  it.each(rows)('$line: $benchmark as of $asOf, known on $knownOn', (row) => {
    const assessment = assessProgramme(
      evaluatorOf(recordOf(scheme, content.record), readings),
      calendarDate(row.asOf),
      calendarDate(row.knownOn),
    )
    const found = findRow(assessment, row)
    const wanted = [row.standing, row.life, row.gesture].join(', ')
    expect(
      found.standing,
      [
        `${scheme}/${TABLE}, line ${row.line}: ${row.benchmark} as of ${row.asOf}, known on ${row.knownOn}`,
        `expected (standing, life, gesture): ${wanted}`,
        `came: ${found.standing}`,
        `the table says why: ${row.reason}`,
        `the program says why: ${found.why}`,
      ].join('\n'),
    ).toBe(wanted)
  })
})

/** Standing, life and gesture in the words of the table, with the program's own reasons. */
function findRow(
  { goals, benchmarks }: ReturnType<typeof assessProgramme>,
  { benchmark }: Row,
): { standing: string; why: string } {
  if (benchmark.startsWith(GOAL)) {
    const goal = goals.find(({ id }) => GOAL + id === benchmark)
    if (!goal) return { standing: 'no such goal', why: '' }
    // A goal has no life, and whether it shows a gesture is said of its benchmarks.
    return { standing: `${goal.standing}, , `, why: goal.why }
  }
  const found = [...goals.flatMap((goal) => goal.benchmarks), ...benchmarks].find(
    ({ id }) => id === benchmark,
  )
  if (!found) return { standing: 'no such benchmark', why: '' }
  const { standing, life, gesture, why, gestureBecause } = found
  return {
    standing: [standing, life ?? 'none', gesture ? 'yes' : 'no'].join(', '),
    why: [why, ...gestureBecause].join(' '),
  }
}

/** What the register and the lists of the folder say; it has none where it has no case. */
function readingsOf({ record, register, lists }: FolderContent): CaseReadings {
  if (!record || register.cases.length === 0) return NO_REGISTER
  const options = registerOptionsOf(record.sources, record.programme.claims)
  return readingsIn(openRegister(register, options), lists)
}

/** The files of a programme folder, without the table, which is not a part of it. */
function filesOf(dir: string): Map<string, Uint8Array> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== join(dir, TABLE))
  return new Map(
    paths.map((path) => [relative(dir, path).split(sep).join('/'), readFileSync(path)]),
  )
}

function recordOf(scheme: string, record: ProgrammeRecord | null): ProgrammeRecord {
  if (!record) throw new Error(`${scheme}/programme.yaml is missing or refused`)
  return record
}

/** Reads a table; throws with its line where it is not what an expert was asked to write. */
function readTable(scheme: string, text: string): Row[] {
  const [head = [], ...body] = parse(text)
  if (head.join() !== COLUMNS.join())
    throw new Error(
      `${scheme}/${TABLE}: the columns are ${head.join(', ')}; expected are ${COLUMNS.join(', ')}`,
    )
  return body.map((cells, index) => {
    const [benchmark = '', asOf = '', knownOn = '', standing = '', life = '', gesture = ''] = cells
    // Line 1 names the columns; a reason has no line breaks.
    const line = index + 2
    const row = { line, benchmark, asOf, knownOn, standing, life, gesture, reason: cells[6] ?? '' }
    const wrong = faultIn(row)
    if (wrong) throw new Error(`${scheme}/${TABLE}, line ${line}: ${wrong}`)
    return row
  })
}

function faultIn({ benchmark, standing, life, gesture, reason }: Row): string | undefined {
  if (reason === '') return 'the reason is missing'
  if (reason.includes('\n')) return 'the reason has a line break; write it on one line'
  if (benchmark.startsWith(GOAL)) {
    if (life !== '' || gesture !== '') return 'a goal has neither life nor gesture of its own'
    return [...STANDINGS, 'partly'].includes(standing) ? undefined : `“${standing}” is no standing`
  }
  if (!STANDINGS.includes(standing)) return `“${standing}” is no standing of a benchmark`
  if (!LIVES.includes(life)) return `“${life}” is no life; it is one of ${LIVES.join(', ')}`
  return ['yes', 'no'].includes(gesture) ? undefined : `gesture is yes or no, not “${gesture}”`
}

/** Spans are places in one text. */
function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span')
      .map(([key, each]) => [key, withoutSpans(each)]),
  )
}
