/** One list as its page shows it: the entries of a version, presentations, answers, papers. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { CaseId, ListId, ProgrammeId } from '../domain/basics/ids.ts'
import {
  entriesOf,
  firstPresentedOn,
  isFrozen,
  listedCases,
  listsKnownOn,
  presentationsOf,
  responsesOf,
  type ListedCase,
} from '../domain/lists/list-view.ts'
import type { Reminder } from '../domain/lists/reminders.ts'
import { claimOf, type ClaimStanding } from '../domain/lists/response-claims.ts'
import type { ListResponse, ResponseCode } from '../domain/lists/response.ts'
import { listFollowUps as followUpsOnRecord, type FollowUp } from '../store/follow-ups.ts'
import type { Look } from './case-views.ts'
import type { Context } from './context.ts'
import { frozenSentence, requireVersion } from './list-changes.ts'
import {
  listingConsent,
  lookAt,
  personsNamed,
  resolvedOfGroup,
  stateOfGroup,
  subjectsShown,
  urgencyOfGroup,
  type ConsentSeen,
  type GroupState,
  type PersonNamed,
} from './list-entry-views.ts'
import { papersKept, type PaperSeen } from './list-papers.ts'
import {
  casesOnLists,
  openListsWith,
  requireList,
  type ListPart,
  type ListsWithRegister,
} from './list-part.ts'
import { ruleSentence } from './list-rules.ts'
import { noteReading } from './read-log.ts'
import {
  presentationSeen,
  remindersIn,
  versionsSeen,
  type AskedDays,
  type PresentationSeen,
  type VersionSeen,
} from './representation-lists.ts'
import { responseRef } from './response-refs.ts'
import { namesHidden, whyNot } from './why-not.ts'

export type ResponseSeen = {
  readonly entry: number
  readonly version: string
  readonly case: CaseId
  readonly date: CalendarDate
  readonly code: ResponseCode
  readonly words: string
  readonly claim: string | null
  readonly claimStanding: ClaimStanding
  readonly followUp: {
    readonly id: string
    readonly owner: string
    readonly due: CalendarDate | null
    readonly doneOn: CalendarDate | null
  } | null
}

export type EntrySeen = {
  readonly case: CaseId
  readonly subject: string
  readonly persons: readonly PersonNamed[]
  readonly counted: number
  readonly category: string
  readonly region: string | null
  readonly authority: string | null
  readonly state: GroupState
  readonly resolved: boolean
  readonly resolvedOn: CalendarDate | null
  readonly excluded: boolean
  readonly firstListed: CalendarDate | null
  readonly timesCarried: number
  readonly lastResponse: ResponseSeen | null
  readonly urgency: readonly string[]
  readonly consent: ConsentSeen
}

export type ListPage = AskedDays & {
  readonly list: { id: string; number: string; title: string; rule: string }
  readonly ruleSentence: string | null
  readonly versions: readonly VersionSeen[]
  readonly presentations: readonly PresentationSeen[]
  readonly version: VersionSeen | null
  readonly entries: readonly EntrySeen[]
  readonly responses: readonly ResponseSeen[]
  readonly papers: readonly PaperSeen[]
  readonly reminders: readonly Reminder[]
  readonly namesHidden: string | null
  readonly mayNot: Readonly<Record<'change' | 'present' | 'respond' | 'override', string | null>>
}

/** One list with the entries of a version; the look is noted. Throws `ActionRefused`. */
export async function readListPage(
  context: Context,
  programme: ProgrammeId,
  name: string,
  { asOf, knownOn, version: asked }: AskedDays & { readonly version: string | undefined },
): Promise<ListPage> {
  const part = await openListsWith(
    context,
    programme,
    (each) => casesOnLists(each, new Set([requireList(each, name, knownOn).id])),
    { names: true, consents: true },
  )
  const { id, number, title, rule } = requireList(part, name, knownOn)
  const versions = versionsSeen(part, id, knownOn)
  const wanted =
    asked === undefined && versions.length === 0
      ? undefined
      : requireVersion(part, id, asked, knownOn).version
  const version = versions.findLast((each) => each.version === wanted) ?? null
  const look = lookAt(part, asOf, knownOn)
  const followUps = await followUpsOn(context, programme, part)
  const responses = responsesOf(part.lists, id, asOf, knownOn).map((each) =>
    responseSeen(look, each, followUps),
  )
  const listed = version
    ? listedCases(look.view, entriesOf(part.lists, id, version.version, knownOn))
    : []
  const entries = entriesSeen(part, look, id, version, listed, responses)
  const shown = subjectsShown(listed.map(({ group }) => group))
  await noteReading(context, programme, `list ${id} ${version?.version ?? ''}`.trim(), shown)
  const hidden = namesHidden(context)
  const frozen = version && frozenSentence(part, id, version.version, context.today)
  return {
    list: { id, number, title, rule },
    ruleSentence: ruleSentence(rule),
    asOf,
    knownOn,
    versions,
    presentations: presentationsOf(part.lists, id, asOf, knownOn)
      .map(presentationSeen)
      .toReversed(),
    version,
    entries: hidden === null ? entries : entries.map(withoutPersons),
    responses: responses.map(hidden === null ? (each) => each : withoutWords).toReversed(),
    papers: await papersKept(context, programme, part, id, knownOn),
    reminders: (await remindersIn(context, programme, part, { asOf, knownOn })).filter(
      ({ list }) => list === id,
    ),
    namesHidden: hidden,
    mayNot: {
      change: whyNot(context, 'list.write') ?? frozen ?? null,
      present: whyNot(context, 'list.present'),
      respond:
        whyNot(context, 'list.write') ??
        (version && isFrozen(part.lists, id, version.version, context.today)
          ? null
          : 'This version was not handed over: there is nothing to answer yet.'),
      override: whyNot(context, 'consent.override'),
    },
  }
}

/** What is personal is left out for those who may not read the register. */
function withoutPersons(entry: EntrySeen): EntrySeen {
  return {
    ...entry,
    persons: [],
    state: { ...entry.state, doubts: [] },
    urgency: [],
    consent: { ...entry.consent, sentence: '' },
    lastResponse: entry.lastResponse && withoutWords(entry.lastResponse),
  }
}

function withoutWords(response: ResponseSeen): ResponseSeen {
  return { ...response, words: '' }
}

async function followUpsOn(
  { database }: Context,
  programme: ProgrammeId,
  { keyring }: ListPart,
): Promise<ReadonlyMap<string, FollowUp>> {
  const of = { column: 'about_kind', values: ['response'] }
  const rows = await followUpsOnRecord(database, keyring, programme, of)
  return new Map(rows.map((each) => [each.about.ref, each]))
}

function responseSeen(
  { view, asOf }: Look,
  response: ListResponse,
  followUps: ReadonlyMap<string, FollowUp>,
): ResponseSeen {
  const { toVerify, standing } = claimOf(view, response, asOf)
  const followUp = followUps.get(responseRef(response))
  const { entry, version, case: id, date, code, words } = response
  return {
    ...{ entry, version, case: id, date, code, words },
    claim: toVerify,
    claimStanding: standing,
    followUp: followUp
      ? {
          id: followUp.id,
          owner: followUp.owner,
          due: followUp.due,
          doneOn: followUp.doneOn,
        }
      : null,
  }
}

function entriesSeen(
  part: ListsWithRegister,
  look: Look,
  list: ListId,
  version: VersionSeen | null,
  listed: readonly ListedCase[],
  responses: readonly ResponseSeen[],
): readonly EntrySeen[] {
  const { view, asOf, knownOn } = look
  const carried = carriedOver(part, list, version?.presentedOn ?? asOf, knownOn)
  const answers = new Map<string, ResponseSeen>()
  for (const each of responses) {
    const key = view.groupOf(each.case)?.key
    if (key !== undefined) answers.set(key, each)
  }
  const own = firstPresentedOn(part.lists, list, knownOn) ?? null
  return listed.map(({ entry, group, authority }) => {
    const before = carried.get(group.key)
    return {
      case: entry.case,
      subject: group.leading.subject,
      persons: personsNamed(view, group),
      counted: group.persons.length,
      category: entry.category,
      region: entry.region || null,
      authority: authority || null,
      state: stateOfGroup(look, group),
      ...resolvedOfGroup(group, version?.presentedOn ?? null, asOf),
      firstListed: before?.first ?? (version?.presentedOn ? own : null),
      timesCarried: before?.lists.size ?? 0,
      lastResponse: answers.get(group.key) ?? null,
      urgency: urgencyOfGroup(look, group),
      consent: listingConsent(part, look, group),
    }
  })
}

type Earlier = { readonly lists: Set<ListId>; first: CalendarDate }

/** On which earlier lists each case stood, and since when (rules R177). */
function carriedOver(
  { lists, register }: ListsWithRegister,
  list: ListId,
  before: CalendarDate,
  knownOn: CalendarDate,
): ReadonlyMap<string, Earlier> {
  const view = register.asKnownOn(knownOn)
  const found = new Map<string, Earlier>()
  for (const other of listsKnownOn(lists, knownOn)) {
    if (other.id === list) continue
    for (const { version, date } of presentationsOf(lists, other.id, knownOn, knownOn)) {
      if (date >= before) continue
      for (const { case: id } of entriesOf(lists, other.id, version, knownOn)) {
        const key = view.groupOf(id)?.key
        if (key === undefined) continue
        const earlier = found.get(key) ?? { lists: new Set<ListId>(), first: date }
        earlier.lists.add(other.id)
        if (date < earlier.first) earlier.first = date
        found.set(key, earlier)
      }
    }
  }
  return found
}
