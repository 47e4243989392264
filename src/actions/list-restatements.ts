/** Which figures of lists a merge changes: as of today, as they were known before it and after. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import { unitNoun } from '../domain/basics/counting-unit.ts'
import type { ListId, PersonId, ProgrammeId } from '../domain/basics/ids.ts'
import { countsOn, presentedList } from '../domain/lists/list-status.ts'
import type { Figures } from '../domain/lists/restatements.ts'
import { atOneMoment } from '../store/programme-records.ts'
import type { Context } from './context.ts'
import { keyringOf } from './keyring.ts'
import { casesOnLists, openListsWith } from './list-part.ts'
import { listsOfCases } from './register-lists.ts'
import { readRegisterPart } from './register-part.ts'

export type ListRestated = {
  readonly list: ListId
  readonly asOf: CalendarDate
  readonly before: Figures
  readonly after: Figures
  readonly sentence: string
}

/** The figures of each list that these persons stand on and that was handed over. */
export async function figuresOfLists(
  context: Context,
  programme: ProgrammeId,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<ListId, Figures>> {
  const { database, today } = context
  const keyring = await keyringOf(context)
  const lists = await atOneMoment(database, async (db) => {
    const source = { db, keyring, programme }
    const { cases } = await readRegisterPart(source, persons, {})
    const ids = [...new Set(cases.map(({ id }) => id))]
    return new Set([...(await listsOfCases(source, ids, today)).values()].flat())
  })
  return figuresOf(context, programme, lists)
}

/** The lists whose figures are not what they were. */
export async function restatedSince(
  context: Context,
  programme: ProgrammeId,
  before: ReadonlyMap<ListId, Figures>,
): Promise<readonly ListRestated[]> {
  const after = await figuresOf(context, programme, new Set(before.keys()))
  return [...before].flatMap(([list, was]) => {
    const is = after.get(list)
    if (!is || JSON.stringify(is) === JSON.stringify(was)) return []
    const words = ({ family, person }: Figures) =>
      `${family.resolved} of ${family.entries} ${unitNoun('family', family.entries)} and ${person.resolved} of ${person.entries} ${unitNoun('person', person.entries)}`
    const sentence = `List ${list}: ${words(is)} resolved since it was handed over, where it was ${words(was)}. The earlier figures stay what was known until today.`
    return [{ list, asOf: context.today, before: was, after: is, sentence }]
  })
}

async function figuresOf(
  context: Context,
  programme: ProgrammeId,
  which: ReadonlySet<ListId>,
): Promise<ReadonlyMap<ListId, Figures>> {
  const found = new Map<ListId, Figures>()
  if (which.size === 0) return found
  const { today } = context
  const { register, lists } = await openListsWith(context, programme, (part) =>
    casesOnLists(part, which),
  )
  for (const list of which) {
    const on = presentedList(register, lists, list, today, today)
    if (!('refused' in on)) found.set(list, countsOn(on.listed, on.presented.presentedOn, today))
  }
  return found
}
