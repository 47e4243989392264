/**
 * A store as one file, and back: the rows of all tables with the audit and the log of readings, keys as
 * they are wrapped, editions, kept papers. What was erased after a backup was made is erased again
 * when it is restored, before anyone can read it.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { closeAction, openAction } from '../store/audit.ts'
import { BackupRefused, backupLines, insertBackup } from '../store/backup.ts'
import type { Writer } from '../store/database/reader-writer.ts'
import { insertErasures } from '../store/erasures.ts'
import { atOneMoment } from '../store/programme-records.ts'
import { listProgrammeIds } from '../store/programmes.ts'
import { forgetOldKeys } from '../store/protection/forget-old-keys.ts'
import { destroyKeys, listErased } from '../store/protection/subject-keys.ts'
import { requirePermission, type Context } from './context.ts'
import { appendToJournal, readJournal, type JournalLine } from './erasure-journal.ts'
import { ActionRefused } from './errors.ts'
import { noteReading } from './read-log.ts'
import { verifyStore, type Finding } from './verify.ts'

export type BackedUp = { readonly file: string; readonly bytes: number }
export type Restored = {
  readonly rows: Readonly<Record<string, number>>
  /** Erased again, since they were erased after the backup was made. */
  readonly erased: readonly string[]
  /** What does not agree in the restored store; empty when it is sound. */
  readonly findings: readonly Finding[]
}

/** Writes everything to a new file. Throws `ActionRefused` where it is there, or cannot be written. */
export async function backUp(context: Context, file: string): Promise<BackedUp> {
  requirePermission(context, 'store.backup')
  if (existsSync(file)) throw new ActionRefused('invalid', `${file} is there already.`)
  for (const programme of await listProgrammeIds(context.database))
    await noteReading(context, programme, 'backup', null)
  const writing = `${file}.writing`
  try {
    await atOneMoment(context.database, (tx) =>
      pipeline(
        Readable.from(backupLines(tx)),
        createGzip(),
        createWriteStream(writing, { mode: 0o600 }),
      ),
    )
    const written = await open(writing, 'r+')
    await written.sync()
    await written.close()
    await rename(writing, file)
  } catch (error) {
    await rm(writing, { force: true })
    throw inWords(error, file)
  }
  return { file, bytes: (await stat(file)).size }
}

/**
 * Puts a backup into an empty store, and repeats the erasures of the journals. All of it or nothing.
 * Throws `ActionRefused` where the store is not empty or the file is no whole backup.
 */
export async function restore(
  context: Context,
  file: string,
  erasureFiles: readonly string[] = [],
): Promise<Restored> {
  requirePermission(context, 'store.backup')
  const own = context.erasureJournal === undefined ? [] : [context.erasureJournal]
  for (const path of erasureFiles)
    if (!existsSync(path)) throw new ActionRefused('not-found', `There is no file ${path}.`)
  const there = (await Promise.all(own.map(readJournal))).flat()
  const given = (await Promise.all(erasureFiles.map(readJournal))).flat()
  const result = await context.database
    .transaction()
    .execute(async (tx) => {
      if ((await listProgrammeIds(tx)).length > 0)
        throw new ActionRefused(
          'invalid',
          'The store is not empty. A backup is restored into a new folder or database.',
        )
      await tx.deleteFrom('store_key').execute()
      const rows = await insertBackup(tx, linesOf(file))
      return { rows, erased: await repeatErasures(tx, context, [...there, ...given]) }
    })
    .catch((error: unknown) => {
      throw inWords(error, file)
    })
  const known = new Set(there.map(keyOf))
  const added = given.filter((line) => !known.has(keyOf(line)))
  if (context.erasureJournal !== undefined && added.length > 0)
    await appendToJournal(context.erasureJournal, added)
  if (result.erased.length > 0) await forgetOldKeys(context.database)
  return { ...result, findings: await verifyStore(context) }
}

async function repeatErasures(
  tx: Writer,
  context: Context,
  lines: readonly JournalLine[],
): Promise<string[]> {
  const repeated: string[] = []
  for (const programme of await listProgrammeIds(tx)) {
    const own = new Map<string, JournalLine>()
    // Erased once more in a store that was restored without the journal, someone has two lines.
    for (const line of lines.filter((each) => each.programme === programme)) {
      const also = [...new Set([...(own.get(line.subject)?.also ?? []), ...line.also])]
      own.set(line.subject, { ...line, also })
    }
    const before = new Set(await listErased(tx, programme, [...own.keys()]))
    const fresh = [...own.values()].filter(({ subject }) => !before.has(subject))
    await destroyKeys(
      tx,
      programme,
      [...own.values()].flatMap(({ subject, also }) => [subject, ...also]),
    )
    if (fresh.length === 0) continue
    const action = await openAction(tx, programme)
    await insertErasures(
      tx,
      action,
      fresh.map(({ subject, on, also }) => ({
        subject,
        on,
        by: context.person.name,
        ground: 'Repeated from the journal of erasures when a backup was restored.',
        counts: {},
        approvedBy: '',
        also,
      })),
    )
    await closeAction(
      tx,
      action,
      context.person,
      'person.erase',
      fresh.map(({ subject }) => subject).join(', '),
    )
    repeated.push(...fresh.map(({ subject }) => subject))
  }
  return repeated
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unzipped = createGunzip()
  // An error of the file ends the reading as one of the unzipping does.
  source.on('error', (error) => unzipped.destroy(error))
  source.pipe(unzipped)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: string[] = []
  for await (const part of unzipped) {
    const lines = decoder.decode(part as Buffer, { stream: true }).split('\n') // a stream of bytes
    rest.push(lines[0] ?? '')
    if (lines.length === 1) continue
    yield rest.join('')
    yield* lines.slice(1, -1)
    rest = [lines.at(-1) ?? '']
  }
  const last = rest.join('')
  if (last !== '') yield last
}

const keyOf = ({ programme, subject, also }: JournalLine) =>
  JSON.stringify([programme, subject, [...also].sort()])

function inWords(error: unknown, file: string): unknown {
  if (error instanceof BackupRefused)
    return new ActionRefused('invalid', `${file}: ${error.message}`)
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code.startsWith('Z_') || code.startsWith('ERR_ENCODING'))
    return new ActionRefused('invalid', `${file}: The file is not a backup, or is damaged.`)
  if (/^E[A-Z]+$/.test(code)) return new ActionRefused('invalid', `${file}: ${error.message}`)
  return error
}
