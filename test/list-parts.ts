/**
 * A small register of this year with a list to be made of it, invented: three families who want to
 * leave, one of them resolved, and a prisoner who has not been asked whether he may be listed.
 */
import type {
  CaseId,
  FamilyId,
  ListId,
  PersonId,
  SourceId,
  SubjectId,
} from '../src/domain/basics/ids.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { ConsentEntry } from '../src/domain/access/consent.ts'
import type { CaseEntry } from '../src/domain/cases/case.ts'
import type { CaseEventEntry } from '../src/domain/cases/case-event.ts'
import type { FamilyMember } from '../src/domain/cases/family-unit.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import type { FolderParts } from '../src/exchange/folder-content.ts'

const person = (id: string) => id as PersonId
const family = (id: string) => id as FamilyId
const subject = (id: string) => id as SubjectId
const ofCase = (id: string) => id as CaseId

const aName = (given: Partial<PersonName>): PersonName => ({
  entry: 0,
  person: person('p-10'),
  name: '',
  script: 'Latn',
  kind: 'official',
  birth: null,
  sex: 'm',
  nationality: '',
  place: '',
  occupation: '',
  withdrawn: null,
  ...given,
})

const aMember = (given: Partial<FamilyMember>): FamilyMember => ({
  entry: 0,
  family: family('f-10'),
  person: person('p-10'),
  role: 'head',
  withdrawn: null,
  ...given,
})

const aCase = (given: Partial<CaseEntry>): CaseEntry => ({
  entry: 0,
  id: ofCase('c-10'),
  subject: subject('f-10'),
  category: 'refused-exit',
  ground: '',
  region: '',
  authority: 'OVIR',
  opened: null,
  withdrawn: null,
  ...given,
})

const aCaseEvent = (given: Partial<CaseEventEntry>): CaseEventEntry => ({
  entry: 0,
  case: ofCase('c-10'),
  person: null,
  kind: 'refused',
  date: uncertainDate('2025'),
  known: null,
  verification: 'confirmed',
  detail: '',
  source: 'jta-1988-08-03' as SourceId,
  at: 'p. 3',
  withdrawn: null,
  ...given,
})

const aConsent = (given: Partial<ConsentEntry>): ConsentEntry => ({
  entry: 0,
  subject: subject('f-10'),
  use: 'list-to-the-government',
  answer: 'yes',
  by: 'family',
  date: uncertainDate('2026-01-10'),
  expires: null,
  withdrawn: null,
  ...given,
})

const refused = (id: string, on: string) =>
  aCaseEvent({ case: ofCase(id), kind: 'refused', date: uncertainDate(on), detail: '' })

/** `c-10` and `c-11` qualify by two refusals, `c-12` has arrived, `c-13` is a prisoner without consent. */
export function listParts(): FolderParts {
  return {
    register: {
      persons: [
        aName({
          person: person('p-10'),
          name: 'Pavel Orlenko',
          birth: uncertainDate('1961-04-02'),
        }),
        aName({
          person: person('p-10'),
          name: 'Павел Орленко',
          script: 'Cyrl',
          birth: null,
        }),
        aName({ person: person('p-11'), name: 'Irina Orlenko', sex: 'f', birth: null }),
        aName({ person: person('p-12'), name: 'Lev Marduk', birth: uncertainDate('1955') }),
        aName({ person: person('p-13'), name: 'Sofia Hartung', sex: 'f', birth: null }),
        aName({ person: person('p-14'), name: 'Tomas Belan', birth: uncertainDate('1970-10-10') }),
      ],
      families: [
        aMember({ family: family('f-10'), person: person('p-10') }),
        aMember({ family: family('f-10'), person: person('p-11'), role: 'spouse' }),
      ],
      cases: [
        aCase({ id: ofCase('c-10'), subject: subject('f-10'), region: 'North' }),
        aCase({ id: ofCase('c-11'), subject: subject('p-12'), region: 'South' }),
        aCase({ id: ofCase('c-12'), subject: subject('p-13'), region: '' }),
        aCase({ id: ofCase('c-13'), subject: subject('p-14'), category: 'prisoner' }),
      ],
      caseEvents: [
        refused('c-10', '2025-05-01'),
        refused('c-10', '2026-09-01'),
        refused('c-11', '2024'),
        refused('c-11', '2026-10-01'),
        refused('c-12', '2025-01-01'),
        refused('c-12', '2025-06-01'),
        aCaseEvent({ case: ofCase('c-12'), kind: 'arrived', date: uncertainDate('2026-08-01') }),
        aCaseEvent({ case: ofCase('c-13'), kind: 'detained', date: uncertainDate('2026-07-01') }),
      ],
      contacts: [],
      consents: [
        aConsent({ subject: subject('f-10'), date: uncertainDate('2026-01-10') }),
        aConsent({ subject: subject('p-12'), date: uncertainDate('2026-01-11') }),
      ],
      merges: [],
    },
    lists: {
      lists: [
        {
          entry: 0,
          id: 'XIX' as ListId,
          number: 'XIX',
          title: 'List nineteen',
          rule: '',
          withdrawn: null,
        },
      ],
      versions: [
        {
          entry: 0,
          list: 'XIX' as ListId,
          version: '1',
          date: calendarDate('2025-02-01'),
          withdrawn: null,
        },
      ],
      entries: ['c-11', 'c-12'].map((id) => ({
        entry: 0,
        list: 'XIX' as ListId,
        version: '1',
        case: ofCase(id),
        category: 'refused-exit',
        region: id === 'c-11' ? 'South' : '',
        withdrawn: null,
      })),
      presentations: [
        {
          entry: 0,
          list: 'XIX' as ListId,
          version: '1',
          date: calendarDate('2025-02-10'),
          by: 'Ambassador',
          to: 'Deputy minister',
          rank: 'deputy minister',
          channel: 'meeting',
          received: 'accepted',
          withdrawn: null,
        },
      ],
      responses: [],
    },
    engagements: [],
  }
}
