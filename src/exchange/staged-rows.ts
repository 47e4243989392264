/**
 * Stages somebody's table for the register: every row is taken, refused or parked, with the reason
 * and the place.
 *
 * Nothing is merged here. A row that stands twice is parked beside the first; whether a person is in
 * the register already is for the matching of names to say and for a person to decide.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, PersonId, SourceId } from '../domain/basics/ids.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { PersonName } from '../domain/cases/person.ts'
import { columnsOf } from './column-mapping.ts'
import type { ColumnMapping, FieldColumns } from './column-mapping.ts'
import { plainHeader } from './header-words.ts'
import { quote } from './nearest-name.ts'
import type { Refusal } from './place.ts'
import type { SheetRow, SpreadsheetRows } from './spreadsheet-rows.ts'
import { stageCase } from './stage-case.ts'
import type { CaseTerms } from './stage-case.ts'
import { stagePerson } from './stage-person.ts'
import { RowInHand } from './staged-row.ts'
import type { StageRemark } from './staged-row.ts'

export type { StageRemark, StageSort } from './staged-row.ts'

export type StageOptions = {
  /** Proposes an id that is not in use. */
  readonly newId: (what: 'person' | 'case') => string
  readonly today: CalendarDate
  /** Since when what the table says is known: the day of the list, where it has one. */
  readonly known?: CalendarDate | null
  /** What the table is cited as. */
  readonly source?: SourceId | null
  /** Ids that cells under “source” may name. */
  readonly sources?: ReadonlySet<string>
}

/** What a row becomes; entries are numbered within each list, from 1. */
export type StagedRecord = {
  readonly persons: readonly PersonName[]
  readonly cases: readonly CaseEntry[]
  readonly caseEvents: readonly CaseEventEntry[]
}

export type StagedRow = {
  /** The line of the file or row of the sheet, from 1. */
  readonly row: number
  readonly outcome: 'taken' | 'refused' | 'parked'
  readonly remarks: readonly StageRemark[]
  readonly theirId: string
  /** null where the row is refused. */
  readonly person: PersonId | null
  readonly case: CaseId | null
  /** The row that it repeats, where it is parked as a double within the file. */
  readonly doubleOf: number | null
  /** What it would bring, also where it is parked; empty where it is refused. */
  readonly draft: StagedRecord
}

/** All that is taken, ready for the register. */
export type Staged = StagedRecord & { readonly rows: readonly StagedRow[] }

const NOTHING: StagedRecord = { persons: [], cases: [], caseEvents: [] }

/** Stages all rows of a table, or says why the mapping does not fit it. */
export function stageRows(
  table: SpreadsheetRows,
  mapping: ColumnMapping,
  options: StageOptions,
): Staged | Refusal {
  const { fields, missing } = columnsOf(mapping, table.header)
  const place = { file: table.file, line: table.headerRow ?? 1, column: 1 }
  if (missing.length > 0)
    return {
      ...place,
      message: `The table lacks what the mapping takes: ${missing.map(quote).join(', ')}.`,
    }
  if (!['name', 'family-name', 'given-name'].some((field) => fields.has(field as 'name')))
    // a look-up only
    return { ...place, message: 'No column is taken for the name.' }
  const stage = new Staging(table, mapping, fields, options)
  const rows = table.rows.map((row) => stage.row(row))
  const taken = rows.filter(({ outcome }) => outcome === 'taken').map(({ draft }) => draft)
  return {
    rows,
    persons: numbered(taken.flatMap(({ persons }) => persons)),
    cases: numbered(taken.flatMap(({ cases }) => cases)),
    caseEvents: numbered(taken.flatMap(({ caseEvents }) => caseEvents)),
  }
}

class Staging {
  readonly #table: SpreadsheetRows
  readonly #mapping: ColumnMapping
  readonly #fields: FieldColumns
  readonly #options: StageOptions
  readonly #terms: CaseTerms
  readonly #rowsSeen = new Map<string, number>()
  readonly #personsSeen = new Map<string, number>()
  readonly #idsSeen = new Map<string, { readonly row: number; readonly person: PersonId }>()

  constructor(
    table: SpreadsheetRows,
    mapping: ColumnMapping,
    fields: FieldColumns,
    options: StageOptions,
  ) {
    this.#table = table
    this.#mapping = mapping
    this.#fields = fields
    this.#options = options
    const known = options.known ?? null
    const heldOn = mapping.heldOn ?? known ?? options.today
    this.#terms = {
      mapping,
      habits: {
        order: mapping.dateOrder,
        notAfter: mapping.twoDigitYears === 'last' ? heldOn : null,
      },
      heldOn,
      known,
      source: options.source ?? null,
      sources: options.sources ?? new Set(),
    }
  }

  row(row: SheetRow): StagedRow {
    const inHand = new RowInHand(
      this.#table.file,
      this.#table.header,
      row,
      this.#fields,
      this.#mapping,
    )
    const theirId = inHand.value('their-id')?.text ?? ''
    const earlier = theirId === '' ? undefined : this.#idsSeen.get(theirId)
    const isSamePerson = this.#mapping.oneIdOnePerson && earlier !== undefined
    if (this.#isHeader(row)) inHand.refuse(undefined, 'The row repeats the header.')
    this.#parkHeading(inHand)
    // Drawn before the row is known to be sound: a refused row leaves a gap in the numbers, no more.
    const person = isSamePerson ? earlier.person : (this.#options.newId('person') as PersonId)
    const { habits, heldOn } = this.#terms
    const persons = stagePerson(inHand, person, this.#mapping, habits, heldOn)
    const one = isSamePerson
      ? undefined
      : stageCase(inHand, person, () => this.#options.newId('case') as CaseId, this.#terms)
    const doubleOf = isRefused(inHand) ? null : this.#doubleOf(inHand, persons, isSamePerson)
    if (theirId !== '' && !earlier && !isRefused(inHand))
      this.#idsSeen.set(theirId, { row: row.number, person })
    const isParked = inHand.remarks.some(({ sort }) => sort === 'parked')
    const outcome = isRefused(inHand) ? 'refused' : isParked ? 'parked' : 'taken'
    const draft: StagedRecord =
      outcome === 'refused'
        ? NOTHING
        : {
            persons: numbered(persons),
            cases: numbered(one ? [one.case] : []),
            caseEvents: numbered(one?.events ?? []),
          }
    return {
      row: row.number,
      outcome,
      remarks: inHand.remarks,
      theirId,
      person: outcome === 'refused' ? null : person,
      case: (outcome === 'refused' ? undefined : one?.case.id) ?? null,
      doubleOf,
      draft,
    }
  }

  #isHeader({ cells }: SheetRow): boolean {
    const { header, headerRow } = this.#table
    return (
      headerRow !== null &&
      cells.some((cell) => cell !== '') &&
      cells.every(
        (cell, index) => cell === '' || plainHeader(cell) === plainHeader(header[index] ?? ''),
      )
    )
  }

  /** A name alone in a wide table is often a heading between its parts, or a total below it. */
  #parkHeading(row: RowInHand): void {
    const filled = row.row.cells.filter((cell) => cell !== '').length
    const name = row.value('name') ?? row.value('family-name')
    if (filled === 1 && name && this.#fields.size >= 3)
      row.park(name, `${quote(name.text)} stands alone in its row; it may be a heading.`)
  }

  /** Parks a row that stands in the file before, and gives that one. */
  #doubleOf(
    row: RowInHand,
    [main]: readonly Omit<PersonName, 'entry'>[],
    isSamePerson: boolean,
  ): number | null {
    const { number } = row.row
    const whole = JSON.stringify(
      [...this.#fields].flatMap(([field, columns]) =>
        field === 'their-id' && !this.#mapping.oneIdOnePerson
          ? []
          : columns.map((column) => row.row.cells[column] ?? ''),
      ),
    )
    const same = this.#rowsSeen.get(whole)
    this.#rowsSeen.set(whole, same ?? number)
    if (same !== undefined) {
      row.park(undefined, `The row is the same as row ${String(same)}.`)
      return same
    }
    if (isSamePerson) return null
    const id = row.value('their-id')
    const sameId = id && this.#idsSeen.get(id.text)
    if (id && sameId) {
      row.park(
        id,
        `Row ${String(sameId.row)} has the same id ${quote(id.text)} and says something else.`,
      )
      return sameId.row
    }
    if (!main || main.birth === null) return null
    const birth = typeof main.birth === 'string' ? main.birth : main.birth.text
    const key = JSON.stringify([plainHeader(main.name), birth])
    const samePerson = this.#personsSeen.get(key)
    this.#personsSeen.set(key, samePerson ?? number)
    if (samePerson === undefined) return null
    row.park(
      undefined,
      `The name and the birth are those of row ${String(samePerson)}; it may be the same person.`,
    )
    return samePerson
  }
}

function isRefused(row: RowInHand): boolean {
  return row.remarks.some(({ sort }) => sort === 'refused')
}

function numbered<Row extends object>(
  rows: readonly Row[],
): readonly (Row & { readonly entry: number })[] {
  return rows.map((row, index) => ({ ...row, entry: index + 1 }))
}
