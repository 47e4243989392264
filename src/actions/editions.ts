/** Scorecard editions: issued once, frozen, corrected only by another edition that says why. */
import { createHash } from 'node:crypto'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { EditionId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import {
  findEdition as findEditionOnRecord,
  insertEdition,
  listEditions as listEditionsOnRecord,
  type Edition,
  type EditionHead,
} from '../store/editions.ts'
import { findProgramme } from '../store/programmes.ts'
import { act, requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { noProgramme } from './record-cache.ts'

export type { Edition, EditionHead }

export type NewEdition = {
  readonly id: EditionId
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
  readonly method: string
  /** What is frozen, as JSON text. It is kept byte for byte. */
  readonly content: string
  readonly signedBy: string
  /** The edition that this one corrects, with the reason. */
  readonly corrects?: EditionId
  readonly reason?: string
}

/** Freezes an edition. Throws `ActionRefused`: not-allowed, not-found, invalid, out-of-date. */
export async function issueEdition(
  context: Context,
  programme: ProgrammeId,
  edition: NewEdition,
): Promise<Edition> {
  const { id, asOf, knownOn, method, content, signedBy, corrects, reason = '' } = edition
  checkEdition(context, edition)
  return act(
    context,
    { permission: 'edition.issue', programme, subject: id },
    async (tx, action) => {
      if (!(await findProgramme(tx, programme))) throw noProgramme(programme)
      if (await findEditionOnRecord(tx, programme, id))
        throw new ActionRefused('out-of-date', `There is already an edition "${id}".`)
      if (corrects !== undefined) await getEdition(tx, programme, corrects)
      const sha256 = hashOfContent(content)
      await insertEdition(tx, action, {
        ...{ id, asOf, knownOn, method, content, sha256, signedBy, reason },
        corrects: corrects ?? null,
      })
      return getEdition(tx, programme, id)
    },
  )
}

/** An edition with its content. Throws `ActionRefused` (not-found, not-allowed). */
export function findEdition(
  context: Context,
  programme: ProgrammeId,
  id: EditionId,
): Promise<Edition> {
  requirePermission(context, 'edition.read')
  return getEdition(context.database, programme, id)
}

/** The editions of a programme in the order of issue, without their contents. */
export function listEditions(context: Context, programme: ProgrammeId): Promise<EditionHead[]> {
  requirePermission(context, 'edition.read')
  return listEditionsOnRecord(context.database, programme)
}

export function hashOfContent(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex')
}

async function getEdition(db: Reader, programme: ProgrammeId, id: EditionId): Promise<Edition> {
  const found = await findEditionOnRecord(db, programme, id)
  if (!found) throw new ActionRefused('not-found', `There is no edition "${id}".`)
  return found
}

function checkEdition({ today }: Context, edition: NewEdition): void {
  const refuse = (sentence: string) => new ActionRefused('invalid', sentence)
  if (edition.id.trim() === '') throw refuse('An edition needs an id.')
  if (edition.signedBy.trim() === '') throw refuse('An edition is signed by a named person.')
  if (edition.knownOn > today)
    throw refuse(
      `An edition cannot say what will be known on ${edition.knownOn}: today is ${today}.`,
    )
  if (edition.corrects !== undefined && !edition.reason?.trim())
    throw refuse('A correction says why: give the reason.')
  if (!isJson(edition.content)) throw refuse('The content of an edition is JSON; this is not.')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // that it cannot be parsed is the answer
  }
}
