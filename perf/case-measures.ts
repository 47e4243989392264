/**
 * How long benchmarks wait for the register: case measures for sixty dates over 1,000,000 persons and
 * 5,000,000 events on PostgreSQL, beside the plain query for one date at a time.
 *
 *   node perf/case-measures.ts [--persons 1000000] [--events 5000000]
 *
 * It starts a PostgreSQL of its own. With DATABASE_URL it measures the programme `perf` of that store,
 * filled by `perf/make-register.ts` before.
 */
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { CompiledQuery, sql } from 'kysely'
import type { CalendarDate } from '../src/domain/basics/calendar-date.ts'
import {
  calendarDate,
  toCalendarDate,
  addMonths,
  toDayNumber,
} from '../src/domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../src/domain/basics/ids.ts'
import type { CaseConditions } from '../src/domain/cases/case-conditions.ts'
import type { CaseRequest } from '../src/domain/lists/case-request.ts'
import {
  answerCaseRequests,
  findFirstDays,
  findRegisterSpan,
  refreshCaseMarks,
} from '../src/store/case-measures.ts'
import { migrate } from '../src/store/database/migrate.ts'
import { openPostgres } from '../src/store/database/open-database.ts'
import type { Database } from '../src/store/database/reader-writer.ts'
import { databaseUrl, startCluster } from '../test/postgres.ts'
import { makeRegister } from './make-register.ts'

const PROGRAMME = 'perf' as ProgrammeId
const DATES = 60
const PLAIN_DATE = 30

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '1000000' },
    events: { type: 'string', default: '5000000' },
  },
})
const given = process.env['DATABASE_URL']
const cluster = given === undefined ? await startCluster() : undefined
try {
  const database = openPostgres(given ?? (await emptyStore(cluster?.url ?? '')))
  try {
    if (given === undefined) await fill(database)
    await measure(database)
  } finally {
    await database.destroy()
  }
} finally {
  await cluster?.stop()
}

async function emptyStore(url: string): Promise<string> {
  const server = openPostgres(url)
  await server.executeQuery(CompiledQuery.raw('create database perf'))
  await server.destroy()
  return databaseUrl(url, 'perf')
}

async function fill(database: Database): Promise<void> {
  await migrate(database)
  const [persons, events] = [Number(values.persons), Number(values.events)]
  await time('fill the store', '', () =>
    makeRegister(database, { programme: PROGRAMME, persons, events, seed: 1 }),
  )
  await database.executeQuery(CompiledQuery.raw('vacuum analyze'))
}

async function measure(database: Database): Promise<void> {
  const marks = await time('make all marks (once, after an import)', '', () =>
    refreshCaseMarks(database, PROGRAMME),
  )
  await database.executeQuery(CompiledQuery.raw('vacuum analyze'))
  const { rows } = await sql<{ name: string; rows: number; size: string }>`
    select relname as name, reltuples::bigint as rows, pg_size_pretty(pg_total_relation_size(oid)) as size
    from pg_class where relname in ('case_event', 'case_unit', 'case_stock_mark', 'case_flow_mark')
    order by relname`.execute(database)
  for (const row of rows) console.log(`  ${row.name}: ${row.rows} rows, ${row.size}`)

  const dates = monthEnds()
  const knownOn = calendarDate('1990-12-31')
  const all = { attributes: [], state: null }
  const prisoners = { attributes: [{ key: 'category', value: 'prisoner' }], state: null }
  const detained: CaseConditions = { ...prisoners, state: 'detained' }
  const measures: readonly [string, (asOf: CalendarDate, known: CalendarDate) => CaseRequest[]][] =
    [
      ['stock, prisoners detained', (asOf, known) => [stock(detained, asOf, known)]],
      [
        'stock, open cases in families',
        (asOf, known) => [{ ...stock(all, asOf, known), unit: 'family' }],
      ],
      [
        'share of the resolved',
        (asOf, known) => [
          stock({ ...all, state: 'resolved' }, asOf, known),
          stock(all, asOf, known),
        ],
      ],
      [
        'count, released in twelve months',
        (asOf, known) => [flow('count', 'released', asOf, known)],
      ],
      ['net, detained in twelve months', (asOf, known) => [flow('net', 'detained', asOf, known)]],
    ]
  const ask = (requests: readonly CaseRequest[]) =>
    answerCaseRequests(database, PROGRAMME, requests, marks, () => false)
  await time('first and last day of the register', '', async () => {
    await findRegisterSpan(database, PROGRAMME)
    await findFirstDays(database, PROGRAMME, dates)
  })
  for (const [name, of] of measures)
    await time(`${name}, ${DATES} dates, known on one day`, '≤ 3 s', () =>
      ask(dates.flatMap((day) => of(day, knownOn))),
    )
  await time(`all of these together, ${DATES} dates`, '≤ 3 s', () =>
    ask(measures.flatMap(([, of]) => dates.flatMap((day) => of(day, knownOn)))),
  )
  await time('count, each date as known then', '≤ 3 s', () =>
    ask(dates.map((day) => flow('count', 'released', day, day))),
  )
  const began = performance.now()
  const stocks = await time('stock, each date as known then', '≤ 3 s', () =>
    ask(dates.map((day) => stock(detained, day, day))),
  )
  const ours = performance.now() - began
  await time('all five on one day, with twenty entries named', '', () =>
    answerCaseRequests(
      database,
      PROGRAMME,
      measures.flatMap(([, of]) => of(dates[PLAIN_DATE] ?? knownOn, knownOn)),
      marks,
    ),
  )
  const day = dates[PLAIN_DATE] ?? knownOn
  const plainBegan = performance.now()
  const found = await time('the plain query for one date (stock, prisoners detained)', '', () =>
    plainStock(database, day, day),
  )
  const plain = (performance.now() - plainBegan) * DATES
  const reading = stocks[PLAIN_DATE]
  console.log(
    `  it finds ${found} persons held by the last confirmed word; the marks ${reading?.low ?? '?'} for sure and ${reading?.high ?? '?'} at most`,
  )
  console.log(
    `  ${DATES} dates: plain ${(plain / 1000).toFixed(1)} s (one date, times ${DATES}), marks ${(ours / 1000).toFixed(1)} s: ${(plain / ours).toFixed(0)} times as fast`,
  )
}

async function time<Result>(
  name: string,
  target: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const began = performance.now()
  const result = await run()
  const took = performance.now() - began
  console.log(`${name.padEnd(62)} ${took.toFixed(0).padStart(8)} ms   ${target}`)
  return result
}

function stock(conditions: CaseConditions, asOf: CalendarDate, knownOn: CalendarDate) {
  return { kind: 'stock', conditions, unit: 'person', asOf, knownOn } as const
}

function flow(kind: 'count' | 'net', event: string, asOf: CalendarDate, knownOn: CalendarDate) {
  const from = toCalendarDate(addMonths(toDayNumber(asOf), -12))
  const conditions: CaseConditions = { attributes: [], state: null }
  return { kind, event, conditions, unit: 'person', from, to: asOf, asOf, knownOn } as const
}

function monthEnds(): CalendarDate[] {
  const first = toDayNumber(calendarDate('1979-01-31'))
  return Array.from({ length: DATES }, (_, at) => toCalendarDate(addMonths(first, at)))
}

/** What one would write without marks: the last confirmed move of each case, and the people of it. */
async function plainStock(
  database: Database,
  asOf: CalendarDate,
  knownOn: CalendarDate,
): Promise<number> {
  const { rows } = await sql<{ persons: number }>`
    select sum(coalesce(family.persons, 1))::bigint as persons
    from (
      select distinct on (event.case_id) event.case_id, event.kind, entry.subject_id
      from case_event as event join case_entry as entry
        on entry.programme_id = event.programme_id and entry.id = event.case_id
      where event.programme_id = ${PROGRAMME} and entry.category = 'prisoner'
        and event.latest <= ${asOf} and event.known_on <= ${knownOn} and event.effective = 'confirmed'
        and event.kind in ('detained', 're-detained', 'sentenced', 'exiled', 'committed', 'released',
          'released-conditionally', 'departed', 'arrived', 'expelled', 'died')
      order by event.case_id, event.latest desc, event.entry desc
    ) as stands
    left join (
      select family_id, count(*) as persons from family_member
      where programme_id = ${PROGRAMME} and role <> 'abroad' group by family_id
    ) as family on family.family_id = stands.subject_id
    where stands.kind in ('detained', 're-detained', 'sentenced')`.execute(database)
  return rows[0]?.persons ?? 0
}
