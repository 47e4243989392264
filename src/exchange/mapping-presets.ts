/**
 * Shapes of table that come often: Demarche's own, one like the prisoner database of the United
 * States Congressional-Executive Commission on China (about forty fields, coded status, `?` for what
 * is alleged), and lists as organisations of the field keep them.
 */
import type { ColumnMapping, MappingPreset } from './column-mapping.ts'
import { PLAIN_MAPPING } from './column-mapping.ts'
import { fieldOfHeader, plainHeader } from './header-words.ts'
import type { MappedField } from './mapped-field.ts'

type Preset = {
  /** What its columns are, where the words of headers do not say it or say something else. */
  readonly fields: Readonly<Record<string, MappedField>>
  /** What it says beside its columns. */
  readonly settings: Partial<ColumnMapping>
  readonly isSeenIn: (headers: readonly string[]) => boolean
}

/** Codes of detention; what follows a hyphen says how (`REL-PSB`, `DEC-ill`). */
const CODED_STATUSES = {
  DET: 'detained',
  REL: 'released',
  DEC: 'died',
  ESC: 'escaped',
  UNK: 'none',
} as const

/** In words, by small letters. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  detained: 'detained',
  arrested: 'detained',
  imprisoned: 'detained',
  'in prison': 'detained',
  'in custody': 'detained',
  'in detention': 'detained',
  prison: 'detained',
  jailed: 'detained',
  serving: 'detained',
  'serving sentence': 'detained',
  'pre-trial detention': 'detained',
  'awaiting trial': 'detained',
  sentenced: 'sentenced',
  convicted: 'sentenced',
  released: 'released',
  free: 'released',
  freed: 'released',
  'released on bail': 'released-conditionally',
  'released conditionally': 'released-conditionally',
  'conditional release': 'released-conditionally',
  parole: 'released-conditionally',
  'house arrest': 'transferred',
  exile: 'exiled',
  exiled: 'exiled',
  'internal exile': 'exiled',
  'psychiatric hospital': 'committed',
  psychiatric: 'committed',
  pardoned: 'pardoned',
  amnestied: 'amnestied',
  rehabilitated: 'rehabilitated',
  expelled: 'expelled',
  deported: 'expelled',
  died: 'died',
  dead: 'died',
  deceased: 'died',
  'died in custody': 'died',
  refused: 'refused',
  permitted: 'permitted',
  departed: 'departed',
  emigrated: 'departed',
  arrived: 'arrived',
  escaped: 'escaped',
  unknown: 'none',
  'в заключении': 'detained',
  'под стражей': 'detained',
  арестован: 'detained',
  арестована: 'detained',
  задержан: 'detained',
  задержана: 'detained',
  сизо: 'detained',
  осужден: 'sentenced',
  осуждена: 'sentenced',
  освобожден: 'released',
  освобождена: 'released',
  'на свободе': 'released',
  'условно-досрочно': 'released-conditionally',
  ссылка: 'exiled',
  умер: 'died',
  умерла: 'died',
  неизвестно: 'none',
}

export const PRESETS: Readonly<Record<MappingPreset, Preset>> = {
  demarche: {
    fields: { id: 'their-id', kind: 'name-kind', person: 'their-id' },
    settings: { allegedMark: '', oneIdOnePerson: true },
    isSeenIn: (headers) =>
      headers.includes('id') &&
      headers.includes('name') &&
      headers.every((header) => DEMARCHE_COLUMNS.includes(header)),
  },
  'cecc-like': {
    fields: {
      'main name': 'name',
      'pinyin name': 'alias',
      'chinese name': 'original-name',
      'chinese characters': 'original-name',
      'ethnic group': 'nationality',
      religion: 'note',
      'issue category': 'ground',
      'detention status': 'status',
      'residence province': 'ignored',
      'residence county': 'place',
      'province where imprisoned': 'region',
      'province where detained': 'region',
      'current prison': 'held-at',
      'detention center': 'ignored',
      'sentencing court': 'authority',
      'trial court': 'authority',
      'appeal court': 'ignored',
      'appeal date': 'ignored',
      'legal process': 'note',
      'short summary': 'note',
      'charge statute': 'charge',
    },
    settings: { category: 'prisoner', statuses: CODED_STATUSES },
    isSeenIn: (headers) =>
      headers.filter((header) =>
        [
          'main name',
          'detention status',
          'issue category',
          'record number',
          'record no',
          'age at detention',
          'chinese name',
          'chinese characters',
          'current prison',
          'legal process',
          'religious name',
        ].includes(header),
      ).length >= 3,
  },
  'ngo-list': {
    fields: {},
    settings: { category: 'prisoner' },
    isSeenIn: (headers) => {
      const fields = headers.map((header) => fieldOfHeader(header)?.field)
      const isNamed = fields.some((field) => field === 'name' || field === 'family-name')
      const isHeld = fields.some(
        (field) =>
          field !== undefined &&
          ['detained', 'arrested', 'sentenced', 'sentence', 'held-at', 'charge'].includes(field),
      )
      return isNamed && isHeld
    },
  },
}

const DEMARCHE_COLUMNS = [
  ...['id', 'name', 'script', 'kind', 'birth', 'age', 'sex', 'nationality'],
  ...['place', 'occupation', 'category', 'withdrawn'],
]

/** The preset whose shape a header has. */
export function presetFor(header: readonly string[]): MappingPreset | null {
  const headers = header.map(plainHeader)
  const found = (['demarche', 'cecc-like', 'ngo-list'] as const).find((preset) =>
    PRESETS[preset].isSeenIn(headers),
  )
  return found ?? null
}

/** A mapping with what a preset says beside its columns. */
export function withPreset(preset: MappingPreset | null): ColumnMapping {
  return preset === null ? PLAIN_MAPPING : { ...PLAIN_MAPPING, ...PRESETS[preset].settings, preset }
}
