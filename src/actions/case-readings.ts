/**
 * Asks an evaluator, has the store answer what it could not read of the register and the lists, and asks
 * again until nothing is left open (rules R233).
 *
 * Answers belong to the state of the record: they are kept while nothing is added that they rest on. A
 * programme whose benchmarks read no case is asked once, and the store nothing.
 */
import type { CalendarDate, DayNumber } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { CaseReadings, Span } from '../domain/assessment/case-readings.ts'
import type { Evaluator } from '../domain/assessment/evaluator.ts'
import { evaluatorOf } from '../domain/assessment/evaluator.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import type { CaseReading, CaseRequest } from '../domain/lists/case-request.ts'
import { keyOfRequest } from '../domain/lists/case-request.ts'
import { findAuditHead, isInChain, type AuditHead } from '../store/audit.ts'
import {
  answerCaseRequests,
  findFirstDays,
  findMarks,
  findRegisterSpan,
  needsMarks,
  refreshCaseMarks,
} from '../store/case-measures.ts'
import type { Database } from '../store/database/reader-writer.ts'
import { hasRowsAfter } from '../store/database/read-rows.ts'
import type { RecordTable } from '../store/database/tables.ts'
import { atOneMoment, type RecordAt } from '../store/programme-records.ts'
import type { Context } from './context.ts'
import { recordAt } from './record-cache.ts'

/** What answers rest on: while none of these is added to, they hold. */
const RESTS_ON: readonly RecordTable[] = [
  'programme',
  'source',
  'family_member',
  'case_entry',
  'case_event',
  'person_merge',
  'representation_list',
  'list_version',
  'list_entry',
  'presentation',
]

/** More than the lives of benchmarks can ask one after the other. */
const MOST_ROUNDS = 20
/** Answers kept for one programme; beyond it all are asked again. */
const MOST_ANSWERS = 100_000

/**
 * What an evaluator comes to, with every answer that it needs.
 *
 * @param always asks the register also where no benchmark reads it
 * Throws `ActionRefused`: not-found, not-allowed; and whatever the question throws.
 */
export async function ask<Answer>(
  context: Context,
  programme: ProgrammeId,
  question: (evaluator: Evaluator) => Answer,
  { always = false }: { readonly always?: boolean } = {},
): Promise<Answer> {
  const at = () => recordAt(context, programme)
  return askAbout(context, programme, at, question, always)
}

/**
 * The same of a record that is not the one on record, such as one with a draft among its benchmarks.
 *
 * @param change what is put in the place of the record; given the same record it gives the same one
 */
export async function askOf<Answer>(
  context: Context,
  programme: ProgrammeId,
  change: (record: ProgrammeRecord) => ProgrammeRecord,
  question: (evaluator: Evaluator) => Answer,
): Promise<Answer> {
  const at = async () => {
    const { record, head } = await recordAt(context, programme)
    return { record: change(record), head }
  }
  return askAbout(context, programme, at, question, false)
}

async function askAbout<Answer>(
  { database }: Context,
  programme: ProgrammeId,
  recordNow: () => Promise<RecordAt>,
  question: (evaluator: Evaluator) => Answer,
  always: boolean,
): Promise<Answer> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { record, head } = await recordNow()
    const plain = evaluatorOf(record)
    if (!plain.asksCases && !always) return question(plain)
    const answers = await answersAt(database, programme, head)
    const { readings } = answers
    const answer = question(evaluatorOf(record, readings))
    if (!readings.hasOpen) return answer
    // What was made of open questions is not kept: the next asker begins with fresh readings.
    answers.readings = new NotedReadings(answers)
    await close(database, programme, head, answers, readings)
  }
  throw new Error(`the benchmarks of ${programme} ask more of the register at every turn`)
}

/** Everything that was answered while the record stood as it stands. */
type Answers = {
  head: AuditHead
  readonly byKey: Map<string, CaseReading>
  readonly firsts: Map<CalendarDate, DayNumber | null>
  /** undefined until it is answered. */
  span: Span | null | undefined
  readings: NotedReadings
}

const held = new WeakMap<Database, Map<ProgrammeId, Answers>>()

async function answersAt(
  database: Database,
  programme: ProgrammeId,
  head: AuditHead,
): Promise<Answers> {
  const programmes = held.get(database) ?? new Map<ProgrammeId, Answers>()
  held.set(database, programmes)
  const there = programmes.get(programme)
  if (there?.head.hash === head.hash) return there
  if (there && (await stillHolds(database, programme, there.head))) {
    there.head = head
    return there
  }
  const fresh = { head, byKey: new Map(), firsts: new Map(), span: undefined } as const
  const answers: Answers = { ...fresh, readings: new NotedReadings(fresh) }
  programmes.set(programme, answers)
  return answers
}

async function stillHolds(
  database: Database,
  programme: ProgrammeId,
  head: AuditHead,
): Promise<boolean> {
  if (!(await isInChain(database, programme, head))) return false
  for (const table of RESTS_ON)
    if (await hasRowsAfter(database, table, programme, head.lastEntry)) return false
  return true
}

/** Has every open question answered, all days of knowledge together, as one moment shows them. */
async function close(
  database: Database,
  programme: ProgrammeId,
  head: AuditHead,
  answers: Answers,
  readings: NotedReadings,
): Promise<void> {
  const { requests, knownDays, spanAsked } = readings
  const counts = requests.some(({ request }) => request.kind !== 'list')
  const byMarks = counts && (await needsMarks(database, programme))
  if (byMarks) await refreshCaseMarks(database, programme)
  await atOneMoment(database, async (tx) => {
    // Where the record has moved on, it is read again and asked again.
    if ((await findAuditHead(tx, programme))?.hash !== head.hash) return
    const marks = byMarks ? await findMarks(tx, programme) : null
    if (marks === undefined) return
    if (answers.byKey.size > MOST_ANSWERS) answers.byKey.clear()
    if (spanAsked) answers.span = await findRegisterSpan(tx, programme)
    const firsts = await findFirstDays(tx, programme, knownDays)
    knownDays.forEach((day, at) => answers.firsts.set(day, firsts[at] ?? null))
    const asked = requests.map(({ request }) => request)
    const toName = new Set(requests.flatMap(({ request, named }) => (named ? [request] : [])))
    const isNamed = (request: CaseRequest) => toName.has(request)
    const found = await answerCaseRequests(tx, programme, asked, marks, isNamed)
    requests.forEach(({ request, named }, at) => {
      const reading = found[at]
      if (reading) answers.byKey.set(keyOf(request, named), reading)
    })
  })
}

type Open = { readonly request: CaseRequest; readonly named: boolean }

/** Of a list everything is read at once, so that its entries are named either way. */
function keyOf(request: CaseRequest, named: boolean): string {
  return `${request.kind === 'list' || named ? '' : 'unnamed '}${keyOfRequest(request)}`
}

/** Readings that answer what is known, and note what is not. */
class NotedReadings implements CaseReadings {
  readonly #answers: Pick<Answers, 'byKey' | 'firsts' | 'span'>
  readonly #open = new Map<string, Open>()
  readonly #openDays = new Set<CalendarDate>()
  spanAsked = false

  constructor(answers: Pick<Answers, 'byKey' | 'firsts' | 'span'>) {
    this.#answers = answers
  }

  get hasOpen(): boolean {
    return this.spanAsked || this.#open.size > 0 || this.#openDays.size > 0
  }

  get requests(): readonly Open[] {
    return [...this.#open.values()]
  }

  get knownDays(): readonly CalendarDate[] {
    return [...this.#openDays]
  }

  read(request: CaseRequest, named: boolean): CaseReading | undefined {
    const key = keyOf(request, named)
    const known = this.#answers.byKey.get(key)
    if (!known) this.#open.set(key, { request, named })
    return known
  }

  span(): Span | null {
    const { span } = this.#answers
    if (span === undefined) this.spanAsked = true
    return span ?? null
  }

  firstOn(knownOn: CalendarDate): DayNumber | null {
    const first = this.#answers.firsts.get(knownOn)
    if (first === undefined) this.#openDays.add(knownOn)
    // Until it is answered, what lies before the first day is asked for too.
    return first === undefined ? (this.span()?.from ?? null) : first
  }
}
