/**
 * Who could be as asked, step by step: from where the fewest lie. SQL leaves out only who cannot be.
 */
import type { ListId, PersonId, SubjectId } from '../domain/basics/ids.ts'
import { EFFECTS, MOVES } from '../domain/cases/case-outcomes.ts'
import { findSubjects } from '../store/cases.ts'
import { listFamilyMembers } from '../store/families.ts'
import { walkCases, walkConsents, walkListedCases, walkPersons } from '../store/register-walk.ts'
import type { RegisterAsked } from './register-asked.ts'
import type { Desk } from './register-look.ts'

/** The next so many; null at the end. A step can lead to nobody before that. */
export type NextCandidates = (desk: Desk, limit: number) => Promise<readonly PersonId[] | null>

/** Who is looked at, in order: from where the fewest lie that could be as asked. */
export function candidatesFor(
  asked: RegisterAsked & { readonly order: 'nearest' | 'id' },
  near: readonly PersonId[] | null,
): NextCandidates {
  if (near !== null) return once(asked.order === 'id' ? near.toSorted() : near)
  let last = ''
  const from = (ids: readonly string[]) => (last = ids.at(-1) ?? last)
  const { listed, consent } = asked
  if (listed.length > 0 && !listed.includes('-')) {
    const lists = listed.includes('*') ? 'any' : (listed as ListId[]) // ids, as no sign is left
    return async (desk, limit) => {
      const cases = await walkListedCases(desk.db, desk.programme, lists, last, limit)
      from(cases)
      if (cases.length === 0) return null
      return personsOf(desk, [...(await findSubjects(desk.db, desk.programme, cases)).values()])
    }
  }
  const happened = kindsThatLeadTo(asked)
  const { category, region, authority } = asked
  if (happened !== null || [category, region, authority].some(({ length }) => length > 0))
    return async (desk, limit) => {
      const cases = await walkCases(desk.db, desk.programme, { ...asked, happened }, last, limit)
      from(cases.map(({ id }) => id))
      if (cases.length === 0) return null
      return personsOf(
        desk,
        cases.map(({ subject }) => subject),
      )
    }
  if (consent && !consent.standing.includes('unknown'))
    return async (desk, limit) => {
      const subjects = await walkConsents(desk.db, desk.programme, consent.use, last, limit)
      from(subjects)
      return subjects.length === 0 ? null : personsOf(desk, subjects)
    }
  return async (desk, limit) => {
    const persons = await walkPersons(desk.db, desk.programme, last, limit)
    from(persons)
    return persons.length === 0 ? null : persons
  }
}

function once(persons: readonly PersonId[]): NextCandidates {
  let given = 0
  return async (_, limit) => {
    const next = persons.slice(given, given + limit)
    given += next.length
    return next.length === 0 ? null : next
  }
}

/** Of which kinds a confirmed one must have happened; null where someone of whom nothing is confirmed could fit. */
function kindsThatLeadTo({ state, resolved }: RegisterAsked): readonly string[] | null {
  if (resolved === 'yes') return kindsOf(EFFECTS, (effect) => effect === 'resolves')
  if (state.length === 0 || state.includes('unknown')) return null
  return kindsOf(MOVES, (leads) => state.includes(leads))
}

function kindsOf<Value extends string>(
  table: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  isMeant: (value: Value) => boolean,
): string[] {
  const kinds = Object.values(table).flatMap((moves) =>
    Object.entries(moves).flatMap(([kind, value]) => (isMeant(value) ? [kind] : [])),
  )
  return [...new Set(kinds)]
}

/** The persons of subjects: of a family its members. */
export async function personsOf(
  { db, programme }: Pick<Desk, 'db' | 'programme'>,
  subjects: readonly SubjectId[],
): Promise<PersonId[]> {
  if (subjects.length === 0) return []
  const members = await listFamilyMembers(db, programme, { column: 'family_id', values: subjects })
  const families = new Set<string>(members.map(({ family }) => family))
  return subjects.flatMap(
    (subject) =>
      families.has(subject)
        ? members.flatMap(({ family, person }) => (family === subject ? [person] : []))
        : [subject as PersonId], // who is no family is a person
  )
}
