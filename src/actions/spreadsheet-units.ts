/**
 * The rows of a table that are judged together, and what may become of them (rules R283, R287).
 */
import type { PersonId } from '../domain/basics/ids.ts'
import type { MatchCandidate } from '../domain/names/match-names.ts'
import type { ColumnMapping } from '../exchange/column-mapping.ts'
import { isRegisterId } from '../exchange/register-id.ts'
import type { Staged, StagedRecord, StagedRow } from '../exchange/staged-rows.ts'
import { relabelled } from './parked-rows.ts'
import type { NamesOnRecord } from './spreadsheet-matching.ts'

/** Rows that are one person by their own id: judged together, by what the first of them gives. */
export type Unit = {
  /** Its own, or the one that the table gives it. */
  readonly person: PersonId
  readonly rows: readonly StagedRow[]
  readonly draft: StagedRecord
  /** The row that it repeats, so far as the table alone tells. */
  readonly doubleOf: number | null
}

/** Why somebody has to look at a row. */
export type Why =
  | { readonly is: 'waits' | 'likely' | 'own-id' }
  | { readonly is: 'their-id'; readonly id: string }
  | { readonly is: 'double'; readonly row: number }

export type Fate =
  | { readonly is: 'taken'; readonly person: PersonId; readonly draft: StagedRecord }
  | { readonly is: 'on-record'; readonly person: PersonId }
  | { readonly is: 'refused'; readonly message: string }
  | {
      readonly is: 'review'
      readonly person: PersonId
      readonly why: Why
      readonly candidates: readonly MatchCandidate[]
      readonly row: number | null
      readonly probability: number | null
      /** It waits there already. */
      readonly waits: boolean
    }

/** Sound rows by the person that they give; and those that only repeat another row. */
export function unitsOf({ rows }: Staged, { preset }: ColumnMapping, names: NamesOnRecord): Unit[] {
  const groups = new Map<string, StagedRow[]>()
  for (const row of rows) {
    if (row.person === null || !(row.outcome === 'taken' || isDoubleOnly(row))) continue
    const key = row.outcome === 'taken' ? row.person : `${row.person} ${String(row.row)}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].map((group) => {
    const [first] = group
    const { theirId = '', doubleOf = null, person = null } = first ?? {}
    const drawn = person as PersonId // rows without one were left out
    const isOwn = preset === 'demarche' && doubleOf === null && isRegisterId(theirId)
    const own = isOwn || (preset === 'demarche' && names.has(theirId)) ? theirId : drawn
    const draft: StagedRecord = {
      persons: group.flatMap((each) => each.draft.persons),
      cases: group.flatMap((each) => each.draft.cases),
      caseEvents: group.flatMap((each) => each.draft.caseEvents),
    }
    return {
      person: own as PersonId, // an id that was drawn, or one of ours
      rows: group,
      draft: own === drawn ? draft : relabelled(draft, own as PersonId), // the same
      doubleOf,
    }
  })
}

/** Nothing but that it repeats another row keeps it from being taken. */
function isDoubleOnly({ outcome, doubleOf, remarks }: StagedRow): boolean {
  return (
    outcome === 'parked' &&
    doubleOf !== null &&
    remarks.filter(({ sort }) => sort === 'parked').length === 1
  )
}
