/** Rows of a register and of lists for tests: an invented family and a prisoner, filled in the same way every time. */
import type { ConsentEntry } from '../src/domain/access/consent.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import type {
  CaseId,
  EngagementId,
  FamilyId,
  ListId,
  PersonId,
  SourceId,
  SubjectId,
} from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { CaseEntry } from '../src/domain/cases/case.ts'
import type { CaseEventEntry } from '../src/domain/cases/case-event.ts'
import type { ContactEntry } from '../src/domain/cases/contact.ts'
import type { FamilyMember } from '../src/domain/cases/family-unit.ts'
import type { MergeEntry } from '../src/domain/cases/merge.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import type { EngagementEntry } from '../src/domain/engagement/engagement.ts'
import type { ListEntry } from '../src/domain/lists/representation-list.ts'
import type { ListResponse } from '../src/domain/lists/response.ts'
import type { RegisterParts } from '../src/actions/register-import.ts'

export const HEAD = 'p-1' as PersonId
export const SPOUSE = 'p-2' as PersonId
export const PRISONER = 'p-3' as PersonId
export const FAMILY = 'f-1' as FamilyId
export const EXIT_CASE = 'c-1' as CaseId
export const PRISON_CASE = 'c-2' as CaseId
export const LIST = 'XVI' as ListId

export function aName(given: Partial<PersonName> = {}): PersonName {
  return {
    entry: 0,
    person: HEAD,
    name: 'Karl Velonin',
    script: 'Latn',
    kind: 'official',
    birth: uncertainDate('1948-01-20'),
    sex: 'm',
    nationality: '',
    place: 'Moscow',
    occupation: 'engineer',
    withdrawn: null,
    ...given,
  }
}

export function aMember(given: Partial<FamilyMember> = {}): FamilyMember {
  return { entry: 0, family: FAMILY, person: HEAD, role: 'head', withdrawn: null, ...given }
}

export function aCase(given: Partial<CaseEntry> = {}): CaseEntry {
  return {
    entry: 0,
    id: EXIT_CASE,
    subject: FAMILY,
    category: 'refused-exit',
    ground: '',
    region: 'RSFSR',
    authority: 'OVIR',
    opened: uncertainDate('1979'),
    withdrawn: null,
    ...given,
  }
}

export function aCaseEvent(given: Partial<CaseEventEntry> = {}): CaseEventEntry {
  return {
    entry: 0,
    case: EXIT_CASE,
    person: null,
    kind: 'refused',
    date: uncertainDate('1979-05'),
    known: null,
    verification: null,
    detail: 'knows secrets of a factory',
    source: 'jta-1988-08-03' as SourceId,
    at: 'p. 3',
    withdrawn: null,
    ...given,
  }
}

export function aContact(given: Partial<ContactEntry> = {}): ContactEntry {
  return {
    entry: 0,
    subject: FAMILY as SubjectId,
    date: uncertainDate('1986-02-01'),
    with: 'a sister of Velonin',
    role: 'family',
    words: 'he is ill',
    promised: 'inclusion: XVI',
    known: calendarDate('1986-02-02'),
    withdrawn: null,
    ...given,
  }
}

export function aConsent(given: Partial<ConsentEntry> = {}): ConsentEntry {
  return {
    entry: 0,
    subject: FAMILY as SubjectId,
    use: 'list-to-the-government',
    answer: 'yes',
    by: 'Karl Velonin',
    date: uncertainDate('1986-02-01'),
    expires: null,
    withdrawn: null,
    ...given,
  }
}

export function aMerge(given: Partial<MergeEntry> = {}): MergeEntry {
  return {
    entry: 0,
    kept: HEAD,
    merged: PRISONER,
    known: calendarDate('1987-01-01'),
    by: 'Ann',
    reason: 'the same mother',
    undone: null,
    ...given,
  }
}

export function aListEntry(given: Partial<ListEntry> = {}): ListEntry {
  return {
    entry: 0,
    list: LIST,
    version: '1',
    case: EXIT_CASE,
    category: 'refused-exit',
    region: 'RSFSR',
    withdrawn: null,
    ...given,
  }
}

export function aResponse(given: Partial<ListResponse> = {}): ListResponse {
  return {
    entry: 0,
    list: LIST,
    version: '1',
    case: EXIT_CASE,
    date: calendarDate('1986-05-10'),
    code: 'refuses',
    words: 'Velonin knows secrets',
    withdrawn: null,
    ...given,
  }
}

export function anEngagement(given: Partial<EngagementEntry> = {}): EngagementEntry {
  return {
    entry: 0,
    id: 'e-1' as EngagementId,
    date: calendarDate('1986-03-10'),
    instrument: 'list-presentation',
    visibility: 'quiet',
    audience: 'Deputy minister',
    handler: 'Ambassador',
    title: 'List XVI handed over',
    objectives: '',
    judgement: '',
    words: 'he asked who Velonin is',
    lists: [LIST],
    cases: [EXIT_CASE],
    undertakings: [],
    withdrawn: null,
    ...given,
  }
}

/** A family of two with an exit case, a prisoner, a list that was handed over, and an answer. */
export function someParts(given: Partial<RegisterParts['register']> = {}): RegisterParts {
  return {
    register: {
      persons: [
        aName(),
        aName({ name: 'Карл Велонин', script: 'Cyrl', kind: 'spelling', birth: null }),
        aName({ person: SPOUSE, name: 'Anna Velonina', birth: uncertainDate('1950?'), sex: 'f' }),
        aName({ person: PRISONER, name: 'Boris Tarkhov', birth: '1950-02-31', place: 'Kiev' }),
      ],
      families: [aMember(), aMember({ person: SPOUSE, role: 'spouse' })],
      cases: [
        aCase(),
        aCase({ id: PRISON_CASE, subject: PRISONER as SubjectId, category: 'prisoner' }),
      ],
      caseEvents: [
        aCaseEvent(),
        aCaseEvent({
          person: SPOUSE,
          kind: 'permitted',
          date: uncertainDate('1987-03'),
          detail: '',
        }),
        aCaseEvent({
          case: PRISON_CASE,
          kind: 'detained',
          date: uncertainDate('1981'),
          source: null,
        }),
      ],
      contacts: [aContact()],
      consents: [aConsent()],
      merges: [aMerge()],
      ...given,
    },
    lists: {
      lists: [
        { entry: 0, id: LIST, number: 'XVI', title: 'List sixteen', rule: '', withdrawn: null },
      ],
      versions: [
        { entry: 0, list: LIST, version: '1', date: calendarDate('1986-03-01'), withdrawn: null },
      ],
      entries: [aListEntry()],
      presentations: [
        {
          entry: 0,
          list: LIST,
          version: '1',
          date: calendarDate('1986-03-10'),
          by: 'Ambassador',
          to: 'Deputy minister',
          rank: '',
          channel: 'meeting',
          received: 'accepted',
          withdrawn: null,
        },
      ],
      responses: [aResponse()],
    },
    engagements: [anEngagement()],
  }
}
