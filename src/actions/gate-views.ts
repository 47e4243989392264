/**
 * The gate before a version is handed over: what it finds, and how people dealt with it (rules
 * R179–R182).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId, SubjectId } from '../domain/basics/ids.ts'
import { readPromise } from '../domain/cases/owed.ts'
import type { RegisterRecord } from '../domain/cases/register-record.ts'
import { openRegister } from '../domain/cases/register.ts'
import {
  isAboutConsent,
  passGate,
  type Gate,
  type GateFinding,
  type GateOptions,
} from '../domain/lists/gate.ts'
import { entriesOf } from '../domain/lists/list-view.ts'
import { chosenName } from '../domain/lists/printed-name.ts'
import type { RepresentationList } from '../domain/lists/representation-list.ts'
import { listCases } from '../store/cases.ts'
import { listConsentOverrides } from '../store/consents.ts'
import { listContacts } from '../store/contacts.ts'
import type { Reader } from '../store/database/reader-writer.ts'
import { listFamilyMembers } from '../store/families.ts'
import { listGateSettlements, type GateSettlement } from '../store/gate-settlements.ts'
import { atOneMoment } from '../store/programme-records.ts'
import { requirePermission, type Context } from './context.ts'
import { nearNames } from './gate-near-names.ts'
import { requireVersion } from './list-changes.ts'
import { personsNamed, type PersonNamed } from './list-entry-views.ts'
import {
  openLists,
  readPartOfCases,
  requireList,
  type ListPart,
  type ListsWithRegister,
} from './list-part.ts'
import { noteReading } from './read-log.ts'
import { whyNot } from './why-not.ts'

export type GateSeen = {
  readonly list: string
  readonly version: string
  readonly on: CalendarDate
  readonly entries: number
  readonly open: number
  readonly findings: readonly FindingSeen[]
  readonly sentence: string
  readonly mayNotOverride: string | null
}
export type FindingSeen = {
  readonly id: string
  readonly kind: GateFinding['kind']
  readonly case: CaseId
  /** Whom it is about: one person where consent or a name is that person’s, else all of the case. */
  readonly persons: readonly PersonNamed[]
  readonly promise: {
    readonly subject: SubjectId
    readonly date: string
    readonly to: string
    readonly role: string
  } | null
  readonly other: CaseId | null
  readonly sentence: string
  readonly names: readonly string[]
  readonly needsOverride: boolean
  readonly mayBeLeftOff: boolean
  readonly settlement: {
    readonly answer: 'settled' | 'left-off' | 'overridden'
    readonly by: string
    readonly on: CalendarDate
    readonly reason: string
  } | null
}

/** What stands in the way of handing a version over on a day. Throws `ActionRefused`. */
export async function readGate(
  context: Context,
  programme: ProgrammeId,
  name: string,
  asked: { readonly version: string | undefined; readonly on: CalendarDate },
): Promise<GateSeen> {
  const { on } = asked
  requirePermission(context, 'register.read')
  const part = await openLists(context, programme)
  const list = requireList(part, name, on)
  const { version } = requireVersion(part, list.id, asked.version, on)
  const found = await openGate(context, programme, part, list, version, on)
  const persons = found.part.rows.persons.map(({ person }) => person)
  await noteReading(context, programme, `gate of list ${list.id} ${version}`, persons)
  return gateSeen(context, found, list.id, version, on)
}

export type OpenedGate = {
  readonly part: ListsWithRegister
  readonly gate: Gate
  readonly settlements: readonly GateSettlement[]
  readonly entries: number
}

/** The gate, with the register that it was read from. */
export async function openGate(
  { database }: Pick<Context, 'database'>,
  programme: ProgrammeId,
  lists: ListPart,
  list: RepresentationList,
  version: string,
  on: CalendarDate,
): Promise<OpenedGate> {
  const { keyring } = lists
  const entries = entriesOf(lists.lists, list.id, version, on)
  const read = await atOneMoment(database, async (db) => {
    const rows = await readRows(
      db,
      lists,
      programme,
      entries.map((each) => each.case),
    )
    const subjects = [
      ...new Set<SubjectId>([
        ...rows.cases.map(({ subject }) => subject),
        ...rows.families.flatMap(({ family, person }) => [family, person]),
      ]),
    ]
    return {
      rows,
      overrides: await listConsentOverrides(db, keyring, programme, {
        column: 'subject_id',
        values: subjects,
      }),
      settlements: await listGateSettlements(db, keyring, programme, {
        column: 'list_id',
        values: [list.id],
      }),
    }
  })
  const register = openRegister(read.rows, lists.options)
  const settlements = read.settlements.filter((each) => each.version === version)
  const grounds = { settlements, overrides: read.overrides }
  const gate = passGate(register, lists.lists, list, version, on, grounds, OPTIONS)
  return {
    part: { ...lists, rows: read.rows, register, overrides: read.overrides },
    gate,
    settlements,
    entries: entries.length,
  }
}

/** Whoever was promised a place bears on the gate as well, on the version or not. */
async function readRows(
  db: Reader,
  { keyring }: ListPart,
  programme: ProgrammeId,
  cases: readonly CaseId[],
): Promise<RegisterRecord> {
  const contacts = await listContacts(db, keyring, programme)
  const promises = contacts.filter(({ promised }) => readPromise(promised).inclusion)
  const subjects = [...new Set(promises.map(({ subject }) => subject))]
  const ofThem = { column: 'person_id', values: subjects }
  // A promise about a person is one about the case of the family as well.
  const families = subjects.length === 0 ? [] : await listFamilyMembers(db, programme, ofThem)
  const about = [...new Set([...subjects, ...families.map(({ family }) => family)])]
  const theirs =
    about.length === 0
      ? []
      : await listCases(db, programme, { column: 'subject_id', values: about })
  const all = [...new Set([...cases, ...theirs.map(({ id }) => id)])]
  const rows = await readPartOfCases({ db, keyring, programme }, all, {
    names: true,
    events: true,
    contacts: false,
    consents: true,
  })
  // All of them: a promise that is about nobody's case yet is to be found as well.
  return { ...rows, contacts }
}

const OPTIONS: GateOptions = {
  printedName: (_, names) => chosenName(names, 'Latn')?.name ?? '',
  nearNames,
}

export function gateSeen(
  context: Context,
  { gate, entries, part }: OpenedGate,
  list: ListId,
  version: string,
  on: CalendarDate,
): GateSeen {
  const view = part.register.asKnownOn(on)
  const personsOf = ({ case: id, persons: about }: GateFinding) => {
    const group = view.groupOf(id)
    const persons = group ? personsNamed(view, group) : []
    return about.length === 0 ? persons : persons.filter(({ person }) => about.includes(person))
  }
  return {
    list,
    version,
    on,
    entries,
    open: gate.open,
    findings: gate.findings.map((finding) => findingSeen(finding, personsOf(finding))),
    sentence: gateSentence(gate, entries),
    mayNotOverride: whyNot(context, 'consent.override'),
  }
}

function findingSeen(finding: GateFinding, persons: readonly PersonNamed[]): FindingSeen {
  const { settlement, contact, persons: _, ...found } = finding
  return {
    ...found,
    persons,
    promise: contact
      ? {
          subject: contact.subject,
          date: contact.date.text,
          to: contact.with,
          role: contact.role,
        }
      : null,
    settlement: settlement && settlementSeen(finding.kind, settlement),
  }
}

/** Settling what is about consent is leaving the person off. */
function settlementSeen(
  kind: GateFinding['kind'],
  { outcome, by, on, reason }: NonNullable<GateFinding['settlement']>,
): FindingSeen['settlement'] {
  if (outcome === 'reopened') return null
  const answer = outcome === 'settled' && isAboutConsent(kind) ? 'left-off' : outcome
  return { answer, by, on, reason }
}

function gateSentence({ open, findings }: Gate, entries: number): string {
  if (entries === 0) return 'There is nothing on this version yet.'
  if (open > 0)
    return `${open === 1 ? 'One finding is' : `${open} findings are`} open: the version cannot be handed over.`
  if (findings.length === 0) return 'Nothing stands in the way.'
  return `${findings.length === 1 ? 'The one finding is' : `All ${findings.length} findings are`} settled or overridden: the version can be handed over.`
}
