/** Makes the database drop what it still keeps of keys that were deleted or replaced. */
import { sql } from 'kysely'
import type { Database } from '../database/reader-writer.ts'

/**
 * PostgreSQL leaves deleted rows in their file until they are overwritten; this writes both tables of
 * keys anew. Its journal of changes, and copies of the disk, can hold them longer.
 */
export async function forgetOldKeys(db: Database): Promise<void> {
  await sql`vacuum full subject_key`.execute(db)
  await sql`vacuum full store_key`.execute(db)
  const { rows } = await sql<{
    may: string
  }>`select current_setting('is_superuser') as may`.execute(db)
  if (rows[0]?.may === 'on') await sql`checkpoint`.execute(db)
}
