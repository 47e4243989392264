/** Who belongs to which family, on record. Rows are added and read, never changed. */
import type { FamilyId, PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { FamilyMember } from '../domain/cases/family-unit.ts'
import { append, type OpenAction } from './database/append.ts'
import { toDay } from './database/days.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import { listWhich, type Which } from './protection/sealed-rows.ts'

export async function listFamilyMembers(
  db: Reader,
  programme: ProgrammeId,
  which: Which = {},
): Promise<FamilyMember[]> {
  return (await listWhich(db, 'family_member', programme, which)).map((row) => ({
    entry: row.entry,
    family: row.family_id as FamilyId,
    person: row.person_id as PersonId,
    role: row.role,
    withdrawn: toDay(row.withdrawn),
  }))
}

export function insertFamilyMembers(
  tx: Writer,
  action: OpenAction,
  members: readonly Omit<FamilyMember, 'entry'>[],
): Promise<void> {
  return append(
    tx,
    action,
    'family_member',
    members.map(({ family, person, role, withdrawn }) => ({
      family_id: family,
      person_id: person,
      role,
      withdrawn,
    })),
  )
}
