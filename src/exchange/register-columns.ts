/** The columns of the register, the lists and the engagements, in the order in which they are written. */
import type { Columns } from './evidence-columns.ts'

/** In the order in which they are read: what is referred to comes first. */
export const REGISTER_TABLES = [
  'persons',
  'families',
  'merges',
  'cases',
  'caseEvents',
  'contacts',
  'consents',
  'lists',
  'versions',
  'entries',
  'presentations',
  'responses',
  'engagements',
] as const
/** Named as the lists of the record that hold their rows. */
export type RegisterTable = (typeof REGISTER_TABLES)[number]

const FILES: Readonly<Record<RegisterTable, string>> = {
  persons: 'cases/persons.csv',
  families: 'cases/families.csv',
  merges: 'cases/merges.csv',
  cases: 'cases/cases.csv',
  caseEvents: 'cases/case-events.csv',
  contacts: 'cases/contacts.csv',
  consents: 'cases/consents.csv',
  lists: 'lists/lists.csv',
  versions: 'lists/versions.csv',
  entries: 'lists/entries.csv',
  presentations: 'lists/presentations.csv',
  responses: 'lists/responses.csv',
  engagements: 'engagements.csv',
}

/** A merge has no `withdrawn`: that it no longer holds stands under `undone`. */
export const REGISTER_COLUMNS: Readonly<Record<RegisterTable, Columns>> = {
  persons: {
    all: columns('id,name,script,kind,birth,sex,nationality,place,occupation,withdrawn'),
    required: ['id', 'name'],
  },
  families: { all: columns('family,person,role,withdrawn'), required: ['family', 'person'] },
  merges: {
    all: columns('kept,merged,known,by,reason,undone'),
    required: ['kept', 'merged', 'known'],
  },
  cases: {
    all: columns('id,subject,category,ground,region,authority,opened,withdrawn'),
    required: ['id', 'subject', 'category'],
  },
  caseEvents: {
    all: columns('case,person,kind,date,known,verification,detail,source,at,withdrawn'),
    required: ['case', 'kind', 'date'],
  },
  contacts: {
    all: columns('subject,date,with,role,words,promised,known,withdrawn'),
    required: ['subject', 'date'],
  },
  consents: {
    all: columns('subject,use,answer,by,date,expires,withdrawn'),
    required: ['subject', 'use', 'answer', 'date'],
  },
  lists: { all: columns('list,number,title,rule,withdrawn'), required: ['list'] },
  versions: {
    all: columns('list,version,date,withdrawn'),
    required: ['list', 'version', 'date'],
  },
  entries: {
    all: columns('list,version,case,category,region,withdrawn'),
    required: ['list', 'version', 'case'],
  },
  presentations: {
    all: columns('list,version,date,by,to,rank,channel,received,withdrawn'),
    required: ['list', 'version', 'date'],
  },
  responses: {
    all: columns('list,version,case,date,code,words,withdrawn'),
    required: ['list', 'version', 'case', 'date', 'code'],
  },
  engagements: {
    all: columns(
      'id,date,instrument,visibility,audience,handler,title,objectives,judgement,words,lists,cases,undertakings,withdrawn',
    ),
    required: ['id', 'date'],
  },
}

export function registerFile(table: RegisterTable): string {
  return FILES[table]
}

function columns(names: string): readonly string[] {
  return names.split(',')
}
