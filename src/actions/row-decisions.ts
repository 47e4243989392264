/**
 * What people have decided about rows of a table, by the row and what stood in it: a file that was
 * changed since, or is read otherwise, is another matter (rules R286).
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listNameDecisions, type NameDecision } from '../store/name-decisions.ts'
import type { Keyring } from '../store/protection/subject-keys.ts'
import { incomingKey, readParkedRow, type ParkedRow } from './parked-rows.ts'

export type RowDecision = {
  /** Nobody has decided yet. */
  readonly waitsAs: { readonly person: PersonId; readonly score: number | null } | null
  readonly accepted: PersonId | null
  readonly rejected: ReadonlySet<PersonId>
}

type Asked = {
  readonly file: string
  readonly readAs: string
  readonly rows: readonly (readonly [row: number, cells: ParkedRow['cells']])[]
}

/** By the row; rows on which there is none are left out. */
export async function decisionsOnRows(
  db: Reader,
  keyring: Keyring,
  programme: ProgrammeId,
  { file, readAs, rows }: Asked,
): Promise<ReadonlyMap<number, RowDecision>> {
  const values = rows.map(([row]) => incomingKey(file, row))
  const all = await listNameDecisions(db, keyring, programme, { column: 'incoming', values })
  const byRow = new Map<string, NameDecision[]>()
  for (const decision of all)
    if ('row' in decision.other) {
      const { row } = decision.other
      byRow.set(row, [...(byRow.get(row) ?? []), decision])
    }
  const found = new Map<number, RowDecision>()
  for (const [row, cells] of rows) {
    const said = byRow.get(incomingKey(file, row))
    if (said && isAbout(said, readAs, cells)) found.set(row, latest(said))
  }
  return found
}

/** What was parked last, whoever decided on it since and without repeating what the row says. */
function isAbout(
  decisions: readonly NameDecision[],
  readAs: string,
  cells: ParkedRow['cells'],
): boolean {
  const parked = decisions.flatMap(({ content }) => readParkedRow(content) ?? []).at(-1)
  return (
    parked !== undefined &&
    parked.readAs === readAs &&
    JSON.stringify(parked.cells) === JSON.stringify(cells)
  )
}

function latest(decisions: readonly NameDecision[]): RowDecision {
  const byPerson = new Map(decisions.map((each) => [each.person, each]))
  const all = [...byPerson.values()]
  const waiting = all.findLast(({ decision }) => decision === 'parked' || decision === 'undone')
  return {
    waitsAs: waiting ? { person: waiting.person, score: waiting.score } : null,
    accepted: all.findLast(({ decision }) => decision === 'accepted')?.person ?? null,
    rejected: new Set(all.flatMap((each) => (each.decision === 'rejected' ? [each.person] : []))),
  }
}
