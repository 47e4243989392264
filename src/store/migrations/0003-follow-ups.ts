/** What someone is to do by a day, and what was attached to a meeting. */
import { sql, type Kysely } from 'kysely'
import { createAppendOnly, ENTRY } from './0001-record.ts'

const TABLES: Readonly<Record<string, string>> = {
  follow_up: `id text not null, about_kind text not null, about_ref text not null, owner text not null,
    due date, made_on date not null, made_by text not null, done_on date, done_by text,
    key_id text not null, sealed text, check ((done_on is null) = (done_by is null))`,
  attachment: `id text not null, engagement_id text not null, media_type text not null,
    sha256 text not null, length integer not null, key_id text not null, sealed text,
    sealed_bytes bytea not null, unique (programme_id, id)`,
}

const INDEXES: readonly string[] = [
  'follow_up (programme_id, id, entry)',
  'follow_up (programme_id, about_kind, about_ref, entry)',
  'attachment (programme_id, engagement_id, entry)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES))
    await createAppendOnly(db, table, `${ENTRY}, ${columns}, primary key (programme_id, entry)`)
  for (const index of INDEXES) await sql`create index on ${sql.raw(index)}`.execute(db)
  await sql`alter table attachment alter column sealed_bytes set storage external`.execute(db)
}
