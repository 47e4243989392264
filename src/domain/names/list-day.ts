/**
 * The day for which the ages of a list hold, where the list does not say it: those who are found in
 * the register by name, and whose birth is known there, show it.
 */
import type { DayNumber } from '../basics/calendar-date.ts'
import { UNKNOWN } from './field-columns.ts'
import { matcherOf } from './find-matches.ts'
import type { NameIndex } from './name-index.ts'
import type { NameRecord } from './name-record.ts'

const ASKED = 600
const LEAST_SHOWN = 8
const LEAST_PROBABILITY = 0.3
const DAYS_A_YEAR = 365.2425

/** The records with a day to each age that has none; as they are where nothing shows it. */
export function withListDay(
  index: NameIndex,
  records: readonly NameRecord[],
): readonly NameRecord[] {
  const undated = records.filter(({ age }) => age && age.on === undefined)
  if (undated.length === 0 || index.fields.birthsKnown === 0) return records
  const day = dayShownBy(index, undated)
  if (day === undefined) return records
  return records.map((record) =>
    record.age && record.age.on === undefined
      ? { ...record, age: { years: record.age.years, on: day } }
      : record,
  )
}

function dayShownBy(index: NameIndex, records: readonly NameRecord[]): DayNumber | undefined {
  const matcher = matcherOf(index)
  const step = Math.max(1, Math.floor(records.length / ASKED))
  const days: number[] = []
  for (let at = 0; at < records.length; at += step) {
    const record = records[at]
    if (!record?.age) continue
    const [best] = matcher.find(record, 1)
    const person = best ? index.numberOf(best.person) : undefined
    if (!best || person === undefined || best.probability < LEAST_PROBABILITY) continue
    const earliest = index.fields.earliest.at(person)
    if (earliest === UNKNOWN) continue
    const middle = (earliest + index.fields.latest.at(person)) / 2
    days.push(middle + (record.age.years + 0.5) * DAYS_A_YEAR)
  }
  if (days.length < LEAST_SHOWN) return undefined
  days.sort((a, b) => a - b)
  return Math.round(days[days.length >> 1] ?? 0) as DayNumber
}
