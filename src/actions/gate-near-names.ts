/** Persons of one version whose names are near, found by name matching (rules R180). */
import { createHash } from 'node:crypto'
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import type { PersonId } from '../domain/basics/ids.ts'
import type { NearPair, PrintedPerson } from '../domain/lists/gate.ts'
import { buildNameIndex, findMatches } from '../domain/names/match-names.ts'
import type { NameRecord } from '../domain/names/name-record.ts'

/** Two persons are shown as perhaps one where matching would not say that they are two. */
const NEAR_FROM = 0.3

/**
 * The pairs of the versions last compared, by a hash of what was compared: while findings are settled
 * one after the other the names stay the same, and comparing a thousand takes most of a second.
 */
const compared = new Map<string, readonly NearPair[]>()
const MOST_COMPARED = 8

/** Pairs that name matching would not tell apart, each once. */
export function nearNames(persons: readonly PrintedPerson[]): readonly NearPair[] {
  const records = [...new Map(persons.map((each) => [each.person, nameRecord(each)])).values()]
  const key = createHash('sha256').update(JSON.stringify(records)).digest('hex')
  const before = compared.get(key)
  if (before) return before
  const index = buildNameIndex(records)
  const pairs = new Map<string, NearPair>()
  for (const record of records)
    for (const { person, probability } of findMatches(index, record, { limit: 3 })) {
      if (person === record.id || probability < NEAR_FROM) continue
      const pair = [record.id, person].toSorted() as [PersonId, PersonId] // ids that went in
      pairs.set(pair.join(' '), pair)
    }
  const found = [...pairs.values()]
  compared.set(key, found)
  for (const oldest of [...compared.keys()].slice(0, -MOST_COMPARED)) compared.delete(oldest)
  return found
}

/** What is known of a person, for the comparison of names. */
export function nameRecord({ person, names }: Pick<PrintedPerson, 'person' | 'names'>): NameRecord {
  const births = names.flatMap(({ birth }) =>
    birth !== null && typeof birth !== 'string' ? [birth] : [],
  )
  const [birth] = births
  const sex = names.find((each) => each.sex !== '')?.sex
  const place = names.find((each) => each.place !== '')?.place
  return {
    id: person,
    names: names.map(({ name, kind }) => ({ value: name, kind })),
    ...(birth && {
      birth: { earliest: toDayNumber(birth.earliest), latest: toDayNumber(birth.latest) },
    }),
    ...(sex !== undefined && { sex }),
    ...(place !== undefined && { place }),
  }
}
