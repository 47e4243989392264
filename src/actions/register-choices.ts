/** What the register can be narrowed by, as far as it is on record. */
import type { CalendarDate } from '../domain/basics/calendar-date.ts'
import type { ListId, ProgrammeId } from '../domain/basics/ids.ts'
import { CASE_STATES, type CaseState } from '../domain/cases/case-outcomes.ts'
import { standing } from '../domain/cases/register.ts'
import { countPersons, listCaseValues } from '../store/register-walk.ts'
import { listLists } from '../store/representation-lists.ts'
import { STATE_WORDS } from './case-words.ts'
import type { Context } from './context.ts'
import { atDesk } from './register-look.ts'
import { whyNot } from './why-not.ts'

export type RegisterChoicesSeen = {
  readonly categories: readonly string[]
  readonly states: readonly { readonly state: CaseState; readonly words: string }[]
  readonly regions: readonly string[]
  readonly authorities: readonly string[]
  readonly lists: readonly { readonly id: ListId; readonly title: string }[]
  readonly isEmpty: boolean
  readonly mayNotWrite: string | null
}

/** Throws `ActionRefused`: not-found, not-allowed. */
export async function registerChoices(
  context: Context,
  programme: ProgrammeId,
  knownOn: CalendarDate,
): Promise<RegisterChoicesSeen> {
  return atDesk(context, programme, async ({ db }) => ({
    categories: await listCaseValues(db, programme, 'category'),
    states: CASE_STATES.map((state) => ({ state, words: STATE_WORDS[state] })),
    regions: await listCaseValues(db, programme, 'region'),
    authorities: await listCaseValues(db, programme, 'authority'),
    lists: standing(await listLists(db, programme), knownOn, ({ id }) => id).map(
      ({ id, title }) => ({ id, title }),
    ),
    isEmpty: (await countPersons(db, programme, 1)) === 0,
    mayNotWrite: whyNot(context, 'register.record'),
  }))
}
