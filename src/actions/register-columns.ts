/** The columns of the register as text: what a row says, several cases one after the other. */
import { CONSENT_USES } from '../domain/access/consent.ts'
import type { RowSeen } from './register-rows.ts'

export const EXPORT_HEADERS = {
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
} as const
export type ExportColumn = keyof typeof EXPORT_HEADERS

const BETWEEN = '; '

export function exportCell(row: RowSeen, column: ExportColumn): string {
  switch (column) {
    case 'name':
      return row.names[0]?.name ?? ''
    case 'other-names':
      return row.names
        .slice(1)
        .map(({ name }) => name)
        .join(BETWEEN)
    case 'id':
      return row.person
    case 'birth':
      return row.birth.join(' or ')
    case 'sex':
    case 'nationality':
    case 'place':
    case 'occupation':
      return row[column]
    case 'category':
    case 'region':
    case 'authority':
      return row.cases.map((each) => each[column]).join(BETWEEN)
    case 'state':
      return row.cases.map(({ words, doubt }) => [words, ...doubt].join('. ')).join(BETWEEN)
    case 'since':
      return row.cases.map(({ since }) => since ?? '').join(BETWEEN)
    case 'resolved':
      return row.cases.map(({ resolved }) => (resolved ? 'yes' : 'no')).join(BETWEEN)
    case 'family':
      return row.families.join(BETWEEN)
    case 'lists':
      return row.lists.join(BETWEEN)
    case 'consent':
      return CONSENT_USES.map((use) => `${use}: ${row.consent[use]}`).join(BETWEEN)
    case 'urgency':
      return row.urgency.join(' ')
    case 'last-known':
      return row.lastKnown ?? ''
  }
}
