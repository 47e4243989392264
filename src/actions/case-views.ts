/** One case of a person as known on a day: its state, what decides it, and every entry of its history. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { groupBy } from '../domain/basics/collections.ts'
import type { CaseId, PersonId } from '../domain/basics/ids.ts'
import type { CaseEventEntry } from '../domain/cases/case-event.ts'
import {
  hasHappened,
  type CaseHappening,
  type RegisterOptions,
} from '../domain/cases/case-history.ts'
import type { CaseState } from '../domain/cases/case-outcomes.ts'
import { stateOn, type StateOnDay } from '../domain/cases/case-state.ts'
import { outcomeOn } from '../domain/cases/resolved.ts'
import type { CaseGroup, Register, RegisterView } from '../domain/cases/register.ts'
import type { Verification } from '../domain/evidence/event.ts'
import { printCitation } from '../domain/evidence/source.ts'
import { citationsOf, doubtInWords, earlierContent, STATE_WORDS } from './case-words.ts'

/** A register opened for a look at it: as of a day, as known on a day. */
export type Look = {
  readonly register: Register
  readonly view: RegisterView
  readonly options: RegisterOptions
  readonly asOf: CalendarDate
  readonly knownOn: CalendarDate
}

export type StateSeen = {
  readonly state: CaseState
  readonly words: string
  /** As written; null where nothing confirmed decides. */
  readonly since: string | null
  readonly doubt: readonly string[]
  readonly resolved: boolean
}

export type CaseInRow = StateSeen & {
  readonly case: CaseId
  readonly category: string
  readonly region: string
  readonly authority: string
}

export type EventSeen = {
  readonly entry: number
  readonly case: CaseId
  readonly person: PersonId | null
  readonly kind: string
  readonly date: string
  readonly earliest: CalendarDate
  readonly latest: CalendarDate
  readonly known: CalendarDate
  readonly verification: Verification
  readonly detail: string
  readonly citations: readonly string[]
  readonly claim: boolean
  readonly decides: boolean
  readonly later: boolean
  readonly corrected: readonly string[]
  readonly contradicts: readonly string[]
  readonly withdrawnOn: CalendarDate | null
}

/** The histories that the person is counted in, in the order of the register. */
export function groupsOf({ view }: Look, person: PersonId): readonly CaseGroup[] {
  const root = view.rootOf(person)
  return view.groups.filter(({ persons }) => persons.includes(root))
}

export function caseInRow(look: Look, group: CaseGroup, person: PersonId): CaseInRow {
  const { id, category, region, authority } = group.leading
  const on = stateOn(group, look.view.rootOf(person), look.asOf)
  return { case: id, category, region, authority, ...stateSeen(look, on) }
}

function stateSeen(look: Look, { state, by, resolved, doubts }: StateOnDay): StateSeen {
  return {
    state,
    words: STATE_WORDS[state],
    since: by && by.row.date.text,
    doubt: [...new Set(doubts.map((doubt) => doubtInWords(doubt, isClaim(look))))],
    resolved,
  }
}

/** What happened, in its order, withdrawn entries where they stood; who decides is marked. */
export function eventsOf(look: Look, group: CaseGroup, person: PersonId): EventSeen[] {
  const { view, asOf } = look
  const root = view.rootOf(person)
  const { by, doubts } = stateOn(group, root, asOf)
  const { decidedBy } = outcomeOn(group, root, asOf)
  const deciding = new Set([by?.entry, decidedBy?.entry])
  const rowsOfStrand = strandsOf(look, group)
  const standing = group.happenings.map((happening): EventSeen => {
    const { row } = happening
    const contradicted = doubts.filter(
      (each) =>
        each.doubt === 'order' && (each.happening === happening || each.other === happening),
    )
    return {
      ...contentOf(happening.row, happening.known),
      verification: happening.verification,
      citations: citationsOf(happening),
      claim: isClaim(look)(happening),
      decides: deciding.has(row.entry),
      later: !hasHappened(happening, asOf),
      corrected: (rowsOfStrand.get(strandOf(row)) ?? [])
        .filter(({ row: before }) => saysElse(before, row))
        .map(({ row: before, known }) => earlierContent(before, known)),
      contradicts: contradicted.map((doubt) => doubtInWords(doubt, isClaim(look))),
      withdrawnOn: null,
    }
  })
  const withdrawn = [...rowsOfStrand.values()].flatMap((rows): EventSeen[] => {
    const last = rows.at(-1)
    if (!last?.row.withdrawn || last.row.withdrawn > look.knownOn) return []
    const { row, known } = last
    return [
      {
        ...contentOf(row, known),
        verification: row.verification ?? 'unknown',
        citations: row.source === null ? [] : [printCitation({ source: row.source, at: row.at })],
        claim: false,
        decides: false,
        later: row.date.latest > asOf,
        corrected: [],
        contradicts: [],
        withdrawnOn: row.withdrawn,
      },
    ]
  })
  return [...standing, ...withdrawn].toSorted(
    (a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0) || a.entry - b.entry,
  )
}

type DatedRow = { readonly row: CaseEventEntry; readonly known: CalendarDate }

/** The rows of each happening that could be known by the day, in the order of becoming known. */
function strandsOf(
  { register, knownOn }: Look,
  group: CaseGroup,
): Map<string, readonly DatedRow[]> {
  const rows = group.cases
    .flatMap(({ id }) => register.histories.rowsOf(id))
    .filter(({ known }) => known <= knownOn)
    .toSorted(
      (a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0) || a.row.entry - b.row.entry,
    )
  return groupBy(rows, ({ row }) => strandOf(row))
}

function strandOf({ case: id, person, kind, date }: CaseEventEntry): string {
  return JSON.stringify([id, person, kind, date.earliest, date.latest])
}

function contentOf(row: CaseEventEntry, known: CalendarDate) {
  return {
    entry: row.entry,
    case: row.case,
    person: row.person,
    kind: row.kind,
    date: row.date.text,
    earliest: row.date.earliest,
    latest: row.date.latest,
    known,
    detail: row.detail,
  }
}

function saysElse(before: CaseEventEntry, now: CaseEventEntry): boolean {
  return before.verification !== now.verification || before.detail !== now.detail
}

/** Only the other side's word, which moves nothing. */
function isClaim({ options }: Look): (happening: CaseHappening) => boolean {
  return ({ verification, citations }) =>
    verification !== 'confirmed' &&
    citations.length > 0 &&
    citations.every(({ source }) => options.speaksForCounterpart(source))
}
