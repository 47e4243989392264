/** The papers that were handed over, byte for byte. They hold names and are sealed, each under a key of its own. */
import { createHash } from 'node:crypto'
import type { ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { openBytes, placeOf } from './protection/seal.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'kept_paper'

export type KeptPaper = {
  readonly entry: number
  readonly id: string
  readonly list: ListId
  readonly version: string
  /** `docx`, `pdf`, `xlsx`. */
  readonly format: string
  readonly language: string
  /** Of the paper, in hex. */
  readonly sha256: string
  /** In bytes. */
  readonly length: number
}

export function keyOfPaper(id: string): string {
  return `paper:${id}`
}

/** Those of a list, else all; without their bytes, in the order of writing. */
export async function listKeptPapers(
  db: Reader,
  programme: ProgrammeId,
  list?: ListId,
): Promise<KeptPaper[]> {
  let query = db
    .selectFrom(TABLE)
    .select(['entry', 'id', 'list_id', 'version', 'format', 'language', 'sha256', 'length'])
    .where('programme_id', '=', programme)
  if (list !== undefined) query = query.where('list_id', '=', list)
  const rows = await query.orderBy('entry').execute()
  return rows.map(({ list_id, ...row }) => ({ ...row, list: list_id as ListId }))
}

/** The paper as it was handed over; `undefined` where there is none; null where its key was destroyed. */
export async function findPaperBytes(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  id: string,
): Promise<Buffer | null | undefined> {
  const row = await db
    .selectFrom(TABLE)
    .select(['key_id', 'sealed_bytes'])
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const key = (await keyring.findKeys(db, programme, [row.key_id])).get(row.key_id)
  return key ? openBytes(key, placeOf(programme, TABLE, row.key_id), row.sealed_bytes) : null
}

/** Keeps a paper and returns what is kept of it beside its bytes. */
export async function insertKeptPaper(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  paper: Pick<KeptPaper, 'id' | 'list' | 'version' | 'format' | 'language'>,
  bytes: Uint8Array,
): Promise<Omit<KeptPaper, 'entry'>> {
  const sealer = await keyring.sealer(tx, action.programme, [keyOfPaper(paper.id)])
  const kept = {
    ...paper,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    length: bytes.length,
  }
  await append(tx, action, TABLE, [
    {
      id: kept.id,
      list_id: kept.list,
      version: kept.version,
      format: kept.format,
      language: kept.language,
      sha256: kept.sha256,
      length: kept.length,
      key_id: keyOfPaper(kept.id),
      sealed_bytes: sealer.sealBytes(TABLE, keyOfPaper(kept.id), bytes),
    },
  ])
  return kept
}
