/**
 * Persons, a row a name, and who belongs to which family.
 *
 * A birth that is no date stays as written: half of what is known of a person may be wrong on the
 * paper that a family holds, and it is how the other side finds them.
 */
import type { FamilyId, PersonId } from '../domain/basics/ids.ts'
import { ABROAD } from '../domain/cases/family-unit.ts'
import type { FamilyMember } from '../domain/cases/family-unit.ts'
import { NAME_KINDS } from '../domain/cases/person.ts'
import type { PersonName } from '../domain/cases/person.ts'
import { NearWords } from './near-words.ts'
import { quote } from './nearest-name.ts'
import { readTable } from './read-table.ts'
import type { RowOutcome, TableText, Taken } from './read-table.ts'
import type { References } from './references.ts'
import { REGISTER_COLUMNS } from './register-columns.ts'
import type { Report } from './report.ts'
import { readDate } from './row-reader.ts'
import type { RowReader } from './row-reader.ts'

const SCRIPT = /^[A-Z][a-z]{3}$/

/** Reads `persons.csv`. */
export function* readPersons(
  text: TableText,
  report: Report,
  { persons }: References,
): Generator<number, Taken<PersonName>> {
  return yield* readTable(text, REGISTER_COLUMNS.persons, report, (row, entry) => {
    const name = readPersonName(row, entry)
    if (name === 'refused') persons.refuse(row.word('id'), row.line)
    if (typeof name !== 'string') persons.add(name.person)
    return name
  })
}

function readPersonName(row: RowReader, entry: number): RowOutcome<PersonName> {
  const person = row.registerId('id', 'The id of the person') as PersonId | undefined
  const name = row.required('name', 'The name')
  const kind = row.oneOf('kind', NAME_KINDS)
  const withdrawn = row.day('withdrawn')
  if (row.refused || person === undefined || name === undefined) return 'refused'
  if (kind === undefined || withdrawn === undefined) return 'refused'
  return {
    entry,
    person,
    name,
    script: readScript(row),
    kind: kind ?? 'official',
    birth: readBirth(row),
    sex: row.word('sex'),
    nationality: row.word('nationality'),
    place: row.word('place'),
    occupation: row.word('occupation'),
    withdrawn,
  }
}

function readBirth(row: RowReader): PersonName['birth'] {
  const text = row.word('birth')
  if (text === '') return null
  const date = readDate(text)
  if (!date)
    row.remark(
      'birth',
      () =>
        `${quote(text)} is no date that exists; it is kept as written and compared with nothing.`,
    )
  return date ?? text
}

function readScript(row: RowReader): string {
  const script = row.word('script')
  if (script !== '' && !SCRIPT.test(script))
    row.remark(
      'script',
      () =>
        `${quote(script)} is no script; its ISO 15924 code was expected, such as Latn, Cyrl or Arab.`,
    )
  return script
}

/** Reads `families.csv`; persons are known by then. */
export function* readFamilies(
  text: TableText,
  report: Report,
  references: References,
): Generator<number, Taken<FamilyMember>> {
  const roles = new NearWords([ABROAD])
  return yield* readTable(text, REGISTER_COLUMNS.families, report, (row, entry) => {
    const member = readMember(row, entry, references)
    if (member === 'refused') references.families.refuse(row.word('family'), row.line, row.because)
    if (typeof member === 'string') return member
    roles.look(row, 'role')
    references.families.add(member.family)
    const { family, person, role, withdrawn } = member
    references.subjects.addMember(family, person, role, withdrawn !== null)
    return member
  })
}

function readMember(
  row: RowReader,
  entry: number,
  { persons }: References,
): RowOutcome<FamilyMember> {
  const family = row.registerId('family', 'The id of the family') as FamilyId | undefined
  const person = row.requiredReference('person', persons, 'The person') as PersonId | undefined
  const withdrawn = row.day('withdrawn')
  if (family !== undefined && persons.has(family))
    row.refuse('family', () => `${quote(family)} is the id of a person; a family needs another.`)
  if (row.refused || family === undefined || person === undefined || withdrawn === undefined)
    return 'refused'
  return { entry, family, person, role: row.word('role'), withdrawn }
}
