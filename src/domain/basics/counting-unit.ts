/** No count of people is shown without its unit. */
export const COUNTING_UNITS = ['person', 'family'] as const
export type CountingUnit = (typeof COUNTING_UNITS)[number]
