/** Which name of a person is shown first, in which script each is written, and what the rows say of the birth. */
import type { PersonId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { scriptOfName } from '../domain/lists/printed-name.ts'
import { NAME_KINDS, type NameKind, type PersonName } from '../domain/cases/person.ts'

export type NameSeen = {
  readonly entry: number
  readonly name: string
  readonly script: string
  readonly kind: NameKind
}

export type BirthSeen = {
  readonly birth: string
  /** Not a date that exists: as written. */
  readonly impossible: boolean
  readonly entries: readonly number[]
}

/** Patronymics name nobody by themselves; the rest stand in the order of the kinds. */
const KINDS_SHOWN: readonly NameKind[] = [
  ...NAME_KINDS.filter((kind) => kind !== 'patronymic'),
  'patronymic',
]

/** The one to show first; each name in each script once. Rows of an erased person have no name. */
export function namesSeen(names: readonly PersonName[]): NameSeen[] {
  const seen = new Map<string, NameSeen>()
  for (const { entry, name, script, kind } of names) {
    if (name === '') continue
    const told = scriptOfName({ script, name })
    const key = `${told} ${name}`
    if (!seen.has(key)) seen.set(key, { entry, name, script: told, kind })
  }
  return [...seen.values()].toSorted(
    (a, b) =>
      KINDS_SHOWN.indexOf(a.kind) - KINDS_SHOWN.indexOf(b.kind) ||
      Number(b.script === 'Latn') - Number(a.script === 'Latn') ||
      a.entry - b.entry,
  )
}

/**
 * What the rows say of the birth. One that only says less exactly what another says is left out; what
 * is left beside one another contradicts.
 */
export function birthsSeen(names: readonly PersonName[]): BirthSeen[] {
  const said = new Map<string, { birth: UncertainDate | string; entries: number[] }>()
  for (const { entry, birth } of names) {
    if (birth === null || birth === '') continue
    const text = typeof birth === 'string' ? birth : birth.text
    const before = said.get(text)
    if (before) before.entries.push(entry)
    else said.set(text, { birth, entries: [entry] })
  }
  const all = [...said.values()]
  return all
    .filter(({ birth }) => !all.some((other) => other.birth !== birth && says(other.birth, birth)))
    .map(({ birth, entries }) => ({
      birth: typeof birth === 'string' ? birth : birth.text,
      impossible: typeof birth === 'string',
      entries,
    }))
}

/** Whether one birth says all that another does, and more exactly. */
function says(exact: UncertainDate | string, rough: UncertainDate | string): boolean {
  if (typeof exact === 'string' || typeof rough === 'string') return false
  const within = rough.earliest <= exact.earliest && exact.latest <= rough.latest
  return within && (rough.earliest < exact.earliest || exact.latest < rough.latest)
}

/** The name that heads the page; the id where there is none. */
export function shownName(names: readonly PersonName[], person: PersonId): string {
  return namesSeen(names)[0]?.name ?? person
}
