/**
 * What the index of names is built from and kept up by: whole persons in the order of ids, and who was
 * written about since an entry. The index is read page by page and never within one transaction: the
 * embedded engine has one connection, and others use it meanwhile.
 */
import { sql, type RawBuilder } from 'kysely'
import { addTo } from '../domain/basics/collections.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { Reader } from './database/reader-writer.ts'
import { listPersonNames, openPersonNames } from './persons.ts'
import type { Keyring } from './protection/subject-keys.ts'

/** Rows to a page: few enough that nobody waits long for the embedded engine. */
const PAGE = 10_000

/** How many names are on record, counted no further than to a limit. */
export async function countNames(
  db: Reader,
  programme: ProgrammeId,
  limit: number,
): Promise<number> {
  const row = await db
    .selectFrom(
      sql<{ entry: number }>`(select entry from person_name
        where programme_id = ${programme} limit ${limit})`.as('names'),
    )
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

export type NamesOfPersons = {
  /** Those of one person never apart; those of erased persons left out. */
  readonly names: readonly PersonName[]
  /** Categories of the cases of these persons and of their families. */
  readonly categories: ReadonlyMap<PersonId, readonly string[]>
}

/** The names of all persons with their categories, page by page in the order of ids. */
export async function* readNamesByPerson(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
): AsyncGenerator<NamesOfPersons> {
  let next = pageAfter(db, programme, '')
  for (;;) {
    const { rows, last } = await next
    if (rows.length === 0) return
    // Asked for while this one is opened.
    if (last !== null) {
      next = pageAfter(db, programme, last)
      next.catch(() => undefined) // thrown where it is awaited, or wanted by nobody any more
    }
    const [from, to] = [rows[0]?.person_id ?? '', rows.at(-1)?.person_id ?? '']
    const among = (column: string) => sql`${sql.ref(column)} between ${from} and ${to}`
    yield {
      names: openPersonNames(keyring, programme, rows),
      categories: await categoriesAmong(db, programme, among),
    }
    if (last === null) return
  }
}

/** The same of these persons. */
export async function listNamesOfPersons(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  persons: readonly PersonId[],
): Promise<NamesOfPersons> {
  if (persons.length === 0) return { names: [], categories: new Map() }
  const among = (column: string) => sql`${sql.ref(column)} = any(${[...persons]}::text[])`
  return {
    names: await listPersonNames(db, keyring, programme, persons),
    categories: await categoriesAmong(db, programme, among),
  }
}

/** What of a row is read, with the key of the person: asked for by itself, it would take far longer. */
type NameRow = Parameters<typeof openPersonNames>[2][number]

/** Whole persons after an id, and after whom it goes on; null at the end. */
async function pageAfter(
  db: Reader,
  programme: ProgrammeId,
  after: string,
): Promise<{ readonly rows: readonly NameRow[]; readonly last: string | null }> {
  const from = (person: string) =>
    db
      .selectFrom('person_name as n')
      .leftJoin('subject_key as k', (join) =>
        join
          .onRef('k.programme_id', '=', 'n.programme_id')
          .onRef('k.subject_id', '=', 'n.person_id'),
      )
      .select(['n.entry', 'n.person_id', 'n.script', 'n.kind', 'n.sealed', 'n.withdrawn'])
      .select('k.wrapped')
      .where('n.programme_id', '=', programme)
      .where('n.person_id', '>', person)
      .orderBy('n.person_id')
      .orderBy('n.entry')
  const rows = await from(after).limit(PAGE).execute()
  const end = rows.at(-1)?.person_id
  if (end === undefined || rows.length < PAGE) return { rows, last: null }
  // The last person may go on beyond the page, and comes whole with the next one.
  const whole = rows.filter((row) => row.person_id !== end)
  if (whole.length > 0) return { rows: whole, last: whole.at(-1)?.person_id ?? null }
  return { rows: await from(after).where('n.person_id', '=', end).execute(), last: end }
}

async function categoriesAmong(
  db: Reader,
  programme: ProgrammeId,
  among: (column: string) => RawBuilder<unknown>,
): Promise<Map<PersonId, readonly string[]>> {
  const rows = await db
    .selectFrom(
      sql<{ person: string; category: string }>`(
        select subject_id as person, category from case_entry
          where programme_id = ${programme} and withdrawn is null and ${among('subject_id')}
        union
        select m.person_id, c.category from family_member m
          join case_entry c on c.programme_id = m.programme_id and c.subject_id = m.family_id
          where m.programme_id = ${programme} and m.withdrawn is null and c.withdrawn is null
            and ${among('m.person_id')})`.as('found'),
    )
    .select(['person', 'category'])
    .execute()
  const found = new Map<PersonId, string[]>()
  for (const { person, category } of rows) addTo(found, person as PersonId, category)
  return found
}

/** Persons whose names, cases or families were written about after an entry. */
export async function listPersonsWrittenAfter(
  db: Reader,
  programme: ProgrammeId,
  entry: number,
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom(
      sql<{ person: string }>`(
        select person_id as person from person_name
          where programme_id = ${programme} and entry > ${entry}
        union select person_id from family_member
          where programme_id = ${programme} and entry > ${entry}
        union select p.person_id from case_entry c
          join person_name p on p.programme_id = c.programme_id and p.person_id = c.subject_id
          where c.programme_id = ${programme} and c.entry > ${entry}
        union select m.person_id from case_entry c
          join family_member m on m.programme_id = c.programme_id and m.family_id = c.subject_id
          where c.programme_id = ${programme} and c.entry > ${entry})`.as('written'),
    )
    .select('person')
    .execute()
  return rows.map(({ person }) => person as PersonId)
}
