/** No count of people is shown without its unit. */
export const COUNTING_UNITS = ['person', 'family'] as const
export type CountingUnit = (typeof COUNTING_UNITS)[number]

/** `persons` and `family units`, of one `person` and `family unit`. */
export function unitNoun(unit: CountingUnit, count: number): string {
  const noun = unit === 'family' ? 'family unit' : 'person'
  return count === 1 ? noun : `${noun}s`
}
