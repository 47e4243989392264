/** The register of a programme: everything on record about persons, families and cases, in the order of writing. */
import type { ConsentEntry } from '../access/consent.ts'
import type { CaseEntry } from './case.ts'
import type { CaseEventEntry } from './case-event.ts'
import type { ContactEntry } from './contact.ts'
import type { FamilyMember } from './family-unit.ts'
import type { MergeEntry } from './merge.ts'
import type { PersonName } from './person.ts'

export type RegisterRecord = {
  readonly persons: readonly PersonName[]
  readonly families: readonly FamilyMember[]
  readonly cases: readonly CaseEntry[]
  readonly caseEvents: readonly CaseEventEntry[]
  readonly contacts: readonly ContactEntry[]
  readonly consents: readonly ConsentEntry[]
  readonly merges: readonly MergeEntry[]
}
