/** Writes the tables of the register, the lists and the engagements. */
import type { ConsentEntry } from '../domain/access/consent.ts'
import type { CaseEntry } from '../domain/cases/case.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import type { ContactEntry } from '../domain/cases/contact.ts'
import type { FamilyMember } from '../domain/cases/family-unit.ts'
import type { MergeEntry } from '../domain/cases/merge.ts'
import type { PersonName } from '../domain/cases/person.ts'
import type { EngagementEntry } from '../domain/engagement/engagement.ts'
import type { Presentation } from '../domain/lists/presentation.ts'
import type {
  ListEntry,
  ListVersion,
  RepresentationList,
} from '../domain/lists/representation-list.ts'
import type { ListResponse } from '../domain/lists/response.ts'
import type { FolderParts } from './folder-content.ts'
import { REGISTER_COLUMNS, REGISTER_TABLES, registerFile } from './register-columns.ts'
import type { RegisterTable } from './register-columns.ts'
import { writeTable } from './write-tables.ts'
import type { Cells } from './write-tables.ts'

/** A file for each table that has rows. UTF-8, lines ending in LF. */
export function writeRegister({
  register,
  lists,
  engagements,
}: FolderParts): Map<string, Uint8Array> {
  const cells: Readonly<Record<RegisterTable, () => readonly Cells[]>> = {
    persons: () => register.persons.map(personCells),
    families: () => register.families.map(memberCells),
    merges: () => register.merges.map(mergeCells),
    cases: () => register.cases.map(caseCells),
    caseEvents: () => register.caseEvents.map(caseEventCells),
    contacts: () => register.contacts.map(contactCells),
    consents: () => register.consents.map(consentCells),
    lists: () => lists.lists.map(listCells),
    versions: () => lists.versions.map(versionCells),
    entries: () => lists.entries.map(entryCells),
    presentations: () => lists.presentations.map(presentationCells),
    responses: () => lists.responses.map(responseCells),
    engagements: () => engagements.map(engagementCells),
  }
  const files = new Map<string, Uint8Array>()
  for (const table of REGISTER_TABLES) {
    const rows = cells[table]()
    if (rows.length > 0) files.set(registerFile(table), writeTable(REGISTER_COLUMNS[table], rows))
  }
  return files
}

function personCells(name: PersonName): Cells {
  const { person, kind, birth, script, sex, nationality, place, occupation } = name
  return {
    id: person,
    name: name.name,
    script,
    // What an empty cell stands for is left empty.
    kind: kind === 'official' ? '' : kind,
    birth: typeof birth === 'string' ? birth : (birth?.text ?? ''),
    sex,
    nationality,
    place,
    occupation,
    withdrawn: name.withdrawn ?? '',
  }
}

function memberCells({ family, person, role, withdrawn }: FamilyMember): Cells {
  return { family, person, role, withdrawn: withdrawn ?? '' }
}

function mergeCells({ kept, merged, known, by, reason, undone }: MergeEntry): Cells {
  return { kept, merged, known, by, reason, undone: undone ?? '' }
}

function caseCells(one: CaseEntry): Cells {
  const { id, subject, category, ground, region, authority, opened, withdrawn } = one
  return {
    id,
    subject,
    category,
    ground,
    region,
    authority,
    opened: opened?.text ?? '',
    withdrawn: withdrawn ?? '',
  }
}

function caseEventCells(event: CaseEventEntry): Cells {
  return {
    case: event.case,
    person: event.person ?? '',
    kind: event.kind,
    date: event.date.text,
    known: event.known ?? '',
    verification: event.verification ?? '',
    detail: event.detail,
    source: event.source ?? '',
    at: event.at,
    withdrawn: event.withdrawn ?? '',
  }
}

function contactCells(contact: ContactEntry): Cells {
  const { subject, date, role, words, promised, known, withdrawn } = contact
  return {
    subject,
    date: date.text,
    with: contact.with,
    role,
    words,
    promised,
    known: known ?? '',
    withdrawn: withdrawn ?? '',
  }
}

function consentCells(consent: ConsentEntry): Cells {
  const { subject, use, answer, by, date, expires, withdrawn } = consent
  return {
    subject,
    use,
    answer,
    by,
    date: date.text,
    expires: expires ?? '',
    withdrawn: withdrawn ?? '',
  }
}

function listCells({ id, number, title, rule, withdrawn }: RepresentationList): Cells {
  return { list: id, number, title, rule, withdrawn: withdrawn ?? '' }
}

function versionCells({ list, version, date, withdrawn }: ListVersion): Cells {
  return { list, version, date, withdrawn: withdrawn ?? '' }
}

function entryCells(entry: ListEntry): Cells {
  const { list, version, category, region, withdrawn } = entry
  return { list, version, case: entry.case, category, region, withdrawn: withdrawn ?? '' }
}

function presentationCells(presentation: Presentation): Cells {
  const { list, version, date, by, to, rank, channel, received, withdrawn } = presentation
  return {
    list,
    version,
    date,
    by,
    to,
    rank,
    channel,
    received: received ?? '',
    withdrawn: withdrawn ?? '',
  }
}

function responseCells(response: ListResponse): Cells {
  const { list, version, date, code, words, withdrawn } = response
  return { list, version, case: response.case, date, code, words, withdrawn: withdrawn ?? '' }
}

function engagementCells(engagement: EngagementEntry): Cells {
  const { id, date, instrument, audience, handler, title, objectives, judgement } = engagement
  return {
    id,
    date,
    instrument,
    visibility: engagement.visibility ?? '',
    audience,
    handler,
    title,
    objectives,
    judgement,
    words: engagement.words,
    lists: engagement.lists.join(';'),
    cases: engagement.cases.join(';'),
    undertakings: engagement.undertakings.join(';'),
    withdrawn: engagement.withdrawn ?? '',
  }
}
