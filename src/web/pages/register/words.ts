/** The words of the register on screen: uses of consent, how they stand, columns, scripts. */
import type { PersonPageJson, RegisterColumnName } from '../../../contract/register.ts'

type Consent = PersonPageJson['consents'][number]
export type Use = Consent['use']
export type ConsentStandingShown = Consent['standing']

export const USE_WORDS: Readonly<Record<Use, string>> = {
  hold: 'Hold data',
  'raise-privately': 'Raise privately',
  'list-to-the-government': 'List to the government',
  'name-publicly': 'Name publicly',
  'pass-on': 'Pass on',
}
export const USES = Object.keys(USE_WORDS) as Use[] // the keys are the type

export const CONSENT_WORDS: Readonly<Record<ConsentStandingShown, string>> = {
  yes: 'yes',
  no: 'refused',
  unknown: 'not known',
  expired: 'expired',
  withdrawn: 'withdrawn',
}
export const CONSENT_GLYPHS: Readonly<Record<ConsentStandingShown, string>> = {
  yes: '●',
  no: '○',
  unknown: '?',
  expired: '◌',
  withdrawn: '○',
}
export const CONSENT_STANDINGS = Object.keys(CONSENT_WORDS) as ConsentStandingShown[] // as above

export const COLUMN_WORDS: Readonly<Record<RegisterColumnName, string>> = {
  name: 'Name',
  'other-names': 'Other names',
  id: 'Id',
  birth: 'Born',
  sex: 'Sex',
  nationality: 'Nationality',
  place: 'Place',
  occupation: 'Occupation',
  category: 'Category',
  state: 'State',
  since: 'Since',
  resolved: 'Resolved',
  region: 'Region',
  authority: 'Authority',
  family: 'Family',
  lists: 'Lists',
  consent: 'Consent',
  urgency: 'Urgent',
  'last-known': 'Last known',
}

export const NAME_KIND_WORDS = {
  official: 'official',
  legal: 'legal',
  religious: 'religious',
  patronymic: 'patronymic',
  alias: 'also called',
  spelling: 'spelling',
} as const

const SCRIPTS: Readonly<Record<string, string>> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
  Geor: 'Georgian',
  Armn: 'Armenian',
  Hani: 'Chinese',
  Hans: 'Chinese, simplified',
  Hant: 'Chinese, traditional',
  Hang: 'Korean',
  Kore: 'Korean',
  Jpan: 'Japanese',
  Kana: 'Japanese',
  Grek: 'Greek',
  Deva: 'Devanagari',
  Mymr: 'Burmese',
  Tibt: 'Tibetan',
  Thai: 'Thai',
  Ethi: 'Ethiopic',
}

/** `Cyrl` as Cyrillic; a code that has no word here stays a code. */
export const scriptInWords = (code: string) => SCRIPTS[code] ?? code

/** `divided-spouse` as `divided spouse`: hyphens are for files, but `re-detained` is one word. */
export const plain = (token: string) => token.replaceAll(/(?<!^re)-/g, ' ')
