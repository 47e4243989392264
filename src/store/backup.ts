/**
 * Everything in a store as lines of JSON, and back: a head, the rows of every table in pages, and an
 * end with counts and a hash over all lines before it. The database writes and reads the rows itself,
 * so that instants keep their microseconds and bytes their bits.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { WITH_BYTES } from './database/append.ts'
import { RECORD_TABLES } from './database/columns.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { RecordTable } from './database/tables.ts'
import { MIGRATIONS } from './migrations/all.ts'

const FORMAT = 'demarche backup 1'

/** The lines are not those of a backup that this program can read; the message says why. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

/** Every table but that of migrations, each with the columns that order it. */
const TABLES: readonly { readonly name: string; readonly order: readonly string[] }[] = [
  { name: 'store_key', order: ['id'] },
  { name: 'subject_key', order: ['programme_id', 'subject_id'] },
  ...RECORD_TABLES.map((name) => ({ name, order: ['programme_id', 'entry'] })),
  { name: 'audit_entry', order: ['programme_id', 'action_id'] },
  { name: 'read_entry', order: ['programme_id', 'read_id'] },
]

const PAGE = 2000
/** Rows of these can be megabytes each. */
const LARGE: ReadonlySet<string> = new Set<RecordTable>([...WITH_BYTES, 'edition'])

/** The lines of a backup, as one moment shows the store. */
export async function* backupLines(db: Reader): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (content: string) => {
    const text = `${content}\n`
    hash.update(text)
    return text
  }
  const counts: Record<string, number> = {}
  yield line(JSON.stringify({ format: FORMAT, migrations: MIGRATIONS.map(({ name }) => name) }))
  for (const { name, order } of TABLES) {
    counts[name] = 0
    for await (const rows of pages(db, name, order)) {
      counts[name] += rows.length
      yield line(`{"table":${JSON.stringify(name)},"rows":[${rows.join()}]}`)
    }
  }
  yield `${JSON.stringify({ end: counts, sha256: hash.digest('hex') })}\n`
}

async function* pages(
  db: Reader,
  table: string,
  order: readonly string[],
): AsyncGenerator<string[]> {
  const size = LARGE.has(table) ? 1 : PAGE
  const key = sql.join(order.map((column) => sql.ref(`t.${column}`)))
  for (let last: readonly unknown[] | undefined; ;) {
    const rows = await db
      .selectFrom(sql<object>`${sql.table(table)}`.as('t'))
      .select(sql<string>`row_to_json(t)::text`.as('row'))
      .select(sql<unknown[]>`json_build_array(${key})`.as('key'))
      .where((where) =>
        last === undefined
          ? where.lit(true)
          : sql<boolean>`(${key}) > (${sql.join(last.map((value) => sql.val(value)))})`,
      )
      .orderBy(sql`${key}`)
      .limit(size)
      .execute()
    if (rows.length > 0) yield rows.map(({ row }) => row)
    if (rows.length < size) return
    last = rows.at(-1)?.key
  }
}

/**
 * Puts the lines of a backup into an empty store, and returns how many rows each table got. Throws
 * `BackupRefused` where they are not whole, were changed, or come from another version.
 */
export async function insertBackup(
  tx: Writer,
  lines: AsyncIterable<string>,
): Promise<Readonly<Record<string, number>>> {
  const known = new Set(TABLES.map(({ name }) => name))
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  let isBegun = false
  let end: unknown
  for await (const text of lines) {
    const line = parse(text)
    if (!isBegun) requireHead(line)
    isBegun = true
    if (end !== undefined) throw new BackupRefused('The backup goes on after its end.')
    if (line['end'] !== undefined) {
      end = line['end']
      if (line['sha256'] !== hash.digest('hex'))
        throw new BackupRefused('The backup was changed after it was made, or is damaged.')
      continue
    }
    hash.update(`${text}\n`)
    const { table, rows } = line
    if (table === undefined) continue
    if (typeof table !== 'string' || !known.has(table) || !Array.isArray(rows))
      throw new BackupRefused('The backup holds something that this version does not know.')
    await sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, (${text}::json) -> 'rows')`.execute(
      tx,
    )
    counts[table] = (counts[table] ?? 0) + rows.length
  }
  if (end === undefined) throw new BackupRefused('The backup is not whole: its end is missing.')
  return counts
}

function requireHead(line: Record<string, unknown>): void {
  if (line['format'] !== FORMAT)
    throw new BackupRefused('The file is not a backup that this version can read.')
  const made = JSON.stringify(line['migrations'])
  if (made !== JSON.stringify(MIGRATIONS.map(({ name }) => name)))
    throw new BackupRefused(
      'The backup was made by another version of Demarche. Restore it with that version, then start this one on the store.',
    )
}

function parse(text: string): Record<string, unknown> {
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line === 'object' && line !== null) return line as Record<string, unknown> // an object, of which nothing is known yet
  } catch {
    // Said below: what is no JSON is no line of a backup.
  }
  throw new BackupRefused('The file is not a backup, or is damaged.')
}
