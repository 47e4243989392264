/** Files attached to engagements, byte for byte. They may hold names and are sealed under the engagement's key. */
import { createHash } from 'node:crypto'
import type { EngagementId, ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { keyOfEngagement } from './engagements.ts'
import { openBytes, placeOf } from './protection/seal.ts'
import { fieldOf } from './protection/sealed-rows.ts'
import type { Keyring } from './protection/subject-keys.ts'

const TABLE = 'attachment'

export type Attachment = {
  readonly id: string
  readonly engagement: EngagementId
  /** Empty where it was erased with the engagement’s words. */
  readonly name: string
  readonly type: string
  /** Of the file, in hex. */
  readonly sha256: string
  /** In bytes. */
  readonly length: number
}

/** Without their bytes, in the order of writing. */
export async function listAttachments(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom(TABLE)
    .select(['id', 'engagement_id', 'media_type', 'sha256', 'length', 'key_id', 'sealed'])
    .where('programme_id', '=', programme)
    .orderBy('entry')
    .execute()
  const sealed = rows.map(({ key_id, sealed }) => ({ subject: key_id, sealed }))
  const opened = await keyring.open(db, programme, TABLE, sealed)
  return rows.map((row, at) => ({
    id: row.id,
    engagement: row.engagement_id as EngagementId,
    name: fieldOf(opened[at] ?? null, 0),
    type: row.media_type,
    sha256: row.sha256,
    length: row.length,
  }))
}

/** The file as it was attached; null where its key was destroyed. */
export async function findAttachmentBytes(
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

export async function insertAttachment(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  attachment: Omit<Attachment, 'sha256' | 'length'>,
  bytes: Uint8Array,
): Promise<Attachment> {
  const key = keyOfEngagement(attachment.engagement)
  const sealer = await keyring.sealer(tx, action.programme, [key])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await append(tx, action, TABLE, [
    {
      id: attachment.id,
      engagement_id: attachment.engagement,
      media_type: attachment.type,
      sha256,
      length: bytes.length,
      key_id: key,
      sealed: sealer.seal(TABLE, key, [attachment.name]),
      sealed_bytes: sealer.sealBytes(TABLE, key, bytes),
    },
  ])
  return { ...attachment, sha256, length: bytes.length }
}
