/** Registers and lists for tests, told in short and filled in the same way every time. */
import type { ConsentEntry } from '../src/domain/access/consent.ts'
import { calendarDate } from '../src/domain/basics/calendar-date.ts'
import type { CalendarDate } from '../src/domain/basics/calendar-date.ts'
import type {
  CaseId,
  FamilyId,
  ListId,
  PersonId,
  SourceId,
  SubjectId,
} from '../src/domain/basics/ids.ts'
import { uncertainDate } from '../src/domain/basics/uncertain-date.ts'
import type { CaseEntry } from '../src/domain/cases/case.ts'
import type { CaseEventEntry } from '../src/domain/cases/case-event.ts'
import type { RegisterOptions } from '../src/domain/cases/case-history.ts'
import type { ContactEntry } from '../src/domain/cases/contact.ts'
import type { FamilyMember } from '../src/domain/cases/family-unit.ts'
import type { MergeEntry } from '../src/domain/cases/merge.ts'
import type { PersonName } from '../src/domain/cases/person.ts'
import { openRegister } from '../src/domain/cases/register.ts'
import type { Register } from '../src/domain/cases/register.ts'
import type { ListRecord } from '../src/domain/lists/list-record.ts'
import type { Presentation } from '../src/domain/lists/presentation.ts'
import type { ListEntry, ListVersion } from '../src/domain/lists/representation-list.ts'
import type { ListResponse } from '../src/domain/lists/response.ts'

/** Known all along unless a row says otherwise; `tass` speaks for the counterpart. */
export const REGISTER_OPTIONS: RegisterOptions = {
  publishedOf: () => null,
  speaksForCounterpart: (id) => id === 'tass',
  enteredOn: () => null,
}

const day = (text: string | undefined) => (text === undefined ? null : calendarDate(text))

export function aName(person: string, name: string, more: Partial<PersonName> = {}): PersonName {
  return {
    entry: 0,
    person: person as PersonId,
    name,
    script: 'Latn',
    kind: 'official',
    birth: null,
    sex: '',
    nationality: '',
    place: '',
    occupation: '',
    withdrawn: null,
    ...more,
  }
}

/** `aFamily('f-1', 'p-1', 'p-2 abroad')` */
export function aFamily(family: string, ...members: readonly string[]): FamilyMember[] {
  return members.map((member) => {
    const [person = '', role = ''] = member.split(' ')
    return {
      entry: 0,
      family: family as FamilyId,
      person: person as PersonId,
      role,
      withdrawn: null,
    }
  })
}

/** `aCase('c-1', 'p-1', 'prisoner')` */
export function aCase(
  id: string,
  subject: string,
  category = 'prisoner',
  more: Partial<CaseEntry> = {},
): CaseEntry {
  return {
    entry: 0,
    id: id as CaseId,
    subject: subject as SubjectId,
    category,
    ground: '',
    region: '',
    authority: '',
    opened: null,
    withdrawn: null,
    ...more,
  }
}

/** `anAct('c-1', 'released', '1987-02-05')`: confirmed and known all along unless said. */
export function anAct(
  id: string,
  kind: string,
  date: string,
  more: Partial<Omit<CaseEventEntry, 'known' | 'withdrawn' | 'person'>> & {
    known?: string
    withdrawn?: string
    person?: string
  } = {},
): CaseEventEntry {
  const { known, withdrawn, person, ...rest } = more
  return {
    entry: 0,
    case: id as CaseId,
    kind,
    date: uncertainDate(date),
    verification: 'confirmed',
    detail: '',
    source: 'embassy' as SourceId,
    at: '',
    ...rest,
    person: (person ?? null) as PersonId | null,
    known: day(known),
    withdrawn: day(withdrawn),
  }
}

export function aMerge(kept: string, merged: string, known: string, undone?: string): MergeEntry {
  return {
    entry: 0,
    kept: kept as PersonId,
    merged: merged as PersonId,
    known: calendarDate(known),
    by: 'Ann',
    reason: 'same parents',
    undone: day(undone),
  }
}

export function aConsent(
  subject: string,
  answer: ConsentEntry['answer'],
  date: string,
  more: Partial<Omit<ConsentEntry, 'expires' | 'withdrawn'>> & {
    expires?: string
    withdrawn?: string
  } = {},
): ConsentEntry {
  const { expires, withdrawn, ...rest } = more
  return {
    entry: 0,
    subject: subject as SubjectId,
    use: 'list-to-the-government',
    answer,
    by: 'self',
    date: uncertainDate(date),
    ...rest,
    expires: day(expires),
    withdrawn: day(withdrawn),
  }
}

export function aContact(
  subject: string,
  date: string,
  promised = '',
  more: Partial<ContactEntry> = {},
): ContactEntry {
  return {
    entry: 0,
    subject: subject as SubjectId,
    date: uncertainDate(date),
    with: 'a brother',
    role: 'sponsor',
    words: '',
    promised,
    known: null,
    withdrawn: null,
    ...more,
  }
}

export type RegisterParts = {
  readonly names?: readonly PersonName[]
  readonly families?: readonly FamilyMember[]
  readonly cases?: readonly CaseEntry[]
  readonly acts?: readonly CaseEventEntry[]
  readonly contacts?: readonly ContactEntry[]
  readonly consents?: readonly ConsentEntry[]
  readonly merges?: readonly MergeEntry[]
}

/** A register of these rows, numbered in the order in which they are given. */
export function aRegister(parts: RegisterParts): Register {
  const numbered = <Row>(rows: readonly Row[] = []) =>
    rows.map((row, at) => ({ ...row, entry: at + 1 }))
  return openRegister(
    {
      persons: numbered(parts.names),
      families: numbered(parts.families),
      cases: numbered(parts.cases),
      caseEvents: numbered(parts.acts),
      contacts: numbered(parts.contacts),
      consents: numbered(parts.consents),
      merges: numbered(parts.merges),
    },
    REGISTER_OPTIONS,
  )
}

/** What one list is told by: its versions with day, cases, and the days of presentation. */
export type ToldList = {
  readonly list: string
  readonly rule?: string
  readonly versions: readonly {
    readonly version: string
    readonly date: string
    readonly presented?: readonly string[]
    /** `c-1`, or `c-1 prisoner Armenia`. */
    readonly cases: readonly string[]
  }[]
}

/** Lists of a programme, numbered in the order in which they are told. */
export function someLists(
  told: readonly ToldList[],
  responses: readonly Partial<ListResponse>[] = [],
): ListRecord {
  const versions: ListVersion[] = []
  const entries: ListEntry[] = []
  const presentations: Presentation[] = []
  for (const { list: id, versions: own } of told)
    for (const { version, date, presented = [], cases } of own) {
      const list = id as ListId
      versions.push({
        entry: versions.length + 1,
        list,
        version,
        date: calendarDate(date),
        withdrawn: null,
      })
      for (const each of cases) {
        const [of = '', category = '', region = ''] = each.split(' ')
        entries.push({
          entry: entries.length + 1,
          list,
          version,
          case: of as CaseId,
          category,
          region,
          withdrawn: null,
        })
      }
      for (const on of presented)
        presentations.push({
          entry: presentations.length + 1,
          list,
          version,
          date: calendarDate(on),
          by: 'embassy',
          to: 'Foreign Ministry',
          rank: '',
          channel: '',
          received: null,
          withdrawn: null,
        })
    }
  return {
    lists: told.map(({ list, rule = '' }, at) => ({
      entry: at + 1,
      id: list as ListId,
      number: list,
      title: `List ${list}`,
      rule,
      withdrawn: null,
    })),
    versions,
    entries,
    presentations,
    responses: responses.map((response, at) => ({
      entry: at + 1,
      list: 'XVI' as ListId,
      version: '1',
      case: 'c-1' as CaseId,
      date: '1974-06-01' as CalendarDate,
      code: 'none',
      words: '',
      withdrawn: null,
      ...response,
    })),
  }
}
