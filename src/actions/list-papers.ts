/**
 * A version on paper: the draft that one reads, the paper that is handed over, and the papers that were.
 *
 * Only who has agreed to be listed stands on it, person by person, or whom someone with the right to do
 * so named in an override (rules R242, R243).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ListId, PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import {
  entriesOf,
  listedCases,
  presentationsOf,
  type ListedCase,
} from '../domain/lists/list-view.ts'
import { isNamed, namedOnList } from '../domain/lists/named-on-list.ts'
import type { Presentation } from '../domain/lists/presentation.ts'
import type { Settlement } from '../domain/lists/settlement.ts'
import { printedName } from '../domain/lists/printed-name.ts'
import type { RepresentationList } from '../domain/lists/representation-list.ts'
import {
  composeRepresentationList,
  type ListPaper,
  type PaperEntry,
  type PaperPerson,
} from '../reports/compose/representation-list.ts'
import { PAPER_WORDS, type PaperLanguage } from '../reports/compose/representation-list-words.ts'
import { renderDocx } from '../reports/render/docx.ts'
import { renderPdf } from '../reports/render/pdf.ts'
import { renderXlsx } from '../reports/render/xlsx.ts'
import { listGateSettlements } from '../store/gate-settlements.ts'
import { findPaperBytes, listKeptPapers, type KeptPaper } from '../store/kept-papers.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { keyringOf } from './keyring.ts'
import { requireVersion } from './list-changes.ts'
import { lookAt } from './list-entry-views.ts'
import {
  casesOnLists,
  openListsWith,
  requireList,
  type ListPart,
  type ListsWithRegister,
} from './list-part.ts'
import type { Look } from './case-views.ts'
import { birthsSeen } from './person-names.ts'
import { noteReading } from './read-log.ts'

export const PAPER_FORMATS = ['docx', 'pdf', 'xlsx'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]
export type PaperFile = {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A version as a file, marked as a draft. Throws `ActionRefused`. */
export async function draftPaper(
  context: Context,
  programme: ProgrammeId,
  name: string,
  asked: {
    readonly version?: string
    readonly format: PaperFormat
    readonly language: PaperLanguage
  },
): Promise<PaperFile> {
  const { today } = context
  requirePermission(context, 'register.read')
  const part = await openListsWith(
    context,
    programme,
    (each) => casesOnLists(each, new Set([requireList(each, name, today).id])),
    { names: true, consents: true },
  )
  const list = requireList(part, name, today)
  const { version, date } = requireVersion(part, list.id, asked.version, today)
  const settlements = await listGateSettlements(context.database, part.keyring, programme, {
    column: 'list_id',
    values: [list.id],
  })
  const { paper, shown } = paperOf(part, list, version, {
    language: asked.language,
    settlements: settlements.filter((each) => each.version === version),
    day: today,
    knownOn: today,
    dated: date,
    handedOver: null,
  })
  await noteReading(context, programme, `draft paper of list ${list.id} ${version}`, shown)
  return renderPaper(paper, asked.format, fileName(programme, list.id, version, 'draft', asked))
}

type PaperAsked = {
  readonly language: PaperLanguage
  /** Of the gate's findings on this version: whom they leave off. */
  readonly settlements: readonly Settlement[]
  /** The day on which consent must hold. */
  readonly day: CalendarDate
  readonly knownOn: CalendarDate
  /** The day printed on it. */
  readonly dated: CalendarDate
  readonly handedOver: ListPaper['handedOver']
}

/** What stands on the paper, and whose names it shows. */
export function paperOf(
  part: ListsWithRegister,
  list: RepresentationList,
  version: string,
  { language, settlements, day, knownOn, dated, handedOver }: PaperAsked,
): { readonly paper: ListPaper; readonly shown: readonly PersonId[] } {
  const look = lookAt(part, day, knownOn)
  const listed = listedCases(look.view, entriesOf(part.lists, list.id, version, knownOn))
  const { script } = PAPER_WORDS[language]
  const entries: PaperEntry[] = []
  const families = new Set<string>()
  const shown = new Set<PersonId>()
  for (const each of listed) {
    const persons = allowedPersons(part, look, each, settlements).flatMap((person) => {
      const printed = personOnPaper(look, person, script)
      return printed ? [{ person, printed }] : []
    })
    if (persons.length === 0) continue
    for (const { person } of persons) shown.add(person)
    families.add(each.group.family)
    entries.push({
      category: each.entry.category,
      region: each.entry.region,
      persons: persons.map(({ printed }) => printed),
    })
  }
  return {
    paper: {
      language,
      number: list.number,
      title: list.title,
      version,
      date: dated,
      handedOver,
      entries,
      families: families.size,
      persons: shown.size,
      madeOn: dated,
    },
    shown: [...shown],
  }
}

/**
 * A person's own refusal keeps that person off, also where the family agreed or another's consent was
 * overridden. What is overridden today holds for a hand-over of yesterday that is entered today.
 */
function allowedPersons(
  part: ListsWithRegister,
  look: Look,
  { entry, group }: ListedCase,
  settlements: readonly Settlement[],
): readonly PersonId[] {
  const { view, asOf, knownOn } = look
  const grounds = { consents: part.rows.consents, overrides: part.overrides, settlements }
  return namedOnList(view, { id: entry.case, group }, grounds, asOf, knownOn)
    .filter(isNamed)
    .map(({ person }) => person)
}

function personOnPaper({ view }: Look, person: PersonId, script: string): PaperPerson | null {
  const rows = view.namesOf(person)
  const printed = printedName(rows, script)
  if (!printed) return null
  const births = birthsSeen(rows).filter(({ impossible }) => !impossible)
  // Two births that contradict each other are worse than none: they give a reason to know no such person.
  return { ...printed, born: births.length === 1 ? (births[0]?.birth ?? '') : '' }
}

export async function renderPaper(
  paper: ListPaper,
  format: PaperFormat,
  name: string,
): Promise<PaperFile> {
  if (format === 'pdf' && paper.language === 'zh')
    throw new ActionRefused(
      'invalid',
      'No typeface with Chinese characters comes with the program: take the paper as DOCX or XLSX.',
    )
  if (paper.entries.length === 0)
    throw new ActionRefused(
      'invalid',
      'Nobody on this version has agreed to be listed: there is nothing to put on paper.',
    )
  const report = composeRepresentationList(paper)
  const render = { docx: renderDocx, pdf: renderPdf, xlsx: renderXlsx }[format]
  return { name, type: TYPES[format], bytes: await render(report) }
}

export function fileName(
  programme: ProgrammeId,
  list: ListId,
  version: string,
  what: string,
  { format, language }: { readonly format: PaperFormat; readonly language: PaperLanguage },
): string {
  const plain = [programme, 'list', list, version, what, language].join('-')
  return `${plain.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')}.${format}`
}

export type PaperSeen = {
  readonly sha256: string
  readonly format: PaperFormat
  readonly language: PaperLanguage
  readonly version: string
  readonly presentedOn: CalendarDate
  readonly bytes: number
  readonly name: string
}

/** The papers kept of a list, the latest first. */
export async function papersKept(
  { database }: Context,
  programme: ProgrammeId,
  part: ListPart,
  list: ListId,
  knownOn: CalendarDate,
): Promise<readonly PaperSeen[]> {
  const presentations = presentationsOf(part.lists, list, knownOn, knownOn)
  return (await listKeptPapers(database, programme, list))
    .flatMap((paper) => paperSeen(programme, paper, presentations) ?? [])
    .toReversed()
}

/** A paper is written right after the presentation at which it was handed over. */
function paperSeen(
  programme: ProgrammeId,
  paper: KeptPaper,
  presentations: readonly Presentation[],
): PaperSeen | undefined {
  const before = presentations.filter(
    ({ version, entry }) => version === paper.version && entry < paper.entry,
  )
  const presentation = before.toSorted((a, b) => a.entry - b.entry).at(-1)
  if (!presentation) return undefined
  const format = paper.format as PaperFormat // only `present` writes it
  const language = paper.language as PaperLanguage // only `present` writes it
  return {
    sha256: paper.sha256,
    format,
    language,
    version: paper.version,
    presentedOn: presentation.date,
    bytes: paper.length,
    name: fileName(programme, paper.list, paper.version, presentation.date, { format, language }),
  }
}

/** A paper as it was handed over. Throws `ActionRefused`: not-found, also where it was erased. */
export async function readPaper(
  context: Context,
  programme: ProgrammeId,
  sha256: string,
): Promise<PaperFile> {
  requirePermission(context, 'register.read')
  const { database, today } = context
  const keyring = await keyringOf(context)
  const paper = (await listKeptPapers(database, programme)).find((each) => each.sha256 === sha256)
  const bytes = paper && (await findPaperBytes(database, keyring, programme, paper.id))
  if (!paper || bytes === undefined)
    throw new ActionRefused('not-found', 'There is no paper with this hash.')
  if (bytes === null)
    throw new ActionRefused('not-found', 'This paper was erased with a person it named.')
  await noteReading(context, programme, `paper of list ${paper.list} ${paper.version}`, null)
  const format = paper.format as PaperFormat // only `present` writes it
  const language = paper.language as PaperLanguage // only `present` writes it
  const name = fileName(programme, paper.list, paper.version, today, { format, language })
  return { name, type: TYPES[format], bytes }
}
