/**
 * What people decided about names that may be one person: a pair of the register, or an incoming row
 * and a person. Of several decisions on one, the latest stands; rows are added and never changed.
 *
 * What the incoming row said, and the reasons at that time, hold names: they are sealed under a key of
 * the pair, which is destroyed with either.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { append, type OpenAction } from './database/append.ts'
import type { Reader, Writer } from './database/reader-writer.ts'
import type { StoredRow } from './database/tables.ts'
import { fieldOf, listOpened, readOpened, type Which } from './protection/sealed-rows.ts'
import { keyOfPair, type Keyring } from './protection/subject-keys.ts'

const TABLE = 'name_decision'

export const NAME_DECISIONS = ['accepted', 'rejected', 'parked', 'undone'] as const
export type NameDecisionKind = (typeof NAME_DECISIONS)[number]

export type NameDecision = {
  readonly entry: number
  readonly person: PersonId
  /** The other person of a pair, or the incoming row (`FILE:ROW`, without what it says). */
  readonly other: { readonly person: PersonId } | { readonly row: string }
  readonly decision: NameDecisionKind
  /** The probability at that time; null where none was computed. */
  readonly score: number | null
  readonly by: string
  readonly on: CalendarDate
  /** Anything that JSON can hold: the incoming row's fields, the reasons, a remark. Null is none, or erased. */
  readonly content: unknown
}

/** Those of these persons (on the one side; ask for `other_id` or `incoming` for the other), else all. */
export function listNameDecisions(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  which: Which = {},
): Promise<NameDecision[]> {
  const pages = readOpened(db, keyring, TABLE, programme, keyOf, which)
  return listOpened(pages, (row, opened) => {
    const content = fieldOf(opened, 0)
    return {
      entry: row.entry,
      person: row.person_id as PersonId,
      other:
        row.other_id === null
          ? { row: row.incoming ?? '' } // one of the two is always written
          : { person: row.other_id as PersonId },
      decision: row.decision as NameDecisionKind, // only this store writes it
      score: row.score,
      by: row.decided_by,
      on: row.decided_on as CalendarDate, // a `date` column holds nothing but days
      content: content === '' ? null : (JSON.parse(content) as unknown),
    }
  })
}

export async function insertNameDecisions(
  tx: Writer,
  action: OpenAction,
  keyring: Keyring,
  decisions: readonly Omit<NameDecision, 'entry'>[],
): Promise<void> {
  const said = decisions.filter(({ content }) => content !== null)
  const keys = said.map(({ person, other }) => keyOfPair(person, nameOf(other)))
  const sealer = await keyring.sealer(tx, action.programme, keys)
  await append(
    tx,
    action,
    TABLE,
    decisions.map(({ person, other, decision, score, by, on, content }) => ({
      person_id: person,
      other_id: 'person' in other ? other.person : null,
      incoming: 'row' in other ? other.row : null,
      decision,
      score,
      decided_by: by,
      decided_on: on,
      sealed: sealer.seal(TABLE, keyOfPair(person, nameOf(other)), [
        content === null ? null : JSON.stringify(content),
      ]),
    })),
  )
}

function nameOf(other: NameDecision['other']): string {
  return 'person' in other ? other.person : other.row
}

function keyOf(row: StoredRow<typeof TABLE>): string {
  return keyOfPair(row.person_id, row.other_id ?? row.incoming ?? '') // one of the two is always written
}
