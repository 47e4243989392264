/** Reads the register, the lists and the engagements, what is referred to before what refers to it. */
import type { FolderParts, Progress } from './folder-content.ts'
import { readCaseEvents, readCases } from './read-cases.ts'
import { readConsents, readContacts } from './read-contacts.ts'
import { readEngagements } from './read-engagements.ts'
import { readEntries, readLists, readVersions } from './read-lists.ts'
import { readMerges } from './read-merges.ts'
import { readFamilies, readPersons } from './read-persons.ts'
import { readPresentations, readResponses } from './read-presentations.ts'
import type { Taken } from './read-table.ts'
import type { Reading } from './reading.ts'
import { registerFile } from './register-columns.ts'

/** The entries of each table, under the name of the list of the record that holds them. */
type TakenTables = {
  readonly [Table in keyof FolderParts['register']]: Taken<FolderParts['register'][Table][number]>
} & {
  readonly [Table in keyof FolderParts['lists']]: Taken<FolderParts['lists'][Table][number]>
} & { readonly engagements: Taken<FolderParts['engagements'][number]> }

/** Sources and undertakings are known by then. */
export function* readRegister(reading: Reading): Generator<Progress, TakenTables> {
  const { references: ids } = reading
  const persons = yield* reading.table(registerFile('persons'), readPersons, ids.persons)
  const families = yield* reading.table(registerFile('families'), readFamilies, ids.families)
  const merges = yield* reading.table(registerFile('merges'), readMerges)
  const cases = yield* reading.table(registerFile('cases'), readCases, ids.cases)
  const caseEvents = yield* reading.table(registerFile('caseEvents'), readCaseEvents)
  const contacts = yield* reading.table(registerFile('contacts'), readContacts)
  const consents = yield* reading.table(registerFile('consents'), readConsents)
  const lists = yield* reading.table(registerFile('lists'), readLists, ids.lists)
  const versions = yield* reading.table(registerFile('versions'), readVersions, ids.versions)
  const entries = yield* reading.table(registerFile('entries'), readEntries)
  const presentations = yield* reading.table(registerFile('presentations'), readPresentations)
  const responses = yield* reading.table(registerFile('responses'), readResponses)
  const engagements = yield* reading.table(registerFile('engagements'), readEngagements)
  return {
    ...{ persons, families, merges, cases, caseEvents, contacts, consents },
    ...{ lists, versions, entries, presentations, responses, engagements },
  }
}

/** What was taken, as the records hold it. */
export function partsOf(taken: TakenTables): FolderParts {
  return {
    register: {
      persons: taken.persons.entries,
      families: taken.families.entries,
      cases: taken.cases.entries,
      caseEvents: taken.caseEvents.entries,
      contacts: taken.contacts.entries,
      consents: taken.consents.entries,
      merges: taken.merges.entries,
    },
    lists: {
      lists: taken.lists.entries,
      versions: taken.versions.entries,
      entries: taken.entries.entries,
      presentations: taken.presentations.entries,
      responses: taken.responses.entries,
    },
    engagements: taken.engagements.entries,
  }
}
