/**
 * Walks the register in the order of ids, a batch at a time, over those who could be as asked. SQL
 * leaves out only who cannot be; what a state is and what resolves stays with the domain's rules.
 */
import { sql, type RawBuilder } from 'kysely'
import type { ConsentUse } from '../domain/access/consent.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, PersonId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import type { Reader } from './database/reader-writer.ts'

export type CasesAsked = {
  /** Values of which one is asked for; empty asks for nothing. */
  readonly category: readonly string[]
  readonly region: readonly string[]
  readonly authority: readonly string[]
  /** Kinds of which a confirmed one must have happened; null asks for nothing. */
  readonly happened: readonly string[] | null
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
}

/** Cases after an id that could be as asked, each once, with whom they are about. */
export async function walkCases(
  db: Reader,
  programme: ProgrammeId,
  asked: CasesAsked,
  after: string,
  limit: number,
): Promise<{ id: CaseId; subject: SubjectId }[]> {
  const rows = await db
    .selectFrom('case_entry')
    .select(['id', 'subject_id'])
    .where('programme_id', '=', programme)
    .where('id', '>', after)
    .where(oneOf('category', asked.category))
    .where(oneOf('region', asked.region))
    .where(oneOf('authority', asked.authority))
    .where(happened(asked))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id as CaseId, subject: row.subject_id as SubjectId }))
}

function oneOf(column: 'category' | 'region' | 'authority', values: readonly string[]) {
  const [only] = values
  if (only === undefined) return sql<boolean>`true`
  // One value as an equation: then the index gives its cases in the order of their ids.
  return values.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${only}`
    : sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`
}

function happened({ happened: kinds, asOf, knownOn }: CasesAsked): RawBuilder<boolean> {
  if (kinds === null) return sql<boolean>`true`
  return sql<boolean>`exists (
    select from case_event e
    where e.programme_id = case_entry.programme_id and e.case_id = case_entry.id
      and e.kind = any(${[...kinds]}::text[]) and e.effective = 'confirmed'
      and e.latest <= ${asOf}::date and e.known_on <= ${knownOn}::date)`
}

/** Persons after an id, each once. */
export async function walkPersons(
  db: Reader,
  programme: ProgrammeId,
  after: string,
  limit: number,
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('person_name')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programme)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.person_id as PersonId)
}

/** Subjects after an id of whom any answer about a use is on record, each once. */
export async function walkConsents(
  db: Reader,
  programme: ProgrammeId,
  use: ConsentUse,
  after: string,
  limit: number,
): Promise<SubjectId[]> {
  const rows = await db
    .selectFrom('consent')
    .select('subject_id')
    .distinct()
    .where('programme_id', '=', programme)
    .where('use', '=', use)
    .where('subject_id', '>', after)
    .orderBy('subject_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.subject_id as SubjectId)
}

/** Cases after an id that stand on one of these lists, or on any, each once. */
export async function walkListedCases(
  db: Reader,
  programme: ProgrammeId,
  lists: readonly ListId[] | 'any',
  after: string,
  limit: number,
): Promise<CaseId[]> {
  let query = db
    .selectFrom('list_entry')
    .select('case_id')
    .distinct()
    .where('programme_id', '=', programme)
    .where('case_id', '>', after)
  if (lists !== 'any') query = query.where('list_id', 'in', lists)
  const rows = await query.orderBy('case_id').limit(limit).execute()
  return rows.map((row) => row.case_id as CaseId)
}

/** Whether any of these persons was ever found to be another, or another to be one of them. */
export async function hasMergeAmong(
  db: Reader,
  programme: ProgrammeId,
  persons: readonly PersonId[],
): Promise<boolean> {
  const any = sql`any(${[...persons]}::text[])`
  const row = await db
    .selectFrom('person_merge')
    .select('entry')
    .where('programme_id', '=', programme)
    .where(sql<boolean>`(kept_id = ${any} or merged_id = ${any})`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whom cases are about in which anything happened, or came to be known, between two days. */
export async function subjectsOfCasesBetween(
  db: Reader,
  programme: ProgrammeId,
  from: CalendarDate,
  to: CalendarDate,
): Promise<SubjectId[]> {
  const rows = await db
    .selectFrom('case_event')
    .select('subject_id')
    .distinct()
    .where('programme_id', '=', programme)
    .where((q) =>
      q.or([
        q.and([q('latest', '>=', from), q('latest', '<=', to)]),
        q.and([q('known_on', '>=', from), q('known_on', '<=', to)]),
      ]),
    )
    .execute()
  return rows.map((row) => row.subject_id as SubjectId)
}

/** The different values of a column of cases, in their order; empty ones left out. */
export async function listCaseValues(
  db: Reader,
  programme: ProgrammeId,
  column: 'category' | 'region' | 'authority',
): Promise<string[]> {
  const ref = sql.ref(column)
  // From one value to the next through the index: a plain "distinct" would read every case.
  const rows = await db
    .selectFrom(
      sql<{ value: string }>`(
        with recursive step as (
          (select ${ref} as value from case_entry where programme_id = ${programme}
           order by ${ref} limit 1)
          union all
          select (select ${ref} from case_entry
                  where programme_id = ${programme} and ${ref} > step.value
                  order by ${ref} limit 1)
          from step where step.value is not null)
        select value from step where value is not null and value <> '')`.as('given'),
    )
    .select('value')
    .orderBy('value')
    .execute()
  return rows.map(({ value }) => value)
}

/** How many persons have a row, counted no further than to a limit. */
export async function countPersons(
  db: Reader,
  programme: ProgrammeId,
  limit: number,
): Promise<number> {
  const row = await db
    .selectFrom(
      sql<{ person: string }>`(select distinct person_id as person from person_name
        where programme_id = ${programme} limit ${limit})`.as('persons'),
    )
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}
