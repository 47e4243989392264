/** Takes an entry of the register back from a day on: the entry once more, with that day. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ProgrammeId } from '../domain/basics/ids.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import { listConsents } from '../store/consents.ts'
import { listContacts } from '../store/contacts.ts'
import { listFamilyMembers } from '../store/families.ts'
import { listPersonNames } from '../store/persons.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import type { Recorded } from './evidence.ts'
import { entering, standingEntry, writeRows, type Entering } from './register-entries.ts'

export type RegisterWithdrawal = {
  readonly table: 'names' | 'families' | 'cases' | 'case-events' | 'contacts' | 'consents'
  /** What the entry is about. */
  readonly of: string
  readonly entry: number
  readonly on: CalendarDate
}

/** Throws `ActionRefused`: not-found, out-of-date, not-allowed. */
export function withdrawFromRegister(
  context: Context,
  programme: ProgrammeId,
  asked: RegisterWithdrawal,
): Promise<Recorded> {
  if (asked.on > context.today)
    throw new ActionRefused('invalid', 'An entry cannot be taken back from a day to come.')
  return entering(context, programme, asked.table, async (open) =>
    writeRows(open, await rowsFor(open, asked)),
  )
}

async function rowsFor(open: Entering, { table, of, entry, on }: RegisterWithdrawal) {
  const { db, keyring, programme } = open
  const values = [of]
  const again = <T extends { entry: number; withdrawn: CalendarDate | null }>(
    rows: readonly T[],
  ): T[] => [{ ...standingEntry(rows, entry), withdrawn: on }]
  switch (table) {
    case 'names':
      return { persons: again(await listPersonNames(db, keyring, programme, values)) }
    case 'families': {
      const among = { column: 'family_id', values }
      return { families: again(await listFamilyMembers(db, programme, among)) }
    }
    case 'cases':
      return { cases: again(await listCases(db, programme, { column: 'id', values })) }
    case 'case-events': {
      const among = { column: 'case_id', values }
      return { caseEvents: again(await listCaseEvents(db, keyring, programme, among)) }
    }
    case 'contacts': {
      const among = { column: 'subject_id', values }
      return { contacts: again(await listContacts(db, keyring, programme, among)) }
    }
    case 'consents': {
      const among = { column: 'subject_id', values }
      return { consents: again(await listConsents(db, keyring, programme, among)) }
    }
  }
}
