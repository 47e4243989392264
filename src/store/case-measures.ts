/**
 * Answers what benchmarks ask of the register and the lists, for all days at once (rules R233–R236).
 *
 * Lists are read with the part of the register that they name, and the domain says what they come to.
 * So is a small register. Of a large one the plain cases are counted in SQL, by marks made beforehand
 * (decision 13), and the domain counts the others: people who stand in several cases, were merged, or
 * are named by an event alone. No unit lies in both, so that the two add up.
 */
import { sql } from 'kysely'
import type { CalendarDate, DayNumber } from '../domain/basics/calendar-date.ts'
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Span } from '../domain/assessment/case-readings.ts'
import type { CaseReading, CaseRequest } from '../domain/lists/case-request.ts'
import {
  answerCaseRequests as answerInMemory,
  nothingOnRecord,
} from '../domain/lists/case-request.ts'
import type { FlowRequest, StockRequest } from '../domain/cases/case-measures.ts'
import { openRegister, type Register } from '../domain/cases/register.ts'
import type { ListRecord } from '../domain/lists/list-record.ts'
import type { ListRequest } from '../domain/lists/list-reading.ts'
import { findLatestCases } from './case-measures-names.ts'
import { divideRegister, readCountedRegister } from './case-measures-rows.ts'
import { listSorts, sumFlows, sumStocks } from './case-measures-sum.ts'
import type { Reader } from './database/reader-writer.ts'
import {
  listListEntries,
  listLists,
  listPresentations,
  listVersions,
} from './representation-lists.ts'

export { findMarks, refreshCaseMarks } from './case-measures-refresh.ts'

/** A register of so many cases is read as a whole; a larger one needs its marks. */
export const SMALL_REGISTER = 2_000

/** Whether counting needs the marks of `refreshCaseMarks`. */
export async function needsMarks(db: Reader, programme: ProgrammeId): Promise<boolean> {
  const { count } = await db
    .selectFrom(
      sql<{ one: number }>`(select 1 as one from case_entry where programme_id = ${programme}
        limit ${SMALL_REGISTER + 1})`.as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count > SMALL_REGISTER
}

/**
 * Answers in the order of the requests.
 *
 * @param marks the number of the programme's marks, all rows taken in; null reads the register whole
 * @param isNamed whether entries and cases are named where marks are counted
 */
export async function answerCaseRequests(
  db: Reader,
  programme: ProgrammeId,
  requests: readonly CaseRequest[],
  marks: number | null,
  isNamed: (request: CaseRequest) => boolean = () => true,
): Promise<readonly CaseReading[]> {
  const ofLists = requests.filter((request) => request.kind === 'list')
  const ofCases = requests.filter((request) => request.kind !== 'list')
  const answers = new Map<CaseRequest, CaseReading>()
  const keep = (asked: readonly CaseRequest[], found: readonly CaseReading[]) => {
    asked.forEach((request, at) => {
      const reading = found[at]
      if (reading) answers.set(request, reading)
    })
  }
  if (ofLists.length > 0) keep(ofLists, await answerOfLists(db, programme, ofLists))
  if (ofCases.length > 0 && marks === null)
    keep(ofCases, answerInMemory(await openWhole(db, programme), NO_LISTS, ofCases))
  if (ofCases.length > 0 && marks !== null)
    keep(ofCases, await answerByMarks(db, programme, marks, ofCases, isNamed))
  return requests.map((request) => {
    const reading = answers.get(request)
    if (!reading) throw new Error('a request was not answered')
    return reading
  })
}

async function openWhole(
  db: Reader,
  programme: ProgrammeId,
  cases?: readonly string[],
): Promise<Register> {
  const { record, options } = await readCountedRegister(db, programme, cases)
  return openRegister(record, options)
}

type OfCases = StockRequest | FlowRequest

async function answerByMarks(
  db: Reader,
  programme: ProgrammeId,
  marks: number,
  requests: readonly OfCases[],
  isNamed: (request: CaseRequest) => boolean,
): Promise<readonly CaseReading[]> {
  const sorts = await listSorts(db, marks)
  const stocks = requests.filter((request) => request.kind === 'stock')
  const flows = requests.filter((request) => request.kind !== 'stock')
  const onRecord = await sumStocks(db, marks, sorts, [...stocks, ...flows.map(presenceOf)])
  const flowed = await sumFlows(db, marks, sorts, flows)
  const others = await answerOthers(db, programme, marks, requests)
  const toName = requests.filter(isNamed)
  const named = await nameAll(db, programme, toName)
  const names = new Map(toName.map((request, at) => [request, named[at]]))
  let [nextStock, nextFlow] = [0, 0]
  return requests.map((request, at): CaseReading => {
    const other = others[at]
    const present = onRecord[request.kind === 'stock' ? nextStock : stocks.length + nextFlow]
    const plain = request.kind === 'stock' ? present : flowed[nextFlow]
    if (request.kind === 'stock') nextStock += 1
    else nextFlow += 1
    if (!plain || !present) throw new Error('a request was not counted')
    if (present.onRecord === 0 && (!other || other.missing)) return nothingOnRecord('register')
    const rest = other && !other.missing ? other : { low: 0, high: 0, doubtful: 0 }
    const { low, high } = { low: plain.low + rest.low, high: plain.high + rest.high }
    return {
      ...(names.get(request) ?? NOBODY_NAMED),
      low,
      high,
      // The ends of a net lie apart by what is in doubt of all that it adds and takes off.
      doubtful: high - low,
      missing: null,
    }
  })
}

const NOBODY_NAMED = nothingOnRecord('register')

/** Asks only whether anything is on record by then. */
function presenceOf({ asOf, knownOn, unit }: FlowRequest): StockRequest {
  return { kind: 'stock', conditions: { attributes: [], state: null }, unit, asOf, knownOn }
}

/** What the cases come to that are not plain; empty where there are none. */
async function answerOthers(
  db: Reader,
  programme: ProgrammeId,
  marks: number,
  requests: readonly OfCases[],
): Promise<readonly CaseReading[]> {
  const others = await db
    .selectFrom(
      sql<{ id: string }>`(select case_id as id from case_unit
        where programme_no = ${marks} and not is_plain)`.as('other'),
    )
    .select('id')
    .execute()
  if (others.length === 0) return []
  const register = await openWhole(
    db,
    programme,
    others.map(({ id }) => id),
  )
  return answerInMemory(register, NO_LISTS, requests)
}

/** Which entries decide and which cases are in doubt, among the cases last heard of by each day. */
async function nameAll(
  db: Reader,
  programme: ProgrammeId,
  requests: readonly OfCases[],
): Promise<readonly CaseReading[]> {
  if (requests.length === 0) return []
  const heardOf = await findLatestCases(db, programme, requests)
  const counted = await readCountedRegister(db, programme, [...new Set(heardOf.flat())])
  const { partOf, only } = divideRegister(counted)
  return requests.flatMap((request, at) => {
    const parts = new Set(heardOf[at]?.flatMap((id) => partOf(id) ?? []))
    const register = openRegister(only(parts), counted.options)
    return answerInMemory(register, NO_LISTS, [request])
  })
}

const NO_LISTS: ListRecord = {
  lists: [],
  versions: [],
  entries: [],
  presentations: [],
  responses: [],
}

async function answerOfLists(
  db: Reader,
  programme: ProgrammeId,
  requests: readonly ListRequest[],
): Promise<readonly CaseReading[]> {
  const all = await listLists(db, programme)
  const names = new Set(requests.map(({ list }) => list))
  const named = all
    .filter(({ id, title, number }) => [id, title, number].some((name) => names.has(name)))
    .map(({ id }) => id)
  const which = { column: 'list_id', values: named }
  const entries = await listListEntries(db, programme, which)
  const lists: ListRecord = {
    lists: all,
    versions: await listVersions(db, programme, which),
    entries,
    presentations: await listPresentations(db, programme, which),
    responses: [],
  }
  const cases = [...new Set(entries.map((entry) => entry.case))]
  const register = await openWhole(db, programme, cases)
  return answerInMemory(register, lists, requests)
}

/** First and last day of what happened in any case; null where nothing is on record. */
export async function findRegisterSpan(db: Reader, programme: ProgrammeId): Promise<Span | null> {
  const { first, last } = await db
    .selectFrom('case_event')
    .select(({ fn }) => [fn.min('earliest').as('first'), fn.max('latest').as('last')])
    .where('programme_id', '=', programme)
    .executeTakeFirstOrThrow()
  if (first === null || last === null) return null
  return { from: dayOf(first), to: dayOf(last) }
}

/** The first day of anything known by each of the days; null where nothing was. */
export async function findFirstDays(
  db: Reader,
  programme: ProgrammeId,
  days: readonly CalendarDate[],
): Promise<readonly (DayNumber | null)[]> {
  const firsts: (DayNumber | null)[] = []
  for (const day of days) {
    const row = await db
      .selectFrom('case_event')
      .select('earliest')
      .where('programme_id', '=', programme)
      .where('known_on', '<=', day)
      .orderBy('earliest')
      .limit(1)
      .executeTakeFirst()
    firsts.push(row ? dayOf(row.earliest) : null)
  }
  return firsts
}

function dayOf(date: string): DayNumber {
  return toDayNumber(date as CalendarDate) // a `date` column holds nothing but days
}
