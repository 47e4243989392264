/**
 * What a row of a table adds to a person whom it was found to be: what is on record stays as it is,
 * what it leaves open is filled, and what contradicts it stands beside it (rules R287).
 */
import type { PersonId } from '../domain/basics/ids.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { StagedRecord } from '../exchange/staged-rows.ts'

/** All rows of one person, in the order of writing. */
export type PersonOnRecord = {
  readonly names: readonly PersonName[]
  readonly cases: readonly CaseEntry[]
  readonly caseEvents: readonly CaseEventEntry[]
}

/** The rows to append; the store numbers them and passes over those that add nothing. */
export function ontoPerson(
  person: PersonId,
  ours: PersonOnRecord,
  draft: StagedRecord,
): StagedRecord {
  const persons = draft.persons.flatMap((row) => nameBeside(ours.names, { ...row, person }))
  const cases: CaseEntry[] = []
  const caseEvents: CaseEventEntry[] = []
  for (const given of draft.cases) {
    const happened = draft.caseEvents.filter((event) => event.case === given.id)
    const theirs = { ...given, subject: person }
    const there = onlyCase(ours.cases, given.category)
    if (!there) {
      cases.push(theirs)
      caseEvents.push(...happened)
      continue
    }
    const filled = filledCase(there, theirs)
    if (filled) cases.push(filled)
    const before = ours.caseEvents.filter((event) => event.case === there.id)
    for (const event of happened)
      // An event of the same kind and date would correct ours: ours stays.
      if (!before.some((each) => each.kind === event.kind && each.date.text === event.date.text))
        caseEvents.push({ ...event, case: there.id })
  }
  return { persons, cases, caseEvents }
}

const FIELDS = ['sex', 'nationality', 'place', 'occupation'] as const

function nameBeside(ours: readonly PersonName[], theirs: PersonName): PersonName[] {
  const same = (kind: PersonName['kind']) =>
    ours.findLast(
      (row) => row.name === theirs.name && row.script === theirs.script && row.kind === kind,
    )
  const there = same(theirs.kind)
  if (!there || there.withdrawn !== null) return [theirs]
  const contradicts =
    FIELDS.some(
      (field) => theirs[field] !== '' && there[field] !== '' && there[field] !== theirs[field],
    ) ||
    (there.birth !== null && theirs.birth !== null && birthOf(there) !== birthOf(theirs))
  // About the same name the later row stands; as a spelling of it, both do.
  if (contradicts) return same('spelling') ? [] : [{ ...theirs, kind: 'spelling' }]
  const filled: PersonName = {
    ...there,
    birth: there.birth ?? theirs.birth,
    sex: there.sex || theirs.sex,
    nationality: there.nationality || theirs.nationality,
    place: there.place || theirs.place,
    occupation: there.occupation || theirs.occupation,
  }
  const isNew =
    birthOf(filled) !== birthOf(there) || FIELDS.some((field) => filled[field] !== there[field])
  return isNew ? [filled] : []
}

const birthOf = ({ birth }: PersonName) =>
  birth === null || typeof birth === 'string' ? birth : birth.text

/** The one case of a category that stands; where there are several, nobody can say which is meant. */
function onlyCase(cases: readonly CaseEntry[], category: string): CaseEntry | undefined {
  const latest = new Map(cases.map((each) => [each.id, each]))
  const standing = [...latest.values()].filter((each) => each.withdrawn === null)
  const same = standing.filter((each) => each.category === category)
  return same.length === 1 ? same[0] : undefined
}

function filledCase(ours: CaseEntry, theirs: CaseEntry): CaseEntry | undefined {
  const parts = (ground: string) => ground.split('; ').filter((part) => part !== '')
  const more = parts(theirs.ground).filter((part) => !parts(ours.ground).includes(part))
  const filled: CaseEntry = {
    ...ours,
    ground: [...parts(ours.ground), ...more].join('; '),
    region: ours.region || theirs.region,
    authority: ours.authority || theirs.authority,
    opened: ours.opened ?? theirs.opened,
  }
  const isNew =
    more.length > 0 ||
    filled.region !== ours.region ||
    filled.authority !== ours.authority ||
    filled.opened !== ours.opened
  return isNew ? filled : undefined
}
