/**
 * Persons of the register as FollowTheMoney entities (schemata Person and Family), a JSON object a
 * line: what the field's tools of cross-referencing read.
 *
 * Only persons who may be passed on leave, by consent to `pass-on`; who stands beside them in a family
 * or was merged with them leaves no trace unless they may be passed on too. A day that is doubted or
 * lies in a span has no place in that format: it goes out as far as it is certain, and whole in words.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { addTo } from '../domain/basics/collections.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { MergedPersons } from '../domain/cases/merged-persons.ts'
import type { NameKind, PersonName } from '../domain/cases/person.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'

export type FollowTheMoneyEntity = {
  /** The same at every export: the programme and the person's id. */
  readonly id: string
  readonly schema: 'Person' | 'Family'
  readonly properties: Readonly<Record<string, readonly string[]>>
  readonly datasets: readonly string[]
}

export type FollowTheMoneyOptions = {
  readonly programme: ProgrammeId
  /** Persons who consent to being passed on, on the day; whoever exports has asked. */
  readonly permitted: ReadonlySet<PersonId>
  /** Rows withdrawn and merges known by this day are. */
  readonly on: CalendarDate
}

/** The entities, persons first, in the order of the register; `leftOut` persons may not be passed on. */
export function toFollowTheMoney(
  register: RegisterRecord,
  { programme, permitted, on }: FollowTheMoneyOptions,
): { readonly entities: readonly FollowTheMoneyEntity[]; readonly leftOut: number } {
  const merged = new MergedPersons(register.merges, on)
  const stands = ({ withdrawn }: { readonly withdrawn: CalendarDate | null }) =>
    withdrawn === null || withdrawn > on
  const namesOf = new Map<PersonId, PersonName[]>()
  const leftOut = new Set<PersonId>()
  for (const name of register.persons.filter(stands))
    if (permitted.has(name.person)) addTo(namesOf, merged.rootOf(name.person), name)
    else leftOut.add(name.person)
  const idOf = (person: PersonId) => `${programme}-${person}`
  const datasets = [programme]
  const persons = [...namesOf].flatMap(([person, names]): FollowTheMoneyEntity[] => {
    const properties = personProperties(names)
    return properties ? [{ id: idOf(person), schema: 'Person', properties, datasets }] : []
  })
  const there = new Set(persons.map(({ id }) => id))
  const families = new Map<string, { readonly person: PersonId; readonly role: string }[]>()
  for (const { family, person, role } of register.families.filter(stands)) {
    const member = { person: merged.rootOf(person), role }
    const isKnown = families.get(family)?.some((each) => each.person === member.person)
    if (permitted.has(person) && there.has(idOf(member.person)) && isKnown !== true)
      addTo(families, family, member)
  }
  const links = [...families.values()].flatMap(([first, ...others]) =>
    others.map(({ person, role }): FollowTheMoneyEntity => {
      const [from, to] = [idOf(first?.person ?? person), idOf(person)]
      return {
        id: `${from}-family-${to}`,
        schema: 'Family',
        properties: withoutEmpty({
          person: [from],
          relative: [to],
          // Roles are those in the family, not of one member to another.
          relationship: [[first?.role ?? '', role].filter((each) => each !== '').join(' – ')],
        }),
        datasets,
      }
    }),
  )
  const unique = new Map(links.map((link) => [link.id, link]))
  return { entities: [...persons, ...unique.values()], leftOut: leftOut.size }
}

/** JSON lines in UTF-8. */
export function writeFollowTheMoney(entities: readonly FollowTheMoneyEntity[]): Uint8Array {
  return Buffer.from(entities.map((entity) => `${JSON.stringify(entity)}\n`).join(''))
}

const NAME_PROPERTIES: Readonly<Record<NameKind, string>> = {
  official: 'name',
  legal: 'name',
  religious: 'alias',
  patronymic: 'fatherName',
  alias: 'alias',
  spelling: 'alias',
}

/** An entity needs a name; without an official or legal one, the first that there is. */
function personProperties(
  names: readonly PersonName[],
): Readonly<Record<string, readonly string[]>> | undefined {
  const byProperty = new Map<string, string[]>()
  for (const { name, kind } of names) {
    // One word tells too little to be matched by.
    const isWeak = kind === 'alias' && !/\s/.test(name)
    addTo(byProperty, isWeak ? 'weakAlias' : NAME_PROPERTIES[kind], name)
  }
  const [first] = names.filter(({ kind }) => kind !== 'patronymic')
  if (!first) return undefined
  const births = names.flatMap(({ birth }) => (birth === null ? [] : [birth]))
  const nationalities = valuesOf(names, 'nationality')
  return withoutEmpty({
    name: byProperty.get('name') ?? [first.name],
    alias: byProperty.get('alias') ?? [],
    weakAlias: byProperty.get('weakAlias') ?? [],
    fatherName: byProperty.get('fatherName') ?? [],
    birthDate: births.flatMap(certainPart),
    nationality: nationalities.filter(isCountryCode).map((code) => code.toLowerCase()),
    gender: valuesOf(names, 'sex').filter((sex) => ['male', 'female', 'other'].includes(sex)),
    position: valuesOf(names, 'occupation'),
    address: valuesOf(names, 'place'),
    notes: [
      ...births.filter((birth) => !isCertain(birth)).map((birth) => `Born ${textOf(birth)}.`),
      ...nationalities
        .filter((text) => !isCountryCode(text))
        .map((text) => `Nationality as written: ${text}.`),
    ],
  })
}

function valuesOf(
  names: readonly PersonName[],
  column: 'nationality' | 'sex' | 'occupation' | 'place',
): readonly string[] {
  return names.map((name) => name[column]).filter((value) => value !== '')
}

/** ISO 3166 of two letters, or four for a country that is no more. */
function isCountryCode(text: string): boolean {
  return /^(?:[A-Z]{2}|[A-Z]{4}|[a-z]{2}|[a-z]{4})$/.test(text)
}

type Birth = UncertainDate | string

function textOf(birth: Birth): string {
  return typeof birth === 'string' ? birth : birth.text
}

function isCertain(birth: Birth): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(textOf(birth)) && typeof birth !== 'string'
}

/** The year, month or day in which all readings lie; nothing where that is not even a year. */
function certainPart(birth: Birth): readonly string[] {
  if (typeof birth === 'string') return []
  const { earliest, latest, approximate, uncertain } = birth
  if (approximate || uncertain) return []
  const lengths = [10, 7, 4].filter(
    (length) => earliest.slice(0, length) === latest.slice(0, length),
  )
  const [longest] = lengths
  return longest === undefined ? [] : [earliest.slice(0, longest)]
}

function withoutEmpty(
  properties: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(properties)
      .map(
        ([property, values]) =>
          [property, [...new Set(values)].filter((value) => value !== '')] as const,
      )
      .filter(([, values]) => values.length > 0),
  )
}
