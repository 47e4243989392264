/**
 * Adds up the marks of all plain cases: every day asked and every day of knowledge in one pass over
 * them (decision 13). Days are sorted into the spaces between the days asked; what lies in the spaces
 * up to a day is what counts on it.
 */
import { sql, type RawBuilder } from 'kysely'
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, PersonId } from '../domain/basics/ids.ts'
import type { CountingUnit } from '../domain/basics/counting-unit.ts'
import { fold } from '../domain/evidence/detail.ts'
import { caseFits, type CaseConditions } from '../domain/cases/case-conditions.ts'
import { oppositesOf } from '../domain/cases/case-outcomes.ts'
import type { FlowRequest, StockRequest } from '../domain/cases/case-measures.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import { STANDING } from './case-measures-marks.ts'
import type { Reader } from './database/reader-writer.ts'

export type Sum = { readonly low: number; readonly high: number; readonly onRecord: number }

/** What cases can be told apart by, each combination once. */
export type CaseSort = Pick<CaseEntry, 'category' | 'region' | 'authority' | 'ground'> & {
  readonly no: number
}

export async function listSorts(db: Reader, programme: number): Promise<readonly CaseSort[]> {
  return db
    .selectFrom(
      sql<CaseSort>`(select sort_no as no, category, region, authority, ground from case_sort
        where programme_no = ${programme})`.as('sort'),
    )
    .selectAll()
    .execute()
}

/** The amounts of each request over the plain cases, in the order of the requests. */
export async function sumStocks(
  db: Reader,
  programme: number,
  sorts: readonly CaseSort[],
  requests: readonly StockRequest[],
): Promise<readonly Sum[]> {
  if (requests.length === 0) return []
  const valid = thresholds(requests.map(({ asOf }) => asOf))
  const known = thresholds(requests.map(({ knownOn }) => knownOn))
  const questions = [...new Set(requests.map(questionOf))]
  const columns = questions.flatMap((question, at) => {
    const request = requests.find((each) => questionOf(each) === question)
    return request ? stockColumns(request, sorts, at) : []
  })
  const cells = await readCells(
    db,
    sql<object>`(select width_bucket(valid_day, ${valid.after}::integer[]) as a,
          width_bucket(known_day, ${known.after}::integer[]) as c, 0 as b, '' as kind,
          ${sql.join([...columns, sql`sum(${stepOf(bit(STANDING.onRecord))}) as r`])}
        from case_stock_mark
        where programme_no = ${programme} and valid_day <= ${valid.last} and known_day <= ${known.last}
        group by 1, 2)`,
  )
  return requests.map((request) => {
    const at = questions.indexOf(questionOf(request))
    const [a, c] = [valid.placeOf(request.asOf), known.placeOf(request.knownOn)]
    const within = cells.filter((cell) => cell.a <= a && cell.c <= c)
    return {
      low: total(within, `l${at}`),
      high: total(within, `h${at}`),
      onRecord: total(
        cells.filter((cell) => cell.c <= c),
        'r',
      ),
    }
  })
}

/** A space of days with the sums in it, by the names of their columns. */
type Cell = {
  readonly kind: string
  readonly a: number
  readonly b: number
  readonly c: number
  readonly sums: Readonly<Record<string, number | null>>
}

/** Sums come as columns beside the places of the cell. */
async function readCells(db: Reader, query: RawBuilder<object>): Promise<readonly Cell[]> {
  const rows = await db.selectFrom(query.as('cell')).selectAll().execute()
  return rows.map((row) => {
    const { kind, a, b, c, ...sums } = row as Record<string, number | null> & Omit<Cell, 'sums'> // as the query names them
    return { kind, a, b, c, sums }
  })
}

function questionOf({ conditions, unit }: StockRequest): string {
  return JSON.stringify([conditions, unit])
}

function stockColumns(
  { conditions, unit }: StockRequest,
  sorts: readonly CaseSort[],
  at: number,
): RawBuilder<unknown>[] {
  const { low, high } = saidOf(conditions.state)
  return [
    sql`coalesce(sum(${stepOf(low)} * ${weightOf(unit)})
      ${among(sorts, conditions, ['yes'])}, 0)::bigint as ${sql.ref(`l${at}`)}`,
    sql`coalesce(sum(${stepOf(high)} * ${weightOf(unit)})
      ${among(sorts, conditions, ['yes', 'perhaps'])}, 0)::bigint as ${sql.ref(`h${at}`)}`,
  ]
}

type Said = (standing: RawBuilder<unknown>) => RawBuilder<unknown>

/** What a standing says of a state, surely and perhaps, as 1 or 0. */
function saidOf(state: CaseConditions['state']): { readonly low: Said; readonly high: Said } {
  if (state === null) return { low: bit(STANDING.openSure), high: bit(STANDING.openPerhaps) }
  if (state === 'resolved')
    return { low: bit(STANDING.resolvedSure), high: bit(STANDING.resolvedPerhaps) }
  const mask = STANDING.stateBit(state)
  return {
    low: (standing) =>
      sql`((${standing} & ${sql.lit(STANDING.states)}) = ${sql.lit(mask)})::integer`,
    high: bit(mask),
  }
}

function bit(mask: number): Said {
  return (standing) => sql`((${standing} & ${sql.lit(mask)}) <> 0)::integer`
}

/** What a mark adds where the standing says so: the four standings that meet in it, crosswise. */
function stepOf(said: Said): RawBuilder<unknown> {
  const of = (column: string) => said(sql.ref(column))
  return sql`(${of('here')} - ${of('eve')} - ${of('unknown')} + ${of('unknown_eve')})`
}

/** The amounts of each request over the plain cases; a net adds up what it takes off too. */
export async function sumFlows(
  db: Reader,
  programme: number,
  sorts: readonly CaseSort[],
  requests: readonly FlowRequest[],
): Promise<readonly Omit<Sum, 'onRecord'>[]> {
  if (requests.length === 0) return []
  const from = thresholds(requests.map((request) => request.from))
  const to = thresholds(requests.map((request) => request.to))
  const known = thresholds(requests.map(({ knownOn }) => knownOn))
  const questions = [...new Set(requests.map(choiceOf))]
  const kinds = [...new Set(requests.flatMap((request) => kindsOf(request).all))]
  const columns = questions.flatMap((question, at) => {
    const request = requests.find((each) => choiceOf(each) === question)
    if (!request) return []
    const { unit, conditions } = request
    const sum = (column: string, fits: readonly Fit[], name: string) =>
      sql`coalesce(sum(${sql.ref(column)} * ${weightOf(unit)})
        ${among(sorts, conditions, fits)}, 0)::bigint as ${sql.ref(name)}`
    return [sum('sure', ['yes'], `l${at}`), sum('perhaps', ['yes', 'perhaps'], `h${at}`)]
  })
  const cells = await readCells(
    db,
    sql<object>`(select kind,
          width_bucket(from_day, ${from.on}::integer[]) as a,
          width_bucket(to_day, ${to.after}::integer[]) as b,
          width_bucket(known_day, ${known.after}::integer[]) as c, ${sql.join(columns)}
        from case_flow_mark
        where programme_no = ${programme} and kind = any(${kinds}::text[])
          and from_day >= ${from.first} and to_day <= ${to.last} and known_day <= ${known.last}
        group by 1, 2, 3, 4)`,
  )
  return requests.map((request) => {
    const at = questions.indexOf(choiceOf(request))
    const [a, b, c] = [
      from.placeOf(request.from) + 1,
      to.placeOf(request.to),
      known.placeOf(request.knownOn),
    ]
    const within = cells.filter((cell) => cell.a >= a && cell.b <= b && cell.c <= c)
    const amount = (names: readonly string[], end: 'l' | 'h') =>
      names.reduce(
        (sum, name) =>
          sum +
          total(
            within.filter(({ kind }) => kind === name),
            `${end}${at}`,
          ),
        0,
      )
    const { adds, takes } = kindsOf(request)
    return {
      low: amount(adds, 'l') - amount(takes, 'h'),
      high: amount(adds, 'h') - amount(takes, 'l'),
    }
  })
}

/** The kinds that a request counts, and those that it takes off. */
export function kindsOf({ kind, event }: FlowRequest): {
  readonly adds: readonly string[]
  readonly takes: readonly string[]
  readonly all: readonly string[]
} {
  const asked = fold(event)
  const { adds, takes } = kind === 'net' ? oppositesOf(asked) : { adds: [asked], takes: [] }
  return { adds, takes, all: [...adds, ...takes] }
}

function choiceOf({ conditions: { attributes }, unit }: FlowRequest): string {
  return JSON.stringify([attributes, unit])
}

type Fit = ReturnType<typeof caseFits>

/** Only marks of the cases that fit so; nothing where all do. */
function among(
  sorts: readonly CaseSort[],
  { attributes }: CaseConditions,
  fits: readonly Fit[],
): RawBuilder<unknown> {
  if (attributes.length === 0) return sql``
  const numbers = sorts
    .filter((sort) => fits.includes(caseFits(asCase(sort), attributes)))
    .map(({ no }) => no)
  return sql`filter (where sort_no = any(${numbers}::integer[]))`
}

/** A case of which nothing but its sort is asked. */
function asCase({ category, region, authority, ground }: CaseSort): CaseEntry {
  const nobody = {
    entry: 0,
    id: '' as CaseId,
    subject: '' as PersonId,
    opened: null,
    withdrawn: null,
  }
  return { ...nobody, category, region, authority, ground }
}

function weightOf(unit: CountingUnit): RawBuilder<unknown> {
  return sql.ref(unit === 'person' ? 'persons' : 'families')
}

function total(cells: readonly Cell[], column: string): number {
  return cells.reduce((sum, cell) => sum + Number(cell.sums[column] ?? 0), 0)
}

/** The spaces between the days asked. */
type Thresholds = {
  /** Each day, and the day after each: a mark in space n lies on or after, or after, n of them. */
  readonly on: readonly number[]
  readonly after: readonly number[]
  readonly first: number
  readonly last: number
  /** How many of the days lie before this one: what lies after no more of them counts on it. */
  readonly placeOf: (day: CalendarDate) => number
}

function thresholds(dates: readonly CalendarDate[]): Thresholds {
  const days = [...new Set(dates.map(toDayNumber))].toSorted((a, b) => a - b)
  const places = new Map<number, number>(days.map((day, at) => [day, at]))
  return {
    on: days,
    after: days.map((day) => day + 1),
    first: days[0] ?? 0,
    last: days.at(-1) ?? 0,
    placeOf: (date) => places.get(toDayNumber(date)) ?? days.length,
  }
}
