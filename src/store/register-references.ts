/** Which references of the register and the lists lead nowhere. Import refuses such rows, so one found later is damage. */
import type { ProgrammeId } from '../domain/basics/ids.ts'
import type { Reader } from './database/reader-writer.ts'

/** Each a column that names something, and where that something must stand. */
const REFERENCES = [
  ['case_event', 'case_id', 'case', 'case_entry', 'id'],
  ['case_event', 'source_id', 'source', 'source', 'id'],
  ['family_member', 'person_id', 'person', 'person_name', 'person_id'],
  ['person_merge', 'kept_id', 'person', 'person_name', 'person_id'],
  ['person_merge', 'merged_id', 'person', 'person_name', 'person_id'],
  ['list_version', 'list_id', 'list', 'representation_list', 'id'],
  ['list_entry', 'list_id', 'list', 'representation_list', 'id'],
  ['list_entry', 'case_id', 'case', 'case_entry', 'id'],
  ['presentation', 'list_id', 'list', 'representation_list', 'id'],
  ['list_response', 'list_id', 'list', 'representation_list', 'id'],
  ['list_response', 'case_id', 'case', 'case_entry', 'id'],
] as const

/** A sentence for each; at most a hundred of one kind, since one lost table breaks every row. */
export async function unresolvedInRegister(db: Reader, programme: ProgrammeId): Promise<string[]> {
  const sentences: string[] = []
  for (const [table, column, noun, target, id] of REFERENCES) {
    const rows = await db
      // The casts: Kysely needs tables and columns known by name; these are, above.
      .selectFrom(`${table} as referring` as 'case_event as referring')
      .select(['referring.entry', `referring.${column}` as 'referring.case_id'])
      .where('referring.programme_id', '=', programme)
      .where(`referring.${column}` as 'referring.case_id', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom(`${target} as there` as 'case_entry as there')
              .select('there.entry')
              .whereRef('there.programme_id', '=', 'referring.programme_id')
              .whereRef(
                `there.${id}` as 'there.id',
                '=',
                `referring.${column}` as 'referring.case_id',
              ),
          ),
        ),
      )
      .orderBy('referring.entry')
      .limit(100)
      .execute()
    for (const row of rows) {
      const named = (row as Record<string, unknown>)[column] // selected under its own name
      sentences.push(
        `Entry ${row.entry} (${table}) names the ${noun} "${String(named)}", which is not on record.`,
      )
    }
  }
  return sentences
}
