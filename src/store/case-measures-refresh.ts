/**
 * Keeps the marks of a register up to its rows (decision 13): after an import of many cases all are made
 * again, else those of the people that the new rows are about.
 */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import { uncertainDate } from '../domain/basics/uncertain-date.ts'
import { findAuditHead, isInChain, type AuditHead } from './audit.ts'
import {
  marksOf,
  type FlowMark,
  type MarkedCase,
  type MarkedEvent,
  type StockMark,
} from './case-measures-marks.ts'
import { hasRowsAfter } from './database/read-rows.ts'
import type { Database, Reader, Writer } from './database/reader-writer.ts'

/** More people than that, and making all marks again is quicker. */
const ALL_AGAIN = 5_000
const PAGE = 5_000
const BATCH = 10_000
const TABLES = ['case_entry', 'case_event', 'family_member', 'person_merge'] as const

/** The number under which the marks of a programme stand, with all of its rows taken in. */
export async function refreshCaseMarks(
  database: Database,
  programme: ProgrammeId,
): Promise<number> {
  const there = await findTally(database, programme)
  if (there && (await isUpToDate(database, programme, there))) return there.no
  return database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`demarche marks ${programme}`}, 0))`.execute(
      tx,
    )
    const tally = (await findTally(tx, programme)) ?? (await insertTally(tx, programme))
    if (await isUpToDate(tx, programme, tally)) return tally.no
    const head = await findAuditHead(tx, programme)
    if (!head) throw new Error('marks were asked of a programme that is not on record')
    // An older store may have been put in the place of the one that the marks were made from.
    const follows = tally.action > 0 && (await isInChain(tx, programme, tally))
    const people = follows ? await peopleSince(tx, programme, tally.lastEntry) : 'all'
    await remake(tx, programme, tally.no, people)
    await sql`update case_tally set action_id = ${head.action}, last_entry = ${head.lastEntry},
      hash = ${head.hash} where programme_no = ${tally.no}`.execute(tx)
    return tally.no
  })
}

/** How far the marks of a programme go. */
type Tally = AuditHead & { readonly no: number }

async function findTally(db: Reader, programme: ProgrammeId): Promise<Tally | undefined> {
  return db
    .selectFrom(
      sql<Tally>`(select programme_no as no, action_id as action, last_entry as "lastEntry", hash
        from case_tally where programme_id = ${programme})`.as('tally'),
    )
    .selectAll()
    .executeTakeFirst()
}

async function insertTally(tx: Writer, programme: ProgrammeId): Promise<Tally> {
  const { rows } = await sql<{ no: number }>`
    insert into case_tally (programme_id, action_id, last_entry, hash) values (${programme}, 0, 0, '')
    returning programme_no as no`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the marks of a programme got no number')
  return { no: row.no, action: 0, lastEntry: 0, hash: '' }
}

async function isUpToDate(db: Reader, programme: ProgrammeId, tally: Tally): Promise<boolean> {
  const head = await findAuditHead(db, programme)
  if (head?.hash === tally.hash) return true
  if (tally.action === 0 || !(await isInChain(db, programme, tally))) return false
  for (const table of TABLES)
    if (await hasRowsAfter(db, table, programme, tally.lastEntry)) return false
  return true
}

/**
 * Everyone whom rows after an entry are about, and everyone who stands in a family with them or is
 * merged with them, as far as it reaches.
 */
async function peopleSince(
  tx: Writer,
  programme: ProgrammeId,
  after: number,
): Promise<'all' | readonly string[]> {
  const { rows: counts } = await sql<{ added: number }>`select ${sql.join(
    TABLES.map(
      (table) =>
        sql`(select count(*) from (select 1 from ${sql.table(table)}
            where programme_id = ${programme} and entry > ${after} limit ${ALL_AGAIN + 1}) as few)`,
    ),
    sql` + `,
  )} as added`.execute(tx)
  if (Number(counts[0]?.added ?? 0) > ALL_AGAIN) return 'all'
  const { rows } = await sql<{ id: string }>`
    with recursive changed as (
      select subject_id as id from case_entry where programme_id = ${programme} and entry > ${after}
      union select old.subject_id from case_entry as old join case_entry as new
        on new.programme_id = old.programme_id and new.id = old.id
        where new.programme_id = ${programme} and new.entry > ${after}
      union select subject_id from case_event where programme_id = ${programme} and entry > ${after}
      union select family_id from family_member where programme_id = ${programme} and entry > ${after}
      union select person_id from family_member where programme_id = ${programme} and entry > ${after}
      union select kept_id from person_merge where programme_id = ${programme} and entry > ${after}
      union select merged_id from person_merge where programme_id = ${programme} and entry > ${after}
    ), reached as (
      select id from changed
      union select next.id from reached cross join lateral (
        select person_id as id from family_member
          where programme_id = ${programme} and family_id = reached.id
        union all select family_id from family_member
          where programme_id = ${programme} and person_id = reached.id
        union all select merged_id from person_merge
          where programme_id = ${programme} and kept_id = reached.id
        union all select kept_id from person_merge
          where programme_id = ${programme} and merged_id = reached.id
      ) as next
    )
    select id from reached`.execute(tx)
  return rows.length > ALL_AGAIN ? 'all' : rows.map(({ id }) => id)
}

async function remake(
  tx: Writer,
  programme: ProgrammeId,
  no: number,
  people: 'all' | readonly string[],
): Promise<void> {
  if (people === 'all') {
    for (const table of ['case_stock_mark', 'case_flow_mark', 'case_unit'])
      await sql`delete from ${sql.table(table)} where programme_no = ${no}`.execute(tx)
  } else {
    const cases = sql`select unit.case_no from case_unit as unit join case_entry as entry
      on entry.programme_id = ${programme} and entry.id = unit.case_id
      where unit.programme_no = ${no} and entry.subject_id = any(${people}::text[])`
    for (const table of ['case_stock_mark', 'case_flow_mark', 'case_unit'])
      await sql`delete from ${sql.table(table)} where case_no in (${cases})`.execute(tx)
  }
  await insertUnits(tx, programme, no, people)
  for (let after = 0; ;) {
    const page = await readCases(tx, programme, no, people, after)
    if (page.length === 0) return
    await insertMarks(tx, no, page)
    after = page.at(-1)?.case_no ?? after
  }
}

/**
 * One row a case: how it is sorted, how many people it counts, and whether it is plain: nobody of it
 * or of the family stands in another case or family, was merged, or is named by an event alone.
 */
async function insertUnits(
  tx: Writer,
  programme: ProgrammeId,
  no: number,
  people: 'all' | readonly string[],
): Promise<void> {
  const among = (column: string) =>
    people === 'all' ? sql`true` : sql`${sql.ref(column)} = any(${people}::text[])`
  await sql`create temporary table latest_case on commit drop as
    select distinct on (entry.id) entry.id, entry.subject_id, entry.category, entry.region,
      entry.authority, entry.ground
    from case_entry as entry
    where programme_id = ${programme} and ${
      people === 'all'
        ? sql`true`
        : sql`entry.id in (select id from case_entry where programme_id = ${programme}
            and subject_id = any(${people}::text[]))`
    }
    order by entry.id, entry.entry desc`.execute(tx)
  const sorts = await sql<{ category: string; region: string; authority: string; ground: string }>`
    select distinct category, region, authority, ground from latest_case`.execute(tx)
  await insertInBatches(sorts.rows, (rows) =>
    sql`insert into case_sort (programme_no, category, region, authority, ground)
      select ${no}, category, region, authority, ground
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (category text, region text, authority text, ground text)
      on conflict do nothing`.execute(tx),
  )
  await sql`insert into case_unit (programme_no, case_id, sort_no, persons, families, is_plain)
    with member as (
      select family_id, person_id, (array_agg(role order by entry desc))[1] as role,
        bool_or(withdrawn is not null) as left_once
      from family_member where programme_id = ${programme} and ${among('person_id')}
      group by family_id, person_id
    ), merged as (
      select kept_id as person_id from person_merge where programme_id = ${programme}
      union select merged_id from person_merge where programme_id = ${programme}
    ), several as (
      select person_id from member group by person_id having count(*) > 1
    ), family as (
      select family_id, count(*) filter (where role <> 'abroad') as persons,
        bool_or(left_once or person_id in (select person_id from merged)
          or person_id in (select person_id from several)) as is_tangled
      from member group by family_id
    ), home as (
      select person_id, min(family_id) as family_id from member group by person_id
    ), placed as (
      select own.*, coalesce(family.family_id, home.family_id, own.subject_id) as people,
        family.family_id is not null as is_family,
        case when family.family_id is not null then family.persons else 1 end as persons,
        coalesce(family.is_tangled, around.is_tangled, false)
          or own.subject_id in (select person_id from merged) as is_tangled
      from latest_case as own
      left join family on family.family_id = own.subject_id
      left join home on home.person_id = own.subject_id and family.family_id is null
      left join family as around on around.family_id = home.family_id
    ), shared as (
      select people from placed group by people having count(*) > 1
    ), named as (
      select event.case_id from case_event as event
      join placed on placed.id = event.case_id
      where event.programme_id = ${programme} and event.person_id is not null
        and (placed.is_family or event.person_id <> placed.subject_id)
    )
    select ${no}, placed.id, sort.sort_no, placed.persons, least(placed.persons, 1),
      not (placed.is_tangled or placed.people in (select people from shared)
        or placed.id in (select case_id from named))
    from placed join case_sort as sort on sort.programme_no = ${no}
      and sort.category = placed.category and sort.region = placed.region
      and sort.authority = placed.authority and sort.ground = placed.ground
    order by placed.id`.execute(tx)
  await sql`drop table latest_case`.execute(tx)
}

type UnitRow = {
  readonly case_no: number
  readonly sort_no: number
  readonly persons: number
  readonly families: number
  readonly category: string
  readonly opened: string | null
  readonly withdrawn: number | null
  readonly events: readonly EventCells[]
}

/** entry, person, kind, earliest, latest, known, verification, effective, withdrawn */
type EventCells = readonly [
  number,
  string | null,
  string,
  number,
  number,
  number,
  string | null,
  string,
  number | null,
]

/** The next plain cases with their events, in the order of their numbers. */
async function readCases(
  tx: Writer,
  programme: ProgrammeId,
  no: number,
  people: 'all' | readonly string[],
  after: number,
): Promise<readonly UnitRow[]> {
  const day = (column: string) => sql`(${sql.ref(column)} - date '1970-01-01')`
  const among =
    people === 'all'
      ? sql`true`
      : sql`unit.case_id in (select id from case_entry where programme_id = ${programme}
          and subject_id = any(${people}::text[]))`
  const { rows } = await sql<UnitRow>`
    with unit as materialized (
      select case_no, sort_no, persons, families, case_id from case_unit as unit
      where programme_no = ${no} and is_plain and case_no > ${after} and ${among}
      order by case_no limit ${PAGE}
    )
    select unit.case_no, unit.sort_no, unit.persons, unit.families, entry.category, entry.opened,
      entry.withdrawn, coalesce(event.rows, '[]'::json) as events
    from unit
    cross join lateral (
      select (array_agg(category order by entry desc))[1] as category,
        (array_agg(opened order by entry desc))[1] as opened,
        ((array_agg(withdrawn order by entry desc) filter (where withdrawn is not null))[1]
          - date '1970-01-01') as withdrawn
      from case_entry where programme_id = ${programme} and id = unit.case_id
    ) as entry
    left join lateral (
      select json_agg(json_build_array(entry, person_id, kind, ${day('earliest')}, ${day('latest')},
        ${day('known_on')}, verification, effective, ${day('withdrawn')}) order by entry) as rows
      from case_event where programme_id = ${programme} and case_id = unit.case_id
    ) as event on true
    order by unit.case_no`.execute(tx)
  return rows
}

async function insertMarks(tx: Writer, no: number, page: readonly UnitRow[]): Promise<void> {
  const stock: (StockMark & UnitRow)[] = []
  const flow: (FlowMark & UnitRow)[] = []
  for (const unit of page) {
    const marks = marksOf(toMarkedCase(unit))
    for (const mark of marks.stock) stock.push({ ...unit, ...mark })
    for (const mark of marks.flow) flow.push({ ...unit, ...mark })
  }
  const numbers = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.map(of)
  await insertInBatches(stock, (rows) =>
    sql`insert into case_stock_mark select ${no}, * from unnest(
      ${numbers(rows, (row) => row.case_no)}::integer[], ${numbers(rows, (row) => row.sort_no)}::integer[],
      ${numbers(rows, (row) => row.persons)}::integer[], ${numbers(rows, (row) => row.families)}::integer[],
      ${numbers(rows, (row) => row.validDay)}::integer[], ${numbers(rows, (row) => row.knownDay)}::integer[],
      ${numbers(rows, (row) => row.here)}::integer[], ${numbers(rows, (row) => row.eve)}::integer[],
      ${numbers(rows, (row) => row.unknown)}::integer[],
      ${numbers(rows, (row) => row.unknownEve)}::integer[])`.execute(tx),
  )
  await insertInBatches(flow, (rows) =>
    sql`insert into case_flow_mark select ${no}, * from unnest(
      ${numbers(rows, (row) => row.case_no)}::integer[], ${numbers(rows, (row) => row.sort_no)}::integer[],
      ${numbers(rows, (row) => row.persons)}::integer[], ${numbers(rows, (row) => row.families)}::integer[],
      ${numbers(rows, (row) => row.fromDay)}::integer[], ${numbers(rows, (row) => row.toDay)}::integer[],
      ${numbers(rows, (row) => row.knownDay)}::integer[], ${numbers(rows, (row) => row.sure)}::smallint[],
      ${numbers(rows, (row) => row.perhaps)}::smallint[], ${rows.map((row) => row.kind)}::text[])`.execute(
      tx,
    ),
  )
}

function toMarkedCase({ category, opened, withdrawn, events }: UnitRow): MarkedCase {
  const date = opened === null ? null : uncertainDate(opened)
  return {
    category,
    opened: date && { earliest: toDayNumber(date.earliest), latest: toDayNumber(date.latest) },
    withdrawn,
    events: events.map(
      ([
        entry,
        person,
        kind,
        earliest,
        latest,
        known,
        verification,
        effective,
        gone,
      ]): MarkedEvent => ({
        entry,
        identity: `${person ?? ''}\n${kind}\n${earliest}\n${latest}`,
        kind,
        earliest,
        latest,
        known,
        verification,
        effective,
        withdrawn: gone,
      }),
    ),
  }
}

async function insertInBatches<Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await insert(rows.slice(at, at + BATCH))
}

/** The number of marks with all rows taken in; undefined where they are not up to the rows. */
export async function findMarks(db: Reader, programme: ProgrammeId): Promise<number | undefined> {
  const tally = await findTally(db, programme)
  return tally && (await isUpToDate(db, programme, tally)) ? tally.no : undefined
}
