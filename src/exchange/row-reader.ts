/**
 * Reads the cells of one row as what they stand for. A cell that is not what its column holds is
 * refused with a sentence, and the row with it.
 *
 * Words, ids, dates and numbers are read without the blanks around them; prose is kept as written.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { LAST_DAY } from '../domain/basics/calendar-date.ts'
import { isId } from '../domain/basics/ids.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import type { CsvRow, CsvTable } from './csv-rows.ts'
import type { Referable } from './known-ids.ts'
import { anyOf, nearestName, quote } from './nearest-name.ts'
import { readNumber } from './plain-number.ts'
import { isRegisterId, notARegisterId } from './register-id.ts'
import type { Unread } from './report.ts'

// No historical date needs more; the library for the rare forms is slow on long texts.
const LONGEST_DATE = 64

/**
 * `11/1987` is a month as offices write it; read by the letter of the standard it would begin in the
 * twelfth century. A year has four digits.
 */
const A_CENTURY = /(?:^|\/)-?\d{1,3}[~?%]?(?:\/|$)/

/** The same few ids, reporters and words come in every row: one string for all of them. */
const LONGEST_SHARED = 64

export class RowReader {
  readonly #table: CsvTable
  readonly #row: CsvRow
  readonly #shared: Map<string, string>
  refused = false
  #because: Unread | undefined
  #hasOwnFault = false

  constructor(table: CsvTable, row: CsvRow, shared: Map<string, string>) {
    this.#table = table
    this.#row = row
    this.#shared = shared
  }

  get line(): number {
    return this.#row.line
  }

  /** The file that could not be read, where the row is refused for that alone. */
  get because(): Unread | undefined {
    return this.#hasOwnFault ? undefined : this.#because
  }

  get row(): CsvRow {
    return this.#row
  }

  refuse(column: string, message: () => string): undefined {
    this.refused = true
    this.#hasOwnFault = true
    this.#table.refuse(this.#row, column, message)
    return undefined
  }

  /** Says something of the row that stops nothing. */
  remark(column: string, message: () => string): void {
    this.#table.remark(this.#row, column, message)
  }

  /** As written, blanks included. */
  text(column: string): string {
    return this.#table.cell(this.#row, column)
  }

  word(column: string): string {
    const word = this.text(column).trim()
    if (word === '' || word.length > LONGEST_SHARED) return word
    const shared = this.#shared.get(word)
    if (shared !== undefined) return shared
    this.#shared.set(word, word)
    return word
  }

  required(column: string, what: string): string | undefined {
    const word = this.word(column)
    return word === '' ? this.refuse(column, () => `${what} is missing.`) : word
  }

  requiredText(column: string, what: string): string | undefined {
    const text = this.text(column)
    return text.trim() === '' ? this.refuse(column, () => `${what} is missing.`) : text
  }

  id(column: string, what: string): string | undefined {
    const id = this.required(column, what)
    if (id === undefined || isId(id)) return id
    return this.refuse(column, () => notAnId(id))
  }

  /** The id of a person, family, case, list or engagement, where it stands for itself. */
  registerId(column: string, what: string): string | undefined {
    const id = this.required(column, what)
    if (id === undefined || isRegisterId(id)) return id
    return this.refuse(column, () => notARegisterId(id))
  }

  /** An id that must stand in another file; empty is null. */
  reference(column: string, ids: Referable): string | null | undefined {
    const id = this.word(column)
    return id === '' ? null : this.refer(column, ids, id)
  }

  requiredReference(column: string, ids: Referable, what: string): string | undefined {
    const id = this.required(column, what)
    return id === undefined ? undefined : this.refer(column, ids, id)
  }

  /** Several ids, each of which must stand in another file, with `;` between them. */
  references(column: string, ids: Referable): readonly string[] | undefined {
    const written = this.word(column)
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
    const there = written.filter((id) => this.refer(column, ids, id) !== undefined)
    return there.length === written.length ? there : undefined
  }

  /** An id that the cell stands for, alone or with others. */
  refer(column: string, ids: Referable, id: string): string | undefined {
    if (ids.has(id)) return id
    const unread = ids.unread(id)
    if (!unread) return this.refuse(column, () => ids.whyNot(id))
    this.refused = true
    this.#because = unread
    this.#table.refuseConsequence(this.#row, column, unread)
    return undefined
  }

  oneOf<Word extends string>(column: string, allowed: readonly Word[]): Word | null | undefined {
    const word = this.word(column)
    if (word === '') return null
    const found = allowed.find((each) => each === word)
    return found ?? this.refuse(column, () => notOneOf(word, allowed))
  }

  requiredOneOf<Word extends string>(
    column: string,
    allowed: readonly Word[],
    what: string,
  ): Word | undefined {
    if (this.word(column) === '')
      return this.refuse(column, () => `${what} is missing; it is ${anyOf(allowed)}.`)
    return this.oneOf(column, allowed) ?? undefined
  }

  date(column: string): UncertainDate | null | undefined {
    const text = this.word(column)
    if (text === '') return null
    const date = readDate(text)
    return date ?? this.refuse(column, () => notADate(text))
  }

  /** A day that must be there; of a month or year the last one. */
  requiredDay(column: string, what: string): CalendarDate | undefined {
    if (this.word(column) === '') return this.refuse(column, () => `${what} is missing.`)
    return this.day(column) ?? undefined
  }

  requiredDate(column: string, what: string): UncertainDate | undefined {
    if (this.word(column) === '') return this.refuse(column, () => `${what} is missing.`)
    return this.date(column) ?? undefined
  }

  /** A day; of a month or year that is given in its place the last one (rules R3). */
  day(column: string): CalendarDate | null | undefined {
    const date = this.date(column)
    if (!date) return date
    if (date.latest !== LAST_DAY) return date.latest
    return this.refuse(column, () => `${quote(date.text)} has no last day; a day was expected.`)
  }

  /** A number with a point for decimals; empty is null. */
  number(column: string): number | null | undefined {
    const text = this.text(column).trim()
    if (text === '') return null
    const read = readNumber(text)
    return typeof read === 'number' ? read : this.refuse(column, () => read.message)
  }
}

/** An EDTF date. `undefined` when it is not one. */
export function readDate(text: string): UncertainDate | undefined {
  if (text.length > LONGEST_DATE || A_CENTURY.test(text)) return undefined
  return parseUncertainDate(text)
}

export function notADate(text: string): string {
  return `${quote(text)} is not a date; expected is 1987-04-01, 1987-04, 1987, 1987-04~ or 1987-03/1987-09 (EDTF).`
}

export function notAnId(id: string): string {
  return `${quote(id)} is not an id; an id is a letter, then letters, digits, “-”, “/” or “_”.`
}

export function notOneOf(word: string, allowed: readonly string[]): string {
  const near = nearestName(word, allowed)
  const hint = near === undefined ? '' : ` Did you mean ${quote(near)}?`
  return `${quote(word)} is not ${anyOf(allowed)}.${hint}`
}
