/**
 * Which versions of reference rows are new: sources, series, goals and the like, of which the latest
 * version of each stands. An equal one adds nothing.
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { UncertainDate } from '../domain/basics/uncertain-date.ts'
import type { Waiver } from '../domain/goals/waiver.ts'
import type { NumberedWaiver } from '../store/waivers.ts'
import { ActionRefused } from './errors.ts'
import type { Sorted } from './new-rows.ts'

type Version = object & { readonly withdrawn?: CalendarDate | null }

/**
 * The rows that are not on record as they are; where some differ in `withdrawn` alone, the last of
 * them. A row that leaves `withdrawn` open does not bring back what is withdrawn on record. Throws
 * `ActionRefused` (invalid) when the rows that come in hold one of them with different contents.
 */
export function newVersions<T extends Version>(
  name: string,
  keyOf: (row: T) => string,
  onRecord: readonly T[],
  incoming: readonly T[],
): Sorted<T> {
  const standing = new Map(onRecord.map((row) => [keyOf(row), row]))
  const given = new Map<string, T>()
  for (const row of incoming) {
    const before = given.get(keyOf(row))
    if (before && contentOf(before) !== contentOf(row))
      throw new ActionRefused(
        'invalid',
        `The ${name} ${keyOf(row)} is given twice, with different content.`,
      )
    given.set(keyOf(row), row)
  }
  const rows = [...given].filter(([key, row]) => adds(row, standing.get(key))).map(([, row]) => row)
  return { rows, unchanged: incoming.length - rows.length }
}

function adds(row: Version, there: Version | undefined): boolean {
  if (!there || contentOf(row) !== contentOf(there)) return true
  const withdrawn = row.withdrawn ?? null
  return withdrawn !== null && withdrawn !== there.withdrawn
}

/** Waivers have no id: those alike in benchmark, grantor and first day are counted through. */
export function numbered(waivers: readonly Waiver[]): NumberedWaiver[] {
  const counts = new Map<string, number>()
  return waivers.map((waiver) => {
    const key = JSON.stringify([waiver.benchmark, waiver.by, waiver.from.text])
    const occurrence = (counts.get(key) ?? 0) + 1
    counts.set(key, occurrence)
    return { waiver, occurrence }
  })
}

/** What a row says as text, whatever the order of its keys: not its number, nor whether it still stands. */
function contentOf(row: object): string {
  return JSON.stringify(row, (key, value: unknown) => {
    if (key === 'entry' || key === 'withdrawn') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    if (isUncertainDate(value)) return value.text
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function isUncertainDate(value: object): value is UncertainDate {
  return 'text' in value && 'earliest' in value && 'latest' in value
}
