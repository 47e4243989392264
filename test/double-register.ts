/** A register in which one man stands twice, spelled otherwise, with a case each on one list; invented. */
import type { ImportedContent } from '../src/actions/imports.ts'
import type { CaseId, PersonId, SubjectId } from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import { listParts } from './list-parts.ts'
import { aRecord } from './record-builders.ts'

export const MARDUK = 'p-12' as PersonId
export const DOUBLE = 'p-15' as PersonId

const GIVEN = 'Anders Bohdan Cyril Dmitri Emil Feliks Georg Henrik Ilya Jakub Sandor Leonid'.split(
  ' ',
)
const FAMILY = 'Abakov Brezlin Czarnik Dubrava Eklund Fanta Gorsky Havel Ilves Jansen Kovar'.split(
  ' ',
)

/** Enough others that a name tells something. */
const others = (like: PersonName): PersonName[] =>
  GIVEN.flatMap((given, i) =>
    FAMILY.map((family, j) => ({
      ...like,
      person: `p-${100 + i * FAMILY.length + j}` as PersonId,
      name: `${given} ${family}`,
      birth: uncertainDate(String(1930 + ((i * 7 + j * 3) % 50))),
    })),
  )

export function doubleParts(): ImportedContent {
  const parts = listParts()
  const { persons, cases } = parts.register
  const [marduk] = persons.filter(({ person }) => person === MARDUK)
  const [own] = cases.filter(({ id }) => id === 'c-11')
  const [entry] = parts.lists.entries
  if (!marduk || !own || !entry) throw new Error('the list lacks whom this is about')
  return {
    record: aRecord(),
    kept: [],
    ...parts,
    register: {
      ...parts.register,
      persons: [...persons, { ...marduk, person: DOUBLE, name: 'Lew Marduk' }, ...others(marduk)],
      cases: [...cases, { ...own, id: 'c-15' as CaseId, subject: DOUBLE as SubjectId }],
    },
    lists: {
      ...parts.lists,
      entries: [...parts.lists.entries, { ...entry, case: 'c-15' as CaseId }],
    },
  }
}
