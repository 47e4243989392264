/**
 * Names of persons on record, each with what its row says besides. Rows are added and read, never
 * changed; what they say is sealed under the person's key.
 */
import { sql } from 'kysely'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import type { NameKind, PersonName } from '../domain/cases/person.ts'
import { append, type OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { StoredRow } from './database/tables.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import { ERASED, type Keyring, type Opened } from './protection/subject-keys.ts'

const TABLE = 'person_name'

/** Those of the given persons, else all. The rows of an erased person say nothing: their texts are empty. */
export function listPersonNames(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  persons?: readonly string[],
): Promise<PersonName[]> {
  return listOpened(openedPages(db, keyring, programme, whichOf('person_id', persons)), toName)
}

/** The names that were entered after an entry number, page by page; those of erased persons are left out. */
export async function* readPersonNames(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  after = 0,
): AsyncGenerator<PersonName[]> {
  for await (const page of openedPages(db, keyring, programme, { after }))
    yield page.flatMap(({ row, opened }) => (opened === ERASED ? [] : [toName(row, opened)]))
}

/** Opens rows that were read with the keys of their persons; those of erased persons are left out. */
export function openPersonNames(
  keyring: Keyring,
  programme: ProgrammeId,
  rows: readonly (NameRow & { readonly wrapped: string | null })[],
): PersonName[] {
  const sealed = rows.map(({ person_id: subject, sealed, wrapped }) => ({
    subject,
    sealed,
    wrapped,
  }))
  const opened = keyring.openWith(programme, TABLE, sealed)
  return rows.flatMap((row, at) => {
    const said = opened[at] ?? null
    return said === ERASED ? [] : [toName(row, said)]
  })
}

export async function insertPersonNames(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  names: readonly Omit<PersonName, 'entry'>[],
): Promise<void> {
  const persons = names.map(({ person }) => person)
  const sealer = await keyring.sealer(tx, action.programme, persons)
  await append(
    tx,
    action,
    TABLE,
    names.map(({ person, script, kind, withdrawn, birth, ...said }) => ({
      person_id: person,
      script,
      kind,
      sealed: sealer.seal(TABLE, person, [
        said.name,
        typeof birth === 'string' ? birth : (birth?.text ?? null),
        said.sex,
        said.nationality,
        said.place,
        said.occupation,
      ]),
      withdrawn,
    })),
  )
}

/** The first of these ids that a person on record has. */
export async function findPersonAmong(
  db: Reader,
  programme: ProgrammeId,
  ids: readonly string[],
): Promise<string | undefined> {
  if (ids.length === 0) return undefined
  const row = await db
    .selectFrom(TABLE)
    .select('person_id')
    .where('programme_id', '=', programme)
    .where(sql<boolean>`person_id = any(${[...ids]}::text[])`)
    .limit(1)
    .executeTakeFirst()
  return row?.person_id
}

/** One column and the values that are asked for; all rows without them. */
export function whichOf(column: string, values: readonly string[] | undefined): Which {
  return values === undefined ? {} : { column, values }
}

function openedPages(db: Reader, keyring: Keyring, programme: ProgrammeId, which: Which) {
  return readOpened(db, keyring, TABLE, programme, (row) => row.person_id, which)
}

type NameRow = Pick<
  StoredRow<typeof TABLE>,
  'entry' | 'person_id' | 'script' | 'kind' | 'sealed' | 'withdrawn'
>

function toName(row: NameRow, opened: Opened): PersonName {
  const birth = fieldOf(opened, 1)
  return {
    entry: row.entry,
    person: row.person_id as PersonId,
    name: fieldOf(opened, 0),
    script: row.script,
    kind: row.kind as NameKind, // only this store writes it
    birth: birth === '' ? null : (parseUncertainDate(birth) ?? birth),
    sex: fieldOf(opened, 2),
    nationality: fieldOf(opened, 3),
    place: fieldOf(opened, 4),
    occupation: fieldOf(opened, 5),
    withdrawn: row.withdrawn as PersonName['withdrawn'], // a `date` column holds nothing but days
  }
}
