/** What the search of the register looks for where few are as asked: cases by what happened, answers by their use. */
import { sql, type Kysely } from 'kysely'

const INDEXES: readonly string[] = [
  'case_event (programme_id, kind, case_id)',
  'consent (programme_id, use, subject_id)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const index of INDEXES) await sql`create index on ${sql.raw(index)}`.execute(db)
}
