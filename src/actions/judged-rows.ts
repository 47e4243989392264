/** What became of each row, in words, and what is to be written for it (rules R283, R286). */
import type { PersonId } from '../domain/basics/ids.ts'
import { quote } from '../exchange/nearest-name.ts'
import type { SpreadsheetRows } from '../exchange/spreadsheet-rows.ts'
import type { Staged, StagedRecord, StagedRow } from '../exchange/staged-rows.ts'
import type { NameDecision } from '../store/name-decisions.ts'
import { incomingKey, toParkedDraft, type ParkedRow } from './parked-rows.ts'
import type { NamesOnRecord } from './spreadsheet-matching.ts'
import type { Fate, Unit, Why } from './spreadsheet-units.ts'

export type RowOutcome = 'taken' | 'on-record' | 'review' | 'parked' | 'refused'
export type RowRemark = {
  readonly sort: 'refused' | 'parked' | 'flagged' | 'review'
  readonly column: string | null
  readonly cell: number | null
  readonly message: string
}
export type JudgedRow = {
  readonly row: number
  readonly outcome: RowOutcome
  readonly name: string
  readonly theirId: string
  readonly person: PersonId | null
  readonly remarks: readonly RowRemark[]
  readonly candidates: readonly {
    readonly person: string | null
    readonly row: number | null
    readonly name: string
    readonly probability: number | null
  }[]
}

export type Judged = {
  readonly rows: readonly JudgedRow[]
  /** Where the audit chain ended when the rows were held against the register. */
  readonly head: string
  readonly taken: StagedRecord
  /** What is new in the review queue. */
  readonly parked: readonly Pick<NameDecision, 'person' | 'other' | 'score' | 'content'>[]
  /** Ids that nobody may have yet. */
  readonly fresh: readonly PersonId[]
  /** Persons on record whom the answer names. */
  readonly shown: readonly string[]
}

type Summed = {
  readonly table: SpreadsheetRows
  readonly staged: Staged
  readonly names: NamesOnRecord
  readonly shownNames: ReadonlyMap<string, string>
  readonly head: string
  readonly units: readonly Unit[]
  readonly fates: ReadonlyMap<Unit, Fate>
  readonly readAs: string
  readonly cellsOf: (row: number) => ParkedRow['cells']
}

export function summed({
  table,
  staged,
  names,
  units,
  fates,
  readAs,
  cellsOf,
  ...more
}: Summed): Judged {
  const { shownNames, head } = more
  const fateOf = new Map(
    units.flatMap((unit) => unit.rows.map(({ row }) => [row, fates.get(unit)] as const)),
  )
  const taken: { [K in keyof StagedRecord]: StagedRecord[K][number][] } = {
    persons: [],
    cases: [],
    caseEvents: [],
  }
  const parked: Judged['parked'][number][] = []
  const fresh: PersonId[] = []
  for (const unit of units) {
    const fate = fates.get(unit)
    if (fate?.is === 'taken') {
      taken.persons.push(...fate.draft.persons)
      taken.cases.push(...fate.draft.cases)
      taken.caseEvents.push(...fate.draft.caseEvents)
      // Whom the row was found to be is on record; another was drawn by lot, or comes with its id.
      if (fate.person === unit.person && !names.has(unit.person)) fresh.push(unit.person)
    }
    if (fate?.is === 'review' && !fate.waits)
      parked.push(...parkedRows(table.file, unit, fate, shownNames, readAs, cellsOf))
  }
  return {
    rows: staged.rows.map((row) => judgedRow(row, fateOf.get(row.row), shownNames)),
    head,
    taken,
    parked,
    fresh,
    shown: [...shownNames.keys()],
  }
}

function parkedRows(
  file: string,
  { rows, draft }: Unit,
  { person, why, candidates, probability }: Extract<Fate, { is: 'review' }>,
  shownNames: ReadonlyMap<string, string>,
  readAs: string,
  cellsOf: Summed['cellsOf'],
): Judged['parked'][number][] {
  const [first] = rows
  if (!first) return []
  const content: ParkedRow = {
    kind: 'spreadsheet-row',
    file,
    row: first.row,
    readAs,
    cells: cellsOf(first.row),
    why: [inWords(why, person, shownNames)],
    candidates: candidates.map((each) => ({
      person: each.person as PersonId, // an id that was put in
      probability: each.probability,
      reasons: each.reasons,
    })),
    draft: toParkedDraft(draft),
  }
  return [{ person, other: { row: incomingKey(file, first.row) }, score: probability, content }]
}

function inWords(why: Why, person: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(person)
  const shown = name === undefined ? quote(person) : `${quote(name)} (${person})`
  if (why.is === 'double') return `It may be the same person as row ${String(why.row)}.`
  if (why.is === 'own-id') return `${shown} is on record, and the row says something else.`
  if (why.is === 'their-id')
    return `The id ${quote(why.id)} is on record with ${shown}, and the row says something else.`
  return why.is === 'waits'
    ? `It waits in the review queue already: it may be ${shown}.`
    : `It may be ${shown}, who is on record.`
}

function judgedRow(
  row: StagedRow,
  fate: Fate | undefined,
  names: ReadonlyMap<string, string>,
): JudgedRow {
  // Of a row that nothing is taken from only the reason is to be said.
  const remarks =
    row.outcome === 'refused' ? row.remarks.filter(({ sort }) => sort === 'refused') : row.remarks
  const said = remarks.map(({ sort, column, place, message }) => ({
    sort,
    column,
    cell: column === null ? null : place.column,
    message,
  }))
  const [first] = row.draft.persons
  const base = { row: row.row, name: first?.name ?? '', theirId: row.theirId }
  if (!fate) return { ...base, outcome: row.outcome, person: null, remarks: said, candidates: [] }
  if (fate.is === 'refused') {
    const why = { sort: 'refused' as const, column: null, cell: null, message: fate.message }
    return { ...base, outcome: 'refused', person: null, remarks: [why], candidates: [] }
  }
  if (fate.is !== 'review') {
    // Of a row that is on record already nothing more is to be said.
    const flagged = fate.is === 'taken' ? said : []
    return { ...base, outcome: fate.is, person: fate.person, remarks: flagged, candidates: [] }
  }
  const why = {
    sort: 'review' as const,
    column: null,
    cell: null,
    message: inWords(fate.why, fate.person, names),
  }
  const candidates =
    fate.candidates.length > 0
      ? fate.candidates.filter(isWorthALook).map(({ person, probability }) => ({
          ...{ person, row: null, name: names.get(person) ?? '', probability },
        }))
      : [
          {
            person: names.has(fate.person) ? fate.person : null,
            row: fate.row,
            name: names.get(fate.person) ?? '',
            probability: fate.probability,
          },
        ]
  const rest = said.filter(({ sort }) => sort !== 'parked')
  return { ...base, outcome: 'review', person: null, remarks: [why, ...rest], candidates }
}

/** Who is less likely than this is kept with the row, and not shown beside the likeliest. */
const LEAST_SHOWN = 0.05

function isWorthALook({ probability }: { readonly probability: number }, place: number): boolean {
  return place === 0 || probability >= LEAST_SHOWN
}
