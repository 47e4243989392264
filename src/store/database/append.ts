/**
 * Writes rows of the record. Every row gets the next entry number of its programme and the number of
 * the action that writes it, and adds its hash to that action's.
 */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ProgrammeId } from '../../domain/basics/ids.ts'
import { columnsOf } from './columns.ts'
import type { Writer } from './reader-writer.ts'
import type { RecordTable, RowOf } from './tables.ts'

/** One action that is being written: its numbers, and what it has written so far. */
export type OpenAction = {
  readonly programme: ProgrammeId
  readonly id: number
  lastEntry: number
  rowCount: number
  readonly rowsHash: ReturnType<typeof createHash>
  /** Told of each batch of rows, with how many it was. */
  readonly onRows: ((count: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/**
 * Rows to a statement, and characters: larger ones gain nothing, can be interrupted less often, and
 * rows of long texts together would outgrow what one text can hold.
 */
const BATCH_ROWS = 5000
const BATCH_LENGTH = 8_000_000

/** Tables with a column of bytes, which JSON cannot carry; their rows can be large. */
export const WITH_BYTES: ReadonlySet<RecordTable> = new Set([
  'kept_file',
  'kept_paper',
  'attachment',
])

/** Text that no PostgreSQL can hold: NUL, or half of a surrogate pair, as JSON writes them. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/i

/** A row holds text that cannot be stored; the message is for the person who entered it. */
export class TextRefused extends Error {
  override name = 'TextRefused'
}

/**
 * Appends the rows in their order. Throws the signal's reason when the action is given up, and
 * `TextRefused` for text with NUL or broken characters; the transaction then undoes what was written.
 */
export async function append<T extends RecordTable>(
  tx: Writer,
  action: OpenAction,
  table: T,
  rows: readonly RowOf<T>[],
): Promise<void> {
  const batches = WITH_BYTES.has(table) ? oneByOne(rows) : jsonBatches(rows)
  for (const batch of batches) {
    const first = action.lastEntry + 1
    if (batch.json === undefined) await writeBytes(tx, action, table, batch.rows, first)
    else await writeJson(tx, action, table, batch.json)
    for (const [i, row] of batch.rows.entries())
      action.rowsHash.update(hashOfRow(table, first + i, row))
    action.lastEntry += batch.rows.length
    action.rowCount += batch.rows.length
    action.onRows?.(batch.rows.length)
    // The embedded engine never waits for anything outside; without this, no one could press "cancel".
    await setImmediate()
    action.signal?.throwIfAborted()
  }
}

type Batch<R> = { readonly rows: readonly R[]; readonly json?: string }

function* jsonBatches<R>(rows: readonly R[]): Generator<Batch<R>> {
  let batch: R[] = []
  let texts: string[] = []
  let length = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    batch.push(row)
    texts.push(text)
    length += text.length
    if (batch.length < BATCH_ROWS && length < BATCH_LENGTH) continue
    yield { rows: batch, json: `[${texts.join()}]` }
    ;[batch, texts, length] = [[], [], 0]
  }
  if (batch.length > 0) yield { rows: batch, json: `[${texts.join()}]` }
}

function* oneByOne<R>(rows: readonly R[]): Generator<Batch<R>> {
  for (const row of rows) yield { rows: [row] }
}

async function writeJson(
  tx: Writer,
  action: OpenAction,
  table: RecordTable,
  json: string,
): Promise<void> {
  requireStorable(table, json)
  const names = sql.join(columnsOf(table).map(([name]) => sql.ref(name)))
  const given = sql.join(columnsOf(table).map(([name]) => sql.ref(`given.${name}`)))
  const types = sql.join(
    columnsOf(table).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`),
  )
  await sql`insert into ${sql.table(table)} (programme_id, action_id, entry, ${names})
    select ${action.programme}, ${action.id}, ${action.lastEntry} + place, ${given}
    from rows from (json_to_recordset(${json}::json) as (${types}))
      with ordinality as given (${names}, place)
    order by place`.execute(tx)
}

async function writeBytes(
  tx: Writer,
  action: OpenAction,
  table: RecordTable,
  rows: readonly object[],
  first: number,
): Promise<void> {
  for (const [i, row] of rows.entries()) {
    const values = columnsOf(table).map(([name]) => (row as Record<string, unknown>)[name]) // by the columns of its table
    const names = sql.join(columnsOf(table).map(([name]) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (programme_id, action_id, entry, ${names})
      values (${action.programme}, ${action.id}, ${first + i}, ${sql.join(values)})`.execute(tx)
  }
}

/**
 * SHA-256 of a row: its table, its entry number, and every column that holds something, by name. A
 * column that a later migration adds is empty in older rows and leaves their hashes as they are.
 */
export function hashOfRow(table: RecordTable, entry: number, row: object): Buffer {
  const given = row as Record<string, unknown> // by the columns of its table
  const parts: unknown[] = [table, entry]
  for (const [name] of columnsOf(table).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (given[name] !== null && given[name] !== undefined) parts.push(name, canonical(given[name]))
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

// `jsonb` gives keys back in an order of its own, and each driver its own kind of bytes.
function canonical(value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)])
}

/** Throws `TextRefused` where JSON holds text that no PostgreSQL can hold. */
export function requireStorable(table: string, json: string): void {
  if (UNSTORABLE.test(json))
    throw new TextRefused(
      `A text in the table "${table}" holds a character that cannot be kept (a NUL or a broken one). Take it out.`,
    )
}
