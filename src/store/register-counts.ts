/** How many persons, cases and lists were ever on record, by their ids. */
import { sql } from 'kysely'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Reader } from './database/reader-writer.ts'

export type RegisterCounts = {
  readonly persons: number
  readonly cases: number
  readonly lists: number
}

export async function countRegister(db: Reader, programme: ProgrammeId): Promise<RegisterCounts> {
  const distinct = (table: 'person_name' | 'case_entry' | 'representation_list', id: string) =>
    db
      .selectFrom(table)
      .select(sql<string>`count(distinct ${sql.ref(id)})`.as('count'))
      .where('programme_id', '=', programme)
      .executeTakeFirstOrThrow()
  return {
    persons: Number((await distinct('person_name', 'person_id')).count),
    cases: Number((await distinct('case_entry', 'id')).count),
    lists: Number((await distinct('representation_list', 'id')).count),
  }
}
