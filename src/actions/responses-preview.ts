/**
 * Their list, or their answers, read against a version of ours before anything is written: whom each
 * row means, what it answers, and who of ours is not named (rules R244–R246).
 */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { toDayNumber } from '../domain/basics/calendar-date.ts'
import type { CaseId, ProgrammeId } from '../domain/basics/ids.ts'
import { parseUncertainDate } from '../domain/basics/uncertain-date.ts'
import { diffWithTheirs } from '../domain/lists/list-diff.ts'
import { entriesOf, listedCases, responsesOf, type ListedCase } from '../domain/lists/list-view.ts'
import { codeFromWords } from '../domain/lists/response-words.ts'
import type { ResponseCode } from '../domain/lists/response.ts'
import { lastResponses } from '../domain/lists/response-claims.ts'
import { buildNameIndex, decisionOf, findMatches } from '../domain/names/match-names.ts'
import type { MatchCandidate, MatchReason, NameRecord } from '../domain/names/name-record.ts'
import { readSpreadsheet } from '../exchange/spreadsheet-rows.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { refusedField } from './field-refusals.ts'
import { nameRecord } from './gate-near-names.ts'
import { requireVersion } from './list-changes.ts'
import { personsNamed, subjectsShown, type PersonNamed } from './list-entry-views.ts'
import { casesOnLists, openListsWith, requireList, type ListsWithRegister } from './list-part.ts'
import { noteReading } from './read-log.ts'
import { answeredVersion } from './responses.ts'
import { rowsOfCells, rowsOfText, type TheirRow } from './their-rows.ts'

export type PastedAnswers = {
  readonly version: string
  readonly text: string
  readonly file: { readonly name: string; readonly base64: string } | null
  readonly code: ResponseCode | ''
}

export type PreviewedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly theirs: string
  readonly effect: 'matched' | 'review' | 'not-ours' | 'refused'
  readonly case: CaseId | null
  readonly candidates: readonly ResponseCandidate[]
  readonly code: ResponseCode | null
  readonly words: string
  readonly remark: string | null
}
export type ResponseCandidate = {
  readonly case: CaseId
  readonly person: string
  readonly persons: readonly PersonNamed[]
  readonly probability: number | null
  readonly reasons: readonly string[]
}
export type ResponsesPreview = {
  readonly version: string
  readonly rows: readonly PreviewedRow[]
  readonly matched: number
  readonly review: number
  readonly notOurs: number
  readonly refused: number
  readonly unanswered: readonly CaseId[]
}

/** What would be taken of their answers; writes nothing but the note that names were read. */
export async function previewResponses(
  context: Context,
  programme: ProgrammeId,
  name: string,
  pasted: PastedAnswers,
): Promise<ResponsesPreview> {
  const rows = await rowsOf(pasted)
  const opened = await openVersion(context, programme, name, (part, list) =>
    answeredVersion(part, list, pasted.version.trim() || undefined, context.today),
  )
  const { version, listed, read } = opened
  const answered = answeredOn(opened.part, opened.listId, context.today)
  const seen = rows.map((row) => previewed(row, read, pasted.code, answered))
  const named = new Set(seen.flatMap((each) => each.case ?? []))
  return {
    version,
    rows: seen,
    ...countEffects(seen),
    unanswered: listed.flatMap(({ entry }) => (named.has(entry.case) ? [] : [entry.case])),
  }
}

function countEffects(rows: readonly PreviewedRow[]) {
  const count = (effect: PreviewedRow['effect']) =>
    rows.filter((each) => each.effect === effect).length
  return {
    matched: count('matched'),
    review: count('review'),
    notOurs: count('not-ours'),
    refused: count('refused'),
  }
}

export type TheirListDiff = {
  readonly version: string
  readonly both: readonly PreviewedRow[]
  readonly review: readonly PreviewedRow[]
  readonly theirsOnly: readonly PreviewedRow[]
  readonly oursOnly: readonly { case: CaseId; persons: readonly PersonNamed[]; sentence: string }[]
  readonly sentence: string
}

/** Their list beside a version of ours. Throws `ActionRefused`. */
export async function compareTheirList(
  context: Context,
  programme: ProgrammeId,
  name: string,
  pasted: Omit<PastedAnswers, 'code'>,
): Promise<TheirListDiff> {
  const rows = await rowsOf(pasted)
  const { version, listed, read, view } = await openVersion(
    context,
    programme,
    name,
    (part, list) => requireVersion(part, list, pasted.version.trim() || undefined, context.today),
  )
  const seen = rows.map((row) => previewed(row, read, '', new Map()))
  const named = seen.flatMap((each) =>
    each.case === null ? each.candidates.map((candidate) => candidate.case) : [each.case],
  )
  const { oursOnly } = diffWithTheirs(view, listed, named)
  const of = (effect: PreviewedRow['effect']) => seen.filter((each) => each.effect === effect)
  return {
    version,
    both: of('matched'),
    review: of('review'),
    theirsOnly: [...of('not-ours'), ...of('refused')],
    oursOnly: oursOnly.map(({ entry, group }) => ({
      case: entry.case,
      persons: personsNamed(view, group),
      sentence: `Case ${entry.case} is on ours and not on theirs.`,
    })),
    sentence: `${of('matched').length} on both, ${of('review').length} to be looked at, ${of('not-ours').length} on theirs only, ${oursOnly.length} on ours only.`,
  }
}

/** A version with what their rows are read against. */
async function openVersion(
  context: Context,
  programme: ProgrammeId,
  name: string,
  versionOf: (
    part: ListsWithRegister,
    list: ListsWithRegister['lists']['lists'][number]['id'],
  ) => {
    readonly version: string
  },
) {
  const { today } = context
  requirePermission(context, 'register.read')
  const part = await openListsWith(
    context,
    programme,
    (each) => casesOnLists(each, new Set([requireList(each, name, today).id])),
    { names: true },
  )
  const { id: listId } = requireList(part, name, today)
  const { version } = versionOf(part, listId)
  const view = part.register.asKnownOn(today)
  const listed = listedCases(view, entriesOf(part.lists, listId, version, today))
  await noteReading(
    context,
    programme,
    `their list against list ${listId} ${version}`,
    subjectsShown(listed.map(({ group }) => group)),
  )
  return { part, listId, version, view, listed, read: readerOf(part, listed, today) }
}

type Reading = {
  readonly effect: 'matched' | 'review' | 'not-ours'
  readonly case: CaseId | null
  readonly candidates: readonly ResponseCandidate[]
}
type ReadRow = (row: TheirRow) => Reading

const SHOWN_CANDIDATES = 5
/** A second candidate on another case leaves the choice to a person. */
const RIVAL_FROM = 0.2

/** Reads who of the version a row means: by the id of the case where it has one, else by name. */
function readerOf(
  { register }: ListsWithRegister,
  listed: readonly ListedCase[],
  today: CalendarDate,
): ReadRow {
  const view = register.asKnownOn(today)
  const byId = new Map<string, ListedCase>()
  const casesOf = new Map<string, ListedCase[]>()
  const records: NameRecord[] = []
  for (const each of listed) {
    for (const { id } of each.group.cases) byId.set(id, each)
    byId.set(each.entry.case, each)
    for (const person of each.group.persons) {
      const own = casesOf.get(person)
      if (own) own.push(each)
      else {
        casesOf.set(person, [each])
        records.push(nameRecord({ person, names: view.namesOf(person) }))
      }
    }
  }
  const index = buildNameIndex(records)
  const shown = (each: ListedCase, person: string, match: MatchCandidate | null) => ({
    case: each.entry.case,
    person,
    persons: personsNamed(view, each.group),
    probability: match && match.probability,
    reasons: match ? match.reasons.map(reasonInWords) : [],
  })
  return (row) => {
    const direct = byId.get(row.case)
    if (direct)
      return {
        effect: 'matched',
        case: direct.entry.case,
        candidates: [shown(direct, direct.group.persons[0] ?? '', null)],
      }
    const matches = findMatches(index, theirRecord(row), { limit: SHOWN_CANDIDATES })
    const decision = decisionOf(matches)
    if (decision === 'new') return { effect: 'not-ours', case: null, candidates: [] }
    const candidates = matches.flatMap((match) =>
      (casesOf.get(match.person) ?? []).map((each) => shown(each, match.person, match)),
    )
    const [best] = candidates
    const rivals = candidates.filter(
      (each) => each.case !== best?.case && (each.probability ?? 0) >= RIVAL_FROM,
    )
    return decision === 'match' && best && rivals.length === 0
      ? { effect: 'matched', case: best.case, candidates: candidates.slice(0, 1) }
      : { effect: 'review', case: null, candidates }
  }
}

function theirRecord({ name, birth, place }: TheirRow): NameRecord {
  const born = parseUncertainDate(isoBirth(birth))
  return {
    id: '',
    names: [{ value: name }],
    ...(born && {
      birth: { earliest: toDayNumber(born.earliest), latest: toDayNumber(born.latest) },
    }),
    ...(place !== '' && { place }),
  }
}

/** `12.03.1950` and `12/03/1950` as days are written there; anything else as it is. */
function isoBirth(birth: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(birth.trim()) ?? []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^\d{4}(?:-\d{2}){0,2}$/.test(birth.trim())
    ? birth.trim()
    : (/\d{4}/.exec(birth)?.[0] ?? '')
}

/** `Щаранский for Shcharansky: cross-script (+7.9)` */
function reasonInWords({ kind, theirs, ours, relation, weight }: MatchReason): string {
  const sides = [theirs, ours].filter((side) => side !== undefined)
  const pair = sides.length === 2 ? `${sides[0]} for ${sides[1]}` : (sides[0] ?? kind)
  const how = relation === undefined ? kind : relation.replaceAll('-', ' ')
  return `${pair}: ${how} (${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)})`
}

function previewed(
  row: TheirRow,
  read: ReadRow,
  code: ResponseCode | '',
  answered: ReadonlyMap<CaseId, { readonly code: ResponseCode; readonly date: CalendarDate }>,
): PreviewedRow {
  const theirs = row.name || row.case
  const base = { row: row.row, cells: row.cells, theirs }
  if (theirs === '')
    return {
      ...base,
      effect: 'refused',
      case: null,
      candidates: [],
      code: null,
      words: '',
      remark: 'This row names nobody.',
    }
  const said = codeFromWords(row.answer)
  const reading = read(row)
  const before = reading.case === null ? undefined : answered.get(reading.case)
  const found = said.code ?? (code === '' || row.answer !== '' ? null : code)
  const again =
    before && before.code === found
      ? `Answered so on ${before.date} already.`
      : before
        ? `Answered “${before.code}” on ${before.date}.`
        : null
  const remarks = [said.remark, again].filter((remark) => remark !== null)
  return {
    ...base,
    ...reading,
    code: found,
    // Their words are kept, also where a code was read from them.
    words: [said.remark === null ? '' : row.answer, row.words]
      .filter((part) => part !== '')
      .join('. '),
    remark: remarks.length === 0 ? null : remarks.join(' '),
  }
}

function answeredOn(
  { lists, register }: ListsWithRegister,
  list: Parameters<typeof responsesOf>[1],
  today: CalendarDate,
): ReadonlyMap<CaseId, { readonly code: ResponseCode; readonly date: CalendarDate }> {
  const view = register.asKnownOn(today)
  const last = lastResponses(view, responsesOf(lists, list, today, today))
  return new Map([...last.values()].map((each) => [each.case, each]))
}

/** Throws `ActionRefused` for what is no list and no table. */
async function rowsOf({
  text,
  file,
}: Pick<PastedAnswers, 'text' | 'file'>): Promise<readonly TheirRow[]> {
  const rows = file === null ? rowsOfText(text) : await rowsOfFile(file)
  if (rows.length > 0) return rows
  throw refusedField(file === null ? '/text' : '/file', 'There is no row in it.')
}

async function rowsOfFile({
  name,
  base64,
}: {
  readonly name: string
  readonly base64: string
}): Promise<readonly TheirRow[]> {
  const bytes = Buffer.from(base64, 'base64')
  const isLines = /\.(?:txt|text)$/i.test(name)
  const read = await readSpreadsheet(name, bytes, {
    headerRow: null,
    // No line has this character: each line is one cell.
    ...(isLines && { delimiter: '\u001f' }),
  })
  if ('message' in read) throw new ActionRefused('invalid', `${name}: ${read.message}`)
  const cells = read.rows.map((each) => each.cells)
  const single = cells.every((row) => row.filter((cell) => cell !== '').length <= 1)
  return single && !hasHeading(cells[0] ?? [])
    ? rowsOfText(cells.map((row) => row.join('')).join('\n'))
    : rowsOfCells(cells)
}

function hasHeading([first = '']: readonly string[]): boolean {
  return /^(?:name|names|full name|фио|case)$/iu.test(first.trim())
}
