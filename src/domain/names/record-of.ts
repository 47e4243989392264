/** What the index knows of one of its persons, as a record that can be looked up in turn. */
import type { DayNumber } from '../basics/calendar-date.ts'
import { UNKNOWN } from './field-columns.ts'
import type { TextColumn } from './field-columns.ts'
import type { NameIndex } from './name-index.ts'
import type { NameRecord } from './name-record.ts'

export function recordOf(index: NameIndex, person: number): NameRecord {
  return {
    ...fieldsOf(index, person),
    names: index.rowsOf(person).map((row) => ({
      value: index
        .formsOfRow(row)
        .map(({ form }) => form)
        .join(' '),
    })),
  }
}

/** The same without the names. */
export function fieldsOf(index: NameIndex, person: number): NameRecord {
  const { fields } = index
  const text = (column: TextColumn) => {
    const number = column.values.at(person)
    return number === 0 ? undefined : column.texts[number]
  }
  const [sex, place, category, origin] = [
    text(fields.sex),
    text(fields.place),
    text(fields.category),
    text(fields.origin),
  ]
  const identifiers: Record<string, string> = {}
  for (const [kind, column] of fields.identifiers) {
    const value = text(column)
    if (value !== undefined) identifiers[kind] = value
  }
  const earliest = fields.earliest.at(person)
  const years = fields.ages.at(person)
  const on = fields.agesOn.at(person)
  return {
    id: index.personIds[person] ?? '',
    names: [],
    ...(earliest !== UNKNOWN && {
      birth: { earliest: earliest as DayNumber, latest: fields.latest.at(person) as DayNumber },
    }),
    ...(years !== UNKNOWN && {
      age: on === UNKNOWN ? { years } : { years, on: on as DayNumber },
    }),
    ...(sex !== undefined && { sex }),
    ...(place !== undefined && { place }),
    ...(category !== undefined && { category }),
    ...(origin !== undefined && { origin }),
    ...(Object.keys(identifiers).length > 0 && { identifiers }),
  }
}
