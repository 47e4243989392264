/** What a column of somebody's table may be taken for. */

/** Columns of days on which something happened, and the kind of case event each is. */
export const DATE_FIELDS = {
  detained: 'detained',
  /** Their arrest; where the table has no detention, it is one. */
  arrested: 'arrested',
  charged: 'charged',
  tried: 'tried',
  sentenced: 'sentenced',
  released: 'released',
  refused: 'refused',
  permitted: 'permitted',
  departed: 'departed',
  arrived: 'arrived',
  died: 'died',
} as const satisfies Readonly<Record<string, string>>
export type DateField = keyof typeof DATE_FIELDS

/** May stand in one column only. */
export const SINGLE_FIELDS = [
  'name',
  'family-name',
  'given-name',
  'patronymic',
  'name-kind',
  'script',
  'birth',
  'age',
  'age-at-detention',
  'sex',
  'nationality',
  'place',
  'occupation',
  'category',
  'region',
  'authority',
  'held-at',
  'sentence',
  'sentence-years',
  'sentence-months',
  'sentence-weeks',
  'sentence-days',
  'status',
  'source',
  'source-place',
  'their-id',
] as const

/** Several columns may be taken for these. */
export const REPEATED_FIELDS = [
  'alias',
  'religious-name',
  'original-name',
  'ground',
  'charge',
  'note',
  'ignored',
] as const

export type MappedField =
  DateField | (typeof SINGLE_FIELDS)[number] | (typeof REPEATED_FIELDS)[number]

export function isDateField(field: string): field is DateField {
  return Object.hasOwn(DATE_FIELDS, field)
}

export function isMappedField(field: string): field is MappedField {
  const words: readonly string[] = [...SINGLE_FIELDS, ...REPEATED_FIELDS]
  return isDateField(field) || words.includes(field)
}

export function mayRepeat(field: MappedField): boolean {
  const repeated: readonly string[] = REPEATED_FIELDS
  return repeated.includes(field)
}
