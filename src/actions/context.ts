/** Who is asking, and how an action runs: permission, one transaction, one audit entry. */
import { may, rolesThatMay, type Permission, type Person } from '../domain/access/may.ts'
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { closeAction, openAction } from '../store/audit.ts'
import { TextRefused, type OpenAction } from '../store/database/append.ts'
import type { Database, Writer } from '../store/database/reader-writer.ts'
import { StoreLocked } from '../store/protection/master-key.ts'
import { SubjectErased } from '../store/protection/subject-keys.ts'
import { ActionRefused } from './errors.ts'

/** Who is asking, and everything an action may not get for itself. */
export type Context = {
  readonly database: Database
  readonly person: Person
  /** The day where the person is, which need not be the day where the server is. */
  readonly today: CalendarDate
  readonly newId: () => string
  /** The file outside the store in which erasures are noted, so that a restore repeats them. */
  readonly erasureJournal?: string
}

export type Act = {
  readonly permission: Permission
  readonly programme: ProgrammeId
  /** What the audit entry says it was about: a table or an id, never what stands in it. */
  readonly subject: string
  /** Told of each batch of rows written. */
  readonly onRows?: (count: number) => void
  readonly signal?: AbortSignal
}

/** Throws `ActionRefused` (not-allowed) unless the person may. */
export function requirePermission({ person }: Context, permission: Permission): void {
  if (may(person, permission)) return
  const roles = rolesThatMay(permission).join(' or ')
  throw new ActionRefused(
    'not-allowed',
    `Your role (${person.role}) does not allow this; it is for: ${roles}.`,
  )
}

/**
 * Runs what an action writes: all of it with its audit entry, or nothing. Actions on one programme run
 * one after the other, also from several processes. Throws `ActionRefused`, and the signal's reason
 * when the action was given up.
 */
export async function act<T>(
  context: Context,
  { permission, programme, subject, onRows, signal }: Act,
  work: (tx: Writer, action: OpenAction) => Promise<T>,
): Promise<T> {
  requirePermission(context, permission)
  signal?.throwIfAborted()
  try {
    return await context.database.transaction().execute(async (tx) => {
      const action = await openAction(tx, programme, {
        ...(onRows && { onRows }),
        ...(signal && { signal }),
      })
      const result = await work(tx, action)
      await closeAction(tx, action, context.person, permission, subject)
      return result
    })
  } catch (error) {
    if (error instanceof TextRefused || error instanceof SubjectErased)
      throw new ActionRefused('invalid', error.message)
    if (error instanceof StoreLocked) throw new ActionRefused('out-of-date', error.message)
    throw error
  }
}
