/** What became of a list that was handed over: its status, in sentences, beside other lists. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { unitNoun } from '../domain/basics/counting-unit.ts'
import type { CaseId, ProgrammeId } from '../domain/basics/ids.ts'
import { shareOf } from '../domain/cases/counting.ts'
import { compareAtAge, readCohort, readCohorts, type Cohort } from '../domain/lists/cohorts.ts'
import { presentedList, readListStatus, type ListStatus } from '../domain/lists/list-status.ts'
import { responsesOf } from '../domain/lists/list-view.ts'
import { lastResponses } from '../domain/lists/response-claims.ts'
import type { ResponseCode } from '../domain/lists/response.ts'
import { readRestatements } from '../domain/lists/restatements.ts'
import { readWaitingTimes, type WaitingTimes } from '../domain/lists/waiting-times.ts'
import type { Context } from './context.ts'
import { ActionRefused } from './errors.ts'
import {
  casesOnLists,
  openListsWith,
  requireList,
  type ListPart,
  type ListsWithRegister,
} from './list-part.ts'
import { sharesOf, type AskedDays, type Shares } from './representation-lists.ts'

/** How a list stands on a day. Throws `ActionRefused`, also where no version was presented by then. */
export async function readStatus(
  context: Context,
  programme: ProgrammeId,
  name: string,
  { asOf, knownOn }: AskedDays,
): Promise<ListStatus> {
  const part = await openListsWith(context, programme, (each) => casesOf(each, name, knownOn))
  return statusIn(part, name, { asOf, knownOn })
}

function statusIn(part: ListsWithRegister, name: string, { asOf, knownOn }: AskedDays): ListStatus {
  requireList(part, name, knownOn)
  const status = readListStatus(part.register, part.lists, name, asOf, knownOn)
  if ('refused' in status) throw new ActionRefused('invalid', status.refused)
  return status
}

function casesOf(part: ListPart, name: string, knownOn: CalendarDate): readonly CaseId[] {
  return casesOnLists(part, new Set([requireList(part, name, knownOn).id]))
}

export type RestatementSeen = {
  readonly known: CalendarDate
  readonly sentence: string
  readonly before: Pick<ListStatus, 'family' | 'person'>
  readonly after: Pick<ListStatus, 'family' | 'person'>
}

export type ListReport = {
  readonly status: ListStatus
  readonly shares: Shares
  readonly sentences: readonly string[]
  readonly restatements: readonly RestatementSeen[]
  readonly waiting: WaitingTimes
  readonly responses: readonly { readonly code: ResponseCode; readonly cases: number }[]
}

/** The status in sentences, with what restated it, how long people wait, and what was answered. */
export async function readReport(
  context: Context,
  programme: ProgrammeId,
  name: string,
  days: AskedDays,
): Promise<ListReport> {
  const part = await openListsWith(context, programme, (each) => casesOnLists(each))
  return reportIn(part, name, days)
}

export function reportIn(
  part: ListsWithRegister,
  name: string,
  { asOf, knownOn }: AskedDays,
): ListReport {
  const { register, lists } = part
  const status = statusIn(part, name, { asOf, knownOn })
  const found = presentedList(register, lists, name, asOf, knownOn)
  if ('refused' in found) throw new ActionRefused('invalid', found.refused)
  const { listed, view, list } = found
  const answers = lastResponses(view, responsesOf(lists, list.id, asOf, knownOn))
  const codes = new Map<ResponseCode, number>()
  for (const { group } of listed) {
    const code = answers.get(group.key)?.code
    if (code !== undefined) codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  const from = asOf < knownOn ? asOf : knownOn
  return {
    status,
    shares: sharesOf(status),
    sentences: sentencesOf(part, status),
    restatements: readRestatements(register, lists, name, asOf, from, knownOn).map(
      ({ why, ...restatement }) => ({ ...restatement, sentence: why.join(' ') }),
    ),
    waiting: readWaitingTimes(listed, asOf),
    responses: [...codes]
      .map(([code, cases]) => ({ code, cases }))
      .toSorted((a, b) => b.cases - a.cases || (a.code < b.code ? -1 : 1)),
  }
}

function sentencesOf(part: ListsWithRegister, status: ListStatus): readonly string[] {
  const { family, person, presentedOn, asOf, knownOn, carriedOver } = status
  const shares = sharesOf(status)
  const known = knownOn === asOf ? '' : `, as known on ${knownOn}`
  const percent = (share: number | null) => (share === null ? '' : ` (${share} %)`)
  const left =
    family.excluded + person.excluded === 0
      ? []
      : [
          `Left out, because they were resolved before it: ${counted(family.excluded, 'family unit')}, ${counted(person.excluded, 'person')}.`,
        ]
  const carried =
    carriedOver.length === 0
      ? []
      : [
          `${counted(carriedOver.length, 'case')} stood on earlier lists, ${counted(Math.max(...carriedOver.map(({ times }) => times)), 'time')} at most.`,
        ]
  return [
    `Of list ${status.list}, handed over on ${presentedOn}, ${family.resolved} of ${family.entries} ${unitNoun('family', family.entries)}${percent(shares.family)} and ${person.resolved} of ${person.entries} ${unitNoun('person', person.entries)}${percent(shares.person)} were resolved by ${asOf}${known}.`,
    ...left,
    ...comparisons(part, status.list, { asOf, knownOn }),
    ...carried,
  ]
}

/** Beside the list handed over before it, at the same age, as known then. */
function comparisons(part: ListsWithRegister, list: string, days: AskedDays): readonly string[] {
  const { own, others } = cohortsIn(part, list, days, { survivalMonths: 0 })
  const before = others.find(({ presentedOn }) => presentedOn < (own?.presentedOn ?? ''))
  if (!own || !before) return []
  return own.ages.flatMap(({ months }) => {
    const sentence = compareAtAge(own, before, months)
    return sentence === undefined ? [] : [sentence]
  })
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

export type CohortSeen = Omit<Cohort, 'ages'> & {
  readonly ages: readonly (Cohort['ages'][number] & { readonly shares: Shares })[]
}

export type CohortsSeen = AskedDays & {
  readonly list: string
  readonly cohorts: readonly CohortSeen[]
  readonly sentences: readonly string[]
  readonly waiting: WaitingTimes
}

/** A list beside the others at equal age, as reported then. Throws `ActionRefused`. */
export async function readListCohorts(
  context: Context,
  programme: ProgrammeId,
  name: string,
  days: AskedDays,
): Promise<CohortsSeen> {
  const part = await openListsWith(context, programme, (each) => casesOnLists(each))
  return cohortsSeen(part, name, days)
}

export function cohortsSeen(part: ListsWithRegister, name: string, days: AskedDays): CohortsSeen {
  const { asOf, knownOn } = days
  const { id } = requireList(part, name, knownOn)
  const found = presentedList(part.register, part.lists, id, asOf, knownOn)
  if ('refused' in found) throw new ActionRefused('invalid', found.refused)
  const { own, others } = cohortsIn(part, id, days, {})
  if (!own) throw new ActionRefused('invalid', `List ${id} had not been presented by ${asOf}.`)
  const sentences = others.flatMap((other) =>
    own.ages.flatMap(({ months }) => {
      const sentence = compareAtAge(own, other, months)
      return sentence === undefined ? [] : [sentence]
    }),
  )
  return {
    asOf,
    knownOn,
    list: id,
    cohorts: [own, ...others].map(withShares),
    sentences,
    waiting: readWaitingTimes(found.listed, asOf),
  }
}

function withShares(cohort: Cohort): CohortSeen {
  const ages = cohort.ages.map((age) => ({
    ...age,
    shares: { family: shareOf(age.family), person: shareOf(age.person) },
  }))
  return { ...cohort, ages }
}

function cohortsIn(
  part: ListsWithRegister,
  list: string,
  { asOf, knownOn }: AskedDays,
  options: { readonly survivalMonths?: number },
): { readonly own: Cohort | undefined; readonly others: readonly Cohort[] } {
  const { register, lists } = part
  const asked = { asReportedThen: true, ...options }
  return {
    own: readCohort(register, lists, list, asOf, knownOn, asked),
    others: readCohorts(register, lists, asOf, knownOn, asked).filter((each) => each.list !== list),
  }
}
