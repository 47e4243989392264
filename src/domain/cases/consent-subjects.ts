/** Whose consent a use of a case needs: everyone's who is counted in it (rules R148). */
import type { ConsentSubjects } from '../access/consent-standing.ts'
import type { FamilyId } from '../basics/ids.ts'
import type { CaseGroup, RegisterView } from './register.ts'

/** Persons with all entries merged into each, and the families that may speak for them. */
export function consentSubjectsOf(
  view: RegisterView,
  { persons, cases }: Pick<CaseGroup, 'persons' | 'cases'>,
): ConsentSubjects {
  const families = new Set<FamilyId>()
  for (const { subject } of cases) if (view.isFamily(subject)) families.add(subject)
  for (const person of persons) {
    const family = view.familyOf(person)
    if (family !== undefined) families.add(family)
  }
  return {
    persons: persons.map((person) => view.merged.entriesOf(person)),
    families: [...families],
  }
}
