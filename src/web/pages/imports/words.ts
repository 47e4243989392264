/** The words of the import on screen: what a column may be, and what becomes of a row. */
import type { SpreadsheetRowJson } from '../../../contract/spreadsheet-imports.ts'

export type Outcome = SpreadsheetRowJson['outcome']

export const OUTCOMES: readonly Outcome[] = ['taken', 'on-record', 'review', 'parked', 'refused']

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  taken: 'taken',
  'on-record': 'on record already',
  review: 'to review',
  parked: 'parked',
  refused: 'refused',
}
export const OUTCOME_GLYPHS: Readonly<Record<Outcome, string>> = {
  taken: '●',
  'on-record': '=',
  review: '?',
  parked: '◌',
  refused: '○',
}
export const OUTCOME_HINTS: Readonly<Record<Outcome, string>> = {
  taken: 'new in the register',
  'on-record': 'nothing new in them',
  review: 'may be someone known; a person decides',
  parked: 'something has to be said first',
  refused: 'nothing can be taken from them',
}

/** What a column may be taken for, in groups. */
export const FIELD_GROUPS: readonly (readonly [
  string,
  readonly (readonly [field: string, words: string])[],
])[] = [
  [
    'Name',
    [
      ['name', 'whole name'],
      ['family-name', 'family name'],
      ['given-name', 'given name'],
      ['patronymic', 'patronymic'],
      ['alias', 'other names, aliases'],
      ['religious-name', 'religious name'],
      ['original-name', 'name in its own script'],
      ['name-kind', 'kind of name'],
      ['script', 'script of the name'],
    ],
  ],
  [
    'Person',
    [
      ['birth', 'date or year of birth'],
      ['age', 'age'],
      ['age-at-detention', 'age at detention'],
      ['sex', 'sex'],
      ['nationality', 'nationality'],
      ['place', 'place'],
      ['occupation', 'occupation'],
    ],
  ],
  [
    'Case',
    [
      ['category', 'category'],
      ['ground', 'ground'],
      ['charge', 'charge, articles'],
      ['region', 'region'],
      ['authority', 'authority that decides'],
      ['status', 'status'],
      ['held-at', 'where held'],
      ['note', 'note, narrative'],
    ],
  ],
  [
    'Day on which … happened',
    [
      ['detained', 'detained'],
      ['arrested', 'arrested'],
      ['charged', 'charged'],
      ['tried', 'tried'],
      ['sentenced', 'sentenced'],
      ['released', 'released'],
      ['refused', 'refused exit'],
      ['permitted', 'permitted to leave'],
      ['departed', 'departed'],
      ['arrived', 'arrived'],
      ['died', 'died'],
    ],
  ],
  [
    'Sentence',
    [
      ['sentence', 'sentence'],
      ['sentence-years', 'its years'],
      ['sentence-months', 'its months'],
      ['sentence-weeks', 'its weeks'],
      ['sentence-days', 'its days'],
    ],
  ],
  [
    'Source',
    [
      ['their-id', 'their own id or number'],
      ['source', 'source'],
      ['source-place', 'page or place in the source'],
    ],
  ],
]

export const PRESET_WORDS = [
  ['cecc-like', 'a database of prisoners with coded statuses, as the CECC’s'],
  ['ngo-list', 'an organisation’s list of prisoners'],
  ['demarche', 'Demarche’s own export'],
] as const

const WORDS = new Map(FIELD_GROUPS.flatMap(([, fields]) => fields))

export function fieldWords(field: string): string {
  return field === 'ignored' ? 'not taken' : (WORDS.get(field) ?? field)
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
