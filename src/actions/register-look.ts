/**
 * Looks at the register: as of a day, as known on a day, read at one moment. A small register is held
 * whole while nothing is added to it; of a large one only the part that is asked for is read.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { openRegister } from '../domain/cases/register.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import type { ProgrammeRecord } from '../domain/goals/programme-record.ts'
import { atOneMoment } from '../store/programme-records.ts'
import type { Look } from './case-views.ts'
import { requirePermission, type Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { recordAt } from './record-cache.ts'
import { optionsOf, readRegisterPart, type PartSource, type PartWanted } from './register-part.ts'

export type LookDays = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate }

/** Where the register is read from, and what stands beside it. */
export type Desk = PartSource & {
  readonly record: ProgrammeRecord
  /** Changes with whatever is written. */
  readonly head: string
}

/**
 * Reads the register at one moment. Throws `ActionRefused` (not-found, not-allowed) and `StoreLocked`.
 */
export async function atDesk<T>(
  context: Context,
  programme: ProgrammeId,
  read: (desk: Desk) => Promise<T>,
): Promise<T> {
  requirePermission(context, 'register.read')
  const { record, head } = await recordAt(context, programme)
  // Before the transaction: on the embedded engine, asking within one would wait for ever.
  const keyring = await keyringOf(context)
  return atOneMoment(context.database, (db) =>
    read({ db, keyring, programme, record, head: head.hash }),
  )
}

/** Opens what was read. */
export function lookAt(desk: Desk, record: RegisterRecord, { asOf, knownOn }: LookDays): Look {
  const options = optionsOf(desk.record)
  const register = openRegister(record, options)
  return { register, view: register.asKnownOn(knownOn), options, asOf, knownOn }
}

/** The part of the register that bears on these persons. */
export async function lookAtPersons(
  desk: Desk,
  persons: readonly PersonId[],
  days: LookDays,
  wanted?: PartWanted,
): Promise<Look & { readonly part: RegisterRecord }> {
  const part = await readRegisterPart(desk, persons, wanted)
  return { ...lookAt(desk, part, days), part }
}
