/**
 * Decides whether two are one (rules R272–R275). Accepted, two persons are merged and a row of an import
 * is put on record under the person; rejected, the pair is held to be two and the row is a person of its
 * own; parked, it waits. Each decision is an entry with who, when and why, and can be undone: what it
 * wrote is taken back from that day, what was known before it stays.
 */
import type { PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import type { MatchCandidate } from '../domain/names/match-names.ts'
import { mergesKnownOn } from '../domain/cases/merged-persons.ts'
import { listCaseEvents } from '../store/case-events.ts'
import { listCases } from '../store/cases.ts'
import { listMerges } from '../store/merges.ts'
import { insertNameDecisions, type NameDecision } from '../store/name-decisions.ts'
import { listPersonNames } from '../store/persons.ts'
import { requirePermission, type Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import { keyringOf } from './keyring.ts'
import { figuresOfLists, restatedSince, type ListRestated } from './list-restatements.ts'
import { readDecisionContent, type DecisionContent } from './name-decision-content.ts'
import {
  decisionsAbout,
  noRow,
  parkedIn,
  recordOfRow,
  type PairAsked,
} from './name-matches-pair.ts'
import { heldNames } from './name-service.ts'
import { takeParkedRow, type ParkedRow } from './parked-rows.ts'
import { mergeWithin, undoWithin } from './persons.ts'
import { entering, refuseField, writeRows, type Entering } from './register-entries.ts'

export type DecisionAsked = PairAsked & {
  readonly decision: 'accept' | 'reject' | 'park' | 'undo'
  readonly reason: string
  /** Whose id is kept of an accepted pair; the first where it is null. */
  readonly kept: string | null
}

/** Throws `ActionRefused`, and nothing is written then. */
export async function decide(
  context: Context,
  programme: ProgrammeId,
  asked: DecisionAsked,
): Promise<{ readonly restated: readonly ListRestated[] }> {
  requirePermission(context, 'match.decide')
  requireWhole(asked)
  const candidate = await comparisonOf(context, programme, asked)
  const persons = asked.b === null ? [asked.a] : [asked.a, asked.b]
  const changesFigures = asked.decision === 'accept' || asked.decision === 'undo'
  const before = changesFigures ? await figuresOfLists(context, programme, persons) : null
  await entering(
    context,
    programme,
    'name_decision',
    async (open) => {
      const earlier = await decisionsAbout(open, asked)
      const last = earlier.at(-1)
      if (asked.decision === 'undo') await undo(open, asked, last, parkedIn(earlier))
      else await take(open, asked, earlier, candidate)
    },
    'match.decide',
  )
  return { restated: before ? await restatedSince(context, programme, before) : [] }
}

function requireWhole({ a, b, row, decision, reason, kept }: DecisionAsked): void {
  if ((b === null) === (row === null))
    throw refuseField('b', 'Name the other person of a pair, or the row of an import.')
  if (a === b) throw refuseField('b', 'Pick another entry than the one itself.')
  if (kept !== null && kept !== a && kept !== b)
    throw refuseField('kept', 'The id that is kept is that of one of the two.')
  if (reason.trim() === '' && decision === 'accept')
    throw refuseField('reason', 'Say why the two are one: a merge restates figures, and says why.')
}

/** How the two stand to each other now; null where they cannot be compared. */
async function comparisonOf(
  context: Context,
  programme: ProgrammeId,
  asked: DecisionAsked,
): Promise<MatchCandidate | null> {
  const keyring = await keyringOf(context)
  const { database } = context
  const names = heldNames(database, programme)
  await names.bringUpToDate(keyring)
  if (names.state.is !== 'ready') return null
  const source = { db: database, keyring, programme }
  const parked = asked.row === null ? null : parkedIn(await decisionsAbout(source, asked))
  const theirs = parked ? recordOfRow(parked) : asked.a
  if (theirs === undefined) return null
  const [match] = await names.ask({}, 'explain', [[theirs, asked.b ?? asked.a]])
  return match ?? null
}

async function take(
  open: Entering,
  asked: DecisionAsked,
  earlier: readonly NameDecision[],
  candidate: MatchCandidate | null,
): Promise<void> {
  const last = earlier.at(-1)
  if (last?.decision === 'accepted' || last?.decision === 'rejected')
    throw new ActionRefused(
      'out-of-date',
      `${last.by} decided this on ${last.on} already (${last.decision}). Undo that first.`,
    )
  const parked = parkedIn(earlier)
  if (asked.row !== null && !parked) throw noRow()
  const wrote =
    asked.decision === 'park'
      ? undefined
      : asked.b === null
        ? await takeRow(open, asked, parked)
        : await takePair(open, asked, asked.b)
  const decision = ({ accept: 'accepted', reject: 'rejected', park: 'parked' } as const)[
    asked.decision === 'undo' ? 'park' : asked.decision
  ]
  const content: DecisionContent = {
    kind: 'decision',
    reason: asked.reason.trim(),
    candidate,
    ...(wrote && { wrote }),
  }
  await write(open, asked, decision, content)
  if (parked && wrote && asked.decision === 'reject')
    await writeApart(open, 'rejected', wrote.person, whoMayBe(asked, parked), content.reason)
}

/** Whom the row was held against. */
function whoMayBe({ a }: DecisionAsked, { candidates }: ParkedRow): readonly PersonId[] {
  return [...new Set([a, ...candidates.map(({ person }) => person)])]
}

/** A row that is nobody of these is a person of its own, who is not held against them again. */
async function writeApart(
  open: Entering,
  decision: 'rejected' | 'undone',
  person: string,
  others: readonly PersonId[],
  reason: string,
): Promise<void> {
  for (const other of others) {
    const asked = { a: other, b: person as PersonId, row: null } // the id that was written
    await write(open, asked, decision, { kind: 'decision', reason, candidate: null })
  }
}

async function takePair(open: Entering, asked: DecisionAsked, b: PersonId): Promise<undefined> {
  if (asked.decision !== 'accept') return
  const kept = asked.kept ?? asked.a
  const merged = kept === asked.a ? b : asked.a
  const by = open.context.person.name
  await mergeWithin(open, { kept, merged, by, reason: asked.reason })
}

/** Puts the row on record: under the person, or as a person of its own. */
async function takeRow(
  open: Entering,
  asked: DecisionAsked,
  parked: ParkedRow | null,
): Promise<DecisionContent['wrote']> {
  if (!parked) throw noRow()
  const from = open.action.lastEntry + 1
  const isThem = asked.decision === 'accept'
  await takeParkedRow(open, parked, isThem ? asked.a : null)
  const to = open.action.lastEntry
  const person = isThem ? asked.a : parked.draft.persons[0]?.person
  return person === undefined || to < from ? undefined : { person, from, to }
}

async function undo(
  open: Entering,
  asked: DecisionAsked,
  last: NameDecision | undefined,
  parked: ParkedRow | null,
): Promise<void> {
  const content = readDecisionContent(last?.content)
  if (asked.row !== null && !parked) throw noRow()
  // What an import parked was decided by nobody yet.
  const isDecided = last !== undefined && last.decision !== 'undone' && content !== undefined
  if (!isDecided) throw new ActionRefused('out-of-date', 'There is no decision here to undo.')
  if (last.decision === 'accepted' && asked.b !== null) await undoPair(open, asked.a, asked.b)
  if (content.wrote) await takeBack(open, content.wrote)
  if (content.wrote && parked && last.decision === 'rejected')
    await writeApart(open, 'undone', content.wrote.person, whoMayBe(asked, parked), '')
  // The row waits again, with what it says.
  await write(open, asked, 'undone', {
    kind: 'decision',
    reason: asked.reason.trim(),
    candidate: null,
  })
}

async function undoPair(open: Entering, a: PersonId, b: PersonId): Promise<void> {
  const { db, keyring, programme, context } = open
  const all = await listMerges(db, keyring, programme, { column: 'kept_id', values: [a, b] })
  const merge = mergesKnownOn(all, context.today).findLast(
    ({ kept, merged }) => (kept === a && merged === b) || (kept === b && merged === a),
  )
  // Somebody may have undone the merge by itself: then the decision alone is left.
  if (merge) await undoWithin(open, merge)
}

/** What a row put on record is gone from today; what it had corrected stands as it was. */
async function takeBack(
  open: Entering,
  { person, from, to }: NonNullable<DecisionContent['wrote']>,
): Promise<void> {
  const { db, keyring, programme, context } = open
  const again = <T extends { entry: number; withdrawn: unknown }>(
    rows: readonly T[],
    nameOf: (row: T) => string,
  ): T[] =>
    rows
      .filter(({ entry }) => entry >= from && entry <= to)
      .map((row) => {
        const before = rows.findLast((each) => each.entry < from && nameOf(each) === nameOf(row))
        return before ?? { ...row, withdrawn: context.today }
      })
  const names = await listPersonNames(db, keyring, programme, [person])
  const cases = await listCases(db, programme, { column: 'subject_id', values: [person] })
  const ids = [...new Set(cases.map(({ id }) => id))]
  const events = await listCaseEvents(db, keyring, programme, { column: 'case_id', values: ids })
  await writeRows(open, {
    persons: again(names, ({ name, script, kind }) => JSON.stringify([name, script, kind])),
    cases: again(cases, ({ id }) => id),
    caseEvents: again(events, (row) =>
      JSON.stringify([row.case, row.person, row.kind, row.date.earliest, row.date.latest]),
    ),
  })
}

async function write(
  { db, action, keyring, context }: Entering,
  { a, b, row }: PairAsked,
  decision: NameDecision['decision'],
  content: DecisionContent,
): Promise<void> {
  await insertNameDecisions(db, action, keyring, [
    {
      person: a,
      other: b === null ? { row: row ?? '' } : { person: b },
      decision,
      score: content.candidate?.probability ?? null,
      by: context.person.name,
      on: context.today,
      content,
    },
  ])
}
