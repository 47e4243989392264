/** One row of somebody's table while it is staged: its cells by field, and what is found wrong. */
import { quote } from './nearest-name.ts'
import type { Place } from './place.ts'
import type { ColumnMapping, FieldColumns } from './column-mapping.ts'
import type { MappedField } from './mapped-field.ts'
import type { SheetRow } from './spreadsheet-rows.ts'

/** Refused: nothing can be taken. Parked: a person has to say what is meant. Flagged: taken, and worth a look. */
export type StageSort = 'refused' | 'parked' | 'flagged'

export type StageRemark = {
  readonly sort: StageSort
  /** null is the row as a whole. */
  readonly column: string | null
  /** Its column is counted in cells, from 1. */
  readonly place: Place
  readonly message: string
}

/** A value, and whether it is only alleged. */
export type Value = { readonly text: string; readonly alleged: boolean; readonly column: number }

export class RowInHand {
  readonly remarks: StageRemark[] = []
  readonly row: SheetRow
  readonly #file: string
  readonly #header: readonly string[]
  readonly #fields: FieldColumns
  readonly #mapping: ColumnMapping

  constructor(
    file: string,
    header: readonly string[],
    row: SheetRow,
    fields: FieldColumns,
    mapping: ColumnMapping,
  ) {
    this.row = row
    this.#file = file
    this.#header = header
    this.#fields = fields
    this.#mapping = mapping
  }

  /** All filled cells that are taken for a field, in the order of their columns. */
  values(field: MappedField): readonly Value[] {
    return (this.#fields.get(field) ?? []).flatMap((column) => {
      const written = this.row.cells[column] ?? ''
      const { allegedMark } = this.#mapping
      const alleged = allegedMark !== '' && written.endsWith(allegedMark) && written !== allegedMark
      const text = alleged ? written.slice(0, -allegedMark.length).trim() : written
      return text === '' ? [] : [{ text, alleged, column }]
    })
  }

  value(field: MappedField): Value | undefined {
    return this.values(field)[0]
  }

  /** The text of a field; what is only alleged is said. */
  text(field: MappedField): string {
    const value = this.value(field)
    if (value?.alleged) this.flag(value, `${quote(value.text)} is only alleged.`)
    return value?.text ?? ''
  }

  has(field: MappedField): boolean {
    return this.value(field) !== undefined
  }

  /** Whether Excel holds the cell as a date. */
  isDated({ column }: Value): boolean {
    return this.row.dated.includes(column)
  }

  /** The name of a value's column. */
  headerOf({ column }: Value): string {
    return this.#header[column] ?? ''
  }

  refuse(value: Value | undefined, message: string): void {
    this.#remark('refused', value, message)
  }

  park(value: Value | undefined, message: string): void {
    this.#remark('parked', value, message)
  }

  flag(value: Value | undefined, message: string): void {
    this.#remark('flagged', value, message)
  }

  #remark(sort: StageSort, value: Value | undefined, message: string): void {
    this.remarks.push({
      sort,
      column: value ? this.headerOf(value) : null,
      place: { file: this.#file, line: this.row.number, column: (value?.column ?? 0) + 1 },
      message,
    })
  }
}
